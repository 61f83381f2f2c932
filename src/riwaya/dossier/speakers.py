"""Who speaks, across articles: one key for a person, institution or description; and for whom a spokesperson speaks."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.language.stems import stem
from riwaya.names import key
from riwaya.names.decided import Will, shared_key
from riwaya.records import NameDecision, Speaker, SpeakerKind, Statement

_PACKAGE = "riwaya.dossier"
_MARKS = re.compile(r"[\"«»“”„'()،,:؛.\-]")
# The kind of house before its name, which outlets drop at will: صحيفة "المرصد" / المرصد.
_HEADS = {"صحيفه", "جريده", "مجله", "وكاله", "شبكه", "قناه", "موقع", "وزاره", "السيد", "السيده"}
_SEVERAL = 3  # words that make a house's name its own without its country: مجلس الأمن القومي
_AMERICAN = re.compile(r"(?<!\w)(ال)?امريك")  # أمريكي and أميركي are one word in two spellings
_SPOKESPERSON = re.compile(r"^(?:ال)?(?:ناطق|متحدث)[هة]?(?: (?:ال)?رسمي[هة]?)? باسم (?P<house>.+)$")


@lru_cache(maxsize=1 << 14)
def plain(name: str) -> str:
    """A name folded, without marks and without the kind of house before it."""
    parts = _AMERICAN.sub(r"\1اميرك", _MARKS.sub(" ", fold(name))).split()
    while len(parts) > 1 and parts[0] in _HEADS:
        parts = parts[1:]
    return " ".join(parts)


def institution(name: str) -> str:
    """The one name of an institution that the press calls by several: الرئاسة الروسية → الكرملين."""
    seat = lexicon.table(_PACKAGE, "seats.tsv").get(plain(name))
    return plain(seat[0]) if seat else plain(name)


def state(name: str) -> str | None:
    """The state that a capital, a seat of government or a country's name stands for."""
    seat = lexicon.table(_PACKAGE, "seats.tsv").get(plain(name))
    return plain(seat[1]) if seat else None


def perhaps_one(a: Speaker, b: Speaker) -> bool:
    """One called by part of the other's name or office («إدارة المستشفى»): perhaps the same."""
    names = [_stems(s.name) for s in (a, b)]
    offices = [names[i] | _stems(s.role or "") for i, s in enumerate((a, b))]
    return names[0] <= offices[1] or names[1] <= offices[0]


def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in plain(name).split())


class Cast:
    """The speakers of a story. `key` tells who said a statement; `house` for whom a spokesperson speaks."""

    def __init__(self, statements: Iterable[Statement], decided: Sequence[NameDecision] = ()) -> None:
        held = list(statements)
        self._will = will = Will(decided)
        self._spread: defaultdict[str, set[str]] = defaultdict(set)
        self._seen: defaultdict[str, Counter[Speaker]] = defaultdict(Counter)
        persons = {
            _own_key(s.speaker, will)
            for s in held
            if s.speaker.kind is SpeakerKind.PERSON and not _described(s.speaker)
        }
        self._full = _fullest(persons)
        self._full |= _misspelt(held, self._full, will)
        self._roles = _roles(held, self._full, will)
        for statement in held:
            self._seen[self.key(statement.speaker)][statement.speaker] += 1
            self._spread[statement.speaker.name].add(statement.article)
        names = Counter(house for s in held if (house := _house(s.speaker)) is not None)
        self._houses = _longest({_organisation_key(name) for name in names} | set(self._seen))
        self._house_names = {
            self._houses.get(_organisation_key(name), _organisation_key(name)): name
            for name in sorted(names, key=lambda name: (len(name), names[name], name))
        }

    def key(self, speaker: Speaker) -> str:
        own = _own_key(speaker, self._will)
        named = self._full.get(own, own)
        return self._will.joined(self._roles.get(named, named))

    def organisation(self, name: str) -> str:
        """The key of an organisation known by name alone: a carrier of others' words."""
        return _organisation_key(name)

    def face(self, who: str) -> Speaker:
        """The speaker as the story should name it: a name before a description, with its office, the commonest."""
        forms = self._seen[who]
        return min(
            forms,
            key=lambda s: (
                s.kind is SpeakerKind.UNNAMED,
                s.role is None,
                " " not in s.name,
                -len(self._spread[s.name]),
                -forms[s],
                s.name,
                repr(s),
            ),
        )

    def house(self, who: str) -> str | None:
        """Name of the institution for which this speaker speaks, where some statement gives that office.

        Where the institution speaks for itself in the story, the name that it goes by there.
        """
        found = next((house for s in self._seen[who] if (house := _house(s)) is not None), None)
        if found is None:
            return None
        own = self._houses.get(_organisation_key(found), _organisation_key(found))
        return self.face(own).name if own in self._seen else self._house_names[own]

    def _speaks_for(self, who: str, other: str) -> bool:
        house = self.house(who)
        return house is not None and _organisation_key(house) == other

    def two_persons(self, a: Speaker, b: Speaker) -> bool:
        """Whether both are named in full, and not alike: neither can be the other called otherwise."""
        left, right = self.key(a), self.key(b)
        named = [
            s.kind is SpeakerKind.PERSON and " " in key and not _described(s) for s, key in ((a, left), (b, right))
        ]
        return all(named) and set(left.split()).isdisjoint(right.split()[-1:])

    def akin(self, a: Speaker, b: Speaker) -> bool:
        """Whether two outlets may mean one speaker: واشنطن / البيت الأبيض, an office and its spokesperson."""
        left, right = self.key(a), self.key(b)
        if left == right:
            return True
        states = state(a.name), state(b.name)
        if states[0] is not None and states[0] == states[1]:
            return True
        return self._speaks_for(left, right) or self._speaks_for(right, left)


def _own_key(speaker: Speaker, will: Will) -> str:
    if speaker.kind is SpeakerKind.PERSON:
        return will.key(plain(speaker.name))
    return _organisation_key(speaker.name)


def _organisation_key(name: str) -> str:
    return _stemmed(institution(name))


def _house(speaker: Speaker) -> str | None:
    """The institution named in a spokesperson's office, as its words stand."""
    for words in (speaker.role, speaker.surface, speaker.name):
        if words and _SPOKESPERSON.match(plain(words)):
            return _after_name_of(words)
    return None


def _after_name_of(words: str) -> str | None:
    """What follows «باسم», however it is spelled («بإسم») and whatever marks stand on it."""
    parts = words.split()
    at = next((place for place, part in enumerate(parts) if plain(part) == "باسم"), len(parts))
    return " ".join(parts[at + 1 :]) or None


def _longest(keys: set[str]) -> dict[str, str]:
    """A house named in part stands for the one whole name that holds it: مجلس الأمن القومي (الأميركي)."""
    found: dict[str, str] = {}
    for short in keys:
        words = set(short.split())
        longer = [other for other in keys if len(words) >= _SEVERAL and words < set(other.split())]
        if len(longer) == 1:
            found[short] = longer[0]
    return found


def _stemmed(name: str) -> str:
    return " ".join(sorted(_stems(name)))


def _described(speaker: Speaker) -> bool:
    """A person called by an office alone: الناطق باسم الرئاسة."""
    return speaker.entity is None and (
        _SPOKESPERSON.match(plain(speaker.name)) is not None or plain(speaker.name) == plain(speaker.role or "")
    )


def _fullest(persons: set[str]) -> dict[str, str]:
    """A family name alone stands for the one full name that ends in it; where two do, for neither."""
    found: dict[str, str] = {}
    for short in persons:
        longer = {p for p in persons if p != short and shared_key(p).endswith(f" {short}")}
        longest = {p for p in longer if all(other == p or p.endswith(other) or other in p for other in longer)}
        if len(longest) == 1:
            found[short] = longest.pop()
    return found


def _misspelt(statements: Iterable[Statement], full: dict[str, str], will: Will) -> dict[str, str]:
    """One office and one family name are one person, the commoner spelling his: أديان واتسون, أدريان واتسون."""
    articles: defaultdict[str, set[str]] = defaultdict(set)  # a slip stands in one copy, the name in all others
    holders: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for statement in (s for s in statements if s.speaker.kind is SpeakerKind.PERSON and s.speaker.role):
        speaker = statement.speaker
        own = _own_key(speaker, will)
        named = full.get(own, own)
        spoken = _SPOKESPERSON.match(plain(speaker.role or ""))
        office = _organisation_key(spoken["house"]) if spoken else _stemmed(speaker.role or "")
        if " " in named:
            holders[office, shared_key(named).rpartition(" ")[2]].add(named)
            articles[named].add(statement.article)
    found: dict[str, str] = {}
    for spellings in holders.values():
        commonest = max(spellings, key=lambda name: (len(articles[name]), name))
        others = (name for name in spellings if name != commonest)
        found |= {name: commonest for name in others if frozenset((name, commonest)) not in will.parted}
    return found | {short: found[name] for short, name in full.items() if name in found}


def _roles(statements: Iterable[Statement], full: dict[str, str], will: Will) -> dict[str, str]:
    """An office given beside one name and used alone elsewhere stands for that name."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for statement in statements:
        speaker = statement.speaker
        if speaker.role and speaker.kind is SpeakerKind.PERSON and not _described(speaker):
            own = _own_key(speaker, will)
            holders[speaker.role].add(full.get(own, own))
    found: dict[str, str] = {}
    for role, names in holders.items():
        if len(names) == 1:
            name = next(iter(names))
            found[key(plain(role))] = name
            found[_stemmed(role)] = name
    return found
