"""Folding: one spelling for what Arabic presses write many ways, with a way back to the letters as they stood.

Folded away: harakat, tatweel, bidi and zero-width marks, NUL. Folded together: alef forms, ya forms, hamza seats, ta
marbuta and ha, Persian kaf and ya, presentation forms, Arabic-Indic and Persian digits, Latin capitals and accents.
Punctuation is kept. `alphabet` has the tables.
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from riwaya.language import alphabet
from riwaya.records import Span

_CHUNK = 1 << 12  # letters that are folded at once: they and their tables stay in a core's cache
_SHORT = 200  # below this a look-up a letter beats setting up arrays


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


def fold(text: str) -> str:
    """The folded text alone."""
    if len(text) <= _CHUNK:
        return _fold_chunk(text)
    return "".join(map(_fold_chunk, _chunks(text)))


def fold_mapped(text: str) -> Folded:
    """Fold `text`, keeping for each letter of the result its place in `text`."""
    if len(text) <= _CHUNK:
        return Folded(*_map_chunk(text), len(text))
    parts = [_map_chunk(chunk) for chunk in _chunks(text)]
    origins = np.concatenate([places + number * _CHUNK for number, (_, places) in enumerate(parts)])
    return Folded("".join(folded for folded, _ in parts), origins, len(text))


def fold_each(words: list[str]) -> list[str]:
    """Each of `words` folded, in one go; none of them may hold a line's end."""
    return fold("\n".join(words)).split("\n") if words else []


def _chunks(text: str) -> Iterator[str]:
    return (text[start : start + _CHUNK] for start in range(0, len(text), _CHUNK))


def _fold_chunk(text: str) -> str:
    try:
        page = codecs.charmap_encode(text, "strict", alphabet.PAGE)[0]
    except UnicodeEncodeError:  # a letter that is not among the commonest
        return text.translate(alphabet.FOLDS) if len(text) < _SHORT else _written(_fold_codes(text)[0])
    return codecs.charmap_decode(page.translate(None, alphabet.PAGE_GONE), "strict", alphabet.PAGE_FOLDED)[0]


def _map_chunk(text: str) -> tuple[str, np.ndarray]:
    try:
        page = codecs.charmap_encode(text, "strict", alphabet.PAGE)[0]
    except UnicodeEncodeError:
        folded, places = _fold_codes(text)
        return _written(folded), places
    kept = page.translate(None, alphabet.PAGE_GONE)
    letters = codecs.charmap_decode(kept, "strict", alphabet.PAGE_FOLDED)[0]
    if len(kept) == len(page):
        return letters, np.arange(len(page), dtype=np.int32)
    return letters, np.flatnonzero(alphabet.PAGE_KEPT[np.frombuffer(page, dtype=np.uint8)]).astype(np.int32)


def _written(codes: np.ndarray) -> str:
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def _fold_codes(text: str) -> tuple[np.ndarray, np.ndarray]:
    """Codes of the folded letters of any text, and the place of each."""
    mapped = alphabet.TABLE[np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")]
    places = np.flatnonzero(mapped)
    kept = mapped[places]
    wide = np.flatnonzero(kept >= alphabet.WIDE)
    return _widened(kept, places, wide) if wide.size else (kept, places)


def _widened(kept: np.ndarray, places: np.ndarray, wide: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """ﷲ is four letters, all of one place. `wide` are the indices of such letters in `kept`."""
    which = kept[wide] - alphabet.WIDE
    sizes = np.ones(len(kept), dtype=np.intp)
    sizes[wide] = alphabet.WIDE_SIZES[which]
    codes = np.repeat(kept, sizes)
    within = _runs(sizes[wide])
    there = np.repeat((np.cumsum(sizes) - sizes)[wide], sizes[wide]) + within
    codes[there] = alphabet.WIDE_LETTERS[np.repeat(alphabet.WIDE_STARTS[which], sizes[wide]) + within]
    return codes, np.repeat(places, sizes)


def _runs(sizes: np.ndarray) -> np.ndarray:
    """0, 1, … anew for each size: 2, 3 → 0 1 0 1 2."""
    within: np.ndarray = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return within
