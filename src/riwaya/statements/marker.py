"""Where what is said begins: أن or إن, a colon, or quotation marks that hold words and not a name."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from riwaya.language.clitics import bare, joined
from riwaya.statements.closed import closed
from riwaya.statements.nouns import Class, Head, HeadKind, classes, head
from riwaya.statements.verbs import Verb
from riwaya.statements.view import COMMAS, MARKS, View

_FARTHEST = 48  # tokens between a verb and its أن
_NAME_LONGEST = 6
_TERM = 2  # words in marks, with more of the clause after them, that are a name or term: عناصر «داعش» قرب
_TITLE = 3  # words in marks right after a verb that are its subject when words follow them (قالت «…» إن)
_NAME_AHEAD = 14  # tokens after a name in marks within which the true marker stands
# أن after these belongs to them: قبل أن، دون أن، يمكن أن، غير أن، رغم أن.
_OWNERS = closed("marker owners")
_PREPOSITIONS = closed("marker prepositions")
_SPEAKING = closed("marker speaking")
_MEANWHILE = ("وهو", "وهي", "وهم")  # قال X، وهو يشير إلى الملعب: «…»: its أن is its own, the quotation is not
_AROUND = {Class.ADJUNCT, Class.TIME, Class.PARTICLE}


@dataclass(frozen=True, slots=True)
class Marker:
    """Marker at token `at`; the content begins at token `start`, the first `shaved` letters of it left out."""

    at: int
    start: int
    shaved: int = 0
    quoted: bool = False


def strong(view: View, first: int, verb: Verb, barriers: AbstractSet[int]) -> Marker | None:
    """The first marker from token `first` on that can belong to `verb`, with no other cue in between."""
    i, beside = first, False
    while i < min(len(view), first + _FARTHEST):
        if i in barriers and view.word(i - 1) not in _MEANWHILE:
            return None
        beside = beside or i in barriers
        word = view.word(i)
        if view.quote[i] >= 0 and word[0] in MARKS:
            quoted = view.quotations[view.quote[i]]
            if is_name(view, i, first, barriers):
                i = quoted.last + 1
                continue
            return Marker(i, i, quoted=True) if "quote" in verb.frames else None
        led = _led(view, i) if "quote" in verb.frames and (word == ":" or word in _SPEAKING) else None
        if led is not None:
            return led
        if word in ".!؟?…":
            return None
        if not beside and Class.THAT in classes(word) and _takes_that(verb) and is_that(view, i, verb, first):
            return that(view, i)
        i += 1
    return None


def _takes_that(verb: Verb) -> bool:
    return "that" in verb.frames or bool(verb.prepositions)


def _led(view: View, i: int) -> Marker | None:
    """What begins after a colon, after قائلا, after بالقول إن."""
    word, follows = view.word(i), view.word(i + 1)
    if word in _SPEAKING and follows in COMMAS:
        i, follows = i + 1, view.word(i + 2)  # بالقول، «…»
    if not follows or (word != ":" and word not in _SPEAKING) or (word == ":" and _within_number(view, i)):
        return None
    if word in _SPEAKING and Class.THAT in classes(follows) and i + 2 < len(view):
        return that(view, i + 1)
    if word == ":" or _plain(view, i + 1):
        return Marker(i, i + 1, quoted=follows[0] in MARKS)
    return None


def _within_number(view: View, i: int) -> bool:
    """http://, 10:30: no colon of speech."""
    return view.word(i + 1).startswith("/") or (view.word(i - 1).isdigit() and view.word(i + 1).isdigit())


def _plain(view: View, i: int) -> bool:
    """قائلا كنت أتمنى: the words themselves, with neither أن nor marks."""
    word = view.word(i)
    if word in _PREPOSITIONS:
        return False  # بالقول إلى الصحفيين: to whom
    return bool(word) and word[0].isalnum() and Class.THAT not in classes(word) and not classes(word) & _AROUND


def that(view: View, i: int) -> Marker:
    """Content after a bare أن; from the word on where it carries its own subject (أنه)."""
    word = view.word(i)
    base = word.removeprefix("ب")
    if base in ("ان", "انما"):
        return Marker(i, i + 1)
    return Marker(i, i, shaved=int(word.startswith("ب")))


def is_that(view: View, i: int, verb: Verb, first: int) -> bool:
    word = view.word(i)
    if Class.THAT not in classes(word) or i + 1 >= len(view) or i in view.mention:  # بان كي مون is a name
        return False
    before = view.word(i - 1)
    if i > first and (before in _OWNERS or joined(before)[1] in _OWNERS):
        return False
    if before in _PREPOSITIONS and i > first:
        return before in verb.frames or (before == "الي" and i - 1 == first and "that" in verb.frames)
    return "that" in verb.frames or word.startswith("ب")


def _noun(word: str) -> Head | None:
    """The head noun of a word, a preposition written on to it read off: لصحيفة, بوكالة."""
    return next((found for candidate in bare(word) if (found := head(candidate))), None)


def is_name(view: View, i: int, first: int, barriers: AbstractSet[int]) -> bool:
    """Whether the marks at token i hold a name (صحيفة "…"), because a true marker still follows."""
    quoted = view.quotations[view.quote[i]]
    size, after = quoted.inner[1] - quoted.inner[0], quoted.last + 1
    if size > _NAME_LONGEST:
        return False
    if _goes_on(view, after, size, leads=i == first):
        return True
    before = _noun(view.word(i - 1)) if i > first else None
    calls = view.word(i - 1) in ("ل", "ب") or (
        before is not None and before.kind in (HeadKind.MEDIA, HeadKind.ORG, HeadKind.GROUP)
    )
    for j in range(after, min(len(view), after + _NAME_AHEAD)):
        word = view.word(j)
        if j in barriers:
            break
        if (Class.THAT in classes(word) and view.word(j - 1) not in _OWNERS) or word == ":":
            return True
        if word[0] in MARKS:
            return calls
    return calls and after < len(view) and view.word(after) not in ".،"


def _goes_on(view: View, after: int, size: int, *, leads: bool) -> bool:
    """A term, a title right after the verb, a name with its adjective (احتفالات "عيد الربيع السنوي" الجارية)."""
    follows = view.word(after)
    if not follows or not follows[0].isalnum():
        return False
    return size <= (_TITLE if leads else _TERM) or (not leads and follows.startswith("ال"))
