"""Pairs of articles aligned, proved, and turned the right way round: work that any process can do by itself."""

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass

from riwaya.copies import direction
from riwaya.copies.align import align
from riwaya.copies.direction import Side
from riwaya.copies.edits import marked, misprints, passages
from riwaya.copies.proof import Seen, proved
from riwaya.copies.texts import Text, prepare
from riwaya.copies.words import Counts
from riwaya.records import Article, Copy, Role

Slips = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Material:
    """One text of a job with what the whole press tells of it."""

    article: Article
    seen: Seen
    company: frozenset[Role]
    day: int


@dataclass(frozen=True, slots=True)
class Job:
    """Pairs of texts by number, the earlier first, with all that judging them asks."""

    pairs: tuple[tuple[int, int], ...]
    texts: Mapping[int, Material]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a pair: its copy, if it is one, and the misprints that spoke for the direction."""

    pair: tuple[int, int]
    copy: Copy | None
    slips: Slips = ()


def judge(job: Job, held: MutableMapping[str, Text] | None = None) -> Iterator[Verdict]:
    """A verdict for each pair; `held` keeps the texts read, by article, for other jobs of this process."""
    texts: MutableMapping[str, Text] = {} if held is None else held
    for first, second in job.pairs:
        yield _judged((first, second), (job.texts[first], job.texts[second]), job.counts, texts)


def _judged(
    pair: tuple[int, int], sides: tuple[Material, Material], counts: Counts, held: MutableMapping[str, Text]
) -> Verdict:
    texts = _text(sides[0].article, held), _text(sides[1].article, held)
    alignment = align(*texts)
    if not proved(alignment, (sides[0].seen, sides[1].seen), (sides[0].day, sides[1].day)):
        return Verdict(pair, None)
    alignment = marked(alignment)
    slips = tuple(misprints(alignment))
    original, way = direction.decide((_side(sides[0]), _side(sides[1])), alignment, counts)
    if original == 1:
        alignment = marked(align(texts[1], texts[0]))
    share, coverage = alignment.shared()
    source, taker = sides[original].article, sides[1 - original].article
    copy = Copy(
        original=source.id,
        derived=taker.id,
        direction=way,
        share=round(share, 3),
        coverage=round(coverage, 3),
        agency=source.agency or taker.agency,
        passages=passages(alignment),
    )
    return Verdict(pair, copy, slips)


def _side(material: Material) -> Side:
    return Side(material.article, material.company)


def _text(article: Article, held: MutableMapping[str, Text]) -> Text:
    found = held.get(article.id)
    if found is None:
        found = held[article.id] = prepare(article)
    return found
