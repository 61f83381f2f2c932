"""Where a subject ends because what the verb is about, or whom it addresses, begins."""

from riwaya.statements import frames
from riwaya.statements.addressed import NISBA, other_office
from riwaya.statements.nouns import HeadKind, head, is_masdar
from riwaya.statements.phrase import Phrase, Walk
from riwaya.statements.verbs import Verb

ADJECTIVES = ("ي", "يه", "يون", "يين", "يات", "يتان", "يان", "ان", "ون", "ين", "ه")
_BODIES = (HeadKind.ORG, HeadKind.GROUP)


def is_goods(walk: Walk, start: Phrase) -> bool:
    """A verbal noun is what is announced or denied, a second body what is accused: no part of the subject's name."""
    word, verb = walk.word, walk.verb
    if verb is None or not (verb.person or "object" in verb.frames):
        return False
    closed = full(start) or walk.at > start.first + 1
    if word.startswith("ال"):
        noun = head(word)
        other = verb.person and noun is not None and (noun.kind in _BODIES or other_office(walk, start))
        return closed and _defined(walk) and (other or is_masdar(word))
    return closed and (frames.is_goods(walk.view, walk.at) or _new_noun(walk, verb))


def _new_noun(walk: Walk, verb: Verb) -> bool:
    """اتهمت الحكومة جماعة كذا, استغرب مصدر مسؤول تصريحات: a bare noun belongs to no definite or described one."""
    noun, before = head(walk.word), walk.view.word(walk.at - 1)
    if noun is None:
        return False
    if noun.kind is HeadKind.DOCUMENT:
        return noun.plural and before.endswith((*ADJECTIVES, "ول")) and "object" in verb.frames
    return verb.person and before.startswith("ال")


def _defined(walk: Walk) -> bool:
    """Whether the word before carries ال, is an adjective or part of a name, so that no genitive can follow it."""
    before = walk.view.word(walk.at - 1)
    return before.startswith("ال") or before.endswith(NISBA) or walk.name_from is not None or head(before) is None


def full(start: Phrase) -> bool:
    return start.head is None or start.head.definite
