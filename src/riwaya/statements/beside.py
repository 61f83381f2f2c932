"""Statements that stand beside another: مضيفا أن, "…" قال X, and words passed on (نقلت X عن Y قوله إن)."""

from dataclasses import replace

from riwaya.records import Act
from riwaya.statements import marker, region
from riwaya.statements.closed import closed
from riwaya.statements.draft import Agreement, Draft, Order
from riwaya.statements.marker import Marker
from riwaya.statements.nouns import classes, is_masdar, said_again
from riwaya.statements.parts import At, draft_at, fill, swallowed, weak_marker, weak_start
from riwaya.statements.subjects import agrees, subject_before
from riwaya.statements.verbs import Gender, Number
from riwaya.statements.view import COMMAS, DASHES, MARKS

_FEWEST = 4  # tokens of a sentence whose first noun is worth remembering
_SAYING = ("قول", "بقول", "تاكيد", "القول", "تصريح")  # نقلت X عن Y قوله إن
_LEADS = closed("region prepositions")
_TANWIN = "ً"
_PLAIN = closed("beside plain")
_OF_HIM = {"عنه": Gender.M, "عنها": Gender.F}


def quote_first(at: At, act: Act) -> Draft | None:
    """«…»، قال X: words in marks stand right before the verb, and nothing is said after it."""
    view, end = at.view, at.cue.first
    while end > 0 and (view.word(end - 1) in COMMAS or view.word(end - 1) in DASHES):
        end -= 1
    if end == 0 or view.quote[end - 1] < 0 or "quote" not in at.cue.form.verb.frames:
        return None
    quoted = view.quotations[view.quote[end - 1]]
    got = region.read(view, at.after, len(view))
    if got.subject is None or got.subject.first > at.after + 1 or quoted.inner[1] - quoted.inner[0] < _FEWEST:
        return None
    if not agrees(at.cue, got.subject) or is_masdar(view.word(got.subject.first)):
        return None
    found = Marker(quoted.first, quoted.first)
    draft = replace(draft_at(at, act, Order.QUOTE_FIRST, found, got.subject), end=quoted.last + 1)
    return fill(draft, got, got)


def participle(at: At, act: Act) -> Draft | None:
    """لافتة إلى أن, مضيفا: "…", مشيرا إلى إمكانية. Its speaker is that of the verb before it."""
    view = at.view
    raw = view.tokens[at.cue.at].text
    parted = at.cue.before in COMMAS or at.cue.before in DASHES or bool(at.cue.joiner) or at.cue.before[:1] in MARKS
    plain = at.cue.form.gender is Gender.M and at.cue.form.number is Number.SINGLE
    if not parted and not plain and (_TANWIN not in raw or at.cue.form.verb.strict):
        return None  # بلاده ملتزمة: an adjective
    found = marker.strong(view, at.after, at.cue.form.verb, at.barriers)
    if found is not None and swallowed(at, found):
        found = None
    got = region.read(view, at.after, found.at if found else len(view), at.cue.form.verb, weak=found is None)
    if found is None and parted and plain and _object(at):
        draft = draft_at(at, act, Order.PARTICIPLE, Marker(at.after, at.after), None)
        return fill(replace(draft, strong=False), got, got)
    if got.subject is not None and not at.cue.form.verb.person:
        return None
    if found is not None:
        return fill(draft_at(at, act, Order.PARTICIPLE, found, None), got, got)
    start = weak_start(at, got)
    sure = parted or _TANWIN in raw or (plain and view.word(at.cue.at) in _PLAIN and start == at.after)
    if start is None or start >= len(view) or not sure:
        return None  # الفوز قريب مؤكدا ثقته is said, أمرا مؤكدا is not
    draft = replace(draft_at(at, act, Order.PARTICIPLE, weak_marker(at, start), None), strong=False)
    return fill(replace(draft, addressee=got.subject), got, got)


def _object(at: At) -> bool:
    """…، متمنيا نقل المريض: a noun right after a participle that takes one is what is said."""
    word = at.view.word(at.after)
    if at.cue.form.verb.person or "object" not in at.cue.form.verb.frames:
        return False
    return bool(word) and word[0].isalpha() and not classes(word) and word not in _LEADS


def passed_on(at: At, act: Act) -> Draft | None:
    """نقلت X عن Y قوله إن; with no X it is the carrier last named, or nobody (نُقل عن Y)."""
    view = at.view
    found = marker.strong(view, at.after, at.cue.form.verb, at.barriers)
    if found is None:
        return None
    leads = at.cue.form.verb.prepositions or {"عن"}
    split = next((i for i in range(at.after, found.at) if view.word(i) in leads or view.word(i) in _OF_HIM), None)
    if split is None:
        return None
    if view.word(split) in _OF_HIM:
        return _of_him(at, act, found, split)
    before = subject_before(at)
    got = region.read(view, at.after, split)
    end = next((i for i in range(split + 1, found.at) if _says(view.word(i))), found.at)
    act = said_again(view.word(end)) or act  # نقلت X عن Y نفيه أن
    side = region.read(view, split + 1, end)
    if side.subject is None:
        return None
    carrier = before.subject if before is not None else got.subject
    draft = draft_at(at, act, Order.PASSED_ON, found, side.subject)
    first = min(draft.first, carrier.first) if carrier is not None else draft.first
    draft = replace(draft, first=first, carriers=(carrier,) if carrier is not None else (), agreement=None)
    return fill(draft, side, got if before is None else side)


def _says(word: str) -> bool:
    return word.startswith(_SAYING) or (said_again(word) is not None and not word.startswith("ال"))


def _of_him(at: At, act: Act, found: Marker, split: int) -> Draft | None:
    """نقلت عنه الصحيفة قوله إن: who spoke before speaks on, through X."""
    carrier = region.read(at.view, split + 1, found.at).subject
    draft = draft_at(at, act, Order.PASSED_ON, found, None)
    agreement = Agreement(_OF_HIM[at.view.word(split)], Number.SINGLE)
    return replace(draft, carriers=(carrier,) if carrier is not None else (), agreement=agreement)
