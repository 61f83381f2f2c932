"""Two places that cannot both be right.

A weekday beside the wrong date, one event in two years or on two days, one sentence with two numbers. Each rule asks
for enough shared words or names that chance is no explanation.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from riwaya.dates.contradictions import contradictions
from riwaya.dossier.material import Desk
from riwaya.dossier.numbers import around, changed_numbers
from riwaya.dossier.propositions import Proposition, Reader, events_in
from riwaya.dossier.words import bag
from riwaya.language.letters import fold
from riwaya.records import Claim, DateMention, Inconsistency, Precision, Span, When

_WEEKDAYS = {
    "الاثنين": 0, "الثلاثاء": 1, "الاربعاء": 2, "الخميس": 3, "الجمعه": 4, "السبت": 5, "الاحد": 6,
}  # fmt: skip
_MONTH_NAMED = re.compile(r"\d{1,2}\W+(?:من\s)?(?:شهر\s)?[^\W\d]{3,}")  # 14 مارس; a month in digits may be Hijri
_YEAR = re.compile(r"\d{4}")
_NEAR = 12  # words
_SHARED = 2
_DAYS = {Precision.TIME, Precision.PART_OF_DAY, Precision.DAY}
_YEARS_APART = 2  # a slip of the year, or an old year kept; further apart it is another event


@dataclass(frozen=True)
class _Dated:
    """A date in its sentence, with what the sentence is about."""

    mention: DateMention
    when: When
    sentence: Span
    meant: Proposition

    @property
    def place(self) -> tuple[str, Span]:
        return self.mention.article, self.mention.span

    @cached_property
    def day(self) -> bool:
        return self.when.precision in _DAYS and self.when.first == self.when.last


def inconsistencies(desk: Desk, claims: tuple[Claim, ...], reader: Reader) -> tuple[Inconsistency, ...]:
    dated = list(_dated(desk, reader))
    found = [
        *impossible_days(desk),
        *_weekdays(dated),
        *_years(desk, dated),
        *_days(desk, claims, dated),
        *changed_numbers(desk),
    ]
    unique = {(one.kind, one.places): one for one in found}
    place = {article: at for at, article in enumerate(desk.articles)}
    return tuple(sorted(unique.values(), key=lambda i: (i.kind, [(place[a], s) for a, s in i.places])))


def _dated(desk: Desk, reader: Reader) -> Iterator[_Dated]:
    for article in desk.articles:
        for mention in desk.dates.get(article, ()):
            if mention.value is not None:
                sentence = desk.sentence(article, mention.span[0])
                yield _Dated(mention, mention.value, sentence, reader.of(article, sentence))


def impossible_days(desk: Desk) -> Iterator[Inconsistency]:
    """«31 فبراير 2025»: what no calendar has."""
    for article in desk.articles:
        for one in contradictions(desk.articles[article].text):
            text = f"«{one.text}»: لا يوافق التقويم"
            yield Inconsistency(kind="weekday", text=text, places=((article, one.span),))


def _weekdays(dated: list[_Dated]) -> Iterator[Inconsistency]:
    """«الثلاثاء 9 مارس» where the ninth is a Monday."""
    for one in dated:
        folded = fold(one.mention.text)
        named = [number for word, number in _WEEKDAYS.items() if word in folded.split()]
        if len(named) == 1 and one.day and _sure(folded) and one.when.first.weekday() != named[0]:
            text = f"«{one.mention.text}»: اليوم المذكور لا يوافق {one.when.first.isoformat()}"
            yield Inconsistency(kind="weekday", text=text, places=(one.place,))


def _sure(folded: str) -> bool:
    """«الثلاثاء 10/12» may be a Hijri month, or a month before a day; a month's name or a year settles it."""
    return _MONTH_NAMED.search(folded.replace("/", " ")) is not None or _YEAR.search(folded) is not None


def _years(desk: Desk, dated: list[_Dated]) -> Iterator[Inconsistency]:
    """One month in two years for one thing: «أُعلن في ديسمبر 2023» وصوله, and he left in December 2024."""
    written = [
        one
        for one in dated
        if one.when.precision in _DAYS | {Precision.MONTH}
        and one.meant.persons
        and str(one.when.first.year) in fold(one.mention.text)
    ]  # a year that we worked out ourselves proves nothing against one that is written
    told: set[tuple[int, frozenset[int], frozenset[str]]] = set()
    by_month: defaultdict[int, list[_Dated]] = defaultdict(list)
    for one in written:
        by_month[one.when.first.month].append(one)
    for a, b in (pair for group in by_month.values() for pair in combinations(group, 2)):
        if not 0 < abs(a.when.first.year - b.when.first.year) <= _YEARS_APART:
            continue
        if a.day and b.day and a.when.first.day != b.when.first.day:
            continue
        shared = a.meant.participants & b.meant.participants
        if not a.meant.persons & b.meant.persons or (len(shared) < 2 and not _kin(a, b)):  # noqa: PLR2004 - a person and a place
            continue
        key = a.when.first.month, frozenset({a.when.first.year, b.when.first.year}), a.meant.persons & b.meant.persons
        if key not in told:  # copies of either side say it again
            told.add(key)
            yield Inconsistency(kind="year", text=_two(desk, a, b), places=(a.place, b.place))


_MOVES = {"travel", "asylum", "withdraw"}


def _kin(a: _Dated, b: _Dated) -> bool:
    """Kinds of event that go together: who leaves arrives."""
    return bool(a.meant.events & b.meant.events) or (bool(a.meant.events & _MOVES) and bool(b.meant.events & _MOVES))


def _days(desk: Desk, claims: tuple[Claim, ...], dated: list[_Dated]) -> Iterator[Inconsistency]:
    """One claim, one kind of event, two days: «سيعقد في 14 مارس», «سيعقد في 24 مارس». Each pair of days once."""
    written: defaultdict[str, list[_Dated]] = defaultdict(list)
    for one in dated:
        if one.when.precision is Precision.DAY and _MONTH_NAMED.search(fold(one.mention.text)):
            written[one.mention.article].append(one)
    for claim in claims:
        held = [desk.by_id[s] for s in claim.statements]
        inside = [
            one
            for statement in held
            for one in written[statement.article]
            if _within(one.mention.span, statement.spans.content)
        ]
        pairs: dict[tuple[str, str], tuple[_Dated, _Dated]] = {}
        for a, b in combinations(inside, 2):
            if a.when.first != b.when.first and a.sentence != b.sentence and _of_one_event(desk, a, b):
                first, second = sorted((a, b), key=lambda one: one.when.first)
                pairs.setdefault((first.when.first.isoformat(), second.when.first.isoformat()), (first, second))
        for first, second in pairs.values():
            yield Inconsistency(kind="day", text=_two(desk, first, second), places=(first.place, second.place))


def _of_one_event(desk: Desk, a: _Dated, b: _Dated) -> bool:
    """One kind of event, and more words than its own, in the few before each date: what it is the date of."""
    left, right = (" ".join(_before(desk, one).split()[-_NEAR:]) for one in (a, b))
    return bool(events_in(left) & events_in(right)) and len(bag(left) & bag(right)) >= _SHARED


def _before(desk: Desk, one: _Dated) -> str:
    return desk.words(one.mention.article, (one.sentence[0], one.mention.span[0]))


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _two(desk: Desk, a: _Dated, b: _Dated) -> str:
    return " مقابل ".join(f"«{_in_sentence(desk, one)}»" for one in (a, b))


def _in_sentence(desk: Desk, one: _Dated) -> str:
    start = one.sentence[0]
    within = one.mention.span[0] - start, one.mention.span[1] - start
    return around(desk.words(one.mention.article, one.sentence), within)
