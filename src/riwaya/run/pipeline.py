"""The steps, in one list each: first those that need one page alone, then those that need all articles together.

One file, a folder, an archive on one machine: all run these. A step takes records and gives records; what the world
sends becomes a Rejected on the way, and a step that breaks raises with the name of the page that it broke on.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from riwaya import settings
from riwaya.article import rebuild
from riwaya.copies import Index
from riwaya.dates import find as find_dates
from riwaya.dates.publish import infer
from riwaya.errors import Rejected
from riwaya.names import find as find_names
from riwaya.names.taggers import tagger
from riwaya.page.decode import decode
from riwaya.page.files import captures
from riwaya.records import (
    Article,
    Basis,
    Capture,
    Copy,
    DateMention,
    Mention,
    Paragraph,
    ParagraphKind,
    Piece,
    Published,
    Reading,
    Revision,
    Role,
    Statement,
    Story,
)
from riwaya.run import days
from riwaya.run.tracing import indexed
from riwaya.statements import find as find_statements
from riwaya.story import cluster

Readings = tuple[Reading, ...]
_SURE = timedelta(days=7)  # a publish date less sure than this anchors no other date


# --- one page -----------------------------------------------------------------------------------------------------


def published(page: Readings) -> Readings:
    """A publish date for articles that state none: from their words, else the day of the capture."""
    stated = next((r.article.published_at for r in page if r.article.published_at is not None), None)
    return tuple(replace(r, article=_dated(r.article, stated)) for r in page)


def _dated(article: Article, sibling: Published | None) -> Article:
    if article.published_at is not None:
        return article
    near = article.captured_at.date() if article.captured_at else None
    if near is None and sibling is not None:
        near = sibling.last
    return replace(article, published_at=infer(article, near) or days.of_capture(article))


def dated(page: Readings) -> Readings:
    return tuple(replace(r, dates=dates_of(r.article)) for r in page)


def named(page: Readings) -> Readings:
    return tuple(replace(r, mentions=names_of(r.article)) for r in page)


def names_of(article: Article) -> tuple[Mention, ...]:
    """The names in one article, as the tagger that the user chose sees them."""
    return find_names(article, tagger(settings.current().tagger))


def heard(page: Readings) -> Readings:
    return tuple(replace(r, statements=find_statements(r.article, r.mentions, r.dates)) for r in page)


PageStep = Callable[[Readings], Readings]
ARTICLE_STEPS: tuple[PageStep, ...] = (published,)
PAGE_STEPS: tuple[PageStep, ...] = (*ARTICLE_STEPS, dated, named, heard)


def read_page(capture: Capture, steps: Sequence[PageStep] = PAGE_STEPS) -> Readings | Rejected:
    """All that one capture alone tells. An error on the way is a fault of ours: it carries the capture's name."""
    try:
        page = decode(capture)
        found = page if isinstance(page, Rejected) else rebuild(page)
        if isinstance(found, Rejected):
            return found
        readings = tuple(Reading(source=capture.name, article=a, mentions=(), dates=(), statements=()) for a in found)
        for step in steps:
            readings = step(readings)
    except Exception as fault:
        fault.add_note(f"while reading {capture.name}")
        raise
    return readings


def anchor(article: Article) -> date | None:
    """The day that its relative dates count from; None where the publish date is too loose to count from."""
    when = article.published_at
    return when.last if when is not None and when.last - when.first < _SURE else None


def dates_of(article: Article) -> tuple[DateMention, ...]:
    return find_dates(article.id, article.text, anchor(article))


# --- all pages ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All articles with what is known of them.

    `articles` come in as their own pages give them; `given` is the days that an earlier run had from copies, and
    `dates` stands on those. What differs now is in `revisions`. `index` is what copies are found by.
    """

    articles: Sequence[Article]
    mentions: Mapping[str, Sequence[Mention]]
    dates: Mapping[str, Sequence[DateMention]]
    given: Mapping[str, Published]
    index: Index | None = None
    workers: int = 1
    copies: tuple[Copy, ...] = ()
    stories: tuple[Story, ...] = ()
    revisions: tuple[Revision, ...] = ()


def traced(corpus: Corpus) -> Corpus:
    """Copies, by the index of an earlier run where there is one."""
    index = indexed(corpus.articles, corpus.index, corpus.workers)
    return replace(corpus, index=index, copies=index.copies())


def redated(corpus: Corpus) -> Corpus:
    """Days for undated articles through their copies; dates and statements follow where the day is another."""
    own = {article.id: article for article in corpus.articles}
    given = days.of_copies(own, corpus.copies)
    articles = [replace(a, published_at=given[a.id]) if a.id in given else a for a in corpus.articles]
    changed = [a for a in articles if given.get(a.id) != corpus.given.get(a.id)]
    revisions = tuple(_revision(a, corpus.mentions.get(a.id, ()), given.get(a.id)) for a in changed)
    dates = {**corpus.dates, **{revision.article: revision.dates for revision in revisions}}
    return replace(corpus, articles=articles, dates=dates, given=given, revisions=revisions)


def _revision(article: Article, mentions: Sequence[Mention], published: Published | None) -> Revision:
    dates = dates_of(article)
    statements = find_statements(article, mentions, dates)
    return Revision(article=article.id, published=published, dates=dates, statements=statements)


def clustered(corpus: Corpus) -> Corpus:
    return replace(corpus, stories=cluster(corpus.articles, corpus.copies, corpus.mentions, corpus.dates))


CorpusStep = Callable[[Corpus], Corpus]
CORPUS_STEPS: tuple[CorpusStep, ...] = (traced, redated, clustered)


# --- the verbs ----------------------------------------------------------------------------------------------------

PageReader = Callable[[Capture, Sequence[PageStep]], Readings | Rejected]


def readings(
    path: str,
    steps: Sequence[PageStep] = PAGE_STEPS,
    reader: PageReader = read_page,
) -> Iterator[Reading | Rejected]:
    """Every article under `path` with what `steps` find in it, page by page."""
    for capture in captures(path):
        found = capture if isinstance(capture, Rejected) else reader(capture, steps)
        if isinstance(found, Rejected):
            yield found
        else:
            yield from found


def read(path: str) -> Iterator[Article | Rejected]:
    """Every article under `path`: a file, a folder, or "-" for standard input."""
    for found in readings(path, ARTICLE_STEPS):
        yield found if isinstance(found, Rejected) else found.article


def statements(path: str) -> Iterator[Statement | Rejected]:
    """Who said what on every page under `path`."""
    for found in readings(path):
        if isinstance(found, Rejected):
            yield found
        else:
            yield from found.statements


def copies(path: str) -> Iterator[Copy | Rejected]:
    """Who copied whom among all articles under `path`."""
    articles: list[Article] = []
    for found in read(path):
        if isinstance(found, Rejected):
            yield found
        else:
            articles.append(found)
    yield from copies_of(articles)


def copies_of(articles: Sequence[Article], workers: int = 1) -> tuple[Copy, ...]:
    """Who copied whom among these."""
    return indexed(articles, None, workers).copies()


def dates(text: str, on: date | None) -> tuple[DateMention, ...]:
    """The dates in `text`, resolved against the day `on`; without it only those that stand alone."""
    return find_dates("text", text, on)


def article_of(text: str, day: date | None = None) -> Article:
    """An article made of these words alone, as if published on `day`."""
    size = len(text)
    stated = Published(first=day, last=day, value=str(day), basis=Basis.STATED, why="given") if day else None
    return Article(
        id="text",
        capture="text",
        role=Role.MAIN,
        published_at=stated,
        paragraphs=(Paragraph(kind=ParagraphKind.BODY, text=text, span=(0, size)),),
        text=text,
        pieces=(Piece(start=0, end=size, page_start=0),),
    )


def statements_of(article: Article) -> tuple[Statement, ...]:
    """Who said what in one article."""
    return find_statements(article, names_of(article), dates_of(article))
