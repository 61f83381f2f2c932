"""Words looked up in advance and at first sight, and the sums that both give."""

from dataclasses import replace

import numpy as np
import pytest

from riwaya.names.taggers.fast import FILE, Fast
from riwaya.names.taggers.features import BETWEEN, PLACES, every
from riwaya.names.taggers.known import Known
from riwaya.names.taggers.weights import LABELS, Weights, digest, load, nothing, save

SENTENCES = [
    ["وصل", "وزير", "الخارجية", "سمير", "الحداد", "أمس", "إلى", "دمشق", "للقاء", "وفد", "من", "الأمم", "المتحدة", "."],
    ["قال", "زعفران", "بن", "شقشاق", "لصحيفة", "«", "المدى", "الأخضر", "»", "إن", "البيت", "الأبيض", "نفى", "ذلك"],
    ["عمان"],
]


@pytest.fixture(scope="module")
def weights() -> Weights:
    return load(FILE)


@pytest.fixture(scope="module")
def bare(weights) -> Weights:
    return replace(weights, kept=nothing())


def summed(weights: Weights, features: list[str]) -> np.ndarray:
    """Feature by feature, as the model was trained."""
    total = np.zeros(len(LABELS), dtype=np.int64)
    for feature in features:
        if feature[0] == "|":
            before, _, here = feature[1:].partition(BETWEEN)
            total += weights.pairs[weights.couples.get((before, here), -1)]
        else:
            place, _, name = feature.partition(":")
            total += weights.of[weights.rows.get(name, -1), PLACES.index(int(place))]
    return total * weights.scales


def test_sums_kept_by_word_are_those_of_all_features(bare):
    plain = [summed(bare, row) for words in SENTENCES for row in every(words, bare.lore)]
    assert np.allclose(Fast(bare).scores(SENTENCES), plain, atol=1e-3)


def test_words_looked_up_in_advance_are_as_at_first_sight(weights, bare):
    """Where a change of features breaks this: python training/ner_words.py NEWS."""
    if weights.kept.tables != digest():
        pytest.skip("a table changed since, so that they are looked up anew: run training/ner_words.py")
    words = weights.kept.words[::40]
    ahead, fresh = Known(weights), Known(bare)
    fresh.learn(words)
    for word in words:
        kept, seen = ahead.rows[word], fresh.rows[word]
        assert (ahead.sums[kept] == fresh.sums[seen]).all(), word
        assert (ahead.groups[kept], ahead.opens[kept]) == (fresh.groups[seen], fresh.opens[seen]), word


def test_words_looked_up_before_a_table_changed_are_looked_up_anew(weights):
    stale = Known(replace(weights, kept=replace(weights.kept, tables="")))
    assert stale.rows == {}
    assert Fast(replace(weights, kept=replace(weights.kept, tables=""))).tag(SENTENCES) == Fast(weights).tag(SENTENCES)


def test_words_are_forgotten_past_a_bound_and_read_alike_after(bare, monkeypatch):
    fast = Fast(bare)
    before = fast.tag(SENTENCES)
    monkeypatch.setattr("riwaya.names.taggers.known._MOST", 3)
    fast.tag([["كلمة", "أخرى"]])
    assert len(fast._known.rows) < len({word for sentence in SENTENCES for word in sentence})  # noqa: SLF001
    assert fast.tag(SENTENCES) == before


def test_a_model_saved_and_loaded_is_the_same(weights, tmp_path):
    with (tmp_path / "m.npz").open("wb") as file:
        save(weights, file)
    again = load(tmp_path / "m.npz")
    assert (again.rows, again.couples, again.lore) == (weights.rows, weights.couples, weights.lore)
    assert (again.kept.words, again.kept.groups) == (weights.kept.words, weights.kept.groups)
    assert Fast(again).tag(SENTENCES) == Fast(weights).tag(SENTENCES)


def test_what_ships_stays_small():
    assert FILE.stat().st_size < 5_000_000
