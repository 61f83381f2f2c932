"""Statements labelled by hand: article numbers and offsets alone, laid over the rows that they were read in.

Offsets count code points of a row's `title`, a line feed, and its `content`, all as the file has them, so that no
change in how an article is rebuilt moves them. What was put out is laid over the same text word by word.
"""

import hashlib
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

import msgspec

from riwaya.errors import RiwayaError
from riwaya.language.tokens import words
from riwaya.measure.report import rows
from riwaya.records import Act, Certainty, Span, SpeakerKind, StatementKind

Words = frozenset[int]  # places of words in the labelled text; a mark without words is the place before the next word
_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One statement. Of several acts, kinds or certainties any is right, the first is the best.

    `who` is the fullest words for the speaker in the article, `also` other right ones; `speaker` is None where he is
    carried on; `via` is nearest the speaker first. What is `optional` is right to find and right to leave.
    """

    content: Span
    cue: Span
    speaker: Span | None
    who: Span
    act: tuple[Act, ...]
    kind: tuple[StatementKind, ...]
    certainty: tuple[Certainty, ...]
    speaker_kind: tuple[SpeakerKind, ...]
    also: tuple[Span, ...] = ()
    quotes: tuple[Span, ...] = ()
    via: tuple[Span, ...] = ()
    said_on: tuple[date, ...] = ()
    said_on_span: Span | None = None
    addressee: Span | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The labels of row `n`; `digest` is of the words they were made on."""

    n: int
    split: str
    stratum: str
    digest: str
    statements: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A sheet laid on its row."""

    sheet: Sheet
    row: dict[str, object]
    text: str


def labelled(gold: Path, news: Path) -> list[Labelled]:
    """Every sheet of `gold` with its row of `news`, in the order of the sheets.

    Raises:
        RiwayaError: a row is absent, or has other words than it was labelled on.
    """
    decoder = msgspec.json.Decoder(Sheet)
    with gold.open("rb") as lines:
        sheets = [decoder.decode(line) for line in lines]
    wanted = {sheet.n for sheet in sheets}
    found = {row["n"]: row for row in rows(news) if row["n"] in wanted}
    return [_laid(sheet, found.get(sheet.n), news) for sheet in sheets]


def _laid(sheet: Sheet, row: dict[str, object] | None, news: Path) -> Labelled:
    text = text_of(row) if row else ""
    if row is None or digest_of(text) != sheet.digest:
        message = f"{news} has not the row {sheet.n} that the gold was labelled on"
        raise RiwayaError(message)
    return Labelled(sheet=sheet, row=row, text=text)


def text_of(row: dict[str, object]) -> str:
    """The words that offsets count in."""
    return f"{row['title']}\n{row['content']}"


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def written(labelled: Iterable[Labelled], folder: Path) -> Iterator[tuple[Labelled, Path]]:
    """Each row as a file of its own, for what reads pages."""
    for one in labelled:
        path = folder / f"{one.sheet.n}.json"
        path.write_text(json.dumps(one.row, ensure_ascii=False), encoding="utf-8")
        yield one, path


@dataclass(frozen=True, slots=True)
class Places:
    """Spans of a text as places of words: of its own words, or of those of another text laid beside it."""

    starts: list[int]
    ends: list[int]
    onto: dict[int, int] | None = field(default=None)

    def of(self, span: Span) -> Words:
        first, last = bisect_right(self.ends, span[0]), bisect_left(self.starts, span[1])
        at = range(first, last) if last > first else range(first, first + 1)
        sign = 1 if last > first else -1
        mapped = at if self.onto is None else [self.onto[i] for i in at if i in self.onto]
        return frozenset(sign * (i + 1) for i in mapped)


def places(text: str) -> Places:
    found = [t.span for t in words(text)]
    return Places([s for s, _ in found], [e for _, e in found])


def beside(text: str, labelled: str) -> Places:
    """Spans of `text` as places of words of `labelled`; what `labelled` has not is left out."""
    ours, theirs = ([t.folded for t in words(t)] for t in (text, labelled))
    same = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    onto = {block.a + i: block.b + i for block in same for i in range(block.size)}
    own = places(text)
    return Places(own.starts, own.ends, onto)


def overlap(one: Words, other: Words) -> float:
    """F1 of two sets of places."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
