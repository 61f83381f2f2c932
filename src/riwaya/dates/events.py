"""One event named in two ways in one text: by a bare weekday here (الجمعة), by day and month there (يوم 15 أغسطس)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from riwaya.dates.expressions import Day, Lean, Weekday
from riwaya.dates.find import Found
from riwaya.language.stems import stem
from riwaya.language.tokens import words
from riwaya.records import Span

_AROUND = 90  # letters on each side of a date in which its event is named
_SHORT = 3  # letters: shorter words tell nothing of an event
_ENOUGH = 2.0  # words shared, rare ones counting for more
_AHEAD = 1.25  # how far the best weekday must lead the next


@dataclass(frozen=True, slots=True)
class Event:
    """`day` has the weekday that was found for it; `lean` says on which side of the text's own day it lies."""

    day: Day
    lean: Lean
    why: str
    span: Span


def event(text: str, found: Sequence[Found]) -> Event | None:
    """The surest such event, None where none is sure."""
    weekdays = [one for one in found if isinstance(one.expression, Weekday) and one.expression.week is None]
    frequency = Counter(stem(word.folded) for word in words(text))
    for one in found:
        said = one.expression
        if not isinstance(said, Day) or said.hijri or said.offset is not None:
            continue
        same = _same_day(text, one, weekdays, frequency)
        if same is not None and isinstance(same.expression, Weekday):
            why = f"{text[slice(*same.span)]} and {text[slice(*one.span)]} name one day"
            return Event(replace(said, weekday=same.expression.weekday), _lean(same), why, one.span)
    return None


def _same_day(text: str, one: Found, weekdays: Sequence[Found], frequency: Counter[str]) -> Found | None:
    """The mention of the weekday on which the day `one` falls, judged by the words around both."""
    here = _content(text, one.span)
    side = _lean(one)
    scores: Counter[int] = Counter()
    best: dict[int, tuple[float, Found]] = {}
    for other in weekdays:
        weekday = other.expression.weekday if isinstance(other.expression, Weekday) else -1
        if side is not Lean.OPEN and _lean(other) is not side:
            continue
        score = sum(1 / frequency[word] ** 0.5 for word in here & _content(text, other.span))
        scores[weekday] += int(100 * score)
        if weekday not in best or score > best[weekday][0]:
            best[weekday] = score, other
    ranked = scores.most_common(2)
    if not ranked or best[ranked[0][0]][0] * 100 < _ENOUGH * 50:
        return None
    sure = len(ranked) == 1 or ranked[0][1] >= _AHEAD * ranked[1][1]
    return best[ranked[0][0]][1] if sure else None


def _lean(one: Found) -> Lean:
    said = one.expression.said if isinstance(one.expression, Day | Weekday) else None
    return one.tense if said is None else said


def _content(text: str, span: Span) -> set[str]:
    """Stems of the words around a mention, within its line."""
    left = max(text.rfind("\n", 0, span[0]) + 1, span[0] - _AROUND)
    line_end = text.find("\n", span[1])
    right = min(line_end if line_end >= 0 else len(text), span[1] + _AROUND)
    around = f"{text[left : span[0]]} {text[span[1] : right]}"
    return {stem(word.folded) for word in words(around) if len(word.folded) > _SHORT}
