"""Days, months and weekdays that leave the year or the week open, seen from an anchor."""

from dataclasses import dataclass
from datetime import date, timedelta

from riwaya.dates import calendars
from riwaya.dates.calendars import Days
from riwaya.dates.expressions import Day, Lean, Month, Today, Weekday

_SOON = timedelta(days=45)  # how far ahead a bare date may lie before the past one is likelier


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
    return near if abs(near - day) <= timedelta(days=1) else day  # the tabular calendar may be a day off


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
    return _choose(fitting or near, view, said.said)


def _choose(days: list[date], view: View, said: Lean | None) -> date | None:
    if not days:
        return None
    anchor, lean = view.anchor, view.tense if said is None else said
    sided = [day for day in days if (day <= anchor if lean is Lean.PAST else day >= anchor)]
    if lean is Lean.OPEN or not sided:
        # A coming day is named sooner than a past one of the same distance, but not many months ahead.
        return min(days, key=lambda day: (day > anchor + _SOON, abs(day - anchor)))
    return min(sided, key=lambda day: abs(day - anchor))


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
    return _bare_month(months, view)


def _bare_month(months: list[Days], view: View) -> Days:
    """سافر في أغسطس: the last one begun; سيسافر في سبتمبر: the next one not over; else the nearest."""
    if view.tense is Lean.PAST:
        return max(days for days in months if days[0] <= view.anchor)
    if view.tense is Lean.FUTURE:
        return min(days for days in months if days[1] >= view.anchor)
    middle = {days: days[0] + (days[1] - days[0]) / 2 for days in months}
    return min(months, key=lambda days: abs(middle[days] - view.anchor))


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
    day = anchor + timedelta(days=said.offset)
    return day if said.weekday is None else calendars.nearest_weekday(day, said.weekday)
