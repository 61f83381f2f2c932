"""Any string at all: nothing raises, nothing is quadratic, and every span lies in the text."""

import time

import pytest
from hypothesis import given, settings

from riwaya.language.clitics import split
from riwaya.language.letters import fold_mapped
from riwaya.language.quotes import pair, whole
from riwaya.language.sentences import sentences
from riwaya.language.stems import stem
from riwaya.language.tokens import tokens
from strategies import anything


@settings(deadline=None)  # the first look-up loads the lexicon
@given(anything())
def test_no_string_is_too_odd_and_every_span_lies_in_it(text: str):
    spans = [*sentences(text), *(token.span for token in tokens(text))]
    for quotation in pair(text):
        spans += [quotation.outer, quotation.inner, *quotation.strays]
    folded = fold_mapped(text)
    spans += [split(text).span, folded.span(0, len(folded.text)), folded.span(len(folded.text), 0)]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert isinstance(stem(text), str)
    assert isinstance(whole(text), str)


UNITS = [
    "\u064b",
    "«",
    "»",
    '"',
    "«أ",
    "أ»\n",
    '«أ» "ب ',
    "<<",
    "ﷺ",
    "أ.",
    "أ. ",
    "بي.",
    "\ud800",
    "\0",
    "و",
    "\u202b\u202c",
    "أ\n",
    "ـ",
    ': "',
    "ال",
]


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_a_text_four_times_as_long_takes_no_more_than_some_four_times_as_long(unit: str):
    def seconds(text: str) -> float:
        start = time.process_time()
        pair(text), sentences(text), tokens(text), fold_mapped(text), split(text), stem(text)
        return time.process_time() - start

    seconds(unit * 100)
    short, long = (
        seconds(f"{unit * 5_000}\nأ"),
        seconds(f"{unit * 20_000}\nأ"),
    )  # two lines: one alone may be spared work
    assert long < 12 * short + 0.25
