"""Dates that contradict themselves: a weekday that is not its date's, a day that its month does not have."""

from dataclasses import dataclass

from riwaya.dates.expressions import Day
from riwaya.dates.find import scan
from riwaya.dates.resolve import resolve
from riwaya.records import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    span: Span
    text: str
    why: str


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def contradictions(text: str) -> tuple[Contradiction, ...]:
    """What no calendar allows, of the full Gregorian dates of `text`; Hijri ones may be a day off and are left out."""
    found: list[Contradiction] = []
    for one in scan(text):
        said = one.expression
        if not isinstance(said, Day) or said.hijri or said.year is None:
            continue
        when = resolve(said, None)
        words = text[slice(*one.span)]
        if when is None:
            found.append(
                Contradiction(span=one.span, text=words, why=f"{said.year}-{said.month:02} has no day {said.day}")
            )
        elif said.weekday is not None and when.first.weekday() != said.weekday:
            why = f"{when.value} is a {_WEEKDAYS[when.first.weekday()]}, not a {_WEEKDAYS[said.weekday]}"
            found.append(Contradiction(span=one.span, text=words, why=why))
    return tuple(found)
