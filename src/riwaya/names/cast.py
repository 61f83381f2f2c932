"""The people of one article: which full name a surname, a given name or a shorter chain stands for."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from riwaya.language.stems import in_dictionary
from riwaya.names import spellings
from riwaya.names.found import Found, Sheet
from riwaya.names.lexica import bare, name_words, sort
from riwaya.names.look import Strength
from riwaya.names.words import Word
from riwaya.records import NameKind

_FAR_OFTENER = 2  # times
_LATEST = 50  # people who share a word: more of them tell nothing, and a page of a million words must end
_QUOTES = "«»\"“”'"


@dataclass(frozen=True, slots=True)
class Person:
    """A name as first found, its words and their keys."""

    text: str
    keys: tuple[str, ...]
    words: tuple[str, ...]


class Cast:
    """The people of an article by the words of their names."""

    def __init__(self, sheet: Sheet, found: list[Found]) -> None:
        self._sheet = sheet
        self._people: dict[tuple[str, ...], Person] = {}  # by keys, as first spelled
        self._counts: Counter[tuple[str, ...]] = Counter()
        self._by_end: dict[str, list[Person]] = {}  # full names by the key of their first and of their last word
        self._by_word: dict[str, list[Person]] = {}
        for one in found:
            self._add(sheet.surface(one))

    def _add(self, text: str) -> None:
        person = _person(text)
        self._counts[person.keys] += 1
        if person.keys not in self._people and len(person.words) > 1:
            for end in {person.keys[0], person.keys[-1]}:
                self._by_end.setdefault(end, []).append(person)
        known = self._people.setdefault(person.keys, person)
        for word in _callable(person):
            people = self._by_word.setdefault(word, [])
            if known not in people[-_LATEST:]:
                people.append(known)

    def full(self, found: Found) -> str:
        """The fullest form of a found name in this article."""
        text = self._sheet.surface(found)
        short = _person(text)
        meant = self._meant(self._longer(short, titled=found.role is not None))
        if meant:
            return meant.text
        first = self._people.get(short.keys)  # as first spelled here; فالون is no فلين
        return first.text if first and (first.text == text or spellings.same(first.text, text)) else text

    def _longer(self, short: Person, *, titled: bool) -> list[Person]:
        """Full names that a shorter one may stand for, the latest of them."""
        people = self._by_end.get(short.keys[0], [])[-_LATEST:] if short.keys else []
        longer = (p for p in people if len(p.keys) > len(short.keys) and _within(short.keys, p.keys, titled=titled))
        return [p for p in longer if len(short.words) > 1 or _spelled(short.words[0], p)]

    def _meant(self, people: list[Person]) -> Person | None:
        """Whom a short form stands for: the only one, or the one named far oftener (الأسد for the president)."""
        counts: Counter[Person] = Counter()
        for person in people:
            if len(person.keys) > 1:
                counts[self._fullest_of(person)] += self._counts[person.keys]
        ranked = counts.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < _FAR_OFTENER * ranked[1][1]):
            return None
        return ranked[0][0]

    def _fullest_of(self, person: Person) -> Person:
        return max(self._longer(person, titled=False), key=lambda p: len(p.keys), default=person)

    def learned(self) -> Iterator[tuple[Found, str]]:
        """Words that stand alone where nothing announced them, but the article gave the full name elsewhere."""
        for place, word in enumerate(self._sheet.words):
            if not word.letters or self._sheet.taken[place] is not None or word.over:
                continue
            match = self._known(place, word)
            if match:
                found = Found(kind=NameKind.PERSON, run=(place, place + 1), cut=match[0])
                self._sheet.put(found)
                yield found, match[1]

    def _known(self, place: int, word: Word) -> tuple[int, str] | None:
        for cut, form in word.look.forms:
            people = self._by_word.get(form)
            if people and self._means_a_name(place, form) and not self._of_another(place, people):
                meant = self._meant(people)
                return cut, meant.text if meant else word.text[word.after(cut) :]
        return None

    def _of_another(self, place: int, people: list[Person]) -> bool:
        """الساعدي القذافي: a name of the tables before it that none of these bears."""
        before = self._sheet.words[place - 1] if place else None
        if before is None or before.over or before.look.name is Strength.NONE or before.look.role is not None:
            return False
        family = before.article and bare(before.folded) in name_words().known
        borne = {word for person in people for word in person.words}
        return (family or before.look.name is Strength.KNOWN) and before.folded not in borne and before.own not in borne

    def _means_a_name(self, place: int, form: str) -> bool:
        """A word of the language (الشرع, صالح) is a name only where something says so."""
        known = name_words()
        if not in_dictionary(form) or bare(form) in known.foreign - known.everyday:
            return True
        if form.startswith("ال") and bare(form) in known.family:
            return True
        before = self._sheet.words[place - 1] if place else None
        quoted = self._sheet.mark(place - 1) in _QUOTES and self._sheet.mark(place + 1) in _QUOTES
        verbs = sort("speech") | sort("verb")
        spoken = before is not None and any(f in verbs for _, f in before.look.forms)
        heading = self._sheet.mark(place + 1) == ":" and (before is None or before.over)  # عون: لا عودة
        return spoken or heading or (quoted and self._sheet.mark(place - 1) != "" and self._sheet.mark(place + 1) != "")


def _person(text: str) -> Person:
    words = spellings.parts(text)
    return Person(text, tuple(spellings.key(word) for word in words), words)


def _spelled(word: str, person: Person) -> bool:
    """Whether a word is spelled as in the name, one letter apart at most: one house spells one way (برايس, بوريس)."""
    ends = (person.words[0], person.words[-1])
    return any(Levenshtein.distance(bare(word), bare(end), score_cutoff=1) <= 1 for end in ends)


def _callable(person: Person) -> set[str]:
    """The words by which a person may be called later: the last, and of a foreign name the first (كيم)."""
    words = {person.words[-1]} - {"الله"} if person.words else set()
    if len(person.words) > 1 and bare(person.words[0]) in name_words().foreign:
        words.add(person.words[0])
    return words


def _within(short: tuple[str, ...], full: tuple[str, ...], *, titled: bool) -> bool:
    """Whether a short name may be the full one: its last word, its first where foreign or titled, or parts in order."""
    if not short or len(short) >= len(full):
        return False
    if len(short) == 1:
        foreign = full[0] == short[0] and not spellings.arab(full[0])
        return short[0] == full[-1] or foreign or (titled and short[0] == full[0])
    return spellings.shortens(short, full)
