"""Make the fast tagger of names: python training/ner_fast.py DATA LORE [--silver FILE] [--out FILE] [--hold PART].

DATA is the public sets; LORE what training/ner_lore.py wrote. Trained on CLEANANERCorp but its last fifth and, where
given, on FILE: news that the accurate tagger labelled (training/ner_silver.py). `--hold dev` trains without the last
fifth of that part too and prints the figures on it, for choosing; without it nothing is chosen by the held-out sets.
Needs python-crfsuite. Deterministic: L-BFGS from zero over sentences in their order.
"""

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pycrfsuite

from riwaya.measure import corpora
from riwaya.measure.corpora import Sentence
from riwaya.measure.report import found
from riwaya.names.taggers import Kind, Tagged
from riwaya.names.taggers.fast import FILE, Fast
from riwaya.names.taggers.features import Lore, every
from riwaya.names.taggers.weights import LABELS, Weights, follows, load, save

FIFTH = 5
PARAMETERS = {"c1": 0.05, "c2": 0.3, "max_iterations": 120, "feature.possible_transitions": False}


def labels(sentence: Sentence) -> list[str]:
    """BIO."""
    found = ["O"] * len(sentence.words)
    for name in sentence.names:
        found[name.first : name.end] = [f"B-{name.kind}", *[f"I-{name.kind}"] * (name.end - name.first - 1)]
    return found


def lore_of(path: Path) -> Lore:
    clusters, names = json.loads(path.read_text("utf-8"))
    return Lore(clusters={w: tuple(c) for w, c in clusters.items()}, names={w: tuple(c) for w, c in names.items()})


def silver(path: Path) -> Iterator[Sentence]:
    """A JSON list a line: words, and [first, end, kind] of each name."""
    for line in path.read_text("utf-8").splitlines():
        words, names = json.loads(line)
        yield Sentence(tuple(words), tuple(Tagged(first, end, Kind(kind)) for first, end, kind in names))


def train(sentences: Iterable[Sentence], lore: Lore) -> Weights:
    trainer = pycrfsuite.Trainer(verbose=False)
    for sentence in sentences:
        trainer.append(every(sentence.words, lore), labels(sentence))
    trainer.set_params(PARAMETERS)
    with tempfile.NamedTemporaryFile(suffix=".crf") as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
        model = tagger.info()
        tagger.close()
    return packed(model.state_features, model.transitions, lore)


def packed(state: dict[tuple[str, str], float], transitions: dict[tuple[str, str], float], lore: Lore) -> Weights:
    rows = {name: row for row, name in enumerate(dict.fromkeys(name for name, _ in state))}
    of = np.zeros((len(rows) + 1, len(LABELS)), dtype=np.float32)
    for (name, label), weight in state.items():
        of[rows[name], LABELS.index(label)] = weight
    follow = follows()
    for (before, after), weight in transitions.items():
        follow[LABELS.index(before), LABELS.index(after)] += weight
    return Weights(rows=rows, of=of, follow=follow, lore=lore)


def macro(tagger: Fast, sentences: tuple[Sentence, ...]) -> dict[str, float]:
    """Span F1 by kind, and their mean."""
    have = tagger.tag([sentence.words for sentence in sentences])
    figures = {}
    for kind in Kind:
        gold = {(i, n) for i, s in enumerate(sentences) for n in s.names if n.kind is kind}
        said = {(i, n) for i, names in enumerate(have) for n in names if n.kind is kind}
        figures[kind.value] = round(2 * len(gold & said) / max(1, len(gold) + len(said)), 3)
    return {**figures, "macro": round(sum(figures.values()) / len(figures), 3)}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("lore", type=Path)
    parser.add_argument("--silver", type=Path)
    parser.add_argument("--out", type=Path, default=FILE)
    parser.add_argument("--hold", choices=("dev",))
    given = parser.parse_args()
    whole = corpora.read(found(given.data, corpora.CLEAN)[0])
    gold = corpora.trained_on(whole)
    cut = len(gold) * (FIFTH - 1) // FIFTH if given.hold else len(gold)
    more = silver(given.silver) if given.silver else ()
    weights = train([*gold[:cut], *more], lore_of(given.lore))
    given.out.parent.mkdir(exist_ok=True)
    with given.out.open("wb") as file:
        save(weights, file)
    print(f"{len(weights.rows)} features, {given.out.stat().st_size >> 10} KB")
    if given.hold:
        print(macro(Fast(load(given.out)), gold[cut:]))


if __name__ == "__main__":
    main()
