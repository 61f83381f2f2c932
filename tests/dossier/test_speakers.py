from pathlib import Path

import pytest

from riwaya.dossier.speakers import Cast, institution, plain
from riwaya.language.lexicon import Row
from riwaya.records import Speaker, SpeakerKind

CASES = Path(__file__).parents[1] / "cases" / "dossier" / "speakers.tsv"
ROWS: list[Row] = [tuple(line.split("\t")) for line in CASES.read_text("utf-8").splitlines()[1:]]


def house(name):
    return Speaker(name=name, surface=name, kind=SpeakerKind.ORGANISATION)


@pytest.mark.parametrize(("one", "other", "akin", "why"), ROWS)
def test_houses_under_several_names(one, other, akin, why):
    assert Cast([]).akin(house(one), house(other)) is (akin == "yes"), why


def test_marks_and_kinds_of_house_are_no_part_of_a_name():
    assert plain('صحيفة "الميزان"') == "الميزان"


def test_a_name_without_a_seat_is_its_own():
    assert institution("الرئاسة المرجانية") == "الرياسه المرجانيه"
