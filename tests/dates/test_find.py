import time
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.dates import find
from riwaya.language import lexicon

CASES = Path(__file__).parents[1] / "cases/dates"


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("row", rows("find.tsv"), ids=lambda row: row[-1])
def test_a_mention_is_found_whole_and_means_its_days(row: list[str]):
    text, anchor, words, *expected, why = row
    found = {mention.text: mention for mention in find("a", text, date.fromisoformat(anchor))}
    assert words in found, f"{why}: {list(found)}"
    value = found[words].value
    assert value is not None, why
    got = [value.first.isoformat(), value.last.isoformat(), value.precision, found[words].rule]
    assert got == expected, why


@pytest.mark.parametrize(("text", "why"), rows("not_dates.tsv"))
def test_words_that_only_look_like_a_time_are_left_alone(text: str, why: str):
    assert find("a", text, date(2023, 9, 5)) == (), why


@pytest.mark.parametrize("text", [row[0] for row in rows("find.tsv")])
def test_spans_lie_in_the_text_in_order_and_apart(text: str):
    mentions = find("a", text, date(2023, 9, 5))
    for mention in mentions:
        assert text[slice(*mention.span)] == mention.text
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(mentions))


def test_without_an_anchor_full_dates_resolve_and_the_rest_is_told_but_open():
    found = find("a", "أعلن الثلاثاء ما تقرر في 5 مايو 2020 بعد قرار 7 يونيو", None)
    assert [(m.text, m.value and m.value.value) for m in found] == [
        ("الثلاثاء", None),
        ("5 مايو 2020", "2020-05-05"),
        ("7 يونيو", None),
    ]


MOVING = [
    "أمس",
    "الأسبوع الماضي",
    "وصل الثلاثاء",
    "سيصل الثلاثاء",
    "قبل ثلاثة أيام",
    "الأربعاء المقبل",
    "الأيام الأخيرة",
]


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 500), st.sampled_from(MOVING))
def test_what_counts_from_the_anchor_moves_with_it_by_whole_weeks(anchor: date, weeks: int, text: str):
    step = timedelta(weeks=weeks)
    here, there = (find("a", text, day)[0].value for day in (anchor, anchor + step))
    assert here is not None
    assert there is not None
    assert (there.first - here.first, there.last - here.last) == (step, step)


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.sampled_from([row[0] for row in rows("find.tsv")]))
def test_a_value_never_ends_before_it_begins_whatever_the_anchor(anchor: date, text: str):
    for mention in find("a", text, anchor):
        assert mention.value is None or mention.value.first <= mention.value.last


@given(st.text(alphabet="الأحد يوم 0123456789/-.:،والثلاثاء من مايو\nـ\u064e", max_size=60))
def test_no_text_raises(text: str):
    for mention in find("a", text, date(2023, 9, 5)):
        assert text[slice(*mention.span)] == mention.text


@pytest.mark.parametrize(
    "text", ["قبل 2.500 عام", "قبل " + "9" * 5000 + " عام", "يوم 99.99.99", "قبل 90000 سنة", "00/00/0000", "32 مايو"]
)
def test_absurd_numbers_are_no_days(text: str):
    assert all(mention.value is None or mention.rule == "month" for mention in find("a", text, date(2023, 9, 5)))


def test_after_two_days_counts_from_an_event_where_the_clause_is_not_future():
    assert [mention.value for mention in find("a", "أصيب ثم توفي بعد يومين", date(2023, 9, 5))] == [None]


@pytest.mark.parametrize("row", rows("lengths.tsv"), ids=lambda row: row[-1])
def test_lengths_and_habits_are_told_in_their_standards(row: list[str]):
    text, words, kind, told, why = row
    found = {mention.text: mention for mention in find("a", text, date(2015, 7, 24))}
    assert words in found, f"{why}: {list(found)}"
    mention = found[words]
    assert (mention.kind, mention.length or mention.recurrence, mention.value) == (kind, told, None), why


FORMS = [row[0] for row in lexicon.rows("riwaya.dates", "words.tsv")]
PIECES = st.one_of(
    st.sampled_from(FORMS), st.integers(0, 2100).map(str), st.sampled_from(["/", "-", "، ", "و", "(", ")"])
)


@given(st.lists(PIECES, max_size=14), st.dates(date(1, 1, 1), date(9999, 12, 31)), st.sampled_from(["", " "]))
def test_words_of_time_in_any_order_give_spans_in_order_and_runs_that_end_no_earlier(
    pieces: list[str], anchor: date, between: str
):
    text = between.join(pieces)
    mentions = find("a", text, anchor)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(mentions))
    for mention in mentions:
        assert text[slice(*mention.span)] == mention.text
        assert mention.value is None or mention.value.first <= mention.value.last


@pytest.mark.parametrize(
    "piece", ["في ", "5 و", "1/", "خمسة عشر ", "أمس حتى ", "\u064e", "«", "الأحد ", "قبل", "2 - ", "ألف و"]
)
def test_much_of_one_thing_takes_time_by_its_length(piece: str):
    find("a", piece * 50, date(2023, 9, 5))
    small, large = (_seconds(piece * count) for count in (4_000 // len(piece), 80_000 // len(piece)))
    assert large < 80 * small + 0.5, "twenty times the letters, far less than four hundred times the time"


def _seconds(text: str) -> float:
    start = time.process_time()
    find("a", text, date(2023, 9, 5))
    return time.process_time() - start


@given(st.text(max_size=200))
def test_any_string_at_all_is_read(text: str):
    for mention in find("a", text, date(2023, 9, 5)):
        assert text[slice(*mention.span)] == mention.text
        assert mention.span[0] < mention.span[1] <= len(text)
