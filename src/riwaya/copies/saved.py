"""An index as named pieces of bytes, and back: arrays as they lie in memory, so that a restart reads, not counts.

Copies are not among them: they are the store's own, and handed in again.
"""

from collections.abc import Iterable, Mapping

import msgspec
import numpy as np

from riwaya.copies.index import Index, Tie
from riwaya.copies.press import Fetch, Press
from riwaya.copies.shelf import ROW
from riwaya.records import Copy, Role

FORMAT = 1  # raised where the arrays, the runs or the proof of a copy are others: an older index is made anew
_WORDS = np.dtype([("word", "u8"), ("texts", "i8")])
_SLIP = np.dtype([("one", "i4"), ("other", "i4"), ("first", "u8"), ("second", "u8")])


class _Names(msgspec.Struct):
    format: int
    ids: list[str]
    roles: list[Role]
    houses: list[str]


def dump(index: Index) -> dict[str, bytes]:
    """All of an index but its copies; what is due in it is judged first."""
    index.settle()
    press = index.press
    press.counts.merge()
    words = np.zeros(len(press.counts.words), _WORDS)
    words["word"], words["texts"] = press.counts.words, press.counts.texts
    slips = [(*pair, *slip) for pair, tie in index.ties.items() for slip in tie.slips]
    names = _Names(format=FORMAT, ids=press.ids, roles=press.roles, houses=list(press.shelf.houses))
    return {
        "names": msgspec.json.encode(names),
        "shelf": press.shelf.rows.tobytes(),
        "words": words.tobytes(),
        "ties": np.array(list(index.ties), np.int32).tobytes(),
        "slips": np.array(slips, _SLIP).tobytes(),
        **{f"runs {n}": segment.tobytes() for n, segment in enumerate(press.runs.segments)},
        **{f"kin {n}": segment.tobytes() for n, segment in enumerate(press.kin.segments)},
    }


def load(parts: Mapping[str, bytes], copies: Iterable[Copy], fetch: Fetch) -> Index | None:
    """The index that was dumped; None where there is none, or it is of another format."""
    if "names" not in parts:
        return None
    try:
        names = msgspec.json.decode(parts["names"], type=_Names)
    except msgspec.ValidationError:
        return None
    if names.format != FORMAT:
        return None
    press = Press(fetch)
    rows = np.frombuffer(parts["shelf"], ROW)
    press.shelf.load(rows, names.houses)
    press.ids, press.roles = names.ids, names.roles
    press.numbers = {name: n for n, name in enumerate(names.ids) if not rows["gone"][n]}
    words = np.frombuffer(parts["words"], _WORDS)
    press.counts.words, press.counts.texts = words["word"].copy(), words["texts"].copy()
    press.runs.segments, press.kin.segments = _segments(parts, "runs"), _segments(parts, "kin")
    index = Index(press)
    _restore(index, parts, copies)
    return index


def _segments(parts: Mapping[str, bytes], name: str) -> list[np.ndarray]:
    count = sum(part.startswith(f"{name} ") for part in parts)
    return [np.frombuffer(parts[f"{name} {n}"], np.uint64) for n in range(count)]


def _restore(index: Index, parts: Mapping[str, bytes], copies: Iterable[Copy]) -> None:
    numbers = index.press.numbers
    found = {tuple(sorted((numbers[c.original], numbers[c.derived]))): c for c in copies}
    slips: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for one, other, first, second in np.frombuffer(parts["slips"], _SLIP).tolist():
        slips.setdefault((one, other), []).append((first, second))
    ties = np.frombuffer(parts["ties"], np.int32).reshape(-1, 2).tolist()
    pairs = [(one, other) for one, other in ties]
    index.restore((pair, Tie(found.get(pair), tuple(slips.get(pair, ())))) for pair in pairs)
