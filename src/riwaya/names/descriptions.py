"""Words that stand for someone or something named before: الوزير, الرئيس التركي, سموه, الصحيفة."""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace

from riwaya.names import spellings
from riwaya.names.cast import Cast
from riwaya.names.found import Found, Run, Sheet
from riwaya.names.lexica import Head, How, sort
from riwaya.names.look import Strength
from riwaya.names.words import Word
from riwaya.records import NameKind

_LATEST = 50  # bearers of roles that are looked back at


@dataclass(frozen=True, slots=True)
class _Holder:
    words: frozenset[str]  # the role's nouns
    modifiers: frozenset[str]
    countries: frozenset[str]
    person: str
    place: int


class Roles:
    """Who bears which role, for later الوزير, الرئيس التركي, نظيره الروسي."""

    def __init__(self, sheet: Sheet, cast: Cast, found: list[Found]) -> None:
        self._sheet = sheet
        people = [f for f in found if f.kind is NameKind.PERSON and f.role]
        self._holders = [self._holder(f.role, cast.full(f), f.run[0]) for f in people if f.role]
        self._places = [holder.place for holder in self._holders]
        self._inside = {i for f in people if f.role for i in range(*f.role)}

    def _holder(self, role: Run, person: str, place: int) -> _Holder:
        words = self._sheet.words[slice(*role)]
        nouns = frozenset(w.look.role.word for w in words[:1] if w.look.role)
        return _Holder(nouns, _modifiers(words), _countries(words), person, place)

    def descriptions(self) -> Iterator[tuple[Found, str]]:
        for place, word in enumerate(self._sheet.words):
            role = word.look.role
            if not self._holders or place in self._inside or self._sheet.taken[place]:
                continue
            if word.look.forms[-1][1] in sort("honoured"):
                yield from self._honoured(place, word)
            if role is None:
                continue
            peer = word.look.forms[-1][1] in sort("peer")
            if word.look.how not in (How.HEAD, How.TITLE) or not (role.definite or peer) or word.over:
                continue
            end = self._end(place + 1)
            if end < len(self._sheet.words) and self._sheet.words[end].folded == "باسم":  # another body's
                continue
            if self._opens(end):
                continue
            holder = self._bearer(place, self._sheet.words[place:end], peer=peer)
            if holder:
                found = Found(kind=NameKind.PERSON, run=(place, end), cut=role.cut, implied=role.implied)
                self._sheet.put(found)
                yield found, holder.person

    def _opens(self, place: int) -> bool:
        """Whether a person's name starts here, found or not: والأمير سالم بن ماجد is no word for the prince before."""
        if place >= len(self._sheet.words):
            return False
        taken, word = self._sheet.taken[place], self._sheet.words[place]
        if taken is not None:
            return taken.kind is NameKind.PERSON and taken.run[0] == place
        return word.look.name is not Strength.NONE and not word.article and not word.over

    def _honoured(self, place: int, word: Word) -> Iterator[tuple[Found, str]]:
        """سموه, معاليه: the last one named with a role."""
        royal = word.look.forms[-1][1] in sort("highness")
        before = [h for h in self._before(place) if royal == bool(h.words & sort("royal"))]
        after = self._sheet.taken[place + 1] if place + 1 < len(self._sheet.words) else None
        if before and (after is None or after.kind is not NameKind.PERSON):
            found = Found(kind=NameKind.PERSON, run=(place, place + 1), cut=word.look.forms[-1][0])
            self._sheet.put(found)
            yield found, before[0].person

    def _before(self, place: int) -> list[_Holder]:
        """The last bearers of a role before `place`, latest first."""
        end = bisect(self._places, place)
        return self._holders[max(0, end - _LATEST) : end][::-1]

    def _end(self, place: int) -> int:
        """Past the nationality and the adjectives of a description."""
        words = self._sheet.words
        while place < len(words) and words[place].article and self._sheet.taken[place] is None:
            if words[place].look.nisba is None and words[place].folded not in sort("modifier"):
                break
            place += 1
        return place

    def _bearer(self, place: int, words: list[Word], *, peer: bool) -> _Holder | None:
        countries, modifiers = _countries(words), _modifiers(words)
        noun = words[0].look.role.word if words[0].look.role else ""
        for holder in self._before(place):
            if not (countries <= holder.countries and modifiers <= holder.modifiers):
                continue
            if holder.modifiers & sort("former") and not modifiers & sort("former"):
                continue
            if noun in holder.words or (peer and countries):
                return holder
        return None


def _modifiers(words: list[Word]) -> frozenset[str]:
    return frozenset(w.folded for w in words if w.folded in sort("modifier"))


def _countries(words: list[Word]) -> frozenset[str]:
    return frozenset(w.look.nisba for w in words if w.look.nisba)


def bodies_again(sheet: Sheet) -> Iterator[tuple[Found, str]]:
    """الصحيفة, الوكالة, الوزارة: the last one named that was called so."""
    called: dict[str | None, Found] = {}
    for place, word in enumerate(sheet.words):
        taken, head = sheet.taken[place], word.look.head
        if taken is not None and taken.kind is NameKind.ORGANISATION and taken.run[0] == place:
            called[_called(sheet, taken)] = taken
        if taken is not None or head is None or not head.definite or head.word not in called:
            continue
        if word.look.body is not Head.NAMED and head.word not in sort("again"):
            continue
        meant = called[head.word]
        again = replace(
            meant, run=(place, _nationality(sheet, place + 1)), cut=head.cut, implied=head.implied, role=None
        )
        sheet.put(again)
        yield again, meant.name or sheet.surface(meant)


def _nationality(sheet: Sheet, end: int) -> int:
    while end < len(sheet.words) and sheet.words[end].look.nisba and sheet.words[end].article:
        end += 1
    return end


def _called(sheet: Sheet, found: Found) -> str | None:
    """The noun by which a body is taken up again: the one before it or its own first word, also by the tables."""
    own = sheet.words[found.run[0]].look.head
    if found.head or (own and not own.definite):
        return found.head or (own.word if own else None)
    first = spellings.parts(found.name)[:1] if found.name else ()
    return first[0] if first else None
