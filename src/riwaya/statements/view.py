"""A sentence as the grammar sees it: tokens side by side, quotations and known mentions marked on them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from riwaya.language.quotes import Quotation, pair
from riwaya.language.sentences import sentences
from riwaya.language.tokens import Token, tokens
from riwaya.records import Article, DateMention, Mention, ParagraphKind, Span
from riwaya.statements.triggers import Trigger, marked

MARKS = frozenset('"«»“”„')
_Marked = TypeVar("_Marked", Mention, DateMention)
_AFTER_COLON = re.compile(r":[ \t\u00a0]*\n\s*")
_LEAD = 240  # letters of a line that only leads to the next
_MADDA = frozenset(("آن", "وآن"))  # a name and a time, which folding makes one with أن
_LONGEST = 1500  # tokens of a sentence: a page of one line without a full stop is read in pieces
COMMAS = frozenset("،,؛;")
DASHES = frozenset("-–—()[]")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation by tokens: its marks stand at `first` and `last` (equal to the inner ends where a mark was lost)."""

    first: int
    last: int
    inner: tuple[int, int]
    span: Span


@dataclass(frozen=True, slots=True)
class View:
    """One sentence. `quote[i]` is the index of the quotation that holds token i, or -1; likewise `mention`, `date`."""

    tokens: tuple[Token, ...]
    words: list[str]
    quote: list[int]
    quotations: tuple[Quoted, ...]
    mention: dict[int, tuple[Mention, int]]
    dates: dict[int, tuple[DateMention, int]]
    headline: bool
    line: int
    marked: dict[Trigger, list[int]]

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, i: int) -> str:
        try:
            return self.words[i] if i >= 0 else ""
        except IndexError:
            return ""

    def span(self, first: int, end: int) -> Span:
        """From the first letter of token `first` to the last of token `end - 1`."""
        return self.tokens[first].span[0], self.tokens[end - 1].span[1]


@dataclass(frozen=True, slots=True)
class Line:
    span: Span
    headline: bool


def lines(article: Article) -> list[Line]:
    """Headline, summary and paragraphs in order; notices speak for the outlet's furniture and are left out."""
    found = [Line(span, headline) for span, headline in _heads(article)]
    told = (p for p in article.paragraphs if p.kind is not ParagraphKind.NOTICE)
    return found + [Line(p.span, p.kind is ParagraphKind.SUBHEADING) for p in told]


def _heads(article: Article) -> list[tuple[Span, bool]]:
    found = []
    if article.headline_span:
        found.append((article.headline_span, True))
    if article.summary_span:
        found.append((article.summary_span, False))
    return found


def views(article: Article, mentions: Sequence[Mention], dates: Sequence[DateMention]) -> list[View]:
    """Every sentence of the article, in order of the text."""
    known = sorted(mentions, key=lambda m: m.span)
    days = sorted(dates, key=lambda d: d.span)
    found: list[View] = []
    words = [token for token in tokens(article.text) if token.folded]
    starts = [token.span[0] for token in words]
    for number, line in enumerate(_led_on(article.text, sorted(lines(article), key=lambda part: part.span))):
        text = _AFTER_COLON.sub(lambda gap: ":" + " " * (len(gap[0]) - 1), article.text[slice(*line.span)])
        found.extend(_views_of_line(_Material(text, line.span[0], words, starts, known, days, line.headline, number)))
    return found


def _led_on(text: str, parts: Sequence[Line]) -> list[Line]:
    """«وقال الوزير:» on a line of its own: its words are the next line."""
    found: list[Line] = []
    for part in parts:
        above = found[-1] if found else None
        if above is not None and not above.headline and not part.headline and _leads(text[slice(*above.span)]):
            found[-1] = Line((above.span[0], part.span[1]), headline=False)
        else:
            found.append(part)
    return found


def _leads(line: str) -> bool:
    return line.rstrip().endswith(":") and len(line) < _LEAD and "\n" not in line


@dataclass(frozen=True, slots=True)
class _Material:
    text: str
    offset: int
    tokens: list[Token]  # of the whole article, with where each begins
    starts: list[int]
    mentions: list[Mention]
    dates: list[DateMention]
    headline: bool
    number: int


def _views_of_line(m: _Material) -> list[View]:
    starts = m.starts
    quotations = pair(m.text)
    placed = [_place(q, m.offset, starts) for q in quotations]
    opens = [first for first, _ in placed]
    found = []
    for first, end in sentences(m.text):
        a, b = bisect_left(starts, first + m.offset), bisect_left(starts, end + m.offset)
        for piece in range(a, b, _LONGEST):
            stop = min(b, piece + _LONGEST)
            found.append(
                _view(m, m.tokens[piece:stop], piece, placed[bisect_left(opens, piece) : bisect_left(opens, stop)])
            )
    return found


_Place = tuple[int, int]  # the first and last token of a quotation


def _place(quotation: Quotation, offset: int, starts: list[int]) -> _Place:
    first = bisect_left(starts, quotation.outer[0] + offset)
    last = bisect_left(starts, quotation.outer[1] + offset) - 1
    return first, last


def _view(m: _Material, part: list[Token], base: int, placed: list[_Place]) -> View:
    starts = [t.span[0] for t in part]
    quote = [-1] * len(part)
    quoted: list[Quoted] = []
    for begin, end in placed:
        first, last = begin - base, min(end - base, len(part) - 1)
        inner = first + (part[first].text[0] in MARKS), last + 1 - (part[last].text[0] in MARKS)
        if last < first or inner[0] >= inner[1]:
            continue
        quote[first : last + 1] = [len(quoted)] * (last + 1 - first)
        quoted.append(Quoted(first, last, inner, (part[inner[0]].span[0], part[inner[1] - 1].span[1])))
    words = [t.text if t.text in _MADDA else t.folded for t in part]
    return View(
        tokens=tuple(part),
        words=words,
        quote=quote,
        quotations=tuple(quoted),
        mention=_placed(m.mentions, starts, part),
        dates=_placed(m.dates, starts, part),
        headline=m.headline,
        line=m.number,
        marked=marked(words),
    )


def _placed(marked: list[_Marked], starts: list[int], part: list[Token]) -> dict[int, tuple[_Marked, int]]:
    """Token index → what begins there and the token index it ends before."""
    found: dict[int, tuple[_Marked, int]] = {}
    first = bisect_left(marked, starts[0], key=lambda m: m.span[0])
    for m in marked[max(0, first - 1) :]:
        if m.span[0] >= part[-1].span[1]:
            break
        a = bisect_left(starts, m.span[0])
        if a < len(starts) and starts[a] > m.span[0] and a > 0 and part[a - 1].span[1] > m.span[0]:
            a -= 1  # the name begins inside a token: و + name, ل + name
        b = bisect_left(starts, m.span[1])
        if a < b and (a not in found or found[a][1] < b):
            found[a] = m, b
    return found
