"""Stage 3, marks: where the page itself says that another text begins (اقرأ أيضاً, مقالات مشابهة, source, keywords).

Under a mark stand headlines of other texts, or one such text whole; below them the first text may go on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from riwaya.article import datelines, phrases, topic
from riwaya.article.label import MARKS, TAIL, TITLES, Label, Labelled
from riwaya.article.lines import Line
from riwaya.article.prose import Style
from riwaya.article.segment import Segment
from riwaya.records import BlockKind, Role

_SNIPPET = 2
_TITLE_WORDS = 18
_LOOK = 4  # paragraphs below a mark that are looked at
_CARRIES = 0.08  # what "وأضاف" at the head of the next paragraph makes up for, in the measure of `topic.bond`
_BESIDE = frozenset({Label.FURNITURE, Label.ADVERTISEMENT, Label.PUBLISHED, Label.SECTION})


def by_marks(items: Sequence[Labelled], style: Style) -> list[Segment]:
    """The segments of a page as its marks part them."""
    walk = _Walk(items, style)
    place = 0
    while place < len(items):
        place = walk.step(place)
    return [*walk.found, *walk.boxes]


@dataclass(slots=True)
class _Walk:
    """Down the page: `found` are its texts so far, the last one open; `boxes` stand inside one and are whole."""

    items: Sequence[Labelled]
    style: Style
    found: list[Segment] = field(default_factory=lambda: [Segment(Role.MAIN)])
    boxes: list[Segment] = field(default_factory=list)

    def step(self, place: int) -> int:
        """Deal with the item at `place`; the place of the first not yet dealt with."""
        item, text = self.items[place], self.found[-1]
        if item.label in MARKS:
            text.add(item)
            # Above the text a mark is a ticker's: the headline may be among its lines.
            return self._below_mark(place) if text.prose else place + 1
        if text.closed and _opens_article(self.items, place):
            self.found.append(Segment(Role.APPENDED))
        self.found[-1].add(item)
        return place + 1

    def _below_mark(self, mark: int) -> int:
        """What the mark announces: headlines of other texts, a box, or a text whole."""
        titles = _titles_after(self.items, mark + 1)
        end = titles[-1] + 1 if titles else mark + 1
        body = _prose_run(self.items, end)
        text = self.found[-1]
        if not titles or not body or self.items[titles[0]].line.kind is BlockKind.BULLET:
            return self._relate(mark + 1, end)
        if not text.closed and _goes_on(text, [self.items[i].line for i in body]):
            if len(titles) > 1 or not _boxed(self.items, end, body, self.style):
                return self._relate(mark + 1, end)
            self.boxes.append(Segment(Role.READ_ALSO, list(self.items[mark + 1 : end + 1])))
            return end + 1
        # A headline and a summary, or a list of headlines of which the last has its text below it.
        most = 1 if self.items[mark].label is Label.RELATED_MARK else 2
        start = self._relate(mark + 1, titles[-1]) if len(titles) > most else mark + 1
        self.found.append(Segment(Role.READ_ALSO, list(self.items[start:end])))
        return end

    def _relate(self, start: int, end: int) -> int:
        """Headlines under a mark are related headlines of the text above it."""
        for item in self.items[start:end]:
            related = item.label in TITLES | {Label.PROSE} or item.line.kind is BlockKind.BULLET
            self.found[-1].add(Labelled(item.line, Label.RELATED, item.skip) if related else item)
        return end


def _titles_after(items: Sequence[Labelled], start: int) -> list[int]:
    """Indices of the headlines that stand under a mark, before running text, metadata or another mark."""
    found: list[int] = []
    for i in range(start, len(items)):
        label, line = items[i].label, items[i].line
        cut_short = not found and line.text.endswith(("...", "…")) and line.words <= _TITLE_WORDS
        if label in TITLES or label is Label.RELATED or line.kind is BlockKind.BULLET or cut_short:
            found.append(i)
        elif label not in _BESIDE:
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


def _boxed(items: Sequence[Labelled], end: int, body: list[int], style: Style) -> bool:
    """Did a headline under a mark bring its first paragraph along into the middle of a text?

    That stands close to the headline where paragraphs are apart; on a page without blank lines it opens as news opens
    while the paragraph after it goes on.
    """
    if len(body) < 2 or body[0] != end:  # noqa: PLR2004  the box's paragraph and one that carries on
        return False
    first, second = items[body[0]].line, items[body[1]].line
    if not phrases.leads(first.look):
        return False
    return first.gap == 0 and second.gap > 0 if style.gaps else phrases.goes_on(second.look)


def _goes_on(text: Segment, after: Sequence[Line]) -> bool:
    """Do the paragraphs after a mark carry on the text before it?"""
    if after[0].text.endswith(("…", "...")):
        return False  # a paragraph cut short with dots is another article's
    if datelines.opening(after[0].text):
        return False
    bond = topic.bond(text.ground, (line.text for line in after))
    if phrases.goes_on(after[0].look):
        bond += _CARRIES
    elif len(after) <= _SNIPPET:
        bond -= _CARRIES  # a paragraph or two and then nothing: what the mark announced
    return bond >= 0.0


def _opens_article(items: Sequence[Labelled], place: int) -> bool:
    """After the source and keywords: does a headline with a text under it stand here?"""
    if items[place].label not in {Label.SHORT, Label.CAPTION}:
        return False
    below = _titles_after(items, place)[-1] + 1
    return below < len(items) and items[below].label in {Label.PROSE, Label.DATELINE, Label.BYLINE}
