"""Credit lines: who wrote a text, where, and for which agency or outlet.

Forms seen: أبها - واس · واس - الرياض · القاهرة: «الشرق الأوسط» · لندن: فلان · فلان (صنعاء) · «الاقتصادية» من الرياض ·
فلان- سبق- القاهرة: · كتب فلان · عواصم - وكالات. Datelines, torn or at a paragraph's head, are read in datelines.py.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from riwaya.article.declared import OutletKind, named
from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.names import lexica
from riwaya.records import NameKind

PLACE_WORDS = 3
LONGEST = 110  # letters of a credit line
QUOTES = "«»\"“”'‘’ .…*\u00a0ـ-–—"
_PACKAGE = "riwaya.article"
_ENTITIES = re.compile(r"&(?:nbsp|quot|amp|#160);")
_HANDLE = re.compile(r"\S*[A-Za-z0-9_.]@\S*|@[A-Za-z0-9_.]+")
_APART = re.compile(
    r"\s*[()\[\]|/\\:؛;،,+]\s*|\s*[ـ–—-]{1,3}\s+|\s+[ـ–—-]{1,3}\s*|(?<=\w)-(?=\w)|\s{2,}"
    r"|\s+و(?=ال?وكال)|\s+(?:من|في)\s+(?=\w)"
)
_LATIN_HEAD = re.compile(r"^(?:[A-Za-z]+\s+)+(?=[\u0621-\u064a])")
_MOST_PARTS = 8
_OUTLET_WORDS = 4
_NAME_WORDS = range(2, 5)
_SHORT_NAME = 2
_PHOTO = re.compile(
    r"[(\[]\s*([^()\[\]]{2,40}?)\s*[)\]]\s*\.?\s*$|^\s*(?:صدر|مصدر) الصورة\s*[،,:]\s*(.{2,40})$"
    r"|©\s*(.{2,40})$|[-–—/|]\s*([^-–—/|()]{2,20})$"
)
_NO_CREDIT = frozenset({"ارشيفيه", "ارشيف", "تعبيريه", "توضيحيه"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What a credit line says; `unknown` counts parts that were no place, agency, outlet, desk or announced writer."""

    place: str | None = None
    agency: str | None = None
    outlet: str | None = None
    byline: str | None = None
    generic: bool = False
    desk: bool = False
    unknown: int = 0


@cache
def places() -> frozenset[str]:
    """Towns, countries and what else datelines name, folded."""
    known = (" ".join(words) for options in lexica.phrases().values() for words, entry in options if _is_place(entry))
    return lexicon.words(_PACKAGE, "places.tsv") | frozenset(known)


def _is_place(entry: lexica.Entry) -> bool:
    return entry.kind is NameKind.PLACE and not entry.everyday


def is_person(text: str) -> bool:
    """Does it begin with a known given name, title left out: د. فلان, فلان بن فلان?"""
    words = [fold(word).strip(".") for word in text.split()]
    first = next((word for word in words if word not in _known("link")), "")
    return lexica.bare(first) in lexica.name_words().given


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(fold(word) for k, word in lexicon.rows(_PACKAGE, "credit_words.tsv") if k == kind)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _known(kind)), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def names_house(text: str) -> bool:
    """Is there a word in it that outlets have in their names: صحيفة, بوابة, نيوز?"""
    return _pattern("house").search(fold(text)) is not None


def read(text: str, house: str | None = None) -> Credit:
    """Read a credit line. `house` is the name of the outlet on whose page it stands: there الرياض may be the paper."""
    text = _ENTITIES.sub(" ", _HANDLE.sub(" ", text))[: 2 * LONGEST].replace("_", " - ").strip()
    rest, writer = _after_wrote(text)
    parts = [p for p in (part.strip(QUOTES) for part in _APART.split(rest) if part) if p][:_MOST_PARTS]
    parts = _unmarked(parts[0]) if len(parts) == 1 else parts
    found = Credit()
    for part in sorted(parts, key=lambda part: (fold(part) not in places(), _is_house(part, house), _is_outlet(part))):
        # Places first, those that name a paper too last: الرياض is the place in "الرياض - واس" even of that paper.
        found = _add(found, part, writer=writer)
    return _with_place(found, parts)


def _with_place(credit: Credit, parts: list[str]) -> Credit:
    """Beside an agency a name that is no known person's is a town's: "صدفة - أ ف ب"; by خاص or a desk an outlet's."""
    if (
        (credit.generic or credit.desk)
        and credit.byline
        and credit.unknown == 1
        and not credit.outlet
        and not is_person(credit.byline)
    ):
        return replace(credit, outlet=credit.byline, byline=None, unknown=0)
    if not credit.agency or credit.place or credit.unknown != 1 or len(parts) != 2:  # noqa: PLR2004  town and agency
        return credit
    name = next(part for part in parts if named(part) is None)
    if len(name.split()) > PLACE_WORDS or is_person(name) or any(c.isdigit() for c in name):
        return credit
    return replace(credit, place=name, byline=None, unknown=0)


def _unmarked(part: str) -> list[str]:
    """Place and agency without a mark between: القاهرة د ب أ, رويترز واشنطن."""
    words = part.split()
    for i in range(1, len(words)):
        head, tail = " ".join(words[:i]), " ".join(words[i:])
        if (fold(head) in places() and named(tail)) or (named(head) and fold(tail) in places()):
            return [head, tail]
    return [part]


def _after_wrote(text: str) -> tuple[str, bool]:
    """What follows كتب, بقلم and the like, and whether one of them stood there."""
    words = text.split()
    for size in (2, 1):
        if len(words) > size and fold(" ".join(words[:size])).strip(":-–/ ") in _known("wrote"):
            return " ".join(words[size:]).lstrip(":-–/ "), True
    return text, False


def _is_house(part: str, house: str | None) -> bool:
    outlet = named(part)
    return bool(house and outlet and outlet.name == house)


def _is_outlet(part: str) -> bool:
    return named(part) is not None


def _add(credit: Credit, part: str, *, writer: bool) -> Credit:
    """A credit with one part more."""
    folded = fold(part)
    if folded in places() and not (credit.place and _is_outlet(part)):
        return replace(credit, place=credit.place or part)
    if folded in _known("generic"):
        return replace(credit, generic=True)
    if outlet := named(part):
        if outlet.kind is OutletKind.AGENCY:
            return replace(credit, agency=credit.agency or outlet.code)
        return replace(credit, outlet=credit.outlet or outlet.name)
    desk = _pattern("desk").match(folded)
    return replace(credit, desk=True) if desk else _add_unknown(credit, part, writer=writer)


def _add_unknown(credit: Credit, part: str, *, writer: bool) -> Credit:
    """A part that no table knows: an outlet by its words, a person by being a few words without a figure."""
    if credit.outlet is None and len(part.split()) <= _OUTLET_WORDS and names_house(part):
        return replace(credit, outlet=part)
    part = _LATIN_HEAD.sub("", part)  # buttons run into the writer's name: Next Previous فلان
    words = sum(fold(word).strip(".") not in _known("link") for word in part.split())
    if credit.byline is None and words in _NAME_WORDS and not any(c.isdigit() for c in part):
        return replace(credit, byline=part, unknown=credit.unknown + (not writer))
    return replace(credit, unknown=credit.unknown + 1)


def is_credit(text: str, house: str | None = None) -> bool:
    """Does a line hold a credit and nothing else, by its parts alone?"""
    if len(text) > LONGEST or text.rstrip().endswith((".", "؟", "!")):
        return False
    credit = read(text, house)
    if credit.unknown > (1 if credit.byline else 0):
        return False
    if re.search(r"[()\-–—:|/ـ_]", text.strip(QUOTES + ":")):
        return bool(credit.agency or credit.generic or credit.outlet) or _placed_writer(credit, text)
    # One part only: a lone agency or the page's own outlet is a credit, a lone place or name a headline's word.
    announced = text.rstrip().endswith(("-", "–", ":"))  # زاد … الإخباري -
    return bool(credit.agency or credit.generic or (credit.outlet and (credit.outlet == house or announced)))


def _placed_writer(credit: Credit, text: str) -> bool:
    """Place and writer; after a colon three unknown words are a subheading: بلدة: أحوال تزداد سوءا."""
    if not (credit.place and credit.byline):
        return False
    return ":" not in text or len(credit.byline.split()) <= _SHORT_NAME or is_person(credit.byline)


def of_photo(caption: str) -> str | None:
    """The photograph's source, as a caption credits it."""
    found = _PHOTO.search(caption)
    if not found:
        return None
    credit = next(group for group in found.groups() if group).strip(QUOTES)
    sure = found[4] is None or named(credit) is not None
    return credit if sure and fold(credit) not in _NO_CREDIT else None
