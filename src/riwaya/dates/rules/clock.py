"""Times of day: الساعة 13:00 بتوقيت غرينتش, الثامنة والنصف مساء, من الساعة 3 إلى 5 عصرا, 10:30 ت غ."""

from riwaya.dates.expressions import Clock, Expression
from riwaya.dates.guards import guard
from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.rule import Hit, rule

_LATE = frozenset(("evening", "noon", "night"))
_NOON, _DAY, _HOUR = 12, 24, 60
_SMALL = 4  # ساعات الليل الأولى: 3 ليلا is before dawn


def _clock(hit: Hit) -> Expression | None:
    minutes = _minutes(hit)
    at = (
        None
        if minutes is None
        else _at(hit, next(n for n in ("hour", "hour_decimal", "time") if hit.has(n)), "part", minutes)
    )
    return None if at is None else Clock(hour=at[0], minute=at[1], zone=hit.value("zone") if hit.has("zone") else None)


def _minutes(hit: Hit) -> int | None:
    """Minutes past the hour (or, below nought, to it) that the words after it add; None where they count no minutes."""
    if hit.has("aunit") and hit.value("aunit") != "minute":
        return None
    for name in ("fraction", "half", "half2"):
        if hit.has(name):
            return (-1 if name == "half2" else 1) * _HOUR // hit.number(name)
    if hit.has("count2"):
        return -hit.number("count2")
    return hit.number("count") if hit.has("count") else 0


def _at(hit: Hit, name: str, part: str, minutes: int = 0) -> tuple[int, int] | None:
    """Hour and minute under a name, on the side of noon that a part of the day gives."""
    hours, _, figures = hit.value(name).replace(".", ":").partition(":")  # الساعة 9.30
    hour, minute = int(hours), int(figures[:2] or 0)
    of_day = hit.value(part) if hit.has(part) else ""
    if 1 <= hour < _NOON and of_day in _LATE and not (hour < _SMALL and of_day == "night"):
        hour += _NOON
    if hour == _NOON and of_day in ("night", "morning"):
        hour = 0
    if hour > _DAY or minute >= _HOUR or abs(minutes) >= _HOUR:
        return None
    total = hour * _HOUR + minute + minutes
    return total // _HOUR % _DAY, total % _HOUR


def _bare(hit: Hit) -> Expression | None:
    """13:00 alone may be a score or a verse; a zone or a part of the day makes it a time."""
    return _clock(hit) if hit.has("part") or hit.has("zone") else None


def _hour_of_part(hit: Hit) -> Expression | None:
    """8 مساء, في الثامنة مساء: not يوم 8 مساء, nor الدورة الثامنة مساء."""
    before = hit.units.symbol(hit.start - 1)
    if hit.match["hour"] == SYMBOLS[Kind.ORDINAL]:
        led = hit.has("fraction") or hit.has("count") or before in _LEADS or hit.before() in guard("before_hour")
        return _clock(hit) if led and hit.word("hour").endswith("ه") and hit.number("hour") <= _NOON else None
    figures = hit.match["hour"] == SYMBOLS[Kind.DAY_NUMBER] and hit.number("hour") <= _NOON
    adverb = hit.word("part").endswith(("ا", "اء")) and not hit.word("part").startswith("ال")
    return _clock(hit) if figures and adverb and before not in _DATED else None


_LEADS = frozenset(
    SYMBOLS[kind] for kind in (Kind.IN, Kind.OF, Kind.UNTIL, Kind.BETWEEN, Kind.SINCE, Kind.BEFORE, Kind.AFTER)
)
_DATED = frozenset(SYMBOLS[kind] for kind in (Kind.UNIT, Kind.DAYS, Kind.WEEKDAY, Kind.MONTH, Kind.SLASH))


def _from_to(hit: Hit) -> Expression | None:
    """From one time to another on a day: the last one's part of the day holds for the first where it has none."""
    if not (hit.has("part2") or SYMBOLS[Kind.OCLOCK] in hit.match[0]) or _unopened(hit):
        return None
    first = _at(hit, "hour", "part" if hit.has("part") else "part2")
    last = _at(hit, "hour2", "part2" if hit.has("part2") else "part")
    if first is None or last is None or first == last:
        return None
    zone = hit.value("zone") if hit.has("zone") else None
    return Clock(hour=first[0], minute=first[1], until=last, zone=zone)


def _unopened(hit: Hit) -> bool:
    """4 و5 مساء are two hours unless بين stands before them; and 3 من 5 ليلا is no time."""
    opened = hit.match[0][0] in (SYMBOLS[Kind.BETWEEN], SYMBOLS[Kind.OF])
    return SYMBOLS[Kind.AND] in hit.match[0] and not opened


# والنصف, وعشرين دقيقة, إلا ربعا
_PAST = (
    r"(?:{and}?<fraction>|{and}?<half>|{and}?<count>(?:<aunit>|(?={of}?{part}))"
    r"|{less}(?:<half2>|<count2><aunit2>))?"
)
_ZONE = r"(?:{open|comma}?{zone_mark}?<zone>{close}?)"

RULES = (
    rule(
        "clock_range",
        r"(?:{of|between|oclock}{oclock}?{the|of}?)?<hour><part>?(?:{until|and|dash}){oclock}?{the}?<hour2>(?:{of}?<part2>)?"
        + _ZONE
        + "?",
        _from_to,
    ),
    rule("clock", r"{oclock}{the}?<hour|decimal>" + _PAST + r"(?:{of}?<part>)?" + _ZONE + "?", _clock),
    rule("time", r"<time><part>?" + _ZONE + "?", _bare),
    rule("hour_of_part", r"<hour>" + _PAST + r"{of}?<part>" + _ZONE + "?", _hour_of_part),
)
