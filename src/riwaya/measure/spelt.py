"""Pairs of spellings out of `names/variants_silver.tsv`: of one Latin name, and of two names one letter apart.

The rows are joined from machine transliterations and lists, so some pairs are wrong (abdullah: الله). `read_as` tells
which spellings can be read as their Latin key, letter by letter; a pair of two such is a clean one.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from riwaya.language import lexicon
from riwaya.language.letters import fold

_SOURCES = re.compile(r"\([^()]*\)\s*$")
_SHORTEST = 3  # letters of a near miss

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A Latin key and its folded Arabic spellings, each once."""

    latin: str
    spelt: tuple[str, ...]

    @property
    def trained(self) -> bool:
        """Whether the costs of `names/costs.tsv` were learned from this key; the other half is for measuring."""
        return zlib.crc32(self.latin.encode()) % 2 == 0


def rows(path: Path) -> list[Row]:
    found = []
    for line in path.read_text("utf-8").splitlines():
        latin, tab, listed = line.partition("\t")
        if tab and latin != "latin":
            spelt = (fold(_SOURCES.sub("", spelling)).strip() for spelling in listed.split("|"))
            found.append(Row(latin, tuple(dict.fromkeys(s for s in spelt if s))))
    return found


def joined(given: Sequence[Row]) -> list[tuple[str, Pair]]:
    """Every pair of spellings of one key, with the key."""
    return [(row.latin, pair) for row in given for pair in combinations(row.spelt, 2)]


def near_misses(given: Sequence[Row]) -> list[Pair]:
    """Spellings one letter apart whose Latin keys are two letters apart or more."""
    of: dict[str, set[str]] = defaultdict(set)
    for row in given:
        for spelling in row.spelt:
            of[spelling].add(row.latin)
    return [pair for pair in sorted(_one_letter_apart(of)) if _told(of[pair[0]], of[pair[1]])]


def _one_letter_apart(of: dict[str, set[str]]) -> set[Pair]:
    groups: dict[str, set[str]] = defaultdict(set)
    for spelling in of:
        groups[spelling].add(spelling)
        for place in range(len(spelling)):
            groups[spelling[:place] + "?" + spelling[place + 1 :]].add(spelling)
            groups[spelling[:place] + spelling[place + 1 :]].add(spelling)
    pairs = {pair for group in groups.values() for pair in combinations(sorted(group), 2)}
    return {(a, b) for a, b in pairs if min(len(a), len(b)) >= _SHORTEST and Levenshtein.distance(a, b) == 1}


def _told(one: set[str], other: set[str]) -> bool:
    return all(Levenshtein.distance(a, b) > 1 for a in one for b in other)


# --- clean pairs --------------------------------------------------------------------------------------------------


@cache
def _read() -> dict[str, tuple[str, ...]]:
    """Which Arabic letters may stand for a Latin letter or group; "" where it may go unwritten."""
    spelt = lexicon.rows("riwaya.measure", "latin.tsv")
    return {latin: tuple(cell.replace("-", "") for cell in cells.split()) for latin, cells in spelt}


_ARTICLES = ("ال",)
_LONGEST_GROUP = 3


def read_as(spelling: str, latin: str) -> bool:
    """Whether all of the Arabic letters can be read off the Latin key in order, most of its consonants spelled."""
    letters = spelling.replace(" ", "")
    forms = [letters, *(letters.removeprefix(a) for a in _ARTICLES if letters.startswith(a))]
    return any(_silent(form, latin) <= len(latin) // _ONE_SILENT_IN for form in forms)


_ONE_SILENT_IN = 5  # letters; a longer key may leave two consonants unwritten
_NEVER = 99


@lru_cache(maxsize=1 << 12)
def _silent(letters: str, latin: str) -> int:
    """The fewest Latin consonants that go unwritten when `letters` are read as `latin`; _NEVER where they can't be."""
    best = [[_NEVER] * (len(letters) + 1) for _ in range(len(latin) + 1)]
    best[0][0] = 0
    for i in range(len(latin)):
        for j, so_far in enumerate(best[i]):
            if so_far == _NEVER:
                continue
            for size in range(1, _LONGEST_GROUP + 1):
                for spelt in _read().get(latin[i : i + size], ()):
                    if len(latin) >= i + size and letters.startswith(spelt, j):
                        doubled = i > 0 and latin[i] == latin[i - 1]
                        cost = so_far + (not spelt and latin[i] not in "aeiouywh'-" and not doubled)
                        best[i + size][j + len(spelt)] = min(best[i + size][j + len(spelt)], cost)
    return best[-1][-1]
