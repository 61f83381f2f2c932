"""Dates: values that check themselves in real news, labels of two public sets, publish days of an outlet's archive."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from riwaya import dates
from riwaya.measure import dates_strict as strict
from riwaya.measure.articles import article
from riwaya.measure.report import Figure, Report, digest, found, ratio, rows, wanted
from riwaya.records import DateMention

_SILVER, _PHRASES, _NEWS = "dates/news_silver.jsonl", "dates/recognizers.jsonl", "dates/heideltime.jsonl"
_STAMPED = "news/ant.jsonl*"
_PEER_SAMPLE = 200  # dateparser takes a tenth of a second a row
_TYPES = 5  # a type with fewer labels than this gives no figure of its own


def score(data: Path) -> Report:
    paths = [*wanted(data, _SILVER, _PHRASES, _NEWS), *found(data, _STAMPED)]
    figures: list[Figure] = []
    misses: list[str] = []
    for path in paths:
        read = list(rows(path))
        scorer = next(scorer for name, scorer in _SCORERS.items() if path.name.startswith(name))
        for one in scorer(read):
            if isinstance(one, str):
                misses.append(one)
            else:
                figures.append(one)
    return Report(suite="dates", digest=digest(paths), figures=tuple(figures), misses=tuple(misses))


_Rows = list[dict[str, Any]]


def _silver(read: _Rows) -> Iterator[Figure | str]:
    judged = [(row, _silver_right(row)) for row in read]
    yield ratio("news_silver exact", [ok for _, ok in judged])
    yield from (f"{r['published']} {r['text']} ≠ {r['value']}: {r['context']}" for r, ok in judged if not ok)
    yield from _peer(read[:: max(1, len(read) // _PEER_SAMPLE)])


def _phrases(read: _Rows) -> Iterator[Figure | str]:
    judged = [(row, _phrase_right(row, accepted)) for row in read for accepted in _phrase_values(row)]
    yield ratio("recognizers days and periods exact", [ok for _, ok in judged])
    yield from _strictly("recognizers", list(strict.recognizers(read)))


def _texts(read: _Rows) -> Iterator[Figure | str]:
    yield ratio("heideltime day found", [ok for row in read for ok in _news(row)])
    yield from _strictly("heideltime", list(strict.heideltime(read)))


def _strictly(name: str, judged: list[strict.Judged]) -> Iterator[Figure | str]:
    """Words and value exact: of a reader's part, of all labels, and type by type; then what is missed of that part."""
    needed = [one for one in judged if not one.left_out]
    yield ratio(f"{name} strict, a news reader's part", [one.right for one in needed])
    yield ratio(f"{name} strict, all labels", [one.right for one in judged])
    for kind, count in sorted(Counter(one.kind for one in needed).items()):
        if count >= _TYPES:
            yield replace(ratio(f"{name} strict, {kind}", [o.right for o in needed if o.kind == kind]), held=False)
    yield from (f"{name} {one.kind} {one.words}" for one in needed if not one.right)


def _stamped(read: _Rows) -> Iterator[Figure | str]:
    """Publish days worked out of the words alone, against the outlet's own stamp."""
    told = []
    for row in read:
        have = dates.publish.infer(article(row["docno"], row["text"], headline=row["title"]), None)
        day = _stamp(row["time"])
        told.append(None if have is None else have.first <= day <= have.last)
        if told[-1] is False and have is not None:
            yield f"published {day}, inferred {have.first}..{have.last}: {have.why}"
    yield replace(ratio("publish day answered", [one is not None for one in told]), held=False)
    yield ratio("publish day right where answered", [one for one in told if one is not None])


def _stamp(written: str) -> date:
    """2016-12-08T18:18:00+01:00 or 17/05/2015."""
    head, *rest = written[:10].split("/")
    return date(int(rest[1]), int(rest[0]), int(head)) if rest else date.fromisoformat(head)


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


_SCORERS: dict[str, Callable[[_Rows], Iterator[Figure | str]]] = {
    "news_silver": _silver,
    "recognizers": _phrases,
    "heideltime": _texts,
    "ant": _stamped,
}
