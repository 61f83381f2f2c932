"""How likely two spellings of one word are one name: learned costs of the slips that presses make, summed.

A pair is aligned letter by letter at the least cost, and its score is the natural logarithm of how much likelier the
alignment is between spellings of one name than between two names one letter apart. `costs.tsv` holds what each letter
changed, left out or doubled is worth; `training/spellings.py` learned it from pairs of spellings of one Latin name
(Ristad and Yianilos 1998 for the idea of a learned edit distance; fitted here as one logistic regression over edits).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from riwaya.language import lexicon

VOWELS = frozenset("اويه")
LONGEST = 32  # letters; beyond them only equal words are alike
_FARTHEST = 5  # letters apart; farther is no spelling of one name
_LENGTHS = range(3, 8)  # words are weighed by their length, longer ones as 7
_PERSIAN = str.maketrans({"پ": "ب", "چ": "ج", "ژ": "ج", "گ": "غ", "ڤ": "ف", "ء": ""})
_SPELT_OUT = ("تش", "دج", "تس", "تز", "كس")  # two letters for one foreign sound
_ONE_SOUND = frozenset("شجسزك")
EQUAL = 9.0  # the score of a word and itself: above all that the table can give
APART = -99.0

Edit = str  # what changed and where: "غج.M", "-و.S", "تش=ش"; places in `place`
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score` is a log likelihood ratio; `edits` what differs, in the order of the letters."""

    score: float
    edits: tuple[Edit, ...]


def plain(word: str) -> str:
    """A folded word as the costs know it: letters alone, without hamza, Persian ones as presses replace them.

    ن is written as it is heard before ب: جنبلاط, جمبلاط.
    """
    return "".join(letter for letter in word.translate(_PERSIAN) if letter.isalnum()).replace("مب", "نب")


@cache
def costs() -> dict[str, float]:
    """What the table gives each edit and length, in units of log likelihood."""
    return {edit: float(worth) for edit, worth in lexicon.rows("riwaya.names", "costs.tsv")}


@lru_cache(maxsize=1 << 15)
def likeness(a: str, b: str) -> Likeness:
    """How alike two folded words are, the same both ways."""
    if max(len(a), len(b)) > LONGEST:
        return Likeness(EQUAL if a == b else APART, ())
    a, b = sorted((plain(a), plain(b)))
    if a == b:
        return Likeness(EQUAL if a else APART, ())
    if not a or Levenshtein.distance(a, b, score_cutoff=_FARTHEST) > _FARTHEST:
        return Likeness(APART, ())
    table = costs()
    edits = align(a, b, table)
    return Likeness(table["bias"] + table[length(a, b)] + sum(worth(edit, table) for edit in edits), edits)


def length(a: str, b: str) -> str:
    """The table's name for how long the longer of two words is."""
    return f"len.{min(max(len(a), len(b), _LENGTHS[0]), _LENGTHS[-1])}"


def worth(edit: Edit, table: Mapping[str, float]) -> float:
    """The weight of an edit, or of its sort where the table has not met it."""
    return table[edit] if edit in table else table.get(sort(edit), 0.0)


def sort(edit: Edit) -> str:
    """The sort of an edit, by vowels and consonants: "غج.M" → "cc.M", "-و.S" → "-v.S"."""
    letters, _, where = edit.partition(".")
    if "=" in letters:
        return "c=c"
    kinds = "".join(sorted("v" if letter in VOWELS else "c" for letter in letters if letter != "-"))
    return f"{'-' if letters[0] == '-' else ''}{kinds}.{where}"


def align(a: str, b: str, table: Mapping[str, float]) -> tuple[Edit, ...]:
    """The edits that lead from one word to the other at the least cost."""
    best: list[list[tuple[float, tuple[Edit, ...]]]] = [[(0.0, ())] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if i or j:
                best[i][j] = min(_ways(a, b, (i, j), best, table), key=lambda way: way[0])
    return best[-1][-1][1]


def _ways(
    a: str,
    b: str,
    at: tuple[int, int],
    best: list[list[tuple[float, tuple[Edit, ...]]]],
    table: Mapping[str, float],
) -> list[tuple[float, tuple[Edit, ...]]]:
    """Each way to have read the first letters of both words."""
    i, j = at
    ways = []
    if i and j and a[i - 1] == b[j - 1]:
        ways.append(best[i - 1][j - 1])
    elif i and j:
        ways.append(_and(best[i - 1][j - 1], _swap(a, i - 1, b, j - 1), table))
    if i:
        ways.append(_and(best[i - 1][j], _drop(a, i - 1), table))
    if j:
        ways.append(_and(best[i][j - 1], _drop(b, j - 1), table))
    two, one = a[max(0, i - 2) : i], b[max(0, j - 1) : j]
    if two in _SPELT_OUT and one in _ONE_SOUND:
        ways.append(_and(best[i - 2][j - 1], f"{two}={one}", table))
    one, two = a[max(0, i - 1) : i], b[max(0, j - 2) : j]
    if two in _SPELT_OUT and one in _ONE_SOUND:
        ways.append(_and(best[i - 1][j - 2], f"{two}={one}", table))
    return ways


_DEAREST, _CHEAPEST = 2.0, 0.02  # an edit's cost is what its weight lacks to the first, never less than the second


def _and(
    before: tuple[float, tuple[Edit, ...]], edit: Edit, table: Mapping[str, float]
) -> tuple[float, tuple[Edit, ...]]:
    return before[0] + max(_CHEAPEST, _DEAREST - worth(edit, table)), (*before[1], edit)


def _place(word: str, i: int) -> str:
    return "F" if i == len(word) - 1 else "I" if i == 0 else "M"


def _swap(a: str, i: int, b: str, j: int) -> Edit:
    """One letter for another, at the beginning (I), inside (M) or at the end (F)."""
    places = (_place(a, i), _place(b, j))
    where = "I" if "I" in places else "F" if places == ("F", "F") else "M"
    return f"{''.join(sorted((a[i], b[j])))}.{where}"


def _drop(word: str, i: int) -> Edit:
    """A letter more or less: beside its like (2), at the beginning, second (S), inside or at the end, by vowels (v)."""
    letter = word[i]
    before, after = word[i - 1 : i], word[i + 1 : i + 2]
    if letter in (before, after):
        return f"-{letter}.2"
    where = _place(word, i)
    if where == "M" and letter in VOWELS:
        beside = "v" * bool((before and before in VOWELS) or (after and after in VOWELS))
        where = ("S" if i == 1 else "M") + beside
    elif where == "F" and before and before in VOWELS:
        where = "Fv"
    return f"-{letter}.{where}"
