"""What an article is about, as weighted features: stems of its words, the names in it, the days it speaks of."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np

from riwaya.language.letters import fold
from riwaya.language.stems import stem
from riwaya.records import Article, DateMention, Mention, NameKind, ParagraphKind, Precision

_BEFORE = 2000  # articles that the background counts for: beside it a handful of pages still know rare from common
_UNSEEN = 0.5  # of a thousand articles: a stem that the background does not list
_WORD = re.compile(r"\w{2,}")
_KEPT = 100  # features an article keeps, the weightiest
_HEADLINE = 3  # a word of the headline counts as so many
_NAMED = {NameKind.PERSON: 1.0, NameKind.ORGANISATION: 0.7, NameKind.PLACE: 0.5}  # beside the stems of their words
_DAY = 0.5  # a day spoken of is shared by every story of that day
_DAYS_KEPT = 4


@dataclass(frozen=True, slots=True)
class Material:
    """What earlier stages found in the articles, by article id."""

    mentions: Mapping[str, Sequence[Mention]]
    dates: Mapping[str, Sequence[DateMention]]


@dataclass(frozen=True, slots=True)
class Vectors:
    """Row i holds article i's features: numbers `ids[edges[i]:edges[i+1]]`, ascending, of unit length together."""

    ids: np.ndarray
    weights: np.ndarray
    edges: np.ndarray
    names: list[str]

    def row(self, place: int) -> tuple[np.ndarray, np.ndarray]:
        span = slice(int(self.edges[place]), int(self.edges[place + 1]))
        return self.ids[span], self.weights[span]


@cache
def common() -> frozenset[str]:
    """Stems of words that say nothing of a subject."""
    lines = files("riwaya.story").joinpath("common.tsv").read_text("utf-8").splitlines()
    words = [line.strip() for line in lines if line and not line.startswith("#")]
    return frozenset(stem(word) for word in words) | frozenset(fold(word) for word in words)


@cache
def _background() -> dict[str, float]:
    """Stem to the part of news articles in which it stands."""
    lines = files("riwaya.story").joinpath("background.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {key: int(count) / 1000 for key, count in rows}


def _rarity(feature: str, spread: int, total: int) -> float:
    """How much a feature tells, by the articles at hand (`spread` of `total`) and the background."""
    usual = _background().get(feature, _UNSEEN / 1000)
    return -math.log((spread + _BEFORE * usual) / (total + _BEFORE))


def vectors(articles: Sequence[Article], material: Material) -> Vectors:
    """Every article's features, weighed by how rare each is among `articles`."""
    counts = [_counts(article, material) for article in articles]
    spread: Counter[str] = Counter()
    for count in counts:
        spread.update(count.keys())
    numbers: dict[str, int] = {}
    rows = [_row(count, spread, len(articles), numbers) for count in counts]
    edges = np.cumsum([0, *(len(row) for row in rows)])
    ids = np.fromiter((number for row in rows for number, _ in row), dtype=np.int32, count=int(edges[-1]))
    weights = np.fromiter((weight for row in rows for _, weight in row), dtype=np.float32, count=int(edges[-1]))
    return Vectors(ids, weights, edges, list(numbers))


def stems(text: str) -> list[str]:
    """The telling stems of a text, in order."""
    return [key for key in map(telling, _WORD.findall(fold(text))) if key]


@lru_cache(maxsize=1 << 18)
def telling(word: str) -> str:
    """The stem of a word; empty where the word says nothing of a subject."""
    key = stem(word)
    return "" if key in common() or fold(word) in common() else key


def _counts(article: Article, material: Material) -> Counter[str]:
    counts: Counter[str] = Counter(stems(article.summary or ""))
    for paragraph in article.paragraphs:
        if paragraph.kind is not ParagraphKind.NOTICE:
            counts.update(stems(paragraph.text))
    for key in stems(article.headline or ""):
        counts[key] += _HEADLINE
    for mention in material.mentions.get(article.id, ()):
        counts[mention.entity] += 1
    days = Counter(day for day in map(_day, material.dates.get(article.id, ())) if day)
    counts.update({f"day:{day}": times for day, times in days.most_common(_DAYS_KEPT)})
    return counts


def _day(mention: DateMention) -> str | None:
    when = mention.value
    exact = when is not None and when.first == when.last and when.precision in (Precision.DAY, Precision.TIME)
    return when.first.isoformat() if when is not None and exact else None


def _factor(feature: str) -> float:
    kind, _, rest = feature.partition(":")
    if not rest:
        return 1.0
    return _DAY if kind == "day" else _NAMED.get(NameKind(kind), 1.0) if kind in _KINDS else 1.0


_KINDS = frozenset(kind.value for kind in NameKind)


def _row(
    count: Mapping[str, int], spread: Mapping[str, int], total: int, numbers: dict[str, int]
) -> list[tuple[int, float]]:
    weights = [
        ((1 + math.log(times)) * _rarity(feature, spread[feature], total) * _factor(feature), feature)
        for feature, times in count.items()
    ]
    kept = sorted(weights, reverse=True)[:_KEPT]
    length = math.sqrt(sum(weight * weight for weight, _ in kept)) or 1.0
    return sorted((numbers.setdefault(feature, len(numbers)), weight / length) for weight, feature in kept)


def centre(vectors_: Vectors, places: Iterable[int]) -> Counter[str]:
    """The summed weights of some articles' features, by feature."""
    total: Counter[str] = Counter()
    for place in places:
        ids, weights = vectors_.row(place)
        for number, weight in zip(ids.tolist(), weights.tolist(), strict=True):
            total[vectors_.names[number]] += weight
    return total
