"""Search: 300 questions for known articles and other spellings of names, beside FTS5 and tantivy on the same articles.

The figure is the mean reciprocal rank (1 for a first place, 1/2 for a second; 0 below the fiftieth) of the first
article that holds the sentence which the question was made from; `questions` says how they are made.
"""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from riwaya import names
from riwaya.errors import RiwayaError
from riwaya.measure import spelt
from riwaya.measure.articles import article
from riwaya.measure.report import Figure, Report, digest, rows, wanted
from riwaya.measure.search_peers import DEEP, peers
from riwaya.records import Article, Capture, Origin, Reading
from riwaya.run.naming import SPELLER
from riwaya.store import Store, Wish, filed

_NEWS, _NAMES = "news/saudinewsnet.jsonl.gz", "names/variants_silver.tsv"
_EVERY = 6  # articles, one is taken
_EACH = 75  # questions of a kind
_AT_ONCE = 200  # articles filed

Ask = Callable[[str], list[str]]


def score(data: Path) -> Report:
    news, listed = wanted(data, _NEWS)[0], wanted(data, _NAMES)[0]
    if not find_spec("simplemma"):
        message = "the suite of searches takes other forms of words from simplemma: make dev"
        raise RiwayaError(message)
    from riwaya.measure.questions import KINDS, questions  # noqa: PLC0415 - only where simplemma is

    articles = [_article(row) for place, row in enumerate(rows(news)) if place % _EVERY == 0]
    asked = questions(articles, spelt.rows(listed), _EACH)
    figures: list[Figure] = []
    misses: list[str] = []
    for name, ask in _engines(articles):
        ranks = [_rank(ask(question.asked), question.right) for question in asked]
        peer = name != ""
        kinds = [q.kind for q in asked]
        for kind in ("all", *KINDS):
            of = [rank for rank, k in zip(ranks, kinds, strict=True) if kind in ("all", k)]
            label = f"{name}: {kind}" if peer else f"MRR, {kind}"
            figures.append(Figure(name=label, value=sum(of) / len(of) if of else 0.0, of=len(of), peer=peer))
        if not peer:
            misses = [f"{q.kind}: {q.asked} ({rank:.2f})" for q, rank in zip(asked, ranks, strict=True) if rank < 1]
    return Report(suite="search", digest=digest([news, listed]), figures=tuple(figures), misses=tuple(misses))


def _engines(articles: Sequence[Article]) -> Iterator[tuple[str, Ask]]:
    with TemporaryDirectory() as folder, Store.open(folder) as store:
        fill(store, articles)
        yield "", lambda words: [hit.article.id for hit in store.search(words, Wish(limit=DEEP), SPELLER).found]
    yield from peers(articles)


def fill(store: Store, articles: Sequence[Article]) -> None:
    """Into a store, with the names that each holds; statements are left out."""
    for start in range(0, len(articles), _AT_ONCE):
        part = articles[start : start + _AT_ONCE]
        store.keep([_capture(one) for one in part])
        store.file([filed(one.capture, [_read(one)], SPELLER) for one in part])


def _read(one: Article) -> Reading:
    return Reading(source=one.id, article=one, mentions=names.find(one), dates=(), statements=())


def _capture(one: Article) -> Capture:
    return Capture(id=one.capture, name=one.id, media_type="text/plain", origin=Origin.FILE, content=b"")


def _rank(found: Sequence[str], right: frozenset[str]) -> float:
    return next((1 / place for place, one in enumerate(found, 1) if one in right), 0.0)


def _article(row: dict[str, object]) -> Article:
    key = sha256(str(row["n"]).encode()).hexdigest()
    return article(key, str(row["content"]), headline=str(row["title"] or ""), outlet=str(row["source"]))
