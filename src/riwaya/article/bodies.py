"""Stage 8, bodies: what the short lines, bullets and repeated captions inside and below a text are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from riwaya.article.label import Label, Labelled
from riwaya.article.segment import Segment
from riwaya.records import BlockKind

_SUBHEADING_WORDS = 18
_RUN = 3  # short lines in a row: a list of headlines below a text, verses or points within a row of a file
_HEADLINE = 5


def decide(segment: Segment, *, row: bool) -> Segment:
    """The segment with every line below its first paragraph decided; a row of a file has no furniture there."""
    places = [i for i, item in enumerate(segment.items) if item.label is Label.PROSE]
    if not places:
        return segment
    body = _Body(segment.items, places[-1], row)
    found = segment.items[: places[0]]
    seen = {item.line.key for item in found if item.label in {Label.CAPTION, Label.HEADLINE}}
    for i, item in enumerate(segment.items[places[0] :], places[0]):
        label = body.label(i) if item.label is Label.SHORT else item.label
        if label in {Label.CAPTION, Label.SUBHEADING} and item.line.key in seen:
            label = Label.REPEATED
        seen |= {item.line.key} if label is Label.CAPTION else set()
        found.append(replace(item, label=label))
    return Segment(segment.role, found)


@dataclass(frozen=True, slots=True)
class _Body:
    """The lines of a text, the place of its last paragraph, and whether it is a row of a file."""

    items: Sequence[Labelled]
    last: int
    row: bool

    def label(self, place: int) -> Label:
        """What a short line is."""
        item = self.items[place]
        if self.row and (place > self.last or self._in_run(place)):
            return Label.PROSE
        if place > self.last:
            return self._below(place)
        if item.line.kind is BlockKind.BULLET:
            return Label.PROSE
        titles = item.line.words <= _SUBHEADING_WORDS and self._titles(place) and not self._said_beside(place)
        return Label.SUBHEADING if titles else Label.CAPTION

    def _in_run(self, place: int) -> bool:
        """Do as many short lines stand together here as make a list?"""
        for start in range(max(0, place - _RUN + 1), place + 1):
            run = self.items[start : start + _RUN]
            if len(run) == _RUN and all(item.label is Label.SHORT for item in run):
                return True
        return False

    def _titles(self, place: int) -> bool:
        """Does a paragraph, or a list, follow at once?"""
        for i in range(place + 1, len(self.items)):
            if self.items[i].label is Label.PROSE or self.items[i].line.kind is BlockKind.BULLET:
                return True
            if self.items[i].label is Label.SHORT:
                return False
        return False

    def _said_beside(self, place: int) -> bool:
        key = self.items[place].line.key
        return any(self.items[i].line.key == key for i in (place - 1, place + 1) if 0 <= i < len(self.items))

    def _below(self, place: int) -> Label:
        """Below the last paragraph: the end of a list of points, a list of headlines, or furniture."""
        item, above = self.items[place], self.items[place - 1]
        announced = place == self.last + 1 and above.line.text.rstrip().endswith(":")
        if item.line.kind is BlockKind.BULLET and (announced or _is_point(above)):
            return Label.PROSE
        return Label.RELATED if item.line.words >= _HEADLINE and self._in_run(place) else Label.FURNITURE


def _is_point(item: Labelled) -> bool:
    return item.label is Label.PROSE and item.line.kind is BlockKind.BULLET
