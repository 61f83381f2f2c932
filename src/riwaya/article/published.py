"""When a text was published and last changed, where the page, its markup or its address states it."""

from collections.abc import Mapping
from datetime import datetime

from riwaya.article import phrases, stamps
from riwaya.article.label import Label
from riwaya.article.segment import Segment
from riwaya.article.stamps import Stamp
from riwaya.records import Basis, Page, Published, Role, Span


def days(segment: Segment, page: Page, hints: Mapping[str, str]) -> tuple[Published | None, datetime | None]:
    """Publication and update: markup first, then the text's own date lines, then the page's address.

    A page that states only its last change (آخر تحديث) is taken to be of that day, and says so.
    """
    markup = stamps.stated(hints.get("published_at", ""))
    published = _stated(markup, "markup states it") if markup else None
    changed = stamps.stated(hints.get("updated_at", ""))
    update = _stated(changed, "markup states only the last change") if changed else None
    dated = [item for item in segment.items if item.label in {Label.PUBLISHED, Label.UPDATED}]
    for item in sorted(dated, key=lambda item: phrases.starting(item.line.look) is None):  # نشر في before a bare date
        first, last = stamps.parted(item.line.text)
        if item.label is Label.UPDATED:
            first, last = None, last or first
        changed = changed or last
        if last and update is None:
            why = f"a line of the page states only its last change: {item.line.text}"
            update = _stated(last, why, item.line.span[0])
        if first and published is None:
            published = _stated(first, f"a line of the page states it: {item.line.text}", item.line.span[0])
    if published is None and segment.role is Role.MAIN:
        published = _in_address(page)
    return published or update, changed.moment if changed else None


def _stated(stamp: Stamp, why: str, place: int | None = None) -> Published:
    """`place` is where the line that was read begins in the page's text."""
    span: Span | None = None if place is None else (place + stamp.span[0], place + stamp.span[1])
    return Published(
        value=stamp.value,
        first=stamp.day,
        last=stamp.day,
        precision=stamp.precision,
        basis=Basis.STATED,
        why=why,
        span=span,
    )


def _in_address(page: Page) -> Published | None:
    """Many sites put the day of publication into the address."""
    url = page.url or page.hints.get("url")
    day = stamps.in_url(url)
    if day is None or (page.captured_at and day > page.captured_at.date()):
        return None
    why = f"the address states it: {url}"
    return Published(value=day.isoformat(), first=day, last=day, basis=Basis.STATED, why=why)
