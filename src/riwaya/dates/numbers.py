"""Numbers of several words: خمسة عشر, الحادي عشر, ثلاثة وعشرين, الخامس والعشرين, ألف وتسعمئة وثمانية وسبعين."""

from collections.abc import Sequence
from typing import Protocol

from riwaya.dates.kinds import SYMBOLS, Kind

_CARDINAL, _ORDINAL = SYMBOLS[Kind.CARDINAL], SYMBOLS[Kind.ORDINAL]
_TENS = {_CARDINAL: SYMBOLS[Kind.TENS], _ORDINAL: SYMBOLS[Kind.ORDINAL_TENS]}
_HUNDREDS, _THOUSANDS = SYMBOLS[Kind.HUNDREDS], SYMBOLS[Kind.THOUSANDS]
_AND = SYMBOLS[Kind.AND]
_TEN, _HUNDRED = 10, 100
_YEARS = range(1500, 2101)  # that news speaks of

STARTERS = frozenset((*_TENS, _HUNDREDS, _THOUSANDS))  # symbols with which a number of several words may begin


class Told(Protocol):
    """A unit: its symbol, and its value in figures."""

    @property
    def symbol(self) -> str: ...
    @property
    def value(self) -> str: ...


_Part = tuple[int, int]  # how many units, and what they count
Compound = tuple[int, str, str]


def compound(told: Sequence[Told], place: int) -> Compound | None:
    """How many units from `place` on make one number, its symbol and value; None where the unit stands alone."""
    symbol = told[place].symbol
    if symbol in (_THOUSANDS, _HUNDREDS):
        return _large(told, place)
    if symbol not in _TENS:
        return None
    size, value = _below_hundred(told, place, symbol)
    if size < 2:  # noqa: PLR2004  one word
        return None
    return size, (_TENS[symbol] if value >= 2 * _TEN else symbol), str(value)


def _below_hundred(told: Sequence[Told], place: int, symbol: str) -> _Part:
    """A number under a hundred that begins at `place`; (0, 0) where none does."""
    if _symbol(told, place) == _TENS[symbol]:
        return 1, int(told[place].value)
    if _symbol(told, place) != symbol:
        return 0, 0
    value, after = int(told[place].value), place + 1
    if not 1 <= value < _TEN:
        return 1, value
    if _symbol(told, after) == _CARDINAL and told[after].value == str(_TEN):
        return 2, _TEN + value
    after += _symbol(told, after) == _AND
    if _symbol(told, after) == _TENS[symbol]:
        return after - place + 1, value + int(told[after].value)
    return 1, value


def _large(told: Sequence[Told], place: int) -> Compound | None:
    """ألفين وثمانية عشر, ألف وتسعمئة وواحد, مئة وخمسين: thousands, hundreds and the rest, joined by و or not."""
    after, value = place, 0
    for kind in (_THOUSANDS, _HUNDREDS):
        joined = after + (after > place and _symbol(told, after) == _AND)
        if _symbol(told, joined) == kind:
            after, value = joined + 1, value + int(told[joined].value)
    joined = after + (_symbol(told, after) == _AND)
    size, rest = _below_hundred(told, joined, _CARDINAL)
    if size:
        after, value = joined + size, value + rest
    if after == place + 1 and value < _HUNDRED * _TEN:
        return 1, _CARDINAL, str(value)
    year = value in _YEARS and (after > place + 1 or _named(told, place))
    return after - place, SYMBOLS[Kind.YEAR_NUMBER if year else Kind.NUMBER], str(value)


def _named(told: Sequence[Told], place: int) -> bool:
    """ألفين alone is two thousand of something, unless عام or a month stands before it."""
    before = _symbol(told, place - 1) if place else ""
    if before == SYMBOLS[Kind.COMMA] and place > 1:
        before = _symbol(told, place - 2)
    return before in {SYMBOLS[kind] for kind in (Kind.UNIT, Kind.THE_UNIT, Kind.MONTH, Kind.VAGUE_MONTH)}


def _symbol(told: Sequence[Told], place: int) -> str:
    return told[place].symbol if 0 <= place < len(told) else ""
