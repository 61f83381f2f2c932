"""Slips of the press: a word one letter away from its copy that is neither inflected nor a variant spelling."""

_FEWEST = 3  # letters of the shorter word: among shorter ones a letter makes another word (من، عن)
# Letters that inflect where they stand (يعتزم/تعتزم، كبيره/كبيرا) or lengthen a vowel (كبير/كبار): a change of form.
_PREFIXES = frozenset("ايتنوفبكلس")
_SUFFIXES = frozenset("اهيتنومك")
_VOWELS = frozenset("اويء")
# Letters that two houses write for one foreign sound: spelling, not corruption (جونغ/جونج، غروزني/جروزني).
_SOUNDS = (frozenset("غجقك"), frozenset("تط"), frozenset("سصز"), frozenset("فب"), frozenset("هح"), frozenset("ظض"))


def corrupted(one: str, other: str) -> bool:
    """Whether two folded words are one word, one of them misprinted: نحث and نحز, العلنيه and العليه."""
    if min(len(one), len(other)) < _FEWEST or one == other or not (one + other).isalpha():
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    if len(a) == len(b):
        return _turned(a, b) or (a[1:] == b[1:] and _substituted(a, b, start))
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return long[1:] == short and _dropped(long, start)


def _turned(a: str, b: str) -> bool:
    """Two neighbouring consonants in each other's place; a long vowel moves in spelling (أمريكي, أميركي)."""
    return len(a) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:] and not {a[0], a[1]} & _VOWELS


def _substituted(a: str, b: str, start: int) -> bool:
    letters = {a[0], b[0]}
    if start == 0 and letters <= _PREFIXES:
        return False
    if len(a) == 1 and letters <= _SUFFIXES:
        return False
    return not (letters <= _VOWELS or any(letters <= sound for sound in _SOUNDS))


def _dropped(long: str, start: int) -> bool:
    """A letter missing inside the word; at its edges it may be a proclitic or an ending."""
    return start > 0 and len(long) > 1 and long[0] not in _VOWELS and long[0] != long[1]
