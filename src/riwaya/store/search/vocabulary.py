"""Spellings of names that the store has seen, and words near to one that it has not.

Every word of a name is filed under its spelling key and under that key less one letter, so that spellings whose keys
differ by a letter (ستوبين, شتويبن) meet; which of them are one name, the names room judges.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein
from sqlalchemy import Connection, text

from riwaya.language.forms import look
from riwaya.language.stems import in_dictionary
from riwaya.store.search.keys import key

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويء"
_SHORTEST = 3  # letters of a word or key that may lose one
_LONGEST = 15  # letters of a word that other words are guessed for
_FAR = 3  # letters' difference of two spellings that are held against each other
_LONG = 5  # letters; shorter words may differ by a letter less
_HELD = 12  # of those, the nearest
_MOST = 8  # spellings of one word
_GUESSES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Speller:
    """What the names room knows of spellings: a word's key, and whether two words are one name."""

    key: Callable[[str], str]
    same: Callable[[str, str], bool]


PLAIN = Speller(key=str, same=lambda one, other: one == other)


def blocks(spelling: str) -> set[str]:
    """A spelling key and what it is less any one letter."""
    if len(spelling) < _SHORTEST:
        return {spelling}
    return {spelling, *(spelling[:place] + spelling[place + 1 :] for place in range(len(spelling)))}


def spelled(words: Iterable[str], speller: Speller) -> set[tuple[str, str, str]]:
    """(block, key, word) of folded words of names; everyday words and short ones are left out."""
    telling = (word for word in words if len(word) >= _SHORTEST and "ء" <= word[0] <= "ي")
    return {(block, key(word), word) for word in telling for block in blocks(speller.key(word))}


def counted(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    """How many articles have each key."""
    query = text("SELECT doc FROM search_terms WHERE term = :key")
    return {one: connection.scalar(query.bindparams(key=one)) or 0 for one in set(keys)}


def spellings(connection: Connection, word: str, speller: Speller) -> list[str]:
    """Other spellings of a name's word that the store holds, the nearest first."""
    if len(word) < _SHORTEST or word[0] < "ء":
        return []
    near = _near(connection, word, speller)
    if in_dictionary(word) and word not in near:  # an everyday word and no name here: قوات, قات
        return []
    far = _FAR if len(word) > _LONG else _FAR - 1
    measured = ((Levenshtein.distance(word, other, score_cutoff=far), other) for other in near if other != word)
    nearest = [other for apart, other in sorted(measured) if apart <= far][:_HELD]
    return [other for other in nearest if key(other) != key(word) and _same(speller, word, other)][:_MOST]


@lru_cache(maxsize=1 << 16)
def _same(speller: Speller, word: str, other: str) -> bool:
    return speller.same(word, other)


def _near(connection: Connection, word: str, speller: Speller) -> set[str]:
    marks = {f"b{number}": block for number, block in enumerate(sorted(blocks(speller.key(word))))}
    listed = ", ".join(f":{mark}" for mark in marks)
    query = text(f"SELECT word FROM search_spellings WHERE block IN ({listed}) LIMIT 5000")
    return set(connection.scalars(query, marks))


def guesses(connection: Connection, word: str, speller: Speller) -> list[str]:
    """Words one letter from `word` that the store holds, those in most articles first."""
    if not _SHORTEST <= len(word) <= _LONGEST or word[0] < "ء":
        return []
    known = {other for other in _edits(word) if (form := look(other)) is not None and form.listed}
    known |= {other for other in _near(connection, word, speller) if Levenshtein.distance(word, other) == 1}
    held = counted(connection, map(key, known))
    best = sorted((-held[key(other)], other) for other in known if held[key(other)])
    return [other for _, other in best][:_GUESSES]


def _edits(word: str) -> set[str]:
    """All strings one letter lost, changed, put in or turned round with its neighbour away."""
    cuts: Sequence[tuple[str, str]] = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    lost = {a + b[1:] for a, b in cuts if b}
    turned = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    changed = {a + letter + b[1:] for a, b in cuts if b for letter in _LETTERS}
    more = {a + letter + b for a, b in cuts for letter in _LETTERS}
    return (lost | turned | changed | more) - {word}
