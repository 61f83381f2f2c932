"""A text as a string of symbols, one a word, so that a rule is a short pattern over kinds of words.

`read` gives "أعلن مساء الأحد الماضي" the kinds word, part, weekday, past. Rules are patterns over these (see `rules`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.numbers import STARTERS, compound
from riwaya.language import lexicon
from riwaya.language.clitics import bare
from riwaya.language.letters import Folded, fold, fold_mapped
from riwaya.records import Span

_PLAIN = SYMBOLS[Kind.WORD]
_VAGUE = SYMBOLS[Kind.VAGUE_MONTH]
_STOP = SYMBOLS[Kind.STOP]
_PROCLITICS = frozenset("وفبكلس")
_DIGITS = 9  # no number of more digits is a date
_AUGUST = "اب"  # folded آب, and also father and half of باب: the madda must have stood there
_TOKEN = re.compile(
    r"[ء-ي]++(?![^\W\d_])"  # nearly every word, told fast
    r"|(?<![\d./-])(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2}))(?![\d/-]|\.\d)"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d+(?:[.,٫٬]\d+)*|[^\W\d_]+|\n|[^\w\s]"
)
_DECIMAL = re.compile(r"\d{1,3}[.٫]\d{1,2}")
_MARKS = {
    "\n": Kind.STOP, ".": Kind.STOP, "؟": Kind.STOP, "?": Kind.STOP, "!": Kind.STOP, "؛": Kind.STOP, "…": Kind.STOP,
    "،": Kind.COMMA, ",": Kind.COMMA, "/": Kind.SLASH, "\\": Kind.SLASH, "-": Kind.DASH, "–": Kind.DASH, "—": Kind.DASH,
    "(": Kind.OPEN, ")": Kind.CLOSE, "[": Kind.OPEN, "]": Kind.CLOSE,
}  # fmt: skip


class Told(NamedTuple):
    """What a word is: `cut` letters of proclitics stay out of its span; a `head` may be one unit with what follows."""

    symbol: str
    value: str
    cut: int
    head: bool


@dataclass(frozen=True, slots=True)
class Read:
    """Units of one text: `symbols[i]`, `told[i]` and the folded letters `spans[i]` belong together."""

    folded: Folded
    symbols: str
    told: list[Told]
    spans: list[Span]

    def word(self, place: int) -> str:
        """The folded letters of a unit, without proclitics; blank outside the text."""
        return self.folded.text[self.start(place) : self.spans[place][1]] if 0 <= place < len(self.spans) else ""

    def symbol(self, place: int) -> str:
        """The symbol of a unit; that of STOP outside the text."""
        return self.symbols[place] if 0 <= place < len(self.symbols) else _STOP

    def value(self, place: int) -> str:
        return self.told[place].value

    def start(self, place: int) -> int:
        """Where the unit begins in the folded text, behind its proclitics."""
        return self.spans[place][0] + self.told[place].cut

    def span(self, first: int, end: int) -> Span:
        """The span in the source text of the units `first`..`end`, the last left out."""
        return self.folded.span(self.start(first), self.spans[end - 1][1])


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
def _classify(word: str) -> Told:
    single, phrases = _known()
    for candidate in _without_proclitics(word):
        known = single.get(candidate)
        if known or candidate in phrases:
            kind, value = known or (Kind.WORD, "")
            symbol = SYMBOLS[kind]
            head = candidate in phrases or symbol in STARTERS or symbol == _VAGUE
            return Told(symbol, value, max(0, len(word) - len(candidate)), head)
    return Told(*_by_shape(word), 0, False)


def _without_proclitics(word: str) -> Sequence[str]:
    """As `bare`, but the article stays: it tells a name of time (الخميس) from a number (خميس)."""
    if word[0] not in _PROCLITICS:
        return (word,)
    found = list(bare(word))
    return [c for i, c in enumerate(found) if not (i and found[i - 1] == "ال" + c)]


def _by_shape(word: str) -> tuple[str, str]:
    if word in _MARKS:
        return SYMBOLS[_MARKS[word]], word
    if not word[0].isdigit():
        return (_PLAIN if word[0].isalpha() else SYMBOLS[Kind.MARK]), word
    if ":" in word:
        return SYMBOLS[Kind.TIME], word
    if _DECIMAL.fullmatch(word):
        return SYMBOLS[Kind.DECIMAL], word.replace("٫", ".")
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
    spans = [match.span() for match in _TOKEN.finditer(folded.text)]
    told = [_classify(folded.text[start:end]) for start, end in spans]
    gone: set[int] = set()
    for place, size, symbol, value in _merged(Read(folded, "", told, spans), text):
        last = place + size - 1
        spans[place] = spans[place][0], spans[last][1]
        told[place : place + size] = [Told(symbol, value, told[place].cut, head=False)] * size
        gone.update(range(place + 1, place + size))
    if gone:
        told = [one for place, one in enumerate(told) if place not in gone]
        spans = [one for place, one in enumerate(spans) if place not in gone]
    return Read(folded, "".join([one[0] for one in told]), told, spans)


_Merge = tuple[int, int, str, str]  # place, size, symbol and value of several units that are one


def _merged(units: Read, text: str) -> Iterator[_Merge]:
    """The units that belong together: phrases, and numbers of several words. A lone آب is told from "father" here."""
    free = 0
    for place in [place for place, one in enumerate(units.told) if one[3]]:
        if place < free:
            continue
        if units.told[place].symbol == _VAGUE:
            if units.word(place).endswith(_AUGUST) and "آ" not in text[slice(*units.span(place, place + 1))]:
                yield place, 1, _PLAIN, ""
            continue
        found = _phrase(units, place) or compound(units.told, place)
        if found is not None:
            free = place + found[0]
            yield (place, *found)


def _phrase(units: Read, place: int) -> tuple[int, str, str] | None:
    """Months and days of two words and more: تشرين الأول, أول من أمس. Folded, blanks between them are single units."""
    for rest, kind, value in _known()[1].get(units.word(place), ()):
        if all(units.word(i) == word for i, word in enumerate(rest, place + 1)):
            return len(rest) + 1, SYMBOLS[kind], value
    return None
