"""Stage 3, segments: where on the page one text ends and the next begins.

First by what the page says (اقرأ أيضاً, a source line, keywords); then, where it says nothing, by what stands at the seam
(captions said twice, a date line, a headline) together with whether the words after it go on with the same matter.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from riwaya.article import phrases, topic
from riwaya.article.label import MARKS, METADATA, TAIL, Label, Labelled
from riwaya.article.lines import Line
from riwaya.article.prose import Style
from riwaya.language.letters import fold
from riwaya.records import BlockKind, Page, Role

_TITLES = frozenset({Label.SHORT, Label.CAPTION, Label.HEADLINE})
_SNIPPET = 2
_HEAD = 20_000  # letters of a page in which its headline stands, menus above it and all
_LOOK = 4  # paragraphs after a seam that are looked at
# How much of what `topic.bond` measures each sign at a seam makes up for.
_DATED = 0.12  # a date line, a dateline, an outlet's line
_TWICE = 0.08  # captions said twice
_OPENS = 0.02  # the next paragraph begins as news begins: أعلن, كشف
_CARRIES = 0.08  # the next paragraph begins as a text goes on: وأضاف, من جهته
_BARE = -0.07  # a title alone is mostly a subheading


@dataclass(slots=True)
class Segment:
    """Labelled lines of one text, in page order."""

    role: Role
    items: list[Labelled] = field(default_factory=list)

    @property
    def prose(self) -> list[Line]:
        return [i.line for i in self.items if i.label is Label.PROSE]

    @property
    def closed(self) -> bool:
        """A line that stands below a text was seen after this one's."""
        first = next((n for n, i in enumerate(self.items) if i.label is Label.PROSE), len(self.items))
        return any(i.label in TAIL for i in self.items[first:])


def by_marks(items: Sequence[Labelled], style: Style) -> list[Segment]:
    """The segments of a page as its marks part them."""
    found = [Segment(Role.MAIN)]
    asides: list[Segment] = []
    place = 0
    while place < len(items):
        if items[place].label in MARKS:
            place = _after_mark(items, place, found, asides, style)
            continue
        if found[-1].closed and _opens_article(items, place):
            found.append(Segment(Role.APPENDED))
        found[-1].items.append(items[place])
        place += 1
    return [*found, *asides]


# --- by marks -----------------------------------------------------------------------------------------------------


def _after_mark(items: Sequence[Labelled], mark: int, found: list[Segment], asides: list[Segment], style: Style) -> int:
    """Decide what a mark at `items[mark]` leads to; the index of the first item not yet dealt with."""
    current = found[-1]
    current.items.append(items[mark])
    if not current.prose:
        return mark + 1  # a ticker above the text: the headline may be among its lines
    titles = _titles_after(items, mark + 1)
    end = titles[-1] + 1 if titles else mark + 1
    body = _prose_run(items, end)
    if not titles or not body or items[titles[0]].line.kind is BlockKind.BULLET:
        return _relate(items, mark + 1, end, current)
    before = [line.text for line in current.prose]
    listed = len(titles) > 2 or items[mark].label is Label.RELATED_MARK and len(titles) > 1  # noqa: PLR2004  headline, summary
    if not current.closed and _goes_on(before, [items[i].line for i in body]):
        if len(titles) == 1 and _boxed(items, end, body, style):
            asides.append(Segment(Role.READ_ALSO, list(items[mark + 1 : end + 1])))
            return end + 1
        return _relate(items, mark + 1, end, current)
    if listed:
        end = _relate(items, mark + 1, titles[-1], current)
    found.append(Segment(Role.READ_ALSO))
    found[-1].items.extend(items[(titles[-1] if listed else mark + 1) : end])
    return end


def _titles_after(items: Sequence[Labelled], start: int) -> list[int]:
    """Indices of the headlines that stand under a mark, before running text, metadata or another mark."""
    found: list[int] = []
    for i in range(start, len(items)):
        label, line = items[i].label, items[i].line
        if label in _TITLES or label is Label.RELATED or line.kind is BlockKind.BULLET:
            found.append(i)
        elif label not in {Label.FURNITURE, Label.ADVERTISEMENT, Label.PUBLISHED, Label.SECTION}:
            break
    return found


def _prose_run(items: Sequence[Labelled], start: int) -> list[int]:
    """Indices of the first paragraphs from `start` on, up to a mark or the end of the text."""
    found: list[int] = []
    for i in range(start, len(items)):
        if items[i].label in MARKS or items[i].label in TAIL or len(found) == _LOOK:
            break
        if items[i].label is Label.PROSE:
            found.append(i)
    return found


def _relate(items: Sequence[Labelled], start: int, end: int, segment: Segment) -> int:
    """Headlines under a mark are related headlines of the text above it."""
    for item in items[start:end]:
        related = item.label in _TITLES or item.line.kind is BlockKind.BULLET
        segment.items.append(Labelled(item.line, Label.RELATED, item.skip) if related else item)
    return end


def _boxed(items: Sequence[Labelled], end: int, body: list[int], style: Style) -> bool:
    """In mid-text a headline under a mark may bring its first paragraph along: set close to it where others are apart,

    or, on a page without blank lines, opening as news opens while the next paragraph goes on."""
    if len(body) < 2 or body[0] != end:  # noqa: PLR2004  the box's paragraph and one that carries on
        return False
    first, second = items[body[0]].line, items[body[1]].line
    if not phrases.leads(first.look):
        return False
    return first.gap == 0 and second.gap > 0 if style.gaps else phrases.goes_on(second.look)


def _goes_on(before: Sequence[str], after: Sequence[Line]) -> bool:
    """Do the paragraphs after a mark carry on the text before it?"""
    if not before or not after or after[0].text.endswith(("…", "...")):
        return False  # a paragraph cut short with dots is another article's
    bond = topic.bond(before, [line.text for line in after])
    if phrases.goes_on(after[0].look):
        bond += _CARRIES
    elif len(after) <= _SNIPPET:
        bond -= _CARRIES  # a paragraph or two and then nothing: what the mark announced
    return bond >= 0.0


def _opens_article(items: Sequence[Labelled], place: int) -> bool:
    """After the source and keywords: does a headline with a text under it stand here?"""
    if items[place].label not in {Label.SHORT, Label.CAPTION}:
        return False
    run = _titles_after(items, place)
    return (
        bool(run)
        and run[-1] + 1 < len(items)
        and items[run[-1] + 1].label in {Label.PROSE, Label.DATELINE, Label.BYLINE}
    )


# --- at silent seams ----------------------------------------------------------------------------------------------


def is_row(page: Page) -> bool:
    """Is the page one row of a file or entry of a feed: a text whose headline is stated beside it and not in it?

    Such a text was cut out by whoever made the file; what looks like a seam inside it is a column's subheading.
    """
    headline = fold(page.hints.get("headline", "")).strip()
    return bool(headline) and headline not in fold(page.text[:_HEAD])


def at_seams(segment: Segment) -> list[Segment]:
    """Cut a segment where a run of titles is followed by a text on another matter."""
    found = [Segment(segment.role)]
    place = 0
    while place < len(segment.items):
        end = _title_run(segment.items, place)
        if end > place and found[-1].prose and _parts(found[-1], segment.items, place, end):
            found.append(Segment(Role.APPENDED))
        found[-1].items.extend(segment.items[place : max(end, place + 1)])
        place = max(end, place + 1)
    return found


def _title_run(items: Sequence[Labelled], start: int) -> int:
    """Where the run of titles and metadata that begins at `start` ends; `start` where none does."""
    end = start
    while end < len(items) and (items[end].label in _TITLES or items[end].label in METADATA - TAIL):
        end += 1
    titles = any(items[i].label in _TITLES for i in range(start, end))
    return end if titles and end < len(items) and items[end].label is Label.PROSE else start


def _parts(before: Segment, items: Sequence[Labelled], start: int, end: int) -> bool:
    """Is the run of titles `start`..`end` a seam between two articles?"""
    after = [i.line for i in items[end:] if i.label is Label.PROSE][:_LOOK]
    if phrases.goes_on(after[0].look):
        return False
    bond = topic.bond([line.text for line in before.prose], [line.text for line in after])
    signs = _OPENS if phrases.leads(after[0].look) else 0.0
    if any(items[i].label in {Label.PUBLISHED, Label.OUTLET, Label.DATELINE} for i in range(start, end)):
        signs += _DATED
    elif _twice(items, start, end):
        signs += _TWICE
    else:
        signs += _BARE
    return bond < signs


def _twice(items: Sequence[Labelled], start: int, end: int) -> bool:
    """Captions stand twice over an article's photograph on some sites."""
    keys = Counter(items[i].line.key for i in range(start, end) if items[i].label in _TITLES)
    return max(keys.values()) > 1
