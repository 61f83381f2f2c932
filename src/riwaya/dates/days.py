"""Days, months and weekdays that leave the year or the week open, seen from an anchor."""

from dataclasses import dataclass
from datetime import date, timedelta

from riwaya.dates import calendars
from riwaya.dates.calendars import Days
from riwaya.dates.expressions import Day, DayOf, Lean, Month, Today, Weekday

_SLIP = 1  # days that a clock in another zone may be behind
_AGAINST, _AGAINST_OPEN = 3.0, 1.5  # how many times farther a day seems on the side that the clause does not speak of


@dataclass(frozen=True, slots=True)
class View:
    """The day of writing, and the side of it on which the clause puts its days."""

    anchor: date
    tense: Lean


def day_in(said: Day, year: int) -> date | None:
    if not said.hijri:
        return calendars.day_of(year, said.month, said.day)
    day = calendars.hijri_day(year, said.month, said.day)
    if day is None or said.weekday is None:
        return day
    near = calendars.nearest_weekday(day, said.weekday)
    return near if abs(near - day) <= timedelta(days=1) else day  # a crescent may be seen a day off


def misdated(said: Day, anchor: date) -> bool:
    """اليوم الاثنين 8 ماي written on Monday 8 June: the words agree with the anchor, the month is a slip."""
    if said.offset is None or said.weekday is None or said.year is None or said.hijri:
        return False
    day = calendars.day_of(said.year, said.month, said.day)
    here = anchor + timedelta(days=said.offset)
    return here.weekday() == said.weekday and (day is None or day.weekday() != said.weekday)


def month_in(said: Month, year: int) -> Days:
    return calendars.hijri_month(year, said.month) if said.hijri else calendars.month_of(year, said.month)


def open_day(said: Day, view: View) -> date | None:
    """The year is the one that puts the day on the right side of the anchor, and nearest to it."""
    here = calendars.hijri_of(view.anchor)[0] if said.hijri else view.anchor.year
    if said.year_offset is not None:
        return day_in(said, here + said.year_offset)
    if said.said is Lean.OPEN:
        return day_in(said, here)
    near = [day for year in range(here - 1, here + 2) if (day := day_in(said, year))]
    fitting = [day for day in near if said.weekday is None or said.hijri or day.weekday() == said.weekday]
    return nearest(fitting or near, view, said.said)


def open_day_of_month(said: DayOf, view: View) -> date | None:
    """The nearest such day of a month: within a month, or within half a year where its weekday tells."""
    reach = 1 if said.weekday is None else 6
    months = (calendars.month_of(view.anchor.year, view.anchor.month + step)[0] for step in range(-reach, reach + 1))
    days = [day for first in months if (day := calendars.day_of(first.year, first.month, said.day))]
    return nearest([day for day in days if said.weekday in (None, day.weekday())], view, None)


def nearest(days: list[date], view: View, said: Lean | None) -> date | None:
    """The likeliest of some days: on the side that the words or the clause give, and not far."""
    if not days:
        return None
    if said is Lean.PAST or said is Lean.FUTURE:
        sided = [day for day in days if (day < view.anchor if said is Lean.PAST else day > view.anchor)]
        days = sided or days
    return min(days, key=lambda day: _far(day, day, view))


def _far(first: date, last: date, view: View) -> float:
    """How unlikely days are from the anchor: their distance, more on the side where the clause does not put them.

    Only more, not out of the question: "أكدت … بطولة 22 أغسطس" tells of a coming August, its past verb of the telling.
    """
    if first <= view.anchor <= last:
        return 0
    side = Lean.PAST if last < view.anchor else Lean.FUTURE
    against = _AGAINST_OPEN if view.tense is Lean.OPEN and side is Lean.FUTURE else _AGAINST
    factor = 1.0 if side is view.tense or (view.tense is Lean.OPEN and side is Lean.PAST) else against
    return factor * min(abs((first - view.anchor).days), abs((last - view.anchor).days))


def open_month(said: Month, view: View) -> Days:
    here = calendars.hijri_of(view.anchor)[0] if said.hijri else view.anchor.year
    if said.year_offset is not None:
        return month_in(said, here + said.year_offset)
    if said.said is Lean.OPEN:
        return month_in(said, here)
    months = [month_in(said, year) for year in range(here - 1, here + 2)]
    if said.said is Lean.PAST:
        return max(days for days in months if days[1] < view.anchor)
    if said.said is Lean.FUTURE:
        return min(days for days in months if days[0] > view.anchor)
    return min(months, key=lambda days: _far(days[0], days[1], view))


def weekday(said: Weekday, view: View) -> date:
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


def today(said: Today, anchor: date) -> date:
    """A weekday beside اليوم that is not the anchor's tells that the anchor, a capture, came some days later."""
    day = anchor + timedelta(days=said.offset)
    if said.weekday is None:
        return day
    ahead = (said.weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead <= _SLIP else ahead - 7)
