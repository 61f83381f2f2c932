"""Noun phrases that may speak, and the words that no such phrase runs over."""

from dataclasses import dataclass

from riwaya.statements.closed import closed
from riwaya.statements.nouns import Class, Head, HeadKind, classes
from riwaya.statements.verbs import Verb
from riwaya.statements.view import COMMAS, DASHES, View

STOPS = COMMAS | DASHES | frozenset(":.!?؟…/|")
RELATIVES = closed("phrase relatives")
ANONYMOUS = closed("phrase anonymous")  # مسؤول رفض الكشف عن هويته
_TANWIN = "ً"  # an accusative (اتصالاً) is what is done, never part of a name
_LEADING = ("الى", "الي", "على", "علي", "في")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first`..`end`. `name` is its proper name; `known`, whether a head, a listed name or a mention vouches."""

    first: int
    end: int
    kind: HeadKind
    head: Head | None
    name: tuple[int, int] | None
    known: bool
    joint: bool = False
    feminine: bool = False
    preposition: bool = False  # ل is written on to its first word

    @property
    def plural(self) -> bool:
        return self.joint or bool(self.head and self.head.plural)

    @property
    def described(self) -> bool:
        """Whether it says more than its head: وكالة الأنباء, and not الوكالة."""
        return self.end - self.first > 1


def bars(view: View, i: int) -> bool:
    word = view.word(i)
    if word in STOPS or word in _LEADING:
        return i not in view.mention
    if word in RELATIVES or word in ("ما", "او") or (_TANWIN in view.tokens[i].text and i > 0):
        return True
    kinds = classes(word)
    if kinds & {Class.THAT, Class.ADJUNCT, Class.TIME, Class.PARTICLE}:
        return i not in view.mention
    return False


@dataclass(slots=True)
class Walk:
    """Where the reading of a phrase has come to."""

    view: View
    at: int
    limit: int
    verb: Verb | None  # whose content, where it begins, is no part of the name
    name_from: int | None = None
    joint: bool = False
    noun: int | None = None  # the head noun last read, which adjectives follow

    @property
    def word(self) -> str:
        words = self.view.words
        return words[self.at] if self.at < len(words) else ""
