"""Stage 9, facts: outlet, agency, dateline, dates and labels of a text, from its lines and the page's hints."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from riwaya.article import credit_lines, datelines, published, stamps, tags
from riwaya.article.credit_lines import Credit
from riwaya.article.declared import Outlet, OutletKind, key, named, of_url
from riwaya.article.label import Label
from riwaya.article.segment import Segment
from riwaya.records import Dateline, Page, Published, Role

_SOURCES = re.compile(r"\s*(?:[+،,/|–—]|\s-\s|\s+و(?=ال?وكالات|رويترز|فرانس))\s*")
_WITH_DATE = re.compile(r"المصدر\s*:\s*(\D+)$")
_EDGE = ' «»"“”.:()[]|-–'


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
    labels: tuple[str, ...] = ()


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
    facts.published_at, facts.updated_at = published.days(segment, page, hints)
    facts.section = hints.get("section") or _first(segment, Label.SECTION)
    facts.keywords = hints.get("keywords") or "\n".join(i.words for i in segment.items if i.label is Label.KEYWORDS)
    facts.labels = tags.labels(segment, facts.section)
    return facts


# --- outlet and publisher -----------------------------------------------------------------------------------------


def _hinted(hints: Mapping[str, str]) -> Outlet | None:
    return named(hints.get("outlet", "")) or named(hints.get("publisher", ""))


def _sources(facts: Facts, segment: Segment, page: Page, site: Outlet | None) -> None:
    """Source line first, then the line that names the outlet, then the site itself; a source may be an agency."""
    shown = _site_name(page, site)
    for item in segment.items:
        if item.label is Label.SOURCE:
            _source(facts, item.words)
        elif item.label in {Label.PUBLISHED, Label.UPDATED} and (named_there := _WITH_DATE.search(item.line.text)):
            _source(facts, named_there[1])  # آخر تحديث … - المصدر: …
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
            yield datelines.line(item.line.text, house)
    if "byline" in hints:
        yield _stated_byline(hints["byline"], house)
    prose = segment.prose
    if prose:
        yield datelines.opening(prose[0].text) or Credit()
        code = datelines.closing(prose[-1].text)
        yield Credit(agency=code)


def _stated_byline(text: str, house: str | None) -> Credit:
    """A byline that markup or a row states; "فلان - بلدة" is a person and a town, whatever their names."""
    found = datelines.line(text, house)
    loose = datelines.loose(text, house)
    person = loose is not None and loose.agency is not None and loose.place is not None and len(loose.place.split()) > 1
    return Credit(place=loose.agency, byline=loose.place) if loose and person and not datelines.torn(text) else found


def _credit(facts: Facts, credit: Credit) -> None:
    """Take from a credit what surer ones left open."""
    facts.agency = facts.agency or credit.agency
    facts.outlet = facts.outlet or credit.outlet
    if credit.byline and key(credit.byline) != key(facts.outlet or ""):
        facts.byline = facts.byline or credit.byline
    if facts.dateline is None and credit.place:
        facts.dateline = Dateline(place=credit.place)
