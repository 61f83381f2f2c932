"""Stems that tell a subject, and how common they are in news at large."""

import re
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files

from riwaya.language.letters import fold
from riwaya.language.stems import stem

About = Counter[str]  # what an article or a story is about: weights by stem and by entity
UNSEEN = 0.5 / 1000  # the part of articles that hold a stem which the background does not list
_WORD = re.compile(r"\w{2,}")
_ENTITY = re.compile(r"&(?:#?\w{2,8});")  # left undecoded by some feeds: &#8220; is no number that two reports share


@cache
def common() -> frozenset[str]:
    """Stems of words that say nothing of a subject."""
    lines = files("riwaya.story").joinpath("common.tsv").read_text("utf-8").splitlines()
    words = [line.strip() for line in lines if line and not line.startswith("#")]
    return frozenset(stem(word) for word in words) | frozenset(fold(word) for word in words)


@cache
def background() -> dict[str, float]:
    """Stem to the part of news articles in which it stands."""
    lines = files("riwaya.story").joinpath("background.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {key: int(count) / 1000 for key, count in rows}


def stems(text: str) -> list[str]:
    """The telling stems of a text, in order."""
    return [key for key in map(telling, _WORD.findall(fold(_ENTITY.sub(" ", text)))) if key]


@lru_cache(maxsize=1 << 18)
def telling(word: str) -> str:
    """The stem of a word; empty where the word says nothing of a subject."""
    key = stem(word)
    return "" if key in common() or fold(word) in common() else key
