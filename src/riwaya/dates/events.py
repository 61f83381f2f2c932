"""One coming event named in two ways in one text: by a bare weekday here, by day and month there.

Only events to come: what is past is named by its date because it is more than a week old, and its weekday is another's.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from riwaya.dates.expressions import Day, Lean, Weekday
from riwaya.dates.find import Found
from riwaya.language.stems import stem
from riwaya.language.tokens import words
from riwaya.records import Span

_AROUND = 90  # letters on each side of a date in which its event is named
_SHORT = 3  # letters: words no longer than this tell nothing of an event
_SHARED = 3  # words that two mentions of one event have in common around them
_AHEAD = 1.25  # how far the best weekday must lead the next


@dataclass(frozen=True, slots=True)
class Event:
    """`day` has the weekday that was found for it."""

    day: Day
    why: str
    span: Span


def event(text: str, found: Sequence[Found]) -> Event | None:
    """The first such event, None where none is sure."""
    coming = [one for one in found if isinstance(one.expression, Weekday) and _coming(one)]
    for one in found:
        said = one.expression
        if not isinstance(said, Day) or said.hijri or said.offset is not None or not _coming(one):
            continue
        same = _same_day(text, one, [w for w in coming if _may_be(said, w)], found)
        if same is not None and isinstance(same.expression, Weekday):
            why = f"{text[slice(*same.span)]} and {text[slice(*one.span)]} name one day"
            return Event(replace(said, weekday=same.expression.weekday), why, one.span)
    return None


def _coming(one: Found) -> bool:
    said = one.expression
    lean = said.said if isinstance(said, Day | Weekday) else None
    return (one.tense if lean is None else lean) is Lean.FUTURE


def _may_be(day: Day, one: Found) -> bool:
    """A date with a weekday of its own (الخميس 15 ديسمبر) is on no other."""
    said = one.expression
    return isinstance(said, Weekday) and day.weekday in (None, said.weekday)


def _same_day(text: str, one: Found, weekdays: Sequence[Found], found: Sequence[Found]) -> Found | None:
    """The mention of the weekday on which the day `one` falls, judged by the words around both.

    A word counts where it stands twice: in one sentence two days are named because they are two.
    """
    here = _content(text, one, found)
    scores: Counter[int] = Counter()
    best: dict[int, tuple[int, Found]] = {}
    for other in weekdays:
        if not isinstance(other.expression, Weekday):
            continue
        weekday = other.expression.weekday
        there = _content(text, other, found)
        shared = sum(there.get(word, place) != place for word, place in here.items())
        scores[weekday] += shared
        if weekday not in best or shared > best[weekday][0]:
            best[weekday] = shared, other
    ranked = scores.most_common(2)
    if not ranked or best[ranked[0][0]][0] < _SHARED:
        return None
    sure = len(ranked) == 1 or ranked[0][1] >= _AHEAD * ranked[1][1]
    return best[ranked[0][0]][1] if sure else None


def _content(text: str, one: Found, found: Sequence[Found]) -> dict[str, int]:
    """Stems of the words around a mention, within its line, and where each stands; words of time are no content."""
    left = max(text.rfind("\n", 0, one.span[0]) + 1, one.span[0] - _AROUND)
    line_end = text.find("\n", one.span[1])
    right = min(line_end if line_end >= 0 else len(text), one.span[1] + _AROUND)
    timed = [f.span for f in found if f.span[0] < right and left < f.span[1]]
    inside: dict[str, int] = {}
    for word in words(text[left:right]):
        place = word.span[0] + left
        if len(word.folded) > _SHORT and not any(start <= place < end for start, end in timed):
            inside.setdefault(stem(word.folded), place)
    return inside
