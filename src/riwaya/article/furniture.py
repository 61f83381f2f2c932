"""Lines that say nothing of any article: buttons, menus, tickers, addresses, ages of other items."""

import re

from riwaya.article import phrases
from riwaya.article.label import Label
from riwaya.article.lines import Line
from riwaya.records import BlockKind

_ADDRESS = re.compile(r"^(?:https?://|www\.|@|#\S+$)\S*(?:\s+(?:https?://|@)\S+)*$|^\S+@\S+\.\S+$")
_GAPS = re.compile(r"\s{3,}|\t+|\s\|\s")
_CRUMBS = re.compile(r"\s*[>›]\s*|\s+[»/|\\]\s+")
_AGE = re.compile(
    r"(?:منذ|قبل) (?:\d+ )?(?:ثانيه|ثوان|دقيقه|دقايق|ساعه|ساعات|ساعتين|يوم|يومين|ايام|اسبوع|شهر)$"
    r"|^(?:\d+ ?|دقيقت(?:ان|ين) )?(?:د|دقيقه|دقايق|دقيقتان|دقيقتين|قراءه)(?: قراءه)?$|^قراءه \w+(?: \w+)?$"
)
_MASTHEAD = re.compile(r"رييس (?:مجلس الاداره|التحرير)\b.*\bرييس (?:مجلس الاداره|التحرير)")
_INVITATION = 40  # words of an invitation to subscribe
_SHORT = 15
_AGED = 7
_HEADLINE = 18  # words a headline has on average at most
_TICKER = 4  # headlines run into one line
_TICKER_LOOK = 4000
_LATIN = 6  # words of a line without an Arabic letter: Loader Search
_MOST = 0.75  # of a line's words; the rest is a site's own


def of(line: Line, *, above_text: bool) -> Label | None:
    """FURNITURE, or SECTION for a menu entry above the text; None where a line is neither."""
    if _invites(line) or _ticker(line):
        return Label.FURNITURE
    if line.words > _SHORT or line.ended:
        return None
    if line.key in phrases.sections():
        return Label.SECTION if above_text else Label.FURNITURE
    if _crumbs(line.look):
        return Label.SECTION
    return Label.FURNITURE if _bare(line) or _buttons(line.look) else None


def _invites(line: Line) -> bool:
    """An invitation, an address, or another item's age."""
    said = phrases.starting(line.look)
    if said and said[0] is Label.FURNITURE and line.words <= _INVITATION:
        return True
    if line.words <= _SHORT and _MASTHEAD.search(line.look):
        return True
    if line.words <= _AGED and _AGE.search(line.look):
        return True
    return len(line.text) <= _TICKER_LOOK and _ADDRESS.match(line.text) is not None


def _ticker(line: Line) -> bool:
    """Headlines run into one line with wide gaps between them."""
    parts = [part for part in _GAPS.split(line.text[:_TICKER_LOOK]) if part.strip()]
    long = sum(len(part.split()) for part in parts) > _HEADLINE * len(parts)
    return len(parts) >= _TICKER and not long and not any(part.rstrip().endswith(".") for part in parts[:-1])


def _crumbs(folded: str) -> bool:
    """A trail of menu entries: الرئيسية > أخبار > سياسة."""
    crumbs = [part.strip() for part in _CRUMBS.split(folded) if part.strip()]
    return len(crumbs) > 1 and all(c in phrases.sections() or phrases.covered(c).strong for c in crumbs[:-1])


def _bare(line: Line) -> bool:
    """A line without a letter, or a short one without an Arabic letter."""
    if not any(c.isalpha() for c in line.text):
        return True
    return not line.arabic and line.words <= _LATIN and line.kind is not BlockKind.HEADING


def _buttons(folded: str) -> bool:
    found = phrases.covered(folded)
    return bool(found.strong) and found.covered >= _MOST * found.words
