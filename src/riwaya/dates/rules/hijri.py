"""Hijri days and months: 5 شوال 1436هـ, غرة رمضان. A Gregorian date given as the same day is the one believed."""

from riwaya.dates.expressions import Between, Day, Expression, Month, Year
from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.rule import Hit, rule
from riwaya.dates.rules.gregorian import DAY, LEAN, PAIR, WEEKDAY, YEAR, offset, said, year_offset
from riwaya.dates.rules.numeric import dated

_YEAR = r"{comma|of|slash}?{yearword}?<hijri_number>{hijri}?"
_MATCH = r"{comma|slash|dash|open}?{matching|open|dash|slash}{the}?{comma}?{weekday}?{comma}?{unit}?"
_LONGEST = 30
_OLD = 1300  # years from here on are told by their size


def _day(hit: Hit) -> Expression | None:
    if hit.number("day") > _LONGEST:
        return None
    return Day(
        day=hit.number("day"),
        month=hit.number("hijri_month"),
        year=hit.optional("hijri_number"),
        weekday=hit.optional("weekday"),
        said=said(hit),
        year_offset=year_offset(hit),
        offset=offset(hit),
        hijri=True,
    )


def _matched(hit: Hit) -> Expression | None:
    """The Gregorian half of الثلاثاء 5 شوال 1436 الموافق 21 يوليو 2015."""
    if hit.has("full_date"):
        return dated(hit)
    return Day(
        day=hit.number("day2"),
        month=hit.number("anymonth"),
        year=hit.optional("year"),
        weekday=hit.optional("weekday"),
        offset=offset(hit),
    )


def _month(hit: Hit) -> Expression | None:
    """رجب, شعبان and رمضان are also people, صفر is zero: a bare month needs شهر, في, a year or a lean."""
    told = hit.units.symbol(hit.start - 1) in (SYMBOLS[Kind.IN], SYMBOLS[Kind.SINCE])
    named = (
        told or SYMBOLS[Kind.UNIT] in hit.match[0] or hit.lean() is not None or hit.optional("hijri_number") is not None
    )
    if not named:
        return None
    return Month(
        month=hit.number("hijri_month"),
        year=hit.optional("hijri_number"),
        said=hit.lean(),
        edge=hit.edge(),
        hijri=True,
    )


def _old_year(hit: Hit) -> Expression | None:
    """مخطوط من عام 857هـ."""
    year = hit.number("number")
    return Year(year=year, edge=hit.edge(), hijri=True) if year < _OLD else None


def _year(hit: Hit) -> Expression | None:
    return Year(year=hit.number("hijri_number"), edge=hit.edge(), hijri=True)


def _years(hit: Hit) -> Expression | None:
    """A year of study or of money: 1436-1437هـ, 1436/1437."""
    first, last = hit.number("hijri_number"), hit.number("hijri_number2")
    if not 0 < last - first <= _SPAN:
        return None
    return Between(first=Year(year=first, hijri=True), last=Year(year=last, hijri=True))


_SPAN = 50  # years: longer ones are no reign, no plan, no term
RULES = (
    rule(
        "hijri_years",
        r"(?:{between}?{years}|{this}?{yearword})?<hijri_number>{hijri}?{dash|slash|until|and}<hijri_number2>{hijri}?",
        _years,
    ),
    rule("hijri_year_of_old", r"<edge>?{yearword}?<number>{hijri}", _old_year),
    rule(
        "hijri_matching",
        WEEKDAY + DAY + r"{unit}?{hijri_month}(?:{comma|of|slash}?{yearword}?{hijri_number}{hijri}?)?" + _MATCH
        + r"(?:<day2>{of|slash|dash}?{unit}?<anymonth>" + PAIR + "(?:" + YEAR + r")?|<full_date>){gregorian}?{close}?",
        _matched,
    ),
    rule("hijri_day_year", WEEKDAY + DAY + r"{unit}?<hijri_month>" + _YEAR, _day),
    rule("hijri_day", WEEKDAY + DAY + r"{unit}?<hijri_month>" + LEAN + "?", _day),
    rule("hijri_month", r"(?:<edge>{of}?)?{unit}?<hijri_month>(?:" + _YEAR + "|<lean>)?", _month),
    rule("hijri_year", r"<edge>?{yearword}?<hijri_number>{hijri}", _year),
)  # fmt: skip
