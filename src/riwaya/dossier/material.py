"""What a dossier is made of, laid out so that every part finds it by article."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from riwaya.dossier.labels import labels
from riwaya.language.sentences import sentences
from riwaya.names.decided import Labels
from riwaya.names.decided import labels as entities
from riwaya.records import Article, Copy, DateMention, Family, Mention, Name, NameDecision, Span, Statement, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that is known of a story's articles, in any order. What belongs to other stories is left aside by `make`."""

    articles: Sequence[Article]
    copies: Sequence[Copy] = ()
    statements: Sequence[Statement] = ()
    mentions: Sequence[Mention] = ()
    dates: Sequence[DateMention] = ()
    names: Sequence[Name] = ()
    stories: Sequence[Story] = ()
    decided: Sequence[NameDecision] = ()  # what the user said of names; `names` follow it already
    families: Sequence[Family] = ()
    sources: Mapping[str, str] = field(default_factory=dict)  # name of the capture in which each article stands


class _OfArticle(Protocol):
    @property
    def article(self) -> str: ...


_T = TypeVar("_T", bound=_OfArticle)
_LATE = date.max


@dataclass(frozen=True)
class Desk:
    """A story's material in one order: articles by day then id; all else by article then place."""

    story: Story
    articles: dict[str, Article]
    copies: tuple[Copy, ...]
    statements: tuple[Statement, ...]
    mentions: Mapping[str, Sequence[Mention]]
    dates: Mapping[str, Sequence[DateMention]]
    labels: Mapping[str, str]  # what each article's report is called
    decided: tuple[NameDecision, ...] = ()
    _sentences: dict[str, list[Span]] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def said(self) -> Mapping[str, Sequence[Statement]]:
        """Statements by article, in the order of the text."""
        grouped: defaultdict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            grouped[statement.article].append(statement)
        return dict(grouped)

    def sentences(self, article: str) -> list[Span]:
        if article not in self._sentences:
            self._sentences[article] = sentences(self.articles[article].text)
        return self._sentences[article]

    def sentence(self, article: str, place: int) -> Span:
        """The sentence of `article` in which `place` lies."""
        return next(((a, b) for a, b in self.sentences(article) if a <= place < b), (place, place))

    def sentence_before(self, article: str, place: int) -> Span:
        """The last sentence of `article` that ends at `place` or before it; an empty span where there is none."""
        return next(((a, b) for a, b in reversed(self.sentences(article)) if b <= place), (place, place))

    def words(self, article: str, span: Span) -> str:
        return self.articles[article].text[slice(*span)]


def day_of(article: Article) -> date:
    """The day to sort an article by: published, else captured; one without either comes last."""
    if article.published_at is not None:
        return article.published_at.first
    return article.captured_at.date() if article.captured_at is not None else _LATE


def lay_out(story: Story, material: Material) -> Desk:
    wanted = set(story.articles)
    held = sorted((a for a in material.articles if a.id in wanted), key=lambda a: (day_of(a), a.id))
    order = {article.id: place for place, article in enumerate(held)}
    copies = [c for c in material.copies if c.original in order and c.derived in order]
    told = entities(material.mentions, material.decided)
    said = [_by_label(s, told) for s in material.statements if s.article in order]
    named = [replace(m, entity=told.of(m.entity, m.name)) for m in material.mentions if m.article in order]
    return Desk(
        story=story,
        articles={article.id: article for article in held},
        copies=tuple(sorted(copies, key=lambda c: (order[c.original], order[c.derived]))),
        statements=tuple(sorted(said, key=lambda s: (order[s.article], s.spans.content, s.spans.cue, s.id))),
        mentions=_by_article(named, order),
        dates=_by_article(material.dates, order),
        labels=labels(held, material.sources),
        decided=tuple(material.decided),
    )


def _by_label(statement: Statement, told: Labels) -> Statement:
    """The statement, its speaker's entity told apart from others of its key as the mentions' are."""
    speaker = statement.speaker
    own = None if speaker.entity is None else told.of(speaker.entity, speaker.name)
    return statement if own == speaker.entity else replace(statement, speaker=replace(speaker, entity=own))


def _by_article(found: Iterable[_T], order: Mapping[str, int]) -> dict[str, list[_T]]:
    grouped: defaultdict[str, list[_T]] = defaultdict(list)
    for one in found:
        if one.article in order:
            grouped[one.article].append(one)
    return {article: sorted(group, key=lambda one: (one.span, repr(one))) for article, group in grouped.items()}  # type: ignore[attr-defined]
