"""Dates in figures: 2023/09/05, 5-9-2023, 15/8 after a weekday or "on", 2024-03-09 21:17:08 GMT."""

from dataclasses import replace

from riwaya.dates.calendars import day_of
from riwaya.dates.expressions import Clock, Day, Expression, Month
from riwaya.dates.guards import guard
from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.rule import Hit, rule
from riwaya.dates.rules.gregorian import WEEKDAY, offset
from riwaya.dates.rules.years import counts

_CENTURY = 2000  # two-digit years are of this century
_MONTHS, _DAYS = 12, 31
_FIGURES = frozenset(
    SYMBOLS[kind] for kind in (Kind.SLASH, Kind.DASH, Kind.DAY_NUMBER, Kind.NUMBER, Kind.YEAR_NUMBER, Kind.DECIMAL)
)


def full_date(figures: str, weekday: int | None = None) -> Day | None:
    """Year first or day first; month first only where day first cannot be (04/21/2016); None where nothing fits."""
    parts = [int(part) for part in figures.replace("/", "-").replace(".", "-").split("-")]
    lengths = figures.replace("/", "-").replace(".", "-").split("-")
    orders = [(0, 1, 2)] if len(lengths[0]) > 2 else [(2, 1, 0), (2, 0, 1), (0, 1, 2)]  # noqa: PLR2004  a year
    for year, month, day in orders:
        full = parts[year] if parts[year] > 99 else parts[year] + _CENTURY  # noqa: PLR2004  two digits
        if _hijri(full) and parts[month] <= _MONTHS and parts[day] < _DAYS:
            return Day(day=parts[day], month=parts[month], year=full, weekday=weekday, hijri=True)
        if day_of(full, parts[month], parts[day]):
            return Day(day=parts[day], month=parts[month], year=full, weekday=weekday)
    return None


def _hijri(year: int) -> bool:
    return 1300 <= year <= 1500  # noqa: PLR2004  years that news speaks of


def dated(hit: Hit) -> Day | None:
    """The date in figures of a match, with the weekday and the "today" that stand before it."""
    found = full_date(hit.value("full_date"), hit.optional("weekday"))
    return None if found is None else replace(found, offset=offset(hit))


def _full(hit: Hit) -> Expression | None:
    found = dated(hit)
    if found is None or not hit.has("time"):
        return found
    hour, minute = (int(part) for part in hit.value("time").split(":")[:2])
    return Clock(hour=hour, minute=minute, zone=hit.value("zone") if hit.has("zone") else None, of=found)


def _day_month(hit: Hit) -> Expression | None:
    """Day first, as Arabic presses write; 4/22 can only be month first."""
    day, month = hit.number("day_number"), hit.number("day_number2")
    if month > _MONTHS >= day:
        day, month = month, day
    if month > _MONTHS:
        return None
    return Day(day=day, month=month, year=hit.optional("year"), weekday=hit.optional("weekday"), offset=offset(hit))


def _hijri_figures(hit: Hit) -> Expression | None:
    """16 /06 /1408ه: day first, as in one word."""
    day, month = hit.number("day_number"), hit.number("day_number2")
    return Day(day=day, month=month, year=hit.number("hijri_number"), hijri=True) if month <= _MONTHS else None


def _bare(hit: Hit) -> Expression | None:
    """22/04 and 15/8 without a word of time: not 1/2, nor بنسبة 15/8, nor a line of a table."""
    sure = any(hit.word(name).startswith("0") or hit.number(name) > _MONTHS for name in ("day_number", "day_number2"))
    beside = hit.units.symbol(hit.start - 1), hit.units.symbol(hit.end)
    if not sure or _FIGURES.intersection(beside) or hit.before() in guard("before_count") or counts(hit):
        return None
    return _day_month(hit)


def _month_year(hit: Hit) -> Expression | None:
    month = hit.number("day_number")
    return Month(month=month, year=hit.number("year")) if month <= _MONTHS else None


RULES = (
    rule(
        "full_date",
        WEEKDAY + r"<full_date>{gregorian|hijri}?(?:{mark|dash|comma|oclock|tee}?<time>{zone_mark}?<zone>?)?",
        _full,
    ),
    rule("day_month_year_figures", WEEKDAY + r"<day_number>{slash}<day_number2>{slash}<year>", _day_month),
    rule(
        "hijri_day_month_year_figures", r"<day_number>{slash}<day_number2>{slash}<hijri_number>{hijri}?", _hijri_figures
    ),
    rule(
        "day_month_figures",
        r"(?:<weekday>{comma}?|(?<={on|unit}))<day_number>{slash}<day_number2>(?!{slash})",
        _day_month,
    ),
    rule("day_month_bare", r"<day_number>{slash}<day_number2>", _bare),
    rule("year_month_figures", r"(?<!{slash|dash})<year>{slash}<day_number>(?!{slash|dash|number|unit})", _month_year),
    rule("month_year_figures", r"(?<={in|since|unit})<day_number>{slash}<year>", _month_year),
)
