"""The accurate tagger: an encoder's opinion of each word added to the fast tagger's, and one path through both.

The two err in different places: the chain knows lists of names and endings, the encoder what a sentence says. Their
scores are logarithms of likelihoods, so that adding them is a product of experts (Hinton 2002) with nothing to tune.
A sentence whose every word the fast tagger is sure of is left to it: the encoder costs fifty times as much and would
change next to nothing there. Its card is training/accurate.md.
"""

from collections.abc import Sequence
from itertools import compress
from typing import Final

import numpy as np

from riwaya.names.taggers import MODELS, Tagged
from riwaya.names.taggers.decode import best, shares, spans
from riwaya.names.taggers.encoder import Encoder
from riwaya.names.taggers.fast import LONGEST, Fast
from riwaya.names.taggers.fast import load as fast

SURE: Final = (
    0.9  # the least likely word's share; bench/names.py and training/accurate.md say what others cost and give
)


def load() -> "Accurate":
    return Accurate(fast(), Encoder(MODELS / "accurate.onnx", MODELS / "accurate.pieces"))


class Accurate:
    name = "accurate"

    def __init__(self, chain: Fast, encoder: Encoder, sure: float = SURE) -> None:
        self._chain, self._encoder, self._sure = chain, encoder, sure

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """The names of each sentence of a text, in order; those in doubt are read together."""
        sizes = [len(sentence) for sentence in sentences]
        if not any(sizes):
            return [[] for _ in sentences]
        parts = [s[start : start + LONGEST] for s in sentences for start in range(0, len(s), LONGEST)]
        cut = list(map(len, parts))
        scores = self._chain.scores(parts)
        least = np.minimum.reduceat(shares(scores, cut, self._chain.follow).max(axis=1), np.cumsum([0, *cut[:-1]]))
        doubted = least < self._sure
        if doubted.any():
            scores[np.repeat(doubted, cut)] += self._encoder.scores(list(compress(parts, doubted)))
        labels = np.concatenate(best(scores, cut, self._chain.follow))
        return [spans(part.tolist()) for part in np.split(labels, np.cumsum(sizes)[:-1])]
