"""What became of each passage, for a reader: kept word for word, reworded, cut, added, corrupted."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from riwaya.copies.align import Alignment, Kept, Op, uncovered
from riwaya.copies.corruption import corrupted
from riwaya.copies.meaning import changes, lost_source
from riwaya.records import Edit, Passage, Span

_BESIDE = 3  # equal words around a slip: without them two words a letter apart are two words


_SLIP = "slip"


def marked(alignment: Alignment) -> Alignment:
    """The alignment with its corrupted words as operations of their own."""
    kept = [replace(one, ops=tuple(_marked(alignment, one.ops))) for one in alignment.kept]
    return Alignment(alignment.original, alignment.derived, kept)


def _marked(alignment: Alignment, ops: tuple[Op, ...]) -> Iterator[Op]:
    for place, op in enumerate(ops):
        tag, first, end, start, stop = op
        for slip in _slips(alignment, ops, place) if tag == "replace" and end - first == stop - start else ():
            if first < slip[1]:
                yield tag, first, slip[1], start, slip[3]
            yield slip
            first, start = slip[2], slip[4]
        if first < end or start < stop:
            yield tag, first, end, start, stop


def _slips(alignment: Alignment, ops: tuple[Op, ...], place: int) -> list[Op]:
    """The words, one for one, of a replacement among equal words that are a slip of one letter apart."""
    beside = [op[2] - op[1] for op in ops[max(0, place - 1) : place + 2] if op[0] == "equal"]
    if sum(beside) < _BESIDE:
        return []
    _, first, end, start, _ = ops[place]
    one, other = alignment.original, alignment.derived
    return [
        (_SLIP, first + i, first + i + 1, start + i, start + i + 1)
        for i in range(end - first)
        if not (one.signs[first + i] and other.signs[start + i])  # محمد and أحمد are two names, not one misprinted
        and corrupted(one.word(first + i), other.word(start + i))
    ]


def misprints(alignment: Alignment) -> list[tuple[int, int]]:
    """Pairs of words, by hash, of which one is the other with a slip of one letter; of a marked alignment."""
    one, other = alignment.original.words, alignment.derived.words
    return [(int(one[op[1]]), int(other[op[3]])) for kept in alignment.kept for op in kept.ops if op[0] == _SLIP]


def passages(alignment: Alignment) -> tuple[Passage, ...]:
    """A marked alignment's derived text from start to end as passages, the original's cut ones where they stood."""
    original, derived = alignment.original, alignment.derived
    lost = list(uncovered(original, [kept.original for kept in alignment.kept]))
    found = [part for kept in alignment.kept for part in _sourced(alignment, kept, lost)]
    added = [
        Passage(original=None, derived=derived.span(*span), edit=Edit.ADDED)
        for span in uncovered(derived, [kept.derived for kept in alignment.kept])
    ]
    cut = [Passage(original=original.span(*span), derived=None, edit=Edit.CUT) for span in lost]
    return _in_order([*found, *added], cut)


def _sourced(alignment: Alignment, kept: Kept, lost: list[Span]) -> Iterator[Passage]:
    """The passages of a kept part; the first of them tells of a source that stood before it in its sentence."""
    parts = _edits(alignment, kept)
    start = kept.original[0]
    before = next((cut for cut in lost if cut[1] == start), None) if start not in alignment.original.opens else None
    for part in parts:
        if before is not None:
            whole = ("replace", *kept.original, *kept.derived)
            gone = lost_source(alignment.original, alignment.derived, before, whole)
            part, before = replace(part, changes=(*gone, *part.changes)), None  # noqa: PLW2901
        yield part


def _edits(alignment: Alignment, kept: Kept) -> Iterator[Passage]:
    """A kept passage cut at its corrupted words, each a passage of its own."""
    run: list[Op] = []
    for op in kept.ops:
        if op[0] == _SLIP:
            yield from _run(alignment, run)
            yield _passage(alignment, [op], Edit.CORRUPTED)
            run = []
        else:
            run.append(op)
    yield from _run(alignment, run)


def _run(alignment: Alignment, ops: list[Op]) -> Iterator[Passage]:
    if not ops:
        return
    same = all(op[0] == "equal" for op in ops)
    yield _passage(alignment, ops, Edit.VERBATIM if same else Edit.REWORDED)


def _passage(alignment: Alignment, ops: list[Op], edit: Edit) -> Passage:
    """The words of `ops` on both sides; a side without a word makes it an addition or a cut."""
    original, derived = (ops[0][1], ops[-1][2]), (ops[0][3], ops[-1][4])
    if original[0] == original[1]:
        return Passage(original=None, derived=alignment.derived.span(*derived), edit=Edit.ADDED)
    if derived[0] == derived[1]:
        return Passage(original=alignment.original.span(*original), derived=None, edit=Edit.CUT)
    return Passage(
        original=alignment.original.span(*original),
        derived=alignment.derived.span(*derived),
        edit=edit,
        changes=changes(alignment.original, alignment.derived, ops) if edit is Edit.REWORDED else (),
    )


def _in_order(standing: list[Passage], cut: list[Passage]) -> tuple[Passage, ...]:
    """By place in the derived text; a cut follows the passage whose original came last before it."""
    standing.sort(key=lambda passage: passage.derived or (0, 0))
    _mark_moved(standing)
    after: dict[int, list[Passage]] = {}
    ends = sorted((p.original[1], place) for place, p in enumerate(standing) if p.original)
    for passage in cut:
        start = passage.original[0] if passage.original else 0
        before = bisect_right(ends, (start, len(standing)))
        after.setdefault(ends[before - 1][1] if before else -1, []).append(passage)
    ordered = list(after.get(-1, ()))
    for place, passage in enumerate(standing):
        ordered.append(passage)
        ordered.extend(after.get(place, ()))
    return tuple(ordered)


def _mark_moved(standing: list[Passage]) -> None:
    """Of passages in the order of the derived text, those that break the original's order: the fewest that can."""
    kept = [(place, p.original[0]) for place, p in enumerate(standing) if p.original]
    tails: list[int] = []  # of rising runs of each length, the one that ends lowest: where it ends
    ends: list[int] = []  # and the place of that end in `kept`
    before: list[int] = []
    for number, (_, start) in enumerate(kept):
        length = bisect_right(tails, start)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [start]
        ends[length : length + 1] = [number]
    number = ends[-1] if ends else -1
    rising = set()
    while number >= 0:
        rising.add(number)
        number = before[number]
    for number, (place, _) in enumerate(kept):
        if number not in rising:
            standing[place] = replace(standing[place], moved=True)
