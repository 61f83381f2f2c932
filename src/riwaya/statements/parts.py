"""What every pattern of a clause is made with: the cue at hand, its draft, where content begins without a marker."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from riwaya.records import Act
from riwaya.statements import frames, marker, nouns, region
from riwaya.statements.adjuncts import Region
from riwaya.statements.cues import Cue
from riwaya.statements.draft import Adjunct, AdjunctKind, Agreement, Draft, Order
from riwaya.statements.marker import Marker
from riwaya.statements.nouns import Class, HeadKind, classes
from riwaya.statements.phrase import RELATIVES, Phrase
from riwaya.statements.reading import after_l, parse
from riwaya.statements.view import MARKS, View

_ROOM_OF_ITS_OWN = 2  # words between a verb's preposition and a later أن from which the أن is no longer its own


@dataclass(frozen=True, slots=True)
class At:
    view: View
    cue: Cue
    barriers: AbstractSet[int]

    @property
    def after(self) -> int:
        return self.cue.at + 1


def draft_at(at: At, act: Act, order: Order, found: Marker, subject: Phrase | None) -> Draft:
    cue = at.cue
    return Draft(
        order=order,
        act=act,
        cue=(cue.first if cue.negated else cue.at, cue.at + 1),
        first=cue.first,
        start=found.start,
        end=len(at.view),
        subject=subject,
        agreement=Agreement(cue.form.gender, cue.form.number),
        lemma=cue.form.verb.lemma,
        negated=cue.negated,
        strong=True,
        shaved=found.shaved,
    )


def fill(draft: Draft, side: Region, after: Region) -> Draft:
    adjuncts = tuple(dict.fromkeys([*side.adjuncts, *after.adjuncts]))
    first = draft.first
    if side is not after and side.subject is not None:
        first = min(first, side.subject.first)
    to = draft.addressee or after.object
    return _sourced(
        replace(draft, first=first, apposed=tuple(side.apposed), adjuncts=adjuncts, addressee=to), after.view
    )


def _sourced(draft: Draft, view: View) -> Draft:
    """ذكرت شبكة X، نقلا عن Y، أن: Y speaks, X carries. قال Y، بحسب X، إن: Y speaks, X carries too."""
    for adjunct in draft.adjuncts:
        if draft.subject is None or not _of_source(draft, adjunct, view):
            continue
        told = view.word(adjunct.first) == "عن"
        passed = told or view.word(adjunct.first + 1) == "عن"
        other = _first_phrase(view, adjunct.first + 1 + (passed and not told), adjunct.end)
        if other is None:
            continue
        outlet = draft.subject.kind is HeadKind.MEDIA and other.kind in (HeadKind.SOURCE, HeadKind.ROLE)
        passed = passed or (outlet and other.known)  # وأشارت الصحيفة -وفقا لشخص مطلع- إلى أن
        kept = tuple(a for a in draft.adjuncts if a is not adjunct)
        if passed:
            beside = tuple(p for p in draft.apposed if p.first >= adjunct.end)
            return replace(
                draft, subject=other, apposed=beside, carriers=(draft.subject,), adjuncts=kept, agreement=None
            )
        return replace(draft, carriers=(*draft.carriers, other), adjuncts=kept)
    return draft


def _of_source(draft: Draft, adjunct: Adjunct, view: View) -> bool:
    """نقلا عن Y, بحسب Y; and ذكرت قناة X عن مصدر, where an outlet has it from somebody."""
    if adjunct.kind is AdjunctKind.SOURCE:
        return True
    outlet = draft.subject is not None and draft.subject.kind is HeadKind.MEDIA and draft.strong
    if not outlet or view.word(adjunct.first) != "عن":
        return False
    other = parse(view, adjunct.first + 1, adjunct.end)
    return other is not None and other.kind in (HeadKind.SOURCE, HeadKind.ROLE, HeadKind.NAME) and other.known


def _first_phrase(view: View, first: int, end: int) -> Phrase | None:
    """The first phrase vouched for: بحسب ما نقلت عنه وكالة."""
    for i in range(first, end):
        phrase = parse(view, i, end) or after_l(view, i, end)
        if phrase is not None and phrase.known:
            return phrase
    return None


def weak_marker(at: At, start: int) -> Marker:
    word = at.view.word(start)
    if Class.THAT in classes(word):
        return marker.that(at.view, start)
    shaved = int("ب" in at.cue.form.verb.frames and word.startswith("ب") and len(word) > 1)
    if word == "ب":
        return Marker(start, start + 1)
    return Marker(start, start, shaved=shaved)


def weak_start(at: At, got: Region) -> int | None:
    verb, view = at.cue.form.verb, at.view
    if got.at >= len(view):
        return None
    opened = frames.opens(verb, view, got.at, told=verb.needs_person and got.subject is not None)
    if opened is not None:
        return opened
    word = view.word(got.at)
    paired = view.word(got.at - 2) == "او" and at.cue.negated  # لم يؤكد X أو ينف المعلومات
    goods = frames.is_goods(view, got.at) or paired
    again = verb.strong_noun and nouns.said_anew(word) is not None  # جدد فلان، التأكيد على
    what = word == "ما" or word.startswith(frames.WHAT_IS)  # نفت الوزارة، ما يتردد عن
    opens = at.cue.first == 0 and got.subject is not None and got.subject.known  # أكد X، حرص الغرفة على
    goes_on = (
        opens or again or not got.new_part or (goods and (what or got.adjuncts or got.apposed)) or region.put_in(got)
    )
    if "object" not in verb.frames or not goes_on:
        return None
    if not word[0].isalnum() and word[0] not in MARKS:
        return None
    if goods or (got.new_part and got.subject is not None) or (got.subject is not None and verb.any_goods):
        return got.at
    return None


def swallowed(at: At, found: Marker) -> bool:
    """Whether the content begins before the marker: مشيرا إلى إمكانية حل "يرضي الجميع", أعلن فرض رسوم على من … أن."""
    between = at.view.words[at.after : found.at]
    loose = found.quoted and at.view.word(found.at) != ":"
    relative = any(word in RELATIVES for word in between)
    what = "object" in at.cue.form.verb.frames and "ما" in between
    if not loose and not relative and not what and not any(w in at.cue.form.verb.prepositions for w in between[:-1]):
        return False
    got = region.read(at.view, at.after, found.at, at.cue.form.verb, weak=True)
    start = weak_start(at, got)
    if start is None or start >= found.at:
        return False
    if loose or at.view.word(start) == "ما":
        return True
    led = at.view.word(got.at) in at.cue.form.verb.prepositions
    return (relative and got.subject is not None) or (led and found.at - start >= _ROOM_OF_ITS_OWN)
