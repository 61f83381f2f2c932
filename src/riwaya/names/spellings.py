"""Spellings of one name: a key that house spellings share, and a comparison for what the key keeps apart.

Presses write the sound g as غ, ج, ق, ك or گ and put in or leave out the long vowels of a foreign name: جونغ/جونج,
ترامب/ترمب, سيرغي/سيرجي, فلاديفوستوك/فلاديفستوك. A foreign word's key is therefore its consonants. In an Arab name the
vowels are the name (حسن, حسين; سعد, سعيد, سعود; محمد, محمود), so its key keeps them.
"""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from riwaya.language.letters import fold
from riwaya.language.tokens import tokens
from riwaya.names.lexica import bare, name_words, titles
from riwaya.names.likeness import distance

_SPLIT = re.compile(r"[\s\-‐-―'’ʼ.·،_]+")
_JOINED = re.compile(r"\b(عبد|ابو|ابا|ابي|ام) (?=\w)")
_ARAB_ONLY = frozenset("حعضظثذ")  # letters that presses do not use for foreign sounds
_VOWELS = frozenset("اويهء")
_PASSED_OVER = frozenset(("بن", "ابن", "بنت", "ال"))
_LAST = {"ا": "ا", "ه": "ا", "و": "و", "ي": "ي"}  # a last vowel is kept: بيتر, بيترو; ناديا, نادية
# One letter for the letters that presses choose between for one foreign sound.
_SOUNDS = str.maketrans("غجقگچطپڤژصزث", "كككككتبفسسسس")
_ALONE, _AMONG = (0.1, 0.08), (0.2, 0.1)  # how far words may lie apart: at most, and more for each letter
_PAIR = 2
_SLIPS_FROM = 4  # letters of a word that one lost letter leaves recognisable
_NEAR_SOUNDS = str.maketrans("غقگچطپڤژصزث", "جكججتبفسسسس")
_BARE_BONES = 2  # a word of so few consonants keeps its و: كيم, كوم


@lru_cache(maxsize=1 << 15)
def key(name: str) -> str:
    """The spelling key of a name of one word or more. Equal keys are taken for one name.

    A place or body of the tables is known by its name there: consonants do not tell الصين from سيناء.
    """
    listed = titles().get(tuple(token.folded for token in tokens(name)))
    return listed or " ".join(_word(word) for word in parts(name))


def parts(name: str) -> tuple[str, ...]:
    """The folded words of a name that count: hyphens split, عبد and أبو joined to what follows, بن passed over."""
    folded = _JOINED.sub(r"\1", " ".join(_SPLIT.split(fold(name).strip())))
    words = [w for w in folded.split() if w]
    return tuple(w for i, w in enumerate(words) if i == 0 or w not in _PASSED_OVER)


def arab(word: str) -> bool:
    """Whether a folded word is an Arab name, whose vowels count."""
    known = name_words()
    plain = word if word in known.known else bare(word)
    return plain in known.arab or (plain not in known.foreign and not _ARAB_ONLY.isdisjoint(plain))


@cache
def foreign_keys() -> frozenset[str]:
    """Keys of the foreign names of the tables that no everyday word is spelled like."""
    known = name_words()
    return frozenset(_foreign_key(word) for word in known.foreign - known.everyday)


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> str:
    plain = word if word in name_words().known else bare(word)
    if not plain or plain[0] < "ء":
        return plain
    return _arab_key(plain) if arab(word) else _foreign_key(plain)


def _arab_key(word: str) -> str:
    word = word.replace("ء", "").replace("رحمان", "رحمن")
    return word[:-1] + "ه" if word.endswith("ا") else word


def _foreign_key(word: str) -> str:
    sounds = _bones(word.translate(_SOUNDS))
    if len(sounds) <= _BARE_BONES:  # كيري and غاري, جال and كايل: too little is left to take غ for ك
        sounds = _bones(word.translate(_NEAR_SOUNDS))
        sounds = sounds[:1] + ("و" if "و" in word[1:] else "") + sounds[1:]
    last = _LAST.get(word[-1], "") if len(word) > _BARE_BONES else ""
    return sounds + last


def _bones(word: str) -> str:
    """The first letter and the consonants, doubled letters once, تش as ش."""
    word = _undoubled(word.replace("تش", "ش"))
    return word[:1] + "".join(letter for letter in word[1:] if letter not in _VOWELS)


def _undoubled(word: str) -> str:
    return "".join(letter for i, letter in enumerate(word) if i == 0 or letter != word[i - 1])


def same(a: str, b: str) -> bool:
    """Whether two spellings name one person, body or place, as far as letters tell: keys equal, or each word near.

    The words must be as many; أدريان and أديان are not the same here but a `slip`, which role and rest must bear out.
    """
    if key(a) == key(b):
        return True
    left, right = parts(a), parts(b)
    if len(left) != len(right):
        return _run_together(left) == _run_together(right)
    bound, each = _ALONE if len(left) == 1 else _AMONG
    return bool(left) and all(
        _word(x) == _word(y)
        or (not _told_apart(x, y) and distance(bare(x), bare(y)) <= bound + each * max(len(x), len(y)))
        for x, y in zip(left, right, strict=True)
    )


def slip(a: str, b: str) -> bool:
    """Whether two names of two words or more differ by one letter lost or changed in one word (أدريان, أديان)."""
    left, right = parts(a), parts(b)
    if len(left) != len(right) or len(left) < _PAIR:
        return False
    apart = [(x, y) for x, y in zip(left, right, strict=True) if _word(x) != _word(y)]
    return len(apart) == 1 and not any(map(arab, apart[0])) and _slipped(*apart[0])


def _slipped(a: str, b: str) -> bool:
    """One letter inside a word of some length: the first and last stay (جو and جون, بيتر and بيترو are two names)."""
    long = min(len(a), len(b)) >= _SLIPS_FROM
    return long and (a[0], a[-1]) == (b[0], b[-1]) and Levenshtein.distance(a, b) == 1


def _told_apart(a: str, b: str) -> bool:
    """Two Arab names that both stand in the tables are two names, however near: سعد, سعيد."""
    known = name_words().arab
    return bare(a) in known and bare(b) in known and bare(a) != bare(b)


def _run_together(words: tuple[str, ...]) -> str:
    """The key without word breaks and without the vowels that open words: بيونغ يانغ, بيونغيانغ; جونغ أون, جونغون."""
    joined = "".join(words)
    return _word(joined) if joined else ""
