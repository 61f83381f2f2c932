"""How an article stands to a claim given as text: a linear model over how their words stand to one another.

`stance.tsv` holds its weights; training/stance.py makes them, training/README.md says from what.
"""

from collections.abc import Sequence
from functools import cache
from math import exp

from riwaya.dossier.alignment import Aligned, align, features, touches
from riwaya.language import lexicon
from riwaya.language.sentences import sentences
from riwaya.records import Article, Leaning, Span, Stance, Statement

MODEL = "stance-1"
LEANINGS = tuple(Leaning)
BIAS = "bias"
_PACKAGE = "riwaya.dossier"
_SHOWN = 3  # lines
_TELLS = 0.25  # of the claim's weight in a line that shows a stance


def beside(claim: str, article: Article) -> Aligned:
    return align(claim, article.text, sentences(article.text))


def stance(aligned: Aligned, article: Article, said: Sequence[Statement]) -> Stance:
    """The stance of `article`, whose words `aligned` holds and in which `said` is said."""
    given = features(aligned, said)
    scores = [_score(given, place) for place in range(len(LEANINGS))]
    most = max(scores)
    parts = [exp(score - most) for score in scores]
    shares = {leaning.value: part / sum(parts) for leaning, part in zip(LEANINGS, parts, strict=True)}
    leaning = max(LEANINGS, key=lambda one: shares[one.value])
    return Stance(
        claim=aligned.claim,
        article=article.id,
        leaning=leaning,
        shares=shares,
        spans=_shown(aligned) if leaning is not Leaning.UNRELATED else (),
        model=MODEL,
    )


def asked(aligned: Aligned) -> bool:
    """Whether the model looks at what is said in the article."""
    return touches(aligned)


def _shown(aligned: Aligned) -> tuple[Span, ...]:
    telling = [aligned.lines[i] for i in aligned.best[:_SHOWN]]
    return tuple(line.span for line in telling if line.held >= _TELLS) or (telling[0].span,)


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    """Feature to its mean, its scale and a weight for each leaning."""
    return {row[0]: tuple(map(float, row[1:])) for row in lexicon.rows(_PACKAGE, "stance.tsv")}


def _score(given: dict[str, float], place: int) -> float:
    if not given:
        return float(LEANINGS[place] is Leaning.UNRELATED)
    total = 0.0
    for name, (mean, scale, *weights) in _weights().items():
        value = 1.0 if name == BIAS else (given[name] - mean) / scale
        total += value * weights[place]
    return total
