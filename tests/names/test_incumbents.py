"""Offices without a name stand for whoever held them on the article's day, and for no one where that is not sure."""

from datetime import date
from pathlib import Path

import pytest

from riwaya.names.find import read
from riwaya.names.found import OFFICE

CASES = Path(__file__).parents[1] / "cases/names/offices.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("text", "day", "expected", "why"), ROWS)
def test_an_office_is_its_holder_on_the_day(text: str, day: str, expected: str, why: str):
    when = None if day == "-" else date.fromisoformat(day)
    found = [m for m in read("a", text, None, when) if m.tagger == OFFICE]
    assert [f"{text[slice(*m.span)]} = {m.name}" for m in found] == ([] if expected == "-" else [expected]), why


def test_whom_the_article_names_with_the_office_stands_before_the_table():
    text = "وزير الخارجية الروسي يصل مساء\nوصل وزير الخارجية الروسي سيرجي لافروف مساء."
    found = [m for m in read("a", text, None, date(2015, 7, 20)) if m.tagger == OFFICE]
    assert [m.name for m in found] == ["سيرجي لافروف"]


def test_an_office_given_to_two_people_stands_for_neither():
    office = "وزير الخارجية الروسي"
    text = f"قال {office} سالم الودعاني ذلك. وقال {office} فهد الحمادي غيره.\nعاد {office}."
    assert not [m for m in read("a", text, None, date(2015, 7, 20)) if m.tagger == OFFICE]
