"""Which of two articles that share text came first, by independent signs, each with the reason that a reader sees.

Signs speak for one side; a side's signs add up as chances of being right would (1 - the product of the rest), and the
other side's take away from that.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from riwaya.copies.align import Alignment
from riwaya.copies.edits import misprints
from riwaya.copies.texts import Text
from riwaya.copies.words import Counts
from riwaya.language.letters import fold
from riwaya.records import Article, Basis, Direction, Published, Role

_AGENCY, _NEWS = frozenset(("وكاله", "agency")), frozenset(("للانباء", "الانباء", "انباء", "الاخبار", "news", "press"))
_SURE = 0.05  # a lead smaller than this says nothing
_RARE = 3  # the misprinted word stands in so many times fewer articles than the right one
_WHOLE = 0.8  # a page's shape tells who reprinted a text; of texts that share less each may have worked on the wire
_CUT = 0.6  # and a text that shares less than this with the longer one was not simply cut from it
_SHORTER = 0.15  # shares further apart than this tell the cut text from the whole one


@dataclass(frozen=True, slots=True)
class Side:
    """An article and what its page tells: `company` is the roles of the other articles of its capture."""

    article: Article
    company: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class Sign:
    """A reason to take side 0 or 1 for the original, and its weight in [0, 1]."""

    original: int
    weight: float
    why: str


def decide(sides: tuple[Side, Side], alignment: Alignment, counts: Counts) -> tuple[int, Direction]:
    """Which side (0 or 1) is the original; `alignment` has side 0 for its original."""
    articles = sides[0].article, sides[1].article
    signs = [
        *_agencies(articles),
        *_credits(articles, (alignment.original, alignment.derived)),
        *_times(articles),
        *_roles(articles),
        *_misprints(alignment, counts),
        *_lengths(alignment),
    ]
    if max(alignment.shared()) >= _WHOLE:
        signs.extend(_pages(sides))
    rest = [1.0, 1.0]
    for sign in signs:
        rest[sign.original] *= 1 - sign.weight
    original = 0 if rest[0] <= rest[1] else 1
    confidence = round((1 - rest[original]) * rest[1 - original], 2)
    if confidence < _SURE or rest[0] == rest[1]:
        earlier = 0 if articles[0].id <= articles[1].id else 1
        return earlier, Direction(basis="unknown", confidence=0.0)
    reasons = [sign.why for sign in sorted(signs, key=lambda s: -s.weight) if sign.original == original]
    return original, Direction(basis="; ".join(dict.fromkeys(reasons)), confidence=confidence)


def _agencies(articles: Sequence[Article]) -> Iterator[Sign]:
    """An agency's own page is the wire; a text that bears an agency's name is nearest it."""
    wires = [_is_agency(article) for article in articles]
    for side, article in enumerate(articles):
        other = articles[1 - side]
        if article.agency and other.outlet and _same(article.agency, other.outlet):
            yield Sign(1 - side, 0.8, "credited by the other")
        elif wires[side] and not wires[1 - side]:
            yield Sign(side, 0.6, "an agency's own page")
        elif article.agency and not other.agency and not wires[1 - side]:
            yield Sign(side, 0.5, "agency credit")


def _is_agency(article: Article) -> bool:
    words = _words(article.outlet or "")
    return not words.isdisjoint(_AGENCY) and not words.isdisjoint(_NEWS)


def _credits(articles: Sequence[Article], texts: Sequence[Text]) -> Iterator[Sign]:
    """A page that shows another house's text, or a text that names the other's house, took it."""
    for side, article in enumerate(articles):
        other = articles[1 - side]
        house = other.outlet or other.agency
        if article.publisher and article.outlet and not _same(article.publisher, article.outlet):
            if not (other.publisher and other.outlet and not _same(other.publisher, other.outlet)):
                yield Sign(1 - side, 0.6, "the other credits its source")
        elif house and article.outlet and not _same(house, article.outlet) and texts[side].holds(house):
            # A faint sign: it may be talk about the house.
            yield Sign(1 - side, 0.3, "named in the other's text")


@lru_cache(4096)
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(name).split())


def same_house(one: str | None, other: str | None) -> bool:
    """Whether both are named and are one house."""
    return bool(one and other and _same(one, other))


def _same(one: str, other: str) -> bool:
    """Whether two names of houses are one, the shorter a part of the longer: نجم and وكالة نجم للأنباء."""
    words, others = _words(one), _words(other)
    return bool(words and others) and (words <= others or others <= words)


def _times(articles: Sequence[Article]) -> Iterator[Sign]:
    """The earlier text is the original: surely by stated times, less by days worked out, faintly by time of capture."""
    first, second = articles[0].published_at, articles[1].published_at
    if first and second and Basis.CAPTURED not in (first.basis, second.basis):
        stated = first.basis is second.basis is Basis.STATED
        order = _earlier(first, second)
        if order is not None:
            yield Sign(
                order, 0.7 if stated else 0.4, "published earlier" if stated else "published earlier, as worked out"
            )
            return
    days = _captured(articles[0]), _captured(articles[1])
    if days[0] and days[1] and days[0] != days[1]:
        side = 0 if days[0] < days[1] else 1
        gap = abs(days[0] - days[1])
        yield Sign(side, 0.25 if gap > timedelta(days=1) else 0.15, "captured earlier")


def _earlier(first: Published, second: Published) -> int | None:
    """Side of the earlier one; None where they overlap."""
    if first.last != second.first and first.last < second.first:
        return 0
    if second.last < first.first:
        return 1
    one, other = first.value, second.value
    whole = len("2023-09-05T12:00")
    if one and other and len(one) >= whole and len(other) >= whole and one[:whole] != other[:whole]:
        return 0 if one < other else 1
    return None


def _captured(article: Article) -> date | None:
    return article.captured_at.date() if article.captured_at else None


def _roles(articles: Sequence[Article]) -> Iterator[Sign]:
    """A teaser is cut from an article; a card or an article under another one is shown there again."""
    for side, article in enumerate(articles):
        if article.role is Role.TEASER and articles[1 - side].role is not Role.TEASER:
            yield Sign(1 - side, 0.6, "the other is a teaser")
        elif article.role is Role.READ_ALSO and articles[1 - side].role is Role.MAIN:
            yield Sign(1 - side, 0.3, "the other stands under another article")


def _pages(sides: tuple[Side, Side]) -> Iterator[Sign]:
    """The shape of the pages: an aggregator sets others' articles below, an outlet cards of its own in mid-text.

    Photographs with captions are an outlet's too; who takes a text mostly leaves them.
    """
    if any(side.article.role is not Role.MAIN for side in sides):
        return
    gathers = [Role.READ_ALSO in side.company for side in sides]
    cards = [Role.TEASER in side.company for side in sides]
    captions = [any(p.kind == "caption" for p in side.article.paragraphs) for side in sides]
    for side in (0, 1):
        if gathers[side] and not gathers[1 - side]:
            yield Sign(1 - side, 0.35, "the other's page gathers articles")
        if cards[side] and not cards[1 - side]:
            yield Sign(side, 0.25, "cards of its own outlet")
        if captions[side] and not captions[1 - side]:
            yield Sign(side, 0.15, "captions of its own")


def _misprints(alignment: Alignment, counts: Counts) -> Iterator[Sign]:
    """A misprint comes with copying: the word that is far rarer among all articles is the later one."""
    more = vote(misprints(alignment), counts)
    if more:
        yield Sign(0 if more > 0 else 1, 0.25, "misprints in the other")


def vote(slips: Iterable[tuple[int, int]], counts: Counts) -> int:
    """1 where more of the misprinted words stand on the second side, -1 where on the first, else 0."""
    more = 0
    for first, second in slips:
        texts = counts[first], counts[second]
        if texts[0] * _RARE <= texts[1]:
            more -= 1
        elif texts[1] * _RARE <= texts[0]:
            more += 1
    return (more > 0) - (more < 0)


def _lengths(alignment: Alignment) -> Iterator[Sign]:
    """A text all of which stands in a longer one was cut from it."""
    share, coverage = alignment.shared()
    if max(share, coverage) >= _CUT and abs(share - coverage) > _SHORTER:
        yield Sign(0 if share > coverage else 1, 0.2, "the other is shorter")
