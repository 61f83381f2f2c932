"""What the room makes of a name that a tagger saw; here one that sees every run of the words it is told."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from riwaya.names.find import read
from riwaya.names.taggers import Kind, Tagged
from riwaya.records import Mention, NameKind

CASES = Path(__file__).parents[1] / "cases/names/seen.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
KINDS = {"P": Kind.PERS, "L": Kind.LOC, "O": Kind.ORG}
LETTER = {NameKind.PERSON: "P", NameKind.PLACE: "L", NameKind.ORGANISATION: "O"}


class Told:
    name = "told"

    def __init__(self, *people: str, kinds: Sequence[Kind] = ()) -> None:
        self._people = [person.split() for person in people]
        self._kinds = dict(zip(people, kinds, strict=False))

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        return [
            [self._at(words, place) for place in range(len(words)) if self._seen(words, place)] for words in sentences
        ]

    def _seen(self, words: Sequence[str], place: int) -> bool:
        return any(list(words[place : place + len(person)]) == person for person in self._people)

    def _at(self, words: Sequence[str], place: int) -> Tagged:
        size = max(len(p) for p in self._people if list(words[place : place + len(p)]) == p)
        kind = self._kinds.get(" ".join(words[place : place + size]), Kind.PERS)
        return Tagged(place, place + size, kind)


def names(text: str, *people: str) -> list[tuple[str, str]]:
    return [(text[slice(*mention.span)], mention.name) for mention in read("a", text, Told(*people))]


def test_who_has_just_spoken_keeps_the_letter_that_could_be_a_preposition():
    assert names("وقال بيكرم إن الأمر بعيد.", "بيكرم") == [("بيكرم", "بيكرم")]


def test_a_name_met_whole_keeps_its_first_letter_later():
    text = "وصل هربرت بيكرم أمس. ثم سئل بيكرم عن ذلك."
    assert names(text, "هربرت بيكرم", "بيكرم") == [("هربرت بيكرم", "هربرت بيكرم"), ("بيكرم", "هربرت بيكرم")]


def test_a_preposition_before_a_name_met_whole_goes():
    text = "وصل هربرت بيكرم أمس. ثم قيل لبيكرم ذلك."
    assert names(text, "هربرت بيكرم", "لبيكرم")[1] == ("بيكرم", "هربرت بيكرم")


def shown(text: str, mention: Mention) -> str:
    words = text[slice(*mention.span)]
    name = "" if mention.name == words else f"={mention.name}"
    role = f" «{mention.role_text}»" if mention.role_text else ""
    return f"{LETTER[mention.kind]} {words}{name}{role}"


@pytest.mark.parametrize(("text", "seen", "expected", "why"), ROWS)
def test_what_a_tagger_read_too_far_is_mended(text: str, seen: str, expected: str, why: str):
    told = [one.strip().partition(" ") for one in seen.split(";") if one.strip()]
    tagger = Told(*(words for _, _, words in told), kinds=[KINDS[letter] for letter, _, _ in told])
    assert " | ".join(shown(text, mention) for mention in read("a", text, tagger)) == expected, why
