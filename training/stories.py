"""Learn src/riwaya/story/likeness.tsv: what each measure of a pair of articles says of their being one story.

usage: python training/stories.py DATA > likeness.tsv     (DATA as for `riwaya measure stories`; needs scikit-learn)
The pairs are those that the live window compares, both articles in the dev part of measure/gold/stories.tsv; forms that
papers fill daily are left out. The card is training/README.md.
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from riwaya.measure import stories
from riwaya.story.index import Vocabulary, Window
from riwaya.story.likeness import MEASURES, measures
from riwaya.story.sketch import Sketch, sketch

_STRENGTH = 0.3  # inverse of the penalty on weights
# Of no weight: a fortnight's stories share too few of them to learn from, and what is learned all the same misleads.
_IDLE = {"numbers_apart", "days", "days_apart"}
_HEAD = """# What each measure of a pair of articles is worth (likeness.py): logistic regression over pairs judged by
# hand, the dev part of measure/gold/stories.tsv; by training/stories.py, card in training/. measure, weight."""


def pairs(sketches: list[Sketch], gold: dict[str, str]) -> tuple[np.ndarray, np.ndarray]:
    """Measures of compared pairs, and whether each is one story."""
    words = Vocabulary()
    for one in sketches:
        words.learn(one.features)
    window, found, right = Window(words), [], []
    for one in sketches:
        row = words.row(one)
        near = window.near(row, one) if len(row.ids) else np.empty(0, dtype=np.int64)
        if one.article in gold and not one.routine and len(near):
            told = [gold.get(sketches[place].article) for place in near.tolist()]
            kept = [n for n, story in enumerate(told) if story and not sketches[int(near[n])].routine]
            found.append(measures(window, row, one, near)[kept])
            right += [told[n] == gold[one.article] for n in kept]
        window.add(row, one)
    return np.concatenate(found), np.array(right)


def learn(measured: np.ndarray, right: np.ndarray) -> dict[str, float]:
    """Weights by measure, and the bias."""
    measured = measured * [name not in _IDLE for name in MEASURES]
    mean, spread = measured.mean(0), measured.std(0) + 1e-6
    model = LogisticRegression(C=_STRENGTH, max_iter=3000).fit((measured - mean) / spread, right)
    weights = model.coef_[0] / spread
    bias = float(model.intercept_[0] - (weights * mean).sum())
    return dict(zip(MEASURES, weights.tolist(), strict=True)) | {"bias": bias}


def main(data: Path) -> None:
    held = stories.corpus(data / "data" / "news/saudinewsnet.jsonl.gz")
    ordered = sorted(held.articles, key=lambda a: (str(a.captured_at and a.captured_at.date()), a.id))
    sketches = [sketch(a, held.mentions[a.id], held.dates[a.id]) for a in ordered]
    print(_HEAD)
    for name, weight in learn(*pairs(sketches, stories.judged("dev"))).items():
        print(f"{name}\t{weight:.4f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
