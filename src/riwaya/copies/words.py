"""Many texts as flat arrays of words: what candidates counts, and what texts are cut from.

A word is a run of letters and digits of the folded text, known by a hash of 64 bits, so that harakat, spelling slips of
the hamza and punctuation make no difference and no table of words need be kept. All texts are read a block at a time,
for a call a text costs more than the reading.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from riwaya.language.letters import fold_mapped
from riwaya.records import Span

_BLOCK = 1 << 20  # letters read at a time
_SIZE = 0x11000  # codes looked up in a table; those beyond are words where their letter is
_STEP = np.uint64(0x100000001B3)
_LATELY = 1 << 16  # words counted in a table before arrays are made of them
_TOP = np.uint64(24)  # bits that an article's number needs, beside 40 of a word's hash


def mixed(numbers: np.ndarray) -> np.ndarray:
    """Numbers spread over 64 bits (the finaliser of splitmix64)."""
    spread: np.ndarray = numbers.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    spread = (spread ^ (spread >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    spread = (spread ^ (spread >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    spread ^= spread >> np.uint64(31)
    return spread


def rolled(numbers: np.ndarray, count: int) -> np.ndarray:
    """A hash for each `count` numbers in a row."""
    size = max(0, len(numbers) - count + 1)
    hashes = np.zeros(size, dtype=np.uint64)
    for place in range(count):
        hashes = hashes * _STEP + numbers[place : place + size]
    return hashes


_IN_WORD = np.array([chr(code).isalnum() or chr(code) == "_" for code in range(_SIZE)])
_LETTERS = mixed(np.arange(_SIZE))
_LONGEST = 256  # letters of a word that its hash tells apart by place; a longer one is no word of a language
_POWERS = np.cumprod(np.full(_LONGEST, _STEP))


@dataclass(frozen=True, slots=True)
class Words:
    """Word i stands at `starts[i]`..`ends[i]` of its text, marks on its last letter included.

    Text t has the words `bounds[t]`..`bounds[t + 1]`.
    """

    hashes: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    bounds: np.ndarray

    def of(self, text: int) -> "Words":
        """The words of one text."""
        here = slice(int(self.bounds[text]), int(self.bounds[text + 1]))
        size = here.stop - here.start
        return Words(self.hashes[here], self.starts[here], self.ends[here], np.array([0, size]))

    @property
    def lengths(self) -> np.ndarray:
        """Words of each text."""
        return np.diff(self.bounds)


def read(texts: Sequence[str]) -> Words:
    """The words of `texts`."""
    blocks = [_read_block(texts[first:end]) for first, end in _blocks(texts)]
    if not blocks:
        return Words(np.empty(0, np.uint64), np.empty(0, np.int32), np.empty(0, np.int32), np.zeros(1, np.int64))
    counts = np.concatenate([block.lengths for block in blocks])
    return Words(
        np.concatenate([block.hashes for block in blocks]),
        np.concatenate([block.starts for block in blocks]),
        np.concatenate([block.ends for block in blocks]),
        np.concatenate((np.zeros(1, np.int64), np.cumsum(counts))),
    )


def _blocks(texts: Sequence[str]) -> Iterator[Span]:
    first = size = 0
    for place, text in enumerate(texts):
        size += len(text) + 1
        if size >= _BLOCK:
            yield first, place + 1
            first, size = place + 1, 0
    if first < len(texts):
        yield first, len(texts)


def _read_block(texts: Sequence[str]) -> Words:
    folded = fold_mapped("\n".join(texts))
    codes = np.frombuffer(folded.text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    edges = np.diff(_in_word(codes).astype(np.int8), prepend=0, append=0)
    firsts, stops = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    places = np.append(folded.origins, folded.size)
    starts = places[firsts]
    ends = np.maximum(places[stops], places[stops - 1] + 1) if len(stops) else stops
    offsets = np.cumsum([0, *(len(text) + 1 for text in texts)])
    bounds = np.searchsorted(starts, offsets)
    shift = np.repeat(offsets[:-1], np.diff(bounds))
    lengths = np.repeat([len(text) for text in texts], np.diff(bounds))
    ends = np.minimum(ends - shift, lengths)
    return Words(_hashed(codes, firsts, stops), (starts - shift).astype(np.int32), ends.astype(np.int32), bounds)


def _in_word(codes: np.ndarray) -> np.ndarray:
    inside: np.ndarray = _IN_WORD[np.minimum(codes, _SIZE - 1)] & (codes < _SIZE)
    for place in np.flatnonzero(codes >= _SIZE).tolist():
        inside[place] = chr(codes[place]).isalnum()
    return inside


def _hashed(codes: np.ndarray, firsts: np.ndarray, stops: np.ndarray) -> np.ndarray:
    """A hash for the letters of each word."""
    if not len(firsts):
        return np.empty(0, np.uint64)
    sizes = stops - firsts
    before = np.cumsum(sizes) - sizes
    within = np.arange(int(sizes.sum())) - np.repeat(before, sizes)
    letters = codes[within + np.repeat(firsts, sizes)]
    values = np.where(letters < _SIZE, _LETTERS[np.minimum(letters, _SIZE - 1)], letters)
    return mixed(np.add.reduceat(values * _POWERS[within % _LONGEST], before))


@dataclass(slots=True)
class Counts:
    """In how many texts each word stands, by the top bits of its hash."""

    words: np.ndarray = field(default_factory=lambda: np.empty(0, np.uint64))
    texts: np.ndarray = field(default_factory=lambda: np.empty(0, np.int64))
    lately: dict[int, int] = field(default_factory=dict)  # what came and went since the arrays were made

    @classmethod
    def of(cls, words: Words) -> "Counts":
        counts = cls()
        counts.more(words)
        return counts

    def more(self, words: Words) -> None:
        """Count the words of these texts."""
        self._put(words, 1)

    def less(self, words: Words) -> None:
        """Take them out again."""
        self._put(words, -1)

    def _put(self, words: Words, sign: int) -> None:
        owners = np.repeat(np.arange(len(words.bounds) - 1, dtype=np.uint64), words.lengths)
        held = np.sort((words.hashes >> _TOP << _TOP) | owners)
        known = held[np.flatnonzero(np.diff(held, prepend=~held[:1]))] >> _TOP
        edges = np.flatnonzero(np.diff(known, prepend=~known[:1]))
        fresh, times = known[edges], np.diff(np.append(edges, len(known)))
        if len(fresh) > _LATELY:
            self._merge(fresh, sign * times)
            return
        for word, count in zip(fresh.tolist(), times.tolist(), strict=True):
            self.lately[word] = self.lately.get(word, 0) + sign * count
        if len(self.lately) > max(_LATELY, len(self.words) // 4):
            self.merge()

    def merge(self) -> None:
        """Make arrays of what came and went lately too."""
        changed = np.array(sorted(self.lately), np.uint64)
        self._merge(changed, np.array([self.lately[int(word)] for word in changed], np.int64))
        self.lately.clear()

    def _merge(self, words: np.ndarray, texts: np.ndarray) -> None:
        every, places = np.unique(np.concatenate((self.words, words)), return_inverse=True)
        total = np.bincount(places, np.concatenate((self.texts, texts)), len(every)).astype(np.int64)
        self.words, self.texts = every[total != 0], total[total != 0]

    def __getitem__(self, word: int) -> int:
        key = np.uint64(word) >> _TOP
        place = int(np.searchsorted(self.words, key))
        held = int(self.texts[place]) if place < len(self.words) and self.words[place] == key else 0
        return held + self.lately.get(int(key), 0)
