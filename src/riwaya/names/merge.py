"""One name for the spellings of many houses: short forms joined to full ones, near spellings where all else agrees."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from riwaya.language.letters import fold
from riwaya.names import spellings
from riwaya.names.lexica import bare, heads, name_words
from riwaya.records import Article, Held, Mention, Name, NameKind, Spelling

_MARKS = re.compile(r"[\u0640\u064b-\u065f\u0670\u200c-\u200f\u061c]")
_OFTEN = 4  # times: أوباما is the president, whoever else bears the name
_LARGEST = 64  # names that share a word; beyond it near spellings are not looked for
_FULL = 2  # words of a full name
_RARE = 10  # times less often than the commonest: a run-on (فلان الدوسري أمس) rather than a fuller name


@dataclass(slots=True)
class _Seen:
    """What the mentions of one entity say."""

    kind: NameKind
    names: Counter[str] = field(default_factory=Counter)
    roles: set[str] = field(default_factory=set)

    @property
    def count(self) -> int:
        return self.names.total()


def links(articles: Sequence[Article], mentions: Sequence[Mention]) -> Mapping[str, str]:
    """Entity to the entity it is joined to; entities that stand for themselves are not in it."""
    seen = _seen(articles, mentions)
    joined: dict[str, str] = {}
    for entity, target in (*_near(seen), *_short(seen)):
        if entity not in joined and _end(joined, target) != entity:
            joined[entity] = target
    return {entity: _end(joined, entity) for entity in joined}


def gather(articles: Sequence[Article], mentions: Sequence[Mention]) -> tuple[Name, ...]:
    """The names of these articles, most mentioned first. Mentions of other articles are left out."""
    joined = links(articles, mentions)
    by_id = {article.id: article for article in articles}
    of: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.article in by_id:
            of[joined.get(mention.entity, mention.entity)].append(mention)
    ordered = sorted(of.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_named(entity, group, by_id) for entity, group in ordered)


# --- joining ------------------------------------------------------------------------------------------------------


def _seen(articles: Sequence[Article], mentions: Sequence[Mention]) -> dict[str, _Seen]:
    ids = {article.id for article in articles}
    seen: dict[str, _Seen] = {}
    for mention in mentions:
        if mention.article in ids:
            one = seen.setdefault(mention.entity, _Seen(mention.kind))
            one.names[mention.name] += 1
            if mention.role_text:
                one.roles.add(spellings.key(mention.role_text))
    return seen


def _end(joined: Mapping[str, str], entity: str) -> str:
    while entity in joined:
        entity = joined[entity]
    return entity


def _words(entity: str) -> tuple[str, ...]:
    return tuple(entity.partition(":")[2].split())


def _people(seen: Mapping[str, _Seen]) -> list[str]:
    return [entity for entity in seen if seen[entity].kind is NameKind.PERSON]


def _short(seen: Mapping[str, _Seen]) -> Iterator[tuple[str, str]]:
    """A surname or a shorter chain (محمد بن سلمان) to the one full name it can be."""
    people = _people(seen)
    by_last: dict[str, list[str]] = defaultdict(list)
    by_first: dict[str, list[str]] = defaultdict(list)
    for entity in people:
        words = _words(entity)
        if len(words) >= _FULL:
            by_last[words[-1]].append(entity)
            by_first[words[0]].append(entity)
    for entity in people:
        words = _words(entity)
        if len(words) == 1:
            options = [] if words[0] in name_words().given & name_words().arab else by_last.get(words[0], [])
        else:
            options = [other for other in by_first.get(words[0], []) if len(_words(other)) > len(words)]
            options = [other for other in options if spellings.shortens(words, _words(other))]
        target = _only([other for other in options if seen[other].count * _OFTEN >= seen[entity].count], seen)
        if target and target != entity:
            yield entity, target


def _only(options: list[str], seen: Mapping[str, _Seen]) -> str | None:
    """The one option, the longest where all others shorten it, or a foreign name named far oftener than all others."""
    if not options:
        return None
    longest = max(options, key=lambda entity: (len(_words(entity)), seen[entity].count, entity))
    if all(other == longest or spellings.shortens(_words(other), _words(longest)) for other in options):
        return longest
    first, second = sorted(options, key=lambda entity: (-seen[entity].count, entity))[:2]
    far_oftener = seen[first].count >= _OFTEN * seen[second].count
    return first if far_oftener and not spellings.arab(_words(first)[-1]) else None


def _near(seen: Mapping[str, _Seen]) -> Iterator[tuple[str, str]]:
    """Full names whose keys differ but whose letters hardly do; one letter lost only where a role agrees too."""
    blocks: dict[str, set[str]] = defaultdict(set)
    for entity in _people(seen):
        words = _words(entity)
        if len(words) >= _FULL:
            for word in {words[0], words[-1]}:
                blocks[word].add(entity)
    done: set[tuple[str, str]] = set()
    for block in blocks.values():
        if len(block) > _LARGEST:
            continue
        ranked = sorted(block, key=lambda entity: (-seen[entity].count, entity))
        for i, target in enumerate(ranked):
            for entity in ranked[i + 1 :]:
                if (entity, target) not in done and _alike(seen[entity], seen[target]):
                    yield entity, target
                done.add((entity, target))


def _alike(one: _Seen, other: _Seen) -> bool:
    a, b = (seen.names.most_common(1)[0][0] for seen in (one, other))
    return spellings.same(a, b) or (bool(one.roles & other.roles) and spellings.slip(a, b))


# --- names --------------------------------------------------------------------------------------------------------


def _named(entity: str, mentions: Sequence[Mention], articles: Mapping[str, Article]) -> Name:
    written = [(m, form) for m in mentions if (form := _form(m, articles[m.article].text))]
    full = Counter(_plain(m.name) for m in mentions)
    return Name(
        entity=entity,
        canonical=_canonical(full, mentions[0].kind),
        kind=mentions[0].kind,
        roles=_held(mentions, articles),
        spellings=_spellings(written, articles),
    )


def _canonical(names: Counter[str], kind: NameKind) -> str:
    """The commonest name; of a person the fullest of those that are not rare beside it (a run-on, a slip)."""
    ranked = sorted(names.items(), key=lambda item: (-item[1], item[0]))
    if kind is not NameKind.PERSON:
        return ranked[0][0]
    longest = [name for name, count in ranked if len(spellings.parts(name)) >= _FULL]
    common = [name for name in longest if names[name] * _RARE >= names[longest[0]]]
    return max(common, key=lambda name: len(spellings.parts(name)), default=ranked[0][0])


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub("", text).split())


def _form(mention: Mention, text: str) -> str:
    """The name as written there; nothing where a description (الوزير) stands for it."""
    form = _plain(text[slice(*mention.span)])
    if fold(form).startswith("لل"):  # للكرملين is ل + الكرملين
        form = "ا" + form[1:]
    if mention.kind is not NameKind.PERSON:
        taken_up = form.startswith("ال") and bare(fold(form).split()[0]) in heads() and fold(mention.name) != fold(form)
        return "" if taken_up and mention.kind is NameKind.ORGANISATION else form
    own = set(spellings.key(mention.name).split())
    return form if set(spellings.key(form).split()) <= own else ""


def _day(article: Article) -> date | None:
    return article.published_at.first if article.published_at else None


def _held(mentions: Iterable[Mention], articles: Mapping[str, Article]) -> tuple[Held, ...]:
    days: dict[str, list[date]] = {}
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        if mention.role_text:
            role = _plain(mention.role_text)
            written[fold(role)][role] += 1
            day = _day(articles[mention.article])
            days.setdefault(fold(role), []).extend([day] if day else [])
    ordered = sorted(written.items(), key=lambda item: (-item[1].total(), item[0]))
    return tuple(
        Held(role=forms.most_common(1)[0][0], since=min(days[role], default=None), until=max(days[role], default=None))
        for role, forms in ordered
    )


def _spellings(written: Sequence[tuple[Mention, str]], articles: Mapping[str, Article]) -> tuple[Spelling, ...]:
    counts = Counter(form for _, form in written)
    outlets: dict[str, set[str]] = defaultdict(set)
    days: dict[str, list[date]] = defaultdict(list)
    for mention, form in written:
        article = articles[mention.article]
        outlets[form].add(article.outlet or article.publisher or article.agency or "")
        day = _day(article)
        days[form].extend([day] if day else [])
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        Spelling(
            spelling=form, outlets=tuple(sorted(outlets[form])), count=count, first_seen=min(days[form], default=None)
        )
        for form, count in ordered
    )
