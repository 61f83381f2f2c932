"""Where in a text a rule can match at all: runs of words of time between plain words and the ends of sentences.

Rules see kinds of words only, so what matches on a run is kept by the run's symbols: most runs of a newspaper ("on
Monday", "in May 2015") come again and again.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.rules import RULES
from riwaya.records import Span

CORE = frozenset(
    SYMBOLS[kind]
    for kind in (
        Kind.WEEKDAY, Kind.MONTH, Kind.VAGUE_MONTH, Kind.HIJRI_MONTH, Kind.TODAY, Kind.DAYWORD, Kind.PAST,
        Kind.PAST_OR_LAST, Kind.PRESENT, Kind.FUTURE, Kind.FUTURE_OR_AFTER, Kind.UNIT, Kind.UNITS, Kind.DUAL,
        Kind.THE_UNIT, Kind.THE_UNITS, Kind.THE_DUAL, Kind.SEASON, Kind.FRACTION, Kind.DECADE, Kind.OCLOCK,
        Kind.YEAR_NUMBER, Kind.HIJRI_NUMBER, Kind.FULL_DATE, Kind.TIME, Kind.PART, Kind.HOLIDAY, Kind.OFTEN,
        Kind.EACH, Kind.SLASH,
    )
)  # fmt: skip
_PLAIN, _STOP = SYMBOLS[Kind.WORD], SYMBOLS[Kind.STOP]
_CORE = re.compile(f"[{''.join(sorted(CORE))}]")
_RUN = re.compile(f"[^{_PLAIN}{_STOP}]*+")
# By symbol, the rules that a run with it may match: those whose most telling need it fills, and those without needs.
_WORTH = {
    symbol: frozenset(n for n, rule in enumerate(RULES) if not rule.needs or symbol in min(rule.needs, key=len))
    for symbol in SYMBOLS.values()
}
_LONGEST = 48  # units: longer runs are tables and seldom come again


def islands(symbols: str) -> Iterator[Span]:
    """The runs that hold a word without which no rule matches."""
    end = 0
    while core := _CORE.search(symbols, end):
        first = 1 + max(symbols.rfind(_PLAIN, end, core.start()), symbols.rfind(_STOP, end, core.start()), end - 1)
        run = _RUN.match(symbols, core.start())
        end = core.end() if run is None else run.end()
        yield first, end


def matching(island: str) -> tuple[tuple[int, re.Match[str]], ...]:
    """Every match of every rule on a run, with the rule's place in `RULES`."""
    return _kept(island) if len(island) <= _LONGEST else _matching(island)


@lru_cache(maxsize=1 << 14)
def _kept(island: str) -> tuple[tuple[int, re.Match[str]], ...]:
    return _matching(island)


def _matching(island: str) -> tuple[tuple[int, re.Match[str]], ...]:
    present = frozenset(island)
    return tuple(
        (order, match)
        for order in sorted(frozenset[int]().union(*(_WORTH[symbol] for symbol in present)))
        if RULES[order].may_match(present)
        for match in RULES[order].pattern.finditer(island)
    )
