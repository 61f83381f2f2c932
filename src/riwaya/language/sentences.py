"""Sentences: ended by . ! ? ؟ … or a line's end, but not inside a quotation, an abbreviation, initials or a number."""

import re

from riwaya.language.quotes import pair
from riwaya.records import Span

_END = re.compile(r"[.!?؟…]+[»”\"')\]]*(?=\s|$)|\n+|$")
# One letter before the dot (أ. ف. ب، د. أحمد، م. 2023) is an initial or a title.
_INITIAL = re.compile(r"(?:^|[\s(«\"])[\u0621-\u064aA-Za-z]\.$")


def sentences(text: str) -> list[Span]:
    """Spans of the sentences of `text` in order, blanks trimmed."""
    inside = [p.outer for p in pair(text)]
    found: list[Span] = []
    start = 0
    for end in _END.finditer(text):
        if end.start() < start or not _ends(text, end, inside):
            continue
        left, right = start, end.end()
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right:
            found.append((left, right))
        start = end.end()
    return found


def _ends(text: str, end: re.Match[str], inside: list[Span]) -> bool:
    if "\n" in end[0] or end.start() == len(text):
        return True
    if _INITIAL.search(text[max(0, end.start() - 3) : end.start() + 1]):
        return False
    place = end.start()
    return not any(a < place < b - 1 and end.end() < b for a, b in inside)
