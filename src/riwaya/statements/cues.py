"""Where somebody is said to speak: verbs of saying in a sentence, with what stands before them (لم، قد، كان، أن)."""

from dataclasses import dataclass, replace

from riwaya.language.clitics import joined
from riwaya.statements.backward import paper_before, resumes, time_clause
from riwaya.statements.closed import closed
from riwaya.statements.nouns import Class, classes, head
from riwaya.statements.phrase import RELATIVES
from riwaya.statements.triggers import NEGATIONS, Trigger
from riwaya.statements.verbs import Form, Gender, Tense, forms
from riwaya.statements.view import COMMAS, MARKS, View

_UNREAL = closed("cues unreal")
_IDENTITY = ("هويت", "اسم", "بهويت")  # رفض الكشف عن هويته: a note on the source, no refusal
_OPENERS = closed("cues openers")
_ON_SOURCES = ("رفض", "طلب", "اشترط")
_VOICED = 16  # tokens within which عن makes a verb of عبر (across)
_CIRCUMSTANCE = 8  # tokens
_CIRCUMSTANCES = closed("cues circumstances")
_THEY = ("انه", "انها", "انهم")
_YET = ("غير", "الا", "بيد", "كما", "علي")
_SPEAKING = ("قايلا", "قايله", "قايلين")
_SAYING_SO = closed("marker speaking")  # ورد X بالقول
_DAMMA = "\u064f"
_SHADDA = "ّ"
_TANWINS = ("ً", "ٍ", "ٌ")
_BEFORE_NOUNS = ("رغم", "برغم", "الرغم", "من", "بعد", "علي", "في", "عن", "مع")
_BEFORE_MASDARS = ("عدم", "بعدم", "لعدم", "دون", "بدون")
_ASKING = ("هل", "فهل", "وهل")
_ASKED = 5  # tokens from هل to its verb
_ALSO = ("كما", "ثم")
_LEADERS = closed("cues leaders")
_IMPERSONAL = closed("cues impersonal")
_DESPITE = closed("cues despite")
_BUT_HE = closed("cues but he")
_TOLD_OF = ("وصف", "اعتبر", "عد")  # وصفه بأنه
_REFUSED = 10  # tokens from لم to the second verb of a refusal
_PAIRS = closed("cues pairs")
_NOTICE = ("انتباه", "الانتباه", "نظر", "الانظار", "انظار")
_AS_FOR = ("اما", "واما")
_FAR_TOPIC = 14  # tokens from أما to its verb
_GLOSSING = ("أشار", "قصد", "ألمح")
_WAS = 8  # tokens from كان to its verb


@dataclass(frozen=True, slots=True)
class Cue:
    """Token `at`; `first` is where its verb group (لم، قد) begins, `joiner` its و or ف, `opens` if a clause begins."""

    at: int
    first: int
    form: Form
    joiner: str
    negated: bool
    before: str
    opens: bool
    past_negation: bool = False


def find(view: View) -> list[Cue]:
    """Cues outside quotations, in order."""
    found: list[Cue] = []
    named = {i for first, (_, end) in view.mention.items() for i in range(first, end)}  # حركة طالبان asks for nothing
    for i in view.marked[Trigger.CUE]:
        if view.quote[i] >= 0 or i in named:
            continue
        cue = _cue(view, i)
        if cue is not None and found and found[-1].at == i - 1 and _only_how(view, cue):
            continue
        if cue is not None:
            found.append(cue)
    return found


def _told(view: View, i: int, form: Form) -> Form | None:
    """وأبلغه أن, ووصفها بأنها: the one told is in the verb, and needs no noun; نفاه, and الذي أبلغه, are no clauses."""
    verb = form.verb
    before = joined(view.word(i - 1))[1]
    if not (verb.person or verb.lemma in _TOLD_OF) or before in RELATIVES:
        return None
    tense = Tense.PRESENT if joined(view.word(i))[1][:1] in ("ي", "ت") else Tense.PAST
    told = replace(verb, person=False, needs_person=False, frames=(verb.frames - {"object"}) | {"that", "ب"})
    return replace(form, verb=told, tense=tense)


def _only_how(view: View, cue: Cue) -> bool:
    """وأضاف مستهجنا: «…»: how he adds it, and no statement more."""
    follows = view.word(cue.at + 1)
    return cue.form.tense is Tense.PARTICIPLE and (follows == ":" or follows[:1] in MARKS) and bool(follows)


def _cue(view: View, i: int) -> Cue | None:
    joiner, form = _form(view, i)
    if form is not None and form.tense is Tense.WITH_OBJECT:
        form = _told(view, i, form)
    if form is None or _other_word(view, i, form) or _pairs(view, i):
        return None
    if form.tense is not Tense.PARTICIPLE:
        return _finite(view, i, joiner, form)
    if _a_noun(view, i, joiner, form):
        return None
    return Cue(i, i, form, joiner, negated=False, before=view.word(i - 1), opens=True)


def _finite(view: View, i: int, joiner: str, form: Form) -> Cue | None:
    first = i
    while first > 0 and view.word(first - 1) in _LEADERS:
        first -= 1
    first = _pair(view, first)
    before = view.word(first - 1)
    since = _before_now(view, first) if before == "ان" and form.tense is Tense.PAST else None
    if since is not None:
        return Cue(i, since, form, joiner, negated=False, before=view.word(since - 1), opens=True)
    negated = before in NEGATIONS
    if before == "او" and not NEGATIONS.isdisjoint(view.words[max(0, first - _REFUSED) : first]):
        return None  # لم يؤكد X أو ينف كذا: one refusal
    if _unreal(view, i, first, form) or _glossed(view, first, form) or (form.tense is Tense.SHORT and not negated):
        return None
    start = first - 1 if negated else first
    ahead = view.word(start - 1)
    if ahead in _THEY and view.word(start - 2) in _YET:
        start, ahead, joiner = start - 2, ",", view.word(start - 2)  # غير أنه شدد
    if ahead in _BUT_HE:
        start, ahead, joiner = start - 1, ",", ahead  # لكنه رفض الإدلاء
    if ahead in _ALSO and view.word(start - 2) in ("", *COMMAS):
        joiner = ahead  # كما حذر من: the last speaker goes on
    opened = (
        start == 0 or bool(joiner) or ahead == "و" or ahead in COMMAS or ahead[:1] in ":-–—.…(" or ahead in _OPENERS
    )
    opened = opened or time_clause(view, start)
    if not opened and resumes(view, i + 1):
        if form.tense is not Tense.PAST or paper_before(view, i) == i:
            return None
        opened = True  # أصدرت بيانا أكدت فيه أن
    told = form.tense is Tense.PAST or view.word(0) in _DESPITE  # ورغم ذلك يقول X
    opened = opened or (told and _after_adjunct(view, start))
    past = negated and before not in ("لا", "ولا")
    return Cue(i, start, form, joiner, negated=negated, before=ahead, opens=opened, past_negation=past)


def _pair(view: View, first: int) -> int:
    """لم ينف أو يؤكد, لم يؤكد ولم ينف: two verbs, one refusal; it begins where the first verb does."""
    paired = view.word(first - 1) in _PAIRS and view.word(first - 3) in NEGATIONS and view.word(first - 2) in forms()
    return first - 2 if paired else first


def _pairs(view: View, i: int) -> bool:
    return view.word(i + 1) in _PAIRS and view.word(i + 2) in forms() and view.word(i - 1) in NEGATIONS


def _a_noun(view: View, i: int, joiner: str, form: Form) -> bool:
    """في مدينة كذا is a city; …، مدينة الهجوم condemns: without a mark before it or tanwin, a feminine is a noun."""
    before, text = view.word(i - 1), view.tokens[i].text
    parted = not before or before in COMMAS or not before[0].isalnum() or bool(joiner)
    return form.gender is Gender.F and not parted and not text.endswith(_TANWINS)


def _before_now(view: View, first: int) -> int | None:
    """Where سبق stands before أن and the verb at `first`: سبق أن أعلنت, سبق لوسائل إعلام أن ذكرت."""
    near = range(first - 2, max(-1, first - _WAS), -1)
    at = next((j for j in near if view.word(j) in ("سبق", "وسبق")), None)
    return at if at is not None and (at == first - 2 or view.word(at + 1).startswith("ل")) else None


def _after_adjunct(view: View, start: int) -> bool:
    """والاثنين وصف X …, في وقت سابق نفت X …: nothing but a day or circumstance stands before the verb."""
    first = start
    while (
        first > 0
        and view.word(first - 1) not in COMMAS
        and view.word(first - 1)[0] not in ".؟!"
        and start - first < _CIRCUMSTANCE
    ):
        first -= 1
    if first == start or start - first >= _CIRCUMSTANCE:
        return False
    word = joined(view.word(first))[1]
    kinds = classes(word) | classes(view.word(first))
    return word in _CIRCUMSTANCES or Class.TIME in kinds or first in view.dates


def _other_word(view: View, i: int, form: Form) -> bool:
    """What folding makes one with a verb: إبان (during), رأي (an opinion), بين (between); and a note on a source."""
    text, lemma = view.tokens[i].text, form.verb.lemma
    if lemma in ("أبان", "رأى", "لفت"):
        return _looks_like(lemma, text, view.word(i + 1))
    if lemma == "نفى" and text.endswith("ي") and form.tense is Tense.PAST:
        return view.word(i - 1) in _BEFORE_NOUNS  # رغم نفي X: the noun, which some write as others write the verb
    passive = _DAMMA in text[:3] and not form.verb.naql and form.tense is Tense.PAST  # وطُلب من X التعليق
    if passive or (form.tense is Tense.PAST and view.word(i - 1) in _BEFORE_MASDARS):
        return True  # طلب عدم ذكر اسمه: a verbal noun
    if lemma in ("تحدث", "تكلم") and (view.word(i + 1) in ("باسم", "ب") or "شريطه" in view.words[i : i + 7]):
        return True  # تتحدث باسم الوزارة: for whom, not of what
    if lemma in ("رد", "بين"):
        return _came(view, i) if lemma == "رد" else i > 0 and _SHADDA not in text and not _made_clear(view, i)
    near = view.words[i + 1 : i + 7]
    return lemma in _ON_SOURCES and any(w.startswith(_IDENTITY) for w in near) and "باسم" not in near[:2]


def _made_clear(view: View, i: int) -> bool:
    """وحول السؤال، بين أنه: made clear, and not between."""
    return view.word(i - 1) in COMMAS and Class.THAT in classes(view.word(i + 1))


def _looks_like(lemma: str, text: str, follows: str) -> bool:
    """إبان (during), رأي (an opinion), لفت انتباهي (it drew my eye)."""
    if lemma == "لفت":
        return follows.startswith(_NOTICE)
    return text.startswith("إ") if lemma == "أبان" else text.endswith("رأي")


def _came(view: View, i: int) -> bool:
    """ورد بلاغ: it came; ورد الوزير على سؤال: he answered."""
    near = view.words[i + 2 : i + _CIRCUMSTANCE]
    return view.tokens[i].text.startswith("ورد") and "علي" not in near and _SAYING_SO.isdisjoint(near)


def _homograph(view: View, i: int) -> Form | None:
    """عبر X عن is he voiced, and not across; وعدّ is and he counted, and not he promised."""
    word = view.word(i)
    if joined(word)[1] == "عبر" and _voices(view, i):
        return forms()["عبر"]
    return forms()["عد"] if word == "وعد" and _SHADDA in view.tokens[i].text else None


def _form(view: View, i: int) -> tuple[str, Form | None]:
    word = view.word(i)
    special = _homograph(view, i)
    if special is not None:
        return joined(word)[0], special
    if view.word(i - 1) in COMMAS and word in _SPEAKING:
        return "", forms()[word]  # …، قائلا إن: a statement more; علق X قائلا is one with its verb
    kinds = classes(word)
    if kinds and kinds & {Class.ADJUNCT, Class.TIME, Class.PARTICLE}:
        return "", None
    form = forms().get(word)
    if form is not None:
        return "", form
    joiner, rest = joined(word)
    if not joiner or classes(rest) & {Class.ADJUNCT, Class.PARTICLE} or (joiner == "ف" and _mid(view, i)):
        return "", None
    return joiner, forms().get(rest)


def _mid(view: View, i: int) -> bool:
    """قائد الفوج فالح العيسى: ف joins only at the front of a clause, or after أما X."""
    return not as_for(view, i) and i > 0 and view.word(i - 1) not in COMMAS and view.word(i - 1)[:1] not in ":-–—.…)"


def as_for(view: View, i: int) -> bool:
    """Whether أما X leads to the verb at token i: أما الوزير فقال."""
    return any(word in _AS_FOR for word in view.words[max(0, i - _FAR_TOPIC) : i])


def _voices(view: View, i: int) -> bool:
    """عبر X عن أسفه voices; عبر المنصة، "… عن …" only leads across."""
    for word in view.words[i + 1 : i + _VOICED]:
        if word in COMMAS or word[0] in MARKS:
            return False
        if word == "عن":
            return True
    return False


def _unreal(view: View, i: int, first: int, form: Form) -> bool:
    """A saying that has not taken place (أن يؤكد, قد يعلن, إذا قال), or that nobody says (يذكر أن)."""
    before = view.word(first - 1)
    if any(word in _ASKING for word in view.words[max(0, first - _ASKED) : first]):
        return True  # هل مسؤول استنكر: asked, not told
    if before in ("ما", "مما"):
        return True  # بحسب ما نقلت: a source, and no clause of its own
    if before in _UNREAL and (form.tense is not Tense.PAST or before in ("اذا", "لو", "هل")):
        return True
    if form.tense is Tense.PRESENT and view.word(i - 1) in ("قد", "وقد"):
        return True
    if form.verb.lemma == "ذكر" and form.tense is Tense.PRESENT and i > 0 and view.word(i) == "يذكر":
        return True  # شيء يذكر: worth a mention
    word = joined(view.word(i))[1] if view.word(i) not in _IMPERSONAL else view.word(i)
    impersonal = word in _IMPERSONAL and form.tense is Tense.PRESENT
    return impersonal and _nobody_follows(view, i)


def _glossed(view: View, first: int, form: Form) -> bool:
    """وكان X يشير إلى القرار الذي: the reporter says what X meant."""
    if form.verb.lemma not in _GLOSSING or form.tense is not Tense.PRESENT:
        return False
    for i in range(first - 1, max(-1, first - _WAS), -1):
        if view.word(i) in COMMAS:
            return False
        if view.word(i).removeprefix("و") in ("كان", "كانت", "كانوا"):
            return True
    return False


def _nobody_follows(view: View, i: int) -> bool:
    follows = view.word(i + 1)
    return bool(classes(follows) & {Class.THAT}) or (follows in ("الي", "علي") and head(view.word(i + 2)) is None)
