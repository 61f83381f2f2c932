"""The yardstick of names, on a corpus of our own."""

import gzip

import pytest

from riwaya.measure import ner
from riwaya.names.taggers import Kind, Tagged

WORDS = ("زار", "الوزير", "سمير", "حداد", "مدينة", "عمان", "أمس")
MARKS = ("O", "O", "B-PERS", "I-PERS", "O", "B-LOC", "O")


@pytest.fixture
def data(tmp_path):
    """Five sentences alike, so that the last fifth is one of them, and a whole file held out."""
    sentence = "".join(f"{word} {mark}\n" for word, mark in zip(WORDS, MARKS, strict=True))
    (tmp_path / "ner").mkdir()
    (tmp_path / "ner/cleananercorp_own.txt.gz").write_bytes(gzip.compress(f"{sentence}\n".encode() * 5))
    (tmp_path / "ner/wojood_own.txt").write_text(sentence.replace("B-LOC", "B-GPE"), "utf-8")
    return tmp_path


def test_every_tagger_is_scored_on_every_corpus_beside_the_peer(data):
    report = ner.score(data)
    names = {figure.name for figure in report.figures if figure.name.endswith("macro F1")}
    who = ["gazetteer", *ner.ready(), "names.read"]
    assert names == {
        f"{corpus}: {one} macro F1" for corpus in ("cleananercorp, last fifth", "wojood_own") for one in who
    }
    assert {figure.peer for figure in report.figures if ": gazetteer " in figure.name} == {True}


def test_a_name_is_right_only_with_its_words_and_its_kind(data, monkeypatch):
    monkeypatch.setattr(ner, "gazetteer", lambda _: [Tagged(2, 3, Kind.PERS), Tagged(5, 6, Kind.LOC)])
    values = {figure.name: figure.value for figure in ner.score(data).figures if "wojood_own: gazetteer" in figure.name}
    assert values["wojood_own: gazetteer LOC F1"] == 1
    assert values["wojood_own: gazetteer PERS F1"] == 0
    assert values["wojood_own: gazetteer micro F1"] == pytest.approx(0.5)


def test_a_model_left_out_of_an_install_is_not_scored(monkeypatch, tmp_path):
    (tmp_path / "fast.npz").touch()
    monkeypatch.setattr(ner, "MODELS", tmp_path)
    assert ner.ready() == ["rules", "fast"]


def test_the_gazetteer_takes_the_longest_name_of_the_tables():
    assert ner.gazetteer(["وصل", "إلى", "الولايات", "المتحدة", "أمس"]) == [Tagged(2, 4, Kind.LOC)]
