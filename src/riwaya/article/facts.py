"""Stage 9, facts: outlet, agency, dateline, dates, keywords and labels of a text, from its metadata lines and the page's hints."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from riwaya.article import credit_lines, stamps
from riwaya.article.credit_lines import Credit
from riwaya.article.declared import Outlet, OutletKind, key, named, of_url
from riwaya.article.label import Label, Labelled
from riwaya.article.segment import Segment
from riwaya.language.letters import fold
from riwaya.records import Basis, Dateline, Page, Published, Role

_SOURCES = re.compile(r"\s*(?:[+،,/|–—]|\s-\s|\s+و(?=ال?وكالات|رويترز|فرانس))\s*")
_EDGE = ' «»"“”.:()[]|-–'
_BREAKING = re.compile(r"^(?:خبر )?عاجل(?:ه)?\s*[.:|/\-–—…!]+\s*|^breaking\s*[:|]\s*", re.IGNORECASE)
_KINDS = (
    (
        "live",
        re.compile(
            r"^(?:مباشر|بث مباشر|تغطيه مباشره|لحظه بلحظه|تحديث مباشر)\s*[.:|/\-–—…]|\((?:مباشر|لحظه بلحظه)\)|لحظه بلحظه$"
        ),
    ),
    ("opinion", re.compile(r"^(?:راي|مقال|مقال راي|افتتاحيه|وجهه نظر|كلمه)\s*[:|/\-–—]")),
    ("video", re.compile(r"^(?:فيديو|بالفيديو|شاهد)\s*[.:|/\-–—…]|[(|]\s*فيديو\s*\)?$")),
    ("photos", re.compile(r"^(?:صور|بالصور)\s*[.:|/\-–—…]|[(|]\s*صور\s*\)?$")),
    ("correction", re.compile(r"^(?:تصحيح|تصويب)\s*[:|]")),
)
_OPINION = frozenset(
    map(fold, ("رأي", "الرأي", "آراء", "مقالات", "مقالات الرأي", "كتاب وآراء", "مدونات", "أعمدة", "كتاب"))
)


@dataclass(slots=True)
class Facts:
    """What is known of a text beside its words; filled once, by `gather`."""

    outlet: str | None = None
    publisher: str | None = None
    agency: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    published_at: Published | None = None
    updated_at: datetime | None = None
    section: str | None = None
    keywords: str = ""
    labels: list[str] = field(default_factory=list)
    breaking: int = 0  # letters of the headline's line that say breaking


def captured(page: Page, segments: Iterable[Segment]) -> datetime | None:
    """When the page was captured: the stamp written on it, else what the page room knows."""
    stamped = (stamps.captured(i.line.text) for s in segments for i in s.items if i.label is Label.CAPTURED)
    return next(stamped, None) or page.captured_at


def gather(segment: Segment, page: Page) -> Facts:
    """The facts of one text. Hints of the markup speak of the page's main text alone."""
    hints: Mapping[str, str] = page.hints if segment.role is Role.MAIN else {}
    facts = Facts()
    site = of_url(page.url or page.hints.get("url")) or _hinted(page.hints)
    house = site.name if site else None
    _sources(facts, segment, page, site)
    for credit in _credits(segment, hints, house):
        _credit(facts, credit)
    _dates(facts, segment, page, hints)
    facts.section = hints.get("section") or _first(segment, Label.SECTION)
    facts.keywords = hints.get("keywords") or "\n".join(i.words for i in segment.items if i.label is Label.KEYWORDS)
    _labels(facts, segment)
    return facts


# --- outlet and publisher -----------------------------------------------------------------------------------------


def _hinted(hints: Mapping[str, str]) -> Outlet | None:
    return named(hints.get("outlet", "")) or named(hints.get("publisher", ""))


def _sources(facts: Facts, segment: Segment, page: Page, site: Outlet | None) -> None:
    """Source line first, then the line that names the outlet, then the site itself. An agency as source is the agency."""
    shown = _site_name(page, site)
    for item in segment.items:
        if item.label is Label.SOURCE:
            _source(facts, item.words)
    if facts.outlet is None:
        line = _first(segment, Label.OUTLET)
        facts.outlet = _canonical(line) if line else None
    if segment.role is not Role.MAIN:
        return
    if facts.outlet is None:
        facts.outlet = None if site and site.kind is OutletKind.AGGREGATOR else shown
    facts.publisher = shown if shown != facts.outlet else None
    if site and site.kind is OutletKind.AGENCY:
        facts.agency = facts.agency or site.code


def _site_name(page: Page, site: Outlet | None) -> str | None:
    if site:
        return site.name
    return page.hints.get("outlet") or page.hints.get("publisher")


def _source(facts: Facts, words: str) -> None:
    for part in _SOURCES.split(words):
        clean = part.strip(_EDGE)
        known = named(clean)
        if known and known.kind is OutletKind.AGENCY:
            facts.agency = facts.agency or known.code
        elif clean and facts.outlet is None and not credit_lines.read(clean).generic:
            facts.outlet = known.name if known else clean


def _canonical(line: str) -> str:
    name = line.strip(_EDGE)
    known = named(name)
    return known.name if known else name


def _first(segment: Segment, label: Label) -> str | None:
    return next((i.words.strip() for i in segment.items if i.label is label), None)


# --- credits ------------------------------------------------------------------------------------------------------


def _credits(segment: Segment, hints: Mapping[str, str], house: str | None) -> Iterable[Credit]:
    """Credits from the surest place to the least sure."""
    for item in segment.items:
        if item.label in {Label.DATELINE, Label.BYLINE}:
            yield credit_lines.line(item.line.text, house)
    if "byline" in hints:
        yield credit_lines.line(hints["byline"], house)
    prose = segment.prose
    if prose:
        yield credit_lines.opening(prose[0].text) or Credit()
        code = credit_lines.closing(prose[-1].text)
        yield Credit(agency=code)


def _credit(facts: Facts, credit: Credit) -> None:
    """Take from a credit what surer ones left open."""
    facts.agency = facts.agency or credit.agency
    facts.outlet = facts.outlet or credit.outlet
    if credit.byline and key(credit.byline) != key(facts.outlet or ""):
        facts.byline = facts.byline or credit.byline
    if facts.dateline is None and credit.place:
        facts.dateline = Dateline(place=credit.place)


# --- dates --------------------------------------------------------------------------------------------------------


def _dates(facts: Facts, segment: Segment, page: Page, hints: Mapping[str, str]) -> None:
    """Dates that the page states. A date line speaks of the text in whose segment it stands."""
    if published := hints.get("published_at"):
        facts.published_at = _hinted_date(published)
    for item in segment.items:
        if item.label not in {Label.PUBLISHED, Label.UPDATED}:
            continue
        published, updated = stamps.parted(item.line.text)
        if item.label is Label.UPDATED:
            published, updated = None, updated or published
        if updated:
            facts.updated_at = facts.updated_at or updated.moment
        if published and facts.published_at is None:
            facts.published_at = _published(item, published)
    if facts.published_at is None and segment.role is Role.MAIN:
        facts.published_at = _in_address(page)
    if updated := hints.get("updated_at"):
        stamp = stamps.stated(updated)
        facts.updated_at = facts.updated_at or (stamp.moment if stamp else None)


def _in_address(page: Page) -> Published | None:
    """Many sites put the day of publication into the address."""
    url = page.url or page.hints.get("url")
    day = stamps.in_url(url)
    if day is None or (page.captured_at and day > page.captured_at.date()):
        return None
    return Published(
        value=day.isoformat(), first=day, last=day, basis=Basis.STATED, why=f"the address states it: {url}"
    )


def _hinted_date(text: str) -> Published | None:
    stamp = stamps.stated(text)
    if stamp is None:
        return None
    return Published(
        value=stamp.value,
        first=stamp.day,
        last=stamp.day,
        precision=stamp.precision,
        basis=Basis.STATED,
        why="markup states it",
    )


def _published(item: Labelled, stamp: stamps.Stamp) -> Published:
    start = item.line.span[0]
    return Published(
        value=stamp.value,
        first=stamp.day,
        last=stamp.day,
        precision=stamp.precision,
        basis=Basis.STATED,
        why=f"a line of the page states it: {item.line.text}",
        span=(start + stamp.span[0], start + stamp.span[1]),
    )


# --- labels -------------------------------------------------------------------------------------------------------


def _labels(facts: Facts, segment: Segment) -> None:
    headline = next((i for i in segment.items if i.label is Label.HEADLINE), None)
    if headline:
        folded = fold(headline.line.text)
        breaking = _BREAKING.match(folded)
        if breaking:
            facts.labels.append("breaking")
            facts.breaking = _unfolded(headline.line.text, breaking.end())
        facts.labels += [name for name, pattern in _KINDS if pattern.search(folded)]
    if any(i.label is Label.NOTICE and _develops(i) for i in segment.items):
        facts.labels.append("developing")
    if fold(facts.section or "") in _OPINION and "opinion" not in facts.labels:
        facts.labels.append("opinion")


def _develops(item: Labelled) -> bool:
    """A notice that more will come, not one of corrections or opinions."""
    return any(
        word in item.line.look
        for word in ("تحديث", "يتبع", "تتبع", "تباعا", "لاحقا", "بعد قليل", "تحرير هذه القصه", "نوافيكم")
    )


def _unfolded(text: str, size: int) -> int:
    """How many letters of `text` fold into its first `size` folded ones."""
    return next((i for i in range(len(text) + 1) if len(fold(text[:i])) >= size), len(text))
