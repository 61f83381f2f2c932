"""Who took whose text: candidates, aligned, proved, and turned the right way round."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from riwaya.copies import candidates, direction
from riwaya.copies.align import Alignment, align
from riwaya.copies.direction import Side
from riwaya.copies.edits import marked, passages
from riwaya.copies.signs import Sign
from riwaya.copies.texts import Text, prepare
from riwaya.copies.words import Counts, Words, read
from riwaya.records import Article, Copy, Role

_PROOF = 24  # telling words in common passages that make a copy of an article of any length
_SHORT = 10  # so many are enough where they are this part of the shorter text:
_PART = 0.4
_SENTENCE = 8  # common words that make a passage more than a phrase
_QUOTED = 0.5  # what a common word that proves nothing alone adds beside those that do
_SPEECH = 48  # such words in common that do prove it alone: so much of a speech is cut and worded alike by one desk
_NEARLY = 0.55  # part of the shorter text
_FIGURES = 4  # numbers replaced by others and none kept: a form filled anew
_HELD = 8192  # texts kept in memory with the places of their words


def trace(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """The copies among `articles`, by id of original and derived; the same for any order of `articles`."""
    ordered = sorted(articles, key=lambda article: (_day(article) or date.max, article.id))
    desk = _Desk(ordered)
    found = [desk.copy(pair.first, pair.second) for pair in desk.meetings.pairs]
    return tuple(sorted((copy for copy in found if copy), key=lambda copy: (copy.original, copy.derived)))


def _day(article: Article) -> date | None:
    if article.published_at:
        return article.published_at.first
    return article.captured_at.date() if article.captured_at else None


def _house(article: Article) -> str:
    """The outlet, or the article alone where no outlet is known: what no house owns is no house's footer."""
    return article.outlet or article.publisher or article.id


@dataclass(slots=True)
class _Desk:
    """The articles of one run, their words counted, and the texts lately read."""

    articles: Sequence[Article]
    words: Words = field(init=False)
    counts: Counts = field(init=False)
    meetings: candidates.Meetings = field(init=False)
    company: dict[str, frozenset[Role]] = field(default_factory=dict)
    held: OrderedDict[int, Text] = field(default_factory=OrderedDict)

    def __post_init__(self) -> None:
        self.words = read([article.text for article in self.articles])
        self.counts = Counts.of(self.words)
        houses: dict[str, int] = {}
        numbers = [houses.setdefault(_house(article), len(houses)) for article in self.articles]
        days = [day.toordinal() if (day := _day(article)) else 0 for article in self.articles]
        self.meetings = candidates.find(self.words, numbers, days)
        for article in self.articles:
            self.company[article.capture] = self.company.get(article.capture, frozenset()) | {article.role}

    def copy(self, first: int, second: int) -> Copy | None:
        """The copy between two articles; None where what they share proves none."""
        texts = self._text(first), self._text(second)
        alignment = align(*texts)
        if not _proved(alignment):
            return None
        alignment = marked(alignment)
        sides = self._side(first), self._side(second)
        original, way = direction.decide(sides, alignment, self.counts)
        if original == 1:
            alignment = marked(align(texts[1], texts[0]))
        share, coverage = alignment.shared()
        source, taker = sides[original].article, sides[1 - original].article
        return Copy(
            original=source.id,
            derived=taker.id,
            direction=way,
            share=round(share, 3),
            coverage=round(coverage, 3),
            agency=source.agency or taker.agency,
            passages=passages(alignment),
        )

    def _side(self, place: int) -> Side:
        article = self.articles[place]
        return Side(article, self.company[article.capture])

    def _text(self, place: int) -> Text:
        if place in self.held:
            self.held.move_to_end(place)
            return self.held[place]
        text = prepare(self.articles[place], self.words.of(place), self.meetings.worn[place])
        self.held[place] = text
        if len(self.held) > _HELD:
            self.held.popitem(last=False)
        return text


def _proved(alignment: Alignment) -> bool:
    """Whether the common passages are more than the same official words quoted, or the same titles in full.

    Two outlets that report one speech on their own share its quotations; a copy shares the words around them too.
    """
    original, derived = alignment.original, alignment.derived
    if original.same(derived):
        return True
    if _refilled(alignment):
        return False
    # A telegram of congratulations is hardly more than names and titles: taken nearly whole, they prove it too.
    plain = max(alignment.shared()) < _NEARLY
    mine = original.telling & ~original.listed if plain else original.telling
    theirs = derived.telling & ~derived.listed if plain else derived.telling
    telling, silent = 0, 0
    for kept in alignment.kept:
        if kept.common < _SENTENCE:
            continue
        for tag, first, end, start, stop in kept.ops:
            if tag == "equal":
                loud = int(np.count_nonzero(mine[first:end] & theirs[start:stop]))
                telling += loud
                silent += end - first - loud
    needed = min(_PROOF, max(_SHORT, _PART * min(len(original.words), len(derived.words))))
    return (telling >= _SENTENCE or silent >= _SPEECH) and telling + _QUOTED * silent >= needed


def _refilled(alignment: Alignment) -> bool:
    """Whether the common words are a form filled with other figures: two companies' results, two days' markets."""
    if not any(op[0] != "equal" for one in alignment.kept for op in one.ops):
        return False
    texts = alignment.original, alignment.derived
    known = [set(_figures(text, 0, len(text.words))) for text in texts]
    kept = changed = 0
    for one in alignment.kept:
        for tag, first, end, start, stop in one.ops:
            old, new = _figures(texts[0], first, end), _figures(texts[1], start, stop)
            if tag == "equal":
                kept += len(old)
            else:
                changed += min(sum(n not in known[1] for n in old), sum(n not in known[0] for n in new))
    return changed >= _FIGURES and not kept


def _figures(text: Text, first: int, end: int) -> list[int]:
    """The words of a range that are written in digits, by hash."""
    if Sign.DIGITS not in text.signs[first:end]:
        return []
    return [int(text.words[place]) for place in range(first, end) if text.signs[place] == Sign.DIGITS]
