"""How a page speaks: its language, and numbers, counts, days and lists as a newspaper of that language writes them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.records import Precision, When

_PACKAGE = "riwaya.serve"
_LATIN = re.compile(r"(?=[\w./@-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9./@_-]*(?: [A-Za-z0-9./@_-]+)*")
_FSI, _PDI = "\u2068", "\u2069"
_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_NAMED = 8
_FEW, _MANY, _HUNDRED = 10, 99, 100
_WEEKDAYS = {
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


class Language(StrEnum):
    """What the frame speaks; what articles say stays as they said it."""

    AR = "ar"
    EN = "en"


class Digits(StrEnum):
    ARABIC = "arab"  # ٠١٢
    LATIN = "latn"


class Months(StrEnum):
    """Whose month names; PAIR is the pair that the Levant and the Gulf both read."""

    PAIR = "pair"
    LEVANT = "levant"
    GULF = "gulf"
    MAGHREB = "maghreb"
    MOROCCO = "morocco"


class Noun(StrEnum):
    """What is counted; its forms are in nouns.tsv."""

    REPORT = "report"
    OUTLET = "outlet"
    TEXT = "text"
    AGENCY = "agency"
    TEASER = "teaser"
    PLACE = "place"
    WORD = "word"
    STORY = "story"
    STATEMENT = "statement"
    VERSION = "version"
    ARTICLE = "article"
    HOUR = "hour"
    DAY = "day"
    PAIR = "pair"
    EVENT = "event"


_COLUMN = {Months.LEVANT: 0, Months.GULF: 1, Months.MAGHREB: 2, Months.MOROCCO: 3}
_ENGLISH = 4


@dataclass(frozen=True, slots=True)
class Tongue:
    """One reader's way of writing; English has Latin digits and its own months whatever else is chosen."""

    language: Language = Language.AR
    figures: Digits = Digits.ARABIC
    months: Months = Months.PAIR

    @property
    def arabic(self) -> bool:
        return self.language is Language.AR

    def say(self, key: str, **parts: object) -> str:
        """The phrase of that key in phrases.tsv, its `{parts}` filled in.

        Raises:
            KeyError: no such phrase.
        """
        phrase = _phrases()[key][0 if self.arabic else 1]
        return phrase.format_map({name: str(part) for name, part in parts.items()}) if parts else phrase

    def digits(self, value: object) -> str:
        return str(value).translate(_ARABIC_INDIC) if self.arabic and self.figures is Digits.ARABIC else str(value)

    def counted(self, count: int, noun: Noun) -> str:
        """٥ تقارير, ١٢ تقريراً, ١٠٠ تقرير; 5 reports."""
        one, two, few, many, bare, single, plural = lexicon.table(_PACKAGE, "nouns.tsv")[noun]
        if not self.arabic:
            return f"{count or 'no'} {single if count == 1 else plural}"
        if count == 0:
            return f"لا {bare}"
        if count <= 2:  # noqa: PLR2004 - the dual
            return one if count == 1 else two
        last = count % _HUNDRED
        form = few if 3 <= last <= _FEW else many if _FEW < last <= _MANY else bare  # noqa: PLR2004 - the plural's first
        return f"{self.digits(count)} {form}"

    def percent(self, share: float) -> str:
        return f"{self.digits(round(share * 100))}{'٪' if self.arabic else '%'}"

    def joined(self, items: Sequence[str]) -> str:
        return ("، " if self.arabic else ", ").join(items)

    def listed(self, items: Sequence[str]) -> str:
        """أ وب; أ، ب وج; a, b and c."""
        if len(items) < 2:  # noqa: PLR2004 - nothing to join
            return "".join(items)
        return f"{self.joined(items[:-1])} {'و' if self.arabic else 'and '}{items[-1]}"

    def some(self, names: Sequence[str]) -> str:
        """The first few outlets by name, the rest by number."""
        if len(names) <= _NAMED:
            return self.joined(names)
        rest = self.counted(len(names) - _NAMED, Noun.OUTLET)
        return self.joined(names[:_NAMED]) + (f" و{rest} غيرها" if self.arabic else f" and {rest} more")

    def agency(self, code: str | None) -> str | None:
        """The short name by which a newspaper credits an agency; one without a code is called as it is."""
        if code is None or not self.arabic:
            return code
        return lexicon.table(_PACKAGE, "agencies.tsv").get(fold(code), (code,))[0]

    def rule(self, name: str) -> str:
        """What a rule of the statements room looks for, in words; its own name in English."""
        return lexicon.table(_PACKAGE, "rules.tsv").get(fold(name), (name,))[0] if self.arabic else name

    def month(self, number: int) -> str:
        names = lexicon.rows(_PACKAGE, "months.tsv")[number - 1][1:]
        if not self.arabic:
            return names[_ENGLISH]
        return f"{names[0]}/{names[1]}" if self.months is Months.PAIR else names[_COLUMN[self.months]]

    def day(self, value: date, *, weekday: bool = False) -> str:
        written = f"{self.digits(value.day)} {self.month(value.month)} {self.digits(value.year)}"
        return f"{_WEEKDAYS[self.language][value.weekday()]} {written}" if weekday else written

    def days(self, first: date, last: date) -> str:
        """Two ends of a run of days with what they share said once."""
        if first == last:
            return self.day(first)
        if (first.year, first.month) == (last.year, last.month):
            return f"{self.digits(first.day)}–{self.day(last)}"
        start = f"{self.digits(first.day)} {self.month(first.month)}"
        return f"{start if first.year == last.year else self.day(first)} – {self.day(last)}"

    def when(self, value: When) -> str:
        first = value.first
        if value.precision is Precision.YEAR:
            return self.digits(first.year)
        if value.precision is Precision.MONTH:
            return f"{self.month(first.month)} {self.digits(first.year)}"
        return self.days(first, value.last)


arabic: Final = Tongue()


@cache
def _phrases() -> dict[str, tuple[str, str]]:
    return {key: (ar, en) for key, ar, en in lexicon.rows(_PACKAGE, "phrases.tsv")}


def isolated(text: str) -> str:
    """`text` with its Latin names kept in their own order: صفحة sawt-al-mina."""
    return _LATIN.sub(lambda found: f"{_FSI}{found[0]}{_PDI}", text)


def bare(text: str) -> str:
    """`text` without what `isolated` put in."""
    return text.replace(_FSI, "").replace(_PDI, "")
