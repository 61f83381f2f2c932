"""What a paper holds: جاء في بيان الوزارة أن, ورد في تقرير للمنظمة: "…", في بيان للوزارة جاء فيه أن."""

from collections.abc import Iterator

from riwaya.language.clitics import joined
from riwaya.records import Act
from riwaya.statements import marker
from riwaya.statements.draft import Draft, Order
from riwaya.statements.nouns import HeadKind
from riwaya.statements.phrase import Phrase
from riwaya.statements.reading import parse
from riwaya.statements.triggers import Trigger
from riwaya.statements.verbs import forms
from riwaya.statements.view import COMMAS, View

_IN_IT = ("فيه", "فيها")
_LONGEST = 14  # tokens from في to its جاء فيه
_FARTHEST = 3  # tokens from the end of the paper's name to what it says


def find(view: View) -> Iterator[Draft]:
    for i in view.marked[Trigger.PAPER]:
        if view.quote[i] < 0:
            draft = _held(view, i) or _in_it(view, i)
            if draft is not None:
                yield draft


def _held(view: View, i: int) -> Draft | None:
    """جاء في بيان X أن, with جاء at token `i`."""
    phrase = _paper(view, i + 2, len(view)) if view.word(i + 1) == "في" else None
    return _draft(view, phrase, i, phrase.end) if phrase is not None else None


def _in_it(view: View, i: int) -> Draft | None:
    """في بيان X جاء فيه أن, with جاء at token `i`."""
    if view.word(i + 1) not in _IN_IT:
        return None
    near = range(i - 2, max(-1, i - _LONGEST), -1)
    led = next((j for j in near if joined(view.word(j))[1] == "في" and view.quote[j] < 0), None)
    phrase = _paper(view, led + 1, i) if led is not None else None
    return _draft(view, phrase, i, i + 2) if phrase is not None and phrase.end == i else None


def _paper(view: View, i: int, limit: int) -> Phrase | None:
    phrase = parse(view, i, limit, forms()["قال"].verb)
    return phrase if phrase is not None and phrase.kind is HeadKind.DOCUMENT else None


def _draft(view: View, phrase: Phrase, i: int, after: int) -> Draft | None:
    """The cue stands at token `i`; what the paper says must begin a few tokens from `after` on."""
    found = marker.strong(view, after, forms()["قال"].verb, frozenset())
    if found is None or any(view.word(j) in COMMAS for j in range(after + 1, found.at)):
        return None
    if found.at - after > _FARTHEST:
        return None
    return Draft(
        order=Order.PAPER, act=Act.STATE, cue=(i, i + 1), first=min(i, phrase.first - 1), start=found.start,
        end=len(view), subject=phrase, agreement=None, lemma="جاء", strong=True, shaved=found.shaved,
    )  # fmt: skip
