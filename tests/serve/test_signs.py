from types import SimpleNamespace

import pytest

from riwaya.records import Act, Certainty, Speaker, SpeakerKind
from riwaya.serve import signs


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("certainty", Certainty)
def test_every_act_has_a_sign_and_a_word(act, certainty):
    shown = signs.of_act(act, certainty, feminine=True)
    assert shown.word
    assert shown.glyph


def test_what_is_likely_shows_as_likely_whatever_the_verb():
    assert signs.of_act(Act.STATE, Certainty.LIKELY, feminine=True).word == "رجّحت"


def test_a_denial_is_a_denial_however_unsure():
    assert signs.of_act(Act.DENY, Certainty.POSSIBLE, feminine=False).icon == "deny"


def test_one_glyph_has_one_meaning():
    glyphs = [signs.sign(icon).glyph for icon in ("say", "confirm", "deny", "decline", "likely", "warn", "ask", "none")]
    assert len(set(glyphs)) == len(glyphs)


@pytest.mark.parametrize(
    ("name", "she"), [("الحكومة القيروزية", True), ("كوريا الشمالية", True), ("مصر", True), ("ديوان الرئيس", False)]
)
def test_without_a_verb_the_name_tells_the_gender(name, she):
    speaker = Speaker(name=name, surface=name, kind=SpeakerKind.ORGANISATION)
    assert signs.feminine(speaker, []) is she


def test_a_man_whose_name_ends_so_is_a_man():
    speaker = Speaker(name="حمزة العلي", surface="حمزة", role="وزير المال", kind=SpeakerKind.PERSON)
    assert not signs.feminine(speaker, [])


@pytest.mark.parametrize(
    ("cue", "she"),
    [
        ("وقالت", True), ("أكدت", True), ("مشددة", True), ("ولفتت", True), ("وأوضحت", True),
        ("وقال", False), ("مؤكدا", False), ("ولفت", False), ("يقول", False),
    ],
)  # fmt: skip
def test_a_persons_verb_is_of_the_gender_of_the_outlets_own_cue(cue, she):
    speaker = Speaker(name="نور المراسي", surface="المراسي", kind=SpeakerKind.PERSON)
    said = SimpleNamespace(cue=cue, via=())
    assert signs.feminine(speaker, [said]) is she


def test_nobody_is_masculine():
    speaker = Speaker(name=signs.NOBODY, surface="", kind=SpeakerKind.UNNAMED)
    assert not signs.feminine(speaker, [SimpleNamespace(cue="وقالت", via=())])
    assert signs.called(speaker) == "قائل غير مذكور"


@pytest.mark.parametrize("cue", ["أعرب عن", "وأعربت", "معبرا عن", "أبدى"])
def test_who_voices_a_feeling_does_not_say_it(cue):
    assert signs.of_act(Act.STATE, Certainty.CERTAIN, feminine=False, cue=cue).word == "أبدى"
