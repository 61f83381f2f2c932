"""A page as the page room makes one of plain text, for tests of what comes after it."""

import re
from datetime import datetime

from riwaya.records import Block, BlockKind, Page

_BULLET = re.compile(r"\s*[•·▪*-]\s")


def plain(text: str, *, url: str | None = None, captured_at: datetime | None = None, **hints: str) -> Page:
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(kind=_kind(line), span=(start, start + len(line))))
        start += len(line) + 1
    return Page(
        capture="0123456789abcdef" * 4,
        name="page.txt",
        url=url,
        captured_at=captured_at,
        text=text,
        blocks=tuple(blocks),
        hints=hints,
    )


def _kind(line: str) -> BlockKind:
    if not line.strip():
        return BlockKind.BLANK
    return BlockKind.BULLET if _BULLET.match(line) else BlockKind.TEXT


def marked(*runs: tuple[BlockKind, str] | tuple[BlockKind, str, int], **hints: str) -> Page:
    """A page of markup: kind, text and, of a heading, its level."""
    blocks, start = [], 0
    for kind, text, *level in runs:
        blocks.append(Block(kind=kind, span=(start, start + len(text)), level=level[0] if level else 0))
        start += len(text) + 1
    text = "\n".join(run[1] for run in runs)
    return Page(capture="0123456789abcdef" * 4, name="page.html", text=text, blocks=tuple(blocks), hints=hints)
