"""Corpora of names, as sentences of this package's own words with flat spans in four types.

- CLEANANERCorp: PERS LOC ORG MISC, one label a word; taken as they are.
- Wojood's public sample: 21 types, nested, several a word. PERS; ORG; GPE, LOC and FAC are LOC; the rest is left out.
- AQMAR: PER, LOC, ORG, and MIS0 to MIS3 by article, which are left out.

Wojood's groups, events and laws and AQMAR's MIS types (terms of each article's own subject) are not CLEANANERCorp's
MISC, so on these two corpora only three types are scored. Where Wojood nests names of one word run (اللجنة القومية
العربية في نابلس, ORG with a GPE inside) the outermost is what a reader calls the name.

The split: CLEANANERCorp's last fifth of sentences, as they come, is held out; AQMAR is never trained on. A file whose
name says `test` is held out whole.
"""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from riwaya.language.tokens import tokens
from riwaya.measure.report import found
from riwaya.names.taggers import Kind, Tagged

CLEAN = "ner/cleananercorp_*.txt*"
WOJOOD = "ner/wojood_*.txt"
AQMAR = "ner/aqmar/*.txt"
_FIFTH = 5
_KINDS = {
    "PERS": Kind.PERS, "PER": Kind.PERS, "LOC": Kind.LOC, "GPE": Kind.LOC, "FAC": Kind.LOC, "ORG": Kind.ORG,
    "MISC": Kind.MISC,
}  # fmt: skip
_NOISE = "$#$"  # Wojood's mark of a sentence's end


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words as `language.tokens` cuts them, and the names among them in order, none overlapping another."""

    words: tuple[str, ...]
    names: tuple[Tagged, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """`kinds` are those that the corpus marks as this package means them; others are not scored on it."""

    name: str
    sentences: tuple[Sentence, ...]
    kinds: tuple[Kind, ...] = (Kind.PERS, Kind.LOC, Kind.ORG)


def read(path: Path) -> tuple[Sentence, ...]:
    """The sentences of a file with a word and its BIO labels a line and blank lines between sentences."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        lines = [line.split() for line in file]
    runs = (list(run) for blank, run in groupby(lines, key=lambda cells: not cells) if not blank)
    kept = ([cells for cells in run if cells[0] != _NOISE] for run in runs)
    return tuple(_sentence(run) for run in kept if run)


def held_out(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The last fifth, never trained on."""
    return sentences[len(sentences) * (_FIFTH - 1) // _FIFTH :]


def trained_on(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """All but the last fifth."""
    return sentences[: len(sentences) * (_FIFTH - 1) // _FIFTH]


def held(data: Path) -> Iterator[Corpus]:
    """Every held-out set that lies in `data`, the folder itself or one that holds `data/`, with the kinds it marks."""
    for path in found(data, CLEAN):
        sentences = read(path)
        if "test" in path.name:
            yield Corpus("cleananercorp_test", sentences, tuple(Kind))
        else:
            yield Corpus("cleananercorp, last fifth", held_out(sentences), tuple(Kind))
    for path in found(data, WOJOOD):
        if "train" not in path.name:
            yield Corpus(path.stem, read(path))
    topics = found(data, AQMAR)
    if topics:
        yield Corpus("aqmar", tuple(sentence for path in topics for sentence in read(path)))


def _sentence(lines: list[list[str]]) -> Sentence:
    """Words cut anew (`(د` is two) with the names they had; marks at a name's edge are none of it."""
    cut = [[token.text for token in tokens(cells[0])] for cells in lines]
    starts = [0]
    for pieces in cut:
        starts.append(starts[-1] + len(pieces))
    words = tuple(piece for pieces in cut for piece in pieces)
    spans = ((starts[first], starts[end], kind) for first, end, kind in _outermost(_spans(lines)))
    return Sentence(words, tuple(_trimmed(words, spans)))


def _spans(lines: list[list[str]]) -> Iterator[tuple[int, int, Kind]]:
    """Runs of each label; an I- with none before it opens one, as in CoNLL's scorer."""
    labels = [[label.partition("-")[::2] for label in cells[1:] if "-" in label] for cells in lines]
    for sort in {sort for on in labels for _, sort in on}:
        begun: int | None = None
        for place, on in enumerate([*labels, []]):
            marks = {mark for mark, other in on if other == sort}
            if begun is not None and "I" not in marks:
                yield from [(begun, place, _KINDS[sort])] if sort in _KINDS else []
                begun = None
            if marks and begun is None:
                begun = place


def _outermost(spans: Iterable[tuple[int, int, Kind]]) -> Iterator[tuple[int, int, Kind]]:
    """The longest first; none that shares a word with one before it. In order of the text."""
    kept: list[tuple[int, int, Kind]] = []
    for first, end, kind in sorted(spans, key=lambda s: (s[0] - s[1], s)):
        if all(end <= other[0] or other[1] <= first for other in kept):
            kept.append((first, end, kind))
    return iter(sorted(kept))


def _trimmed(words: tuple[str, ...], spans: Iterable[tuple[int, int, Kind]]) -> Iterator[Tagged]:
    for first, end, kind in spans:
        letters = [place for place in range(first, end) if any(map(str.isalnum, words[place]))]
        if letters:
            yield Tagged(letters[0], letters[-1] + 1, kind)
