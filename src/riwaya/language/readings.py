"""What a word may be, by its letters alone: every way to take و ف ب ك ل س ال off its front and a pronoun off its end.

Which of them it is, `clitics` says. A word is given twice, letter by letter: folded, and as written without its marks,
since أ is no article's alef and ة no pronoun.
"""

from collections.abc import Iterator
from dataclasses import dataclass

PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "كم", "نا", "ني", "ه", "ك")
_FEWEST = 2  # letters of a stem
_ME = 3  # letters before ني: أخبرني, not لبني


@dataclass(frozen=True, slots=True)
class Reading:
    """A stem at `start:end` of the word. `stem` is folded and as it is written alone: مدينت in مدينتها is مدينه.

    `ta`: whether its last ه would be written ة alone. `alef`: whether it begins with ال as the article is written.
    """

    proclitics: tuple[str, ...]
    start: int
    end: int
    stem: str
    ta: bool
    alef: bool = False
    enclitics: tuple[str, ...] = ()


def readings(key: str, written: str) -> Iterator[Reading]:
    """Every reading of the word `key` folded, `written` as it stands; the first is the whole word."""
    for proclitics, start in fronts(key, written):
        if len(key) - start >= _FEWEST or not proclitics:
            yield Reading(proclitics, start, len(key), key[start:], written[-1:] == "ة", _article(key, written, start))
        if proclitics[-1:] != ("ال",) and not _article(key, written, start):
            yield from _with_pronoun(key, written, proclitics, start)


def fronts(key: str, written: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Proclitics that may stand in front, with the place where the rest begins; none first."""
    joiners = [((), 0), ((key[0],), 1)] if key[:1] in ("و", "ف") else [((), 0)]
    for joined, at in joiners:
        yield joined, at
        first, second = key[at : at + 1], key[at + 1 : at + 2]
        if _article(key, written, at):
            yield (*joined, "ال"), at + 2
        if first in ("ب", "ك", "ل"):
            yield (*joined, first), at + 1
            if first == "ل" == second:
                yield (*joined, "ل", "ال"), at + 2  # ل and ال are written لل
            elif first != "ل" and _article(key, written, at + 1):
                yield (*joined, first, "ال"), at + 3
        elif first == "س" and second in ("ا", "ي", "ت", "ن"):
            yield (*joined, "س"), at + 1


def _article(key: str, written: str, at: int) -> bool:
    return key[at : at + 2] == "ال" and written[at] in "اٱﺍﻻ"


def _with_pronoun(key: str, written: str, proclitics: tuple[str, ...], start: int) -> Iterator[Reading]:
    if not key.endswith(PRONOUNS) or written[-1] == "ة":
        return
    for pronoun in PRONOUNS:
        end = len(key) - len(pronoun)
        if not key.endswith(pronoun) or end - start < _FEWEST:
            continue
        if pronoun == "ني" and end - start < _ME:
            continue
        for stem, ta in _alone(key[start:end], written[end - 1]):
            yield Reading(proclitics, start, end, stem, ta, enclitics=(pronoun,))


def _alone(stem: str, last: str) -> Iterator[tuple[str, bool]]:
    """How a stem that a pronoun follows is written without it, and whether that ends in ة."""
    yield stem, False
    if stem.endswith("ت"):
        yield f"{stem[:-1]}ه", True  # مدينتها
    elif stem.endswith("ا"):
        yield f"{stem[:-1]}ي", False  # مستواها
    elif last in "ؤئ":
        yield f"{stem[:-1]}ء", False  # أبناؤها, أبنائها
    elif stem.endswith("و"):
        yield f"{stem}ا", False  # أبلغوها
