"""Refusals told in other words: لم يصدر تعليق من X, لم يرد X على طلب للتعليق, لم يشأ X التعليق, تعذر رد من X."""

from collections.abc import Iterator
from dataclasses import replace

from riwaya.records import Act
from riwaya.statements import region
from riwaya.statements.closed import closed
from riwaya.statements.draft import Agreement, Draft, Order
from riwaya.statements.phrase import RELATIVES, Phrase
from riwaya.statements.reading import parse
from riwaya.statements.triggers import FAILED, NEGATIONS, Trigger
from riwaya.statements.verbs import Gender, Number
from riwaya.statements.view import COMMAS, View

_ISSUES = closed("silence issues")
_ANSWERS = closed("silence answers")
_REMARKS = closed("silence remarks")
_ABOUT = closed("silence about")
_COMMENTS = closed("silence comments")
_WISHES = closed("silence wishes")
_REQUESTS = ("طلب", "طلبات", "اسيلة", "اسيله", "سوال", "استفسار", "اتصالات", "رسائل", "رسايل")
_WERE = ("يكن", "تكن")
_NEAR = 6  # tokens from the verb to its تعليق
_FARTHEST = 14  # tokens from لم يشأ to it, with the subject between them


def find(view: View) -> Iterator[Draft]:
    for i in view.marked[Trigger.SILENCE]:
        if i >= len(view) - 2 or view.quote[i] >= 0:
            continue
        draft = None
        if view.word(i) in NEGATIONS:
            draft = (
                _remark(view, i, i + 1) or _had_none(view, i) or _answer(view, i) or _wish(view, i) or _comment(view, i)
            )
        elif view.word(i) in FAILED:
            draft = _remark(view, i, i)
        if draft is not None:
            yield draft


def _remark(view: View, i: int, verb: int) -> Draft | None:
    """The cue runs from token `i` to its verb."""
    if view.word(verb) not in _ISSUES | FAILED:
        return None
    at = next((j for j in range(verb + 1, min(len(view), i + _NEAR)) if view.word(j) in _REMARKS), None)
    if at is None:
        return None
    side = next((j for j in range(at + 1, min(len(view), at + _NEAR)) if view.word(j) in ("من", "عن")), None)
    if side is None:
        return None
    if view.word(side + 1).startswith(("جانب", "طرف", "قبل")):
        side += 1
    phrase = parse(view, side + 1, len(view))
    if phrase is None or not phrase.known:
        return None
    start, end = _topic(view, at, side, phrase.end)
    cue = (i, verb + 1)
    return Draft(Order.SILENCE, Act.DECLINE, cue, i, start, end, phrase, None, lemma="صدر", negated=True)


def _had_none(view: View, i: int) -> Draft | None:
    """لم يكن لدى X تعليق على كذا."""
    if view.word(i + 1) not in _WERE or view.word(i + 2) != "لدي":
        return None
    near = range(i + 4, min(len(view), i + _FARTHEST))
    at = next((j for j in near if view.word(j) in _REMARKS), None)
    phrase = parse(view, i + 3, at) if at is not None else None
    if at is None or phrase is None or not phrase.known:
        return None
    about = next((j for j in range(at + 1, min(len(view), at + _NEAR)) if view.word(j) in _ABOUT), at - 1)
    cue = (i, i + 2)
    return Draft(Order.SILENCE, Act.DECLINE, cue, i, about + 1, len(view), phrase, None, lemma="رد", negated=True)


def _topic(view: View, at: int, side: int, after: int) -> tuple[int, int]:
    """What was not commented on, after X (تعليق من X على كذا) or before him (تعليق على كذا من X); else the comment."""
    if view.word(after) in _ABOUT and after + 1 < len(view):
        return after + 1, len(view)
    about = next((i for i in range(at + 1, side) if view.word(i) in _ABOUT), None)
    return (about + 1, side) if about is not None and about + 1 < side else (at, len(view))


def _answer(view: View, i: int) -> Draft | None:
    if view.word(i + 1) not in _ANSWERS:
        return None
    at = next((j for j in range(i + 2, len(view)) if view.word(j) == "علي"), None)
    if at is None or not view.word(at + 1).startswith(_REQUESTS):
        return None
    got = region.read(view, i + 2, at)
    if got.subject is None or not got.subject.known:
        return None
    return Draft(
        Order.SILENCE, Act.DECLINE, (i, i + 2), i, at + 1, len(view), got.subject, None, lemma="رد", negated=True
    )


def _wish(view: View, i: int) -> Draft | None:
    """لم يشأ X التعليق على كذا, لم ترغب في الحديث."""
    if view.word(i + 1) not in _WISHES:
        return None
    near = range(i + 2, min(len(view), i + _FARTHEST))
    at = next((j for j in near if view.word(j).removeprefix("ال") in _REMARKS), None)
    if at is None:
        return None
    got = region.read(view, i + 2, at - (view.word(at - 1) in ("في", "ب")))
    if got.subject is None or not got.subject.known:
        return None
    cue = (i, i + 2)
    return Draft(Order.SILENCE, Act.DECLINE, cue, i, at, len(view), got.subject, None, lemma="رد", negated=True)


def _comment(view: View, i: int) -> Draft | None:
    """لم تعلق الوزارة على كذا; لم يعلق, of whoever spoke last."""
    if view.word(i + 1) not in _COMMENTS:
        return None
    end = next((j for j in range(i + 2, len(view)) if view.word(j) in COMMAS or view.word(j)[0] in ".:"), len(view))
    about = next((j for j in range(i + 2, end) if view.word(j) in _ABOUT), end)
    got = region.read(view, i + 2, about)
    if got.at < about or (got.subject is not None and not got.subject.known):
        return None
    subject = got.subject or _described(view, i)
    start, end = (about + 1, end) if about + 1 < end else (i + 1, i + 2)
    cue = (i, i + 2)
    gender = Gender.F if view.word(i + 1)[0] == "ت" else Gender.M
    draft = Draft(Order.SILENCE, Act.DECLINE, cue, i, start, end, subject, Agreement(gender, Number.SINGLE))
    return replace(draft, lemma="علق", negated=True)


def _described(view: View, i: int) -> Phrase | None:
    """الإدارة التي لم تعلق: the noun that the clause at token `i` describes."""
    if view.word(i - 1) not in RELATIVES:
        return None
    found = (parse(view, first, i - 1) for first in range(max(0, i - _FARTHEST), i - 1))
    return next((phrase for phrase in found if phrase is not None and phrase.known and phrase.end == i - 1), None)
