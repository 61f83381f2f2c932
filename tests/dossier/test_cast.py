"""One person under the names that outlets give, across articles."""

import pytest

from riwaya.dossier.speakers import Cast
from riwaya.records import (
    Act,
    Certainty,
    Speaker,
    SpeakerKind,
    Statement,
    StatementKind,
    StatementSpans,
)


def said(article, name, role=None, kind=SpeakerKind.PERSON):
    return Statement(
        id=f"{article}-{name}",
        article=article,
        speaker=Speaker(name=name, surface=name, role=role, kind=kind, entity="" if role else None),
        act=Act.STATE,
        certainty=Certainty.CERTAIN,
        kind=StatementKind.INDIRECT,
        content="",
        quotes=(),
        cue="قال",
        spans=StatementSpans(speaker=None, cue=(0, 0), content=(0, 0)),
        rule="",
    )


SPOKEN_FOR = "المتحدثة باسم مجلس الأمن القومي القيروزي"


def faces(*statements):
    cast = Cast(statements)
    return [cast.face(cast.key(s.speaker)).name for s in statements]


def test_a_slip_in_one_copy_is_the_name_that_all_others_have():
    held = [
        said("a", "أدريانا لوتس", SPOKEN_FOR),
        said("b", "أدريانا لوتس", SPOKEN_FOR),
        said("c", "أديانا لوتس", SPOKEN_FOR),
    ]
    assert faces(*held) == ["أدريانا لوتس"] * 3


def test_two_offices_are_two_persons():
    held = [said("a", "أدريانا لوتس", SPOKEN_FOR), said("b", "أديانا لوتس", "وزيرة المال")]
    assert faces(*held) == ["أدريانا لوتس", "أديانا لوتس"]


def test_a_family_name_alone_is_the_one_who_bears_it():
    assert faces(said("a", "سامي الكردوس"), said("b", "الكردوس")) == ["سامي الكردوس"] * 2


def test_a_family_name_of_two_is_neither():
    held = [said("a", "سامي الكردوس"), said("b", "ماهر الكردوس"), said("c", "الكردوس")]
    assert faces(*held)[2] == "الكردوس"


def test_an_office_spelled_with_a_hamza_is_an_office():
    """«بإسم»: the dossier of a page that spells it so could not be made."""
    held = [said("a", "أدريانا لوتس", "المتحدثة بإسم مجلس المرجان")]
    cast = Cast(held)
    assert cast.house(cast.key(held[0].speaker)) == "مجلس المرجان"


@pytest.mark.parametrize("named", ["مجلس الأمن القومي", "مجلس الأمن القومي القيروزي"])
def test_a_house_goes_by_its_whole_name(named):
    held = [
        said("a", "أدريانا لوتس", f"المتحدثة باسم {named}"),
        said("b", "بيار كنت", "الناطق باسم مجلس الأمن القومي القيروزي"),
    ]
    cast = Cast(held)
    assert cast.house(cast.key(held[0].speaker)) == "مجلس الأمن القومي القيروزي"
