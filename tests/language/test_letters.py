import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.language import alphabet
from riwaya.language.letters import fold, fold_each, fold_mapped
from strategies import anything

ARABIC = st.text(alphabet="أإآٱاىئؤةکیەۀلالآﷺﻻﻼﺀ٠١۲۳ـ\u064b\u0651\u200f\u202b\u00a0 ab\n.«»😀\u0301é", max_size=60)
TEXTS = st.one_of(ARABIC, st.text(max_size=60), ARABIC.map(lambda text: text * 20), anything())


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("کریم باغون فی سیدا", "كريم باغون في سيدا"),
        ("الـمَسْؤُولَة", "المسووله"),
        ("٢٠٢٣ ۲۰۲۳", "2023 2023"),
        ("ﻻ ﷲ", "لا الله"),
        ("\u200fنص\u00a0CNN", "نص cnn"),
        ("«نعم»، لا؟", "«نعم»، لا؟"),
        ("ﺍﻟﺮﺋﻴﺲ", "الرييس"),
        ("ﻋﹶﻠﻢ", "علم"),
        ("Élysée Elyse\u0301e ＡＢ", "elysee elysee ab"),
        ("\u202bنص\u202c\u0000 ﺳ\ufe0f", "نص س"),
    ],
)
def test_spellings_of_one_word_fold_to_one(written: str, folded: str):
    assert fold(written) == folded


def test_every_letter_there_is_folds_to_the_same_by_page_and_by_table_and_once_for_all():
    for code in range(0x110000):
        folded = chr(code).translate(alphabet.FOLDS)
        assert fold(chr(code)) == fold_mapped(chr(code)).text == fold(folded) == folded, hex(code)


@given(st.lists(TEXTS.map(lambda text: text.replace("\n", " "))))
def test_words_folded_in_one_go_are_each_folded_alone(words: list[str]):
    assert fold_each(words) == [fold(word) for word in words]


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str):
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_folding_short_or_long_with_or_without_a_map_gives_the_same_letters(text: str):
    assert fold(text) == fold_mapped(text).text
    assert fold(text * 300) == fold(text) * 300


@given(TEXTS, st.integers(4000, 4200))
def test_a_text_folded_in_parts_is_one_text(text: str, before: int):
    long = "م" * before + text + "ﷲ"
    folded = fold_mapped(long)
    assert folded.text == fold(long) == long.translate(alphabet.FOLDS)
    assert all(fold(long[place]).find(letter) >= 0 for letter, place in zip(folded.text, folded.origins, strict=True))


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
