"""Subjects before their verb: وكان X قد أعلن, والوزير قال, X الذي قال; and whether verb and subject agree."""

from riwaya.records import Act
from riwaya.statements import region
from riwaya.statements.adjuncts import Region
from riwaya.statements.backward import time_clause
from riwaya.statements.closed import closed
from riwaya.statements.cues import Cue, as_for
from riwaya.statements.draft import AdjunctKind
from riwaya.statements.nouns import Class, HeadKind, classes, is_masdar
from riwaya.statements.parts import At
from riwaya.statements.phrase import RELATIVES, Phrase
from riwaya.statements.reading import after_l
from riwaya.statements.verbs import Gender, Number, Tense
from riwaya.statements.view import COMMAS, DASHES

_LONGEST_SUBJECT = 24  # tokens looked back over for a subject before its verb
_TRIES = 4
_LONGEST_NEW = 3  # tokens of a name that nothing but its place vouches for
_HARD = closed("subjects hard")
_GOING_ON = closed("subjects going on")
_BEFORE_NOW = ("سبق", "وسبق")
_AS_FOR = ("اما", "واما")
_LED = closed("subjects led")


def subject_before(at: At) -> Region | None:
    """وكان المجلس البلدي قد أعلن, والوزير قال, الرئيس الذي قال: the phrase that fills the room before the verb."""
    view, end = at.view, at.cue.first
    if time_clause(view, end):
        return None
    if view.word(end) in _BEFORE_NOW:
        return _before_now(at, end)
    relative = view.word(end - 1) in RELATIVES
    if relative:
        end -= 1
    elif at.cue.joiner and not (at.cue.joiner == "ف" and as_for(view, at.cue.at)):
        return None  # …، وقال: another clause, whose subject stands after the verb or before in an own clause
    parted = end > 0 and view.word(end - 1) in COMMAS
    while end > 0 and (view.word(end - 1) in COMMAS or view.word(end - 1) in DASHES):
        end -= 1
    starts, opened_by_kan = _starts(at, end)
    i = starts[-1]
    for start in sorted(starts[-_TRIES:] if not relative else range(i, end)):
        got = _fills(at, start, end)
        put_in = opened_by_kan or (got is not None and (got.adjuncts or got.apposed)) or view.word(start - 1) in _LED
        if got is not None and parted and not relative and not put_in:
            continue  # a comma parts a subject from its verb only round something put in between
        if got is not None and (got.subject.known or (start == i and _bears(at, got, opened_by_kan=opened_by_kan))):  # type: ignore[union-attr]
            return got
    return None


def _starts(at: At, end: int) -> tuple[list[int], bool]:
    """Where a subject before token `end` may begin, the farthest last; and whether كان or لا يزال stands before it."""
    view, starts, i = at.view, [], end
    going_on = False
    while i > 0 and end - i < _LONGEST_SUBJECT:
        word = view.word(i - 1)
        if i - 1 in at.barriers or word in _HARD | _GOING_ON or word in _AS_FOR or Class.THAT in classes(word):
            going_on = word.removeprefix("و") in _GOING_ON
            break
        if word[-1] in ".؟!":
            break
        if word in COMMAS or word in DASHES:
            starts.append(i)
        i -= 1
    return [*starts, i], going_on


def _before_now(at: At, first: int) -> Region | None:
    """سبق لوسائل إعلام أن ذكرت: the subject stands after ل."""
    phrase = after_l(at.view, first + 1, at.cue.at)
    if phrase is None or at.view.word(phrase.end) != "ان":
        return None
    return Region(at.view, at.cue.at, at.cue.at, subject=phrase, at=at.cue.at)


def _bears(at: At, got: Region, *, opened_by_kan: bool) -> bool:
    """Whether the place vouches for a name nobody listed: after كان, right after أن, at the front of a headline."""
    subject = got.subject
    if opened_by_kan or subject is None:
        return opened_by_kan and (subject is None or not is_masdar(at.view.word(subject.first)))
    short = subject.end - subject.first <= _LONGEST_NEW and subject.end == at.cue.first and not at.cue.form.verb.strict
    if at.cue.form.verb.act is Act.THREATEN:
        return False  # مطار جديد يهدد أشجارا: not only people threaten
    if subject.end - subject.first == 1 and at.view.word(subject.first).endswith("ات"):
        return False  # الكاميرات كشفت
    led = at.view.word(subject.first - 1) in _LED if subject.first else at.view.headline
    return short and led and not is_masdar(at.view.word(subject.first))


def _fills(at: At, start: int, end: int) -> Region | None:
    if start >= end:
        return None
    got = region.read(at.view, start, end)
    if got.at < end or got.subject is None or got.subject.first > start + 2 or not agrees_after(at.cue, got.subject):
        return None
    last = got.adjuncts[-1] if got.adjuncts else None
    if (
        last is not None
        and last.kind is AdjunctKind.OCCASION
        and last.end == end
        and at.cue.form.tense is Tense.PRESENT
    ):
        return None  # في رسالة يشرح: the verb describes the letter
    return got


def agrees(cue: Cue, subject: Phrase) -> bool:
    """A verb before its subject agrees in gender only; أبلغت الرئيس and ودعا المنظمات have theirs as object."""
    if cue.form.number is not Number.SINGLE:
        return False
    body = subject.kind in (HeadKind.ORG, HeadKind.MEDIA, HeadKind.GROUP) and subject.first == cue.at + 1
    if cue.form.gender is Gender.M and body and subject.head and subject.feminine and not subject.joint:
        return False
    if cue.form.gender is Gender.F and subject.kind is HeadKind.ROLE and not subject.plural:
        return subject.feminine or subject.name is not None
    return True


def agrees_after(cue: Cue, subject: Phrase) -> bool:
    if cue.form.number is not Number.SINGLE:
        return subject.plural
    if cue.form.gender is Gender.F and subject.kind is HeadKind.ROLE and not subject.plural:
        return subject.feminine or subject.name is not None
    if cue.form.gender is Gender.M and subject.kind in (HeadKind.ROLE, HeadKind.ORG, HeadKind.MEDIA) and subject.head:
        return not (subject.feminine and not subject.joint)
    return True
