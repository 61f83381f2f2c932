"""Stage 5, heads: which of the short lines above a text is its headline, and what the others are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from riwaya.article import datelines, phrases, topic
from riwaya.article.label import Label, Labelled
from riwaya.article.prose import Style
from riwaya.article.segment import Segment, is_row
from riwaya.language.letters import fold
from riwaya.records import BlockKind, Page, Role

_HEADLINE_WORDS = range(3, 26)
_ONCE = frozenset({Label.HEADLINE, Label.CAPTION, Label.SUMMARY})
_LONG = 20  # letters from which the same beginning is no chance
_FIRST = 3  # paragraphs whose words a headline shares
_ENOUGH = 1.0
_CAPTION_AGAIN = 0.4  # a line said twice, less than this of whose words are in the text, is a caption
_SUMMARY_WORDS = 8
_LEAD_WORDS = 12
_FULL = 8  # words of a headline; shorter lines share words with a text by being names
_KICKER = 4


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
    chosen = _headline(items, lead, stated, style)
    found: list[Labelled] = []
    seen: set[str] = set()
    for i, item in enumerate(items):
        label = _head_label(item, i, chosen, items)
        if label in _ONCE and _said(item.line.key, seen):
            label = Label.REPEATED
        if label is Label.SUMMARY and any(f.label is Label.SUMMARY for f in found):
            label = Label.CAPTION
        seen |= {item.line.key} if label is not item.label or label is Label.CAPTION else set()
        found.append(replace(item, label=label))
    return found


def _said(key: str, seen: set[str]) -> bool:
    """Was a line said before, whole or but for a word at its end (a photograph's alternative text)?"""
    return any(key == other or (len(other) > _LONG and key.startswith(other)) for other in seen)


def _card(items: Sequence[Labelled]) -> list[Labelled]:
    """A card's last title is its headline, what stands above it captions."""
    return [
        replace(item, label=Label.HEADLINE if i == len(items) - 1 else Label.CAPTION) for i, item in enumerate(items)
    ]


def _headline(items: Sequence[Labelled], lead: Sequence[str], stated: str, style: Style) -> int | None:
    """Index of the headline among the lines above a text."""
    ground = topic.counted(lead)
    keys = Counter(item.line.key for item in items if item.label in {Label.SHORT, Label.CAPTION})
    weights: dict[int, float] = {}
    for i, item in enumerate(items):
        if item.label is not Label.SHORT or item.line.words not in _HEADLINE_WORDS:
            continue
        twice = keys[item.line.key] > 1
        again = topic.shared(topic.counted([item.line.text]), ground)
        weight = 1.0 + again * min(1.0, item.line.words / _FULL) - 0.05 * len(weights)
        weight += 0.6 * (item.line.words > _KICKER) - 0.6 * _in_one_above(items, i)
        weight += 3.0 * bool(stated and item.line.key and fold(item.line.text).strip() in stated)
        weight += 2.0 * (item.line.kind is BlockKind.HEADING and item.line.level == 1)
        weight += 0.5 * (item.line.kind is BlockKind.HEADING)
        if twice:
            caption = _adjacent(items, i) and (style.gaps or again < _CAPTION_AGAIN)
            weight += -2.0 if caption else 0.8
        weights[i] = weight
    best = max(weights, key=lambda i: weights[i], default=None)
    return best if best is not None and weights[best] >= _ENOUGH else None


def _in_one_above(items: Sequence[Labelled], i: int) -> bool:
    """Has a line nothing but words of a longer one above it? So have captions that name the person of the headline."""
    own = set(topic.stems(items[i].line.text))
    above = (item.line for item in items[:i] if item.label is Label.SHORT and item.line.words > items[i].line.words)
    return bool(own) and any(own <= set(topic.stems(line.text)) for line in above)


def _adjacent(items: Sequence[Labelled], i: int) -> bool:
    """Is a line's other copy right above or below it, no blank line between?"""
    below = i + 1 < len(items) and items[i + 1].line.key == items[i].line.key and items[i + 1].line.gap == 0
    return below or (i > 0 and items[i - 1].line.key == items[i].line.key and items[i].line.gap == 0)


def _head_label(item: Labelled, place: int, chosen: int | None, items: Sequence[Labelled]) -> Label:
    """What a line above a text is, once the headline is known."""
    if item.label is not Label.SHORT:
        return item.label
    if chosen is None:
        return Label.CAPTION if item.line.words >= _HEADLINE_WORDS.start else Label.FURNITURE
    if item.line.key == items[chosen].line.key:
        return Label.HEADLINE
    return Label.FURNITURE if place < chosen else _under_headline(item, items)  # above it stand menus and kickers


def _under_headline(item: Labelled, items: Sequence[Labelled]) -> Label:
    if datelines.loose(item.line.text, None):
        return Label.DATELINE
    twice = sum(other.line.key == item.line.key for other in items) > 1
    return Label.SUMMARY if item.line.words >= _SUMMARY_WORDS and not twice else Label.CAPTION


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
    if phrases.goes_on(second.look) or second.words < _LEAD_WORDS:
        return False
    sold = first.sold or items[places[0] + 1].label is Label.ADVERTISEMENT
    if sold:
        return True
    return any(_says_again(first.text, items[i].line.text) for i in places[1:])


def _says_again(first: str, later: str) -> bool:
    words = topic.counted([first])
    return words.total() >= _LEAD_WORDS / 2 and topic.shared(words, topic.counted([later])) >= 0.9  # noqa: PLR2004  but for a word
