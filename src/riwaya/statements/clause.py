"""From a cue to a draft: which side of the verb its subject stands on, and where its content begins."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from riwaya.records import Act
from riwaya.statements import frames, marker, nouns, region
from riwaya.statements.cues import Cue
from riwaya.statements.draft import AdjunctKind, Agreement, Draft, Order
from riwaya.statements.marker import Marker
from riwaya.statements.nouns import Class, HeadKind, classes, is_masdar
from riwaya.statements.phrase import RELATIVES, Phrase, after_l, parse
from riwaya.statements.region import Region
from riwaya.statements.verbs import Gender, Number, Tense
from riwaya.statements.view import COMMAS, DASHES, MARKS, View

_FEWEST = 4  # tokens of a sentence whose first noun is worth remembering
_LONGEST_SUBJECT = 24  # tokens looked back over for a subject before its verb
_TRIES = 4
_TANWIN = "ً"
_ROOM_OF_ITS_OWN = 2  # words between a verb's preposition and a later أن from which the أن is no longer its own
_HARD = frozenset((":", "…", ".", "؛", "لكن", "ولكن", "فيما", "بينما", "حيث", "اذ", "بعدما", "عندما", "حين", "كما", "وفيما", "وبينما",
                   "غير", "كان", "كانت", "وكان", "وكانت", "كانوا", "مما", "وقد", "وذلك", "حينما"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _At:
    view: View
    cue: Cue
    barriers: AbstractSet[int]

    @property
    def after(self) -> int:
        return self.cue.at + 1


def match(view: View, cue: Cue, barriers: AbstractSet[int]) -> Draft | None:
    """The statement that `cue` brings, or None where its words do not make one."""
    at = _At(view, cue, barriers)
    act = _act(cue)
    if act is None:
        return None
    if cue.form.tense is Tense.WITH_OBJECT:
        return None
    if cue.form.tense is Tense.PARTICIPLE:
        return _participle(at, act)
    if cue.form.verb.naql:
        return _passed_on(at, act)
    return _finite(at, act)


def _act(cue: Cue) -> Act | None:
    if not cue.negated:
        return cue.form.verb.act
    if not cue.past_negation and cue.form.verb.lemma not in ("نفى", "استبعد", "أكد"):
        return None  # لا يعترف is how he is, لم يعترف what he did not say
    return cue.form.verb.negated


def _draft(at: _At, act: Act, order: Order, found: Marker, subject: Phrase | None) -> Draft:
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


# --- finite verbs -------------------------------------------------------------------------------------------------


def opening(view: View) -> Draft | None:
    """The subject of a sentence that opens with some other verb: استقبل X Y، وأكد أن."""
    word = view.word(0)
    if len(view) < _FEWEST or not word[0].isalpha() or word.startswith("ال") or classes(word) or nouns.head(word) or 0 in view.mention:
        return None
    subject = parse(view, 1, len(view))
    if subject is None or not subject.known or subject.plural or subject.kind not in (HeadKind.ROLE, HeadKind.NAME, HeadKind.ORG):
        return None
    gender = Gender.F if word.endswith("ت") or word.startswith(("ت", "وت")) else Gender.M
    return Draft(Order.ANCHOR, Act.STATE, (0, 1), 0, 1, 1, subject, Agreement(gender, Number.SINGLE))


def _finite(at: _At, act: Act) -> Draft | None:
    before = _subject_before(at)
    found = marker.strong(at.view, at.after, at.cue.form.verb, at.barriers)
    if found is not None and not _swallowed(at, found):
        draft = _with_marker(at, act, found, before)
    else:
        draft = _without_marker(at, act, before)
    if draft is None or draft.order is Order.ANCHOR:
        draft = _quote_first(at, act) or draft
    if draft is None or (at.cue.form.verb.strict and not _sure(at, draft)):
        return None
    return draft


def _quote_first(at: _At, act: Act) -> Draft | None:
    """"…"، قال X: words in marks stand right before the verb, and nothing is said after it."""
    view, end = at.view, at.cue.first
    while end > 0 and (view.word(end - 1) in COMMAS or view.word(end - 1) in DASHES):
        end -= 1
    if end == 0 or view.quote[end - 1] < 0 or "quote" not in at.cue.form.verb.frames:
        return None
    quoted = view.quotations[view.quote[end - 1]]
    got = region.read(view, at.after, len(view))
    if got.subject is None or got.subject.first > at.after + 1 or quoted.inner[1] - quoted.inner[0] < _FEWEST:
        return None
    if not _agrees(at.cue, got.subject) or is_masdar(view.word(got.subject.first)):
        return None
    found = Marker(quoted.first, quoted.first)
    draft = replace(_draft(at, act, Order.QUOTE_FIRST, found, got.subject), end=quoted.last + 1)
    return _fill(draft, got, got)


def _sure(at: _At, draft: Draft) -> bool:
    if draft.subject is None:
        return bool(at.cue.joiner) and draft.strong and draft.start - at.cue.at <= 3
    return draft.subject.known


def _swallowed(at: _At, found: Marker) -> bool:
    """Whether the content begins before the marker: مشيرا إلى إمكانية حل "يرضي الجميع", أعلن فرض رسوم على من … أن."""
    between = at.view.words[at.after : found.at]
    loose = found.quoted and at.view.word(found.at) != ":"
    relative = any(word in RELATIVES for word in between)
    if not loose and not relative and not any(word in at.cue.form.verb.prepositions for word in between[:-1]):
        return False
    got = region.read(at.view, at.after, found.at, at.cue.form.verb, weak=True)
    start = _weak_start(at, got)
    if start is None or start >= found.at:
        return False
    if loose:
        return True
    led = at.view.word(got.at) in at.cue.form.verb.prepositions
    return (relative and got.subject is not None) or (led and found.at - start >= _ROOM_OF_ITS_OWN)


def _with_marker(at: _At, act: Act, found: Marker, before: Region | None) -> Draft | None:
    view, cue = at.view, at.cue
    after = region.read(view, at.after, found.at, cue.form.verb)
    relative = before is not None and _order(at, before) is Order.RELATIVE
    if relative and found.quoted and view.word(found.at) != ":":
        return None
    if before is not None and (after.subject is None or not after.subject.known or cue.form.verb.person):
        return _fill(_draft(at, act, _order(at, before), found, before.subject), before, after)
    if after.subject is not None and not after.subject.known and is_masdar(view.word(after.subject.first)):
        return None
    if after.subject is not None and _agrees(cue, after.subject):
        draft = _draft(at, act, Order.VERB_FIRST, found, after.subject)
        return _fill(draft, after, after) if cue.opens or after.subject.known else None
    if not cue.opens:
        return None
    draft = _draft(at, act, Order.PRONOUN, found, None)
    return _fill(replace(draft, addressee=after.subject if cue.form.verb.person else None), after, after)


def _order(at: _At, before: Region) -> Order:
    return Order.RELATIVE if at.view.word(at.cue.first - 1) in RELATIVES else Order.SUBJECT_FIRST


def _fill(draft: Draft, side: Region, after: Region) -> Draft:
    adjuncts = tuple(dict.fromkeys([*side.adjuncts, *after.adjuncts]))
    first = draft.first
    if side is not after and side.subject is not None:
        first = min(first, side.subject.first)
    to = draft.addressee or after.object
    return _sourced(replace(draft, first=first, apposed=tuple(side.apposed), adjuncts=adjuncts, addressee=to), after.view)


def _sourced(draft: Draft, view: View) -> Draft:
    """ذكرت شبكة X، نقلا عن Y، أن: Y speaks, X carries. قال Y، بحسب X، إن: Y speaks, X carries too."""
    for adjunct in draft.adjuncts:
        if adjunct.kind is not AdjunctKind.SOURCE or draft.subject is None:
            continue
        passed = view.word(adjunct.first + 1) == "عن"
        other = _first_phrase(view, adjunct.first + 1 + passed, adjunct.end)
        if other is None:
            continue
        kept = tuple(a for a in draft.adjuncts if a is not adjunct)
        if passed:
            return replace(draft, subject=other, apposed=(), carriers=(draft.subject,), adjuncts=kept, agreement=None)
        return replace(draft, carriers=(*draft.carriers, other), adjuncts=kept)
    return draft


def _first_phrase(view: View, first: int, end: int) -> Phrase | None:
    """The first phrase vouched for: بحسب ما نقلت عنه وكالة."""
    for i in range(first, end):
        phrase = parse(view, i, end) or after_l(view, i, end)
        if phrase is not None and phrase.known:
            return phrase
    return None


def _without_marker(at: _At, act: Act, before: Region | None) -> Draft | None:
    """Content that begins with the verb's preposition or with a noun: أحجم عن تأكيد, نفى صحة."""
    got = region.read(at.view, at.after, len(at.view), at.cue.form.verb, weak=True)
    start = _weak_start(at, got)
    subject = before.subject if before is not None else None
    order = _order(at, before) if before is not None else Order.VERB_FIRST
    if before is not None and _stands(at, got, start) and _apart(at, before):
        before = None
    if before is not None and got.subject is not None:
        if start is None or not at.cue.form.verb.person:
            got, start = _object_from(at, got)
    elif before is None:
        subject, order = got.subject, Order.VERB_FIRST
        if subject is None or not (subject.known or _new_name(at, got, start)) or not _agrees(at.cue, subject) or (start is None and _takes_object(at)):
            return _pronoun_weak(at, act, got, start)
        if start is not None and _only_object(at, got, subject):
            return _pronoun_weak(at, act, got, start)
    if start is None or start >= len(at.view) or start in at.barriers:
        return _anchor(at, subject) if subject is not None else None
    if not at.cue.opens and before is None:
        return None
    if order is Order.RELATIVE or (before is not None and at.cue.form.verb.strict):
        return None
    draft = replace(_draft(at, act, order, _weak_marker(at, start), subject), strong=False)
    return _fill(draft, before or got, got)


def _only_object(at: _At, got: Region, subject: Phrase) -> bool:
    """وحث الرئيس على: one noun after a verb that needs one to address; ودعا النظام إلى, in mid-sentence, too."""
    verb = at.cue.form.verb
    if not verb.person or got.object is not None or got.apposed:
        return False
    later = bool(at.cue.joiner) and at.cue.first > 0
    return (verb.needs_person and bool(at.cue.joiner)) or (later and subject.name is None)


def _anchor(at: _At, subject: Phrase) -> Draft | None:
    """كما تحدث X مع Y، وحث: X says nothing here, and is who the next verb means."""
    if subject.kind in (HeadKind.PLACE, HeadKind.DOCUMENT):
        return None
    found = Marker(at.after, at.after)
    return replace(_draft(at, at.cue.form.verb.act, Order.ANCHOR, found, subject), end=at.after)


def _stands(at: _At, got: Region, start: int | None) -> bool:
    """Whether what follows the verb is a whole clause: توقع مسؤولون انعقادها."""
    return start is not None and got.subject is not None and got.subject.known and not at.cue.form.verb.person


def _apart(at: _At, before: Region) -> bool:
    """Whether a comma parts the verb from the phrase before it."""
    return at.view.word(at.cue.first - 1) in COMMAS


def _new_name(at: _At, got: Region, start: int | None) -> bool:
    """تطرق X إلى, حذر X من: an unlisted name, where the verb opens its clause and its preposition follows at once."""
    subject = got.subject
    if subject is None or start is None or not at.cue.opens or subject.end - subject.first > 3 or start - subject.end > 2:
        return False
    if at.view.word(subject.first).startswith("ال"):
        return False
    return at.view.word(got.at) in at.cue.form.verb.prepositions and not is_masdar(at.view.word(subject.first))


def _takes_object(at: _At) -> bool:
    return "object" in at.cue.form.verb.frames and at.cue.form.verb.any_goods


def _weak_marker(at: _At, start: int) -> Marker:
    word = at.view.word(start)
    if Class.THAT in classes(word):
        return marker.that(at.view, start)
    shaved = int("ب" in at.cue.form.verb.frames and word.startswith("ب") and len(word) > 1)
    if word == "ب":
        return Marker(start, start + 1)
    return Marker(start, start, shaved=shaved)


def _weak_start(at: _At, got: Region) -> int | None:
    verb, view = at.cue.form.verb, at.view
    if got.at >= len(view):
        return None
    opened = frames.opens(verb, view, got.at)
    if opened is not None:
        return opened
    word = view.word(got.at)
    if "object" not in verb.frames or (got.new_part and not (is_masdar(word) and got.adjuncts)):
        return None
    if not word[0].isalnum() and word[0] not in MARKS:
        return None
    if is_masdar(word) or (got.subject is not None and verb.any_goods):
        return got.at
    return None


def _object_from(at: _At, got: Region) -> tuple[Region, int | None]:
    """With its subject before it, a verb's next noun is what it is about: ينتقد الحكومة."""
    assert got.subject is not None  # noqa: S101  narrows the type: the caller asked
    if "object" in at.cue.form.verb.frames and got.subject.first == at.after:
        return got, got.subject.first
    return got, None


def _pronoun_weak(at: _At, act: Act, got: Region, start: int | None) -> Draft | None:
    """وأدان الهجوم, ودعا الحكومة إلى: the subject was named before."""
    if not at.cue.opens:
        return None
    verb = at.cue.form.verb
    addressee = None
    if got.subject is not None:
        if verb.person and start is not None:
            addressee = got.subject
        elif _takes_object(at) and got.subject.first == at.after:
            start = got.subject.first
        else:
            return None
    if not at.cue.joiner and at.cue.first > 0:
        return None
    if start is None or start >= len(at.view) or start in at.barriers or at.cue.form.tense is Tense.PRESENT and not at.cue.joiner:
        return None
    draft = replace(_draft(at, act, Order.PRONOUN, _weak_marker(at, start), None), strong=False, addressee=addressee)
    return _fill(draft, got, got)


# --- subjects before their verb -----------------------------------------------------------------------------------


def _subject_before(at: _At) -> Region | None:
    """وكان البيت الأبيض قد أعلن, والوزير قال, الرئيس الذي قال: the phrase that fills the room before the verb."""
    view, end = at.view, at.cue.first
    relative = view.word(end - 1) in RELATIVES
    if relative:
        end -= 1
    elif at.cue.joiner:
        return None  # …، وقال: another clause, whose subject stands after the verb or before in an own clause
    parted = end > 0 and view.word(end - 1) in COMMAS
    while end > 0 and (view.word(end - 1) in COMMAS or view.word(end - 1) in DASHES):
        end -= 1
    opened_by_kan = False
    starts = []
    i = end
    while i > 0 and end - i < _LONGEST_SUBJECT:
        word = view.word(i - 1)
        if i - 1 in at.barriers or word in _HARD or Class.THAT in classes(word) or word[-1] in ".؟!":
            opened_by_kan = word.removeprefix("و") in ("كان", "كانت", "كانوا")
            break
        if word in COMMAS or word in DASHES:
            starts.append(i)
        i -= 1
    starts.append(i)
    for start in sorted(starts[-_TRIES:] if not relative else range(i, end)):
        got = _fills(at, start, end)
        if got is not None and parted and not relative and not got.adjuncts and not got.apposed:
            continue  # a comma parts a subject from its verb only round something put in between
        if got is not None and (got.subject.known or (start == i and _bears(at, got, opened_by_kan=opened_by_kan))):  # type: ignore[union-attr]
            return got
    return None


def _bears(at: _At, got: Region, *, opened_by_kan: bool) -> bool:
    """Whether the place vouches for a name nobody listed: after كان, right after أن, at the front of a headline."""
    subject = got.subject
    if opened_by_kan or subject is None:
        return opened_by_kan
    short = subject.end - subject.first <= 3 and subject.end == at.cue.first and not at.cue.form.verb.strict
    if at.cue.form.verb.act is Act.THREATEN:
        return False  # مطار جديد يهدد أشجارا: not only people threaten
    led = at.view.word(subject.first - 1) in ("ان", "بان", "وان") if subject.first else at.view.headline
    return short and led and not is_masdar(at.view.word(subject.first))


def _fills(at: _At, start: int, end: int) -> Region | None:
    if start >= end:
        return None
    got = region.read(at.view, start, end)
    if got.at < end or got.subject is None or got.subject.first > start + 2 or not _agrees_after(at.cue, got.subject):
        return None
    last = got.adjuncts[-1] if got.adjuncts else None
    if last is not None and last.kind is AdjunctKind.OCCASION and last.end == end and at.cue.form.tense is Tense.PRESENT:
        return None  # في رسالة يشرح: the verb describes the letter
    return got


def _agrees(cue: Cue, subject: Phrase) -> bool:
    """A verb before its subject agrees in gender only; أبلغت الرئيس has the president as object."""
    if cue.form.number is not Number.SINGLE:
        return False
    if cue.form.gender is Gender.F and subject.kind is HeadKind.ROLE and not subject.plural:
        return subject.feminine or subject.name is not None
    return True


def _agrees_after(cue: Cue, subject: Phrase) -> bool:
    if cue.form.number is not Number.SINGLE:
        return subject.plural
    if cue.form.gender is Gender.F and subject.kind is HeadKind.ROLE and not subject.plural:
        return subject.feminine or subject.name is not None
    if cue.form.gender is Gender.M and subject.kind in (HeadKind.ROLE, HeadKind.ORG, HeadKind.MEDIA) and subject.head:
        return not (subject.feminine and not subject.joint)
    return True


# --- participles and carriers -------------------------------------------------------------------------------------


def _participle(at: _At, act: Act) -> Draft | None:
    """لافتة إلى أن, مضيفا: "…", مشيرا إلى إمكانية. Its speaker is that of the verb before it."""
    view = at.view
    raw = view.tokens[at.cue.at].text
    parted = at.cue.before in COMMAS or at.cue.before in DASHES or bool(at.cue.joiner) or at.cue.before[:1] in MARKS
    if not parted and (_TANWIN not in raw or at.cue.form.verb.strict):
        if at.cue.form.gender is Gender.F or at.cue.form.number is not Number.SINGLE:
            return None
    found = marker.strong(view, at.after, at.cue.form.verb, at.barriers)
    if found is not None and _swallowed(at, found):
        found = None
    got = region.read(view, at.after, found.at if found else len(view), at.cue.form.verb, weak=found is None)
    if got.subject is not None and not at.cue.form.verb.person:
        return None
    if found is not None:
        return _fill(_draft(at, act, Order.PARTICIPLE, found, None), got, got)
    start = _weak_start(at, got)
    if start is None or start >= len(view) or not (parted or _TANWIN in raw):
        return None
    draft = replace(_draft(at, act, Order.PARTICIPLE, _weak_marker(at, start), None), strong=False)
    return _fill(replace(draft, addressee=got.subject), got, got)


def _passed_on(at: _At, act: Act) -> Draft | None:
    """نقلت X عن Y قوله إن; with no X it is the carrier last named, or nobody (نُقل عن Y)."""
    view = at.view
    found = marker.strong(view, at.after, at.cue.form.verb, at.barriers)
    if found is None:
        return None
    split = next((i for i in range(at.after, found.at) if view.word(i) == "عن"), None)
    if split is None:
        return None
    before = _subject_before(at)
    got = region.read(view, at.after, split)
    carrier = before.subject if before else got.subject
    end = next((i for i in range(split + 1, found.at) if _is_saying(view.word(i))), found.at)
    side = region.read(view, split + 1, end)
    if side.subject is None:
        return None
    draft = replace(_draft(at, act, Order.PASSED_ON, found, side.subject), carriers=(carrier,) if carrier else (), agreement=None)
    return _fill(draft, side, got) if before is None else _fill(replace(draft, first=min(draft.first, before.subject.first)), side, side)  # type: ignore[union-attr]


def _is_saying(word: str) -> bool:
    return word.startswith(("قول", "بقول", "تاكيد", "القول", "تصريح", "ان ")) and len(word) > 3
