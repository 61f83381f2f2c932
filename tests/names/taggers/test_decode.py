from itertools import pairwise, product

import numpy as np

from riwaya.names.taggers.decode import best, shares
from riwaya.names.taggers.weights import LABELS, follows

SCORES = np.random.default_rng(7).normal(size=(5, len(LABELS))).astype(np.float32)
SIZES = [3, 2]


def _paths(scores, follow):
    """Every path of a sentence with its weight: what the two functions must agree with."""
    for path in product(range(len(LABELS)), repeat=len(scores)):
        if LABELS[path[0]][0] != "I":
            steps = sum(follow[a, b] for a, b in pairwise(path))
            yield path, sum(row[label] for row, label in zip(scores, path, strict=True)) + steps


def test_shares_are_those_of_all_paths_counted_one_by_one():
    follow, counted = follows(), []
    for scores in (SCORES[:3], SCORES[3:]):
        likely = np.zeros(scores.shape)
        for path, weight in _paths(scores, follow):
            likely[range(len(path)), path] += np.exp(weight)
        counted.append(likely / likely.sum(axis=1, keepdims=True))
    assert np.allclose(shares(SCORES, SIZES, follow), np.concatenate(counted), atol=1e-5)


def test_the_best_path_is_the_heaviest_of_all():
    follow = follows()
    for scores, found in zip((SCORES[:3], SCORES[3:]), best(SCORES, SIZES, follow), strict=True):
        assert tuple(found) == max(_paths(scores, follow), key=lambda pair: pair[1])[0]


def test_a_page_of_ten_thousand_words_overflows_nothing():
    scores = np.tile(SCORES * 40, (2000, 1))
    likely = shares(scores, [len(scores)], follows())
    assert np.allclose(likely.sum(axis=1), 1, atol=1e-4)
