"""Keyphrases of one article: runs of words that it comes back to, that stand early, and that are rare elsewhere."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from riwaya.language.letters import fold
from riwaya.language.stems import stem
from riwaya.records import Article, Mention
from riwaya.story.words import UNSEEN, background, telling

_LONGEST = 3  # words of a phrase
_READ = 6000  # letters
_RUN = re.compile(r"[^\W\d_]+(?:[ \t]+[^\W\d_]+)*")  # words with nothing between them
_WORD = re.compile(r"[^\W\d_]+")
# Chosen on data/keywords (`riwaya measure keywords`).
_EARLY = 200  # words: what first stands here is worth much less than what stands in the first line
_NAMED = 2.5  # a name of a person, body or place, beside a phrase that is none
_BY_WORDS = {1: 0.6, 2: 1.3, 3: 1.3}
_RARITY = 0.6  # the power to which rarity counts: words of the subject are often common ones
_ONCE = 0.55  # what a phrase of several words that stands once is worth; twice is log 3
_SINGLE = 3  # letters that a phrase of one word has at least


@dataclass(slots=True)
class _Phrase:
    first: int
    forms: Counter[str] = field(default_factory=Counter)


def keyphrases(article: Article, mentions: Sequence[Mention] = (), most: int = 10) -> tuple[str, ...]:
    """The article's `most` telling phrases as it mostly writes them, the best first."""
    found = _phrases(article.text[:_READ])
    names = {_key(mention.name) for mention in mentions}
    times = Counter({key: phrase.forms.total() for key, phrase in found.items()})
    worth = {key: _worth(key, phrase, names) for key, phrase in found.items()}
    chosen: list[tuple[str, ...]] = []
    for key in sorted(worth, key=lambda key: (-worth[key], found[key].first)):
        if len(chosen) == most:
            break
        if not any(_part(key, other) and times[key] <= times[other] for other in chosen):
            chosen.append(key)
    return tuple(found[key].forms.most_common(1)[0][0] for key in chosen)


def _phrases(text: str) -> dict[tuple[str, ...], _Phrase]:
    found: dict[tuple[str, ...], _Phrase] = {}
    at = 0
    for run in _RUN.finditer(text):
        words = _WORD.findall(run[0])
        keys = [telling(word) for word in words]
        for start, end in _spans(keys):
            key = tuple(keys[start:end])
            found.setdefault(key, _Phrase(at + start)).forms[" ".join(words[start:end])] += 1
        at += len(words)
    return found


def _spans(keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Runs of telling words, each up to the longest."""
    for start, key in enumerate(keys):
        if not key:
            continue
        for end in range(start + 1, min(start + _LONGEST, len(keys)) + 1):
            if not keys[end - 1]:
                break
            yield start, end


def _worth(key: tuple[str, ...], phrase: _Phrase, names: set[tuple[str, ...]]) -> float:
    times = phrase.forms.total()
    if len(key) == 1 and len(key[0]) < _SINGLE:
        return 0.0
    rarity = sum(-math.log(background().get(part, UNSEEN)) for part in key) / len(key)
    often = math.log(1 + times) if times > 1 or len(key) == 1 else _ONCE
    early = 1 / (1 + phrase.first / _EARLY)
    return often * math.pow(rarity, _RARITY) * (0.5 + early) * _BY_WORDS[len(key)] * (_NAMED if key in names else 1.0)


def _key(name: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in _WORD.findall(fold(name)))


def _part(key: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a phrase is part of a longer one."""
    size = len(key)
    return size < len(other) and any(other[at : at + size] == key for at in range(len(other) - size + 1))
