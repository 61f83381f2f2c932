"""What is asked of a store about names: which house spells whom how, why spellings are one, what the user says."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from riwaya.errors import RiwayaError
from riwaya.language.letters import fold
from riwaya.language.tokens import words
from riwaya.names import gather, key, same
from riwaya.names.decided import labels
from riwaya.names.houses import House, houses
from riwaya.names.joining import Join, joins
from riwaya.names.spellings import parts
from riwaya.records import Article, Mention, Name, NameDecision, NameKind
from riwaya.store import Speller, Store

SPELLER = Speller(key=key, same=same)  # how a search tells that two words are one name


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name of the store with its spellings house by house, and every join that made it one with the reasons."""

    name: Name
    houses: tuple[House, ...]
    joins: tuple[Join, ...]


def known(asked: str, directory: str | Path) -> tuple[Known, ...]:
    """The names that are called so, in any spelling, the most mentioned first."""
    with Store.existing(directory) as store:
        return _known(asked, store)


def spelled_apart(directory: str | Path, limit: int = 20) -> tuple[Name, ...]:
    """People whom the store's houses spell in several ways, the most mentioned first."""
    with Store.existing(directory) as store:
        articles = tuple(store.articles())
        mentions = tuple(mention for found in store.mentions().values() for mention in found)
        names = gather(articles, mentions, store.decisions())
    several = (name for name in names if name.kind is NameKind.PERSON and len(full_spellings(name)) > 1)
    return tuple(name for name, _ in zip(several, range(limit), strict=False))


def full_spellings(name: Name) -> tuple[str, ...]:
    """Its spellings as long as the name itself: a surname alone is no other spelling."""
    size = len(key(name.canonical).split())
    return tuple(s.spelling for s in name.spellings if len(key(s.spelling).split()) >= size)


def check(*names: str) -> None:
    """That each of these may be a name.

    Raises:
        RiwayaError: one of them is none.
    """
    for name in names:
        if not words(name):
            message = f"{name!r} is no name"
            raise RiwayaError(message)


def decide(decision: NameDecision, directory: str | Path) -> None:
    """Keep what the user says of two spellings; dossiers and names follow it from then on.

    Raises:
        RiwayaError: one of them is no name.
    """
    check(decision.one, decision.other)
    Store.existing(directory).close()
    with Store.open(directory) as store:
        store.decide(decision)


def undo(one: str, other: str, directory: str | Path) -> bool:
    """Forget what the user said of two spellings; whether anything was."""
    Store.existing(directory).close()
    with Store.open(directory) as store:
        return store.undecide(one, other)


class Meant:
    """Whom a name asked for means in a store: every entity that is, through whatever joins, a name called so."""

    def __init__(self, asked: str, store: Store) -> None:
        members = _Members(asked, store)
        self._asked = asked
        self._labels = members.labels
        self._known = frozenset(mention.entity for mention in members.mentions)
        self._entities = frozenset(entity for name in members.names for entity in members.of(name.entity))

    def by(self, entity: str | None, spoken: str) -> bool:
        """Whether a speaker of this entity and name is meant; one whom no mention knows, by the words of his name."""
        own = None if entity is None else self._labels.of(entity, spoken)
        return own in self._entities or (own not in self._known and called(spoken, self._asked))


@lru_cache(maxsize=8)  # one and the same for the same decisions: a search remembers what it says of two words
def speller(decided: tuple[NameDecision, ...]) -> Speller:
    """How a search tells that two words are one name: as their letters do, unless the user split names by them."""
    apart = {
        frozenset((one, other))
        for decision in decided
        if not decision.together
        for one, other in zip(parts(decision.one), parts(decision.other), strict=False)
        if one != other
    }
    if not apart:
        return SPELLER
    return replace(SPELLER, same=lambda one, other: same(one, other) and frozenset((one, other)) not in apart)


def called(spoken: str, asked: str) -> bool:
    """Whether all words of the name asked for, in whatever spelling, are in the speaker's."""
    wanted = set(key(asked).split())
    return bool(wanted) and (wanted <= set(key(spoken).split()) or same(spoken, asked))


class _Members:
    """The names of a store that are called so, with the entities that they are made of."""

    def __init__(self, asked: str, store: Store) -> None:
        decided = store.decisions()
        near = store.naming(_near(asked, store, decided))
        self.articles: Mapping[str, Article] = {article.id: article for article in store.articles(near)}
        mentions = tuple(mention for found in store.mentions(near).values() for mention in found)
        self.labels = labels(mentions, decided)
        self.mentions: Sequence[Mention] = tuple(replace(m, entity=self.labels.of(m.entity, m.name)) for m in mentions)
        held = tuple(self.articles.values())
        self.joins = joins(held, self.mentions, decided)
        self._root = {join.entity: join.target for join in self.joins}
        apart = _split_from(asked, decided)
        names = gather(held, mentions, decided)
        self.names = tuple(name for name in names if _is(name, asked) and fold(name.canonical) not in apart)

    def root(self, entity: str) -> str:
        while entity in self._root:
            entity = self._root[entity]
        return entity

    def of(self, entity: str) -> set[str]:
        return {entity} | {joined for joined in self._root if self.root(joined) == entity}


def _is(name: Name, asked: str) -> bool:
    return called(name.canonical, asked) or any(same(spelling.spelling, asked) for spelling in name.spellings)


def _split_from(asked: str, decided: Sequence[NameDecision]) -> set[str]:
    """Folded names that the user says are not the one asked for, however alike."""
    pairs = ({fold(one.one), fold(one.other)} for one in decided if not one.together)
    return {other for pair in pairs if fold(asked) in pair for other in pair - {fold(asked)}}


def _near(asked: str, store: Store, decided: Sequence[NameDecision]) -> set[str]:
    """Entities that share a word with the name asked for, or with one that the user joined to it."""
    names = [asked, *(n for d in decided for n in (d.one, d.other) if called(d.one, asked) or called(d.other, asked))]
    asked_for = {word for name in names for word in key(name).split()}
    return {entity for entity in store.entities() if not asked_for.isdisjoint(entity.partition(":")[2].split())}


def _known(asked: str, store: Store) -> tuple[Known, ...]:
    members = _Members(asked, store)
    of: dict[str, list[Mention]] = defaultdict(list)
    for mention in members.mentions:
        if mention.article in members.articles:
            of[members.root(mention.entity)].append(mention)
    return tuple(
        Known(
            name=name,
            houses=houses(of[name.entity], members.articles),
            joins=tuple(join for join in members.joins if members.root(join.entity) == name.entity),
        )
        for name in members.names
    )
