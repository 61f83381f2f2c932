"""The encoder of ner_accurate.py alone, without the chain: what the fast tagger and the student learn from."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from riwaya.names.taggers import MODELS, Tagged
from riwaya.names.taggers.decode import best, spans
from riwaya.names.taggers.encoder import Encoder
from riwaya.names.taggers.weights import follows


def at(folder: Path = MODELS) -> "Teacher":
    return Teacher(Encoder(folder / "accurate.onnx", folder / "accurate.pieces"))


class Teacher:
    """Sentences shorter than a page; none empty."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        labels = best(self.encoder.scores(sentences), list(map(len, sentences)), follows())
        return [spans(np.asarray(of).tolist()) for of in labels]
