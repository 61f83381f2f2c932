"""Which entities are one: each join carries what speaks for it, and what the user decided stands above all of it.

Candidates come from blocks, never from all pairs: full names that share their first or last word's key, short forms by
the prefixes and ends of full ones, holders of an office by the table.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from riwaya.language.letters import fold
from riwaya.names import holders, spellings
from riwaya.names.decided import key_of, words_of
from riwaya.names.lexica import bare, name_words
from riwaya.records import Article, Mention, NameDecision, NameKind

_OFTEN = 4  # times: أوباما is the president, whoever else bears the name
_LARGEST = 64  # names that share a word; beyond it near spellings are not looked for
_FULL = 2  # words of a full name
_SURE = 2.0  # likeness of letters that needs nothing else to speak for it
_TOGETHER, _PART = 2, 3  # articles that name both, and the part of the rarer's that they are: two people (one in three)
_COMPANY = 3  # names that both are met with


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """`entity` is `target` for these reasons."""

    entity: str
    target: str
    why: tuple[str, ...]


@dataclass(slots=True)
class _Seen:
    """What the mentions of one entity say."""

    kind: NameKind
    names: Counter[str] = field(default_factory=Counter)
    roles: dict[str, set[tuple[str, date | None]]] = field(default_factory=dict)  # by key: as written, and when
    articles: set[str] = field(default_factory=set)

    @property
    def count(self) -> int:
        return self.names.total()

    @property
    def name(self) -> str:
        return min(self.names, key=lambda name: (-self.names[name], name))


def joins(
    articles: Sequence[Article], mentions: Iterable[Mention], decided: Sequence[NameDecision] = ()
) -> tuple[Join, ...]:
    """Every entity that stands for another, with the reasons; `mentions` as `relabelled` gives them."""
    by_id = {article.id: article for article in articles}
    seen, met = _seen(by_id, mentions)
    named = _Named(seen)
    groups = _Groups(_parted(named, decided))
    for join in (*_decided(named, decided), *_holders(seen), *_near(seen, met), *_short(seen)):
        groups.add(join)
    return tuple(groups.joined.values())


class _Groups:
    """Joins as they are accepted: none against the user, none in a circle."""

    def __init__(self, parted: set[frozenset[str]]) -> None:
        self.joined: dict[str, Join] = {}
        self._parted = parted
        self._members: dict[str, set[str]] = {}

    def add(self, join: Join) -> None:
        start, end = self._end(join.entity), self._end(join.target)
        if start == end or join.entity in self.joined:
            return
        mine, others = self._members.get(start, {start}), self._members.get(end, {end})
        if self._parted and any(frozenset((a, b)) in self._parted for a in mine for b in others):
            return
        self.joined[join.entity] = replace(join, target=end)
        self._members[end] = mine | others

    def _end(self, entity: str) -> str:
        while entity in self.joined:
            entity = self.joined[entity].target
        return entity


# --- what the user decided ----------------------------------------------------------------------------------------


class _Named:
    """The entities that a decision means by a name: those seen so spelled, else those of its key."""

    def __init__(self, seen: Mapping[str, _Seen]) -> None:
        self._spelled: dict[str, list[str]] = defaultdict(list)
        self._keyed: dict[str, list[str]] = defaultdict(list)
        for entity, one in seen.items():
            self._keyed[key_of(entity)].append(entity)
            for name in {fold(name) for name in one.names}:
                self._spelled[name].append(entity)

    def __call__(self, name: str) -> list[str]:
        return self._spelled.get(fold(name)) or self._keyed.get(spellings.key(name), [])


def _decided(named: _Named, decided: Sequence[NameDecision]) -> Iterator[Join]:
    for decision in decided:
        if decision.together:
            for entity in named(decision.other):
                for target in named(decision.one)[:1]:
                    yield Join(entity=entity, target=target, why=("joined by the user",))


def _parted(named: _Named, decided: Sequence[NameDecision]) -> set[frozenset[str]]:
    split = (one for one in decided if not one.together)
    return {frozenset((a, b)) for one in split for a in named(one.one) for b in named(one.other)}


# --- what the texts say -------------------------------------------------------------------------------------------


def _seen(by_id: Mapping[str, Article], mentions: Iterable[Mention]) -> tuple[dict[str, _Seen], dict[str, set[str]]]:
    """What is known of each entity, and the entities that each article names."""
    seen: dict[str, _Seen] = {}
    met: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        article = by_id.get(mention.article)
        if article is None:
            continue
        one = seen.setdefault(mention.entity, _Seen(mention.kind))
        one.names[mention.name] += 1
        one.articles.add(mention.article)
        met[mention.article].add(mention.entity)
        if mention.role_text:
            day = article.published_at.first if article.published_at else None
            one.roles.setdefault(spellings.key(mention.role_text), set()).add((mention.role_text, day))
    return seen, met


def _people(seen: Mapping[str, _Seen]) -> list[str]:
    return [entity for entity in seen if seen[entity].kind is NameKind.PERSON]


def _ranked(entities: Iterable[str], seen: Mapping[str, _Seen]) -> list[str]:
    return sorted(entities, key=lambda entity: (-seen[entity].count, entity))


def _holders(seen: Mapping[str, _Seen]) -> Iterator[Join]:
    """Spellings and by-names of one holder: محمود عباس, أبو مازن."""
    of: dict[str, list[str]] = defaultdict(list)
    for entity in _people(seen):
        holder = holders.holder_called(seen[entity].name)
        if holder and len(words_of(entity)) >= _FULL:
            of[holder].append(entity)
    for holder, entities in sorted(of.items()):
        target, *others = _ranked(entities, seen)
        yield from (Join(entity=e, target=target, why=(f"office table: both are {holder}",)) for e in others)


def _near(seen: Mapping[str, _Seen], met: Mapping[str, set[str]]) -> Iterator[Join]:
    """Full names whose keys differ but whose letters hardly do."""
    blocks: dict[str, set[str]] = defaultdict(set)
    for entity in _people(seen):
        words = words_of(entity)
        if len(words) >= _FULL:
            for word in {words[0], words[-1]}:
                blocks[word].add(entity)
    done: set[tuple[str, str]] = set()
    for block in sorted(blocks):
        ranked = _ranked(blocks[block], seen) if len(blocks[block]) <= _LARGEST else []
        for i, target in enumerate(ranked):
            for entity in ranked[i + 1 :]:
                why = () if (entity, target) in done else _evidence(seen[entity], seen[target], met)
                done.add((entity, target))
                if why:
                    yield Join(entity=entity, target=target, why=why)


def _evidence(one: _Seen, other: _Seen, met: Mapping[str, set[str]]) -> tuple[str, ...]:
    """What speaks for two near names being one person; nothing where too little does, or something against it."""
    verdict = spellings.compare(one.name, other.name)
    keyed = spellings.key(one.name) == spellings.key(other.name)  # ليز تراس, ليز تروس
    lost = not verdict.same and (keyed or spellings.slip(one.name, other.name))
    left_out = len(spellings.parts(one.name)) != len(spellings.parts(other.name)) and "without" in verdict.why
    if not (verdict.same or lost) or left_out or _two_people(one, other):  # short forms: only where one can be meant
        return ()
    roles, company = _shared_roles(one, other), _company(one, other, met)
    if not roles and (lost or (verdict.score < _SURE and len(company) < _COMPANY)):
        return ()
    letters = f"letters: {verdict.why or 'the same'}" if verdict.same else "letters: one lost or changed"
    met_with = f"company: {len(company)} names met with both, as {company[0]}" if company else ""
    return tuple(reason for reason in (letters, roles, met_with) if reason)


def _two_people(one: _Seen, other: _Seen) -> bool:
    """Two holders by the table (جون كيري, جون كيربي), or named side by side where one text would spell one way."""
    known = {holders.holder_called(seen.name) for seen in (one, other)} - {None}
    together = len(one.articles & other.articles)
    rarer = min(len(one.articles), len(other.articles))
    return len(known) > 1 or (together >= _TOGETHER and together * _PART >= rarer)


def _shared_roles(one: _Seen, other: _Seen) -> str:
    """A role in the same words, or one office under two names for it; الأمير and اللواء are borne by many."""
    shared = sorted(role for role in set(one.roles) & set(other.roles) if " " in role)
    if shared:
        return f"role: {min(written for written, _ in one.roles[shared[0]])}"
    offices = [{holders.office(written) for held in s.roles.values() for written, _ in held} for s in (one, other)]
    same = sorted(office for office in offices[0] & offices[1] if office)
    return f"office: {' '.join(reversed(same[0]))}" if same else ""


def _company(one: _Seen, other: _Seen, met: Mapping[str, set[str]]) -> list[str]:
    """Names met with both, in articles that do not name both."""
    mine, others = (
        set[str]().union(*(met[article] for article in sorted(seen.articles)[:_LARGEST])) for seen in (one, other)
    )
    return sorted(key_of(entity) for entity in mine & others)


# --- short forms --------------------------------------------------------------------------------------------------


def _short(seen: Mapping[str, _Seen]) -> Iterator[Join]:
    """A surname or a shorter chain (محمد بن سلمان) to the one full name it can be."""
    fuller: dict[tuple[str, ...], list[str]] = defaultdict(list)  # by what may stand for it
    people = _people(seen)
    for entity in people:
        words = words_of(entity)
        if len(words) >= _FULL:
            fuller[words[-1:]].append(entity)
            starts = [words[:end] for end in range(_FULL, len(words))]
            for start in {*starts, (words[0], words[-1])} - {words}:
                fuller[start].append(entity)
    for entity in people:
        join = _shortened(entity, fuller.get(words_of(entity), []), seen)
        if join:
            yield join


def _shortened(entity: str, options: list[str], seen: Mapping[str, _Seen]) -> Join | None:
    words = words_of(entity)
    if len(words) == 1 and words[0] in name_words().given & name_words().arab:
        return None
    if len(words) > 1:
        options = [other for other in options if spellings.shortens(words, words_of(other))]
    options = [other for other in options if other != entity and _calls(seen[entity].name, seen[other].name)]
    in_office = _in_office(seen[entity], options, seen)
    if in_office:
        return Join(entity=entity, target=in_office[0], why=(f"short form; {in_office[1]}",))
    target, why = _only([other for other in options if seen[other].count * _OFTEN >= seen[entity].count], seen)
    return Join(entity=entity, target=target, why=(why,)) if target else None


def _calls(short: str, full: str) -> bool:
    """Whether the last word of a short form is written as one of the full name's, keys apart.

    Keys alone take الخميني for خامنئي; الفهد is the end of a name, not the فهد inside one (أحمد بن فهد الغنيم).
    """
    last, words = spellings.parts(short)[-1:], spellings.parts(full)
    known = holders.holder_called(short)
    if (
        known and holders.holder_called(full) != known
    ):  # عبدالله بن عبدالعزيز is the king, not عبدالله بن عبدالعزيز الربيعة
        return False
    return any(
        (verdict := spellings.compare(word, called)).score >= _SURE
        and "," not in verdict.why  # one change at most
        and (word.startswith("ال") == called.startswith("ال") or (place == len(words) and bare(word) == bare(called)))
        for called in last
        for place, word in enumerate(words, 1)
    )


def _in_office(one: _Seen, options: list[str], seen: Mapping[str, _Seen]) -> tuple[str, str] | None:
    """Of two who share a surname, the one who held the office given with it on the day."""
    held = [holders.meant(role, day) for roles in one.roles.values() for role, day in roles if day]
    names = {found.holder for found in held if found}
    called = [other for other in options if holders.holder_called(seen[other].name) in names]
    if len(names) != 1 or len(called) != 1:
        return None
    return called[0], f"office: {min(role for roles in one.roles.values() for role, _ in roles)}"


def _only(options: list[str], seen: Mapping[str, _Seen]) -> tuple[str | None, str]:
    """The one option, the longest where all others shorten it, or a foreign name named far oftener than all others."""
    if not options:
        return None, ""
    longest = max(options, key=lambda entity: (len(words_of(entity)), seen[entity].count, entity))
    if all(other == longest or spellings.shortens(words_of(other), words_of(longest)) for other in options):
        return longest, "short form of the only full name that it can be"
    first, second = _ranked(options, seen)[:2]
    far_oftener = seen[first].count >= _OFTEN * seen[second].count
    foreign = far_oftener and not spellings.arab(words_of(first)[-1])
    return (first, f"short form; named {_OFTEN} times as often as any other") if foreign else (None, "")
