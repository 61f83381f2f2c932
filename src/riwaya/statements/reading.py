"""Reading a noun phrase that may speak: where one begins and what heads it.

Left to right: a description (head noun, its adjectives and genitives), then a name. What ends it is a mark, a word that
opens an adjunct, a day, an addressee, a verb of saying or أن.
"""

from dataclasses import replace

from riwaya.language.clitics import joined
from riwaya.records import NameKind
from riwaya.statements.closed import closed
from riwaya.statements.nouns import SPEAKING, Head, HeadKind, classes, head, owned, proper
from riwaya.statements.phrase import Phrase, Walk, bars
from riwaya.statements.verbs import Verb
from riwaya.statements.view import MARKS, View
from riwaya.statements.walk import takes

_LONGEST = 22  # tokens
_LONGEST_NAME = 6
_LONGEST_TITLE = 3  # words of a title in marks that no noun introduces
_SHORT = 3  # letters of a word too short to hold a preposition and a noun
_SAME = closed("reading same")
_THIS = ("ذلك", "هذا", "هذه", "شيء", "ما")
_COPULAS = ("تكون", "يكون", "ليس", "ليست")
_PEOPLE = ("يون", "يين")  # نفطيون, أوروبيون: people, listed or not


def parse(view: View, first: int, limit: int, verb: Verb | None = None) -> Phrase | None:
    """The noun phrase that begins at token `first`, read no further than `limit`; None where none begins there.

    Given the `verb` whose subject it is, it also ends where that verb's content begins.
    """
    if view.word(first) == "كل" and view.word(first + 1) == "من":
        first += 2  # أوضح كل من فلان وفلان
    if view.word(first) in _SAME and view.word(first + 1).startswith("ال"):
        first += 1  # قالت ذات المصادر
    limit = min(limit, first + _LONGEST, len(view))
    if first >= limit or bars(view, first):
        return None
    return _read(view, _start(view, first, limit, view.word(first)), limit, verb)


def after_l(view: View, first: int, limit: int) -> Phrase | None:
    """The phrase at token `first` without the ل written on to it: لبيان → بيان, للوكالة → الوكالة. Known ones only."""
    word = view.word(first)
    if not word.startswith("ل") or len(word) <= _SHORT or first >= limit:
        return None
    rest = "ال" + word[2:] if word.startswith("لل") else word[1:]
    phrase = _read(
        view, _start(view, first, min(limit, len(view)), rest), min(limit, first + _LONGEST, len(view)), None
    )
    return replace(phrase, preposition=True) if phrase is not None and phrase.known else None


def _read(view: View, start: Phrase | None, limit: int, verb: Verb | None) -> Phrase | None:
    if start is None:
        return None
    noun = start.first if start.head else None
    walk = Walk(view, start.end, limit, verb, start.first if start.kind is HeadKind.NAME else None, noun=noun)
    while walk.at < limit and takes(walk, start):
        pass
    name = start.name
    if walk.name_from is not None:
        name = walk.name_from, walk.at
    if name is not None and start.kind is HeadKind.NAME and not start.known and _one_common(view, name):
        name = None
    return replace(start, end=walk.at, name=name, joint=walk.joint)


def _one_common(view: View, name: tuple[int, int]) -> bool:
    return name[1] - name[0] == 1 and view.word(name[0]).startswith("ال")


def _start(view: View, first: int, limit: int, word: str) -> Phrase | None:
    if word in _COPULAS or (word == "كل" and view.word(first + 1) in _THIS):
        return None  # كل ذلك يقول إن
    if word[0] in MARKS:
        return _quoted(view, first, limit)
    if first in view.mention:
        mention, end = view.mention[first]
        return _of_mention(view, first, mention.kind, min(end, limit))
    for written in (word, joined(word)[1]):
        found = _listed(view, first, limit, written)
        if found is not None:
            return found
    acting = (
        joined(word)[1].startswith("ي") and word.endswith("ون") and not word.endswith(_PEOPLE)
    )  # كما يزعمون ويرددون
    return _unlisted(first, word) if word[0].isalpha() and not classes(word) and not acting else None


def _listed(view: View, first: int, limit: int, written: str) -> Phrase | None:
    name = proper(view.words, first, written)
    if name is not None and first + name.words <= limit:
        end = first + name.words
        return Phrase(first, end, name.kind, None, (first, end), known=True, feminine=name.feminine)
    noun = head(written)
    if noun is not None:
        return Phrase(first, first + 1, noun.kind, noun, None, known=True, feminine=written.endswith(("ه", "ات")))
    noun = owned(written) if first not in view.dates else None
    if noun is None or noun.kind not in SPEAKING or noun.lemma == "بلاد":  # أن تكون بلاده قد: within what is said
        return None
    feminine = noun.lemma.endswith("ه") or written.removesuffix("ها").endswith("ات")
    return Phrase(first, first + 1, noun.kind, noun, None, known=True, feminine=feminine)


def _unlisted(first: int, word: str) -> Phrase:
    if word.endswith(_PEOPLE) and len(word) > _SHORT + len(_PEOPLE[0]):
        people = Head(word, HeadKind.ROLE, plural=True, definite=word.startswith("ال"))
        return Phrase(first, first + 1, HeadKind.ROLE, people, None, known=False)
    return Phrase(first, first + 1, HeadKind.NAME, None, (first, first + 1), known=False)


def _quoted(view: View, first: int, limit: int) -> Phrase | None:
    """«المرصد السوري»: a name set in marks."""
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
