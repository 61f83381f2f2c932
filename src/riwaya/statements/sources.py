"""Statements with no verb of their own: بحسب X, نقلا عن X, على حد قول X, كما قال X, وهو ما نفاه X."""

from collections.abc import Iterator
from dataclasses import replace

from riwaya.language.clitics import joined
from riwaya.records import Act, NameKind
from riwaya.statements import frames, region
from riwaya.statements.closed import closed
from riwaya.statements.draft import AdjunctKind, Draft, Order
from riwaya.statements.nouns import Class, HeadKind, classes, head
from riwaya.statements.phrase import Phrase
from riwaya.statements.reading import after_l, parse
from riwaya.statements.triggers import ALONE, WITH_A_WORD, WITH_L, Trigger
from riwaya.statements.verbs import Form, Tense, forms
from riwaya.statements.view import COMMAS, DASHES, MARKS, View

_TONGUE = closed("sources tongue")
_OWN = ("ه", "ها", "هم")
_WHAT = ("ما", "لما")  # وفقا لما ذكره X
_THEN = closed("sources then")
_LONE = 7  # tokens of a sentence that is a source alone
_RULES = closed("sources rules")  # وفقا للنظام: by the rules, nobody said it
_POINTERS = closed("sources pointers")
_JUDGES = ("اعتبر", "وصف", "عد", "رأى")
_WORTH = closed("sources worth")


def find(view: View) -> Iterator[tuple[int, Draft]]:
    """Drafts, each with the token its words end before, so that no other pattern reads them again."""
    for i in view.marked[Trigger.SOURCE]:
        if view.quote[i] >= 0:
            continue
        draft = _named(view, i) or _verb(view, i)
        if draft is not None:
            yield draft[1], draft[0]


def alone(view: View) -> Phrase | None:
    """وفقا للألمانية: a sentence that holds nothing but who carried the words before it."""
    end = len(view) - (view.word(len(view) - 1) in (".", "!"))
    after = _opener(view, 0) if 0 < end <= _LONE else None
    if after is None or after >= end or view.quote[0] >= 0:
        return None
    phrase = _speaker(view, after)
    if phrase is None or not phrase.known:
        led = view.word(after).startswith("لل")
        phrase = Phrase(after, end, HeadKind.MEDIA, None, None, known=True, preposition=True) if led else None
    return phrase if phrase is not None and phrase.end == end else None


def _named(view: View, i: int) -> tuple[Draft, int] | None:
    after = _opener(view, i)
    if after is None or after >= len(view):
        return None
    if view.word(after) in _WHAT or view.word(i) in ("حسبما", "وفقما"):
        return _said(view, i, after + (view.word(after) in _WHAT))
    phrase = _speaker(view, after)
    if phrase is None:
        return None
    return _place(view, i, (i, after), phrase, Act.STATE)


def _opener(view: View, i: int) -> int | None:
    """The token after بحسب, وفقا ل, نقلا عن, على لسان, على حد قول; None where token i opens no source."""
    word = view.word(i)
    if word not in ALONE and word not in WITH_L and word not in WITH_A_WORD:
        word = joined(word)[1]
    if word in ALONE:
        return i + 1
    follows = view.word(i + 1)
    if word in WITH_L and follows.startswith("ل"):
        return i + 2 if follows == "ل" else i + 1
    if word in ("نقلا", "استنادا") and follows == WITH_A_WORD[word]:
        return i + 2
    if word == "علي" and follows in _TONGUE:
        return i + 2
    if word == "علي" and follows == "حد" and view.word(i + 2) in ("قول", "تعبير", "وصف", "زعم"):
        return i + 3
    return None


def _speaker(view: View, i: int) -> Phrase | None:
    """A phrase vouched for, with the preposition ل written on to it allowed for (لبيان, للوكالة)."""
    if view.word(i) in _RULES:
        return None
    phrase = parse(view, i, len(view))
    if phrase is None or not phrase.known:
        phrase = after_l(view, i, len(view))
    if phrase is not None and phrase.kind is HeadKind.DOCUMENT and view.tokens[i].text.endswith(_OWN):
        return None  # وفق تصريحاته: the speaker's own
    noun = phrase.head if phrase is not None and phrase.head is not None else head(frames.after_l(view.word(i)))
    lemma = noun.lemma if noun is not None else ""
    return None if lemma in _RULES or (lemma == "موقع" and phrase is not None and phrase.name is None) else phrase


def _said(view: View, i: int, at: int) -> tuple[Draft, int] | None:
    """بحسب ما أعلن X, كما قال X, وفق ما نقلت عنه وكالة."""
    form = _form(view, at)
    if form is None:
        return None
    first = at + 2 if view.word(at + 1) in ("عنه", "عنها", "عنهم", "به") else at + 1
    first = _past_audience(view, first)
    got = region.read(view, first, _clause_end(view, first))
    if got.subject is None or (not got.subject.known and view.word(got.subject.first).startswith("ل")):
        return None  # ما صرح به لجريدة: to whom, not who
    other = _passed_from(view, got.subject.end) if form.verb.naql else None
    made = _place(view, i, (at, at + 1), other or got.subject, form.verb.act)
    if made is None or other is None:
        return made
    return replace(made[0], carriers=(got.subject,)), made[1]


def _past_audience(view: View, i: int) -> int:
    """وفق ما أكده لقناة كذا، الكاتب العام: the outlet is whom he told, and he comes after it."""
    told = view.word(i).startswith("لل") and i in view.mention and view.mention[i][0].kind is NameKind.ORGANISATION
    if not told and not frames.to_audience(view, i):
        return i
    phrase = after_l(view, i, len(view))
    end = phrase.end if phrase is not None else view.mention[i][1] if i in view.mention else i + 1
    comma = next((j for j in range(end, min(len(view), end + _LONE)) if view.word(j) in COMMAS), None)
    return end if comma is None else comma + 1


def _passed_from(view: View, i: int) -> Phrase | None:
    """بحسب ما نقلته X عن Y: Y says it."""
    other = parse(view, i + 1, _clause_end(view, i)) if view.word(i) == "عن" else None
    return other if other is not None and other.known else None


def _form(view: View, i: int) -> Form | None:
    form = forms().get(view.word(i))
    return form if form is not None and form.tense is not Tense.PARTICIPLE else None


def _clause_end(view: View, i: int) -> int:
    while i < len(view) and view.word(i) not in COMMAS and view.word(i) not in DASHES and view.word(i)[0] not in ".؟!":
        i += 1
    return i


def _verb(view: View, i: int) -> tuple[Draft, int] | None:
    """وهو ما نفاه الكرملين, الأمر الذي أكدته الوزارة, على ما أفادت الوكالة; … كما قال X."""
    form = _form(view, i)
    opener = _led_by(view, i, form) if form is not None else None
    if form is None or opener is None or opener == 0:
        return None
    end = _clause_end(view, i + 1)
    got = region.read(view, i + 1, end)
    if form.tense is Tense.WITH_OBJECT and form.verb.lemma in _JUDGES:
        return _judged(view, i, opener, form, end)
    if got.subject is None or _tells_on(view, i, end):
        return None
    if form.tense is not Tense.WITH_OBJECT and (
        got.at < end or any(a.kind is not AdjunctKind.TIME for a in got.adjuncts)
    ):
        return None  # كما تحدث X مع Y: a clause of its own
    return _place(view, opener, (i, i + 1), got.subject, form.verb.act)


def _judged(view: View, i: int, opener: int, form: Form, end: int) -> tuple[Draft, int] | None:
    """كذا، الأمر الذي اعتبره X خطوة خطيرة: X says what it is."""
    got = region.read(
        view, i + 1, end, replace(form.verb, any_goods=True, frames=form.verb.frames | {"object"}), weak=True
    )
    if got.subject is None or not got.subject.known or got.at >= end:
        return None
    made = Draft(
        Order.RELATIVE, form.verb.act, (i, i + 1), opener, got.at, end, got.subject, None, lemma=form.verb.lemma
    )
    return made, got.at


def _led_by(view: View, i: int, form: Form) -> int | None:
    """Where the words begin that make the verb at token i tell the source of what stands before it."""
    before, pointer = view.word(i - 1), view.word(i - 2)
    pointed = pointer in _POINTERS and (pointer != "علي" or view.word(i - 3) in COMMAS)  # رفض الرد على ما أعلنه X
    if form.tense is Tense.WITH_OBJECT:
        apart = pointed or (before == "ما" and view.word(i - 2) in COMMAS)  # أكد X ما نفته Y: an object of its own
        if form.verb.strict or before not in _WORTH or not apart:
            return None
        return i - 2 if pointed else i - 1
    if "that" not in form.verb.frames or form.verb.person:
        return None  # كما طالب X بكذا tells of itself
    if before == "كما":
        return i - 1
    return i - 2 if before == "ما" and view.word(i - 2) == "علي" else None


def _tells_on(view: View, i: int, end: int) -> bool:
    """Whether the verb has content of its own after it."""
    if any(Class.THAT in classes(word) or word == ":" for word in view.words[i + 1 : end + 2]):
        return True
    return any(word[0] in MARKS for word in view.words[end : end + 2])


def _place(view: View, opener: int, cue: tuple[int, int], phrase: Phrase, act: Act) -> tuple[Draft, int] | None:
    """Before the content where the sentence opens with it, else after what it tells the source of."""
    end = phrase.end
    if phrase.kind is HeadKind.PLACE and phrase.end - phrase.first == 1 and view.word(opener) in ("وفق", "حسب"):
        return None
    if opener <= 1 and (opener == 0 or view.word(0) in COMMAS or joined(view.word(0))[0] or view.word(0) == "لكن"):
        start = _clause_end(view, end) if view.word(end) not in _THEN else end
        while start < len(view) and (view.word(start) in COMMAS or view.word(start) in _THEN):
            start += 1
        if start >= len(view) or start > end + 12:
            return None
        made = Draft(Order.SOURCE_FIRST, act, cue, opener, start, len(view), phrase, None, lemma="بحسب")
        return made, start
    first = opener
    while first > 0 and (view.word(first - 1) in COMMAS or view.word(first - 1) == "وذلك"):
        first -= 1
    if first == 0:
        return None
    return Draft(Order.SOURCE_LAST, act, cue, first, 0, first, phrase, None, lemma="بحسب"), end
