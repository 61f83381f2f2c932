"""What became of each passage, for a reader: kept word for word, reworded, cut, added, corrupted."""

from collections.abc import Iterator

from riwaya.copies.align import Alignment, Kept, Op, uncovered
from riwaya.copies.corruption import corrupted
from riwaya.copies.texts import Vocabulary
from riwaya.records import Edit, Passage

_BESIDE = 3  # equal words around a slip: without them two words a letter apart are two words


def passages(alignment: Alignment, vocabulary: Vocabulary) -> tuple[Passage, ...]:
    """The derived text from start to end as passages, and the original's cut ones after the passage they followed."""
    found = [part for kept in alignment.kept for part in _edits(alignment, kept, vocabulary)]
    added = [
        Passage(original=None, derived=alignment.derived.span(*span), edit=Edit.ADDED)
        for span in uncovered(alignment.derived, [kept.derived for kept in alignment.kept])
    ]
    cut = [
        Passage(original=alignment.original.span(*span), derived=None, edit=Edit.CUT)
        for span in uncovered(alignment.original, [kept.original for kept in alignment.kept])
    ]
    return _in_order([*found, *added], cut)


def misprints(alignment: Alignment, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Pairs of words, by number, of which one is the other with a slip of one letter."""
    return [
        (alignment.original.ids[slip[1]], alignment.derived.ids[slip[3]])
        for kept in alignment.kept
        for place in range(len(kept.ops))
        for slip in _slips(alignment, kept.ops, place, vocabulary)
    ]


def _edits(alignment: Alignment, kept: Kept, vocabulary: Vocabulary) -> Iterator[Passage]:
    """A kept passage cut at its corrupted words, each a passage of its own."""
    run: list[Op] = []
    for place, op in enumerate(kept.ops):
        first, start = op[1], op[3]
        for slip in _slips(alignment, kept.ops, place, vocabulary):
            yield from _run(alignment, [*run, (op[0], first, slip[1], start, slip[3])])
            yield _passage(alignment, [slip], Edit.CORRUPTED)
            run, first, start = [], slip[2], slip[4]
        run.append((op[0], first, op[2], start, op[4]))
    yield from _run(alignment, run)


def _slips(alignment: Alignment, ops: tuple[Op, ...], place: int, vocabulary: Vocabulary) -> list[Op]:
    """The words, one for one, of a replacement among equal words that are a slip of one letter apart."""
    tag, first, end, start, stop = ops[place]
    if tag != "replace" or end - first != stop - start:
        return []
    beside = [op for op in ops[max(0, place - 1) : place + 2] if op[0] == "equal"]
    if sum(op[2] - op[1] for op in beside) < _BESIDE:
        return []
    words, one, other = vocabulary.words, alignment.original.ids, alignment.derived.ids
    return [
        (tag, first + i, first + i + 1, start + i, start + i + 1)
        for i in range(end - first)
        if corrupted(words[one[first + i]], words[other[start + i]])
    ]


def _run(alignment: Alignment, ops: list[Op]) -> Iterator[Passage]:
    ops = [op for op in ops if op[1] < op[2] or op[3] < op[4]]
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
    return Passage(original=alignment.original.span(*original), derived=alignment.derived.span(*derived), edit=edit)


def _in_order(standing: list[Passage], cut: list[Passage]) -> tuple[Passage, ...]:
    """By place in the derived text; a cut follows the passage whose original came last before it."""
    standing.sort(key=lambda passage: passage.derived or (0, 0))
    after: dict[int, list[Passage]] = {}
    ends = sorted((p.original[1], place) for place, p in enumerate(standing) if p.original)
    for passage in cut:
        start = passage.original[0] if passage.original else 0
        before = [place for end, place in ends if end <= start]
        after.setdefault(before[-1] if before else -1, []).append(passage)
    ordered = list(after.get(-1, ()))
    for place, passage in enumerate(standing):
        ordered.append(passage)
        ordered.extend(after.get(place, ()))
    return tuple(ordered)
