"""Dates judged strictly: the value exact and the words exact, type by type, on two public sets.

A figure for the whole set stands beside that for the part that a news reader needs; what is left out, and why, is told
class by class in dates_left_out.tsv, by the label alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from riwaya import dates
from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.records import DateMention, Precision, When

_TRIM = re.compile(
    r"^(?:(?:في|من|يوم|الي|خلال|لمده|مده|هذا|ل|اكثر من|اقل من|بتاريخ|طوال|عام|العام|سنه|حوالي)\s+)*|[\s.,،!؟]+$"
)
_PERIODS = ("DateParser", "DatePeriodParser", "DateTimeParser", "DateTimePeriodParser", "TimeParser",
            "TimePeriodParser", "DurationParser", "SetParser", "HolidayParser")  # fmt: skip
_JOINING = re.compile(r"\s*(?:من|و|إلى|الى|-|الاول|،)?\s*")
_EVERY = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_TIMED = ("datetime", "datetimerange")  # labelled as one where we tell a day and a time on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One label: its type, why it is left out of a reader's part (blank where it is not), whether it was met."""

    kind: str
    left_out: str
    right: bool
    words: str


def recognizers(rows: list[dict[str, Any]]) -> Iterator[Judged]:
    """Labels of Recognizers-Text that hold a value; seasons without days are labelled with none."""
    for row in rows:
        if row["spec"] not in _PERIODS:
            continue
        anchor = date.fromisoformat((row["reference"] or "2016-11-07")[:10])
        found = dates.find("", row["input"], anchor)
        for label in row["results"]:
            value = label.get("Value") or {}
            ends = [value.get(side) or {} for side in ("FutureResolution", "PastResolution")]
            if not any(ends):
                continue
            told = f"{label['Text'].strip()} = {value.get('Timex', '')} {' '.join(v for e in ends for v in e.values())}"
            gold = _Gold(row["input"], label["Text"].strip(), label["Type"], value.get("Timex", ""), ends)
            yield Judged(
                kind=gold.kind,
                left_out=_left_out("recognizers", gold.kind, told),
                right=any(_met(gold, one, found) for one in found),
                words=told,
            )


@dataclass(frozen=True, slots=True)
class _Gold:
    """A label of Recognizers-Text; `ends` are the resolutions it accepts."""

    text: str
    words: str
    kind: str
    timex: str
    ends: list[dict[str, str]]


def _left_out(of: str, kind: str, told: str) -> str:
    for name, left, kinds, pattern, _ in lexicon.rows("riwaya.measure", "dates_left_out.tsv"):
        if name == of and re.fullmatch(kinds, kind) and re.search(pattern, told):
            return left
    return ""


def _met(gold: _Gold, one: DateMention, found: tuple[DateMention, ...]) -> bool:
    start = gold.text.find(gold.words)  # the labels' own starts are off by a few
    near = [m for m in found if start >= 0 and m.span[0] < start + len(gold.words) and start < m.span[1]]
    if one not in near:
        return False
    whole = gold.text[near[0].span[0] : near[-1].span[1]] if gold.kind in _TIMED else one.text
    return _trimmed(whole) == _trimmed(gold.words) and any(_same(one, gold, end) for end in gold.ends)


def _trimmed(words: str) -> str:
    return _TRIM.sub("", fold(words).strip()).strip(" .,،!؟")


def _same(one: DateMention, gold: _Gold, end: dict[str, str]) -> bool:
    if gold.kind in ("duration", "set"):
        return (one.length if gold.kind == "duration" else one.recurrence) == (
            gold.timex if gold.kind == "duration" else _recurrence(gold.timex)
        )
    if one.value is None:
        return False
    days = [end[name] for name in ("date", "startDate", "endDate") if name in end]
    return _same_days(one.value, days) if days else _same_times(one.value, end)


def _same_days(when: When, days: list[str]) -> bool:
    """A period's end may be given as the day after its last one, as Recognizers-Text counts."""
    if not days[-1] > "0001-01-01":
        return False
    over = (date.fromisoformat(days[-1]) - when.last).days
    return when.first.isoformat() == days[0] and over in ((0, 1) if len(days) > 1 else (0,))


def _same_times(when: When, end: dict[str, str]) -> bool:
    if when.precision is not Precision.TIME or when.value is None:
        return False
    names = ("dateTime", "time", "startDateTime", "startTime", "endDateTime", "endTime")
    wanted, given = [end[name] for name in names if name in end], when.value.split("/")
    if len(given) != len(wanted):
        return False
    hours = all(w[-8:-3] == g[11:16] for w, g in zip(wanted, given, strict=True))
    return hours and ("-" not in wanted[0] or wanted[0][:10] == given[0][:10])


def _recurrence(timex: str) -> str:
    if timex.startswith("XXXX-WXX-"):
        return f"FREQ=WEEKLY;BYDAY={_WEEKDAYS[int(timex[9]) - 1]}"
    step, unit = timex[1:-1], timex[-1:]
    often = f"FREQ={_EVERY.get(unit, '')}"
    return often if step == "1" else f"{often};INTERVAL={step}"


def heideltime(rows: list[dict[str, Any]]) -> Iterator[Judged]:
    """Labels of HeidelTime: words exact, and value where it hangs on no day of writing, which is not given."""
    for row in rows:
        found = dates.find("", row["text"], None)
        for place, label in enumerate(row["timex"]):
            words = row["text"][label["start"] : label["end"]]
            told = f"{words} = {label['value']}{' +' if _half(row, place) else ''}"
            near = [m for m in found if m.span[0] < label["end"] and label["start"] < m.span[1]]
            right = any(_trimmed(m.text) == _trimmed(words) and _agrees(m, label, words) for m in near)
            yield Judged(
                kind=label["type"], left_out=_left_out("heideltime", label["type"], told), right=right, words=told
            )


def _half(row: dict[str, Any], place: int) -> bool:
    """Whether only a joining word stands between a label and one beside it: الخمسينيات | من | القرن الماضي."""
    beside = zip(row["timex"], row["timex"][1:], strict=False)
    joined = [pair for pair in beside if _JOINING.fullmatch(row["text"][pair[0]["end"] : pair[1]["start"]])]
    return any(row["timex"][place] in pair for pair in joined)


def _agrees(one: DateMention, label: dict[str, Any], words: str) -> bool:
    value = label["value"]
    if label["type"] == "DURATION":
        return one.length in (value.replace("CE", "00Y"), {"P1D": "PT24H"}.get(value))
    if label["type"] == "SET":
        return one.recurrence == _recurrence(value)
    if not re.search(r"\d{4}", words):
        return True
    return one.value is not None and one.value.first.isoformat().startswith(value)
