"""Hypothesis strategies for every room: Arabic as pages really hold it, and text as nobody would write it.

from strategies import arabic, anything, quoted
@given(arabic())        # words with harakat, tatweel, bidi marks, Persian letters, mixed digits, Latin, lost blanks
@given(quoted())        # the same in sentences with quotation marks that are turned, torn, mixed, or missing
@given(anything())      # any string at all: lone surrogates, NUL, runs of one mark
"""

from hypothesis import strategies as st

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى"
PERSIAN = "کیگچپژەۀہھےېڪٱڤ"
HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0653\u0655\u06d6"
TATWEEL = "ـ"
INVISIBLE = (
    "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
)
SHAPED = "ﻻﻼﷲﷺﺀﻟﺎﭘﯽﺔﻰﷻ﷼"
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
BLANKS = " \t\n\r\u00a0\u2007\u202f\u3000\u2028\u2029\u0085\x1c"
MARKS = ".,،؛:;!?؟…()[]{}-–—/\\٪%٫٬*&@#_|"
QUOTES = "«»“”„‟″\"'‹›‘’"
ODD = "\x00\ud800\udfff\udcff\ufffd\ufffe\U0001f600\U0010ffff\u0301\u0345\u1e9eßİıǅﬁ"

_WORDS = (
    "قال", "وقال", "أعلن", "وزير", "الوزير", "للوزير", "وبالنسبة", "سيعلن", "أبلغتهم", "والد", "فيصل", "كلمة", "اللجنة",
    "د.", "أ.", "م.", "3.5", "15.8.2015", "13:00", "AFP", "U.S.", "https://minbar.example/a.b", "إن", "في", "من", "هل",
)  # fmt: skip
_HANGERS = st.text(HARAKAT + TATWEEL + INVISIBLE, max_size=3)


def words() -> st.SearchStrategy[str]:
    """One word, vowelled, stretched, marked or shaped in any way; also numbers, abbreviations, addresses."""
    letter = st.tuples(st.sampled_from(LETTERS + PERSIAN + SHAPED), _HANGERS).map("".join)
    return st.one_of(
        st.sampled_from(_WORDS),
        st.lists(letter, min_size=1, max_size=8).map("".join),
        st.text(DIGITS + ".,:/٫-", min_size=1, max_size=10),
        st.text("abcXYZéß'.", min_size=1, max_size=6),
    )


def arabic(max_words: int = 12) -> st.SearchStrategy[str]:
    """Running text of one or more lines with every mixture of letters, digits, directions and blanks."""
    gap = st.sampled_from(
        [" ", " ", " ", " ", "  ", "\n", "\n\n", "\t", "\u00a0", "\u200f ", " \u202b", "", "،", "، ", ". "]
    )
    return st.lists(st.tuples(words(), gap).map("".join), max_size=max_words).map("".join)


def quoted(max_parts: int = 10) -> st.SearchStrategy[str]:
    """Text whose quotations may be right, turned, torn over lines, of two kinds, nested or never closed."""
    part = st.one_of(
        words(),
        st.sampled_from(QUOTES),
        st.sampled_from(["''", "<<", ">>", "``", " ", " ", " ", ".", "،", ":", "!", "..", "…", "\n", "\n\n", "(", ")"]),
        st.sampled_from(["قال «نعم»", 'قال: "لا."', "«روسيا ماضية\n", "على «مستوى القادة", "“نعم„", "»لا«"]),
    )
    return st.lists(part, max_size=max_parts).map("".join)


def anything(max_size: int = 80) -> st.SearchStrategy[str]:
    """Any string: what a decoder may hand over at its worst, and runs of one mark."""
    everything = LETTERS + PERSIAN + HARAKAT + TATWEEL + INVISIBLE + SHAPED + DIGITS + BLANKS + MARKS + QUOTES + ODD
    character = st.characters(exclude_categories=())  # surrogates and unassigned ones too
    run = st.tuples(st.sampled_from(everything), st.integers(1, 400)).map(lambda pair: pair[0] * pair[1])
    return st.one_of(
        st.text(everything, max_size=max_size),
        st.text(character, max_size=max_size),
        st.lists(st.one_of(run, words()), max_size=5).map("".join),
        arabic(),
        quoted(),
    )
