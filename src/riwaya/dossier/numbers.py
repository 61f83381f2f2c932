"""A copied sentence in which another outlet changed one number: «40 في المئة», «45 في المئة».

Said only where nothing else explains it: the sentence is the same but for that number, neither number stands anywhere
in the other article, and they are not one number written twice (7,16 · 7.16 · 16ر7) or rounded (68.18 · 68).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from riwaya.dossier.material import Desk, day_of
from riwaya.dossier.words import folded_words
from riwaya.language.letters import fold
from riwaya.records import Copy, Edit, Inconsistency, Span

# Two groups of digits with what presses set between whole and fraction: a dot, a comma, ر, with a mark of direction.
_NUMBER = re.compile(r"\d+(?:[.,٫ر]\u200f?\d+)?")
_JOINED = re.compile(r"[\d/:–\-]")  # beside a number: a date, a clock, a range
_GROUPS = re.compile(r"\d+")
_ALIKE = 0.9  # of two sentences' words without their numbers, as a share of all of them
_ONE_TEXT = 0.5  # of either article, the part that the other has
_ROUNDED = 0.02  # numbers nearer than this are one number, rounded


@dataclass(frozen=True, slots=True)
class _Number:
    """`groups` is how we know it again in another notation."""

    groups: frozenset[int]
    value: float
    span: Span


def changed_numbers(desk: Desk) -> Iterator[Inconsistency]:
    """Each change once, however many copies repeat it."""
    told: set[frozenset[frozenset[int]]] = set()
    for copy in desk.copies:
        if max(copy.share, copy.coverage) < _ONE_TEXT or not _of_one_day(desk, copy):
            continue
        for passage in copy.passages:
            if passage.original is None or passage.derived is None or passage.edit is Edit.VERBATIM:
                continue
            places = ((copy.original, passage.original), (copy.derived, passage.derived))
            changed = _changed(desk, places)
            if changed is None or frozenset(n.groups for n in changed) in told:
                continue
            told.add(frozenset(n.groups for n in changed))
            spans = tuple((a, (s[0] + n.span[0], s[0] + n.span[1])) for (a, s), n in zip(places, changed, strict=True))
            said = (f"«{around(desk.words(*place), n.span)}»" for place, n in zip(places, changed, strict=True))
            yield Inconsistency(kind="number", text=" مقابل ".join(said), places=spans)


def _of_one_day(desk: Desk, copy: Copy) -> bool:
    """A form filled anew on another day (markets, weather) has other numbers, and no slip."""
    days = [day_of(desk.articles[article]) for article in (copy.original, copy.derived)]
    return abs(days[0] - days[1]) <= timedelta(days=1)


def _changed(desk: Desk, places: tuple[tuple[str, Span], tuple[str, Span]]) -> tuple[_Number, _Number] | None:
    left, right = (desk.words(*place) for place in places)
    a, b = _only_there(left, right), _only_there(right, left)
    if len(a) != 1 or len(b) != 1 or not _same_but_numbers(left, right) or _beside(left, a[0]) != _beside(right, b[0]):
        return None
    if _near(a[0].value, b[0].value) or _beside(left, a[0])[0] == ["الساعه"]:
        return None
    whole = [{n.groups for n in _numbers(desk.articles[article].text)} for article, _ in places]
    return None if a[0].groups in whole[1] or b[0].groups in whole[0] else (a[0], b[0])


def _near(a: float, b: float) -> bool:
    """One number rounded, or its thousands spelled out: 110 آلاف, 110000."""
    return any(abs(a * times - b) <= _ROUNDED * max(a * times, b) for times in (1e-6, 1e-3, 1, 1e3, 1e6))


def _only_there(text: str, other: str) -> list[_Number]:
    known = {number.groups for number in _numbers(other)}
    return [number for number in _numbers(text) if number.groups not in known]


def _numbers(text: str) -> list[_Number]:
    found = []
    for match in _NUMBER.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        groups = [int(group) for group in _GROUPS.findall(fold(match[0]))]
        if not _JOINED.match(before) and not _JOINED.match(after):
            value = float(".".join(map(str, groups)))
            found.append(_Number(frozenset(groups), value, match.span()))
    return found


def _same_but_numbers(left: str, right: str) -> bool:
    a, b = ({word for word in folded_words(text) if word and not word[0].isdigit()} for text in (left, right))
    return len(a & b) >= _ALIKE * len(a | b)


def _beside(text: str, number: _Number) -> tuple[list[str], list[str]]:
    """The word on each side of a number: what it counts."""
    start, end = number.span
    return folded_words(text[:start])[-1:], folded_words(text[end:])[:1]


def around(text: str, span: Span) -> str:
    """The words on both sides of a place, for a line that names it."""
    start = text.rfind(" ", 0, max(0, span[0] - 20)) + 1
    end = text.find(" ", span[1] + 20)
    return text[start : end if end > 0 else len(text)].strip()
