"""How a verb's content begins when no أن or mark does it: with its preposition, or with a verbal noun."""

from riwaya.records import NameKind
from riwaya.statements.closed import closed
from riwaya.statements.nouns import SPEAKING, Class, HeadKind, classes, head, is_masdar, owned, proper
from riwaya.statements.verbs import Verb
from riwaya.statements.view import MARKS, View

_B_WORDS = closed("frames b words")
_B_OPENERS = closed("frames b openers")
_ROUND = closed("frames round")
_POSSESSIVES = ("ه", "ها", "هم", "هما")
WHAT_IS = ("مايت", "ماتر", "ماتد", "مايش", "مااش")  # نفت X مايتردد: ما written on to its verb
_SHORT = 3  # letters of a word too short to hold a preposition and a noun


def opens(verb: Verb, view: View, i: int, *, told: bool = False) -> int | None:
    """Where the content begins if token i is a preposition that `verb` takes; None where it is not.

    Once the one accused is `told` (يتهم X Y بسرقة), any noun may follow ب.
    """
    word = view.word(i)
    if word in verb.prepositions and view.word(i + 1) in _ROUND:
        return None  # مؤكدا على هامش الندوة أن
    if word in verb.prepositions and verb.clause and Class.THAT not in classes(view.word(i + 1)):
        return None
    if word in verb.prepositions:
        return i if word in ("ب", "ل") and view.word(i + 1)[:1] in MARKS else i + 1
    loose = told and len(word) > _SHORT and word not in _B_WORDS and i not in view.mention
    if "ب" in verb.frames and word.startswith("ب") and (loose or _is_b(view, i)):
        return i
    if "ل" in verb.frames and word.startswith("ل") and len(word) > _SHORT and is_masdar(after_l(word)):
        return i
    return None


def is_goods(view: View, i: int) -> bool:
    """Whether token i names what is announced, denied or voiced: a verbal noun, or a noun with a possessive (نيتها)."""
    if is_masdar(view.word(i)) or view.word(i).startswith(WHAT_IS) or _any_of(view, i):
        return True
    raw, word = view.tokens[i].text, view.word(i)
    suffixed = raw.endswith(_POSSESSIVES) and len(word) > _SHORT and not word.startswith(("ال", "و", "لل"))
    speaks = owned(word)
    if speaks is not None and speaks.kind in SPEAKING:
        return False  # أبدت عائلته مخاوفها
    return suffixed and i not in view.mention and head(word) is None and Class.AUDIENCE not in classes(word)


def _any_of(view: View, i: int) -> bool:
    """لم تؤكد أيا من خططها."""
    return view.word(i) in ("اي", "ايا") and view.word(i + 1) == "من"


def _is_person(view: View, i: int) -> bool:
    """لافروف is a name, and no ل with what follows."""
    return i in view.mention and view.mention[i][0].kind is NameKind.PERSON and head(view.word(i)[1:]) is None


def _is_body(view: View, i: int) -> bool:
    """لهيومن رايتس ووتش: ل written on to the name of a body that speaks to people."""
    found = view.mention.get(i)
    return found is not None and found[0].kind is NameKind.ORGANISATION and found[0].span[0] > view.tokens[i].span[0]


def to_audience(view: View, i: int) -> bool:
    """Whether token i is ل with those spoken to: لمجلة, للصحفيين, لرويترز."""
    word = view.word(i)
    if word == "ل":
        return view.word(i + 1)[:1] in MARKS
    if not word.startswith("ل") or len(word) <= _SHORT:
        return False
    rest = after_l(word)
    listed = proper(view.words, i, rest) or proper(view.words, i, word[2:] if word.startswith("لل") else rest)
    if listed is not None and listed.kind is HeadKind.MEDIA:
        return True
    if _is_person(view, i):
        return False
    noun = head(rest)
    spoken_to = classes(rest) & {Class.AUDIENCE} or (noun is not None and noun.kind is HeadKind.MEDIA)
    return bool(spoken_to) or _is_body(view, i)


def after_l(word: str) -> str:
    """The noun that ل is written on to: للوكالة → الوكالة."""
    return "ال" + word[2:] if word.startswith("لل") else word[1:]


def _is_b(view: View, i: int) -> bool:
    word = view.word(i)
    if word in _B_WORDS or i in view.mention or len(word) < _SHORT:
        return False
    rest = word[1:]
    if word in _B_OPENERS:
        return True
    if word.startswith("بال"):
        return not classes(word) & {Class.ADJUNCT} and proper(view.words, i, rest) is None
    return is_masdar(rest) or is_masdar("ال" + rest) or head(rest) is not None
