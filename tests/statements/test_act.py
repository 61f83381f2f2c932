import pytest

from riwaya.records import Act, Certainty
from sayings import found

CERTAINTY = [
    ("قال الوزير إن الوفد سيصل على الأرجح غدا.", Certainty.LIKELY),
    ("ورجحت مصادر مطلعة أن تعقد الجلسة غدا.", Certainty.LIKELY),
    ("قال الوزير إن الوفد قد يصل غدا.", Certainty.POSSIBLE),
    ('قالت الوزيرة: "ربما نعود إلى المدينة".', Certainty.POSSIBLE),
    ("زعم الناشط أن الصور مفبركة.", Certainty.UNCONFIRMED),
    ("قال الوزير إن الوفد قد وصل.", Certainty.CERTAIN),
    ("قال الوزير إن الوفد وصل.", Certainty.CERTAIN),
]


@pytest.mark.parametrize(("text", "certainty"), CERTAINTY)
def test_hedges_lower_certainty(text, certainty):
    assert found(text)[0].certainty is certainty


FEELINGS = [
    ("أعربت الوزارة عن تقديرها لجهود المتطوعين.", Act.PRAISE),
    ("عبر الوزير سعيد باهر عن استنكاره لما جرى.", Act.CRITICISE),
    ("أبدى الوزير سعيد باهر خشيته من الفيضان.", Act.WARN),
    ("أعربت الوزارة عن أملها في حل قريب.", Act.STATE),
]


@pytest.mark.parametrize(("text", "act"), FEELINGS)
def test_a_feeling_voiced_is_the_act_its_noun_tells(text, act):
    assert found(text)[0].act is act
