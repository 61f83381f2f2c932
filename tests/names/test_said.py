"""What the room makes of a name that a tagger saw; here one that sees every run of the words it is told."""

from collections.abc import Sequence

from riwaya.names.find import read
from riwaya.names.taggers import Kind, Tagged


class Told:
    name = "told"

    def __init__(self, *people: str) -> None:
        self._people = [person.split() for person in people]

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        return [
            [self._at(words, place) for place in range(len(words)) if self._seen(words, place)] for words in sentences
        ]

    def _seen(self, words: Sequence[str], place: int) -> bool:
        return any(list(words[place : place + len(person)]) == person for person in self._people)

    def _at(self, words: Sequence[str], place: int) -> Tagged:
        size = max(len(p) for p in self._people if list(words[place : place + len(p)]) == p)
        return Tagged(place, place + size, Kind.PERS)


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
