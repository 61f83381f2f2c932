"""Spelling keys: what of a name its spellings share.

Presses write the sound g as غ, ج, ق, ك or گ and put in or leave out the long vowels of a foreign name: جونغ/جونج,
ترامب/ترمب, سيرغي/سيرجي, فلاديفوستوك/فلاديفستوك. A foreign word's key is therefore its consonants. In an Arab name the
vowels are the name (حسن, حسين; سعد, سعيد, سعود; محمد, محمود), so its key keeps them.
"""

import re
from functools import cache, lru_cache

from riwaya.language.letters import fold
from riwaya.language.tokens import tokens
from riwaya.names.lexica import bare, name_words, titles

SPLIT = re.compile(r"[\s\-‐-―'’ʼ.·،_]+")
PASSED_OVER = frozenset(("بن", "ابن", "بنت", "ال"))
_JOINED = re.compile(r"\b(عبد|ابو|ابا|ابي|ام) (?=\w)")
_FAITH = "الدين"
_OF_FAITH = re.compile(r"(\w) (الدين)\b")  # صلاح الدين is one name of two words
_ARAB_ONLY = frozenset("حعضظثذ")  # letters that presses do not use for foreign sounds
_VOWELS = frozenset("اويهء")
_LAST = {"ا": "ا", "ه": "ا", "و": "و", "ي": "ي"}  # a last vowel is kept: بيتر, بيترو; ناديا, نادية
# One letter for the letters that presses choose between for one foreign sound.
_SOUNDS = str.maketrans("غجقگچطپڤژصزث", "كككككتبفسسسس")
_NEAR_SOUNDS = str.maketrans("غقگچطپڤژصزث", "جكججتبفسسسس")
_BARE_BONES = 2  # a word of so few consonants keeps its و: كيم, كوم
_LONG_ENOUGH = 5  # letters: بالي is no بل + ي


@lru_cache(maxsize=1 << 15)
def key(name: str) -> str:
    """The spelling key of a name of one word or more. Equal keys are taken for one name.

    A place or body of the tables is known by its name there: consonants do not tell الصين from سيناء.
    """
    return title(name) or " ".join(word_key(word) for word in parts(name))


def title(name: str) -> str | None:
    """The key of a place or body of the tables; None where it is none."""
    return titles().get(tuple(token.folded for token in tokens(name)))


@cache
def listed() -> frozenset[str]:
    """The keys of places and bodies of the tables."""
    return frozenset(titles().values())


def parts(name: str) -> tuple[str, ...]:
    """The folded words of a name that count: hyphens split, عبد, أبو and الدين joined to their word, بن passed over."""
    return tuple(w for i, w in enumerate(written(name)) if i == 0 or w not in PASSED_OVER)


def written(name: str) -> list[str]:
    """The same with بن and آل left in."""
    folded = _JOINED.sub(r"\1", " ".join(SPLIT.split(fold(name).strip())))
    return _OF_FAITH.sub(r"\1\2", folded).split()


def arab(word: str) -> bool:
    """Whether a folded word is an Arab name, whose vowels count."""
    known = name_words()
    plain = word if word in known.known else bare(word)
    marked = not _ARAB_ONLY.isdisjoint(plain) or plain.endswith(_FAITH)
    return plain in known.arab or (plain not in known.foreign and marked)


@cache
def foreign_keys() -> frozenset[str]:
    """Keys of the foreign names of the tables that no everyday word is spelled like."""
    known = name_words()
    return frozenset(_foreign_key(word) for word in known.foreign - known.everyday)


@lru_cache(maxsize=1 << 16)
def word_key(word: str) -> str:
    """The key of one folded word."""
    plain = word if word in name_words().known else bare(word)
    if not plain or plain[0] < "ء":
        return plain
    return arab_key(plain) if arab(word) else _foreign_key(plain)


def arab_key(word: str) -> str:
    """An Arab name's key: its letters, بل for the Maghreb's بال (بلحاج, بالحاج)."""
    word = word.replace("ء", "").replace("رحمان", "رحمن")
    word = "بل" + word[3:] if word.startswith("بال") and len(word) > _LONG_ENOUGH else word
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
    word = undoubled(word.replace("تش", "ش"))
    return word[:1] + "".join(letter for letter in word[1:] if letter not in _VOWELS)


def undoubled(word: str) -> str:
    """The word, a letter that stands beside its like once: داوود, داود."""
    return "".join(letter for i, letter in enumerate(word) if i == 0 or letter != word[i - 1])
