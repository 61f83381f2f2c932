"""Which side of the anchor a clause puts its days on: "قال الثلاثاء" behind it, "سيشارك، الأربعاء" ahead.

The nearest word before the day that tells decides; a telling word right after a day that opens its clause goes before
one far behind (ويوم الجمعة، سيلتقي). Without any, nothing is known.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.dates.expressions import Lean
from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.units import Read
from riwaya.language import lexicon
from riwaya.language.clitics import joined
from riwaya.language.letters import fold

# سـ and an imperfect: سيلتقي, ستعلن, سنرد. Shapes of nouns and names that only look so are left out.
_FUTURE = re.compile(r"س[يتن]\w{2,}")
_NOUNS = re.compile(
    "سيا(?:س|ر|ح|د|ق)|سيطر|سيد(?:ه|ات|نا|ي|تي|تنا)?$|سينا|سينم|سيول|سير(?:غ|ج|ا|ه|ي)|سيلفا|سيم(?:ا|ون)|سيف(?:ه|ي)?$|سيي|سيبير|"
    "سيسي|سيتي$|سيليكون|ستراتيج|ستوك|ست(?:ين|ون|ه|وري|اند|وديو|الين|اد|اد)$|ستيف|ستار(?:ه|ز|مر)?$|سنوات|سنوي|سنغا|سنجا|"
    "سند(?:ات|ه|ا)?$|سيل[اهي]?$|سنا|سنوه|سنه|سيوف|سيقان|سنت(?:ين|ر|ات)$|سنين|سنودن|سنيه"
)
_ENDINGS = ("", "ت", "وا", "تا", "ا", "ته", "تها")
_REACH = 3  # a telling word after the day stands at most so many units away
_STOP = SYMBOLS[Kind.STOP]
_WORDS = frozenset(SYMBOLS[kind] for kind in (Kind.WORD, Kind.PART, Kind.FUTURE, Kind.DAYWORD, Kind.UNIT))


@dataclass(frozen=True, slots=True)
class Tenses:
    """The telling words of a text: unit places in order, and what each tells."""

    places: list[int]
    leans: list[Lean]

    def at(self, units: Read, first: int, end: int) -> Lean:
        """What the clause says of the units `first`..`end`."""
        index = bisect_left(self.places, first)
        before, after = self._before(units, index, first), self._after(units, index, end)
        opens = _opens(units, first)
        if after is not None and (before is None or opens):
            return after
        return before if before is not None else Lean.OPEN

    def _before(self, units: Read, index: int, first: int) -> Lean | None:
        stop = units.symbols.rfind(_STOP, 0, first)
        return self.leans[index - 1] if index and self.places[index - 1] > stop else None

    def _after(self, units: Read, index: int, end: int) -> Lean | None:
        index = bisect_left(self.places, end, lo=index)
        if index == len(self.places) or self.places[index] > end + _REACH:
            return None
        stop = units.symbols.find(_STOP, end)
        return self.leans[index] if stop < 0 or self.places[index] < stop else None


def _opens(units: Read, first: int) -> bool:
    """Whether a clause begins at the day: after a mark, or with a joining letter (ويوم الجمعة، …)."""
    place = first - 1 if units.symbol(first - 1) == SYMBOLS[Kind.UNIT] else first
    joins = units.folded.text[max(0, units.starts[place] - 1) : units.starts[place]] == "و"
    return joins or units.symbol(place - 1) in (_STOP, SYMBOLS[Kind.MARK])


def tenses(units: Read) -> Tenses:
    places: list[int] = []
    leans: list[Lean] = []
    for place, symbol in enumerate(units.symbols):
        if symbol in _WORDS:
            opens = units.symbol(place - 1) == _STOP
            lean = _lean(units.word(place), opens=opens)
            if lean is not Lean.OPEN:
                places.append(place)
                leans.append(lean)
    return Tenses(places, leans)


@cache
def _table() -> tuple[dict[str, Lean], frozenset[str]]:
    """What each form tells, and the forms that are also nouns: قتل, بحث."""
    found: dict[str, Lean] = {}
    nouns: set[str] = set()
    for form, tense in lexicon.rows("riwaya.dates", "tense.tsv"):
        folded = fold(form)
        if tense == "future":
            found[folded] = Lean.FUTURE
            continue
        if tense == "past_or_noun":
            nouns.update((folded, folded + "ا", folded + "ته", folded + "تها"))
        for ending in _ENDINGS:
            found.setdefault(folded.removesuffix("ي" if ending[:1] in ("ت", "و") else "") + ending, Lean.PAST)
    return found, frozenset(nouns)


@lru_cache(maxsize=1 << 16)
def _lean(word: str, *, opens: bool) -> Lean:
    table, nouns = _table()
    rest = joined(word)[1]
    for candidate in (word, rest):
        if candidate in table:
            return table[candidate] if opens or candidate not in nouns else Lean.OPEN
    return Lean.FUTURE if _FUTURE.fullmatch(rest) and not _NOUNS.match(rest) else Lean.OPEN
