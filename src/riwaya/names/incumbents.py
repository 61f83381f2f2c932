"""Whoever holds an office that an article speaks of by the office alone: الرئيس الأميركي, وزير الخارجية الروسي.

The one whom the article names with that office anywhere, else the one whom the table of holders has on its day. A
wrong one is worse than none: a deputy, a former or coming holder, another year in the sentence, or a word after it that
may be his name, and the office stays without one.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cached_property

from riwaya.language.sentences import sentences
from riwaya.names import holders
from riwaya.names.cast import Cast
from riwaya.names.found import OFFICE, Found, Run, Sheet
from riwaya.names.lexica import How, sort
from riwaya.names.look import Strength
from riwaya.names.roles import phrase
from riwaya.records import NameKind, Span

_CHANGE = timedelta(days=7)  # round a change of office who is meant is not sure: إقالة وزير كذا
_YEAR = re.compile(r"(?<!\d)(1[6-9]\d\d|20\d\d)(?!\d)")

Office = tuple[str, str]


class Incumbents:
    """The offices that an article's people are given, and what stands for them without a name."""

    def __init__(self, sheet: Sheet, cast: Cast, found: list[Found]) -> None:
        self._sheet = sheet
        self._named: dict[Office, set[str]] = {}
        for one in found:
            office = holders.office(sheet.role_text(one)) if one.kind is NameKind.PERSON and one.role else None
            if office:
                self._named.setdefault(office, set()).add(cast.full(one))
        self._inside = {i for one in found if one.role for i in range(*one.role)}

    def descriptions(self) -> Iterator[tuple[Found, str]]:
        yield from self._kings()
        for place, word in enumerate(self._sheet.words):
            role = word.look.role
            if role is None or word.look.how not in (How.HEAD, How.TITLE) or place in self._inside or word.over:
                continue
            if self._sheet.taken[place] is not None or self._another(place - 1):
                continue
            end, name = phrase(self._sheet, place, role)
            for last in (*self._links(place, end), end) if name is None else ():
                found = Found(
                    kind=NameKind.PERSON, run=(place, last), cut=role.cut, implied=role.implied, tagger=OFFICE
                )
                told = self._definite(found) and not self._told_apart(last)
                if told and (person := self._holder(found)):
                    self._sheet.put(found)
                    yield found, person
                    break

    def _kings(self) -> Iterator[tuple[Found, str]]:
        """خادم الحرمين الشريفين, unless the king's name follows."""
        words = self._sheet.words
        for place in range(len(words) - 2):
            cut, form = words[place].look.forms[-1]
            run = (place, place + 3)
            if form != "خادم" or (words[place + 1].folded, words[place + 2].folded) != ("الحرمين", "الشريفين"):
                continue
            if place in self._inside or self._told_apart(run[1]) or self._titled(run[1]):
                continue
            found = Found(kind=NameKind.PERSON, run=run, cut=cut, tagger=OFFICE)
            if person := self._holder(found):
                self._sheet.put(found)
                yield found, person

    def _titled(self, place: int) -> bool:
        """الملك, whose name follows."""
        look = self._sheet.words[place].look if place < len(self._sheet.words) else None
        return look is not None and look.role is not None and look.role.definite

    def _links(self, place: int, end: int) -> Iterator[int]:
        """Where a preposition may begin what is no part of the office: الرئيس الأميركي | إلى المدينة."""
        return (i for i in range(place + 1, end) if self._sheet.words[i].links)

    def _holder(self, found: Found) -> str | None:
        office = holders.office(self._sheet.surface(found))
        if office is None:
            return None
        named = self._named.get(office, set())
        day = self._sheet.day
        held = holders.meant(self._sheet.surface(found), day) if day and not self._of_another_year(found.run) else None
        if held and day and not held.since + _CHANGE <= day <= held.until - _CHANGE:
            held = None
        if not named:
            return held.holder if held else None
        one = next(iter(named))
        another = held is not None and holders.holder_called(one) not in (None, held.holder)
        return one if len(named) == 1 and not another else None  # a role read on to the wrong man: أمير كذا … جون كيري

    def _definite(self, found: Found) -> bool:
        """متحدث باسم كذا, رئيس للبلاد is any one of them; المتاجر الرئيسة في كذا is no office."""
        first, second = (self._sheet.words[min(i, found.run[1] - 1)] for i in (found.run[0], found.run[0] + 1))
        noun = first.look.role
        if noun is None or (noun.definite and second.folded == "في"):
            return False
        return noun.definite or not (second.links or second.folded.startswith("لل"))

    def _another(self, place: int) -> bool:
        """نائب وزير الخارجية, زوجة الرئيس: the office's words and not its holder; the name before it: فلان رئيس كذا."""
        if place < 0:
            return False
        taken = self._sheet.taken[place]
        if taken is not None and taken.kind is NameKind.PERSON:
            return True
        aside = sort("beside_office") | sort("named_after")
        return any(form in aside for _, form in self._sheet.words[place].look.forms)

    def _told_apart(self, end: int) -> bool:
        """What follows tells of another holder, or may be a name."""
        if end >= len(self._sheet.words):
            return False
        word = self._sheet.words[end]
        if not word.letters:
            return self._sheet.mark(end) in ("(", "/")
        taken = self._sheet.taken[end]
        if taken is not None:
            return taken.kind is NameKind.PERSON
        if word.folded in sort("former") | sort("coming") | sort("then"):
            return True
        return word.look.unknown or (word.look.name is not Strength.NONE and not word.over)

    def _of_another_year(self, run: Run) -> bool:
        """Whether the sentence names a year that is not the article's."""
        start = self._sheet.spans[run[0]][0]
        text = next((self._sheet.text[a:b] for a, b in self._sentences if a <= start < b), "")
        years = {int(year) for year in _YEAR.findall(text)}
        return self._sheet.day is not None and bool(years - {self._sheet.day.year})

    @cached_property
    def _sentences(self) -> list[Span]:
        return sentences(self._sheet.text)
