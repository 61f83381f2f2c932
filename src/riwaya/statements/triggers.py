"""Which patterns a word may begin, so that each looks at few words: nine of ten begin none."""

from enum import StrEnum
from functools import lru_cache

from riwaya.language.clitics import joined
from riwaya.statements.closed import closed
from riwaya.statements.nouns import of_saying, said_again
from riwaya.statements.verbs import forms

NEGATIONS = closed("cues negations")
DENIALS = closed("nominal denials")
FAILED = closed("silence failed")
ALONE = closed("sources alone")
WITH_L = closed("sources with l")
_HOLDS = closed("papers hold")
_ON = ("علي", "وعلي")  # on: a source only with these after it
_TONGUE = closed("sources tongue") | {"حد"}
WITH_A_WORD = {"نقلا": "عن", "استنادا": "الي", "علي": "", "وفقا": "", "طبقا": ""}


class Trigger(StrEnum):
    CUE = "cue"
    SOURCE = "source"
    NOUN = "noun"
    SILENCE = "silence"
    PAPER = "paper"


@lru_cache(maxsize=1 << 17)
def triggers(word: str) -> tuple[Trigger, ...]:
    """Of a folded word, read with and without a leading و or ف."""
    rest = joined(word)[1]
    both = {word, rest}
    tests = (
        (Trigger.CUE, word in forms() or rest in forms()),
        (Trigger.SOURCE, word in forms() or any(w in ALONE or w in WITH_L or w in WITH_A_WORD for w in both)),
        (Trigger.NOUN, any(w in of_saying() or w in DENIALS for w in both) or said_again(word) is not None),
        (Trigger.SILENCE, word in NEGATIONS or word in FAILED),
        (Trigger.PAPER, word in _HOLDS or rest in _HOLDS),
    )
    return tuple(kind for kind, holds in tests if holds)


def marked(words: list[str]) -> dict[Trigger, list[int]]:
    """Token indices by the pattern that may begin there."""
    found: dict[Trigger, list[int]] = {kind: [] for kind in Trigger}
    for i, word in enumerate(words):
        for kind in triggers(word):
            if word not in _ON or (i + 1 < len(words) and words[i + 1] in _TONGUE):
                found[kind].append(i)
    return found
