"""Which side of the anchor a clause puts its days on: "قال الثلاثاء" behind it, "سيشارك، الأربعاء" ahead.

The nearest word before the day that tells decides; a telling word right after a day that opens its clause goes before
one far behind (ويوم الجمعة، سيلتقي). Without any, nothing is known.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache, lru_cache

from riwaya.dates.expressions import Lean
from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.units import Read
from riwaya.language import lexicon
from riwaya.language.clitics import joined
from riwaya.language.letters import fold
from riwaya.records import Span

# سـ and an imperfect: سيلتقي, ستعلن, سنرد.
_FUTURE = re.compile(r"س[يتن]\w{2,}")
_ENDINGS = ("", "ت", "وا", "تا", "ا", "ته", "تها")
_REACH = 3  # a telling word after the day stands at most so many units away
_STOP = SYMBOLS[Kind.STOP]
_WORDS = frozenset(SYMBOLS[kind] for kind in (Kind.WORD, Kind.PART, Kind.FUTURE, Kind.DAYWORD, Kind.UNIT))


@dataclass(slots=True)
class Tenses:
    """The telling words of the sentence asked about last: unit places in order, and what each tells."""

    units: Read
    sentence: Span = (0, 0)
    places: list[int] = field(default_factory=list)
    leans: list[Lean] = field(default_factory=list)

    def at(self, first: int, end: int) -> Lean:
        """What the clause says of the units `first`..`end`; sentences are best asked about in order."""
        self._read_to(first)
        before, after = self._before(first), self._after(end)
        if after is not None and (before is None or _opens(self.units, first)):
            return after
        return before if before is not None else Lean.OPEN

    def _read_to(self, first: int) -> None:
        if self.sentence[0] <= first < self.sentence[1]:
            return
        symbols, told, spans = self.units.symbols, self.units.told, self.units.spans
        start = symbols.rfind(_STOP, min(self.sentence[1], first), first) + 1 or min(self.sentence[1], first)
        stop = symbols.find(_STOP, first)
        self.sentence = start, (stop if stop >= 0 else len(symbols))
        self.places, self.leans = [], []
        for place in range(*self.sentence):
            if symbols[place] in _WORDS:
                begin, end = spans[place]
                opening, inside = _leans(self.units.folded.text[begin + told[place].cut : end])
                lean = opening if place == 0 or symbols[place - 1] == _STOP else inside
                if lean is not Lean.OPEN:
                    self.places.append(place)
                    self.leans.append(lean)

    def _before(self, first: int) -> Lean | None:
        index = bisect_left(self.places, first)
        return self.leans[index - 1] if index else None

    def _after(self, end: int) -> Lean | None:
        index = bisect_left(self.places, end)
        near = index < len(self.places) and self.places[index] <= end + _REACH
        return self.leans[index] if near else None


def _opens(units: Read, first: int) -> bool:
    """Whether a clause begins at the day: after a mark, or with a joining letter (ويوم الجمعة، …)."""
    place = first - 1 if units.symbol(first - 1) == SYMBOLS[Kind.UNIT] else first
    joins = units.folded.text[max(0, units.start(place) - 1) : units.start(place)] == "و"
    return joins or units.symbol(place - 1) in (_STOP, SYMBOLS[Kind.MARK])


@cache
def _table() -> tuple[dict[str, Lean], frozenset[str]]:
    """What each form tells, and the forms that are also nouns: قتل, بحث."""
    found: dict[str, Lean] = {}
    nouns: set[str] = set()
    for form, tense in lexicon.rows("riwaya.dates", "tense.tsv"):
        folded = fold(form)
        if tense in _SHAPED:
            continue
        if tense == "future":
            found[folded] = Lean.FUTURE
            continue
        if tense == "past_or_noun":
            nouns.update((folded, folded + "ا", folded + "ته", folded + "تها"))
        for ending in _ENDINGS:
            found.setdefault(folded.removesuffix("ي" if ending[:1] in ("ت", "و") else "") + ending, Lean.PAST)
    return found, frozenset(nouns)


@cache
def _nouns() -> re.Pattern[str]:
    """Nouns and names shaped like a future verb (سياسة, سيول, ستين); those marked `stem` with any ending."""
    shaped = [(fold(form), tense) for form, tense in lexicon.rows("riwaya.dates", "tense.tsv") if tense in _SHAPED]
    return re.compile("|".join(form + _SHAPED[tense] for form, tense in shaped))


_SHAPED = {"noun_shaped_future": "$", "stem_shaped_future": ""}


@lru_cache(maxsize=1 << 16)
def _leans(word: str) -> tuple[Lean, Lean]:
    """What a word tells where a sentence opens with it, and elsewhere."""
    table, nouns = _table()
    rest = joined(word)[1]
    for candidate in (word, rest):
        if candidate in table:
            return table[candidate], Lean.OPEN if candidate in nouns else table[candidate]
    future = _FUTURE.fullmatch(rest) and not _nouns().match(rest)
    return (Lean.FUTURE, Lean.FUTURE) if future else (Lean.OPEN, Lean.OPEN)
