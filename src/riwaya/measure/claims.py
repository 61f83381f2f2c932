"""Which statements are one claim: pairs read by one person in twenty stories, as places in rows of saudinewsnet.

A pair was read because some version of this package had joined it; the verdict is whether the two say one thing (join)
or only speak of one matter (apart). So the figures are of joins that were made once, and say nothing of those missed.
"""

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from riwaya.dossier import Material, make
from riwaya.measure.gold import Places, beside, overlap, places, text_of
from riwaya.measure.report import Figure, Report, digest, found, ratio, rows, wanted
from riwaya.records import Reading, Span, Story, StoryStatus
from riwaya.run import pipeline

JUDGED, STORIES = "gold/claims_judged.tsv", "gold/claims_stories.tsv"
NEWS = "news/saudinewsnet.jsonl.gz"
HOME = Path(__file__).parents[3] / "measure"  # of a checkout; gold laid in the data comes first
_SAME = 0.5  # of a judged place, the overlap at which a statement stands there


@dataclass(frozen=True, slots=True)
class Pair:
    story: str
    places: tuple[tuple[int, Span], tuple[int, Span]]
    join: bool


@dataclass(frozen=True, slots=True)
class Told:
    """Where a statement stands in its row, and the claim it is part of."""

    n: int
    words: frozenset[int]
    claim: str


def score(data: Path) -> Report:
    news = wanted(data, NEWS)[0]
    judged, stories = (next(iter([*found(data, name), *found(HOME, name)]), None) for name in (JUDGED, STORIES))
    if judged is None or stories is None:
        message = f"{data} has no {JUDGED}, nor is there a checkout that has one"
        raise FileNotFoundError(message)
    pairs, members = list(judged_pairs(judged)), dict(story_members(stories))
    wanted_rows = {n for ns in members.values() for n in ns}
    held = {int(str(row["n"])): row for row in rows(news) if row["n"] in wanted_rows}
    joined = [(pair, is_joined(pair, told)) for story in members for told in [_tell(story, members[story], held)]
              for pair in pairs if pair.story == story]  # fmt: skip
    return Report(
        suite="claims",
        digest=digest([judged, stories]),
        figures=tuple(figures_of(joined)),
        misses=tuple(f"{'left apart' if pair.join else 'joined'}: {pair.places}" for pair, one in joined
                     if one is not None and one is not pair.join),
    )  # fmt: skip


def figures_of(joined: Sequence[tuple[Pair, bool | None]]) -> Iterator[Figure]:
    """Of those pairs of which both statements are found."""
    seen = [(pair, one) for pair, one in joined if one is not None]
    yield ratio("joins right", [pair.join for pair, one in seen if one])
    yield ratio("right joins made", [bool(one) for pair, one in seen if pair.join])
    yield Figure(name="pairs whose statements are found", value=len(seen) / len(joined), of=len(joined), held=False)


def judged_pairs(path: Path) -> Iterator[Pair]:
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            story, *numbers, verdict = line.split("\t")
            n, first, end, other, start, last = map(int, numbers)
            yield Pair(story, ((n, (first, end)), (other, (start, last))), verdict == "join")


def story_members(path: Path) -> Iterator[tuple[str, list[int]]]:
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            story, listed = line.split("\t")
            yield story, [int(n) for n in listed.split()]


def _tell(
    story: str, members: Iterable[int], held: dict[int, dict[str, object]]
) -> tuple[dict[int, Places], list[Told]]:
    """The places of each row's words, and all statements of the story's dossier."""
    read = {n: _read(held[n]) for n in members if n in held}
    readings = [reading for found in read.values() for reading in found]
    articles = [reading.article for reading in readings]
    whole = Story(
        id=story, title="", articles=tuple(a.id for a in articles), first_seen=None, last_seen=None,
        status=StoryStatus.QUIET, keywords=(),
    )  # fmt: skip
    dossier = make(
        whole,
        Material(
            articles=articles,
            copies=pipeline.copies_of(articles),
            statements=[s for r in readings for s in r.statements],
            mentions=[m for r in readings for m in r.mentions],
            dates=[d for r in readings for d in r.dates],
        ),
    )
    claim = {statement: one.id for one in dossier.claims for statement in one.statements}
    row = {reading.article.id: n for n, found in read.items() for reading in found}
    beneath = {r.article.id: beside(r.article.text, text_of(held[row[r.article.id]])) for r in readings}
    told = [Told(row[s.article], beneath[s.article].of(s.spans.content), claim[s.id]) for s in dossier.statements]
    return {n: places(text_of(held[n])) for n in read}, told


def _read(row: dict[str, object]) -> list[Reading]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{row['n']}.json"
        path.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
        return [found for found in pipeline.readings(str(path)) if isinstance(found, Reading)]


def is_joined(pair: Pair, told: tuple[dict[int, Places], list[Told]]) -> bool | None:
    """Whether the two stand in one claim; None where a statement of the pair is not found."""
    where, statements = told
    claims = []
    for n, span in pair.places:
        wanted_words = where[n].of(span) if n in where else frozenset()
        near = [(overlap(wanted_words, one.words), one.claim) for one in statements if one.n == n]
        most = max(near, default=(0.0, ""))
        if most[0] < _SAME:
            return None
        claims.append({claim for part, claim in near if part == most[0]})
    return any(a == b for a, b in product(*claims))
