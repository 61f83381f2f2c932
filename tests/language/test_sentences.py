import textwrap
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.language.sentences import sentences
from riwaya.language.wraps import unwrapped
from strategies import anything, quoted

CASES = Path(__file__).parents[1] / "cases/language/sentences.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
TEXTS = st.one_of(st.text(alphabet='ابت. "«»؟!…\nد3،()', max_size=80), quoted(), anything())
PROSE = (
    "أعلن أمين المرفأ نادر سالم أمس أن الجسر الجديد سيفتح أمام المارة قبل نهاية الشهر، وأن العمل فيه جرى كما خطط له "
    "منذ سنتين. وأضاف أن الكلفة لم تزد على ما أقره المجلس، وأن لجنة من ثلاثة مهندسين ستراقبه كل أسبوع في سنته الأولى."
)


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: str, why: str):
    assert "|".join(text[slice(*span)] for span in sentences(text)) == expected, why


@given(TEXTS)
def test_sentences_are_trimmed_in_order_and_hold_every_letter_that_is_no_blank(text: str):
    found = sentences(text)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in found)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())


@given(TEXTS, TEXTS)
def test_a_line_end_ends_a_sentence_where_no_width_broke_the_line(above: str, below: str):
    text = unwrapped(f"{above}\n{below}")
    assert all("\n" not in text[a:b] for a, b in sentences(text))


@pytest.mark.parametrize("width", [45, 60, 72])
def test_lines_broken_to_fit_a_width_are_read_as_one(width: int):
    torn = textwrap.fill(PROSE, width) + "\n\n" + textwrap.fill(PROSE, width)
    assert len(sentences(torn)) == 4
    assert len(unwrapped(torn)) == len(torn)


def test_headlines_one_a_line_and_paragraphs_stay_apart():
    lines = [
        "الجسر الجديد يفتح نهاية الشهر أمام المارة",
        "أمين المرفأ ينفي زيادة الكلفة عما أقره المجلس",
        "لجنة من ثلاثة",
        "أمطار",
    ]
    text = "\n".join([*lines, PROSE, PROSE])
    assert unwrapped(text) == text


@given(st.lists(TEXTS, max_size=6).map("\n".join))
def test_a_text_is_as_long_unwrapped_and_differs_in_line_ends_alone(text: str):
    assert len(unwrapped(text)) == len(text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, unwrapped(text), strict=True))


def test_many_quotations_cost_no_more_than_their_number():
    assert len(sentences("قال «نعم. لا» أمس. " * 50_000)) == 50_000
