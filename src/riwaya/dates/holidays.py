"""Feasts and days of remembrance by their names, on the calendar that keeps them."""

from datetime import date, timedelta
from functools import cache

from riwaya.dates import calendars
from riwaya.dates.days import View, nearest
from riwaya.dates.expressions import Holiday
from riwaya.language import lexicon


@cache
def _table() -> dict[str, tuple[str, int, int]]:
    """Name → calendar, month (of Easter: 0) and day (of Easter: days after it)."""
    rows = lexicon.rows("riwaya.dates", "holidays.tsv")
    return {name: (calendar, int(month), int(day)) for name, calendar, month, day in rows}


def _kept(said: Holiday, year: int) -> date | None:
    """The day in a year of the feast's own calendar."""
    calendar, month, day = _table()[said.name]
    match calendar:
        case "hijri":
            first = calendars.hijri_day(year, month, day)
        case "gregorian":
            first = calendars.day_of(year, month, day)
        case _:
            first = calendars.easter(year, julian=calendar == "eastern") + timedelta(days=day)
    return None if first is None else first + timedelta(days=said.shift)


def _hijri(said: Holiday) -> bool:
    return _table()[said.name][0] == "hijri"


def day_in(said: Holiday, year: int) -> date | None:
    """The day in a Gregorian year, or in a Hijri one where the number is one."""
    if not _hijri(said):
        return _kept(said, year)
    if year < 1700:  # noqa: PLR2004  a Hijri year
        return _kept(said, year)
    here = calendars.hijri_of(date(year, 1, 1))[0]
    days = (_kept(said, hijri) for hijri in range(here, here + 3))
    return next((day for day in days if day and day.year == year), None)


def open_day(said: Holiday, view: View) -> date | None:
    if said.year_offset is not None:
        return day_in(said, view.anchor.year + said.year_offset)
    here = calendars.hijri_of(view.anchor)[0] if _hijri(said) else view.anchor.year
    days = [day for year in range(here - 1, here + 2) if (day := _kept(said, year))]
    return nearest(days, view, said.said)
