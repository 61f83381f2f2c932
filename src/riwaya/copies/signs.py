"""What sort of word each word of a text is, where changing it changes what is said: numbers, negation, names, sources.

Looked up by hash, so that a text costs a look-up in an array; words with a proclitic or the article written on to them
are in the table beside the bare ones.
"""

from collections.abc import Iterator
from enum import IntEnum
from functools import cache

import numpy as np

from riwaya.copies.words import read
from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.names.lexica import name_words, nisbas, titles

_JOINED = ("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "ول", "وب")
_BEFORE_NAMES = ("", "و", "ب", "ل", "ال", "وال", "بال", "لل")
_DIGITS = np.array([ord(digit) for digit in "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"], dtype=np.uint32)
_EXACT = frozenset(("ل", "ك"))  # a negation with one of these is another word: لغير, كلا


class Sign(IntEnum):
    NONE = 0
    DIGITS = 1
    NUMBER = 2
    NEGATION = 3
    DENY = 4
    SAYS = 5
    DOUBT = 6
    CONFESS = 7
    HEDGE = 8
    RANK = 9
    NAME = 10


def signs(words: np.ndarray, starts: np.ndarray, source: str) -> bytes:
    """The sign of each word of a text: `words` are hashes, that begin at `starts` of `source`."""
    if not len(words):
        return b""
    hashes, kinds = _table()
    places = np.minimum(np.searchsorted(hashes, words), len(hashes) - 1)
    found = np.where(hashes[places] == words, kinds[places], 0).astype(np.uint8)
    first = np.frombuffer(source.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)[starts]
    found[np.isin(first, _DIGITS)] = Sign.DIGITS
    return found.tobytes()


@cache
def _table() -> tuple[np.ndarray, np.ndarray]:
    """Hashes, sorted, and the sign of each; a word of two sorts is of the one listed first."""
    spelt: dict[str, Sign] = {}
    for word, sign in _listed():
        for joined in (_BEFORE_NAMES if sign is Sign.NAME else _JOINED) if word.isalnum() else ():
            if not (sign is Sign.NEGATION and joined in _EXACT):
                spelt.setdefault(joined + word, sign)
    hashes = read([" ".join(spelt)]).hashes
    order = np.argsort(hashes, kind="stable")
    kinds = np.array([int(sign) for sign in spelt.values()], dtype=np.uint8)
    return hashes[order], kinds[order]


def _listed() -> Iterator[tuple[str, Sign]]:
    for _, kind, forms in lexicon.rows("riwaya.copies", "signs.tsv"):
        for form in forms.split():
            yield form, Sign[kind.upper()]
    names = name_words()
    for word in sorted(names.known - names.everyday):
        yield word, Sign.NAME
    for spelling in titles():
        if len(spelling) == 1:
            yield spelling[0], Sign.NAME
    for word in nisbas():
        yield word, Sign.NAME


@cache
def numbers() -> dict[str, str]:
    """The value of each number word, folded, proclitics written on: "7", or "x1000" of one that multiplies."""
    rows = lexicon.rows("riwaya.copies", "signs.tsv")
    listed = [(fold(form), value) for value, kind, forms in rows if kind == "number" for form in forms.split()]
    return {joined + form: value for form, value in reversed(listed) for joined in _JOINED}
