"""From what was said to days on the calendar, seen from an anchor: the day on which it was written.

`tense` is the side on which the clause puts it (see `tense`); words of the expression itself (الماضي, المقبل) go before it.
Everything moves with the anchor; what stands fast without one (a full date, a year) resolves without one too.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from riwaya.dates import calendars
from riwaya.dates.calendars import Days
from riwaya.dates.expressions import (
    Away,
    Between,
    Clock,
    Day,
    DayOf,
    Edge,
    Expression,
    Lean,
    Month,
    PartOf,
    Period,
    Quarter,
    Season,
    SeasonOf,
    Stretch,
    Today,
    Unit,
    Weekday,
    Window,
    Year,
)
from riwaya.records import Precision, When

_SEASONS = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}  # first month
_PRECISIONS = {
    Unit.WEEK: Precision.WEEK,
    Unit.MONTH: Precision.MONTH,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.DECADE,
    Unit.CENTURY: Precision.RANGE,
}
_SOON = timedelta(days=45)  # how far ahead a bare date may lie before the past one is likelier


@dataclass(frozen=True, slots=True)
class _View:
    anchor: date
    tense: Lean


def resolve(expression: Expression, anchor: date | None, tense: Lean = Lean.OPEN) -> When | None:
    """The days meant, or None where an anchor is needed and not given, or no such day exists."""
    if anchor is not None and isinstance(expression, Day) and _misdated(expression, anchor):
        return _one(anchor + timedelta(days=expression.offset or 0))
    try:
        return _fixed(expression) or (None if anchor is None else _seen(expression, _View(anchor, tense)))
    except (OverflowError, ValueError):  # years before 1 or after 9999: قبل 50 ألف عام
        return None


def _fixed(expression: Expression) -> When | None:
    """What means the same days whoever writes it, whenever."""
    match expression:
        case Day(year=int(year)):
            return _one(_day_in(expression, year))
        case Month(year=int(year)):
            return _run(_cut(_month_in(expression, year), expression.edge), Precision.MONTH, expression.edge)
        case Year():
            days = calendars.hijri_year(expression.year) if expression.hijri else calendars.year_of(expression.year)
            return _run(_cut(days, expression.edge), Precision.YEAR, expression.edge)
        case Stretch():
            decade = expression.last - expression.first < 10  # noqa: PLR2004  years
            days = calendars.year_of(expression.first)[0], calendars.year_of(expression.last)[1]
            return _run(days, Precision.DECADE if decade else Precision.RANGE)
        case Quarter(year=int(year)):
            return _quarter(expression, year)
        case SeasonOf(year=int(year)):
            return _season(expression.season, year)
        case Between():
            return _joined(_fixed(expression.first), _fixed(expression.last))
        case PartOf():
            return _part(_fixed(expression.of))
        case Clock(of=of) if of is not None:
            return _clock(expression, _fixed(of))
    return None


def _seen(expression: Expression, view: _View) -> When | None:  # noqa: PLR0911  one line a kind
    match expression:
        case Day():
            return _one(_open_day(expression, view))
        case Month():
            return _run(_cut(_open_month(expression, view), expression.edge), Precision.MONTH, expression.edge)
        case Weekday():
            return _one(_weekday(expression, view))
        case Today():
            return _one(_today(expression, view.anchor))
        case Away():
            return _away(expression, view)
        case Period():
            days = _period(expression.unit, expression.offset, view.anchor)
            return _run(_cut(days, expression.edge), _PRECISIONS.get(expression.unit, Precision.DAY), expression.edge)
        case Window():
            return _window(expression, view.anchor)
        case DayOf():
            first, _ = calendars.month_of(view.anchor.year, view.anchor.month + expression.offset)
            return _one(calendars.day_of(first.year, first.month, expression.day))
        case Quarter():
            return _quarter(expression, view.anchor.year + expression.offset)
        case SeasonOf():
            return _open_season(expression, view.anchor)
    return _compound(expression, view)


def _compound(expression: Expression, view: _View) -> When | None:
    match expression:
        case Between():
            return _between(expression, view)
        case PartOf():
            return _part(resolve(expression.of, view.anchor, view.tense))
        case Clock():
            day = resolve(expression.of, view.anchor, view.tense) if expression.of else _one(view.anchor)
            return _clock(expression, day)
    return None


# --- days and months ----------------------------------------------------------------------------------------------


def _day_in(said: Day, year: int) -> date | None:
    if not said.hijri:
        return calendars.day_of(year, said.month, said.day)
    day = calendars.hijri_day(year, said.month, said.day)
    if day is None or said.weekday is None:
        return day
    near = calendars.nearest_weekday(day, said.weekday)
    return near if abs(near - day) <= timedelta(days=1) else day  # the tabular calendar may be a day off


def _misdated(said: Day, anchor: date) -> bool:
    """اليوم الاثنين 8 ماي written on Monday 8 June: the words agree with the anchor, the month is a slip."""
    if said.offset is None or said.weekday is None or said.year is None or said.hijri:
        return False
    day = calendars.day_of(said.year, said.month, said.day)
    here = anchor + timedelta(days=said.offset)
    return here.weekday() == said.weekday and (day is None or day.weekday() != said.weekday)


def _month_in(said: Month, year: int) -> Days:
    return calendars.hijri_month(year, said.month) if said.hijri else calendars.month_of(year, said.month)


def _open_day(said: Day, view: _View) -> date | None:
    """The year is the one that puts the day on the right side of the anchor, and nearest to it."""
    here = calendars.hijri_of(view.anchor)[0] if said.hijri else view.anchor.year
    if said.year_offset is not None:
        return _day_in(said, here + said.year_offset)
    if said.said is Lean.OPEN:
        return _day_in(said, here)
    near = [day for year in range(here - 1, here + 2) if (day := _day_in(said, year))]
    fitting = [day for day in near if said.weekday is None or said.hijri or day.weekday() == said.weekday]
    return _choose(fitting or near, view, said.said)


def _choose(days: list[date], view: _View, said: Lean | None) -> date | None:
    if not days:
        return None
    anchor, lean = view.anchor, view.tense if said is None else said
    sided = [day for day in days if (day <= anchor if lean is Lean.PAST else day >= anchor)]
    if lean is Lean.OPEN or not sided:
        # A coming day is named sooner than a past one of the same distance, but not many months ahead.
        return min(days, key=lambda day: (day > anchor + _SOON, abs(day - anchor)))
    return min(sided, key=lambda day: abs(day - anchor))


def _open_month(said: Month, view: _View) -> Days:
    here = calendars.hijri_of(view.anchor)[0] if said.hijri else view.anchor.year
    if said.year_offset is not None:
        return _month_in(said, here + said.year_offset)
    if said.said is Lean.OPEN:
        return _month_in(said, here)
    months = [_month_in(said, year) for year in range(here - 1, here + 2)]
    if said.said is Lean.PAST:
        return max(days for days in months if days[1] < view.anchor)
    if said.said is Lean.FUTURE:
        return min(days for days in months if days[0] > view.anchor)
    return _bare_month(months, view)


def _bare_month(months: list[Days], view: _View) -> Days:
    """سافر في أغسطس: the last one begun; سيسافر في سبتمبر: the next one not over; else the nearest."""
    if view.tense is Lean.PAST:
        return max(days for days in months if days[0] <= view.anchor)
    if view.tense is Lean.FUTURE:
        return min(days for days in months if days[1] >= view.anchor)
    middle = {days: days[0] + (days[1] - days[0]) / 2 for days in months}
    return min(months, key=lambda days: abs(middle[days] - view.anchor))


def _weekday(said: Weekday, view: _View) -> date:
    """The anchor's own day counts for a bare weekday on both sides, and for neither الماضي nor المقبل."""
    if said.week is not None:
        monday = calendars.week_of(view.anchor)[0] + timedelta(weeks=said.week)
        return monday + timedelta(days=(said.weekday - calendars.WEEK_START) % 7)
    back = timedelta(days=(view.anchor.weekday() - said.weekday) % 7)
    ahead = timedelta(days=(said.weekday - view.anchor.weekday()) % 7)
    whole = timedelta(weeks=1)
    if said.said is Lean.PAST:
        return view.anchor - (back or whole)
    if said.said is Lean.FUTURE:
        return view.anchor + (ahead or whole)
    return view.anchor + ahead if view.tense is Lean.FUTURE else view.anchor - back


def _today(said: Today, anchor: date) -> date:
    day = anchor + timedelta(days=said.offset)
    return day if said.weekday is None else calendars.nearest_weekday(day, said.weekday)


# --- units and windows --------------------------------------------------------------------------------------------


def _away(said: Away, view: _View) -> When | None:
    """Days and weeks are counted to the day, months and years to the month and year: قبل عامين is a whole year."""
    if said.unit in (Unit.MINUTE, Unit.HOUR):
        hours = said.count if said.unit is Unit.HOUR else 0
        return _one(view.anchor + timedelta(days=int(hours / 24)))
    if said.unit in (Unit.DAY, Unit.WEEK):
        return _one(view.anchor + timedelta(days=said.count * (7 if said.unit is Unit.WEEK else 1)))
    return _run(_period(said.unit, said.count, view.anchor, counted=True), _PRECISIONS[said.unit])


def _period(unit: Unit, offset: int, anchor: date, *, counted: bool = False) -> Days:
    """The calendar unit `offset` from the anchor's. Counted decades and centuries are years: قبل عقدين, 20 years ago."""
    match unit:
        case Unit.WEEK:
            return calendars.week_of(anchor + timedelta(weeks=offset))
        case Unit.MONTH:
            return calendars.month_of(anchor.year, anchor.month + offset)
        case Unit.YEAR:
            return calendars.year_of(anchor.year + offset)
        case Unit.DECADE | Unit.CENTURY:
            size = 10 if unit is Unit.DECADE else 100
            if counted:
                return calendars.year_of(anchor.year + size * offset)
            # The decade of 2019 is 2010-2019; its century 2001-2100.
            start = anchor.year // size * size + (1 if unit is Unit.CENTURY else 0) + size * offset
            return calendars.year_of(start)[0], calendars.year_of(start + size - 1)[1]
        case _:
            day = anchor + timedelta(days=offset)
            return day, day


def _window(said: Window, anchor: date) -> When | None:
    count = said.count * said.side
    match said.unit:
        case Unit.MINUTE | Unit.HOUR:
            hours = count if said.unit is Unit.HOUR else count / 60
            far = anchor + timedelta(days=round(hours / 24))
        case Unit.DAY | Unit.WEEK:
            far = anchor + timedelta(days=count * (7 if said.unit is Unit.WEEK else 1))
        case Unit.MONTH:
            far = calendars.add_months(anchor, count)
        case _:
            years = count * {Unit.DECADE: 10, Unit.CENTURY: 100}.get(said.unit, 1)
            far = calendars.add_months(anchor, 12 * years)
    return _run((min(anchor, far), max(anchor, far)), Precision.RANGE)


def _quarter(said: Quarter, year: int) -> When:
    size = 12 // said.parts
    first = calendars.month_of(year, (said.index - 1) * size + 1)[0]
    quarter = said.parts == 4  # noqa: PLR2004  months in threes
    last = calendars.month_of(year, said.index * size)[1]
    return When(first=first, last=last, precision=Precision.QUARTER if quarter else Precision.RANGE)


def _season(season: Season, year: int) -> When:
    first = calendars.month_of(year, _SEASONS[season])[0]
    return When(first=first, last=calendars.month_of(year, _SEASONS[season] + 2)[1], precision=Precision.SEASON)


def _open_season(said: SeasonOf, anchor: date) -> When:
    seasons = [_season(said.season, year) for year in range(anchor.year - 2, anchor.year + 3)]
    if said.said is Lean.PAST:
        return max((s for s in seasons if s.last < anchor), key=lambda s: s.first)
    if said.said is Lean.FUTURE:
        return min((s for s in seasons if s.first > anchor), key=lambda s: s.first)
    return min(seasons, key=lambda s: max(s.first - anchor, anchor - s.last))


# --- ranges and parts ---------------------------------------------------------------------------------------------


def _between(said: Between, view: _View) -> When | None:
    """The last end is fixed first; the first end is the nearest such time before it (من 28 ديسمبر إلى 3 يناير)."""
    last = resolve(said.last, view.anchor, view.tense)
    if last is None:
        return None
    return _joined(resolve(said.first, last.last, Lean.PAST), last)


def _joined(first: When | None, last: When | None) -> When | None:
    if first is None or last is None or first.first > last.last:
        return None
    return When(first=first.first, last=last.last, precision=Precision.RANGE)


def _cut(days: Days, edge: Edge | None) -> Days:
    """The first, middle or last third of a run of days."""
    if edge is None:
        return days
    first, last = days
    third = ((last - first).days + 1) // 3
    start, end = first + timedelta(days=third), last - timedelta(days=third)
    return {
        Edge.START: (first, start - timedelta(days=1)),
        Edge.MIDDLE: (start, end),
        Edge.END: (end + timedelta(days=1), last),
    }[edge]


def _part(of: When | None) -> When | None:
    if of is None or of.value is None or of.precision is Precision.TIME:
        return of
    return When(value=of.value, first=of.first, last=of.last, precision=Precision.PART_OF_DAY)


def _clock(said: Clock, day: When | None) -> When | None:
    if day is None or day.first != day.last:
        return None
    value = f"{day.first.isoformat()}T{said.hour:02}:{said.minute:02}{_zone(said.zone, day.first)}"
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


def _one(day: date | None) -> When | None:
    return None if day is None else When(value=day.isoformat(), first=day, last=day)


def _run(days: Days, precision: Precision, edge: Edge | None = None) -> When:
    return When(first=days[0], last=days[1], precision=precision if edge is None else Precision.RANGE)
