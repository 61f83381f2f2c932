"""Headlines: "X: …" and "…: X", where X may speak."""

from collections.abc import Sequence
from dataclasses import replace

from riwaya.records import Act, NameKind
from riwaya.statements import region
from riwaya.statements.closed import closed
from riwaya.statements.draft import Adjunct, AdjunctKind, Draft, Order
from riwaya.statements.nouns import HeadKind
from riwaya.statements.phrase import Phrase
from riwaya.statements.reading import parse
from riwaya.statements.view import MARKS, View

_LONGEST = 8  # tokens of a speaker before the colon
_LONGEST_NAME = 3  # words of a name that nothing else vouches for
_FEWEST = 3  # words of what is said
_LABELS = closed("headlines labels")
# A state before a colon is mostly where it happened (اليمن: مقتل…); it speaks where a will or a denial follows.
_WILL = closed("headlines will")


def find(view: View) -> Draft | None:
    """The draft of a headline with one colon that parts a speaker from what is said."""
    colons = [i for i, word in enumerate(view.words) if word == ":" and view.quote[i] < 0]
    if len(colons) != 1:
        return None
    colon = colons[0]
    return _before(view, colon) or _after(view, colon)


def lead(headline: Draft, found: Sequence[Draft]) -> list[Draft]:
    """The headline's draft with the others; "X: يؤكد أن …" is one statement, its verb's speaker before the colon."""
    for draft in found:
        if draft.first == headline.start and draft.subject is None and headline.order is Order.HEADLINE:
            led = replace(draft, subject=headline.subject, first=headline.first, order=Order.HEADLINE)
            return [led if other is draft else other for other in found]
    return [*found, headline]


def _before(view: View, colon: int) -> Draft | None:
    first = 0
    while view.word(first) in _LABELS or view.word(first) in (".", "..", "|", "-", "/"):
        first += 1
    if not 0 < colon - first <= _LONGEST or len(view) - colon - 1 < _FEWEST:
        return None
    phrase = parse(view, first, colon)
    if phrase is None or not _speaks(view, phrase, colon + 1):
        return None
    adjuncts = _told(view, phrase, colon) if phrase.end < colon else ()
    if phrase.end < colon and not adjuncts:
        return None
    made = Draft(Order.HEADLINE, Act.STATE, (colon, colon + 1), 0, colon + 1, len(view), phrase, None, strong=True)
    return replace(made, adjuncts=adjuncts)


def _told(view: View, phrase: Phrase, colon: int) -> tuple[Adjunct, ...]:
    """الوزير لـ«المدار»: who was told stands before the colon, and nothing else."""
    got = region.read(view, phrase.end, colon)
    to = tuple(got.adjuncts)
    told = len(to) == 1 and to[0].kind is AdjunctKind.ADDRESSEE and got.subject is None
    return to if told and got.at >= colon else ()


def _speaks(view: View, phrase: Phrase, start: int) -> bool:
    if phrase.kind is HeadKind.PLACE:
        word = view.word(start)
        named = start in view.mention and view.mention[start][0].kind is NameKind.PERSON
        return named or word in _WILL or word[0] in MARKS
    if phrase.kind is HeadKind.NAME and not phrase.known:
        quoted = view.word(start)[0] in MARKS
        return quoted and phrase.end - phrase.first <= _LONGEST_NAME
    return True


def _after(view: View, colon: int) -> Draft | None:
    if colon < _FEWEST + 1 or not 0 < len(view) - colon - 1 <= _LONGEST:
        return None
    if view.word(colon + 1)[0] in MARKS:
        return None  # X يؤكد كذا: «…» : what is quoted is nobody
    phrase = parse(view, colon + 1, len(view))
    if (
        phrase is None
        or phrase.end < len(view) - 1
        or not phrase.known
        or phrase.kind in (HeadKind.PLACE, HeadKind.DOCUMENT)
    ):
        return None
    return Draft(Order.HEADLINE_LAST, Act.STATE, (colon, colon + 1), colon, 0, colon, phrase, None, strong=True)
