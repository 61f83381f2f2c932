"""Stories: B³ on articles judged by hand among a fortnight's press, and on pages found for one claim; order; peers.

The gold (measure/gold/stories.tsv) is article numbers alone. Its articles are clustered among every tenth other of the
same fortnight, with names, days and copies as the pipeline finds them. Dev was tuned on; test is only scored.
"""

import ast
import csv
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain
from pathlib import Path

from riwaya.measure.articles import article
from riwaya.measure.clusters import Labels, agreement, figures, peers
from riwaya.measure.report import Figure, Report, digest, found, rows, wanted
from riwaya.records import Article, Copy, DateMention, Mention
from riwaya.run import pipeline
from riwaya.story import cluster

GOLD = Path(__file__).parents[3] / "measure/gold/stories.tsv"
_NEWS, _CLAIMS = "news/saudinewsnet.jsonl.gz", "stance/claims_articles*.jsonl.gz"
_EVERY = 10  # one of so many articles beside the gold's
_SHUFFLES, _SHUFFLED = 10, 1000  # times, and articles
_UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles with what the pipeline finds in each alone, and their copies."""

    articles: Sequence[Article]
    copies: Sequence[Copy]
    mentions: Mapping[str, Sequence[Mention]]
    dates: Mapping[str, Sequence[DateMention]]

    def stories(self) -> Labels:
        stories = cluster(self.articles, self.copies, self.mentions, self.dates)
        return {member: story.id for story in stories for member in story.articles}


def score(data: Path) -> Report:
    """Both parts where both lie there, else the one that does."""
    news, claims = (found(data, name) for name in (_NEWS, _CLAIMS))
    paths = wanted(data, _NEWS, _CLAIMS)
    told = chain(_news(news[0]) if news and GOLD.is_file() else (), _claims(claims[0]) if claims else ())
    return Report(suite="stories", digest=digest([*paths, *([GOLD] if GOLD.is_file() else [])]), figures=tuple(told))


def judged(part: str) -> dict[str, str]:
    """Story by article number, of one part of the gold."""
    lines = [line for line in GOLD.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {r["n"]: r["story"] for r in csv.DictReader(lines, delimiter="\t") if r["part"] == part}


def corpus(news: Path) -> Corpus:
    """The gold's articles among others."""
    gold = judged("dev") | judged("test")
    chosen = [row for n, row in enumerate(rows(news)) if str(row["n"]) in gold or n % _EVERY == 0]
    return read([_article(row) for row in chosen])


def read(articles: Sequence[Article]) -> Corpus:
    mentions = {a.id: pipeline.names_of(a) for a in articles}
    return Corpus(articles, pipeline.copies_of(articles), mentions, {a.id: pipeline.dates_of(a) for a in articles})


def _article(row: dict[str, object]) -> Article:
    seen = datetime.fromisoformat(f"{row['date_extracted']}+00:00")
    return article(str(row["n"]), str(row["content"]), headline=str(row["title"]), outlet=str(row["source"]), seen=seen)


def _news(news: Path) -> Iterator[Figure]:
    held = corpus(news)
    labels = held.stories()
    dev, test = judged("dev"), judged("test")
    yield from figures("press, test", test, labels)
    yield from figures("press, dev", dev, labels, held=False)
    yield _order(held)
    texts = {a.id: a.text for a in held.articles}
    for name, theirs in peers(texts, {a.id: _day(a) for a in held.articles}, dev):
        yield from figures(f"press, test: {name}", test, theirs, peer=True)


def _order(held: Corpus) -> Figure:
    """How like ten shuffles are, at worst, to the stories of the same articles in the file's order."""
    drawn = random.Random(6)  # noqa: S311 - no secret
    some = list(held.articles)[:_SHUFFLED]
    labels, worst = replace(held, articles=some).stories(), 1.0
    for _ in range(_SHUFFLES):
        mixed = replace(held, articles=drawn.sample(some, len(some)))
        worst = min(worst, agreement(labels, mixed.stories()))
    return Figure(name="press: worst agreement of ten shuffles", value=worst, of=len(labels))


def _day(a: Article) -> date:
    return a.captured_at.date() if a.captured_at else date.min


def _claims(path: Path) -> Iterator[Figure]:
    """Pages of one claim are one story; pages that were found for it and are unrelated stand alone."""
    gold: dict[str, str] = {}
    articles: list[Article] = []
    for row in rows(path):
        texts, stances = ast.literal_eval(str(row["article"])), ast.literal_eval(str(row["stance"]))
        for place, (text, stance) in enumerate(zip(texts, stances, strict=True)):
            key = f"{row['id']}/{place}"
            gold[key] = key if stance == _UNRELATED else str(row["id"])
            articles.append(article(key, str(text)))
    held = read(articles)
    yield from figures("claims", gold, held.stories())
    nowhen = dict.fromkeys(gold, date.min)
    for name, theirs in peers({a.id: a.text for a in articles}, nowhen, gold):
        yield from figures(f"claims: {name}, tuned here", gold, theirs, peer=True)
