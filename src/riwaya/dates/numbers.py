"""Numbers of several words, over kinds: خمسة عشر, الحادي عشر, ثلاثة وعشرين, الخامس والعشرين."""

from collections.abc import Sequence

from riwaya.dates.kinds import SYMBOLS, Kind

_CARDINAL, _ORDINAL = SYMBOLS[Kind.CARDINAL], SYMBOLS[Kind.ORDINAL]
_TENS = {_CARDINAL: SYMBOLS[Kind.TENS], _ORDINAL: SYMBOLS[Kind.ORDINAL_TENS]}
_AND = SYMBOLS[Kind.AND]
_TEN = 10

STARTERS = frozenset(_TENS)  # symbols with which a number of several words may begin


def compound(symbols: Sequence[str], values: Sequence[str], place: int) -> tuple[int, str, str] | None:
    """How many units from `place` on make one number, its symbol and value; None where the unit stands alone."""
    symbol = symbols[place]
    if symbol not in _TENS or not 1 <= int(values[place]) < _TEN:
        return None
    after = place + 1
    if after < len(symbols) and symbols[after] == _CARDINAL and values[after] == str(_TEN):
        return 2, symbol, str(_TEN + int(values[place]))
    if after < len(symbols) and symbols[after] == _AND:
        after += 1
    if after < len(symbols) and symbols[after] == _TENS[symbol]:
        return after - place + 1, symbol, str(int(values[after]) + int(values[place]))
    return None
