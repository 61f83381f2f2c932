"""Spellings of one name compared, word by word, for what their keys (`keys.py`) keep apart or throw together."""

from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz.distance import Levenshtein

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.names.keys import (
    PASSED_OVER,
    SPLIT,
    arab,
    arab_key,
    foreign_keys,
    key,
    listed,
    parts,
    title,
    undoubled,
    word_key,
    written,
)
from riwaya.names.lexica import bare, name_words, sort
from riwaya.names.likeness import APART, EQUAL, VOWELS, Edit, Likeness, costs, likeness, worth

__all__ = ["Verdict", "arab", "compare", "foreign_keys", "key", "parts", "same", "shortens", "slip"]

# The least score of words whose keys differ, and of those whose keys agree: of a word that stands alone, and of one
# among others that agree too. Set on the training half at 8 and at 12 names falsely joined of 100 one letter apart.
_ALONE, _AMONG = (0.8, 0.3), (0.0, -1.0)
_DEAR = -2.0  # the weight of one edit that tells two full names apart
_LONG = frozenset("-اوي")
_EXCHANGED = ("او", "اي", "وي")
_PART = 2  # at most one change to so many letters
_LONGEST = 12  # words; longer strings are no names
_PAIR = 2
_ROOT = 4  # consonants of an Arab root, at most
_SLIPS_FROM = 4  # letters of a word that one lost letter leaves recognisable


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two spellings are one name as far as letters tell, how sure (log likelihood ratio), and what differs."""

    same: bool
    score: float
    why: str


def same(a: str, b: str) -> bool:
    """Whether two spellings name one person, body or place, as far as letters tell.

    أدريان and أديان are not the same here but a `slip`, which role and rest must bear out.
    """
    return compare(a, b).same


def compare(a: str, b: str) -> Verdict:
    """As `same`, with the evidence: word by word, fathers' names and titles passed over where the rest agrees."""
    left, right = parts(a), parts(b)
    if not left or not right or max(len(left), len(right)) > _LONGEST:
        return Verdict(bool(left) and left == right, 0.0, "the same words" if left and left == right else "no words")
    seated = _seated(a) | _seated(b)
    if left == right or (key(a) == key(b) and key(a) in listed()):
        return Verdict(True, EQUAL, "the same words")
    if title(a) and title(b):  # النيجر, نيجيريا; ليبيا, ليبيريا
        return Verdict(False, APART, "two names of the tables")
    if len(left) == len(right):
        return _by_words(left, right, seated)
    if _run_together(left) == _run_together(right):
        return Verdict(True, EQUAL / 2, "the same words, run together")
    short, full = sorted((left, right), key=len)
    return _shorter(short, full, a if full == left else b, seated)


def _seated(name: str) -> frozenset[str]:
    """Folded words that open with a hamza on its alef: the أل of أليكسي is no article."""
    return frozenset(fold(word) for word in SPLIT.split(name) if word[:1] in ("أ", "إ", "آ"))


def _shorter(short: tuple[str, ...], full: tuple[str, ...], name: str, seated: frozenset[str]) -> Verdict:
    """A title before the name, or father's names in it, that the other leaves out.

    سيد عباس عراقجي is عباس عراقجي; محمد بن سلمان بن عبدالعزيز is محمد بن سلمان; عادل بن أحمد الجبير is عادل الجبير.
    """
    if len(short) < _PAIR:
        return Verdict(False, 0.0, "a single word tells no full name")
    if len(full) == len(short) + 1 and bare(full[0]) in sort("courtesy"):
        return replace(_by_words(short, full[1:], seated), why=f"{full[0]} is a title")
    chain = _chained(name)
    kept = tuple(word for word, father in zip(full, chain, strict=True) if not father)
    for shorter, what in ((full[: len(short)], chain[len(short) :]), (kept, [True])):
        if len(shorter) == len(short) and all(what) and (found := _by_words(short, shorter, seated)).same:
            return _without(found, full, shorter)
    if short[-1] == full[-1] and shortens(tuple(map(word_key, short)), tuple(map(word_key, full))):
        return _without(Verdict(True, EQUAL / 2, ""), full, short)
    return Verdict(False, 0.0, "other words")


def _without(found: Verdict, full: tuple[str, ...], shorter: tuple[str, ...]) -> Verdict:
    left_out = " ".join(word for word in full if word not in shorter)
    return replace(found, why="; ".join(part for part in (found.why, f"without {left_out}") if part))


def _chained(name: str) -> list[bool]:
    """Of each word that counts, whether بن or آل stands before it."""
    words = written(name)
    counted = [i for i, word in enumerate(words) if i == 0 or word not in PASSED_OVER]
    return [i > 0 and words[i - 1] in PASSED_OVER for i in counted]


def _by_words(left: tuple[str, ...], right: tuple[str, ...], seated: frozenset[str]) -> Verdict:
    near, keyed = _ALONE if len(left) == 1 else _AMONG
    beside_arab = any(x == y and arab(x) for x, y in zip(left, right, strict=True))
    score, told = 0.0, []
    for place, (x, y) in enumerate(zip(left, right, strict=True), 1):
        found = _words_alike(x, y, seated)
        bound = keyed if word_key(x) == word_key(y) else near
        last = _of_surnames if place == len(left) else _of_words
        tells = _of_arab_names if beside_arab and _maybe_arab(x, y) else last
        # فلان العتيبي, فلان طيبة: each change likely, the surname another.
        scattered = place == len(left) > 1 and len(found.edits) > max(len(bare(x)), len(bare(y))) // _PART
        if found.score < bound or scattered or (len(left) > 1 and any(map(tells, found.edits))):
            return Verdict(False, found.score, f"{x} ≠ {y}")
        score += found.score if found.edits else 0.0
        told += [f"{x} = {y} ({', '.join(found.edits)})"] if found.edits else []
    return Verdict(True, score if told else EQUAL, "; ".join(told))


# --- changes that make another full name alone, however long and like the rest is ------------------------------------


def _of_words(edit: Edit) -> bool:
    """A consonant more or less (إيفانا, إيفانكا) or a last letter (بيتر, بيترو; لافروف, لافروفا; ميلي, ميليت)."""
    last = edit[0] == "-" and edit[1] != "ه" and edit.endswith(("F", "Fv"))
    return last or worth(edit, costs()) < _DEAR


def _of_surnames(edit: Edit) -> bool:
    """Also a long vowel for another (ماتيو سالفيني, ماتيو سالفاني); given names change theirs: ديفيد, دافيد."""
    return _of_words(edit) or edit[:2] in _EXCHANGED


def _of_arab_names(edit: Edit) -> bool:
    """Beside an Arab name that both share, also a و or ي, or ة (قاسم سليماني, قاسم سلماني; أحمد قريع, أحمد قريعة)."""
    vowels = not edit.endswith("2") and bool(set(edit[:2]) & {"و", "ي"}) and set(edit[:2]) <= _LONG
    return _of_words(edit) or vowels or edit == "-ه.F"


def _maybe_arab(x: str, y: str) -> bool:
    """Whether vowels may be what tells two words apart: no two foreign given names (ميشال, ميشيل), no long words.

    An Arab root has four consonants at most; كليتشدار is none.
    """
    known = name_words()
    if not known.foreign.isdisjoint((x, y)) and {x, y} <= known.given:
        return False
    return min(len(_consonants(x)), len(_consonants(y))) <= _ROOT


def _consonants(word: str) -> str:
    return "".join(letter for letter in bare(word) if letter not in VOWELS)


def _of_arab_words(edit: Edit) -> bool:
    """In words of Arab letters both, any long vowel (شلح, شلاح); عراقجي and عراقتشي change a consonant."""
    return not edit.endswith("2") and set(edit.partition(".")[0]) <= _LONG


def _words_alike(x: str, y: str, seated: frozenset[str]) -> Likeness:
    if x != y and max(len(x), len(y)) <= _PAIR:  # يي, لي
        return Likeness(APART, ())
    one_key = arab(x) and arab(y) and word_key(x) == word_key(y)  # ناديا, نادية; رحمن, رحمان
    if one_key or _written_on(x, y) or _written_on(y, x):
        return Likeness(EQUAL, ())
    if seated.isdisjoint((x, y)) and _articled(x) and _articled(y):  # العليمي, العلمي; الصدر, الصدري
        return Likeness(EQUAL if arab_key(x) == arab_key(y) else APART, ())
    if _told_apart(x, y):
        return Likeness(APART, ())
    found = likeness(x, y)
    if x.startswith("ال") != y.startswith("ال"):  # القذافي, قذافي
        found = max(found, likeness(bare(x), bare(y)), key=lambda one: one.score)
    if arab(x) and arab(y) and any(map(_of_arab_words, found.edits)):
        return Likeness(APART, found.edits)
    return found


def _written_on(long: str, short: str) -> bool:
    """بن written on to its word (بنكيران, بن كيران), or an alef put before two consonants (امبابي, مبابي)."""
    if len(short) < _SLIPS_FROM or not long.endswith(short) or arab(short):
        return False
    before = long[: -len(short)]
    return before == "بن" or (before == "ا" and VOWELS.isdisjoint(short[:2]))


def slip(a: str, b: str) -> bool:
    """Whether two names of two words or more differ by one letter lost or changed in one word (أدريان, أديان)."""
    left, right = parts(a), parts(b)
    if len(left) != len(right) or len(left) < _PAIR:
        return False
    apart = [(x, y) for x, y in zip(left, right, strict=True) if word_key(x) != word_key(y)]
    return len(apart) == 1 and not any(map(arab, apart[0])) and _slipped(*apart[0])


def _slipped(a: str, b: str) -> bool:
    """One letter inside a word of some length: the first and last stay (جو and جون, بيتر and بيترو are two names)."""
    long = min(len(a), len(b)) >= _SLIPS_FROM
    return long and (a[0], a[-1]) == (b[0], b[-1]) and Levenshtein.distance(a, b) == 1


def _told_apart(a: str, b: str) -> bool:
    """Two Arab names that both stand in the tables are two names, however near: سعد, سعيد; but داود is داوود."""
    known = name_words().arab
    if frozenset((bare(a), bare(b))) in _apart():
        return True
    return bare(a) in known and bare(b) in known and undoubled(bare(a)) != undoubled(bare(b))


@cache
def _apart() -> frozenset[frozenset[str]]:
    """Pairs of words that the table knows for two."""
    return frozenset(frozenset(map(fold, row)) for row in lexicon.rows("riwaya.names", "apart.tsv"))


def _articled(word: str) -> bool:
    return bare(word) != word and bare(word) not in name_words().foreign


def _run_together(words: tuple[str, ...]) -> str:
    """The key without word breaks and without the vowels that open words: بيونغ يانغ, بيونغيانغ; جونغ أون, جونغون."""
    joined = "".join(words)
    return word_key(joined) if joined else ""


def shortens(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name of two words or more is short for a fuller one, words by their keys.

    محمد بن سلمان begins محمد بن سلمان بن عبدالعزيز; عادل الجبير leaves the father out of عادل بن أحمد الجبير. But
    أحمد علي is not أحمد محمد علي: without a family's name nothing may be left out, nor in foreign names (لي كه تشيانغ).
    """
    if len(short) >= len(full) or not short:
        return False
    if full[: len(short)] == short:
        return True
    if short[0] != full[0] or short[-1] != full[-1] or short[-1] in name_words().given:
        return False
    rest = iter(full)
    left_out = [word for word in full if word not in short]
    return all(any(word == other for other in rest) for word in short) and all(map(arab, left_out))
