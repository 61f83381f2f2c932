"""Days of the Gregorian and the Hijri calendar, and steps over them. Nothing here raises on an impossible day.

The Hijri calendar is Umm al-Qura, which Gulf papers print, for the years of its tables (1343 to 1500), and outside them
the tabular (civil) one with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each thirty. Countries that watch
for the crescent may differ by a day, so a weekday or a Gregorian date beside a Hijri one is believed first.
"""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

from hijridate import Hijri

Days = tuple[date, date]  # first and last, both included

WEEK_START = 0  # Monday, as in ISO 8601; the only place that knows
_EPOCH = 227014  # proleptic Gregorian ordinal of 1 Muharram 1 (16 July 622, Julian), less one
_MONTHS = 12
_PRINTED = 1343, 1501  # Umm al-Qura years, the last left out


def day_of(year: int, month: int, day: int) -> date | None:
    """The Gregorian day, None where there is none (31 أبريل)."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= _MONTHS):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def month_of(year: int, month: int) -> Days:
    """The whole month; `month` may lie outside 1..12 and carries into the year."""
    year, month = year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_of(year: int) -> Days:
    return date(year, 1, 1), date(year, _MONTHS, 31)


def week_of(day: date) -> Days:
    first = day - timedelta(days=(day.weekday() - WEEK_START) % 7)
    return first, first + timedelta(days=6)


def add_months(day: date, count: int) -> date:
    """The same day `count` months on, or the month's last where it is shorter."""
    first, last = month_of(day.year, day.month + count)
    return min(last, first + timedelta(days=day.day - 1))


def iso_week(year: int, week: int) -> Days | None:
    """Week `week` of a year as ISO 8601 counts; -1 is its last."""
    last = date(year, 12, 28).isocalendar().week
    number = last if week < 0 else week
    return week_of(date.fromisocalendar(year, number, 1)) if 1 <= number <= last else None


def easter(year: int, *, julian: bool) -> date:
    """Easter Sunday of the western churches, or of the eastern ones, whose reckoning is `julian` (Meeus, ch. 8)."""
    if julian:
        moon = (19 * (year % 19) + 15) % 30
        week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        month, day = divmod(moon + week + 114, 31)
        return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    step = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * step + 114, 31)
    return date(year, month, day + 1)


def nearest_weekday(day: date, weekday: int) -> date:
    """The day with that weekday that is at most three days away."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)  # noqa: PLR2004  half a week


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one, None where there is none.

    Day 30 is taken of every month: where the calendar has 29 the crescent may have been seen a day later.
    """
    if not (year >= 1 and 1 <= month <= _MONTHS and 1 <= day <= 30):  # noqa: PLR2004  the longest month
        return None
    return date.fromordinal(_first(year, month) + day - 1)


def hijri_month(year: int, month: int) -> Days:
    after = (year, month + 1) if month < _MONTHS else (year + 1, 1)
    return date.fromordinal(_first(year, month)), date.fromordinal(_first(*after) - 1)


def hijri_year(year: int) -> Days:
    return hijri_month(year, 1)[0], hijri_month(year, _MONTHS)[1]


def hijri_of(day: date) -> tuple[int, int, int]:
    """The Hijri year, month and day of a Gregorian day."""
    year = (30 * (day.toordinal() - _EPOCH)) // 10631 + 2  # 10631 days in thirty years; begin a little late
    while _first(year, 1) > day.toordinal():
        year -= 1
    month = next(m for m in range(_MONTHS, 0, -1) if _first(year, m) <= day.toordinal())
    return year, month, day.toordinal() - _first(year, month) + 1


@lru_cache(maxsize=1 << 13)
def _first(year: int, month: int) -> int:
    """The proleptic Gregorian ordinal of a month's first day."""
    if _PRINTED[0] <= year < _PRINTED[1]:
        return Hijri(year, month, 1).to_gregorian().toordinal()
    return _EPOCH + 354 * (year - 1) + (11 * year + 3) // 30 + (59 * (month - 1) + 1) // 2 + 1
