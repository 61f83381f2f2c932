"""Stage 1, lines: a page as a list of lines, each with what can be measured of it and nothing decided yet."""

import re
from dataclasses import dataclass
from functools import cached_property

from riwaya.language.letters import fold
from riwaya.records import BlockKind, Page, Span

_LOOK = 400  # letters of a line that patterns look at: no rule needs more, and a line may be megabytes long
_SENTENCE_END = re.compile(r"[.…][\s»”\"'’)\]]*(?:\s[اإ]علان)?$")
_SOLD = re.compile(r"\s[اإ]علان\s*$")
_TRIM = " \t\r\n\u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_BULLET = re.compile(r"(?:[•·▪●◦‣■\-–*»>]+\s+|[•▪●■*]+(?=\w))")
_LONE_BULLET = re.compile(r"[•▪●■*·-]")  # the next line's sign, on a line of its own
_MARKS = re.compile(r"[«»“”„\"]")
_ARABIC = re.compile(r"[\u0621-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True)
class Line:
    """One line that has words. `span` lies in `Page.text`, blanks, bidi marks and a bullet's sign trimmed off.

    `gap` counts the blank lines before it; `level` is a heading's; `main` is False where markup says furniture.
    """

    number: int
    kind: BlockKind
    span: Span
    text: str
    gap: int
    level: int = 0
    main: bool = True

    @cached_property
    def look(self) -> str:
        """The folded head of the line, which is what patterns match on."""
        return fold(self.text[:_LOOK]).strip()

    @cached_property
    def key(self) -> str:
        """What two copies of one line have in common: folded letters and digits."""
        return re.sub(r"\W+", " ", fold(self.text)).strip()

    @cached_property
    def words(self) -> int:
        return self.text.count(" ") + 1 if len(self.text) > _LOOK else len(self.text.split())

    @cached_property
    def ended(self) -> bool:
        """Closed by a full stop, as sentences are and headlines are not."""
        return _SENTENCE_END.search(self.text[-16:]) is not None

    @cached_property
    def sold(self) -> bool:
        """An advertisement's marker was left at the end of its words, as pages of Euronews leave it."""
        return _SOLD.search(self.text[-8:]) is not None

    @cached_property
    def marks(self) -> int:
        """How many quotation marks; an odd number means that a quotation was torn."""
        return len(_MARKS.findall(self.text))

    @cached_property
    def arabic(self) -> bool:
        return _ARABIC.search(self.text[:_LOOK]) is not None


def lines(page: Page) -> tuple[Line, ...]:
    """The lines of `page` that have words, in page order."""
    found: list[Line] = []
    gap, listed = 0, False
    for block in page.blocks:
        span = _trimmed(page.text, block.span)
        text = page.text[slice(*span)]
        if block.kind is BlockKind.BLANK or not text:
            gap += 1
        elif _LONE_BULLET.fullmatch(text):
            listed = True
        else:
            kind = BlockKind.BULLET if listed and block.kind is BlockKind.TEXT else block.kind
            found.append(Line(len(found), kind, span, text, gap, block.level, block.main))
            gap, listed = 0, False
    return tuple(found)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _TRIM:
        start += 1
    bullet = _BULLET.match(text, start, end)
    if bullet:
        start = bullet.end()
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end
