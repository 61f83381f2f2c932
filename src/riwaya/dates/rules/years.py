"""Bare years: عام 2019, منذ 2015, احتجاجات 2011, 2003م. A four-digit number that counts things is not one."""

from riwaya.dates.expressions import Expression, Year
from riwaya.dates.guards import guard
from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.rule import Hit, rule

ENDS = frozenset(
    SYMBOLS[kind]
    for kind in (Kind.STOP, Kind.COMMA, Kind.CLOSE, Kind.DASH, Kind.AND, Kind.IN, Kind.UNTIL, Kind.OF, Kind.SINCE,
                 Kind.BETWEEN, Kind.MARK, Kind.BEFORE, Kind.AFTER)
)  # fmt: skip
_BRACKETS = frozenset(SYMBOLS[kind] for kind in (Kind.OPEN, Kind.CLOSE, Kind.DASH))
_FIRST, _LAST = 1900, 2060  # a bare number outside these years counts things


def _named(hit: Hit) -> Expression | None:
    return Year(year=hit.number("year"), edge=hit.edge())


def _bare(hit: Hit) -> Expression | None:
    year = hit.number("year")
    told = hit.units.symbol(hit.start - 1) in (SYMBOLS[Kind.SINCE], SYMBOLS[Kind.IN])
    ends = hit.units.symbol(hit.end) in ENDS or hit.after().startswith("ال")
    if (
        not (_FIRST <= year <= _LAST or _aside(hit))
        or hit.before() in guard("before_count")
        or counts(hit)
        or not (told or ends)
    ):
        return None
    return Year(year=year)


def _aside(hit: Hit) -> bool:
    """A year long past stands in brackets, (1881) and (1821 - 1902), or in words: ألف وسبعمئة وتسعة وثمانين."""
    before, after = hit.units.symbol(hit.start - 1), hit.units.symbol(hit.end)
    bracketed = before in _BRACKETS and after in _BRACKETS
    return bracketed or not hit.word("year").isdecimal()


def counts(hit: Hit) -> bool:
    after = hit.after()
    """What is counted stands in the accusative (2019 شخصا) or is a common unit."""
    return after in guard("after_count") or (after.endswith("ا") and after not in ("هذا", "ما", "لا"))


RULES = (
    rule("year", r"(?:<edge>{of}?)?{yearword}{the}?<year>{gregorian}?", _named),
    rule("edge_year", r"<edge>{of}?<year>{gregorian}?", _named),
    rule("year_era", r"<edge>?<year>{gregorian}", _named),
    rule("bare_year", r"<year>", _bare),
)
