"""Plain text to blocks: one a line, blank lines too."""

import re
from collections.abc import Iterable, Iterator

from riwaya.records import Block, BlockKind

_LIST_MARK = re.compile(r"(?:[•●▪■◾◦‣⁃*·]|[-–—](?=\s))\s*(?=\S)")
_INVISIBLE = "\ufeff\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_EDGES = " \t\u00a0\u2000\u2003\u2009\u3000\x1a" + _INVISIBLE


def of_lines(text: str, start: int = 0) -> Iterator[Block]:
    """The lines of `text` as blocks, spans moved on by `start` and without the blanks at a line's edges."""
    for line in text.split("\n"):
        inner = line.strip(_EDGES)
        first = start + (line.index(inner) if inner else 0)
        yield Block(kind=_kind(inner), span=(first, first + len(inner)))
        start += len(line) + 1


def _kind(line: str) -> BlockKind:
    if not line:
        return BlockKind.BLANK
    return BlockKind.BULLET if _LIST_MARK.match(line) else BlockKind.TEXT


def longest(blocks: Iterable[Block]) -> int:
    return max((block.span[1] - block.span[0] for block in blocks), default=0)
