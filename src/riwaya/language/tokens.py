"""Words: runs of letters and digits with the marks inside them, and single marks of punctuation."""

import re
from dataclasses import dataclass

from riwaya.language.letters import fold_each
from riwaya.records import Span

# A word holds letters, digits, combining marks, tatweel, bidi and zero-width marks; a colon, dot, comma or slash only
# between two digits (13:00, 3.5), an apostrophe or dot only between two Latin letters (AFP's).
_WORD = re.compile(
    r"[\w\u064b-\u065f\u0670ـ\u200c-\u200f]+(?:(?<=\d)[.,:٫٬/](?=\d)\w+|(?<=[A-Za-z])['’.](?=[A-Za-z])\w+)*"
)
TOKEN = re.compile(_WORD.pattern + r"|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """`text` as it stands at `span`, and its folded form."""

    span: Span
    text: str
    folded: str


def words(text: str) -> list[Token]:
    """The words of `text`, punctuation left out."""
    return _found(_WORD, text)


def tokens(text: str) -> list[Token]:
    """Words and marks of punctuation, each mark a token of its own."""
    return _found(TOKEN, text)


def _found(pattern: re.Pattern[str], text: str) -> list[Token]:
    found = list(pattern.finditer(text))
    written = [match[0] for match in found]
    return [Token(*token) for token in zip([m.span() for m in found], written, fold_each(written), strict=True)]
