"""Times of day: الساعة 13:00 بتوقيت غرينتش, الساعة الثامنة مساء, 10:30 ت غ."""

from riwaya.dates.expressions import Clock, Expression
from riwaya.dates.rule import Hit, rule

_LATE = frozenset(("evening", "noon", "night"))
_NOON, _DAY, _HOUR = 12, 24, 60


def _clock(hit: Hit) -> Expression | None:
    name = next(name for name in ("hour", "time") if hit.has(name))
    hours, _, minutes = hit.value(name).partition(":")
    hour, minute = int(hours), int(minutes[:2] or 0)
    if hit.has("fraction"):
        minute = 60 // hit.number("fraction")
    if hit.has("part") and 1 <= hour < _NOON and hit.value("part") in _LATE and not (hour < 4 and _night(hit)):  # noqa: PLR2004  hours after midnight
        hour += _NOON
    if hour > _DAY or minute >= _HOUR:
        return None
    return Clock(hour=hour % _DAY, minute=minute, zone=hit.value("zone") if hit.has("zone") else None)


def _bare(hit: Hit) -> Expression | None:
    """13:00 alone may be a score or a verse; a zone or a part of the day makes it a time."""
    return _clock(hit) if hit.has("part") or hit.has("zone") else None


def _night(hit: Hit) -> bool:
    return hit.value("part") == "night"


_PAST = r"(?:{and}?<fraction>)?"  # والنصف, والربع
_ZONE = r"(?:{open|comma}?{zone_mark}?<zone>)"

RULES = (
    rule("clock", r"{oclock}<hour>" + _PAST + r"(?:{of}?<part>)?" + _ZONE + "?", _clock),
    rule("time", r"<time><part>?" + _ZONE + "?", _bare),
)
