"""A statement's words as they can stand alone: in a claim's title, behind a verb in a table."""

import re

from riwaya.dossier.material import Desk
from riwaya.dossier.words import folded_words
from riwaya.language.datelines import without_dateline
from riwaya.language.letters import fold
from riwaya.language.quotes import own_words, whole
from riwaya.records import Statement

_JOINTS = ("بأن ", "بأنّ ", "أن ", "أنّ ", "إن ", "إنّ ", "ان ")
# «أن تكون بلادها قد تعهدت» without its أن: بلادها قد تعهدت
_THAT_BE = re.compile(r"^[يت]كون\s+(?=(?:\w+\s+){1,3}قد\s)")
_THAT_HE = re.compile(r"^ب?أنّ?(?=(?:ه|ها|هم|هما|نا|ني)\s)")  # «أنها سترسل» begins a sentence as إنها
_FEW = 4  # words of a quotation that says nothing without what leads to it: تعهد بصرف الأجور «قبل الصيف»
_LEADING = 90  # letters of what leads to it


def title(desk: Desk, statement: Statement) -> str:
    """As a sentence of its own; the speaker's own words in marks."""
    alone = _alone(statement)
    return f"«{alone}»" if alone else tidy(_content(desk, statement))


def clause(desk: Desk, statement: Statement) -> str:
    """As it stands behind its verb, with the أن that ties it."""
    alone = _alone(statement)
    if alone:
        return f"«{alone}»"
    content = _content(desk, statement)
    return whole(content) if fold(content).startswith(("ان ", "بان ", "انه", "انهم")) else tidy(content)


def tidy(content: str) -> str:
    """Content without the أن that tied it to its verb, or the marks around all of it."""
    text = without_dateline(content.strip(" .،:"))
    joint = next((joint for joint in _JOINTS if text.startswith(joint)), "")
    text = _THAT_HE.sub("إن", _THAT_BE.sub("", text.removeprefix(joint).lstrip()))
    if text[:1] in '"«“' and text[-1:] in '"»”' and not any(mark in text[1:-1] for mark in '"«»“”'):
        text = text[1:-1].strip()
    return whole(text)


def _alone(statement: Statement) -> str:
    alone = own_words(statement.content, statement.quotes)
    return alone if len(folded_words(alone)) >= _FEW else ""


def _named_until(statement: Statement) -> int:
    """Where the speaker's name ends; his words may hold more: «تعهد الوزير فلان بصرف الأجور»."""
    if statement.spans.speaker is None:
        return 0
    first, last = statement.spans.speaker
    at = statement.speaker.surface.find(statement.speaker.name)
    return first + at + len(statement.speaker.name) if at >= 0 else last


def _content(desk: Desk, statement: Statement) -> str:
    """The content, with what leads to it from its verb or speaker on where it is a few quoted words."""
    spans = statement.spans
    start = max(spans.cue[1], _named_until(statement))
    if not statement.quotes or len(folded_words(statement.content)) >= _FEW or not start < spans.content[0]:
        return statement.content
    words = desk.words(statement.article, (start, spans.content[1])).lstrip(" ،:")
    return statement.content if len(words) > _LEADING or "\n" in words or "." in words else words
