"""The tables of words that lines begin with, end in or consist of, made ready to look up."""

import re
from dataclasses import dataclass
from functools import cache

from riwaya.article.label import Label
from riwaya.language import lexicon
from riwaya.language.letters import fold

_PACKAGE = "riwaya.article"
_WORD = re.compile(r"\w+[+-]?")
_MARK_LABEL = {"related": Label.RELATED_MARK}
_OPENING = "«»“”\"'(-–— "
_AFTER_MARK = re.compile(r"[\s:：|،.\-–—…*]*")


@dataclass(frozen=True, slots=True)
class Phrase:
    label: Label
    words: str


@cache
def _phrases(where: str) -> tuple[Phrase, ...]:
    """Folded phrases of one place, longest first."""
    rows = [row for row in lexicon.rows(_PACKAGE, "labels.tsv") if row[1] == where]
    found = [Phrase(_MARK_LABEL.get(label) or Label(label), fold(words)) for label, _, words, _ in rows]
    return tuple(sorted(found, key=lambda p: -len(p.words)))


@cache
def _starts() -> dict[str, tuple[Phrase, ...]]:
    """Start phrases by their first two letters."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in _phrases("start"):
        found[phrase.words[:2]] = (*found.get(phrase.words[:2], ()), phrase)
    return found


def starting(folded: str) -> tuple[Label, str] | None:
    """Label and phrase that a folded line begins with, a word's end after it."""
    for phrase in _starts().get(folded[:2], ()):
        if folded.startswith(phrase.words) and not folded[len(phrase.words) : len(phrase.words) + 1].isalnum():
            return phrase.label, phrase.words
    return None


def whole(folded: str) -> Label | None:
    bare = folded.strip(" .:،!*-–—|[]()")
    return next((p.label for p in _phrases("whole") if p.words == bare), None)


def holding(folded: str) -> Label | None:
    return next((p.label for p in _phrases("part") if p.words in folded), None)


def ending(folded: str) -> Label | None:
    return next((p.label for p in _phrases("end") if folded.endswith(p.words)), None)


def after_words(text: str, words: int) -> int:
    """Where in `text` the words begin that follow its first `words` words and the marks behind them."""
    place = 0
    for _, match in zip(range(words), re.finditer(r"\S+", text), strict=False):
        place = match.end()
    colon = re.match(r"\s*[:：]", text[place:])
    if colon:
        place += colon.end()
    blank = _AFTER_MARK.match(text, place)
    return blank.end() if blank else place


# --- furniture ----------------------------------------------------------------------------------------------------


@cache
def _furniture() -> dict[str, dict[tuple[str, ...], str]]:
    """Strength of each phrase, by its first word."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for strength, words in lexicon.rows(_PACKAGE, "furniture.tsv"):
        parts = tuple(_WORD.findall(fold(words)))
        if parts and not (strength == "section" and parts in found.get(parts[0], {})):
            found.setdefault(parts[0], {}).setdefault(parts, strength)
    return found


@cache
def sections() -> frozenset[str]:
    return frozenset(
        fold(words) for strength, words in lexicon.rows(_PACKAGE, "furniture.tsv") if strength == "section"
    )


@dataclass(frozen=True, slots=True)
class Covered:
    """How many of a line's words furniture covers, and how many of those are furniture by themselves."""

    words: int
    covered: int
    strong: int


def covered(folded: str) -> Covered:
    """Cover a line with furniture phrases, the longest first at each word."""
    words = _WORD.findall(folded)
    place = count = strong = 0
    while place < len(words):
        size, strength = _longest(words, place)
        count += size
        strong += size if strength == "strong" else 0
        place += size or 1
    return Covered(len(words), count, strong)


def _longest(words: list[str], place: int) -> tuple[int, str]:
    known = _furniture().get(words[place], {})
    fitting = [(len(p), strength) for p, strength in known.items() if tuple(words[place : place + len(p)]) == p]
    if fitting:
        return max(fitting)
    return (1, "weak") if words[place].isdigit() else (0, "")


# --- first words --------------------------------------------------------------------------------------------------


@cache
def _openers(kind: str) -> frozenset[str]:
    return frozenset(fold(word) for k, word in lexicon.rows(_PACKAGE, "openers.tsv") if k == kind)


def goes_on(folded: str) -> bool:
    """Does a line begin as a paragraph that carries on an article: with و, or with من جهته and its like?"""
    words = [word for piece in folded.lstrip(_OPENING).split(None, 3)[:3] if (word := piece.strip("،:."))]
    if not words:
        return False
    first = words[0]
    if first[0] == "و" and len(first) > len("وا"):
        return first not in _openers("noun") and first not in _openers("lead")
    return any(" ".join(words[: i + 1]) in _openers("go_on") for i in range(len(words)))


def leads(folded: str) -> bool:
    """Does a line begin with a verb that opens news: أعلن, كشف, التقى?"""
    first = folded.lstrip(_OPENING).partition(" ")[0]
    return first in _openers("lead")


def hangs(word: str) -> bool:
    """Is it a folded word that ends no sentence: في, من, التي?"""
    return word in _openers("hangs")
