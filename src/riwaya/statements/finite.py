"""Finite verbs of saying: where their subject and their content stand."""

from dataclasses import replace

from riwaya.records import Act
from riwaya.statements import frames, marker, nouns, region
from riwaya.statements.act import is_offer
from riwaya.statements.adjuncts import Region
from riwaya.statements.backward import resumes, time_clause
from riwaya.statements.beside import quote_first
from riwaya.statements.closed import closed
from riwaya.statements.draft import Draft, Order
from riwaya.statements.frames import is_goods
from riwaya.statements.marker import Marker
from riwaya.statements.nouns import HeadKind, is_masdar
from riwaya.statements.parts import At, draft_at, fill, swallowed, weak_marker, weak_start
from riwaya.statements.phrase import RELATIVES, Phrase
from riwaya.statements.subjects import agrees, subject_before
from riwaya.statements.verbs import Tense
from riwaya.statements.view import COMMAS

_HONOURED = closed("finite honoured")
_CLOSE = 3  # tokens from a risky verb to its content where no subject vouches for it
_LONGEST_NEW = 3  # tokens of a name that nothing vouches for
_LONGEST_ROUND = 12  # tokens of an occasion told between a verb that only quotes and the quotation
_RENEWED = 14  # tokens from جدد to its نفيه
_NEAR = 2  # tokens from such a name to the verb's preposition


def finite(at: At, act: Act) -> Draft | None:
    draft = _finite(at, act)
    renewed = _renewed(at, draft)
    return replace(draft, act=renewed) if draft is not None and renewed is not None else draft


def _renewed(at: At, draft: Draft | None) -> Act | None:
    """جدد X نفيه أن, وكرر تحذيره من: the act is that of the noun with the possessive."""
    if draft is None or not at.cue.form.verb.strong_noun:
        return None
    acts = (nouns.said_anew(at.view.word(i)) for i in range(at.after, min(draft.start + 1, at.after + _RENEWED)))
    return next((act for act in acts if act is not None), None)


def _finite(at: At, act: Act) -> Draft | None:
    before = subject_before(at)
    found = marker.strong(at.view, at.after, at.cue.form.verb, at.barriers)
    if found is not None and not swallowed(at, found):
        draft = _with_marker(at, act, found, before)
    else:
        draft = _without_marker(at, act, before)
    if draft is None or draft.order is Order.ANCHOR:
        draft = quote_first(at, act) or draft
    if draft is None or (at.cue.form.verb.strict and not _sure(at, draft)):
        return None
    return draft


def _sure(at: At, draft: Draft) -> bool:
    if draft.subject is None:
        close = draft.strong and draft.start - at.cue.at <= _CLOSE
        apart = at.cue.before in COMMAS and at.cue.form.tense is Tense.PAST  # وحول السؤال، بين أنه
        return (bool(at.cue.joiner) or apart) and (close or is_offer(draft.lemma, at.view.word(draft.start)))
    return draft.subject.known


def order_of(at: At) -> Order:
    relative = at.view.word(at.cue.first - 1) in RELATIVES and not time_clause(at.view, at.cue.first)
    return Order.RELATIVE if relative else Order.SUBJECT_FIRST


# --- with أن, a colon or marks ------------------------------------------------------------------------------------


def _with_marker(at: At, act: Act, found: Marker, before: Region | None) -> Draft | None:
    view, cue = at.view, at.cue
    after = region.read(view, at.after, found.at, cue.form.verb)
    if "that" not in cue.form.verb.frames and found.quoted is (view.word(found.at) != ":") and _far(after, found):
        return None
    subject = after.subject
    if before is not None and (subject is None or not subject.known or cue.form.verb.person):
        return _after_subject_strong(at, act, found, before, after)
    if subject is not None and at.cue.form.verb.strong_noun and nouns.said_anew(view.word(subject.first)):
        subject = None  # وجدد نفيه أن
    if subject is not None and not subject.known and _a_thing(at, subject):
        return None  # ويشير استخدام المال إلى أن: a thing that shows, nobody who says
    if subject is not None and agrees(cue, subject):
        draft = draft_at(at, act, Order.VERB_FIRST, found, subject)
        return fill(draft, after, after) if cue.opens or subject.known else None
    if not cue.opens:
        return None
    draft = draft_at(at, act, Order.PRONOUN, found, None)
    return fill(replace(draft, addressee=subject if cue.form.verb.person else None), after, after)


def _far(after: Region, found: Marker) -> bool:
    """أكملت الفرقة سيرا حتى وصلت: …: a verb that says only with the words themselves has them near."""
    alone = after.subject is None and found.at - after.first > _CLOSE  # وزادت من عمق التشوهات: …
    return alone or after.at < found.at or any(a.end - a.first > _LONGEST_ROUND for a in after.adjuncts)


def _a_thing(at: At, subject: Phrase) -> bool:
    """استخدام المال is a thing; تانيا نعيم has the shape of a verbal noun, and is none."""
    view = at.view
    word = view.word(subject.first)
    lone = subject.end - subject.first == 1
    if lone and (frames.is_goods(view, subject.first) or (word.startswith("ال") and word.endswith("ات"))):
        return True  # الكاميرات, طلباته
    return (lone or view.word(subject.first + 1).startswith("ال")) and is_masdar(word)


def _after_subject_strong(at: At, act: Act, found: Marker, before: Region, after: Region) -> Draft | None:
    order = order_of(at)
    if order is Order.RELATIVE and at.cue.form.verb.needs_person and after.subject is None:
        return None  # المبنى الذي يبلغ ارتفاعه
    if order is Order.RELATIVE and found.quoted and at.view.word(found.at) != ":":
        return None  # الاتفاقات التي أعلنت في «قصر …»
    draft = draft_at(at, act, order, found, before.subject)
    told = after.subject if at.cue.form.verb.needs_person else None  # X أبلغ Y أن
    return fill(replace(draft, addressee=told), before, after)


# --- with a preposition or a noun ---------------------------------------------------------------------------------


def _without_marker(at: At, act: Act, before: Region | None) -> Draft | None:
    """Content that begins with the verb's preposition or with a noun: أحجم عن تأكيد, نفى صحة."""
    got = region.read(at.view, at.after, len(at.view), at.cue.form.verb, weak=True)
    start = weak_start(at, got)
    if before is not None and not (_whole(at, got, start) and at.view.word(at.cue.first - 1) in COMMAS):
        return _after_subject_weak(at, act, before, got)
    subject = got.subject
    if subject is None or not (subject.known or _new_name(at, got, start)) or not agrees(at.cue, subject):
        return _pronoun_weak(at, act, got, start)
    if _takes_object(at) if start is None else _only_object(at, got, subject):
        return _pronoun_weak(at, act, got, start)
    if not at.cue.opens:
        return None
    if start is None:
        return _anchor(at, subject)
    return _weak(at, draft_at(at, act, Order.VERB_FIRST, weak_marker(at, start), subject), got, got) or _anchor(
        at, subject
    )


def _after_subject_weak(at: At, act: Act, before: Region, got: Region) -> Draft | None:
    """الكرملين ينفي وجود خطة: the noun after the verb is what it is about, whatever it is."""
    verb, order = at.cue.form.verb, order_of(at)
    start = weak_start(at, got)
    if got.subject is not None and (start is None or not verb.person):
        start = got.subject.first if "object" in verb.frames and got.subject.first == at.after else None
    if (order is Order.RELATIVE and act not in (Act.DENY, Act.DECLINE)) or verb.strict:
        return None
    things = verb.act is Act.EXPECT and start is not None and not is_goods(at.view, start)
    if start is None or things:  # يستبعد المدرب لاعبين: a deed
        return _anchor(at, before.subject) if before.subject is not None else None
    draft = _weak(at, draft_at(at, act, order, weak_marker(at, start), before.subject), before, got)
    return draft or (_anchor(at, before.subject) if before.subject is not None else None)


def _weak(at: At, draft: Draft, side: Region, got: Region) -> Draft | None:
    """`draft` filled with what stands round it, or None where another cue stands at once where its content would."""
    if draft.start >= len(at.view) or draft.start in at.barriers:
        return None
    return fill(replace(draft, strong=False), side, got)


def _whole(at: At, got: Region, start: int | None) -> bool:
    """Whether what follows the verb is a whole clause: توقع مسؤولون انعقادها."""
    return start is not None and got.subject is not None and got.subject.known and not at.cue.form.verb.person


def _new_name(at: At, got: Region, start: int | None) -> bool:
    """تطرق X إلى, حذر X من: an unlisted name, where the verb opens its clause and its preposition follows at once."""
    subject = got.subject
    if subject is None or start is None or not at.cue.opens:
        return False
    if subject.end - subject.first > _LONGEST_NEW or start - subject.end > _NEAR:
        return False
    word = at.view.word(subject.first)
    return at.view.word(got.at) in at.cue.form.verb.prepositions and not word.startswith("ال") and not is_masdar(word)


def _takes_object(at: At) -> bool:
    return "object" in at.cue.form.verb.frames and at.cue.form.verb.any_goods


def _only_object(at: At, got: Region, subject: Phrase) -> bool:
    """وحث الرئيس على: one noun after a verb that needs one to address; ودعا النظام إلى, in mid-sentence, too."""
    verb = at.cue.form.verb
    if at.view.word(subject.first) in _HONOURED:
        return False  # وحث سموه من ناحية ثانية العاملين على
    if not verb.person or got.object is not None or got.apposed or not at.cue.joiner:
        return False
    first = 0 if at.cue.joiner in ("و", "ف") else 1  # كما stands before its verb as a word of its own
    return verb.needs_person or (at.cue.first > first and subject.name is None)


def _anchor(at: At, subject: Phrase) -> Draft | None:
    """كما تحدث X مع Y، وحث: X says nothing here, and is who the next verb means."""
    if subject.kind in (HeadKind.PLACE, HeadKind.DOCUMENT):
        return None
    found = Marker(at.after, at.after)
    return replace(draft_at(at, at.cue.form.verb.act, Order.ANCHOR, found, subject), end=at.after)


def topic(at: At) -> Draft | None:
    """إن X لم يشر إلى كذا، إلا أنه قال: what was not said is no statement, and the next verb means X."""
    before = subject_before(at)
    subject = before.subject if before is not None else None
    return _anchor(at, subject) if subject is not None and subject.known else None


def _pronoun_weak(at: At, act: Act, got: Region, start: int | None) -> Draft | None:
    """وأدان الهجوم, ودعا الحكومة إلى: the subject was named before."""
    bare = not at.cue.joiner and not resumes(at.view, at.after)
    if not at.cue.opens or (bare and (at.cue.first > 0 or at.cue.form.tense is Tense.PRESENT)):
        return None
    addressee = None
    if got.subject is not None:
        if at.cue.form.verb.person and start is not None:
            addressee = got.subject
        elif _takes_object(at) and got.subject.first == at.after:
            start = got.subject.first
        else:
            return None
    if start is None or start >= len(at.view) or start in at.barriers:
        return None
    draft = draft_at(at, act, Order.PRONOUN, weak_marker(at, start), None)
    return fill(replace(draft, strong=False, addressee=addressee), got, got)
