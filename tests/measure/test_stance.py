"""The suite of stance: what it holds out, and that its macro-F1 is what the literature means."""

import gzip
import json

import pytest

from riwaya import measure
from riwaya.measure import stance
from riwaya.records import Leaning

A, D, U = Leaning.AGREE, Leaning.DISAGREE, Leaning.UNRELATED


def test_macro_counts_each_leaning_alike():
    assert stance.macro([A, A, D, U], [A, A, D, U]) == pytest.approx(0.75)  # nothing discusses
    assert stance.f1([A, A, U], [A, U, U], A) == pytest.approx(2 / 3)


def test_the_claims_that_weights_were_made_from_are_held_back(tmp_path, monkeypatch):
    pages = {
        "claim": "افتتح الجسر",
        "article": ["افتتح الجسر أمس.", "ارتفع سعر القمح."],
        "stance": ["agree", "unrelated"],
    }
    seen = {"claim": "أغلق الميناء", "article": ["أغلق الميناء."], "stance": ["agree"]}
    monkeypatch.setattr(stance, "trained_on", lambda claim: claim == "أغلق الميناء")
    (tmp_path / "stance").mkdir()
    with gzip.open(tmp_path / "stance" / "claims_articles.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in (pages, seen))
    monkeypatch.setattr(
        stance, "_floor", lambda _, held: measure.Figure(name="floor", value=0, of=len(held), peer=True)
    )
    figures = {figure.name: figure.of for figure in measure.run("stance", tmp_path).figures}
    assert figures["macro-F1"] == 2
