from pathlib import Path

import pytest

import wires
from riwaya.copies.align import align
from riwaya.copies.edits import marked, passages
from riwaya.copies.texts import prepare

LINES = (Path(__file__).parents[1] / "cases/copies/meaning.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if line and not line.startswith("#")]


def changed(original: str, derived: str) -> str:
    """What changed between two sentences of texts that begin alike, as the table writes it."""
    one, other = wires.article("a", wires.WIRE[0], original), wires.article("b", wires.WIRE[0], derived)
    found = passages(marked(align(prepare(one), prepare(other))))

    def words(text: str, span: tuple[int, int] | None) -> str:
        return text[slice(*span)] if span else "-"

    told = [
        f"{c.kind}: {words(one.text, c.original)} > {words(other.text, c.derived)}" for p in found for c in p.changes
    ]
    return "; ".join(told) or "none"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[3])
def test_a_change_of_meaning_is_told_from_a_change_of_words(row: list[str]):
    assert changed(row[0], row[1]) == row[2]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[3])
def test_a_text_changes_nothing_of_itself(row: list[str]):
    assert changed(row[0], row[0]) == "none"
