"""Keyphrases of articles: F1 of the first 5, 10 and 15 against ranked lists made by people, beside TF-IDF and YAKE.

Two phrases are one where the stems of their words are. Lists hold about sixty phrases, so that F1@10 can't pass .28.
"""

import ast
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from riwaya.language.stems import stem
from riwaya.language.tokens import words
from riwaya.measure.articles import article
from riwaya.measure.report import Figure, Report, digest, rows, wanted
from riwaya.run import pipeline
from riwaya.story.phrases import keyphrases
from riwaya.story.words import telling

_DATA = "keywords/*.jsonl*"
_CUTS = (5, 10, 15)
_GRAMS = 3

Key = tuple[str, ...]
Finder = Callable[[str, int], Sequence[str]]


def score(data: Path) -> Report:
    paths = wanted(data, _DATA)
    given = [row for path in paths for row in rows(path)]
    texts = [str(row["text"]) for row in given]
    gold = [_listed(row["keyphrases"]) for row in given]
    finders: list[tuple[str, Finder]] = [("keyphrases", _ours)]
    peers: list[tuple[str, Finder]] = [("TF-IDF", _tf_idf(texts)), *_yake()]
    figures = [*_figures(finders, texts, gold, peer=False), *_figures(peers, texts, gold, peer=True)]
    return Report(suite="keywords", digest=digest(paths), figures=tuple(figures))


def _listed(phrases: object) -> list[Key]:
    listed = ast.literal_eval(phrases) if isinstance(phrases, str) else phrases
    return list(dict.fromkeys(_key(str(phrase)) for phrase in listed)) if isinstance(listed, list) else []


def _key(phrase: str) -> Key:
    return tuple(stem(token.text) for token in words(phrase))


def _figures(
    finders: Iterable[tuple[str, Finder]], texts: Sequence[str], gold: Sequence[Sequence[Key]], *, peer: bool
) -> Iterator[Figure]:
    for name, finder in finders:
        found = [list(dict.fromkeys(map(_key, finder(text, 2 * _CUTS[-1])))) for text in texts]
        for cut in _CUTS:
            values = [_f1(have[:cut], right) for have, right in zip(found, gold, strict=True)]
            yield Figure(name=f"{name}: F1@{cut}", value=sum(values) / len(values), of=len(values), peer=peer)


def _f1(have: Sequence[Key], right: Sequence[Key]) -> float:
    shared = len(set(have) & set(right))
    return 2 * shared / (len(have) + len(right)) if have and right else 0.0


def _ours(text: str, most: int) -> Sequence[str]:
    read = article("text", text)
    return keyphrases(read, pipeline.names_of(read), most)


def _tf_idf(texts: Sequence[str]) -> Finder:
    """Runs of one to three words by how often here and in how few of the texts."""
    grams = {text: list(_grams(text)) for text in texts}
    spread = Counter(key for found in grams.values() for key in {key for key, _ in found})

    def find(text: str, most: int) -> Sequence[str]:
        times = Counter(key for key, _ in grams[text])
        form = {key: written for key, written in reversed(grams[text])}  # noqa: C416 - the first stays
        best = sorted(times, key=lambda key: -times[key] * math.log(len(texts) / spread[key]))
        return [form[key] for key in best[:most]]

    return find


def _grams(text: str) -> Iterator[tuple[Key, str]]:
    told = [(telling(token.text), token.text) for token in words(text)]
    for start in range(len(told)):
        for end in range(start + 1, min(start + _GRAMS, len(told)) + 1):
            if not all(key for key, _ in told[start:end]):
                break
            yield tuple(key for key, _ in told[start:end]), " ".join(written for _, written in told[start:end])


def _yake() -> Iterator[tuple[str, Finder]]:
    if find_spec("yake") is None:
        return
    from yake import KeywordExtractor  # type: ignore[import-untyped] # noqa: PLC0415 - the peer is optional

    def find(text: str, most: int) -> Sequence[str]:
        return [phrase for phrase, _ in KeywordExtractor(lan="ar", n=_GRAMS, top=most).extract_keywords(text)]

    yield "YAKE", find
