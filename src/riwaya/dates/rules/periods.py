"""Calendar units counted from the anchor, seasons and quarters: الأسبوع الماضي, صيف 2015, الربع الأول من 2024."""

from riwaya.dates.expressions import Expression, Lean, Period, Quarter, Season, SeasonOf, Stretch, Unit, WeekOfYear
from riwaya.dates.guards import guard
from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.rule import Hit, rule

_OPEN_UNITS = (Unit.WEEK, Unit.MONTH, Unit.YEAR)  # those whose end needs no الجاري: نهاية الأسبوع


def _period(hit: Hit) -> Expression | None:
    unit, lean = Unit(hit.value("the_unit")), hit.lean()
    if unit is Unit.YEAR and hit.word("the_unit") == "العام" and _general(hit):
        return None
    offset = 0 if lean is None else int(lean)
    if unit in (Unit.CENTURY, Unit.DECADE) and lean is None:
        return None
    return Period(unit=unit, offset=offset, edge=hit.edge())


def _general(hit: Hit) -> bool:
    before = hit.units.word(hit.place("the_unit") - 1).removeprefix("و").removeprefix("ل")
    return before in guard("before_general")  # الأمين العام الحالي, "the present secretary-general"


def _edge_alone(hit: Hit) -> Expression | None:
    unit = Unit(hit.value("the_unit"))
    return Period(unit=unit, offset=0, edge=hit.edge()) if unit in _OPEN_UNITS else None


def _century(hit: Hit) -> Expression | None:
    number = hit.number("day")
    if hit.value("the_unit") != "century" or number > 21:  # noqa: PLR2004  the present one
        return None
    return Stretch(first=100 * number - 99, last=100 * number, edge=hit.edge())


def _decade(hit: Hit) -> Expression | None:
    """Decades of the twentieth century, unless القرن الحالي or القرن التاسع عشر says otherwise."""
    if hit.match.end() - hit.match.start() == 1 and _age(hit):
        return None
    century = 1900
    if hit.has("lean") and hit.lean() is not Lean.PAST:
        century = 2000
    if hit.optional("day") is not None:
        century = 100 * (hit.number("day") - 1)
    first = century + hit.number("decade")
    return Stretch(first=first, last=first + 9, edge=hit.edge())


def _age(hit: Hit) -> bool:
    """In the twenties, thirties or forties people are; later decades too where من العمر follows."""
    life = hit.units.word(hit.end + 1)
    told = hit.units.symbol(hit.start - 1) in (SYMBOLS[Kind.SINCE], SYMBOLS[Kind.EDGE])
    return (hit.number("decade") < 50 and not told) or life.startswith(("عمر", "العمر"))  # noqa: PLR2004  the fifties


def _offset(hit: Hit) -> int | None:
    """Years from the anchor's own that the words give; None where they give a year or nothing."""
    lean = hit.lean()
    if lean is not None:
        return int(lean)
    return 0 if SYMBOLS[Kind.THIS] in hit.match[0] or hit.has("the_unit") else None


def _quarter(hit: Hit) -> Expression | None:
    parts = hit.number("fraction")
    index = hit.number("ordinal") if hit.has("ordinal") else parts
    offset = _offset(hit)
    if index > parts or (offset is None and not hit.has("year")) or _not_of_year(hit):
        return None
    return Quarter(index=index, parts=parts, year=hit.optional("year"), offset=offset or 0)


def _not_of_year(hit: Hit) -> bool:
    return hit.has("the_unit") and hit.value("the_unit") != "year"


def _season(hit: Hit) -> Expression | None:
    season = Season(hit.value("season"))
    if hit.has("year"):
        return SeasonOf(season=season, year=hit.number("year"))
    offset = _offset(hit)
    return None if offset is None or _not_of_year(hit) else SeasonOf(season=season, said=Lean(offset))


def _after_next(hit: Hit) -> Expression | None:
    """الأسبوع بعد المقبل, العام قبل الماضي: two units away."""
    lean = hit.lean()
    if lean is not (Lean.PAST if hit.has("before") else Lean.FUTURE):
        return None
    return Period(unit=Unit(hit.value("the_unit")), offset=2 * int(lean), edge=hit.edge())


def _week_of_year(hit: Hit) -> Expression | None:
    if hit.value("the_unit") != "week" or (hit.has("the_unit2") and hit.value("the_unit2") != "year"):
        return None
    lean = hit.lean()
    return WeekOfYear(
        week=hit.number("day") if hit.has("day") else -1,
        year=hit.optional("year"),
        offset=0 if lean is None else int(lean),
    )


def _part_of_century(hit: Hit) -> Expression | None:
    """العقد الأول من القرن الماضي, النصف الثاني من القرن العشرين."""
    last = _century_of(hit, "the_unit2", "day")
    if last is None:
        return None
    decade = hit.has("the_unit") and hit.value("the_unit") == "decade"
    parts = 10 if decade else hit.number("fraction") if hit.has("fraction") else 0
    index = hit.number("ordinal")
    if not parts or index > parts:
        return None
    size = 100 // parts
    first = last - 100 + size * (index - 1) + (0 if decade else 1)
    return Stretch(first=first, last=first + size - 1)


def _century_of(hit: Hit, unit: str, day: str) -> int | None:
    """The last year of the century that is named, القرن الماضي or القرن التاسع عشر."""
    if hit.value(unit) != "century":
        return None
    if hit.has("lean"):
        return 2000 if hit.lean() is Lean.PAST else 2100
    return 100 * hit.number(day) if hit.has(day) and hit.number(day) <= 21 else None  # noqa: PLR2004  the present one


_OF_YEAR = r"{of|in|comma}?(?:{yearword}?<year>|{this}?<the_unit>?<lean>?)"

RULES = (
    rule("period", r"(?:<edge>{of}?)?{this}?<the_unit><lean>", _period),
    rule("this_period", r"(?:<edge>{of}?)?{this}<the_unit>(?!{year|hijri_number})", _period),
    rule("edge", r"<edge><the_unit>(?!{year|ordinal|past|present|future})", _edge_alone),
    rule("after_next", r"(?:<edge>{of}?)?<the_unit>(?:<before>|{after})<lean>", _after_next),
    rule(
        "week_of_year",
        r"<the_unit>(?:<day>|{past_or_last}){of|in}?(?:{yearword}<year>|<the_unit2><lean>)",
        _week_of_year,
    ),
    rule(
        "part_of_century",
        r"(?:<the_unit>|<fraction>)<ordinal>{of}<the_unit2>(?:<lean>|{the}?<day>){gregorian}?",
        _part_of_century,
    ),
    rule("century", r"(?:<edge>{of}?)?<the_unit>{the}?<day>{gregorian}?", _century),
    rule("decade", r"(?:<edge>{of}?)?<decade>(?:{of|in}?{the_unit}(?:<lean>|{the}?<day>)?)?(?!{hijri})", _decade),
    rule("quarter", r"<fraction>(?:<ordinal>|{past_or_last})" + _OF_YEAR, _quarter),
    rule("season", r"(?:{edge}{of}?)?<season>" + _OF_YEAR, _season),
    rule("this_season", r"{this}<season>", lambda hit: SeasonOf(season=Season(hit.value("season")), said=Lean.OPEN)),
)
