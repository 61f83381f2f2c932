"""Two texts against each other, sentence by sentence, then word by word: the passages that one keeps of the other.

Each sentence of the derived text looks for the sentence of the original with which it shares most pairs of words; the
two are aligned by words, and what is left over of a long sentence looks again, for two sentences of a wire may be run
together, or one torn apart.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast

import numpy as np
from rapidfuzz.distance import Levenshtein

from riwaya.copies.texts import Text
from riwaya.records import Span

_GAP = 5  # words in a row without a partner break an alignment in two
_FEWEST = 3  # common words that make a kept passage of a short sentence
_PHRASE = 6  # and of a sentence of which they are less than half: fewer are a name with its title
_DENSE = 0.5  # part of the longer side of a kept passage that must be common words
_LINK = 2  # pairs of words in common that make another sentence a partner: one is a set phrase (وقال في)
_COMMON = 64  # a pair of words in more sentences of one text than this finds none of them
_CLAUSE = 4  # fewer words than this are not a cut or an addition of their own, but rewording of their neighbour

Op = tuple[str, int, int, int, int]  # rapidfuzz's tag and ranges, as words of original and derived; "slip" is edits'


@dataclass(frozen=True, slots=True)
class Kept:
    """Words `original` and `derived` (ranges) that are the same passage; `common` are the pairs of equal words."""

    original: Span
    derived: Span
    ops: tuple[Op, ...]
    common: int


@dataclass(slots=True)
class Alignment:
    """The kept passages in the order of the derived text, as ranges of words."""

    original: Text
    derived: Text
    kept: list[Kept] = field(default_factory=list)
    _shared: tuple[float, float] | None = None

    def shared(self) -> tuple[float, float]:
        """Parts of the derived and of the original text, by words, that are common to both."""
        if self._shared is None:
            equal = [op for kept in self.kept for op in kept.ops if op[0] == "equal"]
            copied = sum(stop - start for *_, start, stop in equal)
            taken = _covered((first, end) for _, first, end, *_ in equal)
            self._shared = copied / max(1, len(self.derived.words)), taken / max(1, len(self.original.words))
        return self._shared


def _covered(ranges: Iterable[Span]) -> int:
    """Words that lie in one range at least."""
    total = reached = 0
    for first, end in sorted(ranges):
        total += max(0, end - max(first, reached))
        reached = max(reached, end)
    return total


def align(original: Text, derived: Text) -> Alignment:
    """Find what `derived` keeps of `original`."""
    alignment = Alignment(original, derived)
    alignment.kept.extend(_whole(original, derived))
    taken = {kept.derived for kept in alignment.kept}
    waiting = [segment for segment in reversed(derived.sentences) if segment not in taken]
    links = Links.between(original, derived) if waiting else None
    while links and waiting:
        segment = waiting.pop()
        partner = _partner(links, segment)
        kept = _chains(original, derived, original.sentences[partner], segment) if partner is not None else []
        alignment.kept.extend(kept)
        if kept:
            waiting.extend(reversed(list(_left_over(segment, [k.derived for k in kept]))))
    alignment.kept.sort(key=lambda kept: kept.derived)
    _widen(alignment)
    return alignment


@dataclass(frozen=True, slots=True)
class Links:
    """The original's sentences that hold the derived text's pairs of neighbouring words, in the order of these pairs.

    Those of pair i are `sentences[before[i]:before[i + 1]]`.
    """

    sentences: list[int]
    before: list[int]

    @classmethod
    def between(cls, original: Text, derived: Text) -> "Links":
        pairs, holders = original.index()
        first = np.searchsorted(pairs, derived.pairs)
        counts = np.searchsorted(pairs, derived.pairs, side="right") - first
        counts[counts > _COMMON] = 0
        ends = np.cumsum(counts)
        places = np.repeat(first - (ends - counts), counts) + np.arange(counts.sum())
        return cls(holders[places].tolist(), [0, *ends.tolist()])


def _whole(original: Text, derived: Text) -> Iterator[Kept]:
    """The sentences that stand word for word in the original, however short; of texts alike in all words, every one."""
    places = original.places()
    same = original.same(derived)
    for (first, end), key in zip(derived.sentences, derived.whole, strict=True):
        source = (first, end) if same else places.get(key)
        if source:
            yield Kept(source, (first, end), (("equal", *source, first, end),), end - first)


def _widen(alignment: Alignment) -> None:
    """Give the few words that nothing took at the edges of a sentence to the passage beside them, as rewording."""
    original, derived = alignment.original, alignment.derived
    gaps = _short_gaps(original, [kept.original for kept in alignment.kept])
    spaces = _short_gaps(derived, [kept.derived for kept in alignment.kept])
    for place, kept in enumerate(alignment.kept):
        (a, b), (c, d) = kept.original, kept.derived
        before = (gaps.pop(("before", a), a), spaces.pop(("before", c), c))
        after = (gaps.pop(("after", b), b), spaces.pop(("after", d), d))
        if before == (a, c) and after == (b, d):
            continue
        ops = list(kept.ops)
        if before != (a, c):
            ops.insert(0, ("replace", before[0], a, before[1], c))
        if after != (b, d):
            ops.append(("replace", b, after[0], d, after[1]))
        alignment.kept[place] = Kept((before[0], after[0]), (before[1], after[1]), tuple(ops), kept.common)


def _short_gaps(text: Text, taken: list[Span]) -> dict[tuple[str, int], int]:
    """Runs too short for a passage of their own: their other end, by the side and place where a passage meets them."""
    edges = {first for first, _ in taken}, {end for _, end in taken}
    found: dict[tuple[str, int], int] = {}
    for first, end in uncovered(text, taken):
        if end - first >= _CLAUSE:
            continue
        if end in edges[0] and end not in text.closes:
            found["before", end] = first
        elif first in edges[1] and first not in text.opens:
            found["after", first] = end
    return found


def _partner(links: Links, segment: Span) -> int | None:
    """The sentence with most pairs of the segment; the earlier of two that have as many."""
    first, end = segment
    found = links.sentences[links.before[first] : links.before[max(first, end - 1)]]
    if len(found) < min(_LINK, end - first - 1):
        return None
    counts = Counter(found)
    most = max(counts.values(), default=0)
    if most < min(_LINK, end - first - 1):
        return None
    return min((number for number, count in counts.items() if count == most), default=None)


def _chains(original: Text, derived: Text, sentence: Span, segment: Span) -> list[Kept]:
    """The parts of a sentence and its partner that are one passage, of which a long gap can make several."""
    (a, b), (c, d) = sentence, segment
    ops = _opcodes(original.ids(a, b), derived.ids(c, d))
    shorter = min(b - a, d - c)
    found: list[Kept] = []
    start = common = 0
    for place, (tag, first, end, begin, stop) in enumerate([*ops, ("end", 0, _GAP, 0, 0)]):
        if tag == "equal":
            common += end - first
        elif end - first >= _GAP or stop - begin >= _GAP:
            kept = _kept(ops[start:place], a, c) if common >= _FEWEST else None
            if kept is not None and (kept.common >= _PHRASE or 2 * kept.common >= shorter):
                found.append(kept)
            start, common = place + 1, 0
    return found


def _opcodes(one: list[int], other: list[int]) -> list[Op]:
    """Levenshtein's operations, as tuples: rapidfuzz's stubs call them objects."""
    found: Any = Levenshtein.opcodes(one, other).as_list()
    return cast("list[Op]", found)


def _kept(linked: list[Op], a: int, c: int) -> Kept | None:
    """Operations in a row without their loose ends, moved by `a` and `c`; None where too little of them is common."""
    while linked and not _solid(linked, 0):
        linked = linked[1:]
    while linked and not _solid(linked, -1):
        linked = linked[:-1]
    common = sum([op[2] - op[1] for op in linked if op[0] == "equal"])
    if common < _FEWEST:
        return None
    original, derived = (linked[0][1] + a, linked[-1][2] + a), (linked[0][3] + c, linked[-1][4] + c)
    if common < _DENSE * max(original[1] - original[0], derived[1] - derived[0]):
        return None
    ops = tuple([(tag, i + a, j + a, k + c, n + c) for tag, i, j, k, n in linked])
    return Kept(original, derived, ops, common)


def _solid(chain: list[Op], end: int) -> bool:
    """Whether the chain's first (0) or last (-1) operation is common words: two, or one beside a single change."""
    tag, first, stop = chain[end][:3]
    if tag != "equal":
        return False
    if stop - first > 1 or len(chain) == 1:
        return True
    beside = chain[1 if end == 0 else -2]
    return max(beside[2] - beside[1], beside[4] - beside[3]) == 1


def _left_over(segment: Span, taken: list[Span]) -> Iterator[Span]:
    """The parts of a segment that no passage took and that are long enough to look for another partner."""
    start = segment[0]
    for first, end in [*sorted(taken), (segment[1], segment[1])]:
        if first - start >= _CLAUSE:
            yield start, first
        start = end


def uncovered(text: Text, taken: list[Span]) -> Iterator[Span]:
    """The runs of words of each sentence that no kept passage took."""
    ranges = sorted(taken)
    place = 0
    for first, end in text.sentences:
        start = first
        while place < len(ranges) and ranges[place][0] < end:
            if start < ranges[place][0]:
                yield start, ranges[place][0]
            start = max(start, ranges[place][1])
            if ranges[place][1] > end:
                break
            place += 1
        if start < end:
            yield start, end
