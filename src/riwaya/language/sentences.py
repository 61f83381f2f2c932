"""Sentences: ended by . ! ? ؟ or a line's end, but not inside a quotation, an abbreviation, initials or a number.

Two dots and more are a pause (ينفي.. ويتعهد), an end only where the line ends. A dot without a blank after it ends a
sentence between two Arabic words (الأسبوعية.وأشار), as pages that lost their line breaks write, but not in an acronym
spelled by the names of its letters (إن.بي.سي). Lines broken only to fit a width are read as one (`wraps`).
"""

import re

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.language.quotes import pair
from riwaya.language.wraps import unwrapped
from riwaya.records import Span

_ARABIC = r"\u0621-\u064a"
_END = re.compile(rf"(?:(?<!\.)\.(?!\.)|[!?؟]+)[»”\"')\]]*(?=\s|$)|(?<=[{_ARABIC}]{{2}})\.(?=[{_ARABIC}]{{2}})|\n+|$")
# One letter before the dot (أ. ف. ب، د. أحمد، أ.د. سمير) is an initial or a title; after a number an era (2015 م.).
_INITIAL = re.compile(rf"(?:^|(?<!\d)[\s(«\".])[{_ARABIC}A-Za-z]ـ?\.$")
_REACH = 5  # letters before a dot that tell whether it follows an initial
# Names of letters that are no other word: لورا إيه. باهر, a middle initial.
_MIDDLE = frozenset(fold("إيه جيه دبليو كيه إتش إكس كيو إف تي دي إس آر").split())
_LAST = re.compile(rf"[{_ARABIC}]+$")
_NEXT = re.compile(rf"(\s?)([{_ARABIC}]+)(\.?)")


def sentences(text: str) -> list[Span]:
    """Spans of the sentences of `text` in order, blanks trimmed; together they hold every letter that is no blank."""
    text = unwrapped(text)
    quotations = [quotation.outer for quotation in pair(text)]
    found: list[Span] = []
    start = 0
    quotation = 0
    for end in _END.finditer(text):
        while quotation < len(quotations) and quotations[quotation][1] <= end.end():
            quotation += 1
        inside = quotation < len(quotations) and quotations[quotation][0] < end.start()
        if not _ends(text, end, start, inside=inside):
            continue
        left, right = _trimmed(text, start, end.end())
        if left < right:
            found.append((left, right))
        start = end.end()
    return found


def _ends(text: str, end: re.Match[str], start: int, *, inside: bool) -> bool:
    if end[0][:1] in ("\n", ""):
        return True
    so_far = text[max(start, end.start() - _REACH) : end.start()]
    numbered = end.start() - start <= _REACH and so_far.strip().isdecimal()
    initial = end[0][0] == "." and _INITIAL.search(text[max(0, end.start() - _REACH) : end.start() + 1])
    return not (inside or numbered or initial or _spelled(text, end))  # 1. at the front of a sentence is its number


def _spelled(text: str, end: re.Match[str]) -> bool:
    """Whether the dot stands in an acronym: after a letter's name, before a word written on or another name."""
    last = _LAST.search(text[max(0, end.start() - _REACH - 1) : end.start()])
    following = _NEXT.match(text, end.end())
    names = lexicon.words("riwaya.language", "letter_names.tsv")
    if end[0] != "." or not last or not following or fold(last[0]) not in names:
        return False
    if fold(last[0]) in _MIDDLE and end.end() < len(text) and text[end.end()] == " ":
        return True
    return not following[1] or (fold(following[2]) in names and bool(following[3]))


def _trimmed(text: str, left: int, right: int) -> Span:
    while left < right and text[left].isspace():
        left += 1
    while right > left and text[right - 1].isspace():
        right -= 1
    return left, right
