"""One name for the spellings of many houses, with its roles and which house spells it how, since when."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from riwaya.language.letters import fold
from riwaya.names import spellings
from riwaya.names.decided import relabelled
from riwaya.names.joining import joins
from riwaya.names.lexica import bare, heads
from riwaya.records import Article, Held, Mention, Name, NameDecision, NameKind, Spelling

_MARKS = re.compile(r"[\u0640\u064b-\u065f\u0670\u200c-\u200f\u061c]")
_FULL = 2  # words of a full name
_RARE = 10  # times less often than the commonest: a run-on (فلان الدوسري أمس) rather than a fuller name


def links(
    articles: Sequence[Article], mentions: Sequence[Mention], decided: Sequence[NameDecision] = ()
) -> Mapping[str, str]:
    """Entity to the entity it is joined to; entities that stand for themselves are not in it."""
    joined = {join.entity: join.target for join in joins(articles, relabelled(mentions, decided), decided)}
    return {entity: _end(joined, entity) for entity in joined}


def gather(
    articles: Sequence[Article], mentions: Sequence[Mention], decided: Sequence[NameDecision] = ()
) -> tuple[Name, ...]:
    """The names of these articles, most mentioned first. Mentions of other articles are left out."""
    held = tuple(relabelled(mentions, decided))
    joined = links(articles, mentions, decided)
    by_id = {article.id: article for article in articles}
    of: dict[str, list[Mention]] = defaultdict(list)
    for mention in held:
        if mention.article in by_id:
            of[joined.get(mention.entity, mention.entity)].append(mention)
    ordered = sorted(of.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_named(entity, group, by_id) for entity, group in ordered)


def _end(joined: Mapping[str, str], entity: str) -> str:
    while entity in joined:
        entity = joined[entity]
    return entity


# --- names --------------------------------------------------------------------------------------------------------


def _named(entity: str, mentions: Sequence[Mention], articles: Mapping[str, Article]) -> Name:
    written = [(m, form) for m in mentions if (form := form_of(m, articles[m.article].text))]
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


def form_of(mention: Mention, text: str) -> str:
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
