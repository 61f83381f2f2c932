from pathlib import Path

from hypothesis import given, settings

from riwaya.language.clitics import Split, split
from riwaya.language.letters import fold
from strategies import anything, words

CASES = Path(__file__).parents[1] / "cases/language/splits.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]


def shown(parts: Split) -> str:
    return "+".join([*parts.proclitics, f"[{parts.stem}]", *parts.enclitics])


def test_words_are_split_where_the_lexicon_supports_it_and_left_whole_where_not():
    misses = [
        f"{word}: {shown(split(word))}, not {parts} ({why})" for word, parts, why in ROWS if shown(split(word)) != parts
    ]
    assert 1 - len(misses) / len(ROWS) >= 0.97, misses


def test_the_stem_is_told_where_it_stands():
    word = "وَلِمَدِينَتِهَا"
    start, end = split(word).span
    assert fold(word[start:end]) == "مدينت"
    assert split(word).stem == "مدينه"


@settings(deadline=None)
@given(words())
def test_the_parts_of_a_word_stand_in_their_order_within_it(word: str):
    parts = split(word)
    start, end = parts.span
    assert 0 <= start <= end <= len(word)
    assert parts.proclitics or start == 0
    assert parts.enclitics or end == len(word)
    assert fold(word).endswith("".join(parts.enclitics))
    if all(len(fold(letter)) <= 1 for letter in word):  # ﻻ may hold a proclitic's last letter and the stem's first
        assert fold(word[start:end])[:1] in ("", parts.stem[:1]) or parts.stem.startswith("ل")


@settings(deadline=None)  # the first look-up loads the lexicon
@given(anything())
def test_no_string_at_all_is_too_odd_to_be_split(text: str):
    start, end = split(text).span
    assert 0 <= start <= end <= len(text)
