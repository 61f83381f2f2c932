"""Make src/riwaya/names/costs.tsv: what each slip between two spellings of one word is worth, learned from pairs.

usage: python training/spellings.py NAMES > src/riwaya/names/costs.tsv
NAMES holds variants_silver.tsv and google_translit.tsv.
Only Latin keys of the training half are used (`riwaya.measure.spelt`). The card is training/README.md. Needs scipy.
"""

import random
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from riwaya.language.letters import fold
from riwaya.measure.spelt import Pair, Row, joined, near_misses, rows
from riwaya.names.lexica import bare
from riwaya.names.likeness import align, length, plain, sort

ROUNDS = 2  # the alignment changes with the costs; a third round no longer helps
RIDGE = 0.5  # chosen by halves of the training half
SEEN = 2  # an edit met less often is known by its sort alone
SEED, DRAWN, EACH = 11, 2500, 5000  # words whose neighbours are looked up, and pairs kept of each distance
FARTHEST = 0.7  # of the longer word's letters: pairs with more edits are wrong pairings
START = {"-v": 0.5, "-c": -1.0, "c=c": 1.0, "cv": -1.0, "vv": 0.0, "cc": 0.0}


class _Start(dict[str, float]):
    """Costs before any are learned, by sorts alone."""

    def __contains__(self, edit: object) -> bool:
        return True

    def __missing__(self, edit: str) -> float:
        return START[sort(edit).partition(".")[0]]


def training(folder: Path) -> list[Row]:
    """The training half of the silver rows, with the list's spellings of every key that is not for measuring."""
    silver = rows(folder / "variants_silver.tsv")
    spelt: dict[str, set[str]] = {row.latin: set(row.spelt) for row in silver if row.trained}
    for line in (folder / "google_translit.tsv").read_text("utf-8").splitlines():
        arabic, _, latin = line.partition("\t")
        if Row(latin, ()).trained:
            spelt.setdefault(latin, set()).add(fold(arabic))
    return [Row(latin, tuple(sorted(found))) for latin, found in spelt.items()]


def strangers(given: list[Row]) -> list[Pair]:
    """Pairs two and three letters apart of keys farther apart than they: as many of each as of one letter apart."""
    owner = {spelling: row.latin for row in given for spelling in row.spelt}
    words = sorted(owner)
    draw = random.Random(SEED)  # noqa: S311 - a draw, no secret
    found: dict[int, list[Pair]] = {2: [], 3: []}
    for word in draw.sample(words, min(len(words), DRAWN)):
        for other, apart, _ in process.extract(word, words, scorer=Levenshtein.distance, score_cutoff=3, limit=None):
            told = Levenshtein.distance(owner[word], owner[other]) > apart
            if apart in found and told and min(len(word), len(other)) > apart + 2:
                found[apart].append((word, other))
    return [pair for pairs in found.values() for pair in draw.sample(pairs, min(len(pairs), EACH))]


def worded(pairs: list[Pair]) -> list[Pair]:
    """Pairs as the costs see them, equal ones and wrong pairings left out."""
    seen = [(plain(bare(a)), plain(bare(b))) for a, b in pairs]
    return [(a, b) for a, b in seen if a and b and a != b]


def features(pair: Pair, table: Mapping[str, float]) -> Counter[str]:
    edits = align(*pair, table)
    if len(edits) > FARTHEST * max(map(len, pair)):
        return Counter()
    return Counter([*edits, *("sort " + sort(edit) for edit in edits), length(*pair), "bias"])


def fitted(same: list[Counter[str]], other: list[Counter[str]]) -> dict[str, float]:
    """Logistic regression, both sides weighing the same, a ridge on all weights."""
    counts = Counter(edit for one in (*same, *other) for edit in one)
    place = {edit: i for i, edit in enumerate(e for e in counts if counts[e] >= SEEN)}
    cells = [(r, place[e], n) for r, one in enumerate((*same, *other)) for e, n in one.items() if e in place]
    row, column, value = zip(*cells, strict=True)
    matrix = csr_matrix((value, (row, column)), shape=(len(same) + len(other), len(place)))
    sign = np.r_[np.ones(len(same)), -np.ones(len(other))]
    total = len(sign) / 2
    weight = np.r_[np.full(len(same), total / len(same)), np.full(len(other), total / len(other))]

    def loss(guess: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (matrix @ guess)
        slope = weight * sign / (1 + np.exp(margin))
        value = (weight * np.logaddexp(0, -margin)).sum() + RIDGE * guess @ guess / 2
        return value, RIDGE * guess - matrix.T @ slope

    found = minimize(loss, np.zeros(len(place)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return {edit: float(found[i]) for edit, i in place.items()}


def learned(same: list[Pair], other: list[Pair]) -> dict[str, float]:
    table: dict[str, float] = _Start()
    for _ in range(ROUNDS):
        counted = [[f for pair in pairs if (f := features(pair, table))] for pairs in (same, other)]
        weights = fitted(*counted)
        sorts = {edit.removeprefix("sort "): w for edit, w in weights.items() if edit.startswith("sort ")}
        rest = {edit: w for edit, w in weights.items() if not edit.startswith("sort ")}
        table = sorts | {
            e: w + (sorts.get(sort(e), 0.0) if e[:3] not in ("len", "bia") else 0.0) for e, w in rest.items()
        }
    return table


def main(folder: Path) -> None:
    half = training(folder)
    same, other = worded([pair for _, pair in joined(half)]), worded([*near_misses(half), *strangers(half)])
    print(
        f"# Learned by training/spellings.py from {len(same):,} pairs of spellings of one Latin name and {len(other):,}"
        " of two names one to three letters apart (google/transliteration, Apache-2.0; ANETAC; arabnamer). Edit, or"
        " sort of edits (v vowel, c consonant), and its weight in the log likelihood that a pair is one name."
    )
    for edit, weight in sorted(learned(same, other).items()):
        print(f"{edit}\t{weight:.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
