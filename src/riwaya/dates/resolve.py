"""From what was said to days on the calendar, seen from an anchor: the day on which it was written.

`tense` is the side on which the clause puts it (see `tense`); words of the expression itself (الماضي, المقبل) go
before it. Everything moves with the anchor; a full date or a year resolves without one too.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from riwaya.dates import calendars, holidays
from riwaya.dates.days import View, day_in, misdated, month_in, open_day, open_day_of_month, open_month, today, weekday
from riwaya.dates.expressions import (
    Away,
    Between,
    Clock,
    Day,
    DayOf,
    Expression,
    Holiday,
    Lean,
    Month,
    PartOf,
    PartOfMonth,
    Period,
    Quarter,
    SeasonOf,
    Stretch,
    Today,
    Weekday,
    WeekOfYear,
    Window,
    Year,
)
from riwaya.dates.stretches import (
    PRECISIONS,
    away,
    cut,
    one,
    open_season,
    part_of_month,
    period,
    quarter,
    run,
    season,
    week_of_year,
    window,
)
from riwaya.records import Precision, When


def resolve(expression: Expression, anchor: date | None, tense: Lean = Lean.OPEN) -> When | None:
    """The days meant, or None where an anchor is needed and not given, or no such day exists."""
    if anchor is not None and isinstance(expression, Day) and misdated(expression, anchor):
        return one(anchor + timedelta(days=expression.offset or 0))
    try:
        return _fixed(expression) or (None if anchor is None else _seen(expression, View(anchor, tense)))
    except (OverflowError, ValueError):  # years before 1 or after 9999: قبل 50 ألف عام
        return None


def _fixed(expression: Expression) -> When | None:  # noqa: PLR0911  a line a kind
    """What means the same days whoever writes it, whenever."""
    match expression:
        case Day(year=int(year)):
            return one(day_in(expression, year))
        case Month(year=int(year)):
            return run(cut(month_in(expression, year), expression.edge), Precision.MONTH, expression.edge)
        case Year():
            days = calendars.hijri_year(expression.year) if expression.hijri else calendars.year_of(expression.year)
            return run(cut(days, expression.edge), Precision.YEAR, expression.edge)
        case Stretch():
            decade = expression.last - expression.first < 10  # noqa: PLR2004  years
            days = calendars.year_of(expression.first)[0], calendars.year_of(expression.last)[1]
            return run(cut(days, expression.edge), Precision.DECADE if decade else Precision.RANGE, expression.edge)
        case Quarter(year=int(year)):
            return quarter(expression, year)
        case SeasonOf(year=int(year)):
            return season(expression.season, year)
        case Holiday(year=int(year)):
            return one(holidays.day_in(expression, year))
        case WeekOfYear(year=int(year)):
            return week_of_year(expression.week, year)
    return _fixed_compound(expression)


def _fixed_compound(expression: Expression) -> When | None:
    match expression:
        case PartOfMonth():
            return part_of_month(_fixed(expression.of), expression.index, expression.parts)
        case Between():
            return _joined(_fixed(expression.first), _fixed(expression.last))
        case PartOf():
            return _part(_fixed(expression.of))
        case Clock(of=of) if of is not None:
            return _clock(expression, _fixed(of))
    return None


def _seen(expression: Expression, view: View) -> When | None:
    """What means other days from another anchor."""
    readers: tuple[Callable[[Expression, View], When | None], ...] = (_day_seen, _stretch_seen, _compound)
    return next((when for reader in readers if (when := reader(expression, view))), None)


def _day_seen(expression: Expression, view: View) -> When | None:  # noqa: PLR0911  a line a kind
    match expression:
        case Day():
            return one(open_day(expression, view))
        case Weekday():
            return one(weekday(expression, view))
        case Today():
            return one(today(expression, view.anchor))
        case Holiday():
            return one(holidays.open_day(expression, view))
        case DayOf(offset=None):
            return one(open_day_of_month(expression, view))
        case DayOf(offset=int(offset)):
            first, _ = calendars.month_of(view.anchor.year, view.anchor.month + offset)
            return one(calendars.day_of(first.year, first.month, expression.day))
    return None


def _stretch_seen(expression: Expression, view: View) -> When | None:  # noqa: PLR0911  a line a kind
    match expression:
        case Month():
            return run(cut(open_month(expression, view), expression.edge), Precision.MONTH, expression.edge)
        case PartOfMonth():
            month = resolve(expression.of, view.anchor, view.tense)
            return part_of_month(month, expression.index, expression.parts)
        case Period():
            days = period(expression.unit, expression.offset, view.anchor)
            return run(cut(days, expression.edge), PRECISIONS.get(expression.unit, Precision.DAY), expression.edge)
        case Quarter():
            return quarter(expression, view.anchor.year + expression.offset)
        case SeasonOf():
            return open_season(expression, view.anchor)
        case WeekOfYear():
            return week_of_year(expression.week, view.anchor.year + expression.offset)
    return None


def _compound(expression: Expression, view: View) -> When | None:
    match expression:
        case Away():
            told = expression.sure or view.tense is Lean.FUTURE
            return away(expression, view.anchor) if told else None
        case Window():
            return window(expression, view.anchor)
        case Between():
            return _between(expression, view)
        case PartOf():
            return _part(resolve(expression.of, view.anchor, view.tense))
        case Clock():
            day = resolve(expression.of, view.anchor, view.tense) if expression.of else one(view.anchor)
            return _clock(expression, day)
    return None


def _between(said: Between, view: View) -> When | None:
    """The last end is fixed first; the first end is the nearest such time before it (من 28 ديسمبر إلى 3 يناير)."""
    last = resolve(said.last, view.anchor, view.tense)
    if last is None:
        return None
    first = said.first
    if isinstance(first, DayOf | Today):  # counted from the anchor as the last end is
        return _joined(resolve(first, view.anchor, view.tense), last)
    if isinstance(first, Day | Month | Weekday):
        first = replace(first, said=None)  # المقبل is said of the anchor, not of the last end
    return _joined(resolve(first, last.last, Lean.PAST), last)


def _joined(first: When | None, last: When | None) -> When | None:
    if first is None or last is None or first.first > last.last:
        return None
    return When(first=first.first, last=last.last, precision=Precision.RANGE)


def _part(of: When | None) -> When | None:
    if of is None or of.value is None or of.precision is Precision.TIME:
        return of
    return When(value=of.value, first=of.first, last=of.last, precision=Precision.PART_OF_DAY)


def _clock(said: Clock, day: When | None) -> When | None:
    if day is None or day.first != day.last:
        return None
    zone = _zone(said.zone, day.first)
    value = f"{day.first.isoformat()}T{said.hour:02}:{said.minute:02}{zone}"
    if said.until is not None:
        hour, minute = said.until
        after = day.first if said.until > (said.hour, said.minute) else day.first + timedelta(days=1)
        value += f"/{after.isoformat()}T{hour:02}:{minute:02}{zone}"
    return When(value=value, first=day.first, last=day.last, precision=Precision.TIME)


def _zone(zone: str | None, day: date) -> str:
    if zone is None or zone.startswith(("+", "-")):
        return zone or ""
    try:
        there = ZoneInfo(zone)
    except ZoneInfoNotFoundError:  # a machine without the zones' tables: the hour is kept, its zone is not known
        return ""
    minutes = int((there.utcoffset(datetime.combine(day, time(12))) or timedelta()).total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
