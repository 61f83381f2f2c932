"""Second mentions in one article: a surname for a full name, الوزير for the minister, الصحيفة for the newspaper."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from riwaya.language.letters import fold
from riwaya.language.stems import in_dictionary
from riwaya.names import spellings
from riwaya.names.found import Found, Run, Sheet
from riwaya.names.lexica import Head, How, bare, name_words, sort
from riwaya.names.look import Word
from riwaya.records import Mention, NameKind, Span

_FAR_OFTENER = 2  # times
_QUOTES = "«»\"“”'"


@dataclass(frozen=True, slots=True)
class Person:
    """A name as first found, its words and their keys."""

    text: str
    keys: tuple[str, ...]
    words: tuple[str, ...]


def mentions(article: str, sheet: Sheet) -> tuple[Mention, ...]:
    """All that was found on the sheet, and the words that stand for it elsewhere."""
    found = _in_order(sheet)
    cast = _Cast(sheet, [f for f in found if f.kind is NameKind.PERSON])
    roles = _Roles(sheet, cast, found)
    more = list(cast.learned()) + list(roles.descriptions()) + list(_bodies_again(sheet, found))
    named = [(f, _name(sheet, cast, f)) for f in found] + more
    return _records(article, sheet, sorted(named, key=lambda pair: pair[0].run))


def _in_order(sheet: Sheet) -> list[Found]:
    found: list[Found] = []
    for taken in sheet.taken:
        if taken is not None and (not found or found[-1] is not taken):
            found.append(taken)
    return found


def surface(sheet: Sheet, found: Found) -> str:
    """The words of a name as written, without proclitics; للكرملين is الكرملين."""
    start, end = span(sheet, found)
    text = sheet.text[start:end]
    first = sheet.words[found.run[0]]
    if found.cut and not first.folded[found.cut :].startswith("ال") and "لل" in first.folded[: found.cut + 1]:
        form = next((form for cut, form in first.look.forms if cut == found.cut and form.startswith("ال")), None)
        return "ا" + text[1:] if form else text
    return text


def span(sheet: Sheet, found: Found) -> Span:
    return sheet.words[found.run[0]].start(found.cut), sheet.words[found.run[1] - 1].token.span[1]


def _name(sheet: Sheet, cast: "_Cast", found: Found) -> str:
    if found.kind is NameKind.PERSON:
        return cast.full(found)
    if found.head and sheet.words[found.run[0]].look.body is Head.SHORT and not found.name:
        return "وزارة " + surface(sheet, found)
    return found.name or surface(sheet, found)


# --- people -------------------------------------------------------------------------------------------------------


class _Cast:
    """The people of an article by the words of their names."""

    def __init__(self, sheet: Sheet, found: list[Found]) -> None:
        self._sheet = sheet
        self._people: list[Person] = []
        for one in found:
            text = surface(sheet, one)
            words = spellings.parts(text)
            keys = tuple(spellings.key(word) for word in words)
            self._people.append(Person(text, keys, words))
        self._fullest = [p for p in self._people if len(p.keys) > 1]
        self._by_word: dict[str, list[Person]] = {}
        for person in self._people:
            for word in self._callable(person):
                self._by_word.setdefault(word, []).append(person)

    @staticmethod
    def _callable(person: Person) -> set[str]:
        """The words by which a person may be called later: the last, and of a foreign name the first (كيم)."""
        words = {person.words[-1]} if person.words else set()
        if len(person.words) > 1 and bare(person.words[0]) in name_words().foreign:
            words.add(person.words[0])
        return words

    def full(self, found: Found) -> str:
        """The fullest form of a found name in this article."""
        text = surface(self._sheet, found)
        keys = tuple(spellings.key(word) for word in spellings.parts(text))
        longer = [
            p for p in self._fullest if len(p.keys) > len(keys) and _within(keys, p.keys, titled=found.role is not None)
        ]
        meant = self._meant(longer)
        return meant.text if meant else self._first_spelling(keys, text)

    def _meant(self, people: list[Person]) -> Person | None:
        """Whom a short form stands for: the only one, or the one named far oftener (الأسد for the president)."""
        counts = Counter(self._fullest_of(person) for person in people if len(person.keys) > 1)
        ranked = counts.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < _FAR_OFTENER * ranked[1][1]):
            return None
        return ranked[0][0]

    def _fullest_of(self, person: Person) -> Person:
        longer = [
            p for p in self._fullest if len(p.keys) > len(person.keys) and _within(person.keys, p.keys, titled=False)
        ]
        fullest = max(longer, key=lambda p: len(p.keys)) if longer else person
        return next(p for p in self._people if p.keys == fullest.keys)

    def _first_spelling(self, keys: tuple[str, ...], text: str) -> str:
        return next((p.text for p in self._people if p.keys == keys), text)

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
            if people and self._means_a_name(place, form):
                meant = self._meant(people)
                return cut, meant.text if meant else self._sheet.text[word.start(cut) : word.token.span[1]]
        return None

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
        return spoken or (quoted and self._sheet.mark(place - 1) != "" and self._sheet.mark(place + 1) != "")


def _within(short: tuple[str, ...], full: tuple[str, ...], *, titled: bool) -> bool:
    """Whether a short name may be the full one: its last word, its first where foreign or titled, or parts in order."""
    if not short or len(short) >= len(full):
        return False
    if len(short) == 1:
        foreign = full[0] == short[0] and not spellings.arab(full[0])
        return short[0] == full[-1] or foreign or (titled and short[0] == full[0])
    rest = iter(full)
    return short[0] == full[0] and all(any(word == other for other in rest) for word in short)


# --- roles --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Holder:
    words: frozenset[str]  # the role's nouns
    modifiers: frozenset[str]
    countries: frozenset[str]
    person: str
    place: int


class _Roles:
    """Who bears which role, for later الوزير, الرئيس التركي, نظيره الروسي."""

    def __init__(self, sheet: Sheet, cast: _Cast, found: list[Found]) -> None:
        self._sheet = sheet
        people = [f for f in found if f.kind is NameKind.PERSON and f.role]
        self._holders = [self._holder(f.role, cast.full(f), f.run[0]) for f in people if f.role]
        self._inside = {i for f in people if f.role for i in range(*f.role)}

    def _holder(self, role: Run, person: str, place: int) -> _Holder:
        words = self._sheet.words[slice(*role)]
        nouns = frozenset(w.look.role.word for w in words[:1] if w.look.role)
        return _Holder(nouns, _modifiers(words), _countries(words), person, place)

    def descriptions(self) -> Iterator[tuple[Found, str]]:
        for place, word in enumerate(self._sheet.words):
            role = word.look.role
            if not self._holders or role is None or place in self._inside or self._sheet.taken[place]:
                continue
            peer = word.look.forms[-1][1] in sort("peer")
            if word.look.how not in (How.HEAD, How.TITLE) or not (role.definite or peer) or word.over:
                continue
            end = self._end(place + 1)
            holder = self._bearer(place, self._sheet.words[place:end], peer=peer)
            if holder:
                found = Found(kind=NameKind.PERSON, run=(place, end), cut=role.cut)
                self._sheet.put(found)
                yield found, holder.person

    def _end(self, place: int) -> int:
        """Past the nationality and the adjectives of a description."""
        words = self._sheet.words
        while place < len(words) and words[place].article and self._sheet.taken[place] is None:
            if words[place].look.nisba is None and words[place].folded not in sort("modifier"):
                break
            place += 1
        return place

    def _bearer(self, place: int, words: list[Word], *, peer: bool) -> _Holder | None:
        countries, modifiers = _countries(words), _modifiers(words)
        noun = words[0].look.role.word if words[0].look.role else ""
        for holder in reversed(self._holders):
            if holder.place > place or not (countries <= holder.countries and modifiers <= holder.modifiers):
                continue
            if holder.modifiers & sort("former") and not modifiers & sort("former"):
                continue
            if noun in holder.words or (peer and countries):
                return holder
        return None


def _modifiers(words: list[Word]) -> frozenset[str]:
    return frozenset(w.folded for w in words if w.folded in sort("modifier"))


def _countries(words: list[Word]) -> frozenset[str]:
    return frozenset(w.look.nisba for w in words if w.look.nisba)


# --- organisations ------------------------------------------------------------------------------------------------


def _bodies_again(sheet: Sheet, found: list[Found]) -> Iterator[tuple[Found, str]]:
    """الصحيفة, الوكالة, الوزارة: the last one named that was called so."""
    bodies = [f for f in found if f.kind is NameKind.ORGANISATION]
    for place, word in enumerate(sheet.words):
        head = word.look.head
        if head is None or not head.definite or sheet.taken[place] is not None:
            continue
        if word.look.body is not Head.NAMED and head.word not in sort("again"):
            continue
        meant = next((f for f in reversed(bodies) if f.run[0] < place and _called(sheet, f) == head.word), None)
        if meant:
            end = place + 1
            while end < len(sheet.words) and sheet.words[end].look.nisba and sheet.words[end].article:
                end += 1
            again = replace(meant, run=(place, end), cut=head.cut, role=None)
            sheet.put(again)
            yield again, meant.name or surface(sheet, meant)


def _called(sheet: Sheet, found: Found) -> str | None:
    """The noun by which a body is taken up again: the one before it or its own first word, also by the tables."""
    own = sheet.words[found.run[0]].look.head
    if found.head or (own and not own.definite):
        return found.head or (own.word if own else None)
    first = spellings.parts(found.name)[:1] if found.name else ()
    return first[0] if first else None


# --- records ------------------------------------------------------------------------------------------------------


def _records(article: str, sheet: Sheet, named: list[tuple[Found, str]]) -> tuple[Mention, ...]:
    entities = [f"{found.kind}:{spellings.key(name)}" for found, name in named]
    fullest = _fullest(sheet, named, entities)
    roles: dict[str, str] = {}
    records = []
    for (found, _), entity in zip(named, entities, strict=True):
        if found.role:
            roles[entity] = _better(roles.get(entity), _role_text(sheet, found))
        place = span(sheet, found)
        role = roles.get(entity)
        kind, name = found.kind, fullest[entity]
        records.append(Mention(article=article, span=place, entity=entity, kind=kind, name=name, role_text=role))
    return tuple(records)


def _fullest(sheet: Sheet, named: list[tuple[Found, str]], entities: list[str]) -> dict[str, str]:
    """The longest form in this article of each entity; of people the one they were resolved to."""
    fullest: dict[str, str] = {}
    for (found, name), entity in zip(named, entities, strict=True):
        form = surface(sheet, found) if found.name and found.kind is NameKind.ORGANISATION else name
        if len(form) > len(fullest.get(entity, "")) and not _taken_up(sheet, found):
            fullest[entity] = form
        fullest.setdefault(entity, name)
    return fullest


def _taken_up(sheet: Sheet, found: Found) -> bool:
    """A body named only by its noun: الصحيفة."""
    head = sheet.words[found.run[0]].look.head
    return found.kind is NameKind.ORGANISATION and bool(
        head and head.definite and found.head == head.word and found.name
    )


def _better(earlier: str | None, later: str) -> str:
    """The role that says more: الوزير and نظيره الأميركي do not replace وزير الخارجية الروسي."""
    if earlier and (" " not in later or fold(later).startswith(tuple(sort("peer")))):
        return earlier
    return later


def _role_text(sheet: Sheet, found: Found) -> str:
    """The role as written, without the proclitic before it and the marks after it."""
    start, end = found.role or found.run
    return sheet.text[sheet.words[start].start(found.role_cut) : sheet.words[end - 1].token.span[1]]
