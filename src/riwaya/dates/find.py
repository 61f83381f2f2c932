"""The dates in a text: rules over units, then what they mean from the anchor."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from riwaya.dates.expressions import (
    Between,
    Clock,
    Day,
    DayOf,
    Every,
    Expression,
    Holiday,
    Lean,
    Length,
    PartOf,
    Today,
    Weekday,
)
from riwaya.dates.islands import islands, matching
from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.resolve import resolve
from riwaya.dates.rule import Hit
from riwaya.dates.rules import RULES
from riwaya.dates.tense import Tenses
from riwaya.dates.units import Read, read
from riwaya.records import DateKind, DateMention, Span

_PART, _COMMA, _UNIT, _STOP = (SYMBOLS[kind] for kind in (Kind.PART, Kind.COMMA, Kind.UNIT, Kind.STOP))
_OPEN, _CLOSE = SYMBOLS[Kind.OPEN], SYMBOLS[Kind.CLOSE]
_DAYS = (Day, DayOf, Today, Weekday, Holiday)
_UNTIL = SYMBOLS[Kind.UNTIL]
_JOINS = (_UNTIL, _UNTIL + _UNIT, SYMBOLS[Kind.DASH])
_KINDS: dict[type, DateKind] = {Length: DateKind.DURATION, Every: DateKind.SET}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Words of time with what they mean, before any anchor. `units` are the places of its words among the text's."""

    span: Span
    units: Span
    expression: Expression
    tense: Lean
    rule: str


def find(article: str, text: str, anchor: date | None) -> tuple[DateMention, ...]:
    """Every mention of a time in `text`, in order, seen from the day `anchor`; none overlaps another."""
    found = scan(text)
    day = None if anchor is None else anchor + _late(found, anchor)
    return tuple(_mention(article, text, day, one) for one in found)


def _late(found: Sequence[Found], anchor: date) -> timedelta:
    """How far the text's own day lies from the anchor: a page captured on Friday that says اليوم الاثنين is Monday's.

    Nought where the weekdays beside اليوم, أمس and غدا do not tell one thing, or tell the anchor's own day.
    """
    told: set[timedelta] = set()
    for one in found:
        said = one.expression.of if isinstance(one.expression, PartOf) else one.expression
        if isinstance(said, Today) and said.weekday is not None:
            when = resolve(said, anchor)
            if when is not None:
                told.add(when.first - timedelta(days=said.offset) - anchor)
    return told.pop() if len(told) == 1 else timedelta()


def _mention(article: str, text: str, anchor: date | None, found: Found) -> DateMention:
    said = found.expression
    kind = _KINDS.get(type(said), DateKind.DATE)
    return DateMention(
        article=article,
        span=found.span,
        text=text[slice(*found.span)],
        value=resolve(said, anchor, found.tense) if kind is DateKind.DATE else None,
        anchor=anchor,
        rule=found.rule,
        kind=kind,
        length=said.iso if isinstance(said, Length) else None,
        recurrence=said.rule if isinstance(said, Every) else None,
    )


@lru_cache(maxsize=4)
def scan(text: str) -> tuple[Found, ...]:
    """The mentions of `text`, unresolved; kept a while, since a day that no words state is inferred from them first."""
    units = read(text)
    chosen = list(_chosen(units))
    if not chosen:
        return ()
    told = Tenses(units)
    found: list[Found] = []
    for rule, first, end, expression in chosen:
        start, stop, whole = _with_part(units, first, end, expression)
        if found and start < found[-1].units[1]:  # the part was said of a time of day: الساعة الخامسة من مساء أمس
            start, stop, whole = first, end, expression
        tense = told.at(start, stop)
        found.append(Found(span=units.span(start, stop), units=(start, stop), expression=whole, tense=tense, rule=rule))
    return tuple(_joined(units, [_on_a_day(units, found, place) for place in range(len(found))]))


_Match = tuple[str, int, int, Expression]


def _chosen(units: Read) -> Iterator[_Match]:
    """The earliest match, of those the longest, of those the first rule's; then on from its end."""
    for first, end in islands(units.symbols):
        yield from _chosen_on(units, first, units.symbols[first:end])


def _chosen_on(units: Read, base: int, island: str) -> Iterator[_Match]:
    matches: list[tuple[int, int, int, _Match]] = []
    for order, match in matching(island):
        rule = RULES[order]
        expression = rule.read(Hit(units, match, base))
        if expression is not None:
            first, end = _unbracketed(units.symbols, base + match.start(), base + match.end())
            matches.append((first, -end, order, (rule.name, first, end, expression)))
    last = 0
    for first, _, _, found in sorted(matches, key=lambda m: m[:3]):
        if first >= last:
            last = found[2]
            yield found


def _unbracketed(symbols: str, first: int, end: int) -> Span:
    """A bracket that closes what was opened before the match is not of it: (30-31 أكتوبر)."""
    return first, end - 1 if symbols[end - 1] == _CLOSE and _OPEN not in symbols[first:end] else end


def _with_part(units: Read, first: int, end: int, expression: Expression) -> tuple[int, int, Expression]:
    """مساء الأحد and الأحد مساء: a part of a day beside it belongs to it."""
    if not isinstance(expression, _DAYS):
        return first, end, expression
    before = first - 1
    if units.symbol(before) == _UNIT and units.value(before) == "day" and units.symbol(before - 1) == _PART:
        before -= 1  # مساء يوم الأحد
    if units.symbol(before) == _PART:
        return before, end, PartOf(of=expression)
    after = end + 1 if units.symbol(end) == _COMMA else end
    if units.symbol(after) == _PART and units.word(after).endswith(("ا", "اء")):
        return first, after + 1, PartOf(of=expression)
    if any(symbol == _PART for symbol in units.symbols[first:end]):
        return first, end, PartOf(of=expression)
    return first, end, expression


def _joined(units: Read, found: list[Found]) -> list[Found]:
    """من اليوم حتى الأحد المقبل: two days that حتى joins are the ends of one stretch."""
    whole: list[Found] = []
    for one in found:
        last = whole[-1] if whole else None
        if last is None or not _ends_of_one(units, last, one):
            whole.append(one)
            continue
        start = last.units[0] - (units.symbol(last.units[0] - 1) == SYMBOLS[Kind.OF])
        ends = Between(first=last.expression, last=one.expression)
        place = (start, one.units[1])
        whole[-1] = Found(span=units.span(*place), units=place, expression=ends, tense=one.tense, rule="from_to")
    return whole


def _ends_of_one(units: Read, first: Found, last: Found) -> bool:
    between = units.symbols[first.units[1] : last.units[0]]
    days = isinstance(first.expression, _DAYS) and isinstance(last.expression, _DAYS)
    figures = isinstance(first.expression, Day) and isinstance(last.expression, Day)  # not الجمعة - 3 مايو
    return days and between in _JOINS and (between != SYMBOLS[Kind.DASH] or figures)


def _on_a_day(units: Read, found: list[Found], place: int) -> Found:
    """A bare time of day is on the day that follows at once (الساعة الثالثة مساء أمس), or the last in its sentence."""
    one = found[place]
    clock = one.expression
    if not isinstance(clock, Clock) or clock.of is not None:
        return one
    stop = units.symbols.rfind(_STOP, 0, one.units[0])
    beside = [f for f in found[place + 1 : place + 2] if f.units[0] <= one.units[1] + 1]
    earlier = [f for f in reversed(found[:place]) if f.units[0] > stop]
    for other in beside + earlier:
        of = other.expression.of if isinstance(other.expression, PartOf) else other.expression
        if isinstance(of, _DAYS):
            return replace(one, expression=replace(clock, of=of))
    return one
