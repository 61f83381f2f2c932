"""Stage 5, seams: where nothing says so, another text begins if a title stands there and the matter changes.

At a seam stand captions said twice, a date line, or a headline; whether the words after it go on with the same matter
is weighed against these signs.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from riwaya.article import phrases, topic
from riwaya.article.label import METADATA, TAIL, TITLES, Label, Labelled
from riwaya.article.segment import Segment
from riwaya.records import Role

_LOOK = 4  # paragraphs after a seam that are looked at
# How much of what `topic.bond` measures each sign at a seam makes up for.
_DATED = 0.12  # a date line, a dateline, an outlet's line
_TWICE = 0.08  # captions said twice
_OPENS = 0.02  # the next paragraph begins as news begins: أعلن, كشف
_BARE = -0.07  # a title alone is mostly a subheading
_HEADLINE = 5  # words from which a title alone may be a headline


def at_seams(segment: Segment) -> list[Segment]:
    """Cut a segment where a run of titles is followed by a text on another matter."""
    found = [Segment(segment.role)]
    place = 0
    while place < len(segment.items):
        end = _run_end(segment.items, place)
        if found[-1].prose and _titles(segment.items, place, end) and _parts(found[-1], segment.items, place, end):
            found.append(Segment(_below(segment.role)))
        found[-1].add(*segment.items[place : max(end, place + 1)])
        place = max(end, place + 1)
    return found


def _below(role: Role) -> Role:
    """A second text under a read-also mark is one more to read."""
    return Role.READ_ALSO if role is Role.READ_ALSO else Role.APPENDED


def _run_end(items: Sequence[Labelled], start: int) -> int:
    """Where the run of titles and metadata that begins at `start` ends; `start` where none does."""
    end = start
    while end < len(items) and (items[end].label in TITLES or items[end].label in METADATA - TAIL):
        end += 1
    return end


def _titles(items: Sequence[Labelled], start: int, end: int) -> bool:
    """Is there a title in the run, and a text right below it?"""
    below = end < len(items) and items[end].label is Label.PROSE
    return below and any(items[i].label in TITLES for i in range(start, end))


def _parts(before: Segment, items: Sequence[Labelled], start: int, end: int) -> bool:
    """Is the run of titles `start`..`end` a seam between two articles?"""
    after = list(islice((items[i].line for i in range(end, len(items)) if items[i].label is Label.PROSE), _LOOK))
    if phrases.goes_on(after[0].look):
        return False
    bond = topic.bond(before.ground, (line.text for line in after))
    signs = _OPENS if phrases.leads(after[0].look) else 0.0
    if any(items[i].label in {Label.PUBLISHED, Label.OUTLET, Label.DATELINE} for i in range(start, end)):
        signs += _DATED
    elif _twice(items, start, end):
        signs += _TWICE
    elif max(items[i].line.words for i in range(start, end) if items[i].label in TITLES) < _HEADLINE:
        return False
    else:
        signs += _BARE
    return bond < signs


def _twice(items: Sequence[Labelled], start: int, end: int) -> bool:
    """Captions stand twice over an article's photograph on some sites."""
    keys = Counter(items[i].line.key for i in range(start, end) if items[i].label in TITLES)
    return max(keys.values()) > 1
