"""Numbers, counts, days and lists as an Arabic newspaper writes them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.records import Precision, When

_LATIN = re.compile(r"(?=[\w./@-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9./@_-]*(?: [A-Za-z0-9./@_-]+)*")
_FSI, _PDI = "\u2068", "\u2069"
_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_NAMED = 8
_FEW, _MANY, _HUNDRED = 10, 99, 100
_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
# The pair that the Levant and the Gulf both read.
_MONTHS = (
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو",
    "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun with its forms for one, two, three to ten, and eleven on."""

    one: str
    two: str
    few: str
    many: str
    bare: str


REPORT = Noun("تقرير واحد", "تقريران", "تقارير", "تقريراً", "تقرير")
OUTLET = Noun("منبر واحد", "منبران", "منابر", "منبراً", "منبر")
TEXT = Noun("نصّ مستقل واحد", "نصّان مستقلان", "نصوص مستقلة", "نصّاً مستقلاً", "نصّ مستقل")
AGENCY = Noun("وكالة واحدة", "وكالتان", "وكالات", "وكالة", "وكالة")
TEASER = Noun("مقتطف واحد", "مقتطفان", "مقتطفات", "مقتطفاً", "مقتطف")
TIME = Noun("موضع واحد", "موضعان", "مواضع", "موضعاً", "موضع")
WORD = Noun("كلمة واحدة", "كلمتان", "كلمات", "كلمة", "كلمة")


def digits(value: object) -> str:
    return str(value).translate(_DIGITS)


def isolated(text: str) -> str:
    """`text` with its Latin names kept in their own order: صفحة sawt-al-mina."""
    return _LATIN.sub(lambda found: f"{_FSI}{found[0]}{_PDI}", text)


def bare(text: str) -> str:
    """`text` without what `isolated` put in."""
    return text.replace(_FSI, "").replace(_PDI, "")


def counted(count: int, noun: Noun) -> str:
    """٥ تقارير, ١٢ تقريراً, ١٠٠ تقرير."""
    if count == 0:
        return f"لا {noun.bare}"
    if count == 1:
        return noun.one
    if count == 2:  # noqa: PLR2004 - the dual
        return noun.two
    last = count % _HUNDRED
    form = noun.few if 3 <= last <= _FEW else noun.many if _FEW < last <= _MANY else noun.bare  # noqa: PLR2004 - the plural's first
    return f"{digits(count)} {form}"


def percent(share: float) -> str:
    return f"{digits(round(share * 100))}٪"


def listed(items: Sequence[str]) -> str:
    """أ وب; أ، ب وج."""
    if len(items) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(items)
    return f"{'، '.join(items[:-1])} و{items[-1]}"


def agency(code: str | None) -> str | None:
    """The short name by which an Arabic newspaper credits an agency; one without a code is called as it is."""
    if code is None:
        return None
    return lexicon.table("riwaya.serve", "agencies.tsv").get(fold(code), (code,))[0]


def rule(name: str) -> str:
    """What a rule of the statements room looks for, in words."""
    return lexicon.table("riwaya.serve", "rules.tsv").get(fold(name), (name,))[0]


def some(names: Sequence[str]) -> str:
    """The first few outlets by name, the rest by number."""
    if len(names) <= _NAMED:
        return "، ".join(names)
    return f"{'، '.join(names[:_NAMED])} و{counted(len(names) - _NAMED, OUTLET)} غيرها"


def day(value: date, *, weekday: bool = False) -> str:
    written = f"{digits(value.day)} {_MONTHS[value.month - 1]} {digits(value.year)}"
    return f"{_WEEKDAYS[value.weekday()]} {written}" if weekday else written


def days(first: date, last: date) -> str:
    """Two ends of a run of days with what they share said once."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{digits(first.day)}–{day(last)}"
    start = f"{digits(first.day)} {_MONTHS[first.month - 1]}"
    return f"{start if first.year == last.year else day(first)} – {day(last)}"


def when(value: When) -> str:
    first = value.first
    if value.precision is Precision.YEAR:
        return digits(first.year)
    if value.precision is Precision.MONTH:
        return f"{_MONTHS[first.month - 1]} {digits(first.year)}"
    return days(first, value.last)
