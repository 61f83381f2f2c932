"""Folding: one spelling for what Arabic presses write many ways, with a way back to the letters as they stood.

Folded away: harakat, tatweel, bidi and zero-width marks. Folded together: alef forms, ya forms, hamza seats, ta marbuta
and ha, Persian kaf and ya, presentation forms, Arabic-Indic and Persian digits, Latin capitals. Punctuation is kept.
"""

import unicodedata
from dataclasses import dataclass

import numpy as np

from riwaya.records import Span

_SAME = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ئ": "ي", "ؤ": "و",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ک": "ك", "ڪ": "ك",
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\t": " ",
}  # fmt: skip
_GONE = "ـ\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
_BLOCKS = ((0x00, 0x250), (0x0600, 0x0700), (0x0750, 0x0780), (0x2000, 0x2070), (0xFB50, 0xFE00), (0xFE70, 0xFF00))
_FORMS = range(0xFB50, 0xFF00)  # ligatures and shaped letters, written out as the letters they stand for
_SIZE = 0x11000


def _fold_letter(letter: str) -> str:
    if letter in _GONE or unicodedata.category(letter) == "Mn":
        return ""
    if letter in _SAME:
        return _SAME[letter]
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    wide = unicodedata.normalize("NFKC", letter) if ord(letter) in _FORMS else letter
    if wide != letter:
        return "".join(map(_fold_letter, wide))
    return letter.lower() if len(letter.lower()) == 1 else letter


def _tables() -> tuple[np.ndarray, dict[int, str]]:
    one = np.arange(_SIZE, dtype=np.uint32)
    many: dict[int, str] = {}
    for first, end in _BLOCKS:
        for code in range(first, end):
            folded = _fold_letter(chr(code))
            if len(folded) > 1:
                many[code] = folded
            else:
                one[code] = ord(folded) if folded else 0
    return one, many


_ONE, _MANY = _tables()
_MANY_CODES = np.array(sorted(_MANY), dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `origins[i]` is where its letter i stood in the text it was made from, of length `size`."""

    text: str
    origins: np.ndarray
    size: int

    def span(self, start: int, end: int) -> Span:
        """The span of the source whose folding is `text[start:end]`, with the marks that hang on its last letter."""
        if start >= len(self.origins):
            return self.size, self.size
        first = int(self.origins[start])
        if end <= start:
            return first, first
        last = int(self.origins[end - 1])
        stop = int(self.origins[end]) if end < len(self.origins) else self.size
        return first, max(stop, last + 1)


def fold_mapped(text: str) -> Folded:
    """Fold `text`, keeping for each letter of the result its place in `text`."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if len(codes) and _MANY_CODES.size and np.isin(codes, _MANY_CODES).any():
        return _fold_ligatures(text)
    mapped = np.where(codes < _SIZE, _ONE[np.minimum(codes, _SIZE - 1)], codes)
    origins = np.flatnonzero(mapped)
    return Folded(mapped[origins].tobytes().decode("utf-32-le", "surrogatepass"), origins, len(text))


def _fold_ligatures(text: str) -> Folded:
    letters: list[str] = []
    origins: list[int] = []
    for place, letter in enumerate(text):
        code = ord(letter)
        folded = _MANY.get(code)
        if folded is None:
            mapped = int(_ONE[code]) if code < _SIZE else code
            folded = chr(mapped) if mapped else ""
        letters.append(folded)
        origins.extend([place] * len(folded))
    return Folded("".join(letters), np.array(origins, dtype=np.int64), len(text))


_SHORT = 256  # below this a dict look-up a letter beats setting up arrays
_TRANSLATE: dict[int, str | None] = {
    code: _MANY.get(code) or (chr(_ONE[code]) if _ONE[code] else None)
    for first, end in _BLOCKS
    for code in range(first, end)
    if code in _MANY or _ONE[code] != code or code == 0
}


def fold(text: str) -> str:
    """The folded text alone."""
    return text.translate(_TRANSLATE) if len(text) < _SHORT else fold_mapped(text).text
