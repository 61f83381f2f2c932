"""How an article's words stand to a claim's: which lines tell of it, how much of it, and by what words they turn it.

Words weigh by how rare they are in news (`language/forms.tsv.gz`). No word of any corpus is known here by itself, and
neither is the page's source nor how long the claim is (in the set that taught it, a sign of who made the claim): the
features must hold for claims and outlets that nobody has seen.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log

from riwaya.dossier.words import bag, folded_words, stems
from riwaya.language import forms, lexicon
from riwaya.language.letters import fold
from riwaya.records import Act, Span, Statement

_PACKAGE = "riwaya.dossier"
_NEWS = 6_400_000  # words that the counts of forms are from
_LINES = 400  # of a page that are looked at
_TELLS = 0.5  # of a claim's weight in a line that tells of it
_TOUCHES = 0.25
_FIRST = 3  # lines that stand for a headline and its lead
_DOUBTS = ("deny", "false", "untrue")
_ASSERTS = {Act.STATE, Act.ANNOUNCE, Act.CONFIRM}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: what of the claim it holds, 0 to 1, by weight, and the part of its own words that is."""

    span: Span
    words: frozenset[str]
    held: float
    own: float


@dataclass(frozen=True, slots=True)
class Aligned:
    """`lines` in the order of the text; `best` are places in it, the one that holds most first."""

    claim: str
    text: str
    lines: tuple[Line, ...]
    best: tuple[int, ...]


def weight(word: str) -> float:
    known = forms.look(fold(word))
    return log(_NEWS / (1 + (known.count if known else 0)))


@cache
def _cues() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Of each kind its single words and those of several, folded."""
    found = {}
    for kind, listed in lexicon.rows(_PACKAGE, "stance_cues.tsv"):
        words = [fold(word) for word in listed.split()]
        single = frozenset(word for word in words if "_" not in word)
        found[kind] = single, tuple(word.replace("_", " ") for word in words if "_" in word)
    return found


def align(claim: str, text: str, sentences: list[Span]) -> Aligned:
    """Lines of `text` at `sentences` beside the claim."""
    wanted = bag(claim)
    weights = {word: weight(word) for word in wanted}
    total = sum(weights.values()) or 1.0
    lines = []
    for span in sentences[:_LINES]:
        words = bag(text[slice(*span)])
        shared = words & wanted
        held = sum(weights[word] for word in shared) / total
        lines.append(Line(span, words, held, len(shared) / len(words) if words else 0.0))
    best = sorted(range(len(lines)), key=lambda i: (-lines[i].held, -lines[i].own, i))
    return Aligned(claim, text, tuple(lines), tuple(best))


def cues(words: str) -> dict[str, int]:
    """How many cues of each kind stand in `words`."""
    tokens = folded_words(words)
    bare = [token[1:] if token[:1] in "وف" else token for token in tokens]
    joined = f" {' '.join(tokens)} "
    found = {}
    for kind, (single, several) in _cues().items():
        alone = sum(one in single or other in single for one, other in zip(tokens, bare, strict=True))
        found[kind] = alone + sum(joined.count(f" {phrase} ") for phrase in several)
    return found


def features(aligned: Aligned, said: Sequence[Statement] = ()) -> dict[str, float]:
    """Numbers about 0 to 1 by name; `said` is what the text's speakers say, asked only where some line touches."""
    if not aligned.lines:
        return {}
    held = aligned.lines[aligned.best[0]].held
    near = cues(_around(aligned))
    nearest = cues(aligned.text[slice(*aligned.lines[aligned.best[0]].span)])
    claimed = cues(aligned.claim)
    return {
        **_overlaps(aligned),
        "denied": _most(aligned.claim, [s for s in said if s.act is Act.DENY]) if touches(aligned) else 0.0,
        "asserted": _most(aligned.claim, [s for s in said if s.act in _ASSERTS]) if touches(aligned) else 0.0,
        "doubted": sum(max(min(near[kind], 4) - claimed[kind], 0) / 4 for kind in _DOUBTS) * held,
        "polarity": float((claimed["not"] > 0) != (nearest["not"] > 0)) * held,
    }


def touches(aligned: Aligned) -> bool:
    """Whether some line is near enough for what is said in the text to matter."""
    return bool(aligned.best) and aligned.lines[aligned.best[0]].held >= _TOUCHES


def _most(claim: str, said: Sequence[Statement]) -> float:
    """The largest part of the claim that one of these statements holds."""
    wanted = bag(claim)
    return max((_part(wanted, bag(statement.content)) for statement in said), default=0.0)


def _around(aligned: Aligned) -> str:
    """The three nearest lines, and the one after each."""
    wanted = {i + step for i in aligned.best[:3] for step in (0, 1)}
    return " ".join(aligned.text[slice(*line.span)] for i, line in enumerate(aligned.lines) if i in wanted)


def _overlaps(aligned: Aligned) -> dict[str, float]:
    lines, order = aligned.lines, aligned.best
    claim = bag(aligned.claim)
    page = frozenset().union(*(line.words for line in lines))
    first = frozenset().union(*(line.words for line in lines[:_FIRST]))
    near = frozenset().union(*(lines[i].words for i in order[:2]))
    runs, text = (set(pairwise(stems(words))) for words in (aligned.claim, aligned.text))
    rare = sorted(claim, key=lambda word: (-weight(word), word))[: max(1, len(claim) // 3)]
    numbers = {word for word in claim if word.isdigit()}
    found = [lines[i].held for i in order[:3]] + [0.0, 0.0]
    return {
        "held 1": found[0],
        "held 2": found[1],
        "held 3": found[2],
        "own": lines[order[0]].own,
        "page holds": _part(claim, page),
        "first hold": _part(claim, first),
        "two hold": _part(claim, near),
        "rare": _share(rare, page),
        "rare near": _share(rare, near),
        "runs": len(runs & text) / len(runs) if runs else 0.0,
        "numbers": _share(numbers, page) if numbers else 0.5,
        "numbers near": _share(numbers, near) if numbers else 0.5,
        "place": 1 / (1 + order[0]),
        "told lines": min(sum(line.held >= _TELLS for line in lines), 4) / 4,
        "touched": sum(line.held >= _TOUCHES for line in lines) / len(lines),
        "length": log(1 + len(lines)) / 5,
        "verbatim": found[0] * lines[order[0]].own,
    }


def _share(wanted: Collection[str], words: frozenset[str]) -> float:
    return sum(word in words for word in wanted) / len(wanted) if wanted else 0.0


def _part(claim: frozenset[str], words: frozenset[str]) -> float:
    total = sum(map(weight, claim))
    return sum(map(weight, claim & words)) / total if total else 0.0
