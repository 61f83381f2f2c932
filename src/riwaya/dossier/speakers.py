"""Who speaks, across articles: one key for a person, institution or description; and for whom a spokesperson speaks."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.language.stems import stem
from riwaya.names import key
from riwaya.records import Speaker, SpeakerKind, Statement

_PACKAGE = "riwaya.dossier"
_MARKS = re.compile(r"[\"«»“”„'()،,:؛.\-]")
# The kind of house before its name, which outlets drop at will: صحيفة "المرصد" / المرصد.
_HEADS = {"صحيفه", "جريده", "مجله", "وكاله", "شبكه", "قناه", "موقع", "وزاره", "السيد", "السيده"}
_SPOKESPERSON = re.compile(r"^(?:ال)?(?:ناطق|متحدث)[هة]?(?: (?:ال)?رسمي[هة]?)? باسم (?P<house>.+)$")


@lru_cache(maxsize=1 << 14)
def plain(name: str) -> str:
    """A name folded, without marks and without the kind of house before it."""
    parts = _MARKS.sub(" ", fold(name)).split()
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


class Cast:
    """The speakers of a story. `key` tells who said a statement; `house` for whom a spokesperson speaks."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        held = list(statements)
        self._seen: defaultdict[str, Counter[Speaker]] = defaultdict(Counter)
        persons = {
            _own_key(s.speaker) for s in held if s.speaker.kind is SpeakerKind.PERSON and not _described(s.speaker)
        }
        self._full = _fullest(persons)
        self._full |= _misspelt(held, self._full)
        self._roles = _roles(held, self._full)
        for statement in held:
            self._seen[self.key(statement.speaker)][statement.speaker] += 1

    def key(self, speaker: Speaker) -> str:
        own = _own_key(speaker)
        named = self._full.get(own, own)
        return self._roles.get(named, named)

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
                -forms[s],
                -len(s.name),
                s.name,
                s.surface,
                repr(s),
            ),
        )

    def house(self, who: str) -> str | None:
        """Name of the institution for which this speaker speaks, where some statement gives that office.

        Where the institution speaks for itself in the story, the name that it goes by there.
        """
        for speaker in sorted(self._seen[who], key=repr):
            for words in (speaker.role, speaker.surface, speaker.name):
                spoken = _SPOKESPERSON.match(plain(words or ""))
                if spoken and words:
                    own = self._full.get(_organisation_key(spoken["house"]), _organisation_key(spoken["house"]))
                    return self.face(own).name if own in self._seen else words.split("باسم", 1)[1].strip()
        return None

    def _speaks_for(self, who: str, other: str) -> bool:
        house = self.house(who)
        return house is not None and _organisation_key(house) == other

    def akin(self, a: Speaker, b: Speaker) -> bool:
        """Whether two outlets may mean one speaker: واشنطن / البيت الأبيض, an office and its spokesperson."""
        left, right = self.key(a), self.key(b)
        if left == right:
            return True
        states = state(a.name), state(b.name)
        if states[0] is not None and states[0] == states[1]:
            return True
        return self._speaks_for(left, right) or self._speaks_for(right, left)


def _own_key(speaker: Speaker) -> str:
    if speaker.kind is SpeakerKind.PERSON:
        return key(plain(speaker.name))
    return _organisation_key(speaker.name)


def _organisation_key(name: str) -> str:
    return _stemmed(institution(name))


def _stemmed(name: str) -> str:
    return " ".join(sorted({stem(word) for word in plain(name).split()}))


def _described(speaker: Speaker) -> bool:
    """A person called by an office alone: الناطق باسم الرئاسة."""
    return speaker.entity is None and (
        _SPOKESPERSON.match(plain(speaker.name)) is not None or plain(speaker.name) == plain(speaker.role or "")
    )


def _fullest(persons: set[str]) -> dict[str, str]:
    """A family name alone stands for the one full name that ends in it; where two do, for neither."""
    found: dict[str, str] = {}
    for short in persons:
        longer = {p for p in persons if p != short and p.endswith(f" {short}")}
        longest = {p for p in longer if all(other == p or p.endswith(other) or other in p for other in longer)}
        if len(longest) == 1:
            found[short] = longest.pop()
    return found


def _misspelt(statements: Iterable[Statement], full: dict[str, str]) -> dict[str, str]:
    """One office and one family name are one person, the commoner spelling his: أديان واتسون, أدريان واتسون."""
    count: Counter[str] = Counter()
    holders: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for speaker in (s.speaker for s in statements if s.speaker.kind is SpeakerKind.PERSON and s.speaker.role):
        own = _own_key(speaker)
        named = full.get(own, own)
        spoken = _SPOKESPERSON.match(plain(speaker.role or ""))
        office = _organisation_key(spoken["house"]) if spoken else _stemmed(speaker.role or "")
        if " " in named:
            holders[office, named.rpartition(" ")[2]].add(named)
            count[named] += 1
    found: dict[str, str] = {}
    for spellings in holders.values():
        commonest = max(spellings, key=lambda name: (count[name], name))
        found |= {name: commonest for name in spellings if name != commonest}
    return found | {short: found[name] for short, name in full.items() if name in found}


def _roles(statements: Iterable[Statement], full: dict[str, str]) -> dict[str, str]:
    """An office given beside one name and used alone elsewhere stands for that name."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for statement in statements:
        speaker = statement.speaker
        if speaker.role and speaker.kind is SpeakerKind.PERSON and not _described(speaker):
            own = _own_key(speaker)
            holders[speaker.role].add(full.get(own, own))
    found: dict[str, str] = {}
    for role, names in holders.items():
        if len(names) == 1:
            name = next(iter(names))
            found[key(plain(role))] = name
            found[_stemmed(role)] = name
    return found
