"""The fast tagger: a linear chain over features of single words (Lafferty et al. 2001), by training/ner_fast.py.

A word's features are looked up once and their weights kept added up, one row of label scores for each place in which
it can stand to the word that is tagged; a sentence then costs a sum of rows and one pass over its words.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from riwaya.names.taggers import Tagged
from riwaya.names.taggers.decode import best, spans
from riwaya.names.taggers.features import NEAR, PLACES, REACH, of_phrases
from riwaya.names.taggers.known import BLANK, EDGE_ROW, Known
from riwaya.names.taggers.weights import Floats, Weights
from riwaya.names.taggers.weights import load as read

FILE = Path(__file__).parents[1] / "models/fast.npz"
LONGEST = 256  # words of a sentence taken at once; a page without full stops is cut
_TOGETHER = 512  # sentences
_BEFORE, _AFTER = [BLANK] * (REACH - 1) + [EDGE_ROW], [EDGE_ROW] + [BLANK] * (REACH - 1)


def load() -> "Fast":
    return Fast(read(FILE))


class Fast:
    """Keeps the words that it met, up to a bound, so that one made once serves a whole archive."""

    name = "fast"

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._known = Known(weights)

    @property
    def follow(self) -> Floats:
        """The weight of label b after label a, minus infinity where BIO forbids it."""
        return self._weights.follow

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        cuts = [(i, cut) for i, sentence in enumerate(sentences) for cut in range(0, len(sentence), LONGEST)]
        found: list[list[Tagged]] = [[] for _ in sentences]
        for first in range(0, len(cuts), _TOGETHER):
            some = cuts[first : first + _TOGETHER]
            pieces = [sentences[i][cut : cut + LONGEST] for i, cut in some]
            labels = best(self.scores(pieces), list(map(len, pieces)), self.follow)
            for (i, cut), of in zip(some, labels, strict=True):
                found[i] += [Tagged(name.first + cut, name.end + cut, name.kind) for name in spans(of.tolist())]
        return found

    def scores(self, pieces: Sequence[Sequence[str]]) -> Floats:
        """Label scores of every word of the pieces, in a row; no piece is empty or longer than LONGEST."""
        words = [word for piece in pieces for word in piece]
        known, sizes = self._known, np.array(list(map(len, pieces)))
        known.learn(words)
        row = known.rows.__getitem__
        laid = np.array([place for piece in pieces for place in (*_BEFORE, *map(row, piece), *_AFTER)])
        at = np.arange(len(words)) + REACH * (2 * np.repeat(np.arange(len(sizes)), sizes) + 1)
        scores = self._of_pairs(laid, at)
        for column, offset in enumerate(PLACES):
            scores += known.sums[laid[at + offset], column]
        self._add_phrases(scores, words, np.repeat(np.cumsum(sizes), sizes), known.opens[laid[at]])
        weighed: Floats = scores * self._weights.scales
        return weighed

    def _of_pairs(self, laid: np.ndarray, at: np.ndarray) -> np.ndarray:
        """In steps: what the groups of each word and the one before it say together."""
        known, weights = self._known, self._weights
        sought = known.groups[laid[at - 1]] * known.base + known.groups[laid[at]]
        steps: np.ndarray = weights.pairs[known.pairs(sought)].astype(np.int32)
        return steps

    def _add_phrases(self, scores: np.ndarray, words: Sequence[str], ends: np.ndarray, opens: np.ndarray) -> None:
        """Add, in steps, what names of the tables say of their own words and of those next to them."""
        rows, of = self._weights.rows, self._weights.of
        tags = of_phrases(words, ends.tolist(), np.flatnonzero(opens).tolist())
        hits = [(place, rows[tag]) for place, tag in tags if tag in rows]
        if not hits:
            return
        places, tagged = np.array(hits).T
        for offset in NEAR:
            near = places - offset
            inside = (near >= 0) & (near < len(words))
            inside[inside] = ends[near[inside]] == ends[places[inside]]
            np.add.at(scores, near[inside], of[tagged[inside], PLACES.index(offset)])
