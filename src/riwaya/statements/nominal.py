"""Nouns of saying that bring a statement with them (رغم تأكيد X أن, بعد إعلان X أنه), and denials in passing."""

from collections.abc import Iterator
from dataclasses import replace

from riwaya.language.clitics import joined
from riwaya.records import Act
from riwaya.statements import frames, marker, region
from riwaya.statements.closed import closed
from riwaya.statements.draft import Agreement, Draft, Order
from riwaya.statements.nouns import Class, classes, of_saying, said_again, verb_of
from riwaya.statements.reading import parse
from riwaya.statements.triggers import DENIALS, Trigger
from riwaya.statements.verbs import Gender, Number, Verb, forms
from riwaya.statements.view import COMMAS, View

_DESPITE = closed("nominal despite")
_AFTER = closed("nominal after")
_THAT = closed("nominal that")
_LEADS = ("علي", "الي", "من")  # مع تأكيده على أن
_LONGEST = 8  # tokens of a speaker before his denial
_FARTHEST = 14  # tokens from the noun to its أن


def find(view: View) -> Iterator[Draft]:
    for i in view.marked[Trigger.NOUN]:
        word = view.word(i)
        if not 0 < i < len(view) - 2:
            continue
        if view.quote[i] >= 0 or i in view.mention:
            continue
        own = said_again(word) is not None and not word.startswith("ال")
        draft = (_passing(view, i) if word in DENIALS else None) or (_own(view, i) if own else _of_noun(view, i))
        if draft is None and view.words[i] == "نفي":
            draft = _despite(view, i)
        if draft is not None:
            yield draft


def _of_noun(view: View, i: int) -> Draft | None:
    """A known speaker must stand right after the noun, and أن right after the speaker and what is told round him."""
    noun = view.word(i) if view.word(i) in of_saying() else joined(view.word(i))[1]
    act = of_saying().get(noun)
    if act is None or view.tokens[i].text.endswith("ى"):  # نفى, not نفي
        return None
    made = _draft(view, i, act) or _of_thing(view, i, act, forms()[verb_of(noun)].verb)
    return _passed(view, made, i) if made is not None else None


def _passed(view: View, draft: Draft, i: int) -> Draft:
    """ونقلت صحيفة كذا تأكيد X أن: the paper carries what the noun at token `i` says."""
    for j in range(i - 1, max(-1, i - _LONGEST), -1):
        form = forms().get(view.word(j)) or forms().get(joined(view.word(j))[1])
        if form is not None and form.verb.naql:
            carrier = parse(view, j + 1, i)
            if carrier is not None and carrier.known and carrier.end == i:
                return replace(draft, carriers=(carrier,), first=j)
    return draft


def _of_thing(view: View, i: int, act: Act, verb: Verb) -> Draft | None:
    """بعد إعلان X رغبته في كذا, رغم نفي X وجود خلاف, مع اتهام X Y بكذا: the thing said right after the speaker."""
    if view.word(i - 1) not in _AFTER:
        return None
    got = region.read(view, i + 1, len(view), verb, weak=True)
    if got.subject is None or not got.subject.known or got.subject.first != i + 1 or got.at >= len(view):
        return None
    start = frames.opens(verb, view, got.at, told=verb.needs_person)
    if start is None and "object" in verb.frames and frames.is_goods(view, got.at):
        start = got.at
    if start is None or start >= len(view) or (got.new_part and start == got.at):
        return None
    end = next((j for j in range(start, len(view)) if view.word(j) in COMMAS), len(view))
    shaved = int("ب" in verb.frames and view.word(start).startswith("ب") and start == got.at)
    return Draft(
        order=Order.NOUN, act=act, cue=(i, i + 1), first=i, start=start, end=end, subject=got.subject, agreement=None,
        lemma="إعلان", adjuncts=tuple(got.adjuncts), addressee=got.object, shaved=shaved,
    )  # fmt: skip


def _own(view: View, i: int) -> Draft | None:
    """اتهاماته بأن, رغم تأكيدها أن: whose noun it is was told before."""
    act = said_again(view.word(i))
    near = view.words[max(0, i - _FARTHEST) : i]
    passed = any(form.verb.naql for word in near if (form := forms().get(joined(word)[1])) is not None)
    if act is None or view.word(i).startswith("ال") or view.word(i - 1) in forms() or passed:
        return None  # نقلت X عن Y تأكيده أن: one statement, and the verb has it
    that = i + 1 + (view.word(i + 1) in _LEADS)
    if Class.THAT not in classes(view.word(that)) or that + 1 >= len(view):
        return None
    found = marker.that(view, that)
    gender = Gender.F if view.word(i).endswith("ها") else Gender.M
    number = Number.PLURAL if view.word(i).endswith("هم") else Number.SINGLE
    return Draft(
        order=Order.NOUN, act=act, cue=(i, i + 1), first=i, start=found.start, end=len(view), subject=None,
        agreement=Agreement(gender, number), lemma="إعلان", shaved=found.shaved,
    )  # fmt: skip


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
    noun = got.subject.head
    if noun is not None and not noun.definite and got.subject.end - start == 1:
        return None  # تصريحات صحفية: no journalist
    found = marker.that(view, that)
    return Draft(
        order=Order.NOUN, act=act, cue=(i, i + 1), first=i, start=found.start, end=len(view), subject=got.subject,
        agreement=None, lemma="إعلان", adjuncts=tuple(got.adjuncts), shaved=found.shaved,
    )  # fmt: skip
