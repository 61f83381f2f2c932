"""Statements with no verb of their own: بحسب X, نقلا عن X, على حد قول X, كما قال X, وهو ما نفاه X."""

from collections.abc import Iterator

from riwaya.language.clitics import joined
from riwaya.records import Act
from riwaya.statements import region
from riwaya.statements.draft import AdjunctKind, Draft, Order
from riwaya.statements.nouns import Class, HeadKind, classes
from riwaya.statements.phrase import Phrase, after_l, parse
from riwaya.statements.verbs import Form, Tense, forms
from riwaya.statements.view import COMMAS, DASHES, MARKS, View

_ALONE = frozenset(("بحسب", "حسب", "وفق", "حسبما", "وفقما"))
_WITH_L = frozenset(("وفقا", "طبقا", "تبعا"))
_WITH_A_WORD = {"نقلا": "عن", "استنادا": "الي", "علي": "", "وفقا": "", "طبقا": ""}
_TONGUE = frozenset(("لسان", "ذمة", "ذمه"))
_THEN = frozenset(("فان", "فانه", "فانها", "ان", "فقد", "فانهم"))
_RULES = frozenset(("نظام", "برنامج", "موقع", "جهه", "طرف", "جانب", "مجتمع", "فريق"))  # وفقا للنظام: by the rules, nobody said it
_POINTERS = frozenset(("وهو", "وهي", "هو", "الامر", "وهذا", "علي", "بحسب", "حسب", "وفق", "الشيء", "الخبر", "النبا"))
_WORTH = frozenset(("ما", "الذي", "التي"))


def find(view: View) -> Iterator[tuple[int, Draft]]:
    """Drafts, each with the token its words end before, so that no other pattern reads them again."""
    for i in range(len(view)):
        if view.quote[i] >= 0:
            continue
        draft = _named(view, i) or _verb(view, i)
        if draft is not None:
            yield draft[1], draft[0]


def _named(view: View, i: int) -> tuple[Draft, int] | None:
    after = _opener(view, i)
    if after is None or after >= len(view):
        return None
    if view.word(after) == "ما" or view.word(i) in ("حسبما", "وفقما"):
        return _said(view, i, after + (view.word(after) == "ما"))
    phrase = _speaker(view, after)
    if phrase is None:
        return None
    return _place(view, i, (i, after), phrase, Act.STATE)


def _opener(view: View, i: int) -> int | None:
    """The token after بحسب, وفقا ل, نقلا عن, على لسان, على حد قول; None where token i opens no source."""
    word = view.word(i)
    if word not in _ALONE and word not in _WITH_L and word not in _WITH_A_WORD:
        word = joined(word)[1]
    if word in _ALONE:
        return i + 1
    follows = view.word(i + 1)
    if word in _WITH_L and follows.startswith("ل"):
        return i + 2 if follows == "ل" else i + 1
    if word in ("نقلا", "استنادا") and follows == _WITH_A_WORD[word]:
        return i + 2
    if word == "علي" and follows in _TONGUE:
        return i + 2
    if word == "علي" and follows == "حد" and view.word(i + 2) in ("قول", "تعبير", "وصف", "زعم"):
        return i + 3
    return None


def _speaker(view: View, i: int) -> Phrase | None:
    """A phrase vouched for, with the preposition ل written on to it allowed for (لبيان, للوكالة)."""
    phrase = parse(view, i, len(view))
    if phrase is None or not phrase.known:
        phrase = after_l(view, i, len(view))
    rule = phrase is not None and phrase.head is not None and phrase.head.lemma in _RULES and phrase.name is None
    return None if rule else phrase


def _said(view: View, i: int, at: int) -> tuple[Draft, int] | None:
    """بحسب ما أعلن X, كما قال X, وفق ما نقلت عنه وكالة."""
    form = _form(view, at)
    if form is None:
        return None
    first = at + 2 if view.word(at + 1) in ("عنه", "عنها", "عنهم", "به") else at + 1
    got = region.read(view, first, _clause_end(view, first))
    if got.subject is None:
        return None
    return _place(view, i, (at, at + 1), got.subject, form.verb.act)


def _form(view: View, i: int) -> Form | None:
    form = forms().get(view.word(i))
    return form if form is not None and form.tense is not Tense.PARTICIPLE else None


def _clause_end(view: View, i: int) -> int:
    while i < len(view) and view.word(i) not in COMMAS and view.word(i) not in DASHES and view.word(i)[0] not in ".؟!":
        i += 1
    return i


def _verb(view: View, i: int) -> tuple[Draft, int] | None:
    """وهو ما نفاه الكرملين, الأمر الذي أكدته الوزارة, علي ما أفادت الوكالة; … كما قال X."""
    form = _form(view, i)
    if form is None or i < 2:
        return None
    before = view.word(i - 1)
    if form.tense is Tense.WITH_OBJECT:
        pointed = view.word(i - 2) in _POINTERS
        if before not in _WORTH or form.verb.strict or (before != "ما" and not pointed):
            return None
        opener = i - 2 if pointed else i - 1
    elif "that" not in form.verb.frames:
        return None
    elif before == "كما" or (before == "ما" and view.word(i - 2) == "علي"):
        opener = i - 1 if before == "كما" else i - 2
    else:
        return None
    end = _clause_end(view, i + 1)
    got = region.read(view, i + 1, end)
    told = form.tense is not Tense.WITH_OBJECT and any(a.kind is not AdjunctKind.TIME for a in got.adjuncts)
    left = form.tense is not Tense.WITH_OBJECT and got.at < end
    if got.subject is None or left or told or any(Class.THAT in classes(w) or w == ":" for w in view.words[i + 1 : end + 2]):
        return None
    if any(w[0] in MARKS for w in view.words[end : end + 2]) or (opener == 0):
        return None
    return _place(view, opener, (i, i + 1), got.subject, form.verb.act)


def _place(view: View, opener: int, cue: tuple[int, int], phrase: Phrase, act: Act) -> tuple[Draft, int] | None:
    """Before the content where the sentence opens with it, else after what it tells the source of."""
    end = phrase.end
    if phrase.kind is HeadKind.PLACE and phrase.end - phrase.first == 1 and view.word(opener) in ("وفق", "حسب"):
        return None
    if opener <= 1 and (opener == 0 or view.word(0) in COMMAS or joined(view.word(0))[0] or view.word(0) in ("لكن",)):
        start = _clause_end(view, end) if view.word(end) not in _THEN else end
        while start < len(view) and (view.word(start) in COMMAS or view.word(start) in _THEN):
            start += 1
        if start >= len(view) or start > end + 12:
            return None
        made = Draft(Order.SOURCE_FIRST, act, cue, opener, start, len(view), phrase, None, lemma="بحسب")
        return made, start
    first = opener
    while first > 0 and (view.word(first - 1) in COMMAS or view.word(first - 1) in ("وذلك",)):
        first -= 1
    if first == 0:
        return None
    return Draft(Order.SOURCE_LAST, act, cue, first, 0, first, phrase, None, lemma="بحسب"), end
