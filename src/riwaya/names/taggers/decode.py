"""Labels of sentences under a linear chain, many sentences at a time: the likeliest path, each label's likelihood."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from riwaya.names.taggers import Kind, Tagged
from riwaya.names.taggers.weights import LABELS, Floats

_TOGETHER = 64  # sentences of like length that are worked on at once
_INSIDE = [number for number, label in enumerate(LABELS) if label[0] == "I"]  # none begins a sentence


def best(scores: Floats, sizes: Sequence[int], follow: Floats) -> list[npt.NDArray[np.intp]]:
    """Labels by place in LABELS, sentence by sentence (Viterbi).

    `scores`: the words of all sentences in a row, a column a label; `sizes`: the words of each sentence, none 0;
    `follow`: the weight of one label after another.
    """
    labels: list[npt.NDArray[np.intp]] = [np.zeros(0, dtype=np.intp)] * len(sizes)
    for group, lengths, padded in _groups(scores, sizes):
        found = _viterbi(padded, lengths, follow)
        for row, i in enumerate(group):
            labels[i] = found[row, : sizes[i]]
    return labels


def shares(scores: Floats, sizes: Sequence[int], follow: Floats) -> Floats:
    """How likely each label is at each word, of all paths (forward and backward); rows of words sum to 1.

    Given what `best` is given.
    """
    starts = np.concatenate([[0], np.cumsum(sizes)])
    found = np.zeros_like(scores)
    for group, lengths, padded in _groups(scores, sizes):
        likely = _both_ways(padded, lengths, np.exp(follow))
        for row, i in enumerate(group):
            found[starts[i] : starts[i + 1]] = likely[row, : sizes[i]]
    return found


def _groups(scores: Floats, sizes: Sequence[int]) -> Iterator[tuple[list[int], npt.NDArray[np.intp], Floats]]:
    """Sentences of like length, the longest first: their numbers, lengths, and scores with blanks behind them."""
    starts = np.concatenate([[0], np.cumsum(sizes)])
    order = sorted(range(len(sizes)), key=lambda i: -sizes[i])
    for first in range(0, len(order), _TOGETHER):
        group = order[first : first + _TOGETHER]
        lengths = np.array([sizes[i] for i in group])
        padded = np.zeros((len(group), lengths[0], len(LABELS)), dtype=np.float32)
        for row, i in enumerate(group):
            padded[row, : sizes[i]] = scores[starts[i] : starts[i + 1]]
        yield group, lengths, padded


def _both_ways(scores: Floats, lengths: npt.NDArray[np.intp], step: Floats) -> Floats:
    """Scaled at each word, so that nothing overflows however long the sentence."""
    words = scores.shape[1]
    weights = np.exp(scores - scores.max(axis=2, keepdims=True))
    weights[:, 0, _INSIDE] = 0
    before = weights.copy()
    for place in range(words):
        if place:
            before[:, place] *= before[:, place - 1] @ step
        before[:, place] /= before[:, place].sum(axis=1, keepdims=True)
    after = np.ones_like(weights)
    for place in range(words - 2, -1, -1):
        onward = (weights[:, place + 1] * after[:, place + 1]) @ step.T
        after[:, place] = np.where((place + 1 < lengths)[:, None], onward / onward.sum(axis=1, keepdims=True), 1)
    likely = before * after
    shared: Floats = likely / likely.sum(axis=2, keepdims=True)
    return shared


def _viterbi(scores: Floats, lengths: npt.NDArray[np.intp], follow: Floats) -> npt.NDArray[np.intp]:
    """Longest sentence first, so that those over by then lie at the end."""
    rows, words, _ = scores.shape
    back = np.zeros(scores.shape, dtype=np.intp)
    total = scores[:, 0].copy()
    total[:, _INSIDE] = -np.inf
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
