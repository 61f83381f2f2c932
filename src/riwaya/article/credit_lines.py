"""Credit lines: who wrote a text, where, and for which agency or outlet.

Forms seen: (واشنطن (أ ف ب · أبها - واس · واس - الرياض · دبي (رويترز) - · القاهرة: «الشرق الأوسط» · لندن: فلان · فلان (صنعاء) ·
«الاقتصادية» من الرياض · فلان- سبق- القاهرة: · كتب فلان · عواصم - وكالات.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from riwaya.article.declared import Outlet, OutletKind, key, named
from riwaya.article.phrases import leads
from riwaya.language import lexicon
from riwaya.language.letters import fold

_ENTITIES = re.compile(r"&(?:nbsp|quot|amp|#160);")
_APART = re.compile(
    r"\s*[()\[\]|/\\:؛;،,+]\s*|\s*[ـ–—-]{1,3}\s+|\s+[ـ–—-]{1,3}\s*|(?<=\w)-(?=\w)|\s+و(?=ال?وكال)|\s+(?:من|في)\s+(?=\w)"
)
_QUOTES = "«»\"“”'‘’ .…*\u00a0ـ-–—"
_WROTE = re.compile(
    r"^(?:كتبت?|كتبها|بقلم|بواسطه|الكاتب|المولف|المحرر|تحرير|اعداد|تقرير|حوار|حاوره|حاورته|حاورها|ترجمه|متابعه|تصوير|مراسلنا|مراسل(?:ه)?|بعثه|من مراسلنا|by)"
    r"(?:\s*[:\-–/]\s*|\s+)",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    map(
        key,
        (
            "وكالات",
            "الوكالات",
            "وكالات الأنباء",
            "متابعات",
            "متابعة",
            "خاص",
            "مواقع",
            "صحف",
            "ترجمات",
            "رصد",
            "غرفة الأخبار",
        ),
    )
)
_DESKS = re.compile(
    r"^(?:مكتب|قسم|القسم|اسره|فريق|هييه|مندوب|مراسل|محرر|المحليات|محليات|الاقتصاد|الرياضه|الثقافه|الفنون|نشرت?|كلمه|التحرير)(?!\w)"
)
_HOUSE = re.compile(
    r"(?<!\w)(?:بوابه|صحيفه|جريده|موقع|شبكه|قناه|وكاله|مجله|اذاعه|تلفزيون|نيوز|اونلاين|اون لاين|الاخباريه|الاخباري|الالكترونيه)(?!\w)"
)
_LONGEST = 110  # letters of a credit line
_MOST_PARTS = 8
_NAME_WORDS = range(2, 5)
_LINKS = frozenset(
    {"بن", "بنت", "ابن", "عبد", "ال", "ابو", "ام", "د", "د.", "أ", "م", "الدين", "الله"}
)  # words inside one name
_PLACE_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What a credit line says. `unknown` counts its parts that were neither place, agency, outlet, desk nor a named writer."""

    place: str | None = None
    agency: str | None = None
    outlet: str | None = None
    byline: str | None = None
    generic: bool = False
    unknown: int = 0

    @property
    def says(self) -> bool:
        return bool(self.place or self.agency or self.outlet or self.byline or self.generic)


def places() -> frozenset[str]:
    return lexicon.words("riwaya.article", "places.tsv")


def read(text: str, house: str | None = None) -> Credit:
    """Read a credit line. `house` is the name of the outlet on whose page it stands: there الرياض may be the paper."""
    text = _ENTITIES.sub(" ", text)[: 2 * _LONGEST].replace("_", " - ").strip()
    wrote = _WROTE.match(fold(text))
    rest = text[len(text) - len(fold(text)) + wrote.end() :] if wrote else text
    parts = [p for p in (part.strip(_QUOTES) for part in _APART.split(rest) if part) if p][:_MOST_PARTS]
    found = Credit()
    for part in _places_first(parts, house):
        found = _add(found, part, writer=wrote is not None)
    return found


def _places_first(parts: list[str], house: str | None) -> list[str]:
    """Places before names that are a paper's too, the paper's own last: الرياض is a place in "الرياض - واس" even of that paper."""
    return sorted(parts, key=lambda part: (fold(part) not in places(), _is_house(part, house)))


def _is_house(part: str, house: str | None) -> bool:
    outlet = named(part)
    return bool(house and outlet and outlet.name == house)


def _add(credit: Credit, part: str, *, writer: bool) -> Credit:
    folded = fold(part)
    outlet = named(part)
    if folded in places() and credit.place is None:
        return replace(credit, place=part)
    if key(part) in _GENERIC:
        return replace(credit, generic=True)
    if outlet and outlet.kind is OutletKind.AGENCY:
        return replace(credit, agency=credit.agency or outlet.code)
    if outlet:
        return replace(credit, outlet=credit.outlet or outlet.name)
    if _DESKS.match(folded):
        return credit
    if _HOUSE.search(folded) and credit.outlet is None and len(part.split()) <= _CREDIT_WORDS:
        return replace(credit, outlet=part)
    if folded in places():
        return credit  # a second place: عدن، صنعاء: فلان
    words = sum(fold(word).strip(".") not in _LINKS for word in part.split())
    if credit.byline is None and words in _NAME_WORDS and not any(c.isdigit() for c in part):
        return replace(credit, byline=part, unknown=credit.unknown + (not writer))
    return replace(credit, unknown=credit.unknown + 1)


_TORN = re.compile(r"^\(?\s*([^()\-–—:]{2,40}?)\s*\(\s*([^()\-–—:]{1,30}?)\s*\)?\s*\)?\s*[-–—:]*$")


def torn(text: str) -> Credit | None:
    """A dateline with its brackets turned about, of an agency known or not: "(واشنطن (أ ف ب", "دبي (رويترز) -"."""
    found = _TORN.match(text.strip()) if len(text) <= _LONGEST else None
    if not found:
        return None
    place, agency = found[1].strip(), found[2].strip()
    outlet = named(agency)
    if outlet and outlet.kind is not OutletKind.AGENCY:
        return None
    if not outlet and (len(agency.split()) > 1 or not text.strip().startswith("(")):
        return None
    if len(place.split()) > _PLACE_WORDS:
        return None
    return Credit(place=place, agency=outlet.code if outlet else agency)


_UNIT = re.compile(r"\w+(?:\.\w+)*\.?|[()/:،,|–—ـ-]+")
_BETWEEN = re.compile(r"[\d/.,،|()–—ـ:-]+|في|م|هـ|ه|الموافق|مع")
_LOOK = 120
_UNITS = 22  # words and marks at the head of a paragraph within which a dateline ends
_CREDIT_WORDS = 4


def line(text: str, house: str | None) -> Credit:
    """The credit of a line that holds nothing else, whichever form it has."""
    return torn(text) or loose(text, house) or read(text, house)


_LOOSE = re.compile(
    r"^\(?([^()\-–—:|/]{2,30}?)\s*(?:\s[-–—]\s?|\s?[-–—]\s|:\s|\()\s*([^()\-–—:|/]{2,25}?)\)?\s*[-–—:]*$"
)
_LOOSE_WORDS = 6


def loose(text: str, house: str | None) -> Credit | None:
    """ "سالدور - رقيم" above a text: a place and an agency of one word, neither of them known. Only where it stands tells."""
    found = _LOOSE.match(text.strip()) if len(text.split()) <= _LOOSE_WORDS else None
    known = read(text, house)
    sure = known.outlet and named(known.outlet)
    if not found or known.place or known.agency or sure or known.generic:
        return None
    place, name = found[1].strip(_QUOTES), found[2].strip(_QUOTES)
    if len(place.split()) > _PLACE_WORDS or len(name.split()) > _PLACE_WORDS or any(c.isdigit() for c in text):
        return None
    if len(name.split()) == 1:
        return Credit(place=place, agency=name)
    if _HOUSE.search(fold(name)):
        return Credit(place=place, outlet=name)
    return Credit(place=place, byline=name)


_UNKNOWN = re.compile(
    r"^\s*\(?(?P<place>[^\W\d]+(?: [^\W\d]+){0,2}?)\s*(?:[-–]\s*\d{1,2}\s*[-–]\s*\d{1,2}\s*)?\((?P<agency>[^\W\d]{2,12})\)\s*[-–—:]"
)


_NAMED_FIRST = re.compile(r"^\s*[(«]?([^\W\d]+(?: [^\W\d]+){0,2})[)»]?\s*(?:[-–—]+\s|\s[-–—]+)")


def opening(text: str) -> Credit | None:
    """The dateline at the head of a first paragraph, of a known agency or outlet.

    "دبي (رويترز) - قال", "الكويت - 5 - 9 (كونا) -- أعلن", "الرياض 20 صفر 1445 هـ الموافق 05 سبتمبر 2023 م واس", "دمشق-سانا".
    """
    unknown = _UNKNOWN.match(text[:_LOOK])
    if unknown and not leads(fold(text[:_LOOK])):
        known = named(unknown["agency"])
        outlet = known.name if known and known.kind is OutletKind.OUTLET else None
        agency = (known.code if known else unknown["agency"]) if outlet is None else None
        return Credit(place=unknown["place"], agency=agency, outlet=outlet)
    named_first = _NAMED_FIRST.match(text[:_LOOK])
    if named_first and (found := named(named_first[1])) and fold(named_first[1]) not in places():
        return Credit(agency=found.code, outlet=None if found.kind is OutletKind.AGENCY else found.name)
    units = _UNIT.findall(text[:_LOOK])[:_UNITS]
    units = units[1:] if units[:1] == ["("] else units
    size = next((n for n in range(_PLACE_WORDS, 0, -1) if fold(" ".join(units[:n])) in places()), 0)
    if not size:
        return None
    for i in range(size, len(units)):
        if found := _supplier(units, i):
            outlet = found.name if found.kind is OutletKind.OUTLET else None
            return Credit(place=" ".join(units[:size]), agency=found.code, outlet=outlet)
        country = units[i - 1] in {"،", ","} and units[i + 1 : i + 2] == ["("]  # دمشق، سوريا (CNN)
        if not (country or _BETWEEN.fullmatch(fold(units[i])) or fold(units[i]) in _months()):
            return None
    return None


def _supplier(units: list[str], i: int) -> Outlet | None:
    """The agency or outlet whose name begins at unit i and is set off by a mark before or after it."""
    for size in range(_CREDIT_WORDS, 0, -1):
        words = units[i : i + size]
        if len(words) == size and all(w[0].isalnum() for w in words) and (found := named(" ".join(words))):
            after = units[i + size][0] if i + size < len(units) else "-"
            dated = any(u[0].isdigit() for u in units[:i])
            return found if not after.isalnum() or (found.kind is OutletKind.AGENCY and dated) else None
    return None


@cache
def _months() -> frozenset[str]:
    return lexicon.words("riwaya.article", "months.tsv")


_CLOSING = re.compile(r"[.!؟…»\"”]?\s*[(/]\s*([^()/]{2,25}?)\s*[)/]\s*\.?$|[-–]\s*\(?([^\W\d]{2,12})\)?\s*\.?$")


def closing(text: str) -> str | None:
    """The agency that signs the last paragraph: "… ذلك. (رويترز)"."""
    found = _CLOSING.search(text[-40:])
    outlet = named(found[1] or found[2]) if found else None
    return outlet.code if outlet and outlet.kind is OutletKind.AGENCY else None


def is_credit_line(text: str, house: str | None = None) -> bool:
    """Does a line hold a credit and nothing else, by its parts alone?"""
    if len(text) > _LONGEST or text.rstrip().endswith((".", "؟", "!")):
        return False
    if torn(text):
        return True
    credit = read(text, house)
    if credit.unknown > (1 if credit.byline else 0):
        return False
    bare = re.fullmatch(r"[^()\-–—:|/ـ]+", text.strip(_QUOTES + ":")) is not None
    if bare:  # one part only: a lone agency or outlet is one, a lone place or name is a headline's word
        return bool(credit.agency or credit.generic or (credit.outlet and credit.outlet == house))
    return bool(credit.agency or credit.generic or credit.outlet) or bool(credit.place and credit.byline)


_PHOTO = re.compile(
    r"[(\[]\s*([^()\[\]]{2,40}?)\s*[)\]]\s*\.?\s*$|^\s*(?:صدر|مصدر) الصورة\s*[،,:]\s*(.{2,40})$|©\s*(.{2,40})$|[-–—/|]\s*([^-–—/|()]{2,20})$"
)
_KEPT_SUFFIX = frozenset({"ارشيفيه", "ارشيف", "تعبيريه", "توضيحيه"})


def of_photo(caption: str) -> str | None:
    """The photograph's source, as a caption credits it."""
    found = _PHOTO.search(caption)
    if not found:
        return None
    credit = next(group for group in found.groups() if group).strip(_QUOTES)
    sure = found[4] is None or named(credit) is not None
    return credit if sure and fold(credit) not in _KEPT_SUFFIX else None
