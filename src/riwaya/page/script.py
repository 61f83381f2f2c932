"""Is it Arabic? Words against words of the other languages that use its letters; letters against other scripts."""

import re
import unicodedata
from collections import Counter
from functools import cache

from riwaya.language import lexicon
from riwaya.language.letters import fold

ARABIC = re.compile(
    "[\u0621-\u064a\u0671-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc]+"
)
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_ENOUGH = 20_000  # letters are looked at no further than this: a book says what it is in its first chapter
_WORDS_ENOUGH = 5_000
_MIN_SHARE = 0.2  # of letters: an Arabic page on a Latin-named thing still has half
_MIN_HITS = 3
_LEAD = 1.5
_NAMES = {"fa": "Persian", "ur": "Urdu", "ckb": "Kurdish", "ps": "Pashto", "ug": "Uyghur"}


def foreign(text: str) -> str | None:
    """Why `text` is not Arabic, in a line; None where it is, or is too short and mixed to tell."""
    text = text[:_ENOUGH]
    letters = sum(map(len, _WORD.findall(text)))
    arabic = count(text)
    if arabic == 0:
        return f"no Arabic letter among {letters}"
    if letters > 40 and arabic < _MIN_SHARE * letters:  # noqa: PLR2004  # a line
        return f"{arabic / letters:.0%} Arabic letters, the rest {_script(text)}"
    counts = _counts(text)
    other, hits = max(((code, counts[code]) for code in _NAMES), key=lambda pair: pair[1])
    if hits >= _MIN_HITS and hits > _LEAD * counts["ar"]:
        return f"{_NAMES[other]}, by {hits} of its words against {counts['ar']} Arabic ones"
    return None


def count(text: str) -> int:
    """How many letters of `text` are Arabic."""
    return sum(map(len, ARABIC.findall(text)))


def plausible(text: str) -> float:
    """Share of the words of `text` that are common Arabic words or carry the article: near 0.4 in news, 0 in noise."""
    common = _words()["ar"]
    words = fold(text[:_ENOUGH]).split()
    hits = sum(word in common or (word.startswith("ال") and len(word) > 3) for word in words)  # noqa: PLR2004  # ال and a word
    return hits / len(words) if words else 0.0


def _counts(text: str) -> Counter[str]:
    tables = _words()
    sample = _MARKS.sub("", text[:_WORDS_ENOUGH])
    raw, folded = Counter(_WORD.findall(sample)), Counter(_WORD.findall(fold(sample)))
    found = Counter({code: sum(raw[word] for word in tables[code]) for code in _NAMES})
    found["ar"] = sum(folded[word] for word in tables["ar"])
    return found


def _script(text: str) -> str:
    names = Counter(
        unicodedata.name(letter, "unnamed").split()[0].capitalize()
        for letter in text[:_WORDS_ENOUGH]
        if letter.isalpha()
    )
    del names["Arabic"]
    return names.most_common(1)[0][0] if names else "other"


@cache
def _words() -> dict[str, frozenset[str]]:
    rows = lexicon.rows("riwaya.page", "scripts.tsv")
    exact = {code: frozenset(word for c, word in rows if c == code) for code in _NAMES}
    return exact | {"ar": frozenset(fold(word) for code, word in rows if code == "ar")}
