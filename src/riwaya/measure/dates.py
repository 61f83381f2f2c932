"""Dates: values that check themselves in real news, Recognizers-Text phrases, days found in HeidelTime texts."""

from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from riwaya import dates
from riwaya.measure.report import Figure, Report, digest, ratio, rows, wanted
from riwaya.records import DateMention

_SILVER, _PHRASES, _NEWS = "dates/news_silver.jsonl", "dates/recognizers.jsonl", "dates/heideltime.jsonl"
_PEER_SAMPLE = 200  # dateparser takes a tenth of a second a row


def score(data: Path) -> Report:
    paths = wanted(data, _SILVER, _PHRASES, _NEWS)
    figures: list[Figure] = []
    misses: list[str] = []
    for path in paths:
        if path.name.startswith("news_silver"):
            judged = [(row, _silver_right(row)) for row in rows(path)]
            figures.append(ratio("news_silver exact", [ok for _, ok in judged]))
            misses += [f"{r['published']} {r['text']} ≠ {r['value']}: {r['context']}" for r, ok in judged if not ok]
            figures.extend(_peer([r for r, _ in judged[:: max(1, len(judged) // _PEER_SAMPLE)]]))
        elif path.name.startswith("recognizers"):
            judged = [(row, _phrase_right(row, wanted)) for row in rows(path) for wanted in _phrase_values(row)]
            figures.append(ratio("recognizers days and periods exact", [ok for _, ok in judged]))
            misses += [f"{r['reference']} {r['input']}" for r, ok in judged if not ok]
        else:
            figures.append(ratio("heideltime day found", [ok for row in rows(path) for ok in _news(row)]))
    return Report(suite="dates", digest=digest(paths), figures=tuple(figures), misses=tuple(misses))


def _overlaps(mention: DateMention, start: int, end: int) -> bool:
    return mention.span[0] < end and start < mention.span[1]


def _silver_right(row: dict[str, Any]) -> bool:
    start = row["context"].find(row["text"])
    mentions = dates.find("", row["context"], date.fromisoformat(row["published"]))
    day = date.fromisoformat(row["value"])
    near = [m for m in mentions if _overlaps(m, start, start + len(row["text"])) and m.value]
    return any(m.value and m.value.first == m.value.last == day for m in near)


def _phrase_values(row: dict[str, Any]) -> Iterator[set[tuple[str, str]]]:
    """For each day or period that a DateParser or DatePeriodParser row resolves: the accepted (first, last)."""
    if row["spec"] not in ("DateParser", "DatePeriodParser") or not row["reference"]:
        return
    for result in row["results"]:
        value = result.get("Value") or {}
        accepted = set()
        for side in ("FutureResolution", "PastResolution"):
            resolved = value.get(side) or {}
            first = resolved.get("date") or resolved.get("startDate")
            if first and not first.startswith("0001"):
                accepted.add((first, resolved.get("date") or resolved.get("endDate") or ""))
        if accepted:
            yield accepted


def _phrase_right(row: dict[str, Any], accepted: set[tuple[str, str]]) -> bool:
    """A period's end may be given as the day after its last one, as Recognizers-Text counts."""
    for mention in dates.find("", row["input"], date.fromisoformat(row["reference"][:10])):
        when = mention.value
        for first, last in accepted:
            if when and when.first.isoformat() == first and (date.fromisoformat(last) - when.last).days in (0, 1):
                return True
    return False


def _news(row: dict[str, Any]) -> Iterator[bool]:
    """Found or not, for each calendar day; their values hang on the day of the text, which is not given."""
    mentions = dates.find("", row["text"], None)
    for timex in row["timex"]:
        if timex["type"] == "DATE" and timex["value"][:4].isdigit():
            yield any(_overlaps(m, timex["start"], timex["end"]) for m in mentions)


def _peer(sample: list[dict[str, Any]]) -> Iterator[Figure]:
    """Dateparser on the same phrases alone, anchored on the same day."""
    if find_spec("dateparser") is None:
        return
    import datetime as dt  # noqa: PLC0415 - the peer is optional

    import dateparser  # noqa: PLC0415 - the peer is optional

    right = []
    for row in sample:
        anchor = dt.datetime.fromisoformat(row["published"])
        have = dateparser.parse(row["text"], languages=["ar"], settings={"RELATIVE_BASE": anchor})
        right.append(bool(have) and have.date().isoformat() == row["value"])
    yield Figure(name="dateparser: news_silver exact", value=sum(right) / len(right), of=len(right), peer=True)
