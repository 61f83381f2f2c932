"""Words that stand for someone or something named before: الوزير, الرئيس التركي, سموه, الصحيفة."""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace

from riwaya.names import spellings
from riwaya.names.cast import Cast
from riwaya.names.found import Found, Run, Sheet
from riwaya.names.lexica import Head, How, heads, sort
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
    of_state: bool  # الرئيس, رئيس الجمهورية: whom الرئيس alone may mean


class Roles:
    """Who bears which role, for later الوزير, الرئيس التركي, نظيره الروسي."""

    def __init__(self, sheet: Sheet, cast: Cast, found: list[Found]) -> None:
        self._sheet = sheet
        people = [f for f in found if f.kind is NameKind.PERSON and f.role and not _named_after(sheet, f)]
        self._holders = [self._holder(f.role, cast.full(f), f.run[0]) for f in people if f.role]
        self._places = [holder.place for holder in self._holders]
        self._inside = {i for f in people if f.role for i in range(*f.role)}

    def _holder(self, role: Run, person: str, place: int) -> _Holder:
        words = self._sheet.words[slice(*role)]
        nouns = frozenset(w.look.role.word for w in words[:1] if w.look.role)
        definite = words[0].look.role is not None and words[0].look.role.definite
        of_state = definite or (len(words) > 1 and words[1].folded in sort("presided"))
        return _Holder(nouns, _modifiers(words), _countries(words), person, place, of_state)

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
            if role.word in heads() or self._qualifies(place):
                continue
            end = self._end(place + 1)
            if end < len(self._sheet.words) and self._sheet.words[end].folded == "باسم":  # another body's
                continue
            if self._opens(end) or self._narrowed(role.word, place, end):
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
        if place + 1 < len(self._sheet.words) and self._sheet.words[place + 1].folded == "بن":
            return True
        if taken is not None:
            return taken.kind is NameKind.PERSON and taken.run[0] == place
        named = word.look.name is not Strength.NONE or word.look.unknown
        return named and not word.article and not word.over

    def _qualifies(self, place: int) -> bool:
        """An adjective, or the office of the man just named: ولي عهده الأمين, الوكالات الرئيسة, فلان المدير الفني."""
        if place == 0 or self._sheet.words[place].look.forms[-1][0]:
            return False
        before, taken = self._sheet.words[place - 1], self._sheet.taken[place - 1]
        if taken is not None and taken.kind is NameKind.PERSON:
            return True
        noun = before.article and before.look.role is None and before.folded not in sort("time")
        return noun or (before.letters and before.folded.endswith(("ده", "دها")))

    def _narrowed(self, noun: str, place: int, end: int) -> bool:
        """What follows says which: المدير الجهوي, النائب عن الدائرة, المدير العام للشركة; not دعا الوزير المواطنين."""
        if end >= len(self._sheet.words):
            return False
        after = self._sheet.words[end]
        if after.article and after.letters and self._sheet.taken[end] is None:
            return not after.folded.endswith(("ين", "ون", "ات"))
        spoken = place > 0 and any(form in sort("speech") for _, form in self._sheet.words[place - 1].look.forms)
        return (after.folded in ("عن", "باسم") and noun in sort("deputy")) or (
            after.folded.startswith("لل") and not spoken
        )

    def _honoured(self, place: int, word: Word) -> Iterator[tuple[Found, str]]:
        """سموه, معاليه: the last one named with a role."""
        said = word.look.forms[-1][1]
        royal, holy = said in sort("highness"), said in sort("eminence")
        wanted = sort("cleric") if holy else sort("royal")
        before = [h for h in self._before(place) if (royal or holy) == bool(h.words & wanted)]
        after = self._sheet.taken[place + 1] if place + 1 < len(self._sheet.words) else None
        if before and (after is None or after.kind is not NameKind.PERSON) and not self._gladness(place):
            found = Found(kind=NameKind.PERSON, run=(place, place + 1), cut=word.look.forms[-1][0])
            self._sheet.put(found)
            yield found, before[0].person

    def _gladness(self, place: int) -> bool:
        """عبر عن سعادته, أبدى سعادته بكذا: his happiness; قال سعادته إن is His Excellency."""
        words = self._sheet.words
        if not words[place].folded.endswith("سعادته"):
            return False
        spoken = place > 0 and any(form in sort("speech") for _, form in words[place - 1].look.forms)
        return not spoken or (place + 1 < len(words) and words[place + 1].folded.startswith(("ب", "ال")))

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
            if noun in sort("president") and not (
                holder.of_state or countries or modifiers
            ):  # رئيس البرلمان is no الرئيس
                continue
            if noun in holder.words or (peer and countries):
                return holder
        return None


def _named_after(sheet: Sheet, found: Found) -> bool:
    """جامع الإمام فلان, جامعة الملك فلان: a house, and not the man."""
    start = found.role[0] if found.role and found.role[0] < found.run[0] else found.run[0]
    return start > 0 and any(form in sort("named_after") for _, form in sheet.words[start - 1].look.forms)


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
