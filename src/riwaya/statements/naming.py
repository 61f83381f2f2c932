"""How far a proper name goes within a noun phrase."""

from riwaya.records import NameKind
from riwaya.statements.closed import closed
from riwaya.statements.nouns import Class, HeadKind, classes, head, is_masdar, proper
from riwaya.statements.phrase import Phrase, Walk

_WITHIN = closed("walk within")
_LONGEST_NAME = 6


def takes_name(walk: Walk, start: Phrase) -> bool:
    word, read = walk.word, walk.at - (walk.name_from or 0)
    people = start.kind in (HeadKind.NAME, HeadKind.ROLE, HeadKind.SOURCE)
    if word.startswith("لل") or read >= _LONGEST_NAME or not word[0].isalnum():
        return False
    if (
        classes(word) & {Class.OCCASION, Class.AUDIENCE}
        or _noun_after_name(walk, read)
        or _goods_after_name(walk, read)
    ):
        return False
    if read > 0 and walk.verb is not None and walk.verb.person and _another(walk):
        return False
    if people and _nobody(walk, read):
        return False
    walk.at += 1
    return True


def _another(walk: Walk) -> bool:
    """طالب الأزهر إيران: a state or body after a name is the one spoken to."""
    found = walk.view.mention.get(walk.at)
    return found is not None and found[0].kind is not NameKind.PERSON


def _noun_after_name(walk: Walk, read: int) -> bool:
    """Another office or body right after a name: it stands beside the name, or is the one spoken to."""
    noun = head(walk.word)
    if noun is None:
        return False
    follows = walk.view.word(walk.at + 1)
    described = follows.startswith("ال") or head(follows) is not None or follows in _WITHIN
    if noun.definite and noun.kind is HeadKind.ROLE and read > 1 and follows.startswith("ال"):
        return True  # كمال نعيم المدير التنفيذي
    beside = not noun.definite and noun.kind is not HeadKind.ORG and read > 0 and (described or read > 1)
    spoken_to = walk.verb is not None and walk.verb.person and (noun.plural or noun.kind is HeadKind.ORG)
    return beside or spoken_to


def _goods_after_name(walk: Walk, read: int) -> bool:
    """Given name and surname are read: the next noun with ال is what the verb is about."""
    return walk.verb is not None and "object" in walk.verb.frames and walk.word.startswith("ال") and read > 1


def _nobody(walk: Walk, read: int) -> bool:
    """Words no person is called: a state, a verbal noun with ال, ل with a body (قال X لهيئة الإذاعة)."""
    word = walk.word
    if word.startswith("ال"):
        return word.endswith("ات") or is_masdar(word)
    if word.startswith("ل") and read > 0 and head(word[1:]) is not None:
        return True
    return proper(walk.view.words, walk.at, word) is not None
