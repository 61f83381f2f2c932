"""What each letter folds to, as tables that fold whole texts at once. `letters` is the door; nobody else looks in here.

Two tables say the same. A page of 256 codes, as an old 8-bit encoding has, holds what news is written with; `TABLE` has
every letter. A test holds the two to one answer.
"""

import codecs
import unicodedata
from itertools import chain
from typing import Final

import numpy as np

_SAME = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ئ": "ي", "ؤ": "و",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ک": "ك", "ڪ": "ك",
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\t": " ",
}  # fmt: skip
_GONE = frozenset(
    "\x00ـ\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
)
_LATIN = (range(0x250), range(0x1E00, 0x1F00))
_ARABIC = (range(0x600, 0x700), range(0x750, 0x780), range(0x870, 0x900))
_MARKS = (range(0x300, 0x370), range(0x2000, 0x2070), range(0xFE00, 0xFE10), range(0xFE20, 0xFE30))
_FORMS = (
    range(0xFB00, 0xFE00),
    range(0xFE70, 0xFF5F),
)  # ligatures, shaped and full-width letters: as what they stand for
_CODES = tuple(chain(*_LATIN, *_ARABIC, *_MARKS, *_FORMS))


def _fold_letter(letter: str) -> str:
    if letter in _GONE or unicodedata.category(letter) == "Mn":
        return ""
    if letter in _SAME:
        return _SAME[letter]
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    wide = _spelled_out(letter)
    if wide != letter:
        return "".join(map(_fold_letter, wide))
    return letter.lower() if len(letter.lower()) == 1 else letter


def _spelled_out(letter: str) -> str:
    """ﻻ → لا, é → e and its accent; a vowel sign shaped alone (ﹶ) is the sign without the blank that carries it."""
    code = ord(letter)
    if not any(code in block for block in (*_FORMS, *_LATIN)) or not letter.isprintable():
        return letter
    wide = unicodedata.normalize("NFKC" if any(code in block for block in _FORMS) else "NFD", letter)
    signs = wide.removeprefix(" ")
    return signs if signs and all(unicodedata.category(sign) == "Mn" for sign in signs) else wide


FOLDS: Final = {code: folded for code in _CODES if (folded := _fold_letter(chr(code))) != chr(code)}

# --- every letter -------------------------------------------------------------------------------------------------

WIDE: Final = 0x110000  # in TABLE, WIDE + i is a letter that folds to the i-th of these
_WIDE = [folded for folded in FOLDS.values() if len(folded) > 1]
WIDE_LETTERS: Final = np.array([ord(letter) for letter in "".join(_WIDE)], dtype=np.uint32)
WIDE_SIZES: Final = np.array([len(folded) for folded in _WIDE], dtype=np.intp)
WIDE_STARTS: Final = np.cumsum(WIDE_SIZES) - WIDE_SIZES


def _table() -> np.ndarray:
    table = np.arange(WIDE, dtype=np.uint32)
    places = iter(range(WIDE, WIDE + len(_WIDE)))
    for code, folded in FOLDS.items():
        table[code] = next(places) if len(folded) > 1 else ord(folded or "\0")
    return table


TABLE: Final = _table()  # code → code, 0 where nothing is left

# --- the page of the commonest ------------------------------------------------------------------------------------

_COMMON = (
    "\0\t\n\r\x1a",  # the NUL must come first: only then does Python build its fast kind of map
    map(chr, range(0x20, 0x7F)),
    "\u00a0\u00ab\u00bb\u00ad\u00b7\u00b0\u00d7",
    "\u060c\u061b\u061c\u061f",
    map(chr, range(0x621, 0x63B)),
    map(chr, range(0x640, 0x656)),
    map(chr, range(0x660, 0x66E)),
    "\u0670\u0671\u067e\u0686\u0698\u06a4\u06a9\u06aa\u06af\u06be\u06c0\u06c1\u06cc\u06d2\u06d4\u06d5",
    map(chr, range(0x6F0, 0x6FA)),
    "\u200b\u200c\u200d\u200e\u200f\u2010\u2011\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2022\u2026\u2033\u202a\u202b\u202c",
    "\u202d\u202e\u202f\u2039\u203a\u2060\u2066\u2067\u2068\u2069\u25cf\ufeff",
)
_PAGE = "".join(chain(*_COMMON))
PAGE: Final = codecs.charmap_build(_PAGE.ljust(256, "\ufffe"))  # U+FFFE: no letter
PAGE_GONE: Final = bytes(place for place, letter in enumerate(_PAGE) if FOLDS.get(ord(letter)) == "")
PAGE_KEPT: Final = np.array([place not in PAGE_GONE for place in range(256)])
PAGE_FOLDED: Final = "".join(FOLDS.get(ord(letter), letter) or "\ufffe" for letter in _PAGE)
