"""Nouns of saying that bring a statement with them: رغم تأكيد X أن, بعد إعلان X أنه, وسط تحذيرات من X بأن."""

from collections.abc import Iterator
from functools import cache

from riwaya.language import lexicon
from riwaya.language.clitics import joined
from riwaya.language.letters import fold
from riwaya.records import Act
from riwaya.statements import marker, region
from riwaya.statements.draft import Draft, Order
from riwaya.statements.nouns import Class, classes
from riwaya.statements.view import View

_FARTHEST = 14  # tokens from the noun to its أن


@cache
def _nouns() -> dict[str, Act]:
    return {fold(word): Act(act) for word, act in lexicon.rows("riwaya.statements", "nouns.tsv")}


def find(view: View) -> Iterator[Draft]:
    """A known speaker must stand right after the noun, and أن right after the speaker and what is told round him."""
    for i in range(1, len(view) - 2):
        act = _nouns().get(view.word(i)) or _nouns().get(joined(view.word(i))[1])
        verb = view.tokens[i].text.endswith("ى")  # نفى, not نفي
        if act is None or verb or view.quote[i] >= 0 or i in view.mention:
            continue
        draft = _draft(view, i, act)
        if draft is not None:
            yield draft


def _draft(view: View, i: int, act: Act) -> Draft | None:
    start = i + 2 if view.word(i + 1) in ("من", "ل") else i + 1
    that = next(
        (j for j in range(start + 1, min(len(view), i + _FARTHEST)) if Class.THAT in classes(view.word(j))), None
    )
    if that is None or that + 1 >= len(view):
        return None
    got = region.read(view, start, that)
    if got.at < that or got.subject is None or not got.subject.known or got.subject.first != start:
        return None
    found = marker.that(view, that)
    return Draft(
        order=Order.NOUN, act=act, cue=(i, i + 1), first=i, start=found.start, end=len(view), subject=got.subject,
        agreement=None, lemma="إعلان", adjuncts=tuple(got.adjuncts), shaved=found.shaved,
    )  # fmt: skip
