"""Times as files and markup state them: ISO 8601, RFC 2822, epoch seconds, day/month/year."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[T ]|, )(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(.*))?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ZONE = re.compile(r"(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})?")
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")
_MILLIS = 1e11


def moment(stated: object) -> datetime | None:
    """A moment with zone (UTC where none was stated), or None where `stated` is none or has no time of day."""
    if isinstance(stated, datetime):
        return stated if stated.tzinfo else stated.replace(tzinfo=UTC)
    text = iso(str(stated)) if stated is not None else None
    if text is None or "T" not in text:
        return None
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def iso(stated: str) -> str | None:
    """ISO 8601 of what was stated: a day, a time, or a time with zone, no more than was given; None if it is neither.

    12/11/2015 is 12 November: Arabic pages put the day first.
    """
    text = stated.strip()
    try:
        return _iso(text) or _day_first(text) or _epoch(text) or _mail(text)
    except (ValueError, OverflowError):
        return None


def _iso(text: str) -> str | None:
    found = _ISO.fullmatch(text)
    if not found:
        return None
    day = date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    if found[4] is None:
        return day
    return datetime.fromisoformat(
        f"{day}T{found[4].zfill(len(found[4]) + found[4].index(':') % 2)}{_zone(found[5])}"
    ).isoformat()


def _zone(text: str) -> str:
    if text in {"", "Z", "z", "UTC", "GMT"}:
        return "+00:00" if text else ""
    found = _ZONE.fullmatch(text)
    if not found:
        message = f"no zone: {text}"
        raise ValueError(message)
    return f"{found[1]}{found[2]}:{found[3] or '00'}"


def _day_first(text: str) -> str | None:
    found = _DAY_FIRST.fullmatch(text)
    return date(int(found[3]), int(found[2]), int(found[1])).isoformat() if found else None


def _epoch(text: str) -> str | None:
    if not _EPOCH.fullmatch(text):
        return None
    seconds = float(text)
    return datetime.fromtimestamp(seconds / 1000 if seconds > _MILLIS else seconds, UTC).isoformat()


def _mail(text: str) -> str | None:
    return parsedate_to_datetime(text).isoformat() if text[:1].isascii() and any(c.isdigit() for c in text) else None
