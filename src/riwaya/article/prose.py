"""What tells running text from headlines and captions when a page has no markup: length, ending, first words."""

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.article import phrases
from riwaya.article.lines import Line
from riwaya.language.letters import fold
from riwaya.records import BlockKind

_SURE = 24  # words: no headline is longer
_LIKELY = 15
_FEWEST = 5
_SAMPLE = 20  # words of a line that shows how this page ends its paragraphs
_SAMPLE_SHORT = 12  # where no line is as long as that
_SAMPLE_GAPS = 8  # the same, of a line that shows how far apart they stand
_HALF = 0.5
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Style:
    """How this page sets its paragraphs: ended by a full stop, and parted by blank lines."""

    stops: bool
    gaps: bool

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Style":
        """Read off the lines long enough to be paragraphs, nearly beyond doubt for their ends."""
        long = [line for line in lines if line.main and line.words >= _SAMPLE]
        long = long or [line for line in lines if line.main and line.words >= _SAMPLE_SHORT]
        apart = [line.gap > 0 for line in lines[1:] if line.main and line.words >= _SAMPLE_GAPS]
        return cls(
            stops=not long or sum(line.ended for line in long) >= _HALF * len(long),
            gaps=sum(apart) > _HALF * len(apart),
        )


def is_prose(line: Line, previous: Line | None, style: Style) -> bool:
    """Is a line running text, whole or a torn piece of it?"""
    if line.kind is BlockKind.HEADING or not line.arabic:
        return False
    if line.kind is BlockKind.QUOTE or continues(previous, line):
        return True
    if line.words >= _FEWEST and (line.words >= _SURE or line.ended or phrases.goes_on(line.look)):
        return True
    return line.words >= _LIKELY and _likely(line, previous, style)


def _likely(line: Line, previous: Line | None, style: Style) -> bool:
    """As long as a long headline: a mark at its end or a verb at its head tells, or a page that uses no full stops."""
    closed = line.text.rstrip(' »”"').endswith(("؟", "!", "؛", "،", ":"))
    unstopped = not style.stops and previous is not None and previous.words >= _LIKELY
    return closed or phrases.leads(line.look) or phrases.leads(line.look.partition(" – ")[2]) or unstopped


def continues(previous: Line | None, line: Line) -> bool:
    """Is `line` the rest of the paragraph that `previous` began?

    Newspapers' systems tear a paragraph where a quotation's closing mark was turned round: the rest then begins with
    that mark (سنلتقي في «المدينة القديمة torn before «المدينة), while the paragraph above has a mark open and no full
    stop. A paragraph that ends in a word that ends no sentence (… لقاء مطولا في) goes on too.
    """
    if previous is not None and not _stopped(previous) and line.gap == 0 and line.text[0] in "،؛":
        return True
    if previous is None or previous.words < _FEWEST or _stopped(previous):
        return False
    if previous.kind is BlockKind.HEADING or not (previous.words >= _LIKELY or phrases.goes_on(previous.look)):
        return False
    open_above, odd_here = previous.marks % 2 == 1, line.marks % 2 == 1
    turned = line.text[0] in '«“"' and odd_here
    if open_above and turned and not phrases.goes_on(line.look):
        return True
    return phrases.hangs(_last_word(previous)) or previous.text.rstrip().endswith(("،", ","))


def _stopped(line: Line) -> bool:
    return line.ended or line.text.rstrip().endswith(("؟", "!", ":"))


def _last_word(line: Line) -> str:
    return fold(line.text[-_LONGEST_WORD:]).rsplit(" ", 1)[-1]
