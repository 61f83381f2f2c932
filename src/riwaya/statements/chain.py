"""What stands round a statement: who carried it here, to whom it was said, on which day."""

from dataclasses import dataclass

from riwaya.records import Span, When
from riwaya.statements.closed import closed
from riwaya.statements.draft import Adjunct, AdjunctKind, Draft
from riwaya.statements.nouns import HeadKind, head
from riwaya.statements.phrase import Phrase
from riwaya.statements.reading import after_l, parse
from riwaya.statements.view import MARKS, View

_WITH = closed("chain with")
_NEAR = 6  # tokens
_TALKS = ("تصريح", "حديث", "مقابل", "حوار", "لقاء", "اتصال", "مداخل")
_ISSUED = ("بيان", "بلاغ", "مذكره", "تقرير", "بيانات")


@dataclass(frozen=True, slots=True)
class Day:
    when: When
    span: Span


def day(view: View, draft: Draft) -> Day | None:
    """The day nearest the cue among those in its clause and not in its content."""
    found = []
    for first, (mention, end) in view.dates.items():
        between = draft.first <= first and end <= draft.start
        if mention.value is not None and between and not (draft.start <= first < draft.end):
            found.append((abs(first - draft.cue[0]), Day(mention.value, mention.span)))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def media(view: View, draft: Draft) -> list[Phrase]:
    """Outlets spoken to or through: لمجلة "…", في مقابلة مع شبكة …."""
    found = []
    for adjunct in draft.adjuncts:
        phrase = _outlet(view, adjunct)
        if phrase is not None:
            found.append(phrase)
    return found or [phrase for phrase in (_told(view, draft),) if phrase is not None]


def _told(view: View, draft: Draft) -> Phrase | None:
    """ودافعت X عن والدتها لإذاعة «كذا»: an outlet with ل anywhere between the verb and the words."""
    for i in range(draft.cue[1], draft.start):
        if view.word(i).startswith("ل") and view.quote[i] < 0:
            phrase = after_l(view, i, draft.start)
            if phrase is not None and phrase.kind is HeadKind.MEDIA and not phrase.plural and _names(phrase):
                return phrase
    return _talk(view, draft)


def _talk(view: View, draft: Draft) -> Phrase | None:
    """نفى X الخبر في تصريحات لقناة كذا: after what was said in a word or two."""
    if draft.strong:
        return None
    for i in range(draft.start, min(draft.end, draft.start + _NEAR)):
        if view.word(i) == "في" and view.word(i + 1).startswith(_TALKS):
            return _outlet(view, Adjunct(AdjunctKind.OCCASION, i, min(draft.end, i + _NEAR)))
    return None


def _outlet(view: View, adjunct: Adjunct) -> Phrase | None:
    if adjunct.kind is AdjunctKind.TIME:
        return None
    for i in range(adjunct.first, adjunct.end):
        led = i > adjunct.first and view.word(i - 1) in _WITH
        for phrase in (parse(view, i, adjunct.end) if led else None, after_l(view, i, adjunct.end)):
            if phrase is not None and phrase.kind is HeadKind.MEDIA and not phrase.plural and _names(phrase):
                return phrase
        if view.word(i) == "ل" and view.word(i + 1)[:1] in MARKS and view.quote[i + 1] >= 0:
            quoted = view.quotations[view.quote[i + 1]]
            return Phrase(i + 1, quoted.last + 1, HeadKind.MEDIA, None, quoted.inner, known=True)
    return None


def _names(phrase: Phrase) -> bool:
    return phrase.name is not None or phrase.end - phrase.first > 1


def addressee(view: View, draft: Draft) -> Span | None:
    """Where the one spoken to stands, without the ل written on to it."""
    if draft.addressee is not None:
        return view.span(draft.addressee.first, draft.addressee.end)
    for adjunct in draft.adjuncts:
        if adjunct.kind is AdjunctKind.ADDRESSEE:
            if view.word(adjunct.first) == "ل":
                return view.span(adjunct.first + 1, adjunct.end)
            start, end = view.span(adjunct.first, adjunct.end)
            return start + 1, end
    talks = (_outlet(view, a) for a in draft.adjuncts if a.kind is AdjunctKind.OCCASION and _talked(view, a))
    outlet = next((phrase for phrase in talks if phrase is not None), None)
    outlet = outlet or _told(view, draft)
    if outlet is None:
        return None
    start, end = view.span(outlet.first, outlet.end)
    return start + outlet.preposition, end


def _talked(view: View, adjunct: Adjunct) -> bool:
    """في تصريح لـ«كذا», في حديثه إلى كذا: words spoken to somebody."""
    return view.word(adjunct.first) == "في" and view.word(adjunct.first + 1).startswith(_TALKS)


def issued(view: View, draft: Draft) -> str | None:
    """The head of a paper that the speaker issued (في بيان مشترك): later "the statement" means this speaker."""
    for adjunct in draft.adjuncts:
        if adjunct.kind is AdjunctKind.OCCASION and view.word(adjunct.first) in ("في", "عبر"):
            noun = head(view.word(adjunct.first + 1))
            if noun is not None and noun.lemma in _ISSUED:
                return noun.lemma
    return None
