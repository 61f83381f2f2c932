"""Which entity a spelling is: its key's, unless its letters or the user say that two names share the key.

فلين and فالون, ماركوس and ماركيز have one key. An entity is made of the key, in each article alone, so of those who
share one the commonest spelling keeps it, with all that are the same as it; every other gets an entity of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from riwaya.language.letters import fold
from riwaya.names import spellings
from riwaya.records import Mention, NameDecision

_APART = "~"  # between a key and the spelling that has it too and is another name


@dataclass(frozen=True, slots=True)
class Labels:
    """Entities by the entity that an article gave and the folded name, where these differ."""

    apart: Mapping[tuple[str, str], str]

    def of(self, entity: str, name: str) -> str:
        return self.apart.get((entity, fold(name)), entity)


def labels(mentions: Iterable[Mention], decided: Sequence[NameDecision] = ()) -> Labels:
    """The labels for these mentions; which spelling keeps a key does not depend on their order."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        names[mention.entity][mention.name] += 1
    split = _split_off(decided)
    apart: dict[tuple[str, str], str] = {}
    for entity, counts in names.items():
        if len(counts) > 1 or split:
            apart |= {(entity, name): own for name, own in _parted(entity, counts, split) if own != entity}
    return Labels(apart)


def relabelled(mentions: Iterable[Mention], decided: Sequence[NameDecision] = ()) -> list[Mention]:
    """The mentions, each with its entity by `labels`."""
    held = list(mentions)
    found = labels(held, decided)
    if not found.apart:
        return held
    return [replace(m, entity=found.of(m.entity, m.name)) for m in held]


def _parted(entity: str, counts: Counter[str], split: frozenset[str]) -> list[tuple[str, str]]:
    """Each folded name with its entity: the first that it is the same as, the commonest first."""
    first: list[tuple[str, str]] = []  # a name that others may be the same as, and its entity
    found: list[tuple[str, str]] = []
    for name in sorted(counts, key=lambda name: (fold(name) in split, -counts[name], name)):
        folded = fold(name)
        own = None if folded in split else next((e for other, e in first if spellings.same(name, other)), None)
        if own is None:
            own = f"{entity}{_APART}{folded}" if first or folded in split else entity
            first.append((name, own))
        found.append((folded, own))
    return found


def _split_off(decided: Sequence[NameDecision]) -> frozenset[str]:
    """Folded spellings that the user split off from one of the same key."""
    return frozenset(
        fold(one.other) for one in decided if not one.together and spellings.key(one.one) == spellings.key(one.other)
    )


def key_of(entity: str) -> str:
    return entity.partition(":")[2]


def words_of(entity: str) -> tuple[str, ...]:
    """The keys of its words."""
    return tuple(shared_key(key_of(entity)).split())


class Will:
    """What the user decided, by keys: for those who know names by their keys alone."""

    def __init__(self, decided: Sequence[NameDecision] = ()) -> None:
        self._split = _split_off(decided)
        self._joined = {self.key(one.other): self.key(one.one) for one in decided if one.together}
        self.parted = {frozenset((self.key(one.one), self.key(one.other))) for one in decided if not one.together}

    def key(self, name: str) -> str:
        """The name's key, its own alone where the user split it off from another of that key."""
        key, folded = spellings.key(name), fold(name)
        return f"{key}{_APART}{folded}" if folded in self._split else key

    def joined(self, key: str) -> str:
        """The key of the name that the user says this one is."""
        passed = {key}
        while (target := self._joined.get(key, key)) not in passed:
            passed.add(target)
            key = target
        return key


def shared_key(key: str) -> str:
    """The key that a name split off by the user has too."""
    return key.partition(_APART)[0]
