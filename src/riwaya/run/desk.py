"""What is asked of a store: its stories, one dossier, words, and everything one person said."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from riwaya.copies import families
from riwaya.dossier import Material, labels, make
from riwaya.errors import RiwayaError
from riwaya.language.stems import stem
from riwaya.language.tokens import words
from riwaya.names import gather
from riwaya.records import Article, Decision, DecisionKind, Dossier, Reading, Statement, Story
from riwaya.run import asking, edits, local, naming
from riwaya.run.report import Report
from riwaya.store import Results, Store, Wish, parse

_MOST = 8  # stories named where several hold the words


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement with the article that carries it and the name of its page."""

    statement: Statement
    article: Article
    source: str


def build(paths: Iterable[str], directory: str | Path, workers: int = local.WORKERS) -> Report:
    """Everything under `paths` into the store in `directory`; a second run adds only what is new."""
    with Store.open(directory) as store:
        return local.build(paths, store, workers)


def stories(directory: str | Path) -> tuple[Story, ...]:
    """The one with most reports first, the latest of equals; its place here is its number."""
    with Store.existing(directory) as store:
        return tuple(store.stories())


def dossier(asked: str, directory: str | Path) -> Dossier:
    """One story told whole; `asked` as in `choose`."""
    with Store.existing(directory) as store:
        return tell(store, store.story(asked) or choose(asked, tuple(store.stories())))


def tell(store: Store, story: Story) -> Dossier:
    """The dossier of a story of this store."""
    made = make(story, _material(store, story, store.stories_among([other.story for other in story.related])))
    return edits.unjoined(made, store.decided(DecisionKind.CLAIM))


def decide(store: Store, decision: Decision) -> None:
    """Keep what an editor decided; an article moves to its story here and now.

    Raises:
        RiwayaError: what was decided of is not in the store.
    """
    if decision.kind is DecisionKind.NAME:
        naming.check(decision.one, decision.other)
    pair = {decision.one, decision.other}
    held = store.stories_of(pair) if decision.kind is DecisionKind.ARTICLE else {}
    there = {DecisionKind.CLAIM: len(store.stated(pair)), DecisionKind.ARTICLE: len(held)}.get(decision.kind, len(pair))
    if there < 2:  # noqa: PLR2004 - two ends
        message = f"the store has no such {decision.kind}, or they are one and the same"
        raise RiwayaError(message)
    store.decide(decision)
    if held:
        before = list({story.id: story for story in held.values()}.values())
        articles = {a.id: a for a in store.articles({one for story in before for one in story.articles})}
        store.regroup([story.id for story in before], edits.regrouped(before, articles, [decision]))


def articles(dossier: Dossier, directory: str | Path) -> tuple[Article, ...]:
    """The articles of a dossier's story, to show its spans in."""
    with Store.existing(directory) as store:
        return tuple(store.articles(dossier.story.articles))


def search(asked: str, directory: str | Path, wish: Wish) -> Results:
    with Store.existing(directory) as store:
        return find(store, asked, wish)


def asks(words_: str) -> bool:
    """Whether a question asks for anything that must be there."""
    read = parse(words_)
    return any(group.wanted for group in (*read.words, *read.fields))


def find(store: Store, asked: str, wish: Wish) -> Results:
    """As `search`, of a store that is open."""
    decided = store.decisions()
    return store.search(asking.widened(parse(asked), decided), wish, naming.speller(decided))


def who(name: str, directory: str | Path) -> tuple[Told, ...]:
    """All statements by speakers of that name, through every spelling and short form that is joined to it, by day."""
    with Store.existing(directory) as store:
        return said(store, name)


def said(store: Store, name: str) -> tuple[Told, ...]:
    """As `who`, of a store that is open."""
    meant = naming.Meant(name, store)
    speakers = {spoken for spoken, who, _ in store.speakers() if meant.by(who, spoken)}
    found = [s for s in store.said_by(speakers) if meant.by(s.speaker.entity, s.speaker.name)]
    carriers = {statement.article for statement in found}
    held = {article.id: article for article in store.articles(carriers)}
    sources = store.sources(carriers)
    return tuple(Told(statement=s, article=held[s.article], source=sources[s.article]) for s in found)


def labelled(store: Store, articles: Sequence[Article]) -> dict[str, str]:
    """What each of these articles is called on a page, by its id."""
    return labels(articles, store.sources([article.id for article in articles]))


def called(readings: Iterable[Reading]) -> dict[str, str]:
    """What each article is called on a page, by its id."""
    held = list(readings)
    return labels([reading.article for reading in held], {r.article.id: r.source for r in held})


def choose(asked: str, listed: Sequence[Story]) -> Story:
    """A story by its id, its number in the list, the beginning of its id, or words of its title.

    Raises:
        RiwayaError: none, or several.
    """
    if asked.isdecimal() and 0 < int(asked) <= len(listed):
        return listed[int(asked) - 1]
    found = [story for story in listed if story.id == asked] or [s for s in listed if asked and s.id.startswith(asked)]
    found = found or _titled(asked, listed)
    if not found:
        message = f"no story is {asked!r}; riwaya stories lists {len(listed)}"
        raise RiwayaError(message)
    if len(found) > 1:
        named = "; ".join(f"{listed.index(story) + 1} {story.title}" for story in found[:_MOST])
        message = f"{len(found)} stories are {asked!r}: {named}"
        raise RiwayaError(message)
    return found[0]


def _titled(asked: str, listed: Sequence[Story]) -> list[Story]:
    """Stories whose title holds all the words, in whatever form."""
    wanted = Counter(stem(token.text) for token in words(asked))
    return [s for s in listed if wanted and wanted <= Counter(stem(token.text) for token in words(s.title))]


def _material(store: Store, story: Story, listed: Sequence[Story]) -> Material:
    held = tuple(store.articles(story.articles))
    sources = store.sources(story.articles)
    called = labels(held, sources)
    mentions = tuple(mention for found in store.mentions(story.articles).values() for mention in found)
    decided = store.decisions()
    copies = store.copies(story.articles)
    return Material(
        articles=held,
        copies=copies,
        families=families(held, copies),
        statements=tuple(store.statements(story.articles)),
        mentions=mentions,
        dates=tuple(date for found in store.dates(story.articles).values() for date in found),
        names=gather([replace(article, outlet=called[article.id]) for article in held], mentions, decided),
        stories=listed,
        decided=decided,
        sources=sources,
    )
