"""A rule: a name, a pattern over kinds of words, and what a match means.

In a pattern `{kind}` is a word of that kind, `{a|b}` of either, `<kind>` the same and kept under that name; a digit at
the end of a name tells two of one kind apart (`<day2>`). Names for several kinds are in `_CLASSES`. The rest is `re`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from riwaya.dates.expressions import Edge, Expression, Lean
from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.units import Read

_CLASSES = {
    "day": "day_number|ordinal|ordinal_tens|cardinal|tens",
    "anymonth": "month|vague_month",
    "year": "year_number",
    "count": "day_number|number|cardinal|tens",
    "lean": "past|past_or_last|present|future",
    "aunit": "unit|units",
    "yearword": "unit|the_unit",
    "hour": "time|day_number|ordinal",
}
_NAME = re.compile(r"<([a-z_|]+)(\d?)>|\{([a-z_|]+)\}")
_LEANS = {
    SYMBOLS[Kind.PAST]: Lean.PAST,
    SYMBOLS[Kind.PAST_OR_LAST]: Lean.PAST,
    SYMBOLS[Kind.PRESENT]: Lean.OPEN,
    SYMBOLS[Kind.FUTURE]: Lean.FUTURE,
    SYMBOLS[Kind.FUTURE_OR_AFTER]: Lean.FUTURE,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A match of a rule on an island of the units of a text, which begins at the unit `base`."""

    units: Read
    match: re.Match[str]
    base: int = 0

    @property
    def start(self) -> int:
        """The place of its first word among the units."""
        return self.base + self.match.start()

    @property
    def end(self) -> int:
        return self.base + self.match.end()

    def has(self, name: str) -> bool:
        """Whether something stands under `name`, in this match or in any."""
        return name in self.match.re.groupindex and self.match.start(name) >= 0

    def place(self, name: str) -> int:
        return self.base + self.match.start(name)

    def value(self, name: str) -> str:
        return self.units.value(self.place(name))

    def word(self, name: str) -> str:
        return self.units.word(self.place(name))

    def number(self, name: str) -> int:
        """The number under `name`, which the pattern has made sure is there."""
        return int(self.value(name))

    def optional(self, name: str) -> int | None:
        return self.number(name) if self.has(name) else None

    def lean(self, name: str = "lean") -> Lean | None:
        """What الماضي, الجاري or المقبل under `name` says; None where nothing stands there."""
        return _LEANS[self.match[name]] if self.has(name) else None

    def edge(self) -> Edge | None:
        return Edge(self.value("edge")) if self.has("edge") else None

    def before(self) -> str:
        """The word before the match."""
        return self.units.word(self.start - 1)

    def after(self) -> str:
        return self.units.word(self.end)


@dataclass(frozen=True, slots=True)
class Rule:
    """`read` gives None where the words matched mean no time after all.

    `needs` holds the symbols one of which must be in the text for each word that the pattern cannot do without.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Hit], Expression | None]
    needs: tuple[frozenset[str], ...]

    def may_match(self, symbols: frozenset[str]) -> bool:
        """Whether a text of these symbols is worth the search."""
        return not any(need.isdisjoint(symbols) for need in self.needs)


def rule(name: str, pattern: str, read: Callable[[Hit], Expression | None]) -> Rule:
    return Rule(name, re.compile(_NAME.sub(_expand, pattern)), read, _needs(pattern))


def _needs(pattern: str) -> tuple[frozenset[str], ...]:
    """The words outside any bracket and not made optional."""
    found = []
    for name in _NAME.finditer(pattern):
        before = pattern[: name.start()]
        if before.count("(") == before.count(")") and pattern[name.end() : name.end() + 1] != "?":
            found.append(frozenset(_symbols(name)))
    return tuple(found)


def _symbols(name: re.Match[str]) -> str:
    kinds = name[1] or name[3]
    return "".join(SYMBOLS[Kind(kind)] for part in kinds.split("|") for kind in _CLASSES.get(part, part).split("|"))


def _expand(name: re.Match[str]) -> str:
    kinds, symbols = name[1] or name[3], _symbols(name)
    return f"(?P<{kinds.replace('|', '_')}{name[2]}>[{symbols}])" if name[1] else f"[{symbols}]"
