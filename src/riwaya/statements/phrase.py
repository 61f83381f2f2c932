"""Noun phrases that may speak: where one begins, how far it goes, what heads it and which words are its proper name.

Read left to right: a description (head noun, its adjectives and genitives), then a name. What ends it is a mark, a word
that opens an adjunct, a day, an addressee, a verb of saying or أن.
"""

from dataclasses import dataclass, replace

from riwaya.language.clitics import joined
from riwaya.records import NameKind
from riwaya.statements import frames
from riwaya.statements.nouns import Class, Head, HeadKind, classes, head, is_masdar, proper
from riwaya.statements.verbs import Tense, Verb, forms
from riwaya.statements.view import COMMAS, DASHES, MARKS, View

_STOPS = COMMAS | DASHES | frozenset(":.!?؟…/|")
RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذين", "اللتين", "والذي", "والتي", "ممن", "وما", "اللذان", "اللتان"))
ANONYMOUS = frozenset(("رفض", "رفضت", "طلب", "طلبت", "فضل", "فضلت", "اشترط", "اشترطت", "لم", "رفضوا", "طلبوا"))  # …الكشف عن هويته
_TANWIN = "ً"  # an accusative (اتصالاً) is what is done, never part of a name
_LONGEST = 22  # tokens
_LONGEST_NAME = 6
_LONGEST_TITLE = 3  # words of a title in marks that no noun introduces
_SHORT = 3  # letters of a word too short to hold a preposition and a noun
_ADJECTIVES = ("ي", "يه", "يون", "يين", "يات", "يتان", "يان", "ان", "ون", "ين", "ه")
_PEOPLE = ("يون", "يين")  # نفطيون, أوروبيون: people, listed or not
_LEADING = ("الى", "الي", "على", "علي", "في")
_RANKS = frozenset(("العام", "العامه", "التنفيذي", "التنفيذيه", "الرسمي", "الرسميه", "الاعلى", "الاعلي", "الخاص",
                    "الخاصه", "الاقليمي", "الاقليميه", "الداءم", "الدايم", "المساعد", "السامي"))  # fmt: skip
_WITHIN = frozenset(("باسم", "لشوون", "شوون", "الـ", "عيان"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first`..`end`. `name` is its proper-name part, `known` whether a head, a listed name or a mention vouches."""

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


@dataclass(slots=True)
class _Walk:
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
        return self.view.word(self.at)


def parse(view: View, first: int, limit: int, verb: Verb | None = None) -> Phrase | None:
    """The noun phrase that begins at token `first`, read no further than `limit`; None where none begins there.

    Given the `verb` whose subject it is, it also ends where that verb's content begins.
    """
    limit = min(limit, first + _LONGEST, len(view))
    if first >= limit or _bars(view, first):
        return None
    return _read(view, _start(view, first, limit, view.word(first)), limit, verb)


def after_l(view: View, first: int, limit: int) -> Phrase | None:
    """The phrase at token `first` without the ل written on to it: لبيان → بيان, للوكالة → الوكالة. Known ones only."""
    word = view.word(first)
    if not word.startswith("ل") or len(word) <= _SHORT or first >= limit:
        return None
    rest = "ال" + word[2:] if word.startswith("لل") else word[1:]
    phrase = _read(view, _start(view, first, min(limit, len(view)), rest), min(limit, first + _LONGEST, len(view)), None)
    return replace(phrase, preposition=True) if phrase is not None and phrase.known else None


def _read(view: View, start: Phrase | None, limit: int, verb: Verb | None) -> Phrase | None:
    if start is None:
        return None
    noun = start.first if start.head else None
    walk = _Walk(view, start.end, limit, verb, start.first if start.kind is HeadKind.NAME else None, noun=noun)
    while walk.at < limit and _takes(walk, start):
        pass
    name = start.name
    if walk.name_from is not None:
        name = walk.name_from, walk.at
    if name is not None and start.kind is HeadKind.NAME and not start.known and _one_common(view, name):
        name = None
    return replace(start, end=walk.at, name=name, joint=walk.joint)


def _bars(view: View, i: int) -> bool:
    word = view.word(i)
    if word in _STOPS or word in _LEADING:
        return i not in view.mention
    if word in RELATIVES or (_TANWIN in view.tokens[i].text and i > 0):
        return True
    kinds = classes(word)
    if kinds & {Class.THAT, Class.ADJUNCT, Class.TIME, Class.PARTICLE}:
        return i not in view.mention
    return False


def _one_common(view: View, name: tuple[int, int]) -> bool:
    return name[1] - name[0] == 1 and view.word(name[0]).startswith("ال")


def _start(view: View, first: int, limit: int, word: str) -> Phrase | None:
    if word[0] in MARKS:
        return _quoted(view, first, limit)
    if first in view.mention:
        mention, end = view.mention[first]
        return _of_mention(view, first, mention.kind, min(end, limit))
    for written in (word, joined(word)[1]):
        listed = proper(view.words, first, written)
        if listed and first + listed.words <= limit:
            return Phrase(first, first + listed.words, listed.kind, None, (first, first + listed.words), known=True,
                          feminine=listed.feminine)  # fmt: skip
        noun = head(written)
        if noun:
            return Phrase(first, first + 1, noun.kind, noun, None, known=True, feminine=written.endswith("ه"))
    if not word[0].isalpha():
        return None
    if word.endswith(_PEOPLE) and len(word) > _SHORT + 2:
        return Phrase(first, first + 1, HeadKind.ROLE, Head(word, HeadKind.ROLE, True, word.startswith("ال")), None, known=False)
    return Phrase(first, first + 1, HeadKind.NAME, None, (first, first + 1), known=False)


def _quoted(view: View, first: int, limit: int) -> Phrase | None:
    """"المرصد السوري": a name set in marks."""
    place = view.quote[first]
    if place < 0 or view.quotations[place].first != first or view.quotations[place].last >= limit:
        return None
    quoted = view.quotations[place]
    noun = head(view.word(quoted.inner[0]))
    if quoted.inner[1] - quoted.inner[0] > (_LONGEST_NAME if noun else _LONGEST_TITLE):
        return None
    kind = noun.kind if noun else HeadKind.ORG
    return Phrase(first, quoted.last + 1, kind, noun, quoted.inner, known=True)


def _of_mention(view: View, first: int, kind: NameKind, end: int) -> Phrase:
    kinds = {NameKind.PERSON: HeadKind.NAME, NameKind.ORGANISATION: HeadKind.ORG, NameKind.PLACE: HeadKind.PLACE}
    word = view.word(first)
    noun = (head(word) or head(joined(word)[1])) if kind is NameKind.ORGANISATION else None
    found = noun.kind if noun and noun.kind is HeadKind.MEDIA else kinds[kind]
    return Phrase(first, end, found, noun, (first, end), known=True)


def _takes(walk: _Walk, start: Phrase) -> bool:
    """Move over what belongs to the phrase; False where it ends."""
    view, i, word = walk.view, walk.at, walk.word
    if word in ANONYMOUS and start.head is not None and not start.head.definite:
        return False
    if word in ("في", "من", "لدي") or (word == "عن" and view.word(i - 1).startswith("صادر")):
        return _takes_preposition(walk, start)
    if word in _STOPS or _bars(view, i) or _is_day(view, i):
        return False
    if word[0] in MARKS:
        return _takes_marks(walk, start)
    if i in view.mention and view.mention[i][0].kind is NameKind.PERSON:
        return _takes_person(walk, start)
    if _is_verb(view, i) or _is_addressee(walk):
        return False
    joiner, rest = joined(word)
    if joiner and _joins(walk, rest):
        return True
    if walk.verb is not None and (frames.opens(walk.verb, view, i) is not None or _is_goods(walk, start)):
        return False
    return _takes_name(walk, start) if walk.name_from is not None else _takes_description(walk, start)


def _is_day(view: View, i: int) -> bool:
    return i in view.dates or bool(classes(view.word(i)) & {Class.TIME})


def _is_verb(view: View, i: int) -> bool:
    form = forms().get(view.word(i)) or forms().get(joined(view.word(i))[1])
    if form is None or form.verb.strict or form.tense is Tense.WITH_OBJECT:
        return False
    if form.tense is Tense.PARTICIPLE:
        return head(view.word(i)) is None and view.word(i).endswith("ا")
    return not _a_noun_too(view, i)


def _a_noun_too(view: View, i: int) -> bool:
    """طلب, رد, نقل, أمل after a noun are nouns more often than verbs."""
    return is_masdar(view.word(i)) or view.word(i) in ("رد", "نقل", "طلب", "ذكر")


def _is_addressee(walk: _Walk) -> bool:
    """لمجلة, للصحفيين, لنظيره: to whom it was said; but the general director *of* an agency is one phrase."""
    word = walk.word
    if not word.startswith("ل") or walk.view.word(walk.at - 1) in _RANKS:
        return False
    if word == "ل":
        return True
    return frames.to_audience(walk.view, walk.at)


def _takes_marks(walk: _Walk, start: Phrase) -> bool:
    """A name in marks right after the noun that calls for one (صحيفة "…", تنظيم «…»)."""
    view, i = walk.view, walk.at
    place = view.quote[i]
    if place < 0 or view.quotations[place].first != i:
        return False
    quoted = view.quotations[place]
    named = start.kind in (HeadKind.ORG, HeadKind.MEDIA, HeadKind.GROUP, HeadKind.ROLE, HeadKind.SOURCE)
    if not named or quoted.last >= walk.limit or quoted.inner[1] - quoted.inner[0] > _LONGEST_NAME:
        return False
    if walk.name_from is None and start.kind in (HeadKind.ORG, HeadKind.MEDIA):
        walk.name_from = i
    walk.at = quoted.last + 1
    return True


def _takes_person(walk: _Walk, start: Phrase) -> bool:
    if walk.name_from is not None and start.known and walk.view.mention.get(start.first):
        return False
    if walk.name_from is None:
        walk.name_from = walk.at
    walk.at = min(walk.view.mention[walk.at][1], walk.limit)
    return True


def _joins(walk: _Walk, rest: str) -> bool:
    """و + another speaker or another adjective: الولايات المتحدة وبريطانيا, ميرتس وقادة أوروبيون."""
    view, i = walk.view, walk.at
    listed = proper(view.words, i, rest)
    noun = head(rest)
    if listed:
        walk.joint, walk.name_from = True, None
        walk.at = min(i + listed.words, walk.limit)
        return True
    if noun and not is_masdar(rest):
        walk.joint = walk.joint or walk.name_from is not None or noun.plural
        walk.name_from = None
        walk.noun = i
        walk.at += 1
        return True
    if walk.name_from is None and (rest.startswith("ال") or rest.endswith(("يون", "يين", "يه"))):
        walk.at += 1
        return True
    return False


def _takes_preposition(walk: _Walk, start: Phrase) -> bool:
    """مصدر في الكرملين, السفيرة لدى الأمم المتحدة, شهود من القرية: part of the description before any name."""
    view, i = walk.view, walk.at
    follows = view.word(i + 1)
    if walk.name_from is not None and start.kind not in (HeadKind.ORG, HeadKind.GROUP):
        return False
    if i + 1 >= walk.limit or classes(follows) & {Class.OCCASION, Class.THAT, Class.ADJUNCT}:
        return False
    if walk.word == "من" and start.kind not in (HeadKind.SOURCE, HeadKind.ROLE, HeadKind.GROUP):
        return False
    stands = proper(view.words, i + 1, follows) or head(follows) or follows.startswith("ال") or i + 1 in view.mention
    if not stands or follows.startswith(("اجل", "جانب", "جهت")):
        return False
    listed = proper(view.words, i + 1, follows)
    walk.at = min(i + 1 + (listed.words if listed else 1), walk.limit)
    return True


def _is_goods(walk: _Walk, start: Phrase) -> bool:
    """A verbal noun is what is announced or denied, a second body what is accused: no part of the subject's name."""
    word, verb = walk.word, walk.verb
    if verb is None or not (verb.person or "object" in verb.frames):
        return False
    closed = _full(start) or walk.at > start.first + 1
    if word.startswith("ال"):
        noun = head(word)
        other = verb.person and noun is not None and noun.kind in (HeadKind.ORG, HeadKind.GROUP)
        return closed and _defined(walk) and (other or is_masdar(word))
    return closed and is_masdar(word)


def _defined(walk: _Walk) -> bool:
    """Whether the word before carries ال or is part of a name, so that no genitive can follow it."""
    before = walk.view.word(walk.at - 1)
    return before.startswith("ال") or walk.name_from is not None or head(before) is None


def _full(start: Phrase) -> bool:
    return start.head is None or start.head.definite


def _takes_name(walk: _Walk, start: Phrase) -> bool:
    word, i = walk.word, walk.at
    assert walk.name_from is not None  # noqa: S101  narrows the type: the caller asked
    people = start.kind in (HeadKind.NAME, HeadKind.ROLE, HeadKind.SOURCE)
    noun = head(word)
    if noun and not noun.definite and noun.kind is not HeadKind.ORG and i > walk.name_from:
        return False
    if noun and walk.verb and walk.verb.person and (noun.plural or noun.kind is HeadKind.ORG):
        return False
    if word.startswith("ل") and people and head(word[1:]) is not None and i > walk.name_from:
        return False  # قال X لهيئة الإذاعة: to whom he said it
    if word.startswith("لل") or i - walk.name_from >= _LONGEST_NAME or not word[0].isalnum():
        return False
    if people and proper(walk.view.words, i, word) and not word.startswith("ال"):
        return False
    if walk.verb and "object" in walk.verb.frames and word.startswith("ال") and i - walk.name_from > 1:
        return False  # given name and surname are read: the next noun with ال is what the verb is about
    if classes(word) & {Class.OCCASION, Class.AUDIENCE}:
        return False
    if people and word.startswith("ال") and (word.endswith("ات") or is_masdar(word)):
        return False
    walk.at += 1
    return True


def _takes_description(walk: _Walk, start: Phrase) -> bool:
    """Adjectives, genitives and names of states and bodies; the first word that is none of these begins the name."""
    view, i, word = walk.view, walk.at, walk.word
    listed = proper(view.words, i, word)
    if listed and start.kind is HeadKind.MEDIA and listed.kind is HeadKind.MEDIA:
        walk.name_from = i
    if listed and start.kind is not HeadKind.PLACE:
        walk.at = min(i + listed.words, walk.limit)
        return True
    if word.startswith("ال") or word in _WITHIN or Class.ADJECTIVE in classes(word) or word.isdigit():
        walk.at += 1
        return True
    noun = head(word)
    if noun is None and word.startswith("ب") and len(word) > _SHORT:
        return _takes_prefixed(walk)
    if noun is None and word.startswith("ل") and len(word) > _SHORT and (word.startswith("لل") or head(word[1:]) or is_masdar(word[1:])):
        walk.at += 1
        return True
    if start.kind is HeadKind.PLACE or not word[0].isalnum() or _like_verb(word):
        return False
    led = view.word(i - 1) in _WITHIN
    if noun and (not _full(start) or (led and noun.kind in (HeadKind.ORG, HeadKind.MEDIA))):
        walk.noun = i
        walk.at += 1
        return True
    if _is_indefinite(walk) and len(word) > _SHORT and word.endswith(_ADJECTIVES):
        walk.at += 1
        return True
    if start.kind is HeadKind.DOCUMENT and walk.noun == start.first:
        return False
    if start.kind is not HeadKind.GROUP and len(word) > 1:
        if not _opens_genitive(walk):
            walk.name_from = i
        walk.at += 1
        return True
    return False


def _like_verb(word: str) -> bool:
    """اعتقلت, وضعت: after a description a word in ت is a verb more often than a name (طلعت)."""
    return word.endswith("ت") and not word.endswith("ات") and len(word) > _SHORT and not word.startswith("ال")


def _is_indefinite(walk: _Walk) -> bool:
    """Whether only bare adjectives have followed the head noun so far: مسؤول أميركي, but not وزير الخارجية."""
    view, noun = walk.view, walk.noun
    if noun is None or walk.at - noun > 3:
        return False
    between = [view.word(i) for i in range(noun, walk.at)]
    bare = joined(between[0])[1] if between[0].startswith("و") else between[0]
    return not bare.startswith("ال") and all(w.endswith(_ADJECTIVES) and not w.startswith("ال") for w in between[1:])


def _takes_prefixed(walk: _Walk) -> bool:
    """مدير بوزارة, بالأمم المتحدة: a place or body with ب; any other word with ب (بوتين) begins the name."""
    view, i, word = walk.view, walk.at, walk.word
    rest = word[1:]
    listed = proper(view.words, i, rest)
    if listed:
        walk.at = min(i + listed.words, walk.limit)
        return True
    if head(rest):
        walk.at += 1
        return True
    if rest.startswith("ال"):
        return False
    if not view.word(i + 1).startswith("ال") or classes(view.word(i + 1)):
        walk.name_from = i
    walk.at += 1
    return True


def _opens_genitive(walk: _Walk) -> bool:
    """رئيس جهاز الأمن: an unlisted noun right after a bare one, with an article after it, is no name."""
    view, noun = walk.view, walk.noun
    follows = view.word(walk.at + 1)
    return noun == walk.at - 1 and not view.word(noun).startswith("ال") and follows.startswith("ال")
