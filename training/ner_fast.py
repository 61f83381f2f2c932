"""Make the fast tagger of names: python training/ner_fast.py DATA LORE [--silver FILE] [--out FILE] [--hold PART].

DATA is the public sets; LORE what training/ner_lore.py wrote. Trained on CLEANANERCorp but its last fifth, twice; on
Wojood's training part, whose MISC the encoder fills in, since Wojood marks none as this package means it; and, where
given, on FILE: news that the encoder labelled (training/ner_silver.py). `--hold dev` trains without the
last fifth of the first and prints the figures on it, for choosing; nothing is chosen by the held-out sets.
Needs python-crfsuite (pip install python-crfsuite==0.9.12). Deterministic: L-BFGS from zero over sentences in order.
Then: python training/ner_words.py NEWS, without which each word is looked up at first sight.
"""

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pycrfsuite
import teacher

from riwaya.measure import corpora
from riwaya.measure.corpora import Sentence
from riwaya.measure.report import found
from riwaya.names.taggers import Kind, Tagged
from riwaya.names.taggers.fast import FILE, Fast
from riwaya.names.taggers.features import BETWEEN, PLACES, Lore, every
from riwaya.names.taggers.weights import LABELS, STEPS, Weights, follows, load, nothing, save

FIFTH = 5
TIMES = 2  # that each sentence of the first corpus counts: the others follow its rules less well
PARAMETERS = {"c1": 0.05, "c2": 0.3, "max_iterations": 60, "feature.minfreq": 2, "feature.possible_transitions": False}


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


def wojood(data: Path) -> Iterator[Sentence]:
    """Its training part, and between its names the MISC that the encoder sees."""
    sentences = [s for path in found(data, corpora.WOJOOD) if "train" in path.name for s in corpora.read(path)]
    seen = teacher.at().tag([sentence.words for sentence in sentences])
    for sentence, names in zip(sentences, seen, strict=True):
        free = (n for n in names if all(n.end <= other.first or other.end <= n.first for other in sentence.names))
        more = [name for name in free if name.kind is Kind.MISC]
        yield Sentence(sentence.words, tuple(sorted([*sentence.names, *more], key=lambda name: name.first)))


def train(sentences: Iterable[Sentence], lore: Lore) -> Weights:
    trainer = pycrfsuite.Trainer(verbose=False)
    for sentence in sentences:
        trainer.append(every(sentence.words, lore), labels(sentence))
    trainer.set_params(PARAMETERS)
    with tempfile.NamedTemporaryFile(suffix=".crf") as file:
        trainer.train(file.name)
        trained = pycrfsuite.Tagger()
        trained.open(file.name)
        model = trained.info()
        trained.close()
    return packed(model.state_features, model.transitions, lore)


def packed(state: dict[tuple[str, str], float], transitions: dict[tuple[str, str], float], lore: Lore) -> Weights:
    """Rounded to steps of one byte by label."""
    scales = np.zeros(len(LABELS), dtype=np.float32)
    for (_, label), weight in state.items():
        column = LABELS.index(label)
        scales[column] = max(scales[column], abs(weight) / STEPS)
    single = dict.fromkeys(name.partition(":")[2] for name, _ in state if name[0] != "|")
    rows = {name: row for row, name in enumerate(single)}
    couples = {couple: row for row, couple in enumerate(dict.fromkeys(_couple(n) for n, _ in state if n[0] == "|"))}
    of = np.zeros((len(rows) + 1, len(PLACES), len(LABELS)), dtype=np.int8)
    pairs = np.zeros((len(couples) + 1, len(LABELS)), dtype=np.int8)
    for (name, label), weight in state.items():
        column = LABELS.index(label)
        steps = round(weight / float(scales[column]))
        if name[0] == "|":
            pairs[couples[_couple(name)], column] = steps
        else:
            place, _, feature = name.partition(":")
            of[rows[feature], PLACES.index(int(place)), column] = steps
    follow = follows()
    for (before, after), weight in transitions.items():
        follow[LABELS.index(before), LABELS.index(after)] += weight
    return Weights(
        rows=rows, of=of, couples=couples, pairs=pairs, scales=scales, follow=follow, lore=lore, kept=nothing()
    )


def _couple(name: str) -> tuple[str, str]:
    before, _, here = name[1:].partition(BETWEEN)
    return before, here


def macro(fast: Fast, sentences: tuple[Sentence, ...]) -> dict[str, float]:
    """Span F1 by kind, and their mean."""
    have = fast.tag([sentence.words for sentence in sentences])
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
    gold = corpora.trained_on(corpora.read(found(given.data, corpora.CLEAN)[0]))
    cut = len(gold) * (FIFTH - 1) // FIFTH if given.hold else len(gold)
    more = silver(given.silver) if given.silver else ()
    whole = [*(sentence for sentence in gold[:cut] for _ in range(TIMES)), *wojood(given.data), *more]
    weights = train(whole, lore_of(given.lore))
    given.out.parent.mkdir(exist_ok=True)
    with given.out.open("wb") as file:
        save(weights, file)
    print(f"{len(weights.rows)} features, {given.out.stat().st_size >> 10} KB")
    if given.hold:
        print(macro(Fast(load(given.out)), gold[cut:]))


if __name__ == "__main__":
    main()
