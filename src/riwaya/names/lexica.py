"""The tables of this room as look-ups by folded word. Read once, at first use."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.language.tokens import tokens
from riwaya.records import NameKind

_HERE = "riwaya.names"
_ARTICLE = "ال"
_FEWEST = 3  # letters that must stay when the article is taken off: الي is no ال + ي


def bare(word: str) -> str:
    """A folded word without its article: الحريري → حريري. ألمانيا keeps its letters through the tables, not here."""
    return word[2:] if word.startswith(_ARTICLE) and len(word) >= _FEWEST + 2 else word


@dataclass(frozen=True, slots=True)
class NameWords:
    """Folded words of people's names, without article. `everyday` are also words of the language."""

    arab: frozenset[str]
    foreign: frozenset[str]
    given: frozenset[str]
    family: frozenset[str]
    everyday: frozenset[str]
    known: frozenset[str]


def _name_word(written: str) -> str:
    """Folded, without article; the أل of ألبرت is none."""
    return bare(fold(written)) if written.startswith(_ARTICLE) else fold(written)


@cache
def name_words() -> NameWords:
    by_sort: dict[tuple[str, str], set[str]] = {}
    for table in ("given", "family"):
        for origin, listed in lexicon.rows(_HERE, f"{table}.tsv"):
            words = (_name_word(w) for entry in listed.split() for w in re.split(r"[_-]", entry))
            words = (w for w in words if w not in sort("joint"))
            by_sort.setdefault((table, origin), set()).update(words)
    given = {w for (table, _), words in by_sort.items() if table == "given" for w in words}
    family = {w for (table, _), words in by_sort.items() if table == "family" for w in words}
    arab = {w for (_, origin), words in by_sort.items() if origin.startswith("arab") for w in words}
    foreign = {w for (_, origin), words in by_sort.items() if origin.startswith("foreign") for w in words}
    everyday = {w for (_, origin), words in by_sort.items() if origin.endswith("word") for w in words}
    return NameWords(*map(frozenset, (arab, foreign - arab, given, family, everyday, given | family)))


@cache
def sort(name: str) -> frozenset[str]:
    """Folded words of one sort of words.tsv."""
    listed = lexicon.table(_HERE, "words.tsv")[name]
    return frozenset(fold(listed[0]).split())


@cache
def ends() -> frozenset[str]:
    """Words at which every name and every role ends; those that are names too are left to what stands round them."""
    over = (sort("particle"), sort("time"), sort("number"), sort("speech"), sort("verb"))
    return frozenset[str]().union(*over) - sort("name")


class How(StrEnum):
    """How a word of roles.tsv stands to the name that follows it."""

    HEAD = "head"
    TITLE = "title"
    ADDRESS = "address"
    KIN = "kin"
    HONOUR = "honour"


@cache
def roles() -> dict[str, How]:
    """Folded single words without article."""
    return {fold(word): How(how) for word, how in lexicon.rows(_HERE, "roles.tsv") if " " not in word}


class Head(StrEnum):
    """How an organisation's or a place's name goes on after its first noun."""

    CONSTRUCT = "construct"
    LOOSE = "loose"
    SHORT = "short"
    NAMED = "named"
    PLACE = "place"
    PART = "part"


@cache
def heads() -> dict[str, Head]:
    """Folded nouns without article."""
    return {fold(word): Head(how) for word, how in lexicon.rows(_HERE, "heads.tsv")}


@dataclass(frozen=True, slots=True)
class Entry:
    """A place or organisation of the tables; `everyday` where its words mean something else too."""

    kind: NameKind
    name: str
    everyday: bool = False


Phrases = dict[str, list[tuple[tuple[str, ...], Entry]]]


@cache
def phrases() -> Phrases:
    """Every spelling of the places and organisations by its first folded word, longest first."""
    found: dict[tuple[tuple[str, ...], NameKind], Entry] = {}
    for spelling, entry in _entries():
        words = tuple(token.folded for token in tokens(spelling.rstrip("~")))
        found.setdefault((words, entry.kind), entry)
    by_first: Phrases = {}
    for (words, _), entry in found.items():
        by_first.setdefault(words[0], []).append((words, entry))
    for options in by_first.values():
        options.sort(key=lambda option: -len(option[0]))
    return by_first


@cache
def titles() -> dict[tuple[str, ...], str]:
    """Folded words of every spelling of a place or body that is no everyday word, to its name, folded."""
    known: dict[tuple[str, ...], str] = {}
    for options in phrases().values():
        for words, entry in options:
            if not entry.everyday and (len(words) > 1 or words[0] not in name_words().known):
                known.setdefault(words, fold(entry.name))
    return known


def _entries() -> Iterator[tuple[str, Entry]]:
    organisation, place = NameKind.ORGANISATION, NameKind.PLACE
    for name, also in lexicon.rows(_HERE, "organisations.tsv"):
        for spelling in (name, *_listed(also)):
            yield spelling, Entry(organisation, name.rstrip("~"), spelling.endswith("~"))
    for name, also, _ in lexicon.rows(_HERE, "countries.tsv"):
        for spelling in (name, *_listed(also)):
            yield spelling, Entry(place, name)
    for _, listed in lexicon.rows(_HERE, "places.tsv"):
        for town in _listed(listed):
            spellings = town.split("=")
            for spelling in spellings:
                yield spelling, Entry(place, spellings[0].rstrip("~"), spelling.endswith("~"))


def _listed(cell: str) -> list[str]:
    return [item.strip() for item in cell.split(";") if item.strip() != "-"]


@cache
def nisbas() -> dict[str, str]:
    """Folded adjective of a country, every gender and number, without article, to the country: روسيه → روسيا."""
    found: dict[str, str] = {}
    for country, _, listed in lexicon.rows(_HERE, "countries.tsv"):
        for nisba in _listed(listed):
            stem = fold(nisba.split()[0])
            for ending in ("", "ه", "ون", "ين", "ات", "ان", "تان", "تين") if stem.endswith("ي") else ("",):
                found.setdefault(stem + ending, country)
    return found


@cache
def countries() -> frozenset[str]:
    """The countries of the tables, as they are written there."""
    return frozenset(country for country, _, _ in lexicon.rows(_HERE, "countries.tsv"))
