"""Quotations: pairs of marks, also where a page tore or turned them. The text is never changed; a repair is named.

Pages lose quotation marks in known ways: a closing mark set at the front of the last words by the wrong direction
(«روسيا على مستوى القادة for روسيا على مستوى القادة»), a mark of the wrong direction in the right place (»نص» and «نص«),
an opening mark whose closing one was dropped at the line's end or stands in the paragraph below, a straight mark too
many. A straight mark is told by what stands beside it, so that a stray one does not turn the rest.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, StrEnum

from riwaya.records import Span

_MARK = re.compile(r"[«»“”„‟″\"]|<<|>>|(?<!\w)''|''(?!\w)")
_GUILLEMETS = ("«", "»", "<<", ">>")
_OPENING = ("«", "<<")
_NOMINAL_OPEN, _NOMINAL_CLOSE = "«“„", "»”"
_LEFT = (
    " \t\u00a0\n([{-–—:،؛/ـ\u200f\u200e\u202b"  # an opening mark stands after one of these, or after a proclitic: لـ"…
)
_RIGHT = " \t\u00a0\n.,،؛:؟!…)]}-–—/\u200f\u200e\u202c"  # and a closing one before one of these
_NEAR = 3  # a colon and its blanks before a mark
_PROCLITICS = "وفبلك"
_TAIL = " \t\u00a0.،"  # left out of a quotation that was never closed


class Repair(StrEnum):
    NONE = "none"
    TURNED = "turned"  # a mark of the wrong direction, in its place or at the front of the last words
    UNCLOSED = "unclosed"  # no closing mark before the paragraph's end
    MIXED = "mixed"  # closed by a mark of another kind
    CONTINUED = "continued"  # opened in the paragraph above, which did not close it


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
    context: _Side  # what the letters beside it say
    shaped: bool  # has a direction of its own
    announced: bool  # a colon stands before it
    turned: bool = False


def pair(text: str) -> list[Quotation]:
    """The outermost quotations of `text`, in order; no quotation crosses a line's end."""
    found: list[Quotation] = []
    start = 0
    above: _Mark | None = None  # the mark that the last line with words left open
    for line in text.split("\n"):
        marks = _marks(line, continued=above is not None)
        closing = _continued(line, marks, above)
        if closing is not None:
            left, end = len(line) - len(line.lstrip()), marks[closing].span
            found.append(_moved(Quotation((left, end[1]), (left, end[0]), Repair.CONTINUED), start))
        rest = marks if closing is None else marks[closing + 1 :]
        here = list(_pair_line(line, rest)) if rest else []
        found.extend(_moved(quotation, start) for quotation in here)
        if line.strip():
            above = _left_open(rest, here)
        start += len(line) + 1
    return found


def _left_open(marks: Sequence[_Mark], found: Sequence[Quotation]) -> _Mark | None:
    if not found or found[-1].repair is not Repair.UNCLOSED:
        return None
    return next(mark for mark in marks if mark.span[0] == found[-1].outer[0])


def _continued(line: str, marks: Sequence[_Mark], above: _Mark | None) -> int | None:
    """The mark that closes what the line above left open: the first without a partner, where it closes."""
    if above is None:
        return None
    partners = _partners(marks)
    held = set(partners) | set(partners.values())
    loose = next((place for place in range(len(marks)) if place not in held), None)
    if loose is None or marks[loose].side is not _Side.CLOSES or marks[loose].guillemet is not above.guillemet:
        return None
    return loose if line[: marks[loose].span[0]].strip() else None


def _marks(line: str, *, continued: bool = False) -> list[_Mark]:
    spans = [match.span() for match in _MARK.finditer(line)]
    swapped = _swapped(line, spans)
    return _turned([_mark(line, span, swapped=swapped) for span in spans], continued=continued)


def _turned(marks: list[_Mark], *, continued: bool) -> list[_Mark]:
    """Marks whose direction cannot be meant, the other way round: »نص», «نص« and ” نص ”."""
    found: list[_Mark] = []
    opened = {True: 0, False: 0}
    later = _closers_after(marks)
    free = {True: not continued, False: not continued}  # the first loose closing mark may belong to the line above
    for mark, closer in zip(marks, later, strict=True):
        kind, side = mark.guillemet, mark.side
        if mark.shaped and side is _Side.CLOSES and not opened[kind]:
            if closer and (free[kind] or mark.context is _Side.OPENS):
                mark = replace(mark, side=_Side.OPENS, directed=True, turned=True)  # noqa: PLW2901
            free[kind] = True
        elif mark.shaped and side is _Side.OPENS and opened[kind] and mark.context is not _Side.OPENS and not closer:
            mark = replace(mark, side=_Side.CLOSES, directed=False, turned=True)  # noqa: PLW2901
        opens = mark.side is _Side.OPENS or (mark.side is _Side.EITHER and not opened[kind])
        opened[kind] = max(0, opened[kind] + (1 if opens else -1))
        found.append(mark)
    return found


def _closers_after(marks: Sequence[_Mark]) -> list[bool]:
    """For each mark whether the next one of its kind closes."""
    found: list[bool] = []
    following: dict[bool, bool] = {True: False, False: False}
    for mark in reversed(marks):
        found.append(following[mark.guillemet])
        following[mark.guillemet] = mark.shaped and mark.side is _Side.CLOSES
    return found[::-1]


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
    context = _context(line, span)
    announced = line[max(0, span[0] - _NEAR) : span[0]].rstrip().endswith(":")
    if letter in _GUILLEMETS:
        side = _Side.OPENS if (letter in _OPENING) is not swapped else _Side.CLOSES
        directed = side is _Side.OPENS
        return _Mark(span, True, directed, side, context, shaped=True, announced=announced)
    shaped = letter in _NOMINAL_OPEN + _NOMINAL_CLOSE
    side = context
    if side is _Side.EITHER and shaped:
        side = _Side.OPENS if letter in _NOMINAL_OPEN else _Side.CLOSES
    directed = letter in _NOMINAL_OPEN and side is _Side.OPENS
    return _Mark(span, False, directed, side, context, shaped=shaped, announced=announced)


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
            yield _closed(line, mark, marks[partner], ())
            place = partner + 1
            continue
        if mark.directed:
            following = next((m for m in range(place + 1, len(marks)) if marks[m].guillemet is mark.guillemet), None)
            closing = partners.get(following) if following is not None else None
            if following is None or closing is None:
                yield _never_closed(line, marks, place, partners)
                return
            # «أ «ب» : the inner mark is a closing one turned round; the true closing mark still closes.
            yield _closed(line, mark, marks[closing], (marks[following].span,))
            place = closing
        elif mark.announced and mark.context is _Side.OPENS and place == len(marks) - 1:
            yield _unclosed(line, mark, [])  # قال: "نص, and no more marks
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


def _never_closed(line: str, marks: Sequence[_Mark], place: int, partners: dict[int, int]) -> Quotation:
    """The last quotation of a line: closed by a mark of another kind («نص"), or not at all."""
    mark, after = marks[place], range(place + 1, len(marks))
    strays = [marks[m].span for m in after if marks[m].guillemet is mark.guillemet and marks[m].directed]
    held = set(partners.values())
    other = next((marks[m] for m in after if marks[m].side is _Side.CLOSES and m not in held), None)
    if other is not None and not strays:
        return replace(_closed(line, mark, other, ()), repair=Repair.MIXED)
    return _unclosed(line, mark, strays)


def _closed(line: str, mark: _Mark, closing: _Mark, strays: tuple[Span, ...]) -> Quotation:
    repair = Repair.TURNED if mark.turned or closing.turned else Repair.NONE
    start, end = mark.span[1], closing.span[0]
    left = len(line[start:end]) - len(line[start:end].lstrip())
    inner = (start + left, max(start + left, start + len(line[start:end].rstrip())))
    return Quotation((mark.span[0], closing.span[1]), inner, repair, strays)


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
