"""Stage 6, bodies: what the short lines, bullets and repeated captions inside a text are."""

from collections.abc import Sequence
from dataclasses import replace

from riwaya.article.label import Label, Labelled
from riwaya.article.segment import Segment
from riwaya.records import BlockKind

_SUBHEADING_WORDS = 18
_RUN = 3  # short lines in a row below a text are a list of headlines
_HEADLINE = 5


def decide(segment: Segment, *, row: bool) -> Segment:
    """The segment with every line below its first paragraph decided; a row of a file has no furniture there."""
    places = [i for i, item in enumerate(segment.items) if item.label is Label.PROSE]
    if not places:
        return segment
    found = segment.items[: places[0]]
    seen = {item.line.key for item in found if item.label is Label.CAPTION}
    for i, item in enumerate(segment.items[places[0] :], places[0]):
        label = _label(segment.items, i, places[-1], row=row)
        if label is Label.CAPTION and item.line.key in seen:
            label = Label.REPEATED
        seen |= {item.line.key} if label is Label.CAPTION else set()
        found.append(replace(item, label=label))
    return Segment(segment.role, found)


def _label(items: Sequence[Labelled], place: int, last: int, *, row: bool) -> Label:
    item = items[place]
    if item.label is not Label.SHORT:
        return item.label
    if row and (place > last or _run(items, place) >= _RUN):
        return Label.PROSE  # verses, a list of points
    if place > last:
        return _below(items, place, last)
    if item.line.kind is BlockKind.BULLET:
        return Label.PROSE
    titles = item.line.words <= _SUBHEADING_WORDS and _titles(items, place) and not _said_beside(items, place)
    return Label.SUBHEADING if titles else Label.CAPTION


def _run(items: Sequence[Labelled], place: int) -> int:
    """How many short lines stand together here."""
    start = end = place
    while start > 0 and items[start - 1].label is Label.SHORT:
        start -= 1
    while end + 1 < len(items) and items[end + 1].label is Label.SHORT:
        end += 1
    return end - start + 1


def _titles(items: Sequence[Labelled], place: int) -> bool:
    """Does a paragraph, or a list, follow at once?"""
    for item in items[place + 1 :]:
        if item.label is Label.PROSE or item.line.kind is BlockKind.BULLET:
            return True
        if item.label is Label.SHORT:
            return False
    return False


def _said_beside(items: Sequence[Labelled], place: int) -> bool:
    key = items[place].line.key
    return any(items[i].line.key == key for i in (place - 1, place + 1) if 0 <= i < len(items))


def _below(items: Sequence[Labelled], place: int, last: int) -> Label:
    """Short lines below the last paragraph: a list of headlines, an end to a list of points, or furniture."""
    item = items[place]
    if item.line.kind is BlockKind.BULLET and place == last + 1 and items[last].line.text.rstrip().endswith(":"):
        return Label.PROSE
    previous = items[place - 1]
    if item.line.kind is BlockKind.BULLET and previous.line.kind is BlockKind.BULLET and previous.label is Label.PROSE:
        return Label.PROSE
    run = sum(i.label is Label.SHORT and i.line.words >= _HEADLINE for i in items[last + 1 :])
    return Label.RELATED if run >= _RUN and item.line.words >= _HEADLINE else Label.FURNITURE
