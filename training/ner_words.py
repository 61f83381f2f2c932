"""Look frequent words up in advance for the fast tagger: python training/ner_words.py NEWS.gz.

Changes only what src/riwaya/names/models/fast.npz keeps of words, no weight: run it after a table of names or the
lexicon changed, since until then every word is looked up at first sight, right but slower.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np

from riwaya.language.tokens import tokens
from riwaya.names.taggers.fast import FILE
from riwaya.names.taggers.known import Known
from riwaya.names.taggers.weights import Kept, Weights, digest, load, nothing, save

MOST = 32_000  # words; two bytes for each of 45 numbers before they are packed
FIELDS = ("title", "content", "text")  # saudinewsnet has the first two, ant the first and the last


def frequent(paths: Iterable[Path], most: int) -> list[str]:
    """As written, the most frequent first."""
    counts = Counter[str]()
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                counts.update(token.text for field in FIELDS for token in tokens(row.get(field) or ""))
    return [word for word, _ in counts.most_common(most)]


def looked_up(weights: Weights, words: list[str]) -> Weights:
    known = Known(replace(weights, kept=nothing()))
    known.learn(words)
    rows = [known.rows[word] for word in words]
    groups = tuple(known.names[number] for number in known.groups[rows].tolist())
    kept = Kept(
        tables=digest(), words=tuple(words), sums=known.sums[rows], groups=groups, opens=np.array(known.opens[rows])
    )
    return replace(weights, kept=kept)


def main(news: list[Path]) -> None:
    weights = looked_up(load(FILE), frequent(news, MOST))
    with FILE.open("wb") as file:
        save(weights, file)
    print(f"{len(weights.kept.words)} words, {FILE.stat().st_size >> 10} KB")


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:]])
