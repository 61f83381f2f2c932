"""Nouns that head a speaker's name, names that speak for themselves, and the closed classes that bound them."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.records import Act

_ROOM = "riwaya.statements"
_FEWEST = 3  # letters a word must keep when an ending is taken off


class HeadKind(StrEnum):
    ROLE = "role"
    SOURCE = "source"
    GROUP = "group"
    ORG = "org"
    MEDIA = "media"
    DOCUMENT = "document"
    PLACE = "place"
    NAME = "name"  # no head noun: a proper name nobody listed


@dataclass(frozen=True, slots=True)
class Head:
    """`lemma` joins الوكالة with وكالة; `definite` says whether the word carries ال."""

    lemma: str
    kind: HeadKind
    plural: bool
    definite: bool


@cache
def _heads() -> dict[str, tuple[HeadKind, bool]]:
    return {
        fold(word): (HeadKind(kind), number == "plural")
        for word, kind, number in reversed(lexicon.rows(_ROOM, "heads.tsv"))
    }


# Endings of sound plurals and duals, in construct too (مسؤولو، مسؤولي), and what may stand in their place.
_PLURALS = (("ون", ""), ("ين", ""), ("ات", "ه"), ("ات", ""), ("ان", ""), ("تان", "ه"), ("و", ""), ("ي", ""), ("ا", ""))
_CONSTRUCT = frozenset("ويا")  # only people: مسؤولو, but استخباراتي is an adjective


@lru_cache(maxsize=1 << 16)
def head(word: str) -> Head | None:
    """What folded `word`, without و or a preposition, heads; None where it heads no speaker."""
    definite = word.startswith("ال") and len(word) > _FEWEST + 1
    base = word[2:] if definite else word
    table = _heads()
    if base in table:
        kind, plural = table[base]
        return Head(base, kind, plural, definite)
    if base.endswith("ه") and base[:-1] in table:  # المتحدثه
        kind, plural = table[base[:-1]]
        return Head(base[:-1], kind, plural, definite)
    for ending, put in _PLURALS:
        trunk = base[: -len(ending)] + put
        if base.endswith(ending) and len(trunk) >= _FEWEST and trunk in table:
            kind, plural = table[trunk]
            human = kind in (HeadKind.ROLE, HeadKind.SOURCE)
            if plural or (ending in _CONSTRUCT and not human):
                return None
            return Head(trunk, kind, ending != "ا", definite)
    return None


SPEAKING = (HeadKind.ROLE, HeadKind.GROUP, HeadKind.SOURCE, HeadKind.ORG)  # عائلته, أعضاؤها, مصادره, حكومته
_POSSESSIVES = ("هما", "هم", "ها", "نا", "ه")


@lru_cache(maxsize=1 << 16)
def owned(word: str) -> Head | None:
    """What a folded word with a possessive heads: عايلته is a family, اعضاوها are members."""
    for ending in _POSSESSIVES:
        trunk = word.removesuffix(ending)
        if trunk == word or len(trunk) < _FEWEST or trunk.startswith("ال"):
            continue
        seats = (trunk[:-1] + "ء",) if trunk.endswith(("او", "اي")) else ()
        bases = (trunk, trunk[:-1] + "ه" if trunk.endswith("ت") else trunk, *seats)
        found = next((noun for base in bases if (noun := head(base))), None)
        if found is not None:
            return replace(found, definite=True)
    return None


@dataclass(frozen=True, slots=True)
class Proper:
    kind: HeadKind
    feminine: bool
    words: int


@cache
def _proper() -> dict[str, dict[tuple[str, ...], Proper]]:
    found: dict[str, dict[tuple[str, ...], Proper]] = {}
    for name, kind, gender in lexicon.rows(_ROOM, "proper.tsv"):
        parts = tuple(fold(name).split())
        found.setdefault(parts[0], {}).setdefault(parts, Proper(HeadKind(kind), gender == "f", len(parts)))
    return found


def proper(words: list[str], place: int, first: str) -> Proper | None:
    """The longest listed name at `words[place:]`, its first word read as `first` (و taken off)."""
    candidates = _proper().get(first)
    if candidates is None:
        return None
    matches = (p for parts, p in candidates.items() if list(parts[1:]) == words[place + 1 : place + len(parts)])
    return max(matches, key=lambda p: p.words, default=None)


@cache
def of_saying() -> dict[str, Act]:
    """Nouns of saying with their acts: إعلان, نفي, تحذير."""
    return {fold(word): Act(act) for word, act, _ in lexicon.rows(_ROOM, "nouns.tsv")}


@cache
def verb_of(noun: str) -> str:
    """The folded verb of a folded noun of saying, by which it takes its speaker and what is said: اتهام → اتهم."""
    return {fold(word): fold(verb) for word, _, verb in lexicon.rows(_ROOM, "nouns.tsv")}[noun]


def said_again(word: str) -> Act | None:
    """The act of a noun of saying with a possessive or ال: نفيه, تحذيرها, التأكيد."""
    if word.startswith("ال"):
        return of_saying().get(word[2:])
    ends = ("هم", "ها", "ه")
    return next((of_saying().get(word[: -len(end)]) for end in ends if word.endswith(end)), None)


def said_anew(word: str) -> Act | None:
    """جدد تأكيد كذا, جدد نفيه."""
    return of_saying().get(word) or said_again(word)


class Class(StrEnum):
    ADJUNCT = "adjunct"
    TIME = "time"
    YEAR = "year"
    PARTICLE = "particle"
    OCCASION = "occasion"
    AUDIENCE = "audience"
    ADJECTIVE = "adjective"
    MASDAR = "masdar"
    THAT = "that"
    PLACE = "place"


@cache
def _classes() -> dict[str, frozenset[Class]]:
    found: dict[str, set[Class]] = {}
    for word, name in lexicon.rows(_ROOM, "words.tsv"):
        found.setdefault(fold(word), set()).add(Class(name))
    return {word: frozenset(names) for word, names in found.items()}


_NONE: frozenset[Class] = frozenset()


def classes(word: str) -> frozenset[Class]:
    return _classes().get(word, _NONE)


# تفعيل، إفعال، افتعال، انفعال، استفعال، مفاعلة، تفاعل: the shapes of verbal nouns, with a possessive or not.
_SHAPE = re.compile(
    r"(?:ت\w\w?ي\w|ا\w\wا\w|ا\wت\wا\w|ان\w\wا\w|است\w\wا\w|استع?ا\w\wه?|م\wا\w\w[هت]|ت\wا\w\w|[اإ]\wا\w[هت]|ا\w\wاء)"
    r"(?:ه|ها|هم|هما|نا)?"
)
_NOT_SHAPES = frozenset(map(fold, ("إيران", "اليابان", "أفغان", "الامارات", "إنسان", "أوباما", "أردوغان", "أنصار")))


@lru_cache(maxsize=1 << 16)
def is_masdar(word: str) -> bool:
    """Whether a folded word without ال looks like a verbal noun: the thing confirmed, denied or announced."""
    base = word.removeprefix("ال")
    if base is not word and len(base) == _FEWEST + 1 and base.startswith("ت"):
        return head(base) is None and not base.endswith(("ي", "ه"))  # التدخل, التقدم
    if Class.MASDAR in classes(word) or Class.MASDAR in classes(base):
        return True
    return base not in _NOT_SHAPES and bool(_SHAPE.fullmatch(base)) and head(base) is None
