"""Stretches of time as runs of days: units counted from an anchor, windows, quarters, seasons, thirds."""

from collections.abc import Callable
from datetime import date, timedelta

from riwaya.dates import calendars
from riwaya.dates.calendars import Days
from riwaya.dates.expressions import Away, Edge, Lean, Quarter, Season, SeasonOf, Unit, Window
from riwaya.records import Precision, When

_SEASONS = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}  # first month
PRECISIONS = {
    Unit.WEEK: Precision.WEEK,
    Unit.MONTH: Precision.MONTH,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.DECADE,
    Unit.CENTURY: Precision.RANGE,
}
_OF_YEAR: dict[Edge, Callable[[int], Days]] = {  # مطلع العام is its first months, seldom April
    Edge.START: lambda year: (date(year, 1, 1), date(year, 3, 31)),
    Edge.MIDDLE: lambda year: (date(year, 5, 1), date(year, 8, 31)),
    Edge.END: lambda year: (date(year, 10, 1), date(year, 12, 31)),
}


def one(day: date | None) -> When | None:
    return None if day is None else When(value=day.isoformat(), first=day, last=day)


def run(days: Days, precision: Precision, edge: Edge | None = None) -> When:
    return When(first=days[0], last=days[1], precision=precision if edge is None else Precision.RANGE)


def cut(days: Days, edge: Edge | None) -> Days:
    """The first, middle or last third of a run of days; of a year, its first or last quarter or the months between."""
    if edge is None:
        return days
    first, last = days
    if (first.month, first.day, last.month, last.day, last.year) == (1, 1, 12, 31, first.year):
        return _OF_YEAR[edge](first.year)
    third = ((last - first).days + 1) // 3
    start, end = first + timedelta(days=third), last - timedelta(days=third)
    thirds = {
        Edge.START: (first, start - timedelta(days=1)),
        Edge.MIDDLE: (start, end),
        Edge.END: (end + timedelta(days=1), last),
    }
    return thirds[edge]


def part_of_month(month: When | None, index: int, parts: int) -> When | None:
    """Part `index` of a month cut into `parts`, or its week `index` where `parts` is 0; index 0 is the last."""
    if month is None:
        return None
    size = 7 if parts == 0 else ((month.last - month.first).days + 1) // parts
    first = month.first + timedelta(days=size * (index - 1))
    if index in (0, parts or -1):
        first = month.last - timedelta(days=size - 1) if parts == 0 or index == 0 else first
        return run((first, month.last), Precision.WEEK if parts == 0 else Precision.RANGE)
    last = min(first + timedelta(days=size - 1), month.last)
    return run((first, last), Precision.WEEK if parts == 0 else Precision.RANGE) if first <= last else None


def away(said: Away, anchor: date) -> When | None:
    """Days and weeks are counted to the day, months and years to the month and year: قبل عامين is a whole year."""
    if said.unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
        hours = said.count if said.unit is Unit.HOUR else 0
        return one(anchor + timedelta(days=int(hours / 24)))
    if said.unit in (Unit.DAY, Unit.WEEK):
        return one(anchor + timedelta(days=said.count * (7 if said.unit is Unit.WEEK else 1)))
    return run(period(said.unit, said.count, anchor, counted=True), PRECISIONS[said.unit])


def period(unit: Unit, offset: int, anchor: date, *, counted: bool = False) -> Days:
    """The calendar unit `offset` from the anchor's. Counted decades and centuries are years: قبل عقدين."""
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


def window(said: Window, anchor: date) -> When | None:
    count = said.count * said.side
    match said.unit:
        case Unit.SECOND | Unit.MINUTE | Unit.HOUR:
            hours = count if said.unit is Unit.HOUR else count / 60
            far = anchor + timedelta(days=round(hours / 24))
        case Unit.DAY | Unit.WEEK:
            far = anchor + timedelta(days=count * (7 if said.unit is Unit.WEEK else 1))
        case Unit.MONTH:
            far = calendars.add_months(anchor, count)
        case _:
            years = count * {Unit.DECADE: 10, Unit.CENTURY: 100}.get(said.unit, 1)
            far = calendars.add_months(anchor, 12 * years)
    return run((min(anchor, far), max(anchor, far)), Precision.RANGE)


def quarter(said: Quarter, year: int) -> When:
    size = 12 // said.parts
    first = calendars.month_of(year, (said.index - 1) * size + 1)[0]
    quarter = said.parts == 4  # noqa: PLR2004  months in threes
    last = calendars.month_of(year, said.index * size)[1]
    return When(first=first, last=last, precision=Precision.QUARTER if quarter else Precision.RANGE)


def week_of_year(week: int, year: int) -> When | None:
    days = calendars.iso_week(year, week)
    return None if days is None else run(days, Precision.WEEK)


def season(season: Season, year: int) -> When:
    first = calendars.month_of(year, _SEASONS[season])[0]
    return When(first=first, last=calendars.month_of(year, _SEASONS[season] + 2)[1], precision=Precision.SEASON)


def open_season(said: SeasonOf, anchor: date) -> When:
    seasons = [season(said.season, year) for year in range(anchor.year - 2, anchor.year + 3)]
    if said.said is Lean.PAST:
        return max((s for s in seasons if s.last < anchor), key=lambda s: s.first)
    if said.said is Lean.FUTURE:
        return min((s for s in seasons if s.first > anchor), key=lambda s: s.first)
    return min(seasons, key=lambda s: max(s.first - anchor, anchor - s.last))
