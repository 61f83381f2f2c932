"""Whether the next word of a phrase names those spoken to, and so ends it."""

from riwaya.statements import frames
from riwaya.statements.closed import closed
from riwaya.statements.nouns import HeadKind, head, owned
from riwaya.statements.phrase import Phrase, Walk
from riwaya.statements.verbs import Verb

NISBA = ("ي", "يه")
RANKS = closed("walk ranks")
_WITHIN_NAME = 5  # tokens from باسم to what the body is of


def told(walk: Walk, verb: Verb) -> bool:
    """دعت وزارة الصحة الجميع إلى, دعا الوزير السوري الدروز وباقي الأطراف إلى: those addressed."""
    view, word, before = walk.view, walk.word, walk.view.word(walk.at - 1)
    if verb.person and before.startswith("ال") and owned(word) is not None:
        return True  # طالب النجم السابق محاميه بكذا
    if not verb.person or not word.startswith("ال") or not before.startswith("ال") or word in RANKS:
        return False
    follows = view.word(walk.at + 1)
    if frames.opens(verb, view, walk.at + 1) is None and not follows.startswith("و"):
        return False
    people = word == "الجميع" or (word.endswith("ين") and not word.endswith("يين"))
    return people or (before.endswith(NISBA) and not word.endswith(NISBA) and not word.endswith("ين"))


def is_addressee(walk: Walk) -> bool:
    """لمجلة, للصحفيين, لنظيره: to whom it was said; but the general director *of* an agency is one phrase."""
    word = walk.word
    if not word.startswith("ل") or walk.view.word(walk.at - 1) in RANKS:
        return False
    if word == "ل":
        return True
    noun = head(frames.after_l(word))
    if noun is not None and noun.kind is HeadKind.ROLE and not noun.plural and "باسم" in _before(walk):
        return False  # المتحدث باسم الفريق الانتقالي للرئيس
    return frames.to_audience(walk.view, walk.at)


def other_office(walk: Walk, start: Phrase) -> bool:
    """اتهم النائب الوزير: two offices side by side, where the second is no rank of the first (المدير العام)."""
    kind = start.head.kind if start.head is not None else None
    lone = kind is HeadKind.ORG or (kind is HeadKind.ROLE and walk.at == start.first + 1)
    noun = head(walk.word)
    return lone and noun is not None and noun.kind is HeadKind.ROLE and walk.word not in RANKS


def _before(walk: Walk) -> list[str]:
    return walk.view.words[max(0, walk.at - _WITHIN_NAME) : walk.at]
