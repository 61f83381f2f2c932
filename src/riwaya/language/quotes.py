"""Quotations: pairs of marks, also where a page tore or turned them. The text is never changed; a repair is named.

Pages lose quotation marks in known ways: a closing mark set at the front of the last words by the wrong direction
(«روسيا على مستوى القادة for روسيا على مستوى القادة»), and an opening mark whose closing one was dropped at the line's end.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from riwaya.records import Span

_MARK = re.compile(r"[«»“”„\"]|(?<!\w)''|''(?!\w)")
_OPEN, _CLOSE, _STRAIGHT = "«“„", "»”", "\"''"
_CLOSES = {"«": "»", "“": "”", "„": "“”"}


class Repair(StrEnum):
    NONE = "none"
    TURNED = "turned"  # the closing mark stood at the front of the last words
    UNCLOSED = "unclosed"  # no closing mark before the paragraph's end


@dataclass(frozen=True, slots=True)
class Quotation:
    """`outer` with its marks, `inner` without; `strays` are marks inside that belong nowhere."""

    outer: Span
    inner: Span
    repair: Repair = Repair.NONE
    strays: tuple[Span, ...] = ()


def pair(text: str) -> list[Quotation]:
    """The outermost quotations of `text`, in order; no quotation crosses a line's end."""
    found: list[Quotation] = []
    start = 0
    for line in text.split("\n"):
        found.extend(_pair_line(line, start))
        start += len(line) + 1
    return found


def _pair_line(line: str, offset: int) -> list[Quotation]:
    marks = [m.span() for m in _MARK.finditer(line)]
    found: list[Quotation] = []
    i = 0
    while i < len(marks):
        start, inner = marks[i]
        mark = line[start:inner]
        if mark in _CLOSE:  # a closing mark with nothing open
            i += 1
            continue
        close = _closing(line, marks, i)
        if close is not None:
            left, right = marks[close]
            found.append(_quotation(offset, (start, right), (inner, left), Repair.NONE))
            i = close + 1
            continue
        if mark in _STRAIGHT:  # a lone straight mark says nothing about where it ends
            i += 1
            continue
        later = [m for m in marks[i + 1 :] if line[slice(*m)] in _OPEN]
        repair = Repair.TURNED if later else Repair.UNCLOSED
        end = len(line.rstrip(" .،"))
        found.append(_quotation(offset, (start, end), (inner, end), repair, later))
        break
    return found


def _closing(line: str, marks: list[Span], i: int) -> int | None:
    """Index of the mark that closes mark i, nested pairs of the same kind stepped over; None where there is none."""
    mark = line[slice(*marks[i])]
    if mark in _STRAIGHT:
        return next((j for j in range(i + 1, len(marks)) if line[slice(*marks[j])] == mark), None)
    depth = 1
    for j in range(i + 1, len(marks)):
        other = line[slice(*marks[j])]
        depth += (other == mark) - (other in _CLOSES[mark])
        if depth == 0:
            return j
    # Unbalanced: an inner opening mark is a closing one turned round; the nearest true closing mark still closes.
    return next((j for j in range(len(marks) - 1, i, -1) if line[slice(*marks[j])] in _CLOSES[mark]), None)


def _quotation(offset: int, outer: Span, inner: Span, repair: Repair, strays: list[Span] | None = None) -> Quotation:
    def moved(span: Span) -> Span:
        return span[0] + offset, span[1] + offset

    return Quotation(moved(outer), moved(inner), repair, tuple(map(moved, strays or ())))
