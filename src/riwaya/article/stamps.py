"""Lines that say when: capture stamps, publish and update dates; and whether a line says nothing else."""

import re
from calendar import month_name
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime

from riwaya import dates
from riwaya.language.letters import fold, fold_mapped
from riwaya.records import Precision, Span

_CAPTURED = re.compile(
    r"(\d{4}-\d\d-\d\d)[@T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(gmt|utc|z|[+-]\d\d:?\d\d)?", re.IGNORECASE
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d?)-(\d\d?)(?!\d)")
_ENGLISH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?,? ([a-z]{3,9})\.?,? (\d{4})|([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})"
)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)")
_IN_URL = re.compile(
    r"/(?:\w+/)*?((?:19|20)\d\d)(?:/(?:[a-z_]+/)?|-|)(0?[1-9]|1[0-2])(?:/|-|)(0[1-9]|[12]\d|3[01]|[1-9](?=\D))(?!\d)"
)
_CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?!\d|:\d)(?:\s*(صباحا|مساء|ص|م|am|pm)(?!\w))?")
_UTC = re.compile(r"\b(?:gmt|utc)\b(?! ?[+-]\d)|غرينتش|جرينتش|توقيت عالمي")
_ZONE = re.compile(r"\b(?:gmt|utc) ?([+-])(\d{1,2})(?::?(\d\d))?")
_UPDATE = re.compile(r"(?:[آا]خر|تاريخ) (?:ال)?(?:تحديث|تعديل)|(?<!\w)تم ال?تحديث|[Uu]pdated")
_EVENING = frozenset({"مساء", "م", "pm"})
# A line that can state a date has one of these; the rest need no closer look.
_HINT = re.compile(
    r"(?:19|20)\d\d|1[345]\d\d|\d\s?[/.-]\s?\d|\d:\d\d|منذ|قبل|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت"
)
_NOON = 12
_FEW = 4
_MONTHS = {name[:3].lower(): number for number, name in enumerate(month_name) if name}
# Words that stand beside a date in a line that is nothing but a date.
_BESIDE = re.compile(
    r"[\W\d_]+|(?<!\w)(?:تاريخ|النشر|نشر|نشرت|تم|اخر|تحديث|التحديث|حدث|تعديل|الساعه|بتوقيت|توقيت|غرينتش|جرينتش|المحلي|مكه|المكرمه"
    r"|القاهره|بيروت|دمشق|الرياض|ابوظبي|ابو|ظبي|القدس|عدن|العاصمه|السعوديه|gmt|utc|am|pm|صباحا|مساء|ص|م|هـ|ه|في|بتاريخ|يوم|الموافق|موافق"
    r"|ميلادي|هجري|منذ|كتب|و|على|علي|عند|المصادف|th|st|nd|rd|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|published|updated|posted|last|update|on|at|by|date|today|اليوم)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, with the time of day and zone where they were given; `span` lies in the text that was read."""

    day: date
    time: time | None
    span: Span

    @property
    def value(self) -> str:
        if self.time is None:
            return self.day.isoformat()
        return datetime.combine(self.day, self.time).isoformat()

    @property
    def precision(self) -> Precision:
        return Precision.DAY if self.time is None else Precision.TIME

    @property
    def moment(self) -> datetime:
        """The moment, taken as UTC where no zone was given, and as midnight where no time was."""
        found = datetime.combine(self.day, self.time or time())
        return found if found.tzinfo else found.replace(tzinfo=UTC)


def captured(text: str) -> datetime | None:
    """The moment of a line that is a machine's stamp and nothing else: 2024-03-09@21:17:08 GMT."""
    found = _CAPTURED.fullmatch(text.strip())
    if not found:
        return None
    try:
        moment = datetime.fromisoformat(f"{found[1]}T{found[2]}")
    except ValueError:
        return None
    zone = found[3] or ""
    return moment.replace(tzinfo=_offset(zone[0], zone[1:3], zone[-2:]) if zone[:1] in {"+", "-"} else UTC)


def _offset(sign: str, hours: str, minutes: str | None) -> timezone:
    apart = timedelta(hours=min(int(hours), 14), minutes=int(minutes or 0) % 60)
    return timezone(apart if sign == "+" else -apart)


def stated(text: str) -> Stamp | None:
    """The first whole day that `text` states, with its time of day."""
    moment = _iso(text.strip())
    if moment:
        return Stamp(moment.date(), moment.timetz(), (0, len(text)))
    folded = fold(text)
    found = _machine(text) or _english(folded, text) or _arabic(text) or _numeric(folded, text)
    if found is None:
        return None
    day, span = found
    return Stamp(day, _time(folded), span)


def _iso(text: str) -> datetime | None:
    """A moment in ISO 8601 with its time and nothing else beside it, as markup and files state it."""
    try:
        return datetime.fromisoformat(text) if len(text) > len("2023-09-05") and text[:4].isdigit() else None
    except ValueError:
        return None


def in_url(url: str | None) -> date | None:
    """The day that an address has in its path: /2015/07/20/, /20150721/, /2013-8-3-."""
    found = _IN_URL.search(url) if url else None
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


def _machine(text: str) -> tuple[date, Span] | None:
    iso = _ISO.search(text)
    if iso:
        day = _day(int(iso[1]), int(iso[2]), int(iso[3]))
        return (day, iso.span()) if day else None
    try:
        return parsedate_to_datetime(text).date(), (0, len(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _english(folded: str, text: str) -> tuple[date, Span] | None:
    for match in _ENGLISH.finditer(folded):
        day, month, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        number = _MONTHS.get(month[:3])
        found = _day(int(year), number, int(day)) if number else None
        if found:
            return found, fold_mapped(text).span(*match.span())
    return None


def _numeric(folded: str, text: str) -> tuple[date, Span] | None:
    """12/3/2024 is the 12th of March: Arabic pages put the day first, unless there is no such month."""
    for match in _NUMERIC.finditer(folded):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        found = _day(year, second, first) or _day(year, first, second)
        if found:
            return found, fold_mapped(text).span(*match.span())
    return None


def _arabic(text: str) -> tuple[date, Span] | None:
    for mention in dates.find("", text, None):
        value = mention.value
        if value and value.value and value.first == value.last and value.precision in {Precision.DAY, Precision.TIME}:
            return value.first, mention.span
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(folded: str) -> time | None:
    clock = _CLOCK.search(folded)
    if not clock:
        return None
    hour = int(clock[1])
    if clock[3] and hour <= _NOON:  # 12:27 ص is twenty-seven past midnight
        hour = hour % _NOON + (_NOON if clock[3] in _EVENING else 0)
    zone = _ZONE.search(folded)
    known = _offset(zone[1], zone[2], zone[3]) if zone else UTC if _UTC.search(folded) else None
    return time(hour, int(clock[2]), tzinfo=known)


def parted(text: str) -> tuple[Stamp | None, Stamp | None]:
    """What a date line says of publication and of the last update: "نشرت في: … آخر تحديث: …" says both."""
    place = _UPDATE.search(text)
    if place is None:
        return stated(text), None
    before, after = stated(text[: place.start()]), stated(text[place.start() :])
    if after is None:
        return None, stated(text)  # one day and, after "last update", only the clock
    return before, after


def may_date(folded: str) -> bool:
    """Is there anything in a folded line that a date has?"""
    return _HINT.search(folded) is not None


def only_date(text: str) -> bool:
    """Is a line a date, whole or without its year, and the words that go with one, and nothing else?

    Beside a day with its clock four other words may stand: a place, a section, the outlet's name.
    """
    spans = [mention.span for mention in dates.find("", text, None)]
    found = stated(text)
    if found:
        spans.append(found.span)
    if not any(char.isdigit() for char in text):
        return False
    kept = "".join(" " if any(start <= i < end for start, end in spans) else char for i, char in enumerate(text))
    rest = _BESIDE.sub(" ", fold(kept)).split()
    clock = _CLOCK.search(fold(text)) is not None
    return bool(spans or clock) and len(rest) <= (_FEW if spans and clock else 0)
