"""The likeliest labels of sentences under a linear chain, many sentences at a time."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from riwaya.names.taggers import Kind, Tagged
from riwaya.names.taggers.weights import LABELS, Floats

_TOGETHER = 64  # sentences of like length that are worked on at once


def best(scores: Floats, sizes: Sequence[int], follow: Floats) -> list[npt.NDArray[np.intp]]:
    """Labels by place in LABELS, sentence by sentence (Viterbi).

    `scores`: the words of all sentences in a row, a column a label; `sizes`: the words of each sentence, none 0;
    `follow`: the weight of one label after another.
    """
    starts = np.concatenate([[0], np.cumsum(sizes)])
    order = sorted(range(len(sizes)), key=lambda i: -sizes[i])
    labels: list[npt.NDArray[np.intp]] = [np.zeros(0, dtype=np.intp)] * len(sizes)
    for first in range(0, len(order), _TOGETHER):
        group = order[first : first + _TOGETHER]
        lengths = np.array([sizes[i] for i in group])
        padded = np.zeros((len(group), lengths[0], len(LABELS)), dtype=np.float32)
        for row, i in enumerate(group):
            padded[row, : sizes[i]] = scores[starts[i] : starts[i + 1]]
        found = _viterbi(padded, lengths, follow)
        for row, i in enumerate(group):
            labels[i] = found[row, : sizes[i]]
    return labels


def _viterbi(scores: Floats, lengths: npt.NDArray[np.intp], follow: Floats) -> npt.NDArray[np.intp]:
    """Longest sentence first, so that those over by then lie at the end."""
    rows, words, _ = scores.shape
    back = np.zeros(scores.shape, dtype=np.intp)
    total = scores[:, 0].copy()
    total[:, [i for i, label in enumerate(LABELS) if label[0] == "I"]] = -np.inf
    for place in range(1, words):
        running = int(np.searchsorted(-lengths, -place, side="left"))
        paths = total[:running, :, None] + follow
        back[:running, place] = paths.argmax(axis=1)
        total[:running] = paths.max(axis=1) + scores[:running, place]
    labels = np.zeros((rows, words), dtype=np.intp)
    last = total.argmax(axis=1)
    for place in range(words - 1, -1, -1):
        labels[:, place] = last
        inside = place < lengths
        last = np.where(inside, back[np.arange(rows), place, last], last)
    return labels


def spans(labels: Sequence[int]) -> list[Tagged]:
    """The names that a sentence's labels spell out."""
    found: list[Tagged] = []
    begun: int | None = None
    for place, label in enumerate([*labels, 0]):
        mark = LABELS[label][0]
        if begun is not None and mark != "I":
            found.append(Tagged(begun, place, Kind(LABELS[labels[begun]][2:])))
            begun = None
        if mark == "B":
            begun = place
    return found
