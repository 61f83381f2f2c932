"""What the user decided of two spellings, put as entities; spellings of one key are parted by their letters."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from riwaya.language.letters import fold
from riwaya.names import spellings
from riwaya.records import Mention, NameDecision


def relabelled(mentions: Iterable[Mention], decided: Sequence[NameDecision]) -> Iterator[Mention]:
    """The mentions, those of a spelling that the user split off from its own key with an entity of their own."""
    split = {
        fold(one.other) for one in decided if not one.together and spellings.key(one.one) == spellings.key(one.other)
    }
    for mention in mentions:
        own = split and fold(mention.name) in split
        yield replace(mention, entity=f"{mention.entity}~{fold(mention.name)}") if own else mention


def key_of(entity: str) -> str:
    return entity.partition(":")[2]


def named(name: str, decided: Sequence[NameDecision]) -> str:
    """The key by which a decision means a name: its own where the user split it off from its like."""
    key = spellings.key(name)
    alone = any(not one.together and fold(one.other) == fold(name) and spellings.key(one.one) == key for one in decided)
    return f"{key}~{fold(name)}" if alone else key


def parted(decided: Sequence[NameDecision]) -> set[frozenset[str]]:
    return {frozenset((named(d.one, decided), named(d.other, decided))) for d in decided if not d.together}
