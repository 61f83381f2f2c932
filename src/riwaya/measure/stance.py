"""Stance of whole pages to claims (Baly et al. 2018): four leanings, macro-F1, on claims that no weight was made from.

The floor beside it, in the same run, is a bag of words: TF-IDF of claim and page, a linear SVM (scikit-learn), trained
on the very claims that ours was trained on. The published figure of a BERT model on a like corpus (AraStance) is .78;
the best on this one is .46 (Mohtarami et al. 2019, translated from English).
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from riwaya.language import lexicon
from riwaya.measure.report import Figure, Report, digest, rows, wanted
from riwaya.records import Leaning
from riwaya.run import stance

FILES = "stance/claims_articles*.jsonl.gz"
_DIGITS = 12
_LETTERS = 8000  # of a page that the bag of words reads


@dataclass(frozen=True, slots=True)
class Pair:
    claim: str
    page: str
    leaning: Leaning


def score(data: Path) -> Report:
    paths = wanted(data, FILES)
    pairs = [pair for path in paths for pair in read(path)]
    held = [pair for pair in pairs if not trained_on(pair.claim)]
    said = [stance.of_text(pair.claim, pair.page).leaning for pair in held]
    figures = [
        *_figures("", held, said),
        *([_floor(pairs, held)] if find_spec("sklearn") else []),
    ]
    missed = (f"{s} for {p.leaning}: {p.claim[:90]}" for p, s in zip(held, said, strict=True) if s is not p.leaning)
    return Report(suite="stance", digest=digest(paths), figures=tuple(figures), misses=tuple(missed))


def read(path: Path) -> list[Pair]:
    """A pair for each page of each claim."""
    return [
        Pair(str(row["claim"]), page, Leaning(leaning))
        for row in rows(path)
        for page, leaning in zip(_list(row["article"]), _list(row["stance"]), strict=True)
    ]


def _list(cell: object) -> list[str]:
    return list(cell) if isinstance(cell, list) else json.loads(str(cell))


def digest_of(claim: str) -> str:
    return hashlib.sha256(claim.encode()).hexdigest()[:_DIGITS]


def trained_on(claim: str) -> bool:
    """Whether the weights that ship were made from this claim's pages."""
    return digest_of(claim) in lexicon.words("riwaya.measure", "stance_trained.tsv")


def f1(gold: Sequence[Leaning], said: Sequence[Leaning], leaning: Leaning) -> float:
    both = sum(g is s is leaning for g, s in zip(gold, said, strict=True))
    all_of_it = sum(g is leaning for g in gold) + sum(s is leaning for s in said)
    return 2 * both / all_of_it if all_of_it else 0.0


def macro(gold: Sequence[Leaning], said: Sequence[Leaning]) -> float:
    return sum(f1(gold, said, leaning) for leaning in Leaning) / len(Leaning)


def _figures(name: str, held: Sequence[Pair], said: Sequence[Leaning]) -> Iterable[Figure]:
    gold = [pair.leaning for pair in held]
    yield Figure(name=f"{name}macro-F1", value=macro(gold, said), of=len(gold))
    for leaning in Leaning:
        yield Figure(name=f"{name}{leaning} F1", value=f1(gold, said, leaning), of=gold.count(leaning), held=False)


def _floor(pairs: Sequence[Pair], held: Sequence[Pair]) -> Figure:
    """The bag of words on the same pages."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - a development dependency
    from sklearn.svm import LinearSVC  # noqa: PLC0415

    taught = [pair for pair in pairs if trained_on(pair.claim)]
    if not taught:
        return Figure(name="bag of words macro-F1", value=0.0, of=0, peer=True)
    words = TfidfVectorizer(min_df=2, max_features=40_000, sublinear_tf=True)
    model = LinearSVC(class_weight="balanced", random_state=0)
    model.fit(words.fit_transform(map(_text, taught)), [pair.leaning.value for pair in taught])
    said = [Leaning(one) for one in model.predict(words.transform(map(_text, held)))]
    return Figure(name="bag of words macro-F1", value=macro([p.leaning for p in held], said), of=len(held), peer=True)


def _text(pair: Pair) -> str:
    return f"{pair.claim} {pair.page[:_LETTERS]}"
