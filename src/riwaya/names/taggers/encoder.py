"""A small encoder read by onnxruntime on one thread: the half of the accurate tagger that knows what words mean.

Activations are cut to 8 bits by the range of the batch that they are in, so a score may in rare cases hang on a
neighbour; the same text always reads alike.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
import sentencepiece

from riwaya.names.taggers.weights import LABELS, Floats
from riwaya.names.taggers.windows import Window, windows

ROOM = 128  # pieces that it reads at once, and was trained to
START, PAD, END, UNKNOWN = range(4)  # the first pieces of its vocabulary
_BATCH = 1024  # pieces
_LONGEST = 64  # letters of a word that are looked at
_KEPT = 1 << 16  # words whose pieces are remembered
_QUIET = 3  # of onnxruntime's levels: errors alone
_AS_WRITTEN = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC  # the graph names its fused operators itself
# Harakat, tatweel, bidi and zero-width marks say nothing of a name; Persian letters are read as the Arabic ones.
_PLAIN = str.maketrans("یک", "يك", "".join(map(chr, (*range(0x64B, 0x660), 0x670, 0x640, *range(0x200B, 0x2010)))))


class Pieces:
    """Words to the numbers of their pieces: at least one a word, the unknown one where nothing is left of it."""

    def __init__(self, model: bytes) -> None:
        self._model = sentencepiece.SentencePieceProcessor(model_proto=model)
        self.of = lru_cache(_KEPT)(self._cut)

    def _cut(self, word: str) -> tuple[int, ...]:
        plain = word[:_LONGEST].translate(_PLAIN).encode("utf-8", "replace").decode("utf-8")
        return tuple(self._model.encode(plain)) or (UNKNOWN,)

    def windows(self, sentences: Iterable[Sequence[str]]) -> list[Window]:
        """Windows that still lack START, so that their spots are one too low."""
        return windows([[self.of(word) for word in sentence] for sentence in sentences], ROOM - 1, (END,))


class Encoder:
    def __init__(self, network: Path, pieces: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = _QUIET
        options.graph_optimization_level = _AS_WRITTEN
        self._network = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
        self._pieces = Pieces(pieces.read_bytes())

    def scores(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """A row for each word of all sentences, a column for each of LABELS: the logarithm of its likelihood.

        The sentences are read with their neighbours.
        """
        scores = np.zeros((sum(map(len, sentences)), len(LABELS)), dtype=np.float32)
        for batch in batches(self._pieces.windows(sentences)):
            read = self._read(padded(batch))
            for row, window in enumerate(batch):
                scores[window.words] = read[row, np.array(window.spots) + 1]
        top = scores.max(axis=1, keepdims=True)
        likely: Floats = scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
        return likely

    @property
    def labels(self) -> tuple[str, ...]:
        """Those that the model was trained with, as its file says."""
        return tuple(self._network.get_modelmeta().custom_metadata_map["labels"].split())

    def _read(self, ids: np.ndarray) -> Floats:
        """The scores of each label at each piece of each row."""
        scores: Floats = self._network.run(None, {"ids": ids})[0]
        return scores


def batches(read: list[Window], size: int = _BATCH) -> Iterator[list[Window]]:
    """Windows of like length together, `size` pieces with their blanks at most, a window at least."""
    batch: list[Window] = []
    for window in sorted(read, key=lambda w: len(w.pieces)):
        if batch and (len(batch) + 1) * (len(window.pieces) + 1) > size:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def padded(batch: list[Window]) -> np.ndarray:
    """START and each window's pieces, a row a window, blanks behind them."""
    ids = np.full((len(batch), 1 + max(len(window.pieces) for window in batch)), PAD, dtype=np.int64)
    ids[:, 0] = START
    for row, window in enumerate(batch):
        ids[row, 1 : len(window.pieces) + 1] = window.pieces
    return ids
