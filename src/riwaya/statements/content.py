"""How far a statement goes, what of it stands in marks, how those of one sentence bound or hold each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from riwaya.records import Span, StatementKind
from riwaya.statements.closed import closed
from riwaya.statements.draft import Draft, Order
from riwaya.statements.nouns import Class, HeadKind, classes, head
from riwaya.statements.view import COMMAS, DASHES, MARKS, View

_TAIL = frozenset(".،,؛;:!؟?…-–—)")
_JOINERS = closed("content joiners")
_OWN_WORDS = closed("content own words")
_WITHOUT = frozenset(("دون", "بدون", "ودون"))
_UNTOLD = closed("content untold")
_UNSAYING = closed("content unsaying")
_MEANWHILE = closed("content meanwhile")
_AS_TO = closed("content as to")
_ADJUNCTS = closed("cues circumstances")
_YET = ("غير", "الا", "بيد")
_BY = ("بحسب", "حسب", "وفق", "حد")
_OWN_TAIL = 4  # tokens
_DIRECT = 0.8  # share of the words in marks from which a statement counts as direct
_TERM = 3  # words in marks that are a term or title when a noun calls for it
_LAST = (Order.SOURCE_LAST, Order.HEADLINE_LAST, Order.QUOTE_FIRST)


@dataclass(frozen=True, slots=True)
class Said:
    """Content and quotations as spans of the article's text."""

    content: Span
    quotes: tuple[Span, ...]
    kind: StatementKind


def arrange(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts in order of their clauses, each ended where the next of its level begins, inner ones told their parent."""
    made: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.first, d.cue[0])):
        if draft.order is Order.SOURCE_LAST:
            _tell_source(view, made, draft)
            continue
        if draft.order is Order.QUOTE_FIRST:
            _close(made, draft.start)
            made.append(draft)
            continue
        parent = _parent(view, made, draft)
        if draft.order is not Order.ANCHOR:
            _close(made, _cut(view, draft.first), parent)
        made.append(_carried(made, replace(draft, parent=parent)))
    return [d for d in made if d.end > d.start or d.order is Order.ANCHOR]


def _carried(made: list[Draft], draft: Draft) -> Draft:
    """وحسب وكالة كذا، قال X: the source tells nothing of its own, and carries what X said."""
    source = made[-1] if made and made[-1].order is Order.SOURCE_FIRST and made[-1].end <= made[-1].start else None
    if source is None or source.subject is None or draft.order is Order.ANCHOR:
        return draft
    return replace(draft, carriers=(*draft.carriers, source.subject))


def _tell_source(view: View, made: list[Draft], draft: Draft) -> None:
    """«قال X إن …، وفقا لبيان Y»: Y carries X's words; with nobody's words before it, Y says what the sentence says.

    «ذكرت صحيفة X أن …، نقلا عن Y»: Y said it, and X carries it.
    """
    told = next((i for i, d in enumerate(made) if d.parent is None and d.start < draft.first <= d.end), None)
    if told is None or not _put_in(view, draft):
        _close(made, draft.first)
    if told is not None and draft.subject is not None:
        outer = made[told]
        passed = outer.subject is not None and outer.subject.kind is HeadKind.MEDIA and _passed_on(view, draft)
        if passed and outer.subject is not None:
            made[told] = replace(
                outer, subject=draft.subject, carriers=(outer.subject, *outer.carriers), agreement=None
            )
        else:
            made[told] = replace(outer, carriers=tuple(dict.fromkeys([*outer.carriers, draft.subject])))
        return
    start = max(
        (d.subject.end for d in made if d.subject and d.subject.end < draft.first and d.order is not Order.ANCHOR),
        default=0,
    )
    while start < draft.end and (view.word(start) in COMMAS or view.word(start) in DASHES):
        start += 1
    made.append(replace(draft, start=start))


def _put_in(view: View, draft: Draft) -> bool:
    """أن زوجته وبحسب التقارير تحتاج إلى علاج: the source is put in, and the clause goes on after it."""
    end = draft.subject.end if draft.subject is not None else draft.cue[1]
    follows = view.word(end)
    joined_on = view.word(draft.cue[0]).startswith("و") and view.word(draft.cue[0]) not in ("وفق", "وفقا", "وفقما")
    return joined_on and view.word(draft.first - 1) not in COMMAS and bool(follows) and follows[0].isalnum()


def _passed_on(view: View, draft: Draft) -> bool:
    return view.word(draft.cue[0]) in ("نقلا", "ونقلا")


def _parent(view: View, made: list[Draft], draft: Draft) -> int | None:
    """The draft in whose content this one stands: أفاد X أن Y أكد."""
    for place in range(len(made) - 1, -1, -1):
        outer = made[place]
        if outer.order in _LAST or not outer.start <= draft.first < outer.end:
            continue
        if (
            draft.order in (Order.SUBJECT_FIRST, Order.RELATIVE, Order.NOUN)
            and draft.first > 0
            and _inside(view, outer, draft)
        ):
            return place
        if draft.order is Order.VERB_FIRST and _waits(view, outer, draft):
            return place
        if draft.order in (Order.PRONOUN, Order.PARTICIPLE) and outer.parent is not None and _same(outer, draft):
            return outer.parent
    return None


def _inside(view: View, outer: Draft, draft: Draft) -> bool:
    before = view.word(draft.first - 1)
    if before == "ان" and view.word(draft.first - 2) in _YET:
        return False  # …، إلا أن الناطق نفى
    if Class.THAT in classes(before) or before.removeprefix("و") in ("ان", "بان"):
        return True
    inner = draft.order in (Order.RELATIVE, Order.NOUN)
    return draft.first <= outer.start + 1 or (before not in COMMAS and inner)


def _waits(view: View, outer: Draft, draft: Draft) -> bool:
    """قالت X إنه بعد كذا، أبلغ Y Z: the clause that was begun still wants its verb."""
    if (
        not outer.strong
        or view.word(draft.first - 1) not in COMMAS
        or Class.THAT not in classes(view.word(outer.start))
    ):
        return False
    led = Class.ADJUNCT in classes(view.word(outer.start + 1)) or view.word(outer.start + 1) in _ADJUNCTS
    return led and not any(view.word(i) in COMMAS for i in range(outer.start, draft.first - 1))


def _same(outer: Draft, draft: Draft) -> bool:
    return outer.agreement is not None and outer.agreement == draft.agreement


def _close(made: list[Draft], cut: int, parent: int | None = None) -> None:
    """End at `cut` every draft that runs over it: all of them, or those within the same parent."""
    for i, draft in enumerate(made):
        empty = draft.order is Order.SOURCE_FIRST and draft.first < cut <= draft.start
        if (draft.start < cut or empty) and cut < draft.end and (parent is None or draft.parent == parent):
            made[i] = replace(draft, end=cut)


def _cut(view: View, first: int) -> int:
    """Back over the words that lead into the next clause: "، فيما", "، كما"."""
    if view.word(first - 1) == "ان" and view.word(first - 2) in _YET:
        first -= 2
    while first > 0 and (
        view.word(first - 1) in COMMAS or view.word(first - 1) in DASHES or view.word(first - 1) in _JOINERS
    ):
        first -= 1
    return first


def said(view: View, draft: Draft) -> Said | None:
    """Spans of a draft's content; None where nothing is left of it."""
    start, end = draft.start, draft.end
    while end > start and (_TAIL.issuperset(view.word(end - 1)) or view.word(end - 1) in _JOINERS):
        if view.word(end - 1) == ")" and _opened(view, start, end - 1):
            break
        end -= 1
    while start < end and view.word(start) in _TAIL:
        start += 1
    end = _meanwhile(view, start, _own_words(view, start, _untold(view, start, end)))
    if start >= end:
        return None
    if view.word(start)[0] in MARKS and view.quote[start] >= 0:
        end = _after_quotes(view, start, end)
    content = view.tokens[start].span[0] + draft.shaved, view.tokens[end - 1].span[1]
    quotes = _quotes(view, start, end)
    made = Said(*_trim(view, content, quotes, start, end))
    own = view.word(start - 1) == ":" and draft.order not in (Order.HEADLINE, Order.HEADLINE_LAST)
    return replace(made, kind=StatementKind.DIRECT) if own and not quotes else made  # وقال: نطالب بكذا


def _opened(view: View, start: int, end: int) -> bool:
    """Whether a bracket is still open at `end`: في حزيران (يونيو)."""
    return view.words[start:end].count("(") > view.words[start:end].count(")")


def _untold(view: View, start: int, end: int) -> int:
    """كذا، دون أن يحدد الموعد, دون الإشارة إلى: what X left out is the reporter's remark, and none of X's words."""
    if _WITHOUT.isdisjoint(view.words[start + 1 : end - 1]):
        return end
    for i in range(start + 1, end - 1):
        if view.word(i) not in _WITHOUT or view.quote[i] >= 0:
            continue
        at = i + 1 + (view.word(i + 1) == "ان")
        if view.word(at) in (_UNTOLD if at == i + 1 else _UNSAYING):
            return _cut(view, i - (view.word(i - 1) == "من"))
    return end


def _meanwhile(view: View, start: int, end: int) -> int:
    """قال X إن كذا، فيما وافقت المحكمة على كذا: what went on beside it is the reporter's again."""
    words = view.words[start + 1 : end - 1]
    if _MEANWHILE.isdisjoint(words) and "حين" not in words:
        return end
    for i in range(start + 1, end - 1):
        if view.word(i - 1) not in COMMAS or view.quote[i] >= 0:
            continue
        if (view.word(i) == "في" and view.word(i + 1) == "حين") or view.word(i) in _MEANWHILE:
            return end if view.word(i + 1) in _AS_TO else _cut(view, i)
    return end


def _own_words(view: View, start: int, end: int) -> int:
    """كذا، بحسب تعبيره: the tail that says only whose words they are is the reporter's."""
    for i in range(max(start + 1, end - _OWN_TAIL), end):
        if view.word(i) in _OWN_WORDS and view.word(i - 1) in _BY:
            first = i - 2 if view.word(i - 1) == "حد" else i - 1
            while first > start and (view.word(first - 1) in COMMAS or view.word(first - 1) in DASHES):
                first -= 1
            return first
    return end


def _after_quotes(view: View, start: int, end: int) -> int:
    """Words in marks and what joins them to further words in marks; what follows the last of them is the reporter's."""
    at = view.quotations[view.quote[start]].last + 1
    while at < end:
        i = at
        while i < end and (view.word(i) in COMMAS or view.word(i) in ("و", ".")):
            i += 1
        if i < end and view.quote[i] >= 0 and view.word(i)[0] in MARKS:
            at = view.quotations[view.quote[i]].last + 1
            continue
        break
    follows = view.word(at)
    if at >= end or follows in COMMAS or follows in DASHES or follows in _TAIL or Class.ADJUNCT in classes(follows):
        return min(at, end)
    return end


def _quotes(view: View, start: int, end: int) -> list[Span]:
    inside = (q for q in view.quotations if start <= q.first and q.last < end)
    return [q.span for q in inside if q.first == start or not _is_title(view, q.first, q.inner)]


def _is_title(view: View, first: int, inner: tuple[int, int]) -> bool:
    """A name or term in marks, which quotes nobody: صحيفة "…", “الملا عمر”, «سوية»."""
    size = inner[1] - inner[0]
    if first and (size == 1 or (size <= _TERM and any(i in view.mention for i in range(*inner)))):
        return True
    noun = head(view.word(first - 1)) if first else None
    return inner[1] - inner[0] <= _TERM and noun is not None and noun.kind in (HeadKind.MEDIA, HeadKind.ORG)


def _trim(
    view: View, content: Span, quotes: list[Span], start: int, end: int
) -> tuple[Span, tuple[Span, ...], StatementKind]:
    words = [i for i in range(start, end) if view.word(i)[0].isalnum()]
    inside = [i for i in words if any(a <= view.tokens[i].span[0] < b for a, b in quotes)]
    if not quotes:
        return content, (), StatementKind.INDIRECT
    if len(quotes) == 1 and len(inside) == len(words):
        return quotes[0], tuple(quotes), StatementKind.DIRECT
    direct = len(inside) >= _DIRECT * len(words)
    return content, tuple(quotes), StatementKind.DIRECT if direct else StatementKind.MIXED
