"""An article as a reader wants it: its sentences with what was said in them marked, and who else carries each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from riwaya.language.sentences import sentences
from riwaya.records import Article, Copy, Edit, Span, Statement
from riwaya.serve import addresses
from riwaya.serve.marks import Mark, kinds, tokens
from riwaya.serve.signs import Sign, called, feminine, of_act
from riwaya.serve.tongue import Tongue
from riwaya.serve.views import Token

_HELD = 0.5  # of a sentence's letters: what another article must have of it to carry it
_KEPT = {Edit.VERBATIM, Edit.REWORDED, Edit.CORRUPTED}
AT = "at"  # the id of the words that a link asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """Another article with the same sentence; `href` leads to it there."""

    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """`note` numbers its line in the list of carriers; empty where nobody else has it."""

    tokens: tuple[Token, ...]
    outlets: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A statement, for the margin: what was done by whom; `href` leads to the words."""

    sign: Sign
    speaker: str
    speaker_href: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A line of the text; `rail` is where each sentence begins and ends, in hundredths, and how many carry it."""

    kind: str
    sentences: tuple[Sentence, ...]
    sayings: tuple[Saying, ...]
    rail: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    number: str
    words: str
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class Others:
    """What other articles have of one article: spans of it, with where they stand there, by article."""

    held: Mapping[str, Sequence[tuple[Span, Span]]]
    labels: Mapping[str, str]

    @classmethod
    def of(cls, article: str, copies: Sequence[Copy], labels: Mapping[str, str]) -> "Others":
        held: dict[str, list[tuple[Span, Span]]] = {}
        for copy in copies:
            forward = copy.original == article
            other = copy.derived if forward else copy.original
            for passage in copy.passages:
                if passage.edit in _KEPT and passage.original is not None and passage.derived is not None:
                    ends = (passage.original, passage.derived)
                    held.setdefault(other, []).append(ends if forward else (ends[1], ends[0]))
        return cls(held, labels)

    def carriers(self, sentence: Span) -> tuple[Carrier, ...]:
        """One a label, in the order of the copies: the largest share first."""
        found: dict[str, Carrier] = {}
        for other, spans in self.held.items():
            shared = [(min(a[1], sentence[1]) - max(a[0], sentence[0]), there) for a, there in spans]
            within = [one for one in shared if one[0] > 0]
            if sum(size for size, _ in within) >= _HELD * (sentence[1] - sentence[0]):
                place = max(within)[1]
                label = self.labels[other]
                found.setdefault(label, Carrier(label=label, href=addresses.article(other, place)))
        return tuple(found.values())


def read(
    article: Article, said: Sequence[Statement], others: Others, at: Span | None, tongue: Tongue
) -> tuple[tuple[Stretch, ...], tuple[Note, ...]]:
    """The article's lines, and for each sentence that others carry a note of who they are."""
    signs = {one.id: _sign(one, tongue) for one in said}
    marks = [Mark(f"s-{one.id}", one.spans.content, signs[one.id]) for one in said]
    if at is not None and 0 <= at[0] < at[1] <= len(article.text):
        marks.append(Mark(AT, at))
    marks.sort(key=lambda m: (m.span[0], -m.span[1], m.id))
    ends = sentences(article.text)
    notes: list[Note] = []
    given: set[str] = set()
    found: list[Stretch] = []
    named = kinds(article)
    start = 0
    for line in article.text.split("\n"):
        span = (start, start + len(line))
        start = span[1] + 1
        if not line.strip():
            continue
        parts = _parts(span, ends)
        kept = []
        for part in parts:
            carriers = others.carriers(part)
            if carriers:
                words = " ".join(article.text[slice(*part)].split())
                notes.append(Note(number=tongue.digits(len(notes) + 1), words=words, carriers=carriers))
            note = str(len(notes)) if carriers else ""
            kept.append(Sentence(tokens=tokens(article.text, part, marks, given), outlets=len(carriers), note=note))
        inside = [one for one in said if span[0] <= one.spans.content[0] < span[1]]
        found.append(
            Stretch(
                kind=named.get(span[0], "body"),
                sentences=tuple(kept),
                sayings=tuple(_saying(one, signs[one.id], tongue) for one in inside),
                rail=_rail(span, parts, kept),
            )
        )
    return tuple(found), tuple(notes)


def _parts(line: Span, ends: Sequence[Span]) -> list[Span]:
    """The sentences of a line, each up to where the next begins, so that no letter is left between them."""
    starts = [max(a, line[0]) for a, b in ends if a < line[1] and b > line[0]] or [line[0]]
    starts[0] = line[0]
    return list(zip(starts, [*starts[1:], line[1]], strict=True))


def _rail(line: Span, parts: Sequence[Span], kept: Sequence[Sentence]) -> tuple[tuple[int, int, int], ...]:
    whole = line[1] - line[0]
    return tuple(
        (round((a - line[0]) * 100 / whole), round((b - line[0]) * 100 / whole), one.outlets)
        for (a, b), one in zip(parts, kept, strict=True)
    )


def _sign(said: Statement, tongue: Tongue) -> Sign:
    she = feminine(said.speaker, [said])
    return of_act(said.act, said.certainty, feminine=she, cue=said.cue, tongue=tongue)


def _saying(said: Statement, sign: Sign, tongue: Tongue) -> Saying:
    name = called(said.speaker, tongue)
    own = name == said.speaker.name
    return Saying(
        sign=sign,
        speaker=name,
        speaker_href=addresses.speaker(said.speaker.name) if own else "",
        href=f"#s-{said.id}",
    )
