"""An article's words as numbers: what candidates counts and align compares.

Words are runs of letters and digits of the folded text, so spelling slips, harakat and punctuation make no difference.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from riwaya.language.letters import fold, fold_mapped
from riwaya.language.quotes import pair
from riwaya.language.sentences import sentences
from riwaya.records import Article, Span

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Vocabulary:
    """Numbers for folded words, given in order of arrival, and in how many articles each stands."""

    numbers: dict[str, int] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)

    def read(self, text: str) -> np.ndarray:
        """The numbers of the words of `text`, which counts as one article more."""
        found = [self._number(word) for word in _WORD.findall(fold(text))]
        for number in set(found):
            self.articles[number] += 1
        return np.array(found, dtype=np.int32)

    def numbered(self, words: Iterable[str]) -> list[int]:
        return [self._number(word) for word in words]

    def _number(self, word: str) -> int:
        number = self.numbers.get(word)
        if number is None:
            number = self.numbers[word] = len(self.words)
            self.words.append(word)
            self.articles.append(0)
        return number


@dataclass(frozen=True, slots=True)
class Text:
    """Word i of an article is number `ids[i]` and stands at `starts[i]`..`ends[i]`.

    `sentences` are ranges of words; `telling[i]` is False where word i proves no copying, since it stands between
    quotation marks or in a set phrase.
    """

    article: str
    ids: list[int]
    pairs: list[int]  # one number for words i and i + 1
    starts: list[int]
    ends: list[int]
    sentences: list[Span]
    telling: np.ndarray
    opens: dict[int, int]  # by a sentence's first word: where the sentence begins, marks included
    closes: dict[int, int]  # by the word after its last: where it ends

    def span(self, first: int, end: int) -> Span:
        """The span of words `first`..`end` (exclusive, at least one); a sentence's own marks go with its edge words."""
        return self.opens.get(first, self.starts[first]), self.closes.get(end, self.ends[end - 1])


def prepare(article: Article, vocabulary: Vocabulary, worn: np.ndarray | None = None) -> Text:
    """The words of `article` with their places; `worn` tells which of them stand in set phrases."""
    folded = fold_mapped(article.text)
    found = list(_WORD.finditer(folded.text))
    ids = vocabulary.numbered(m[0] for m in found)
    places = np.append(folded.origins, folded.size)
    starts = places[[m.start() for m in found]] if found else np.empty(0, dtype=np.int64)
    ends = np.maximum(places[[m.end() for m in found]], places[[m.end() - 1 for m in found]] + 1) if found else starts
    spans = sentences(article.text)
    ranges = [(words, span) for words, span in zip(_ranges(starts, spans), spans, strict=True) if words[0] < words[1]]
    return Text(
        article=article.id,
        ids=ids,
        pairs=[one << 32 | other for one, other in pairwise(ids)],
        starts=starts.tolist(),
        ends=ends.tolist(),
        sentences=[words for words, _ in ranges],
        telling=~_inside(starts, [p.inner for p in pair(article.text)]) & (True if worn is None else ~worn),
        opens={first: start for (first, _), (start, _) in ranges},
        closes={end: stop for (_, end), (_, stop) in ranges},
    )


def _ranges(starts: np.ndarray, spans: Sequence[Span]) -> list[Span]:
    """Spans of text as ranges of the words that begin in them."""
    edges = np.searchsorted(starts, np.array(spans, dtype=np.int64).reshape(-1, 2))
    return [(int(a), int(b)) for a, b in edges]


def _inside(starts: np.ndarray, spans: Sequence[Span]) -> np.ndarray:
    inside = np.zeros(len(starts), dtype=bool)
    for first, end in _ranges(starts, spans):
        inside[first:end] = True
    return inside
