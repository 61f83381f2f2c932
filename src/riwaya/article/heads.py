"""Stage 5, heads: which of the short lines above a text is its headline, and what the others are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from riwaya.article import credit_lines, datelines, headline, phrases, topic
from riwaya.article.label import Label, Labelled
from riwaya.article.lines import Line
from riwaya.article.prose import Style
from riwaya.article.segment import Segment, is_row
from riwaya.language.letters import fold
from riwaya.records import BlockKind, Page, Role

_ONCE = frozenset({Label.HEADLINE, Label.CAPTION, Label.SUMMARY})
_SEEN = 8  # lines that one may begin like
_LONG = 20  # letters from which the same beginning is no chance
_FIRST = 3  # paragraphs whose words a headline shares
_SUMMARY_WORDS = 8
_LEAD_WORDS = 12
_MARKS = '،؛:.«»"()'
_BUTTON = 2  # letters
_NAME_WORDS = range(2, 5)
_LIST = 5  # short lines none of which is the headline: menus, tickers
_POINTS = 3  # short points of a list between headline and text from which they are keywords
_POINT_WORDS = 4


def decide(segment: Segment, page: Page, style: Style) -> Segment:
    """The segment with every undecided line above its text decided."""
    first = next((i for i, item in enumerate(segment.items) if item.label is Label.PROSE), len(segment.items))
    if segment.role is Role.MAIN and is_row(page):
        head = _stated_head(segment.items[:first], page)
    else:
        head = _decide_head(segment, first, page.hints, style)
    return Segment(segment.role, [*head, *segment.items[first:]])


def _stated_head(items: Sequence[Labelled], page: Page) -> list[Labelled]:
    """Of a row: the stated headline, the stated summary, and short lines of the text itself."""
    summary = " ".join(page.hints.get("summary", "").split())
    found: list[Labelled] = []
    for i, item in enumerate(items):
        label = Label.SUBHEADING if item.label is Label.SHORT else item.label
        if summary and " ".join(item.line.text.split()) == summary:
            label = Label.SUMMARY
        found.append(replace(item, label=label if i else Label.HEADLINE))
    return found


def _decide_head(segment: Segment, first: int, hints: Mapping[str, str], style: Style) -> list[Labelled]:
    items = segment.items[:first]
    if segment.role is Role.TEASER:
        return _card(items)
    lead = [item.line.text for item in segment.items[first:] if item.label is Label.PROSE][:_FIRST]
    stated = fold(hints.get("headline", "")) if segment.role is Role.MAIN else ""
    chosen = headline.choose(items, topic.counted(lead), stated, style)
    head = _Head(items, lead, chosen, Counter(item.line.key for item in items))
    found: list[Labelled] = []
    seen: dict[str, None] = {}
    for i, item in enumerate(items):
        label = head.label(i) if item.label is Label.SHORT else item.label
        if label in _ONCE and _said(item.line.key, seen):
            label = Label.REPEATED
        if label in _ONCE:
            seen.setdefault(item.line.key)
        found.append(replace(item, label=label))
    return _one_summary(_listed(found))


@dataclass(frozen=True, slots=True)
class _Head:
    """The lines above a text, its first paragraphs, its headline, and how often each line is said."""

    items: Sequence[Labelled]
    lead: Sequence[str]
    chosen: headline.Choice | None
    keys: Counter[str]

    def label(self, place: int) -> Label:
        """What a short line above a text is, once the headline is known."""
        item, chosen = self.items[place], self.chosen
        if chosen is None:
            listed = len({i.line.key for i in self.items if i.label is Label.SHORT}) >= _LIST
            return Label.CAPTION if item.line.words >= headline.WORDS.start and not listed else Label.FURNITURE
        if item.line.key == chosen.key:
            return Label.HEADLINE
        if place < chosen.place:
            return Label.FURNITURE  # menus, kickers
        if datelines.loose(item.line.text, None):
            return Label.DATELINE
        return self._bare(item.line, chosen.place) or self._caption(place)

    def _caption(self, place: int) -> Label:
        line = self.items[place].line
        long = line.words >= _SUMMARY_WORDS and self.keys[line.key] == 1
        return Label.SUMMARY if long and not headline.under_alternative(self.items, place) else Label.CAPTION

    def _bare(self, line: Line, above: int) -> Label | None:
        """A writer's name that the text does not say again, a button's letter, "خاص:", a name said above as well."""
        said_above = any(item.line.key == line.key for item in self.items[:above])
        if said_above or line.text.endswith(":") or len(line.text) <= _BUTTON:
            return Label.FURNITURE
        words = line.key.split()
        if len(words) not in _NAME_WORDS or line.ended or not credit_lines.is_person(line.text):
            return None
        said = [word.strip(_MARKS) for text in self.lead for word in fold(text).split()]
        named = line.key in " ".join(said) or {words[0], words[-1]} <= set(said)
        return None if named or phrases.leads(line.look) else Label.BYLINE


def _listed(items: list[Labelled]) -> list[Labelled]:
    """Short points under the headline are its keywords, as pages of El Watan set them."""
    titles = {Label.CAPTION, Label.REPEATED}
    points = {item.line.key for item in items if item.label in titles and item.line.kind is BlockKind.BULLET}
    points = {key for key in points if len(key.split()) <= _POINT_WORDS}
    if len(points) < _POINTS or not any(item.label is Label.HEADLINE for item in items):
        return items
    return [
        replace(item, label=Label.KEYWORDS) if item.label in titles and item.line.key in points else item
        for item in items
    ]


def _said(key: str, seen: Mapping[str, None]) -> bool:
    """Was a line said before, whole or but for words at an end (an outlet's name, a photograph's text)?"""
    if key in seen:
        return True
    long = [other for other in islice(seen, _SEEN) if len(other) > _LONG]
    return any(
        key.startswith(other) or key.endswith(other) or (len(key.split()) >= _SUMMARY_WORDS and other.startswith(key))
        for other in long
    )


def _one_summary(items: list[Labelled]) -> list[Labelled]:
    """A text has one summary, the first; what else stands like one is a caption."""
    places = [i for i, item in enumerate(items) if item.label is Label.SUMMARY]
    for place in places[1:]:
        items[place] = replace(items[place], label=Label.CAPTION)
    return items


def _card(items: Sequence[Labelled]) -> list[Labelled]:
    """A card's last title is its headline, what stands above it captions."""
    return [
        replace(item, label=Label.HEADLINE if i == len(items) - 1 else Label.CAPTION) for i, item in enumerate(items)
    ]


# --- summaries ----------------------------------------------------------------------------------------------------


def find_summary(segment: Segment) -> Segment:
    """A first paragraph that says in advance what the text says again is the summary.

    Pages of Euronews put the advertisement's marker right after it; elsewhere its words come again further down.
    """
    if segment.role is Role.TEASER or not any(i.label is Label.HEADLINE for i in segment.items):
        return segment
    if any(i.label is Label.SUMMARY for i in segment.items):
        return segment
    places = [i for i, item in enumerate(segment.items) if item.label is Label.PROSE]
    if len(places) < 3 or not _is_summary(segment.items, places):  # noqa: PLR2004  summary, lead and more
        return segment
    items = list(segment.items)
    items[places[0]] = replace(items[places[0]], label=Label.SUMMARY)
    return Segment(segment.role, items)


def _is_summary(items: Sequence[Labelled], places: Sequence[int]) -> bool:
    first, second = items[places[0]].line, items[places[1]].line
    if datelines.opening(first.text) or phrases.goes_on(second.look) or second.words < _LEAD_WORDS:
        return False
    sold = first.sold or items[places[0] + 1].label is Label.ADVERTISEMENT
    if sold:
        return True
    return any(_says_again(first.text, items[i].line.text) for i in places[1:])


def _says_again(first: str, later: str) -> bool:
    words = topic.counted([first])
    return words.total() >= _LEAD_WORDS / 2 and topic.shared(words, topic.counted([later])) >= 0.9  # noqa: PLR2004  but for a word
