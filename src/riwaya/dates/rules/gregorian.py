"""Days and months by name: الثاني من حزيران, الخميس 4 أوت 2016, 20 أيلول/سبتمبر الماضي, 5th, September 2023."""

from riwaya.dates.expressions import Day, Expression, Lean, Month, PartOfMonth
from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.rule import Hit, rule

# Pieces of patterns that other families build on.
WEEKDAY = r"(?:(?:{this}?<today>|<dayword>){comma}?)?(?:<weekday>{part}?{comma|dash}?{matching}?{unit}?|(?<={unit}))?"
PAIR = r"{close}?(?:{slash|dash|open|comma}?{and}?{anymonth}{close}?)?"
YEAR = r"{comma|of|slash|dash|open|in}?{yearword}?<year>"
LEAN = r"(?:<lean>|{of}?<the_unit><lean2>)"
DAY = r"<day>{th}?{comma|of|slash|dash|in|open}?"

_VAGUE = SYMBOLS[Kind.VAGUE_MONTH]
_SLASH = SYMBOLS[Kind.SLASH]


def offset(hit: Hit) -> int | None:
    """Days from the anchor that اليوم or أمس before the date says; None where neither stands there."""
    return hit.optional("today") if hit.optional("today") is not None else hit.optional("dayword")


def year_offset(hit: Hit) -> int | None:
    """Years from the anchor's own, of a month of this year or last: مارس من العام الماضي."""
    lean = hit.lean("lean2")
    return int(lean) if lean is not None and hit.value("the_unit") == "year" else None


def said(hit: Hit) -> Lean | None:
    """The lean of the date itself or of its month: 5 مايو المقبل, 5 مايو من الشهر المقبل."""
    if hit.has("lean2"):
        return hit.lean("lean2") if hit.value("the_unit") == "month" else None
    return hit.lean()


def _day_month(hit: Hit) -> Expression | None:
    number = hit.number("day")
    if number > 31 or _counted(hit):  # noqa: PLR2004  no such day
        return None
    return Day(
        day=number,
        month=hit.number("anymonth"),
        year=hit.optional("year"),
        weekday=hit.optional("weekday"),
        said=said(hit),
        year_offset=year_offset(hit),
        offset=offset(hit),
    )


def _counted(hit: Hit) -> bool:
    """A number word before a vague month is no day: ثلاثة مارسوا. Digits and ordinals are."""
    return hit.match["anymonth"] == _VAGUE and hit.match["day"] == SYMBOLS[Kind.CARDINAL]


def _month(hit: Hit) -> Expression | None:
    if hit.match["anymonth"] == _VAGUE and not _surely_month(hit):
        return None
    return Month(
        month=hit.number("anymonth"),
        year=hit.optional("year"),
        said=said(hit),
        year_offset=year_offset(hit),
        edge=hit.edge(),
    )


def _surely_month(hit: Hit) -> bool:
    """مارس is also "practised", جوان a name: something beside it must say that it is a month."""
    before = hit.units.symbol(hit.start - 1)
    told = before in (SYMBOLS[Kind.IN], SYMBOLS[Kind.SINCE], SYMBOLS[Kind.UNTIL])
    named = any(kind in hit.match[0] for kind in (_SLASH, SYMBOLS[Kind.UNIT]))
    year = hit.optional("year") is not None
    return told or named or year or hit.has("edge") or hit.lean() is not None


def _part_of_month(hit: Hit) -> Expression | None:
    """الأسبوع الأول من أكتوبر, النصف الثاني من مايو: the ordinal is not a day of the month."""
    if hit.has("the_unit3") and hit.value("the_unit3") != "week":
        return None
    month = Month(month=hit.number("anymonth"), year=hit.optional("year"), said=said(hit), year_offset=year_offset(hit))
    parts = hit.number("fraction") if hit.has("fraction") else 0
    index = hit.number("ordinal") if hit.has("ordinal") else 0
    return PartOfMonth(index=index, parts=parts, of=month) if index <= (parts or _WEEKS) else None


def _numbered(hit: Hit) -> Expression | None:
    """الشهر الثاني عشر من 2012."""
    month = hit.number("ordinal")
    if hit.value("the_unit") != "month" or month > _MONTHS:
        return None
    return Month(month=month, year=hit.number("year"), edge=hit.edge())


_MONTHS = 12
_WEEKS = 5  # that a month may begin

RULES = (
    rule(
        "part_of_month",
        r"(?:<the_unit3>|<fraction>)(?:<ordinal>|{past_or_last}){of}{unit}?<anymonth>" + PAIR + f"(?:{YEAR}|{LEAN})?",
        _part_of_month,
    ),
    rule("numbered_month", r"(?:<edge>{of}?)?<the_unit><ordinal>{of}{yearword}?<year>", _numbered),
    rule("day_month_year", WEEKDAY + DAY + r"{unit}?<anymonth>" + PAIR + YEAR + r"{gregorian}?", _day_month),
    rule("month_day_year", WEEKDAY + r"<anymonth><day>{th}?{comma|slash|of}?{yearword}?<year>", _day_month),
    rule("day_month", WEEKDAY + DAY + r"{unit}?<anymonth>" + PAIR + LEAN + "?", _day_month),
    rule("month_year", r"(?:<edge>{of}?)?{unit}?<anymonth>" + PAIR + YEAR + r"{gregorian}?", _month),
    rule("month", r"(?:<edge>{of}?)?(?:{this}?{unit}|{this})?<anymonth>" + PAIR + LEAN + "?", _month),
)
