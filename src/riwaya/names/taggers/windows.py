"""What a network reads at one go: a text's sentences, packed into windows of a bounded number of word pieces.

Neighbours are context for one another, and full windows leave few blanks to compute. A sentence too long for a window
is read in several that overlap; a word in two of them is read where it has more words around it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

_MOST_A_WORD = 16  # pieces; what is longer is a web address or noise, and its head tells what it is
_SHARED = 4  # a quarter of a window is shared with the one before, where a sentence needs several


@dataclass(frozen=True, slots=True)
class Window:
    """`words`: numbers of words, counted through the text; `spots`: where in `pieces` the first piece of each is."""

    pieces: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    spots: list[int] = field(default_factory=list)


Sentence = Sequence[Sequence[int]]  # the pieces of each word


def windows(sentences: Sequence[Sentence], room: int, after: Sequence[int]) -> list[Window]:
    """Windows of at most `room` pieces, `after` behind each sentence; every word is in one window's `words`.

    A word without pieces has no place; the caller gives it one, such as that of an unknown piece.
    """
    made: list[Window] = []
    counted = 0
    for sentence in sentences:
        for part in _parts([word[:_MOST_A_WORD] for word in sentence], room - len(after)):
            if not made or len(made[-1].pieces) + len(part.pieces) + len(after) > room:
                made.append(Window())
            window = made[-1]
            window.words.extend(counted + word for word in part.words)
            window.spots.extend(len(window.pieces) + spot for spot in part.spots)
            window.pieces.extend([*part.pieces, *after])
        counted += len(sentence)
    return made


def _parts(words: list[Sequence[int]], room: int) -> Iterator[Window]:
    """One sentence in runs of words that fit; of two that overlap, each keeps its half of the words they share."""
    pieces = [piece for word in words for piece in word]
    starts = [0, *accumulate(map(len, words))]
    first = kept = 0
    while first < len(words):
        end = max(first + 1, bisect_right(starts, starts[first] + room) - 1)
        following = end
        if end < len(words):
            following = max(first + 1, bisect_left(starts, starts[end] - room // _SHARED))
        until = (following + end + 1) // 2
        spots = [start - starts[first] for start in starts[kept:until]]
        yield Window(pieces[starts[first] : starts[end]], list(range(kept, until)), spots)
        first, kept = following, until
