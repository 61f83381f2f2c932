import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.language.letters import fold, fold_mapped

ARABIC = st.text(alphabet="أإآٱاىئؤةکیەۀلالآﷺﻻﻼﺀ٠١۲۳ـ\u064b\u0651\u200f\u202b\u00a0 ab\n.«»😀\u0301é", max_size=60)
TEXTS = st.one_of(ARABIC, st.text(max_size=60), ARABIC.map(lambda text: text * 20))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("کریم باغون فی سیدا", "كريم باغون في سيدا"),
        ("الـمَسْؤُولَة", "المسووله"),
        ("٢٠٢٣ ۲۰۲۳", "2023 2023"),
        ("ﻻ ﷲ", "لا الله"),
        ("\u200fنص\u00a0CNN", "نص cnn"),
        ("«نعم»، لا؟", "«نعم»، لا؟"),
    ],
)
def test_spellings_of_one_word_fold_to_one(written: str, folded: str):
    assert fold(written) == folded


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str):
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_folding_short_or_long_with_or_without_a_map_gives_the_same_letters(text: str):
    assert fold(text) == fold_mapped(text).text
    assert fold(text * 300) == fold(text) * 300


@given(TEXTS, st.data())
def test_a_span_brought_back_folds_to_the_letters_it_came_from(text: str, data: st.DataObject):
    folded = fold_mapped(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first <= last <= len(text)
    # One letter may fold to several (ﷲ): then the whole letter comes back.
    assert folded.text[start:end] in fold(text[first:last])


@given(TEXTS)
def test_the_span_of_everything_is_everything_but_the_marks_in_front(text: str):
    folded = fold_mapped(text)
    first, last = folded.span(0, len(folded.text))
    assert fold(text[first:last]) == folded.text
    if folded.text:
        assert last == len(text)
