"""The tables and the grammar of names alone, as a tagger: what names were read by before there were models."""

from collections.abc import Sequence

from riwaya.names import bodies, people
from riwaya.names.found import Found, Sheet
from riwaya.names.taggers import Kind, Tagged
from riwaya.records import NameKind

KINDS = {NameKind.PERSON: Kind.PERS, NameKind.PLACE: Kind.LOC, NameKind.ORGANISATION: Kind.ORG}


def load() -> "Rules":
    return Rules()


class Rules:
    """MISC is nationalities only."""

    name = "rules"

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        return [_tag(sentence) for sentence in sentences]


def _tag(sentence: Sequence[str]) -> list[Tagged]:
    text = " ".join(sentence)
    sheet = Sheet.of(text)
    bodies.find(sheet)
    people.find(sheet)
    runs: list[Found] = []
    for taken in sheet.taken:
        if taken is not None and (not runs or runs[-1] is not taken):
            runs.append(taken)
    names = [Tagged(*one.run, KINDS[one.kind]) for one in runs]
    nisbas = (place for place, word in enumerate(sheet.words) if sheet.taken[place] is None and word.look.nisba)
    return sorted([*names, *(Tagged(place, place + 1, Kind.MISC) for place in nisbas)], key=lambda t: t.first)
