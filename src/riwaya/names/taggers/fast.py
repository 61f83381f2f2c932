"""The fast tagger: a linear chain over features of single words (Lafferty et al. 2001), by training/ner_fast.py.

A word's features are looked up once and their weights kept added up, one row of label scores for each place in which
it can stand to the word that is tagged; a sentence then costs a sum of rows and one pass over its words.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from riwaya.names.taggers import Tagged
from riwaya.names.taggers.decode import best, spans
from riwaya.names.taggers.features import EDGE, NEAR, REACH, Seen, names_at, of_phrases, pair, seen
from riwaya.names.taggers.weights import LABELS, Floats, Weights
from riwaya.names.taggers.weights import load as read

FILE = Path(__file__).parents[1] / "models/fast.npz"
_PLACES = range(-REACH, REACH + 1)
_MOST = 1 << 16  # words kept looked up
_LONGEST = 256  # words of a sentence taken at once; a page without full stops is cut
_TOGETHER = 512  # sentences
_BLANK, _EDGE = 0, 1  # rows of what lies inside a sentence: nothing, and next to it its edge
_BEFORE, _AFTER = [_BLANK] * (REACH - 1) + [_EDGE], [_EDGE] + [_BLANK] * (REACH - 1)


def load() -> "Fast":
    return Fast(read(FILE))


class Fast:
    """Keeps the words that it met, up to a bound, so that one made once serves a whole archive."""

    name = "fast"

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._rows: dict[str, int]
        self._seen: list[Seen]
        self._scores: Floats
        self._forget()

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        cuts = [(i, cut) for i, sentence in enumerate(sentences) for cut in range(0, len(sentence), _LONGEST)]
        found: list[list[Tagged]] = [[] for _ in sentences]
        for first in range(0, len(cuts), _TOGETHER):
            some = cuts[first : first + _TOGETHER]
            for (i, cut), names in zip(
                some, self._tagged([sentences[i][c : c + _LONGEST] for i, c in some]), strict=True
            ):
                found[i] += [Tagged(name.first + cut, name.end + cut, name.kind) for name in names]
        return found

    def _tagged(self, pieces: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        if len(self._rows) > _MOST:
            self._forget()
        labels = best(self._scored(pieces), [len(piece) for piece in pieces], self._weights.follow)
        return [spans(of.tolist()) for of in labels]

    def _scored(self, pieces: Sequence[Sequence[str]]) -> Floats:
        """Label scores of every word of the pieces, in a row."""
        rows = [[*_BEFORE, *map(self._row, piece), *_AFTER] for piece in pieces]
        flat = np.array([row for piece in rows for row in piece])
        inside = np.concatenate([[False] * REACH + [True] * len(piece) + [False] * REACH for piece in pieces])
        at = np.flatnonzero(inside)
        of, known = self._weights.of, self._weights.rows
        couples = (couple for piece in rows for couple in pairwise(piece[REACH - 1 : -REACH]))
        scores: Floats = of[[known.get(pair(self._seen[a], self._seen[b]), -1) for a, b in couples]]
        for column, offset in enumerate(_PLACES):
            scores += self._scores[flat[at + offset], column]
        self._add_phrases(scores, pieces)
        return scores

    def _add_phrases(self, scores: Floats, pieces: Sequence[Sequence[str]]) -> None:
        start = 0
        for piece in pieces:
            for place, tag in enumerate(of_phrases(piece)):
                if tag:
                    for offset in NEAR:
                        if 0 <= place - offset < len(piece):
                            scores[start + place - offset] += self._sum((f"{offset}{tag}",))
            start += len(piece)

    def _row(self, word: str) -> int:
        row = self._rows.get(word)
        if row is None:
            row = self._rows[word] = len(self._seen)
            self._keep(seen(word, self._weights.lore))
        return row

    def _keep(self, one: Seen) -> None:
        if len(self._seen) == len(self._scores):
            self._scores = np.concatenate([self._scores, np.zeros_like(self._scores)])
        for column, offset in enumerate(_PLACES):
            self._scores[len(self._seen), column] = self._sum(names_at(one, offset))
        self._seen.append(one)

    def _sum(self, features: Sequence[str]) -> Floats:
        rows = self._weights.rows
        total: Floats = self._weights.of[[rows.get(feature, -1) for feature in features]].sum(axis=0)
        return total

    def _forget(self) -> None:
        self._rows, self._seen = {}, []
        self._scores = np.zeros((1 << 10, len(_PLACES), len(LABELS)), dtype=np.float32)
        self._keep(Seen((), (), ""))
        self._keep(EDGE)
