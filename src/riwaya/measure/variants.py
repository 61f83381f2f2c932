"""Spellings of one name joined, and names that are two kept apart: public pairs and tables of the project's own.

The public pairs are joined from transliterations and partly wrong, so they are counted whole and again where both
spellings can be read as their Latin key (`spelt.read_as`). Costs were learned from half of the keys: that half is left
out where a figure says "not learned from".
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rapidfuzz import fuzz

from riwaya.language import lexicon
from riwaya.measure.report import Figure, Report, digest, ratio, wanted
from riwaya.measure.spelt import Pair, joined, near_misses, read_as, rows
from riwaya.names import key, same

_SILVER = "names/variants_silver*.tsv"
_HERE = "riwaya.measure"
_OWN = ("house_spellings.tsv", "near_misses.tsv")
_FRESH = "fresh_names.tsv"  # its figures when it was read blind stand at its head
_STEPS = range(50, 100)  # of rapidfuzz's ratio, tried as its threshold

Judge = Callable[[str, str], bool]


def score(data: Path) -> Report:
    paths = wanted(data, _SILVER)
    given = [row for path in paths for row in rows(path)]
    fresh = [row for row in given if not row.trained]
    clean = [pair for latin, pair in joined(fresh) if all(read_as(spelling, latin) for spelling in pair)]
    listed = list(lexicon.rows(_HERE, _FRESH))
    newer = tuple([(a, b) for verdict, a, b in listed if verdict == wanted_of] for wanted_of in ("one", "two"))
    sets = {
        "silver": ([pair for _, pair in joined(fresh)], near_misses(fresh)),
        "silver, readable as the key": (clean, near_misses(fresh)),
        "own": tuple([(a, b) for a, b in lexicon.rows(_HERE, table)] for table in _OWN),
        "fresh": newer,
    }
    whole = [pair for _, pair in joined(given)]
    figures = [_share("silver pairs joined, keys learned from too", whole, same, of_joined=True)]
    for name, (one, two) in sets.items():
        figures += _figures(name, one, two)
    figures.append(_share("silver pairs of one key", [pair for _, pair in joined(fresh)], _keyed, of_joined=True))
    misses = [f"{a} = {b}" for name in ("own", "fresh") for a, b in sets[name][0] if not same(a, b)]
    misses += [f"{a} ≠ {b}" for name in ("own", "fresh") for a, b in sets[name][1] if same(a, b)]
    return Report(suite="variants", digest=digest(paths), figures=tuple(figures), misses=tuple(misses))


def _keyed(a: str, b: str) -> bool:
    return key(a) == key(b)


def _share(name: str, pairs: Sequence[Pair], judge: Judge, *, of_joined: bool) -> Figure:
    return ratio(name, [judge(*pair) is of_joined for pair in pairs])


def _figures(name: str, one: Sequence[Pair], two: Sequence[Pair]) -> Iterator[Figure]:
    """Ours, then the peer's at the threshold that gives it the best mean of both."""
    yield _share(f"{name}: spellings of one name joined", one, same, of_joined=True)
    yield _share(f"{name}: near misses kept apart", two, same, of_joined=False)
    near, far = ([fuzz.ratio(*pair) for pair in pairs] for pairs in (one, two))
    best = max(_STEPS, key=lambda step: _above(near, step) - _above(far, step))
    for what, value, of in (("joined", _above(near, best), one), ("kept apart", 1 - _above(far, best), two)):
        yield Figure(name=f"rapidfuzz ratio > {best}: {name}: {what}", value=value, of=len(of), peer=True)


def _above(ratios: Sequence[float], step: int) -> float:
    return sum(value > step for value in ratios) / len(ratios) if ratios else 0.0
