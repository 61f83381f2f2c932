"""From one time to another: من 3 إلى 5 سبتمبر, بين عامي 2015 و2019, يومي السبت والأحد. Both ends belong to it."""

from riwaya.dates.expressions import Between, Day, DayOf, Expression, Month, Weekday, Year
from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.rule import Hit, rule
from riwaya.dates.rules.gregorian import LEAN, PAIR, YEAR, said, year_offset

_LONGEST = 31
_FROM = r"(?:{of|between|days|in}{unit}?)?(?:{weekday}{comma}?)?"
_TO = r"(?:{until}|{and}|{dash}|{until}{unit})(?:{weekday}{comma}?)?"


def _days(hit: Hit) -> Expression | None:
    """من 3 إلى 5 سبتمبر: the month, year and lean of the last end hold for the first."""
    first, last = hit.number("day"), hit.number("day2")
    joined = SYMBOLS[Kind.UNTIL] in hit.match[0] or SYMBOLS[Kind.DASH] in hit.match[0]
    opened = hit.match[0][0] in (SYMBOLS[Kind.BETWEEN], SYMBOLS[Kind.DAYS])
    if first >= last or last > _LONGEST or not (joined or opened):
        return None
    return Between(first=_end(hit, first), last=_end(hit, last))


def _end(hit: Hit, day: int) -> Day:
    hijri = hit.has("hijri_month")
    return Day(
        day=day,
        month=hit.number("hijri_month" if hijri else "anymonth"),
        year=hit.optional("hijri_number" if hijri else "year"),
        said=said(hit),
        year_offset=year_offset(hit),
        hijri=hijri,
    )


def _days_listed(hit: Hit) -> Expression | None:
    """3 و4 و5 يوليو: days that follow one another; others are told one by one."""
    numbers = [hit.units.value(place) for place in range(hit.start, hit.end)]
    first, last = hit.number("day_number"), hit.number("day_number3")
    day = SYMBOLS[Kind.DAY_NUMBER]
    listed = [int(n) for n, s in zip(numbers, hit.match[0], strict=True) if s == day][: last - first + 1]
    if listed != list(range(first, last + 1)):
        return None
    return Between(first=_end(hit, first), last=_end(hit, last))


def _days_of_this(hit: Hit) -> Expression | None:
    """من 4 إلى 23 من الشهر المقبل: days of a month counted from the anchor's own."""
    first, last = hit.number("day"), hit.number("day2")
    if hit.value("the_unit") != "month" or first >= last or last > _LONGEST or _two_days(hit):
        return None
    lean = hit.lean()
    offset = 0 if lean is None else int(lean)
    return Between(first=DayOf(day=first, offset=offset), last=DayOf(day=last, offset=offset))


def _two_days(hit: Hit) -> bool:
    """14 و28 من الشهر الجاري are two days, not the days between."""
    first, last = hit.number("day"), hit.number("day2")
    opened = hit.match[0][0] in (SYMBOLS[Kind.BETWEEN], SYMBOLS[Kind.DAYS], SYMBOLS[Kind.OF])
    return SYMBOLS[Kind.AND] in hit.match[0] and not opened and last != first + 1


def _days_of_months(hit: Hit) -> Expression | None:
    year = hit.optional("year2")
    first = Day(day=hit.number("day"), month=hit.number("anymonth"), year=hit.optional("year") or year)
    last = Day(day=hit.number("day2"), month=hit.number("anymonth2"), year=year)
    if max(first.day, last.day) > _LONGEST or _unopened(hit):
        return None
    if first.year and first.year == last.year and first.month > last.month:
        first = Day(day=first.day, month=first.month, year=first.year - 1)
    return Between(first=first, last=last)


def _unopened(hit: Hit) -> bool:
    """5 مايو و8 يونيو are two days unless بين stands before them."""
    return SYMBOLS[Kind.AND] in hit.match[0] and hit.match[0][0] not in (SYMBOLS[Kind.BETWEEN], SYMBOLS[Kind.OF])


def _years(hit: Hit) -> Expression | None:
    first, last = hit.number("year"), hit.number("year2")
    return Between(first=Year(year=first), last=Year(year=last)) if first <= last else None


def _months(hit: Hit) -> Expression | None:
    year = hit.optional("year2")
    first_year = hit.optional("year") or year
    first, last = hit.number("anymonth"), hit.number("anymonth2")
    if first_year and first_year == year and first > last:
        first_year -= 1
    lean = hit.lean()
    return Between(first=Month(month=first, year=first_year, said=lean), last=Month(month=last, year=year, said=lean))


def _weekdays(hit: Hit) -> Expression | None:
    lean = hit.lean()
    ends = (Weekday(weekday=hit.number(name), said=lean) for name in ("weekday", "weekday2"))
    return Between(first=next(ends), last=next(ends))


_YEAR2 = YEAR.replace("<year>", "<year2>")

RULES = (
    rule(
        "days_of_this_month",
        r"(?:{of|between|days}{unit}?)?<day>(?:{until}|{and}|{dash})<day2>{of|in}?{this}?<the_unit><lean>?",
        _days_of_this,
    ),
    rule(
        "days_listed",
        r"(?:{units|days}(?={day_number}))?<day_number>(?:{comma|and}{1,2}{day_number}){0,5}{comma|and}{1,2}<day_number3>"
        r"{of|slash}?{unit}?<anymonth>" + PAIR + f"(?:{YEAR}|{LEAN})?",
        _days_listed,
    ),
    rule("days", _FROM + r"<day>" + _TO + r"<day2>{of|slash}?{unit}?<anymonth>" + PAIR + f"(?:{YEAR}|{LEAN})?", _days),
    rule(
        "hijri_days",
        _FROM + r"<day>" + _TO + r"<day2>{of|slash}?{unit}?<hijri_month>"
        + r"(?:{comma|of|slash}?{yearword}?<hijri_number>{hijri}?|" + LEAN + ")?",
        _days,
    ),
    rule(
        "days_of_months",
        _FROM + r"<day>{of}?<anymonth>" + PAIR + f"(?:{YEAR})?"
        + _TO + r"<day2>{of}?<anymonth2>" + PAIR + f"(?:{_YEAR2})?",
        _days_of_months,
    ),
    rule("years", r"(?:{between}?{years|the_dual}|{between|of}{yearword|years}?|{yearword})<year>{gregorian}?"
                  r"(?:{and|until|dash|slash})(?:{yearword})?<year2>{gregorian}?", _years),
    rule("year_to_year", r"<year>(?:{dash|slash|until})<year2>{gregorian}?", _years),
    rule("months", r"(?:{of|between|months}{unit}?)<anymonth>" + PAIR + f"(?:{YEAR})?"
                   + r"(?:{until}|{and})?{unit}?<anymonth2>" + PAIR + f"(?:{_YEAR2}|<lean>)?", _months),
    rule("weekdays", r"(?:{days}|{between}{unit}?)<weekday>{and}?<weekday2><lean>?", _weekdays),
    rule("weekday_to_weekday", r"{of}{unit}?<weekday>{until}{unit}?<weekday2><lean>?", _weekdays),
)  # fmt: skip
