"""Nouns of saying that bring a statement with them (رغم تأكيد X أن, بعد إعلان X أنه), and denials in passing."""

from collections.abc import Iterator

from riwaya.language.clitics import joined
from riwaya.records import Act
from riwaya.statements import frames, marker, region
from riwaya.statements.closed import closed
from riwaya.statements.draft import Draft, Order
from riwaya.statements.nouns import Class, classes, of_saying
from riwaya.statements.reading import parse
from riwaya.statements.verbs import forms
from riwaya.statements.view import COMMAS, View

_DENIALS = closed("nominal denials")
_DESPITE = closed("nominal despite")
_AFTER = closed("nominal after")
_THAT = closed("nominal that")
_LONGEST = 8  # tokens of a speaker before his denial
_FARTHEST = 14  # tokens from the noun to its أن


def find(view: View) -> Iterator[Draft]:
    nouns = of_saying()
    for i, word in enumerate(view.words[1:-2], 1):
        if word not in nouns and word not in _DENIALS and joined(word)[1] not in nouns:
            continue
        if view.quote[i] >= 0 or i in view.mention:
            continue
        draft = _passing(view, i) if view.word(i) in _DENIALS else _of_noun(view, i)
        if draft is None and view.words[i] == "نفي":
            draft = _despite(view, i)
        if draft is not None:
            yield draft


def _of_noun(view: View, i: int) -> Draft | None:
    """A known speaker must stand right after the noun, and أن right after the speaker and what is told round him."""
    act = of_saying().get(view.word(i)) or of_saying().get(joined(view.word(i))[1])
    verb = view.tokens[i].text.endswith("ى")  # نفى, not نفي
    if act is None or verb:
        return None
    return _draft(view, i, act) or _of_thing(view, i, act)


def _of_thing(view: View, i: int, act: Act) -> Draft | None:
    """بعد إعلان X رغبته في كذا, رغم نفي X وجود خلاف: the thing said right after the speaker."""
    if view.word(i - 1) not in _AFTER:
        return None
    phrase = parse(view, i + 1, len(view), forms()["اعلن"].verb)
    if phrase is None or not phrase.known or phrase.end >= len(view) or not frames.is_goods(view, phrase.end):
        return None
    end = next((j for j in range(phrase.end, len(view)) if view.word(j) in COMMAS), len(view))
    return Draft(Order.NOUN, act, (i, i + 1), i, phrase.end, end, phrase, None, lemma="إعلان")


def _passing(view: View, i: int) -> Draft | None:
    """X، رغم نفيها، فعلت كذا: what X is said to have done is what X denies."""
    end = i - 1 if view.word(i - 1) in _DESPITE else i
    if end in (i, 0) or view.word(end - 1) not in COMMAS or view.word(i + 1) not in COMMAS:
        return None
    for first in range(max(0, end - _LONGEST), end - 1):
        phrase = parse(view, first, end - 1)
        if phrase is not None and phrase.known and phrase.end == end - 1:
            return Draft(
                order=Order.NOUN, act=Act.DENY, cue=(i, i + 1), first=first, start=i + 2, end=len(view), subject=phrase,
                agreement=None, lemma="نفي",
            )  # fmt: skip
    return None


def _despite(view: View, i: int) -> Draft | None:
    """رغم نفي X وجود خلاف، …: what X denies stands after X; كذا، رغم نفي X: it is what the sentence has told so far."""
    before = view.word(i - 1)
    if not (before in _DESPITE or (before == "من" and view.word(i - 2) == "الرغم")):
        return None
    phrase = parse(view, i + 1, len(view), forms()["نفي"].verb)
    if phrase is None or not phrase.known:
        return None
    start, end = phrase.end, next((j for j in range(phrase.end, len(view)) if view.word(j) in COMMAS), len(view))
    opener = i - 1 if before in _DESPITE else i - 3
    if start >= end or view.word(start) in _THAT or view.word(start)[0] in ".؟!":
        start, end = 0, opener
    elif not frames.is_goods(view, start):
        return None
    if start >= end:
        return None
    return Draft(Order.NOUN, Act.DENY, (i, i + 1), opener if start else 0, start, end, phrase, None, lemma="نفي")


def _draft(view: View, i: int, act: Act) -> Draft | None:
    start = i + 2 if view.word(i + 1) in ("من", "ل") else i + 1
    that = next(
        (j for j in range(start + 1, min(len(view), i + _FARTHEST)) if Class.THAT in classes(view.word(j))), None
    )
    if that is None or that + 1 >= len(view):
        return None
    got = region.read(view, start, that)
    if got.at < that or got.subject is None or not got.subject.known or got.subject.first != start:
        return None
    found = marker.that(view, that)
    return Draft(
        order=Order.NOUN, act=act, cue=(i, i + 1), first=i, start=found.start, end=len(view), subject=got.subject,
        agreement=None, lemma="إعلان", adjuncts=tuple(got.adjuncts), shaved=found.shaved,
    )  # fmt: skip
