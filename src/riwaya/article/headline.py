"""The headline among the short lines above a text, chosen by the weight of what speaks for each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.article import credit_lines, topic
from riwaya.article.label import Label, Labelled
from riwaya.article.prose import Style
from riwaya.language.letters import fold
from riwaya.records import BlockKind

WORDS = range(3, 26)
_LOOK = 60  # lines above a text that are weighed; markup's headings are weighed wherever they stand
_ENOUGH = 1.0
_CAPTION_AGAIN = 0.4  # of a line said twice in a row: with less of its words in the text it is a caption
_TICKER = 5  # headlines that make a ticker
_STRANGE = 0.15
_FULL = 8  # words of a headline; shorter lines share words with a text by being names
_KICKER = 4
# What each sign weighs.
_STATED = 3.0  # markup states this headline
_FIRST_LEVEL = 2.0
_HEADING = 0.5
_LENGTH = 0.6  # longer than a kicker
_INSIDE = -0.6  # nothing but words of a longer line above it, as captions that name the headline's person
_AGAIN = 0.8  # said again elsewhere above the text
_TWIN = -2.0  # said twice in a row, as captions are
_ALTERNATIVE = -1.0  # a photograph's alternative text above it and longer than it, as captions are
_LATER = -0.05  # for each candidate before it
_LATEST = 6
_NAME = -0.8  # a few words that begin with a given name: an editor's, a writer's
_MENU = -1.0  # a word said three times, as the outlet's name is in its menu
_OFTEN = 3
_POINT = -2.0  # a point of a list: a menu, keywords, what a programme deals with


@dataclass(frozen=True, slots=True)
class Choice:
    place: int
    key: str


def choose(items: Sequence[Labelled], ground: Counter[str], stated: str, style: Style) -> Choice | None:
    """The headline among `items`, the lines above a text whose first paragraphs hold the content words `ground`.

    `stated` is the headline that markup states, folded, blank where none.
    """
    candidates = _candidates(items)
    keys = Counter(items[i].line.key for i in candidates)
    points = {item.line.key for item in items if item.line.kind is BlockKind.BULLET}
    longest: list[tuple[int, frozenset[str]]] = []
    best, most = None, _ENOUGH
    for order, i in enumerate(candidates):
        own = topic.counted([items[i].line.text])
        weight = _own_weight(items[i], topic.shared(own, ground), stated)
        weight += _LATER * min(order, _LATEST) + _POINT * (items[i].line.key in points)
        if own and any(size > items[i].line.words and own.keys() <= stems for size, stems in longest):
            weight += _INSIDE
        weight += _ALTERNATIVE * (style.gaps and under_alternative(items, i))
        if keys[items[i].line.key] > 1 and items[i].line.words > _KICKER:  # رئيس التحرير comes twice too
            again = topic.shared(own, ground)
            weight += _TWIN if _adjacent(items, i) and (style.gaps or again < _CAPTION_AGAIN) else _AGAIN
        longest.append((items[i].line.words, frozenset(own)))
        if weight >= most and (best is None or weight > most):
            best, most = i, weight
    if best is None or _in_ticker([items[i] for i in candidates], items[best], ground):
        return None
    return Choice(best, items[best].line.key)


def _in_ticker(candidates: Sequence[Labelled], best: Labelled, ground: Counter[str]) -> bool:
    """Are these headlines of other texts, run above one that has none: many, and the best says nothing of the text?"""
    titles = {item.line.key for item in candidates if item.line.words > _KICKER}
    return len(titles) >= _TICKER and topic.shared(topic.counted([best.line.text]), ground) < _STRANGE


def _candidates(items: Sequence[Labelled]) -> list[int]:
    near = len(items) - _LOOK
    return [
        i
        for i, item in enumerate(items)
        if item.label is Label.SHORT
        and item.line.words in WORDS
        and (i >= near or (item.line.kind is BlockKind.HEADING and item.line.level == 1))
    ]


def _own_weight(item: Labelled, again: float, stated: str) -> float:
    """What a line has of a headline by itself; `again` is the part of its words that the text has."""
    line = item.line
    weight = 1.0 + again * min(1.0, line.words / _FULL) + _LENGTH * (line.words > _KICKER)
    weight += _MENU * (max(Counter(line.key.split()).values(), default=0) >= _OFTEN)
    weight += _STATED * bool(stated and line.key and fold(line.text).strip() in stated)
    weight += _NAME * (line.words <= _KICKER and credit_lines.is_person(line.text.removeprefix("د.")))
    if line.kind is BlockKind.HEADING:
        weight += _HEADING + _FIRST_LEVEL * (line.level == 1)
    return weight


def _adjacent(items: Sequence[Labelled], i: int) -> bool:
    """Is a line's other copy right above or below it, no blank line between?"""
    below = i + 1 < len(items) and items[i + 1].line.key == items[i].line.key and items[i + 1].line.gap == 0
    return below or (i > 0 and items[i - 1].line.key == items[i].line.key and items[i].line.gap == 0)


def under_alternative(items: Sequence[Labelled], i: int) -> bool:
    """Does the line right above begin a line in the same words: الاحتلال over الاحتلال يصدق على …?"""
    above = items[i - 1].line if i else None
    return above is not None and items[i].line.gap == 0 and items[i].line.key.startswith(f"{above.key} ")
