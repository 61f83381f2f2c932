"""What a paper holds: جاء في بيان الوزارة أن, ورد في تقرير للمنظمة: "…"."""

from collections.abc import Iterator

from riwaya.language.clitics import joined
from riwaya.records import Act
from riwaya.statements import marker
from riwaya.statements.closed import closed
from riwaya.statements.draft import Draft, Order
from riwaya.statements.nouns import HeadKind
from riwaya.statements.reading import parse
from riwaya.statements.verbs import forms
from riwaya.statements.view import COMMAS, View

_HOLDS = closed("papers hold")
_FARTHEST = 3  # tokens from the end of the paper's name to what it says


def find(view: View) -> Iterator[Draft]:
    for i, word in enumerate(view.words[1:-2]):
        if word == "في" and view.quote[i] < 0 and joined(view.words[i])[1] in _HOLDS:
            draft = _draft(view, i)
            if draft is not None:
                yield draft


def _draft(view: View, i: int) -> Draft | None:
    verb = forms()["قال"].verb
    phrase = parse(view, i + 2, len(view), verb)
    if phrase is None or phrase.kind is not HeadKind.DOCUMENT:
        return None
    found = marker.strong(view, phrase.end, verb, frozenset())
    if found is None or any(view.word(j) in COMMAS for j in range(phrase.end + 1, found.at)):
        return None
    if found.at - phrase.end > _FARTHEST:
        return None
    return Draft(
        order=Order.PAPER, act=Act.STATE, cue=(i, i + 1), first=i, start=found.start, end=len(view), subject=phrase,
        agreement=None, lemma="جاء", strong=True, shaved=found.shaved,
    )  # fmt: skip
