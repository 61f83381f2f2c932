"""Days of the Gregorian and the tabular Hijri calendar, and steps over them. Nothing here raises on an impossible day.

The tabular (civil) calendar has leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each thirty. Observation and
the Umm al-Qura calendar may differ from it by a day, so a weekday or a Gregorian date beside a Hijri one is believed
first.
"""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

Days = tuple[date, date]  # first and last, both included

WEEK_START = 0  # Monday, as in ISO 8601; the only place that knows
_EPOCH = 227014  # proleptic Gregorian ordinal of 1 Muharram 1 (16 July 622, Julian), less one
_MONTHS = 12


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


def nearest_weekday(day: date, weekday: int) -> date:
    """The day with that weekday that is at most three days away."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)  # noqa: PLR2004  half a week


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a tabular Hijri one, None where there is none.

    Day 30 is taken of every month: where the tabular one has 29 the crescent may have been seen a day later.
    """
    if not (year >= 1 and 1 <= month <= _MONTHS and 1 <= day <= 30):  # noqa: PLR2004  the longest month
        return None
    return date.fromordinal(_hijri_ordinal(year, month, day))


def hijri_month_length(year: int, month: int) -> int:
    leap = (11 * year + 14) % 30 < 11  # noqa: PLR2004  eleven leap years in each thirty
    return 30 if month % 2 or (month == _MONTHS and leap) else 29


def hijri_month(year: int, month: int) -> Days:
    first = date.fromordinal(_hijri_ordinal(year, month, 1))
    return first, first + timedelta(days=hijri_month_length(year, month) - 1)


def hijri_year(year: int) -> Days:
    return hijri_month(year, 1)[0], hijri_month(year, _MONTHS)[1]


def _hijri_ordinal(year: int, month: int, day: int) -> int:
    return _EPOCH + 354 * (year - 1) + (11 * year + 3) // 30 + (59 * (month - 1) + 1) // 2 + day


def hijri_of(day: date) -> tuple[int, int, int]:
    """The tabular Hijri year, month and day of a Gregorian day."""
    year = (30 * (day.toordinal() - _EPOCH)) // 10631 + 2  # 10631 days in thirty years; begin a little late
    while _hijri_ordinal(year, 1, 1) > day.toordinal():
        year -= 1
    month = next(m for m in range(_MONTHS, 0, -1) if _hijri_ordinal(year, m, 1) <= day.toordinal())
    return year, month, day.toordinal() - _hijri_ordinal(year, month, 1) + 1
