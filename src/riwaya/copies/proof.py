"""Whether what two texts have in common proves that one was taken from the other.

Not everything they share does: official words quoted by both, titles in full, a form of words filled anew each day, a
paragraph of background kept for weeks. A wire is printed on the day it comes or the next; what two texts further apart
have in common must be more, and new: words that come back on other days prove nothing there.
"""

from dataclasses import dataclass

import numpy as np

from riwaya.copies.align import Alignment
from riwaya.copies.postings import RUN
from riwaya.copies.shelf import NO_DAY
from riwaya.copies.texts import Text

_PROOF = 24  # telling words in common passages that make a copy of an article of any length
_SHORT = 10  # so many are enough where they are this part of the shorter text:
_PART = 0.4
_SENTENCE = 8  # common words that make a passage more than a phrase
_QUOTED = 0.5  # what a common word that proves nothing alone adds beside those that do
_SPEECH = 48  # such words in common that do prove it alone: so much of a speech is cut and worded alike by one desk
_NEARLY = 0.55  # part of the shorter text
_FIGURES = 4  # numbers replaced by others: a form filled anew, where none is kept, or on another day fewer are
_ALIKE = 0.85  # part of the shorter text's different words that both have: one report, reworded, on whatever day
# By days between the two: new words in common that prove a copy; else fewer, where so much of their words is common.
_NEEDED = ((16, 0, 0.7), (36, 15, 0.6))
_LATER = (0.5, 0.32, 0.75)  # the same for two days and more, new words as part of the shorter text
_MANY = 48  # or so many new words do for the fewer


@dataclass(frozen=True, slots=True)
class Seen:
    """Of each word of a text: whether it stands in a set phrase; of each run that came back: its first and last day."""

    worn: np.ndarray
    first: np.ndarray
    last: np.ndarray

    def stale(self, days: tuple[int, int]) -> np.ndarray:
        """The words that stand in a run which came back, more than a day before or after these two."""
        before, after = np.array(days) - (1, -1)
        return covered((self.first < before) | ((self.last > after) & (self.last < NO_DAY)), len(self.worn))


def covered(runs: np.ndarray, size: int) -> np.ndarray:
    """The words of the runs marked True."""
    words = np.zeros(size, dtype=bool)
    for step in range(RUN):
        words[step : step + len(runs)] |= runs
    return words


def proved(alignment: Alignment, seen: tuple[Seen, Seen], days: tuple[int, int]) -> bool:
    """Whether the common passages are more than the same official words quoted, the same titles, or the same form.

    `seen` is of the original and the derived text; `days` are their days, the earlier first.
    """
    original, derived = alignment.original, alignment.derived
    if original.same(derived):
        return True
    figures = _figures(alignment)
    if figures[1] >= _FIGURES and not figures[0]:
        return False
    # A telegram of congratulations is hardly more than names and titles: taken nearly whole, they prove it too.
    plain = max(alignment.shared()) < _NEARLY
    mine, theirs = (_telling(text, one.worn, plain=plain) for text, one in zip((original, derived), seen, strict=True))
    telling, silent = _counted(alignment, mine, theirs)
    shorter = min(len(original.words), len(derived.words))
    needed = min(_PROOF, max(_SHORT, _PART * shorter))
    if not ((telling >= _SENTENCE or silent >= _SPEECH) and telling + _QUOTED * silent >= needed):
        return False
    return NO_DAY in days or _of_one_report(alignment, seen, days, figures)


def _of_one_report(
    alignment: Alignment, seen: tuple[Seen, Seen], days: tuple[int, int], figures: tuple[int, int]
) -> bool:
    """Whether two dated texts share what is new in them, or nearly all words: no form with other fillings does."""
    original, derived = alignment.original, alignment.derived
    likeness = _likeness(original, derived)
    if likeness >= _ALIKE:
        return True
    apart = days[1] - days[0]
    if apart and figures[1] >= _FIGURES and figures[1] > figures[0]:
        return False
    stale = [one.stale(days) for one in seen]
    mine, theirs = (_telling(t, s.worn, plain=True) for t, s in zip((original, derived), seen, strict=True))
    fresh, _ = _counted(alignment, mine & ~stale[0], theirs & ~stale[1])
    if apart < len(_NEEDED):
        enough, fewer, alike = _NEEDED[apart]
        return fresh >= enough or (fresh >= fewer and likeness >= alike)
    part = fresh / max(1, min(len(original.words), len(derived.words)))
    most, least, alike = _LATER
    return part >= most or ((part >= least or fresh >= _MANY) and likeness >= alike)


def _telling(text: Text, worn: np.ndarray, *, plain: bool) -> np.ndarray:
    """The words that prove something: not quoted, in no set phrase, and in a `plain` case in no list of names."""
    told: np.ndarray = ~(text.quoted | worn)
    return told & ~text.listed if plain else told


def _counted(alignment: Alignment, mine: np.ndarray, theirs: np.ndarray) -> tuple[int, int]:
    """Equal words of longer passages that prove something on both sides, and those that do not."""
    telling = silent = 0
    for kept in alignment.kept:
        if kept.common < _SENTENCE:
            continue
        for tag, first, end, start, stop in kept.ops:
            if tag == "equal":
                loud = int(np.count_nonzero(mine[first:end] & theirs[start:stop]))
                telling += loud
                silent += end - first - loud
    return telling, silent


def _likeness(one: Text, other: Text) -> float:
    """The part of the shorter text's different words that the other has too: its names and fillings with them."""
    words = np.unique(one.words), np.unique(other.words)
    return len(np.intersect1d(*words, assume_unique=True)) / max(1, min(map(len, words)))


def _figures(alignment: Alignment) -> tuple[int, int]:
    """Numbers kept, and numbers replaced by others, in the common passages."""
    if not any(op[0] != "equal" for one in alignment.kept for op in one.ops):
        return 0, 0
    texts = alignment.original, alignment.derived
    if not texts[0].figures or not texts[1].figures:
        return 0, 0
    known = [set(text.ids_at(text.figures)) for text in texts]
    kept = changed = 0
    for one in alignment.kept:
        for tag, first, end, start, stop in one.ops:
            old = texts[0].figures_in(first, end)
            if tag == "equal":
                kept += len(old)
            elif old:
                new = texts[1].figures_in(start, stop)
                mine, theirs = (text.ids_at(places) for text, places in zip(texts, (old, new), strict=True))
                changed += min(sum(n not in known[1] for n in mine), sum(n not in known[0] for n in theirs))
    return kept, changed
