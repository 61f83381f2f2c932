"""A number that a copy changed, and what only looks like one."""

from dataclasses import replace
from pathlib import Path

import pytest

from riwaya.dossier.material import lay_out
from riwaya.dossier.numbers import changed_numbers
from riwaya.records import Edit, Passage

CASES = Path(__file__).parents[1] / "cases" / "dossier" / "numbers.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("left", "right", "changed", "why"), ROWS)
def test_changed_numbers(bridge, left, right, changed, why):
    story, material = bridge
    first, second = (replace(a, text=text) for a, text in zip(material.articles[:2], (left, right), strict=True))
    passage = Passage(original=(0, len(left)), derived=(0, len(right)), edit=Edit.REWORDED)
    copy = replace(material.copies[0], passages=(passage,))
    found = list(changed_numbers(lay_out(story, replace(material, articles=[first, second], copies=[copy]))))
    assert bool(found) is (changed == "yes"), why
