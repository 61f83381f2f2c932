"""Quotations: pairs of marks, also where a page tore or turned them. The text is never changed; a repair is named.

Pages lose quotation marks in known ways: a closing mark set at the front of the last words by the wrong direction
(«روسيا على مستوى القادة for روسيا على مستوى القادة»), an opening mark whose closing one was dropped at the line's end,
a straight mark too many. A straight mark is told by what stands beside it, so that a stray one does not turn the rest.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum

from riwaya.records import Span

_MARK = re.compile(r"[«»“”„‟″\"]|(?<!\w)''|''(?!\w)")
_GUILLEMETS = "«»"
_NOMINAL_OPEN, _NOMINAL_CLOSE = "«“„", "»”"
_LEFT = (
    " \t\u00a0\n([{-–—:،؛/ـ\u200f\u200e\u202b"  # an opening mark stands after one of these, or after a proclitic: لـ"…
)
_RIGHT = " \t\u00a0\n.,،؛:؟!…)]}-–—/\u200f\u200e\u202c"  # and a closing one before one of these
_PROCLITICS = "وفبلك"
_TAIL = " \t\u00a0.،"  # left out of a quotation that was never closed


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


class _Side(Enum):
    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"  # closes where one is open


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    guillemet: bool
    directed: bool  # says itself that it opens: a lone one is a quotation never closed, a lone straight one is nothing
    side: _Side


def pair(text: str) -> list[Quotation]:
    """The outermost quotations of `text`, in order; no quotation crosses a line's end."""
    found: list[Quotation] = []
    start = 0
    for line in text.split("\n"):
        marks = _marks(line)
        if marks:
            found.extend(_moved(quotation, start) for quotation in _pair_line(line, marks))
        start += len(line) + 1
    return found


def _marks(line: str) -> list[_Mark]:
    spans = [match.span() for match in _MARK.finditer(line)]
    swapped = _swapped(line, spans)
    return [_mark(line, span, swapped=swapped) for span in spans]


def _swapped(line: str, spans: Sequence[Span]) -> bool:
    """»نص« : some old pages set guillemets the other way round; the first and the last of the line say so."""
    guillemets = [span for span in spans if line[slice(*span)] in _GUILLEMETS]
    if len(guillemets) < 2:  # noqa: PLR2004  a pair
        return False
    first, last = guillemets[0], guillemets[-1]
    turned = line[slice(*first)] == "»" and line[slice(*last)] == "«"
    return turned and _context(line, first) is _Side.OPENS and _context(line, last) is _Side.CLOSES


def _mark(line: str, span: Span, *, swapped: bool) -> _Mark:
    letter = line[slice(*span)]
    if letter in _GUILLEMETS:
        side = _Side.OPENS if (letter == "«") is not swapped else _Side.CLOSES
        return _Mark(span, guillemet=True, directed=side is _Side.OPENS, side=side)
    side = _context(line, span)
    if side is _Side.EITHER and letter in _NOMINAL_OPEN + _NOMINAL_CLOSE:
        side = _Side.OPENS if letter in _NOMINAL_OPEN else _Side.CLOSES
    return _Mark(span, guillemet=False, directed=letter in _NOMINAL_OPEN and side is _Side.OPENS, side=side)


def _context(line: str, span: Span) -> _Side:
    """What the letters on both sides of a mark say of it."""
    start, end = span
    free_left = start == 0 or line[start - 1] in _LEFT or _after_proclitic(line, start)
    free_right = end == len(line) or line[end] in _RIGHT
    if free_left == free_right:
        return _Side.EITHER
    return _Side.OPENS if free_left else _Side.CLOSES


def _after_proclitic(line: str, start: int) -> bool:
    """ل"نص" : a proclitic written on to the mark."""
    alone = start == 1 or line[start - 2 : start - 1] in _LEFT
    return line[start - 1] in _PROCLITICS and alone


def _pair_line(line: str, marks: Sequence[_Mark]) -> Iterator[Quotation]:
    partners = _partners(marks)
    place = 0
    while place < len(marks):
        mark = marks[place]
        partner = partners.get(place)
        if partner is not None:
            yield _closed(mark, marks[partner], ())
            place = partner + 1
            continue
        if mark.directed:
            later = [m for m in range(place + 1, len(marks)) if marks[m].guillemet is mark.guillemet]
            closing = next((partners[m] for m in later[:1] if m in partners), None)
            if closing is None:
                yield _unclosed(line, mark, [marks[m].span for m in later if marks[m].directed])
                return
            # «أ «ب» : the inner mark is a closing one turned round; the true closing mark still closes.
            yield _closed(mark, marks[closing], (marks[later[0]].span,))
            place = closing
        place += 1


def _partners(marks: Sequence[_Mark]) -> dict[int, int]:
    """Each opening mark that is closed, with its closing mark; nested ones have their own."""
    found: dict[int, int] = {}
    waiting: dict[bool, list[int]] = {True: [], False: []}
    for place, mark in enumerate(marks):
        opened = waiting[mark.guillemet]
        if mark.side is _Side.OPENS or (mark.side is _Side.EITHER and not opened):
            opened.append(place)
        elif opened:
            found[opened.pop()] = place
    return found


def _closed(mark: _Mark, closing: _Mark, strays: tuple[Span, ...]) -> Quotation:
    return Quotation((mark.span[0], closing.span[1]), (mark.span[1], closing.span[0]), Repair.NONE, strays)


def _unclosed(line: str, mark: _Mark, strays: list[Span]) -> Quotation:
    end = max(len(line.rstrip(_TAIL)), mark.span[1])
    repair = Repair.TURNED if strays else Repair.UNCLOSED
    return Quotation((mark.span[0], end), (mark.span[1], end), repair, tuple(strays))


def _moved(quotation: Quotation, by: int) -> Quotation:
    def moved(span: Span) -> Span:
        return span[0] + by, span[1] + by

    strays = tuple(map(moved, quotation.strays))
    return Quotation(moved(quotation.outer), moved(quotation.inner), quotation.repair, strays)


# --- text shown outside its place ---------------------------------------------------------------------------------

_CLOSING = {"«": "»", "»": "«", "“": "”", "„": "“"}
_NEARLY = 0.9  # of the letters: no word of the reporter's own


def _loose(text: str) -> list[_Mark]:
    """Marks without a partner."""
    marks = _marks(text)
    partners = _partners(marks)
    held = set(partners) | set(partners.values())
    return [mark for place, mark in enumerate(marks) if place not in held]


def is_whole(text: str) -> bool:
    """Whether every quotation opened in the line is closed in it, and the other way round."""
    return not _loose(text)


def whole(text: str) -> str:
    """The line with its quotations closed: what it was cut out of held the other marks, or its page tore them."""
    for mark in reversed(_loose(text)):
        start, end = mark.span
        letter = text[start:end]
        before, after = text[:start], text[end:]
        if mark.side is _Side.OPENS and after.strip(" .…"):
            text = f"{text}{_CLOSING.get(letter, letter)}"
        elif mark.side is _Side.CLOSES and before.strip() and after.strip(" .…،"):
            opening = {"»": "«", "«": "»", "”": "“"}.get(letter, letter)
            text = f"{opening}{text}"
        else:
            text = before + after
    while loose := _loose(text):  # marks of several kinds one in the other: those that still stand alone go
        start, end = loose[-1].span
        text = text[:start] + text[end:]
    return text.strip()


def open_at(text: str) -> int | None:
    """Where the last quotation that the line does not close begins."""
    return next((mark.span[0] for mark in reversed(_loose(text)) if mark.side is _Side.OPENS), None)


def own_words(content: str, quotes: Sequence[str]) -> str:
    """The speaker's words alone, where the content is hardly more than them; else nothing."""
    words = quotes[0].strip() if quotes else ""
    return words if len(quotes) == 1 and len(words) >= _NEARLY * len(content.strip(' "«»“”.،')) else ""
