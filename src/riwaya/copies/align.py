"""Two texts against each other, sentence by sentence, then word by word: the passages that one keeps of the other.

Each sentence of the derived text looks for the sentence of the original with which it shares most pairs of words; the
two are aligned by words, and what is left over of a long sentence looks again, for two sentences of a wire may be run
together, or one torn apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from riwaya.copies.texts import Text
from riwaya.records import Span

_GAP = 5  # words in a row without a partner break an alignment in two
_FEWEST = 3  # common words that make a kept passage of a short sentence
_PHRASE = 6  # and of a sentence of which they are less than half: fewer are a name with its title
_DENSE = 0.5  # part of the longer side of a kept passage that must be common words
_CLAUSE = 4  # fewer words than this are not a cut or an addition of their own, but rewording of their neighbour

Op = tuple[str, int, int, int, int]  # rapidfuzz's tag and ranges, as words of original and derived


@dataclass(frozen=True, slots=True)
class Kept:
    """Words `original` and `derived` (ranges) that are the same passage; `common` are the pairs of equal words."""

    original: Span
    derived: Span
    ops: tuple[Op, ...]

    @property
    def common(self) -> int:
        return sum(op[2] - op[1] for op in self.ops if op[0] == "equal")


@dataclass(slots=True)
class Alignment:
    """The kept passages in the order of the derived text, as ranges of words."""

    original: Text
    derived: Text
    kept: list[Kept] = field(default_factory=list)

    def shared(self) -> tuple[float, float]:
        """Parts of the derived and of the original text, by words, that are common to both."""
        taken: set[int] = set()
        copied = 0
        for kept in self.kept:
            for tag, first, end, start, stop in kept.ops:
                if tag == "equal":
                    taken.update(range(first, end))
                    copied += stop - start
        return copied / max(1, len(self.derived.ids)), len(taken) / max(1, len(self.original.ids))


def align(original: Text, derived: Text) -> Alignment:
    """Find what `derived` keeps of `original`."""
    alignment = Alignment(original, derived)
    alignment.kept.extend(_whole(original, derived))
    taken = {kept.derived for kept in alignment.kept}
    waiting = [segment for segment in reversed(derived.sentences) if segment not in taken]
    index = _pairs_index(original) if waiting else {}
    while waiting:
        segment = waiting.pop()
        partner = _partner(index, derived, segment)
        kept = _chains(original, derived, original.sentences[partner], segment) if partner is not None else []
        alignment.kept.extend(kept)
        if kept:
            waiting.extend(reversed(list(_left_over(segment, [k.derived for k in kept]))))
    alignment.kept.sort(key=lambda kept: kept.derived)
    _widen(alignment)
    return alignment


def _whole(original: Text, derived: Text) -> Iterator[Kept]:
    """The sentences that stand word for word in the original, however short; of texts alike in all words, every one."""
    places = {tuple(original.ids[first:end]): (first, end) for first, end in reversed(original.sentences)}
    same = original.ids == derived.ids
    for first, end in derived.sentences:
        source = (first, end) if same else places.get(tuple(derived.ids[first:end]))
        if source:
            yield Kept(source, (first, end), (("equal", *source, first, end),))


def _widen(alignment: Alignment) -> None:
    """Give the few words that nothing took at the edges of a sentence to the passage beside them, as rewording."""
    original, derived = alignment.original, alignment.derived
    gaps = _short_gaps(original, [kept.original for kept in alignment.kept])
    spaces = _short_gaps(derived, [kept.derived for kept in alignment.kept])
    for place, kept in enumerate(alignment.kept):
        (a, b), (c, d) = kept.original, kept.derived
        before = (gaps.pop(("before", a), a), spaces.pop(("before", c), c))
        after = (gaps.pop(("after", b), b), spaces.pop(("after", d), d))
        ops = list(kept.ops)
        if before != (a, c):
            ops.insert(0, ("replace", before[0], a, before[1], c))
        if after != (b, d):
            ops.append(("replace", b, after[0], d, after[1]))
        alignment.kept[place] = Kept((before[0], after[0]), (before[1], after[1]), tuple(ops))


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


def _pairs_index(text: Text) -> dict[int, list[int]]:
    """The sentences in which each pair of neighbouring words stands."""
    index: dict[int, list[int]] = {}
    for number, (first, end) in enumerate(text.sentences):
        for pair in text.pairs[first : end - 1]:
            if pair in index:
                index[pair].append(number)
            else:
                index[pair] = [number]
    return index


def _partner(index: dict[int, list[int]], text: Text, segment: Span) -> int | None:
    """The sentence with most pairs of the segment; the earlier of two that have as many."""
    counts: dict[int, int] = {}
    for pair in text.pairs[segment[0] : segment[1] - 1]:
        for number in index.get(pair, ()):
            counts[number] = counts.get(number, 0) + 1
    return min(counts, key=lambda number: (-counts[number], number)) if counts else None


def _chains(original: Text, derived: Text, sentence: Span, segment: Span) -> list[Kept]:
    """The parts of a sentence and its partner that are one passage, of which a long gap can make several."""
    (a, b), (c, d) = sentence, segment
    ops = [
        (op.tag, op.src_start + a, op.src_end + a, op.dest_start + c, op.dest_end + c)
        for op in Levenshtein.opcodes(original.ids[a:b], derived.ids[c:d])
    ]
    found: list[Kept] = []
    chain: list[Op] = []
    for op in [*ops, None]:
        if op is None or (op[0] != "equal" and max(op[2] - op[1], op[4] - op[3]) >= _GAP):
            kept = _kept(chain)
            if kept is not None and (kept.common >= _PHRASE or 2 * kept.common >= min(b - a, d - c)):
                found.append(kept)
            chain = []
        else:
            chain.append(op)
    return found


def _kept(chain: list[Op]) -> Kept | None:
    """A chain of operations without its loose ends; None where too little of it is common."""
    while chain and not _solid(chain, 0):
        chain = chain[1:]
    while chain and not _solid(chain, -1):
        chain = chain[:-1]
    if not chain:
        return None
    kept = Kept((chain[0][1], chain[-1][2]), (chain[0][3], chain[-1][4]), tuple(chain))
    longest = max(kept.original[1] - kept.original[0], kept.derived[1] - kept.derived[0])
    return kept if kept.common >= _FEWEST and kept.common >= _DENSE * longest else None


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
    free = [True] * len(text.ids)
    for first, end in taken:
        free[first:end] = [False] * (end - first)
    for first, end in text.sentences:
        start = None
        for place in range(first, end + 1):
            if place < end and free[place]:
                start = place if start is None else start
            elif start is not None:
                yield start, place
                start = None
