"""The words that carry a text's meaning, as stems, and how alike two texts are by them."""

from functools import cache, lru_cache

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.language.stems import stem
from riwaya.language.tokens import words

_PACKAGE = "riwaya.dossier"
_FEWEST = 2  # letters of a word that can carry meaning


@cache
def _stops() -> frozenset[str]:
    return lexicon.words(_PACKAGE, "stopwords.tsv")


def stems(text: str) -> tuple[str, ...]:
    """Stems of the words of `text` that carry meaning, in order, as often as they stand there."""
    return _stems(text)


@lru_cache(maxsize=1 << 14)
def _stems(text: str) -> tuple[str, ...]:
    stops = _stops()
    kept: list[str] = []
    for token in words(text):
        bare = token.folded[1:] if token.folded[:1] == "و" and token.folded[1:] in stops else token.folded
        if bare not in stops and (len(bare) >= _FEWEST or bare.isdigit()):
            kept.append(stem(token.text))
    return tuple(kept)


def bag(text: str) -> frozenset[str]:
    return frozenset(stems(text))


def containment(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller bag that stands in the larger; 0 where one is empty."""
    fewest = min(len(a), len(b))
    return len(a & b) / fewest if fewest else 0.0


def covered(part: frozenset[str], whole: frozenset[str]) -> float:
    """Share of `part` that stands in `whole`."""
    return len(part & whole) / len(part) if part else 0.0


def folded_words(text: str) -> list[str]:
    return [token.folded for token in words(text) if token.folded]  # a word may be marks alone


def name_words(name: str) -> frozenset[str]:
    """Words of a name or description, folded, for comparing without regard to their order."""
    return frozenset(fold(name).replace('"', " ").replace("«", " ").replace("»", " ").split())
