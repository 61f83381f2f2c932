"""A text as a string of symbols, one a word, so that a rule is a short pattern over kinds of words.

`read` gives "أعلن مساء الأحد الماضي" the kinds word, part, weekday, past. Rules are patterns over these (see `rules`).
"""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.numbers import STARTERS, compound
from riwaya.language import lexicon
from riwaya.language.clitics import bare
from riwaya.language.letters import Folded, fold, fold_mapped
from riwaya.records import Span

_PLAIN = SYMBOLS[Kind.WORD]
_VAGUE = SYMBOLS[Kind.VAGUE_MONTH]
_STOP = SYMBOLS[Kind.STOP]
_DIGITS = 9  # no number of more digits is a date
_AUGUST = "اب"  # folded آب, and also father and half of باب: the madda must have stood there
_TOKEN = re.compile(
    r"(?<![\d./-])(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2}))(?![\d/-]|\.\d)"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d+(?:[.,٫٬]\d+)*|[^\W\d_]+|\n|[^\w\s]"
)
_MARKS = {
    "\n": Kind.STOP, ".": Kind.STOP, "؟": Kind.STOP, "?": Kind.STOP, "!": Kind.STOP, "؛": Kind.STOP, "…": Kind.STOP,
    "،": Kind.COMMA, ",": Kind.COMMA, "/": Kind.SLASH, "\\": Kind.SLASH, "-": Kind.DASH, "–": Kind.DASH, "—": Kind.DASH,
    "(": Kind.OPEN, ")": Kind.CLOSE, "[": Kind.OPEN, "]": Kind.CLOSE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """Units of one text: `symbols[i]`, `values[i]` and the folded letters `starts[i]:ends[i]` belong together."""

    folded: Folded
    symbols: str
    values: list[str]
    starts: list[int]
    ends: list[int]

    def word(self, place: int) -> str:
        """The folded letters of a unit; blank outside the text."""
        if not 0 <= place < len(self.starts):
            return ""
        return self.folded.text[self.starts[place] : self.ends[place]]

    def symbol(self, place: int) -> str:
        """The symbol of a unit; that of STOP outside the text."""
        return self.symbols[place] if 0 <= place < len(self.symbols) else _STOP

    def span(self, first: int, end: int) -> Span:
        """The span in the source text of the units `first`..`end`, the last left out."""
        return self.folded.span(self.starts[first], self.ends[end - 1])


@dataclass(slots=True)
class _Units:
    """Units while they are gathered."""

    symbols: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def merge(self, place: int, size: int, symbol: str, value: str) -> None:
        """Make one unit of the `size` units from `place` on."""
        self.symbols[place : place + size] = [symbol]
        self.values[place : place + size] = [value]
        del self.starts[place + 1 : place + size]
        del self.ends[place : place + size - 1]


@cache
def _known() -> tuple[dict[str, tuple[Kind, str]], dict[str, list[tuple[list[str], Kind, str]]]]:
    """Single words, and phrases by their first word, longest first."""
    single: dict[str, tuple[Kind, str]] = {}
    phrases: dict[str, list[tuple[list[str], Kind, str]]] = {}
    for form, kind, value in lexicon.rows("riwaya.dates", "words.tsv"):
        head, *rest = fold(form).split()
        if rest:
            phrases.setdefault(head, []).append((rest, Kind(kind), value))
        else:
            single.setdefault(head, (Kind(kind), value))
    for tails in phrases.values():
        tails.sort(key=lambda tail: -len(tail[0]))
    return single, phrases


@lru_cache(maxsize=1 << 16)
def _classify(word: str) -> tuple[str, str, int, bool]:
    """Symbol, value, letters of proclitics to leave out of the span, and whether a phrase may begin here."""
    single, phrases = _known()
    for candidate in _without_proclitics(word):
        known = single.get(candidate)
        if known or candidate in phrases:
            kind, value = known or (Kind.WORD, "")
            return SYMBOLS[kind], value, max(0, len(word) - len(candidate)), candidate in phrases
    return (*_by_shape(word), 0, False)


def _without_proclitics(word: str) -> list[str]:
    """As `bare`, but the article stays: it tells a name of time (الخميس) from a number (خميس)."""
    found = list(bare(word))
    return [c for i, c in enumerate(found) if not (i and found[i - 1] == "ال" + c)]


def _by_shape(word: str) -> tuple[str, str]:
    if word in _MARKS:
        return SYMBOLS[_MARKS[word]], word
    if not word[0].isdigit():
        return (_PLAIN if word[0].isalpha() else SYMBOLS[Kind.MARK]), word
    if ":" in word:
        return SYMBOLS[Kind.TIME], word
    if not word.isdecimal():
        whole = len(word) > 5 and sum(map(word.count, "-/.")) == 2  # noqa: PLR2004  1.1.99 at least, two marks
        return SYMBOLS[Kind.FULL_DATE if whole else Kind.WORD], word  # 2.500 counts nothing that makes a date
    return SYMBOLS[_number_kind(word)], word[:_DIGITS]


def _number_kind(word: str) -> Kind:
    number = int(word[:_DIGITS])
    if len(word) == 4 and 1800 <= number <= 2100:  # noqa: PLR2004  years that news speaks of
        return Kind.YEAR_NUMBER
    if len(word) == 4 and 1300 <= number <= 1500:  # noqa: PLR2004  the same, Hijri
        return Kind.HIJRI_NUMBER
    return Kind.DAY_NUMBER if 1 <= number <= 31 and len(word) <= 2 else Kind.NUMBER  # noqa: PLR2004


def read(text: str) -> Read:
    """The units of `text`."""
    folded = fold_mapped(text)
    units = _Units()
    heads: list[int] = []
    for match in _TOKEN.finditer(folded.text):
        start, end = match.span()
        symbol, value, cut, head = _classify(match[0])
        if head or symbol in STARTERS:
            heads.append(len(units.symbols))
        elif symbol == _VAGUE and match[0].endswith(_AUGUST) and "آ" not in text[slice(*folded.span(start, end))]:
            symbol = _PLAIN
        units.symbols.append(symbol)
        units.values.append(value)
        units.starts.append(start + cut)
        units.ends.append(end)
    for place in reversed(heads):
        _merge_phrase(folded.text, units, place) or _merge_number(units, place)
    return Read(folded, "".join(units.symbols), units.values, units.starts, units.ends)


def _merge_phrase(text: str, units: _Units, place: int) -> bool:
    """Months and days of two words and more: تشرين الأول, أول من أمس. Folded, blanks between them are single units."""
    head = text[units.starts[place] : units.ends[place]]
    for rest, kind, value in _known()[1].get(head, ()):
        following = range(place + 1, place + 1 + len(rest))
        if following.stop <= len(units.starts) and [text[units.starts[i] : units.ends[i]] for i in following] == rest:
            units.merge(place, len(rest) + 1, SYMBOLS[kind], value)
            return True
    return False


def _merge_number(units: _Units, place: int) -> bool:
    """Numbers of several words: الحادي عشر, خمسة وعشرين."""
    found = compound(units.symbols, units.values, place)
    if found is not None:
        size, symbol, value = found
        units.merge(place, size, symbol, value)
    return found is not None
