import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.copies import words as module
from riwaya.copies.words import Counts, read
from riwaya.language.letters import fold, fold_mapped

TEXTS = st.lists(st.text('ابتةهـ\u064b\u0651ﻻﷺ .،\n"A9_😀𐤀\ud800', max_size=40), max_size=6)


@given(TEXTS)
def test_words_are_runs_of_letters_and_digits_of_the_folded_text(texts: list[str]):
    found = read(texts)
    for number, text in enumerate(texts):
        folded = fold_mapped(text)
        places = [*folded.origins.tolist(), folded.size]
        spans = [match.span() for match in re.finditer(r"\w+", folded.text)]
        assert found.of(number).starts.tolist() == [places[first] for first, _ in spans]
        assert found.of(number).ends.tolist() == [max(places[end], places[end - 1] + 1) for _, end in spans]


@given(st.lists(st.text("ابتحـ\u064bأإ", max_size=6), max_size=20))
def test_two_words_have_one_hash_where_they_fold_to_one_word_and_only_there(words: list[str]):
    words = [word for word in words if fold(word)]
    hashes = read([" ".join(words)]).hashes.tolist()
    assert len(hashes) == len(words)
    known = dict(zip(hashes, map(fold, words), strict=True))
    assert len(known) == len({fold(word) for word in words})
    assert all(known[number] == fold(word) for number, word in zip(hashes, words, strict=True))


@given(TEXTS)
def test_texts_read_together_are_read_as_each_alone(texts: list[str]):
    together = read(texts)
    for number, text in enumerate(texts):
        alone, here = read([text]), together.of(number)
        assert all(np.array_equal(getattr(alone, name), getattr(here, name)) for name in ("hashes", "starts", "ends"))


def test_texts_of_several_blocks_are_read_as_of_one(monkeypatch: pytest.MonkeyPatch):
    texts = ["سفينة في الميناء", "", "قارب أزرق", "كتابٌ جديد", "", "نهر"]
    whole = read(texts)
    monkeypatch.setattr(module, "_BLOCK", 8)
    cut = read(texts)
    assert np.array_equal(whole.hashes, cut.hashes)
    assert whole.bounds.tolist() == cut.bounds.tolist() == [0, 3, 3, 5, 7, 7, 8]


def test_the_mark_on_a_last_letter_belongs_to_its_word():
    text = "قرأ كتابٌ، ثم"
    found = read([text])
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == ["قرأ", "كتابٌ", "ثم"]


def test_a_word_is_counted_once_for_each_text_that_holds_it():
    found = read(["نهر نهر بحر", "نهر", "جبل", ""])
    counts = Counts.of(found)
    river, _, sea = found.hashes[:3].tolist()
    assert (counts[river], counts[sea], counts[12345]) == (2, 1, 0)


def test_nothing_comes_of_nothing():
    assert read([]).bounds.tolist() == [0]
    assert read(["", "؟!"]).lengths.tolist() == [0, 0]
    assert Counts.of(read([]))[1] == 0
