"""One article ready to be compared: its words, where they stand, its sentences, which words prove a copy."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from riwaya.copies.signs import Sign, signs
from riwaya.copies.words import Words, read, rolled
from riwaya.language.letters import fold
from riwaya.language.quotes import pair
from riwaya.language.sentences import sentences
from riwaya.records import Article, Span

_BESIDE = 5  # words on each side of one that tell whether it stands in a list
_LIST = 7  # names and titles among these eleven; a sentence that only names its speaker has four or five
_LONGEST = 256  # words: a page without a full stop is cut so, for aligning costs the square of a sentence's length


@dataclass(slots=True, kw_only=True)
class Text:
    """Word i of an article has the hash `words[i]` and stands at `starts[i]`..`ends[i]` of `source`.

    `sentences` are ranges of words; `quoted[i]` is True where word i stands between quotation marks, `listed[i]` where
    it stands in a list of names with their titles: such words prove no copying.
    """

    article: str
    source: str
    words: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    sentences: list[Span]
    quoted: np.ndarray
    listed: np.ndarray
    signs: bytes  # what sort of word each is
    opens: dict[int, int]  # by a sentence's first word: where the sentence begins, marks included
    closes: dict[int, int]  # by the word after its last: where it ends
    figures: list[int] = field(init=False)  # the words in digits
    pairs: np.ndarray = field(init=False)  # one number for words i and i + 1
    whole: list[bytes] = field(init=False)  # a key for each sentence's words
    _places: dict[bytes, Span] | None = None
    _index: tuple[np.ndarray, np.ndarray] | None = None

    def __post_init__(self) -> None:
        self.figures = [place for place, sign in enumerate(self.signs) if sign == Sign.DIGITS]
        self.pairs = rolled(self.words, 2)
        self.whole = [self.words[first:end].tobytes() for first, end in self.sentences]

    def span(self, first: int, end: int) -> Span:
        """The span of words `first`..`end` (exclusive, at least one); a sentence's own marks go with its edge words."""
        start, stop = self.opens.get(first), self.closes.get(end)
        return int(self.starts[first]) if start is None else start, int(self.ends[end - 1]) if stop is None else stop

    def word(self, place: int) -> str:
        """Word `place`, folded."""
        return fold(self.source[int(self.starts[place]) : int(self.ends[place])])

    def ids(self, first: int, end: int) -> list[int]:
        """The hashes of some words."""
        found: list[int] = self.words[first:end].tolist()
        return found

    def figures_in(self, first: int, end: int) -> list[int]:
        """The words of a range that are in digits."""
        return self.figures[bisect_left(self.figures, first) : bisect_left(self.figures, end)]

    def ids_at(self, places: list[int]) -> list[int]:
        """The hashes of the words at these places."""
        return [int(self.words[place]) for place in places]

    def same(self, other: "Text") -> bool:
        """Whether the two have the very same words."""
        return np.array_equal(self.words, other.words)

    def holds(self, name: str) -> bool:
        """Whether the words of `name` stand in a row in the text."""
        wanted = _name(name)
        return (
            any(
                self.words[place : place + len(wanted)].tobytes() == wanted.tobytes()
                for place in np.flatnonzero(self.words == wanted[0]).tolist()
            )
            if len(wanted)
            else False
        )

    def places(self) -> dict[bytes, Span]:
        """Where each sentence stands first, by its words."""
        if self._places is None:
            self._places = dict(zip(reversed(self.whole), reversed(self.sentences), strict=True))
        return self._places

    def index(self) -> tuple[np.ndarray, np.ndarray]:
        """The pairs of neighbouring words of each sentence, sorted, and the number of the sentence of each."""
        if self._index is None:
            sizes = np.array([end - first for first, end in self.sentences], dtype=np.int64)
            holders = np.repeat(np.arange(len(sizes)), sizes)
            inside = np.flatnonzero(holders[1:] == holders[:-1])
            order = inside[np.argsort(self.pairs[inside], kind="stable")]
            self._index = self.pairs[order], holders[order]
        return self._index


@lru_cache(4096)
def _name(name: str) -> np.ndarray:
    return read([name]).hashes


def prepare(article: Article, words: Words | None = None) -> Text:
    """`article` for comparing; `words` are its own, where read before."""
    words = words or read([article.text])
    spans = sentences(article.text)
    ranges = [(part, span) for part, span in zip(_ranges(words.starts, spans), spans, strict=True) if part[0] < part[1]]
    marks = signs(words.hashes, words.starts, article.text)
    quoted = _inside(words.starts, [p.inner for p in pair(article.text)])
    return Text(
        article=article.id,
        source=article.text,
        words=words.hashes,
        starts=words.starts,
        ends=words.ends,
        sentences=[cut for part, _ in ranges for cut in _cut(part)],
        quoted=quoted,
        listed=_listed(marks),
        signs=marks,
        opens={first: start for (first, _), (start, _) in ranges},
        closes={end: stop for (_, end), (_, stop) in ranges},
    )


def _listed(marks: bytes) -> np.ndarray:
    """Which words stand in a list of names with their titles, as of those at a reception."""
    names = np.isin(np.frombuffer(marks, dtype=np.uint8), (Sign.NAME, Sign.RANK)).astype(np.int64)
    sums = np.concatenate((np.zeros(1, np.int64), np.cumsum(names)))
    places = np.arange(len(names))
    dense = sums[np.minimum(places + _BESIDE + 1, len(names))] - sums[np.maximum(places - _BESIDE, 0)] >= _LIST
    listed: np.ndarray = dense & (len(names) > 0)
    return listed


def _cut(sentence: Span) -> list[Span]:
    first, end = sentence
    return [(start, min(start + _LONGEST, end)) for start in range(first, end, _LONGEST)]


def _ranges(starts: np.ndarray, spans: Sequence[Span]) -> list[Span]:
    """Spans of text as ranges of the words that begin in them."""
    edges = np.searchsorted(starts, np.array(spans, dtype=np.int64).reshape(-1, 2))
    return [(int(a), int(b)) for a, b in edges]


def _inside(starts: np.ndarray, spans: Sequence[Span]) -> np.ndarray:
    inside = np.zeros(len(starts), dtype=bool)
    for first, end in _ranges(starts, spans):
        inside[first:end] = True
    return inside
