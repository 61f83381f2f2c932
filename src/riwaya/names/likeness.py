"""How far apart two spellings of one word are, when slips that presses make are cheap and others dear.

Costs are set by hand and checked on pairs of spellings of one Latin name against pairs of different names one letter
apart (`tests/names/test_likeness.py` holds the floor); a plain edit distance tells the two apart nowhere.
"""

from functools import cache, lru_cache
from itertools import permutations

from riwaya.language import lexicon

_VOWELS = frozenset("اوي")
_DROPPED = {"ا": 0.3, "و": 0.35, "ي": 0.3, "ه": 0.5, "ء": 0.1, "ع": 0.7}
_DEAR = 1.0
_LAST = 0.75  # a vowel more or less at a word's end, where it may be another name: بيتر, بيترو


@cache
def _swaps() -> dict[tuple[str, str], float]:
    """What one letter for another costs, where less than a whole letter."""
    costs: dict[tuple[str, str], float] = {}
    for letters, cost in lexicon.rows("riwaya.names", "sounds.tsv"):
        for pair in permutations(letters, 2):
            costs.setdefault(pair, float(cost))
    return costs


@lru_cache(maxsize=1 << 14)
def distance(a: str, b: str) -> float:
    """Weighted edit distance of two folded words, تش and دج taken as one sound each."""
    a, b = _sounds(a), _sounds(b)
    row = [0.0]
    for j, letter in enumerate(b):
        row.append(row[-1] + _drop(b, j, letter))
    for i, left in enumerate(a):
        above, row = row, [row[0] + _drop(a, i, left)]
        for j, right in enumerate(b):
            swap = 0.0 if left == right else _swaps().get((left, right), _DEAR)
            row.append(min(above[j] + swap, above[j + 1] + _drop(a, i, left), row[j] + _drop(b, j, right)))
    return row[-1]


def _sounds(word: str) -> str:
    return word.replace("تش", "ش").replace("دج", "ج").replace("تس", "س").replace("تز", "ز")


def _drop(word: str, place: int, letter: str) -> float:
    """The cost of a letter more or less at `place`."""
    if place and word[place - 1] == letter:
        return 0.1
    cost = _DROPPED.get(letter, _DEAR)
    return max(cost, _LAST) if place == len(word) - 1 and letter in _VOWELS else cost
