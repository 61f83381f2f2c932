"""The day on which an article without a stated day was published, from what its own words allow.

Three ways. It names its own day (اليوم الخميس 9 تشرين الأول, أمس السبت 9 مايو 2015); or it opens with what was done on
a bare dated weekday (أعلنت الوزارة الخميس 12 مارس 2026), as reports of that day or the next do; or it gives one event
both as a bare weekday and as a date (الجمعة … يوم 15 أغسطس): then the event's day bounds the article's, and the tense
of the other weekdays narrows it. Where that does not come down to a week, there is no answer: a date is never made
up.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from riwaya.dates import calendars
from riwaya.dates.events import event
from riwaya.dates.expressions import Clock, Day, Lean, Month, PartOf, Today, Weekday, Year
from riwaya.dates.find import Found, scan
from riwaya.dates.resolve import resolve
from riwaya.records import Article, Basis, Precision, Published, Span

_LONGEST = 7  # days: a run beyond a week is no answer
_FIRST_YEAR = 1995  # Arabic news on the web
_REPEAT = 12  # a date falls on the same weekday at least once in so many years (6, 11 or 12 around leap days)
_RECENT = timedelta(days=45)  # how near a capture a date without weekday or year must lie to be its year's
_LEAD = 300  # letters: where a report says when it happened
_BARE = re.compile(r"(?<!\w)(?:[ولب]?يوم|يومي|من|مساء|صباح|ليل[ةه]|في|إلى|الى|حتى|منذ|قبل|بعد|ابتداء|و)\s+$")
_PART = re.compile(r"(?:ال)?(?:يوم|مساء|صباح|ليل|فجر|ظهر|عصر|عشي|ساعة)")
_FRESH, _SOON = 1, 4  # days: how old a bare past weekday, how far a bare coming one, mostly is


@dataclass(frozen=True, slots=True)
class _Bounds:
    """`since` is the latest day that the text speaks of as past, with its words; `until` the last day it can be."""

    since: date | None
    since_words: str
    until: date | None


def infer(article: Article, anchor_hint: date | None) -> Published | None:
    """The day, or the run of at most a week, on which `article` was published; `why` says what pins it.

    `anchor_hint` is a day known to be not earlier: that of the capture, or of a sibling on the same page.
    """
    text = article.text
    found = [_bared(one) for one in scan(text)]
    bounds = _bounds(text, found, anchor_hint)
    return _own_day(article, found, bounds) or _from_lead(article, found, bounds) or _from_event(article, found, bounds)


def _bared(found: Found) -> Found:
    """A part of a day or a time of day on a day, as that day."""
    of = found.expression
    while isinstance(of, PartOf) or (isinstance(of, Clock) and of.of is not None):
        of = of.of  # type: ignore[assignment]  # the condition says it is there
    return Found(span=found.span, units=found.units, expression=of, tense=found.tense, rule=found.rule)


def _bounds(text: str, found: Sequence[Found], hint: date | None) -> _Bounds:
    since, words = None, ""
    for one in found:
        if not isinstance(one.expression, Year | Month | Day) or one.expression.year is None:
            continue
        when = resolve(one.expression, None)
        after = since is None or (when is not None and when.first > since)
        if when and after and _past(text, one) and (hint is None or when.first <= hint):
            since, words = when.first, text[slice(*one.span)]
    return _Bounds(since, words, None if hint is None else hint + timedelta(days=1))


def _past(text: str, one: Found) -> bool:
    """منذ عام 2015 is past in a clause of any tense; رؤية 2030 is told by nothing, so it is not."""
    return one.tense is Lean.PAST or text[: one.span[0]].rstrip().endswith("منذ")


# --- the article names its own day --------------------------------------------------------------------------------


def _own_day(article: Article, found: Sequence[Found], bounds: _Bounds) -> Published | None:
    for one in found:
        said = one.expression
        if isinstance(said, Day) and said.offset is not None:
            day = _dated(said, bounds)
            if day is not None:
                return _answer(article, one, day - timedelta(days=said.offset), bounds)
    return None


def _from_lead(article: Article, found: Sequence[Found], bounds: _Bounds) -> Published | None:
    """أعلنت الوزارة الخميس 12 مارس 2026, not يوم الخميس…, بدءا من الخميس…, which tell of other days as well."""
    for one in found:
        said, start = one.expression, one.span[0]
        if start > _LEAD:
            break
        if not isinstance(said, Day) or said.weekday is None or said.year is None or said.hijri:
            continue
        words = article.text[slice(*one.span)]
        if one.tense is not Lean.PAST or _BARE.search(article.text[:start]) or _PART.match(words):
            continue
        day = _dated(said, bounds)
        last = day and (min(day + timedelta(days=1), bounds.until) if bounds.until else day + timedelta(days=1))
        if day is None or last is None or last < day:
            continue
        return Published(
            first=day,
            last=last,
            precision=Precision.RANGE,
            basis=Basis.INFERRED,
            why=f"it opens with what was done {words}: that day or the next",
            span=_on_page(article, one.span),
        )
    return None


def _dated(said: Day, bounds: _Bounds) -> date | None:
    if said.year is not None:
        when = resolve(said, None)
        slip = when and said.weekday is not None and when.first.weekday() != said.weekday
        return None if when is None or slip else when.first  # a weekday that is not the date's: one of them is wrong
    days = [] if said.hijri else list(_days(said, bounds))
    if said.weekday is None:  # nothing tells the year but the capture's nearness
        near = bounds.until is not None and days and bounds.until - days[-1] <= _RECENT
        return days[-1] if near else None
    return _pick(days, bounds)


def _days(said: Day, bounds: _Bounds) -> Iterator[date]:
    """The days that a day and month without a year may be, within the bounds and with its weekday.

    `since` bounds by its year only: whether its own month is past or to come is told less surely.
    """
    start = bounds.since.year if bounds.since else _FIRST_YEAR
    stop = bounds.until.year if bounds.until else start + _REPEAT
    for year in range(start, stop + 1):
        day = calendars.day_of(year, said.month, said.day)
        fits = day and (said.weekday is None or day.weekday() == said.weekday)
        if day and fits and (not bounds.until or day <= bounds.until):
            yield day


def _pick(days: list[date], bounds: _Bounds) -> date | None:
    """The latest before the capture; without one the first after what is past; with neither, none."""
    if not days or (bounds.since is None and bounds.until is None):
        return None
    return days[-1] if bounds.until is not None else days[0]


def _answer(article: Article, one: Found, day: date, bounds: _Bounds) -> Published:
    said = one.expression
    stated = isinstance(said, Day) and said.year is not None
    words = article.text[slice(*one.span)]
    why = f"the text dates itself: {words}" if stated else f"{words}: {_year_reason(day, bounds)}"
    return Published(
        value=day.isoformat(),
        first=day,
        last=day,
        basis=Basis.STATED if stated else Basis.INFERRED,
        why=why,
        span=_on_page(article, one.span),
    )


def _year_reason(day: date, bounds: _Bounds) -> str:
    if bounds.until is not None:
        capture = bounds.until - timedelta(days=1)
        after = f" and after {bounds.since_words}, which is past" if bounds.since_words else ""
        return f"{day.year} is the latest such year up to {capture.isoformat()}{after}"
    return f"{day.year} is the first such year after {bounds.since_words}, which is past"


def _on_page(article: Article, span: Span) -> Span | None:
    for piece in article.pieces:
        if piece.start <= span[0] and span[1] <= piece.end:
            return span[0] - piece.start + piece.page_start, span[1] - piece.start + piece.page_start
    return None


# --- an event named by weekday and by date ------------------------------------------------------------------------


def _from_event(article: Article, found: Sequence[Found], bounds: _Bounds) -> Published | None:
    named = event(article.text, found)
    if named is None:
        return None
    wide = _Bounds(bounds.since, bounds.since_words, bounds.until + timedelta(weeks=1) if bounds.until else None)
    day = _dated(named.day, wide)
    if day is None:
        return None
    window = [p for p in _window(day) if bounds.until is None or p <= bounds.until]
    days = _cheapest(window, found)
    if not days or (days[-1] - days[0]).days >= _LONGEST:
        return None
    why = "; ".join(
        [f"{named.why}: {day.isoformat()}, {_year_reason(day, bounds)}", *_reasons(article.text, found, days)]
    )
    single = days[0] == days[-1]
    return Published(
        value=days[0].isoformat() if single else None,
        first=days[0],
        last=days[-1],
        precision=Precision.DAY if single else Precision.RANGE,
        basis=Basis.INFERRED,
        why=why,
        span=_on_page(article, named.span),
    )


def _window(day: date) -> list[date]:
    """The days from which a coming bare weekday means `day`: the six before it, and itself."""
    return [day + timedelta(days=away) for away in range(-6, 1)]


def _cheapest(window: Sequence[date], found: Sequence[Found]) -> list[date]:
    """The days on which the fewest bare weekdays would be oddly old or far ahead; they must follow one another."""
    costs = {day: sum(_cost(one, day) for one in found) for day in window}
    if not costs:
        return []
    least = min(costs.values())
    days = [day for day in window if costs[day] == least]
    return days if (days[-1] - days[0]).days + 1 == len(days) else []


def _cost(one: Found, day: date) -> int:
    said = one.expression
    if isinstance(said, Today) and said.weekday is not None:
        return 0 if (day + timedelta(days=said.offset)).weekday() == said.weekday else 100
    if not isinstance(said, Weekday) or said.week is not None or said.said is not None:
        return 0
    if one.tense is Lean.FUTURE:
        return max(0, (said.weekday - day.weekday()) % 7 - _SOON)
    return max(0, (day.weekday() - said.weekday) % 7 - _FRESH) if one.tense is Lean.PAST else 0


def _reasons(text: str, found: Sequence[Found], days: Sequence[date]) -> Iterator[str]:
    """The weekdays that stand at the ends of the run."""
    told: set[str] = set()
    for one in found:
        said = one.expression
        if one.rule != "weekday" or not isinstance(said, Weekday) or said.said is not None or one.tense is Lean.OPEN:
            continue
        end = days[0] if one.tense is Lean.PAST else days[-1]
        words = text[slice(*one.span)]
        if said.weekday == end.weekday() and words not in told:
            told.add(words)
            side = "is past: on or after" if one.tense is Lean.PAST else "is still to come: on or before"
            yield f"{words} {side} {end.isoformat()}"
