"""Datelines: place and supplier of a text, on a line of their own or at the head of the first paragraph."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from riwaya.article.credit_lines import LONGEST, PLACE_WORDS, QUOTES, Credit, is_person, names_house, places, read
from riwaya.article.declared import Outlet, OutletKind, named
from riwaya.article.phrases import leads
from riwaya.language import lexicon
from riwaya.language.letters import fold

_LOOK = 120  # letters of a paragraph within which its dateline ends
_UNITS = 22  # the same in words and marks
_OUTLET_WORDS = 4
_LOOSE_WORDS = 6
_TORN = re.compile(r"^\(?\s*([^()\-–—:]{2,40}?)\s*\(\s*([^()\-–—:]{1,30}?)\s*\)?\s*\)?\s*[-–—:]*$")
_LOOSE = re.compile(
    r"^\(?([^()\-–—:|/]{2,30}?)\s*(?:\s[-–—]\s?|\s?[-–—]\s|:\s|\()\s*([^()\-–—:|/]{2,25}?)\)?\s*[-–—:]*$"
)
_BRACKETED = re.compile(
    r"^\s*\(?(?P<place>[^\W\d]+(?: [^\W\d]+){0,2}?)\s*(?P<date>[-–]\s*\d{1,2}\s*[-–]\s*\d{1,2}\s*)?"
    r"\((?P<agency>[^\W\d]{2,12})\)\s*[-–—:]"
)
_NAMED = re.compile(r"^\s*[(«]?([^\W\d]+(?: [^\W\d]+){0,2})[)»]?\s*(?:[-–—]+\s|\s[-–—]+)")
_UNIT = re.compile(r"\w+(?:\.\w+)*\.?|[()/:،,|–—ـ-]+")
_BETWEEN = re.compile(r"[\d/.,،|()–—ـ:-]+|في|م|هـ|ه|الموافق|مع")
_CLOSING = re.compile(r"[.!؟…»\"”]?\s*[(/]\s*([^()/]{2,25}?)\s*[)/]\s*\.?$|[-–]\s*\(?([^\W\d]{2,12})\)?\s*\.?$")


def line(text: str, house: str | None) -> Credit:
    """The credit of a line that holds nothing else, whichever form it has."""
    return torn(text) or loose(text, house) or read(text, house)


def torn(text: str) -> Credit | None:
    """A dateline with its brackets turned about, of an agency known or not: "(واشنطن (أ ف ب", "دبي (رويترز) -"."""
    found = _TORN.match(text.strip()) if len(text) <= LONGEST else None
    if not found or len(found[1].split()) > PLACE_WORDS:
        return None
    outlet = named(found[2])
    if outlet:
        return Credit(place=found[1], agency=outlet.code) if outlet.kind is OutletKind.AGENCY else None
    # An unknown agency is told by the bracket before the place, which only datelines have.
    lone = len(found[2].split()) == 1 and text.strip().startswith("(")
    return Credit(place=found[1], agency=found[2]) if lone else None


def loose(text: str, house: str | None) -> Credit | None:
    """Two unknown names with a dash between, as "سالدور - رقيم": only its place above a text makes it a dateline."""
    found = _LOOSE.match(text.strip()) if len(text.split()) <= _LOOSE_WORDS else None
    if not found or any(c.isdigit() for c in text) or _knows(read(text, house)):
        return None
    place, name = found[1].strip(QUOTES), found[2].strip(QUOTES)
    if len(place.split()) > PLACE_WORDS or len(name.split()) > PLACE_WORDS:
        return None
    if is_person(place):  # "فلان الفلاني - بلدة"
        return Credit(place=name, byline=place)
    if is_person(name):
        return Credit(place=place, byline=name)
    if names_house(name):
        return Credit(place=place, outlet=name)
    return Credit(place=place, agency=name) if len(name.split()) == 1 else Credit(place=place, byline=name)


def _knows(credit: Credit) -> bool:
    outlet = named(credit.outlet) if credit.outlet else None
    announced = credit.byline is not None and not credit.unknown  # كتب - فلان
    return bool(credit.place or credit.agency or outlet or credit.generic or announced)


# --- at the head of a paragraph -----------------------------------------------------------------------------------


def opening(text: str) -> Credit | None:
    """The dateline at the head of a first paragraph.

    "دبي (رويترز) - قال", "الكويت - 5 - 9 (كونا) -- أعلن", "الرياض 20 صفر 1445 هـ الموافق 05 سبتمبر 2023 م واس",
    "دمشق-سانا", "رويترز - قال".
    """
    head = text[:_LOOK]
    return next((credit for form in _FORMS if (credit := form(head))), None)


def _bracketed(head: str) -> Credit | None:
    """Place, then agency or outlet in brackets, then a dash; the agency may be one nobody declared."""
    found = _BRACKETED.match(head)
    if not found or leads(fold(head)):
        return None
    known = named(found["agency"])
    if known:
        return _credit(found["place"], known)
    sure = found["date"] or fold(found["place"]) in places()
    return Credit(place=found["place"], agency=found["agency"]) if sure else None


def _named(head: str) -> Credit | None:
    """Agency or outlet alone, then a dash."""
    found = _NAMED.match(head)
    if not found or fold(found[1]) in places():
        return None
    if known := named(found[1]):
        return _credit(None, known)
    # An outlet nobody declared is told by the words of its name and the verb after it: "… الإخباري - أعرب".
    said = names_house(found[1]) and leads(fold(head[found.end() :]))
    return Credit(outlet=found[1]) if said else None


def _placed(head: str) -> Credit | None:
    """A known place, perhaps a date, and a known agency or outlet set off by marks."""
    units = _UNIT.findall(head)[:_UNITS]
    units = units[1:] if units[:1] == ["("] else units
    size = next((n for n in range(PLACE_WORDS, 0, -1) if fold(" ".join(units[:n])) in places()), 0)
    for i in range(size, len(units) if size else 0):
        if found := _supplier(units, i):
            return _credit(" ".join(units[:size]), found)
        if not (_in_country(units, i) or _BETWEEN.fullmatch(fold(units[i])) or fold(units[i]) in _months()):
            return None
    return None


def _in_country(units: Sequence[str], i: int) -> bool:
    """Does unit i belong to the country after the town: دمشق، سوريا (CNN), دبي، الإمارات العربية المتحدة (CNN)?"""
    comma = next((n for n in range(i - 1, 0, -1) if units[n] in {"،", ","}), 0)
    bracket = next((n for n in range(i + 1, min(len(units), i + PLACE_WORDS + 1)) if units[n] == "("), 0)
    return bool(comma and bracket) and bracket - comma - 1 <= PLACE_WORDS


_FORMS: tuple[Callable[[str], Credit | None], ...] = (_bracketed, _named, _placed)


def _credit(place: str | None, supplier: Outlet) -> Credit:
    agency = supplier.kind is OutletKind.AGENCY
    return Credit(place=place, agency=supplier.code, outlet=None if agency else supplier.name)


def _supplier(units: Sequence[str], i: int) -> Outlet | None:
    """The agency or outlet whose name begins at unit i and is set off by a mark after it or, an agency, by a date."""
    for size in range(_OUTLET_WORDS, 0, -1):
        words = units[i : i + size]
        if len(words) == size and all(w[0].isalnum() for w in words) and (found := named(" ".join(words))):
            after = units[i + size][0] if i + size < len(units) else "-"
            dated = any(u[0].isdigit() for u in units[:i])
            return found if not after.isalnum() or (found.kind is OutletKind.AGENCY and dated) else None
    return None


@cache
def _months() -> frozenset[str]:
    return lexicon.words("riwaya.article", "months.tsv")


def closing(text: str) -> str | None:
    """The agency that signs the last paragraph: "… ذلك. (رويترز)"."""
    found = _CLOSING.search(text[-40:])
    outlet = named(found[1] or found[2]) if found else None
    return outlet.code if outlet and outlet.kind is OutletKind.AGENCY else None
