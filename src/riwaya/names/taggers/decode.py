"""Labels of sentences under a linear chain, many sentences at a time: the likeliest path, each label's likelihood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    labels = np.zeros(len(scores), dtype=np.intp)
    for group in _groups(sizes):
        found = _viterbi(scores[group.at].transpose(0, 2, 1), group.lengths, follow)
        labels[group.at[group.inside]] = found[group.inside]
    return np.split(labels, np.cumsum(sizes)[:-1])


def shares(scores: Floats, sizes: Sequence[int], follow: Floats) -> Floats:
    """How likely each label is at each word, of all paths (forward and backward); rows of words sum to 1.

    Given what `best` is given.
    """
    found = np.zeros_like(scores)
    for group in _groups(sizes):
        likely = _both_ways(scores[group.at].transpose(1, 0, 2), group.lengths, np.exp(follow))
        found[group.at[group.inside]] = likely.transpose(1, 0, 2)[group.inside]
    return found


@dataclass(frozen=True, slots=True)
class _Group:
    """Sentences of like length, a column each: their words by place, the first word of all where a sentence is over."""

    lengths: npt.NDArray[np.intp]
    at: npt.NDArray[np.intp]
    inside: npt.NDArray[np.bool_]


def _groups(sizes: Sequence[int]) -> Iterator[_Group]:
    counts = np.array(sizes, dtype=np.intp)
    starts = np.cumsum(counts) - counts
    order = np.argsort(-counts, kind="stable")
    for first in range(0, len(order), _TOGETHER):
        some = order[first : first + _TOGETHER]
        places = np.arange(counts[some[0]])[:, None]
        inside = places < counts[some]
        yield _Group(counts[some], np.where(inside, starts[some] + places, 0), inside)


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
    """A row of labels a place, a column a sentence. `scores` by place, label and sentence, any past its end."""
    words, _, columns = scores.shape
    total = np.empty(scores.shape, dtype=np.float32)
    total[0] = scores[0]
    total[0, _INSIDE] = -np.inf
    after, paths = follow[:, :, None], np.empty((len(LABELS), len(LABELS), columns), dtype=np.float32)
    for place in range(1, words):
        np.add(total[place - 1][:, None], after, out=paths)
        np.maximum.reduce(paths, axis=0, out=total[place])
        total[place] += scores[place]
    labels = np.empty((words, columns), dtype=np.intp)
    labels[-1] = last = total[lengths - 1, :, np.arange(columns)].argmax(axis=1)
    for place in range(words - 1, 0, -1):
        before = (total[place - 1] + follow[:, labels[place]]).argmax(axis=0)
        labels[place - 1] = np.where(place < lengths, before, last)
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
