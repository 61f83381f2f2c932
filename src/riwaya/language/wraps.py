"""Lines that a mail program, a PDF or a plain-text page broke to fit a width, not because a paragraph ended.

A line so broken has the shape that breaking gives: the next line's first word would not have fitted on it.
"""

from itertools import groupby, pairwise

_NARROWEST, _WIDEST = 40, 120  # letters of the longest line; headlines one a line are of any length, paragraphs longer
_FEWEST = 3  # lines broken so before the block is held to be wrapped: two may be chance
_ENDS = '.!?؟:؛…»”"'


def unwrapped(text: str) -> str:
    """`text` with a blank for each line's end that only broke a paragraph: as long as before, so spans hold."""
    blocks = groupby(text.split("\n"), key=bool)  # runs of lines with letters, and of empty ones
    return "\n".join(_joined(list(lines)) if full else "\n".join(lines) for full, lines in blocks)


def _joined(lines: list[str]) -> str:
    width = max(map(len, lines))
    if len(lines) <= _FEWEST or not _NARROWEST <= width <= _WIDEST:
        return "\n".join(lines)
    broken = [_broken(line, after, width) for line, after in pairwise(lines)]
    inside = [cut and not _ended(line) for cut, line in zip(broken, lines, strict=False)]
    odd = any(not cut and not _ended(line) for cut, line in zip(broken, lines, strict=False))
    if odd or sum(inside) < _FEWEST:
        return "\n".join(lines)
    return "".join(f"{line}{' ' if cut else chr(10)}" for line, cut in zip(lines, [*inside, False], strict=True))[:-1]


def _broken(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted."""
    return len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0] if after.strip() else "") > width


def _ended(line: str) -> bool:
    return line.rstrip()[-1:] in _ENDS
