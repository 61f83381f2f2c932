"""The ledger: every statement of hand-labelled articles, found or not, and each stage of finding it scored alone.

A statement is found where its content overlaps that of a label, word place by word place, at F1 .5 or more (of a
refusal any overlap is enough where the cue is shared: what was refused is told in two words or none), and its speaker
is the label's: by the words at the cue, by the name that they stand for, or by what he is called at another cue of his.
Each counts once. Stages are scored on those that share their cue's words (cue, content, speaker: Citron's stages) or
are found (act and what follows).
"""

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from riwaya.language.tokens import words
from riwaya.measure.gold import Label, Labelled, Places, beside, labelled, overlap, places, written
from riwaya.measure.report import Figure, Report, digest, found, ratio, wanted
from riwaya.measure.statements import same_name
from riwaya.records import Act, Reading, Span, Statement, StatementKind
from riwaya.run import pipeline

_HOME = Path(__file__).parents[3] / "measure"  # of a checkout; gold laid in the data comes first
_ENOUGH = 0.5
_SPLITS = ("dev", "test")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A label and a statement of one article, with what they share."""

    label: Label
    statement: Statement
    text: str
    outlet: str | None
    cue: bool
    content: float
    named: bool
    speaker: bool

    @property
    def found(self) -> bool:
        refused = self.label.act[0] is Act.DECLINE and self.cue and self.content > 0
        return self.speaker and (refused or self.content >= _ENOUGH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One article: its labels, what was put out, and who was paired with whom, for being found and for their cue."""

    sheet: Labelled
    statements: tuple[Statement, ...]
    found: tuple[Pair, ...]
    cued: tuple[Pair, ...]

    def missed(self) -> list[Label]:
        got = {id(p.label) for p in self.found}
        return [label for label in self.sheet.sheet.statements if not label.optional and id(label) not in got]

    def stray(self) -> list[Statement]:
        got = {p.statement.id for p in self.found}
        return [s for s in self.statements if s.id not in got]


def score(data: Path) -> Report:
    news = wanted(data, "news/saudinewsnet.jsonl.gz")[0]
    gold = [*found(data, "gold/ledger.jsonl"), *found(_HOME, "gold/ledger.jsonl")]
    if not gold:
        message = f"{data} has no gold/ledger.jsonl, nor is there a checkout that has one"
        raise FileNotFoundError(message)
    articles = scored(labelled(gold[0], news))  # each sheet holds a digest of its row's words, so its own says it all
    figures = [f for split in _SPLITS for f in _figures(split, [a for a in articles if a.sheet.sheet.split == split])]
    misses = [m for a in articles if a.sheet.sheet.split == "dev" for m in _misses(a)]
    return Report(suite="ledger", digest=digest(gold[:1]), figures=tuple(figures), misses=tuple(misses))


def scored(sheets: Iterable[Labelled]) -> list[Scored]:
    """Each row read as a page of its own, and its statements set against the labels."""
    with tempfile.TemporaryDirectory() as folder:
        return [_scored(sheet, path) for sheet, path in written(sheets, Path(folder))]


# --- pairs --------------------------------------------------------------------------------------------------------


def _scored(sheet: Labelled, path: Path) -> Scored:
    readings = [r for r in pipeline.readings(str(path)) if isinstance(r, Reading)]
    pairs = [p for r in readings for p in _pairs(sheet, r)]
    return Scored(
        sheet=sheet,
        statements=tuple(s for r in readings for s in r.statements),
        found=_single(pairs, lambda p: p.content + p.cue if p.found else 0.0),
        cued=_single(pairs, lambda p: 1 + p.content + p.speaker if p.cue else 0.0),
    )


def _pairs(sheet: Labelled, reading: Reading) -> Iterator[Pair]:
    own, theirs = places(sheet.text), beside(reading.article.text, sheet.text)
    called = _called(sheet)
    for statement in reading.statements:
        content, cue = theirs.of(statement.spans.content), theirs.of(statement.spans.cue)
        for label in sheet.sheet.statements:
            shared = overlap(own.of(label.content), content)
            at_cue = bool(own.of(label.cue) & cue)
            if at_cue or shared >= _ENOUGH:
                named = _named(sheet.text, label, statement)
                yield Pair(
                    label=label,
                    statement=statement,
                    text=sheet.text,
                    outlet=reading.article.outlet,
                    cue=at_cue,
                    content=shared,
                    named=named,
                    speaker=named
                    or _fold(statement.speaker.name) in called[label.who]
                    or _stands_there(own, label, theirs, statement),
                )


def _single(pairs: Sequence[Pair], worth: Callable[[Pair], float]) -> tuple[Pair, ...]:
    """The best pairs of any worth, each label and each statement once; a label that is optional comes last."""
    labels: set[int] = set()
    statements: set[str] = set()
    kept = []
    for pair in sorted(pairs, key=lambda p: (p.label.optional, -worth(p), p.label.cue, p.statement.spans.cue)):
        if worth(pair) and id(pair.label) not in labels and pair.statement.id not in statements:
            labels.add(id(pair.label))
            statements.add(pair.statement.id)
            kept.append(pair)
    return tuple(kept)


def _named(text: str, label: Label, statement: Statement) -> bool:
    return any(same_name(_name(text, span), statement.speaker.name) for span in (label.who, *label.also))


def _name(text: str, span: Span) -> str:
    """للفرنسية is ل + الفرنسية with its ا left out; a name is written with it."""
    name = text[slice(*span)]
    return "ا" + name[1:] if name.startswith("لل") else name


def _called(sheet: Labelled) -> dict[Span, set[str]]:
    """What each speaker is called at his cues: حاكم دبي is he who goes on, though his name is elsewhere."""
    called: dict[Span, set[str]] = defaultdict(set)
    for label in sheet.sheet.statements:
        called[label.who].add(_fold(sheet.text[slice(*(label.speaker or label.who))]))
    return called


def _fold(name: str) -> str:
    return " ".join(t.folded for t in words(name))


def _stands_there(own: Places, label: Label, theirs: Places, statement: Statement) -> bool:
    spans = statement.spans
    if label.speaker is None or spans.speaker is None:
        return False
    return overlap(own.of(label.speaker), theirs.of(spans.speaker)) >= _ENOUGH


# --- figures ------------------------------------------------------------------------------------------------------


def _figures(split: str, articles: Sequence[Scored]) -> Iterator[Figure]:
    """Held are those counted on the labels; a share of what was put out changes its count with every rule."""
    labels = [x for a in articles for x in a.sheet.sheet.statements if not x.optional]
    pairs = [p for a in articles for p in a.found]
    firm = [p for p in pairs if not p.label.optional]
    put_out = sum(len(a.statements) for a in articles) - (len(pairs) - len(firm))
    direct = [x for x in labels if x.kind[0] is StatementKind.DIRECT]
    said = [p for p in firm if p.label.kind[0] is StatementKind.DIRECT]
    quoted = [s for a in articles for s in a.statements if s.kind is StatementKind.DIRECT]
    mine = {p.statement.id for p in pairs}
    yield from _both(f"{split} statement with speaker", len(firm), put_out, len(labels))
    yield _part(f"{split} direct speech: recall", len(said), len(direct), held=True)
    yield _part(f"{split} direct speech: precision", sum(s.id in mine for s in quoted), len(quoted))
    yield from _stages(split, articles, labels)
    yield from (Figure(name=f"{split} {f.name}", value=f.value, of=f.of, held=False) for f in facts(firm))


def _both(name: str, right: int, put_out: int, wanted: int) -> Iterator[Figure]:
    yield _part(f"{name}: recall", right, wanted, held=True)
    yield _part(f"{name}: precision", right, put_out)
    yield Figure(name=f"{name}: F1", value=2 * right / (put_out + wanted) if wanted else 0.0, of=wanted)


def _part(name: str, right: int, of: int, *, held: bool = False) -> Figure:
    return Figure(name=name, value=right / of if of else 0.0, of=of, held=held)


def _stages(split: str, articles: Sequence[Scored], labels: Sequence[Label]) -> Iterator[Figure]:
    cued = [p for a in articles for p in a.cued]
    firm = [p for p in cued if not p.label.optional]
    put_out = sum(len(a.statements) for a in articles) - (len(cued) - len(firm))
    yield from _both(f"{split} cue", len(firm), put_out, len(labels))
    value = fmean(p.content for p in firm) if firm else 0.0
    yield Figure(name=f"{split} content token F1", value=value, of=len(firm), held=False)
    yield _part(f"{split} speaker", sum(p.speaker for p in firm), len(firm))
    yield _part(f"{split} speaker by name", sum(p.named for p in firm), len(firm))


def facts(pairs: Sequence[Pair]) -> Iterator[Figure]:
    """What is right of statements found; a chain is asked of where either side has one, a day where the label has."""
    yield ratio("act", [p.statement.act in p.label.act for p in pairs])
    yield ratio("act, the best one", [p.statement.act is p.label.act[0] for p in pairs])
    yield ratio("kind", [p.statement.kind in p.label.kind for p in pairs])
    yield ratio("certainty", [p.statement.certainty in p.label.certainty for p in pairs])
    yield ratio("speaker kind", [p.statement.speaker.kind in p.label.speaker_kind for p in pairs])
    yield ratio("chain", [right for p in pairs if (right := chain_right(p)) is not None])
    yield ratio("day", [day_right(p) for p in pairs if p.label.said_on])
    yield ratio("addressee", [_addressee_right(p) for p in pairs if p.label.addressee])


def chain_right(pair: Pair) -> bool | None:
    """None where there is none to ask of; the outlet itself, to which the speaker spoke, counts for nothing."""
    want = [_name(pair.text, span) for span in pair.label.via]
    have = [v for v in pair.statement.via if pair.outlet is None or not same_name(pair.outlet, v)]
    if not want and not have:
        return None
    return len(want) == len(have) and all(same_name(w, v) for w, v in zip(want, have, strict=True))


def day_right(pair: Pair) -> bool:
    when, days = pair.statement.said_on, pair.label.said_on
    return when is not None and days[0] <= when.first and when.last <= days[-1]


def _addressee_right(pair: Pair) -> bool:
    to = pair.label.addressee
    return to is not None and same_name(_name(pair.text, to), pair.statement.addressee or "")


def _misses(article: Scored) -> Iterator[str]:
    """Of the part to tune on alone."""
    sheet = article.sheet
    for label in article.missed():
        yield f"{sheet.sheet.n} {sheet.text[slice(*label.who)]} … {sheet.text[slice(*label.content)]}"
    for statement in article.stray():
        yield f"{sheet.sheet.n} not in the gold: {statement.speaker.name} … {statement.content}"
