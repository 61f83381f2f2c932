"""All that one speaker said, by story and day, and where the words of a later day take back an earlier's."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from riwaya.dossier.words import bag
from riwaya.records import Act, Article, Claim, Position, Statement, Story
from riwaya.run import desk
from riwaya.store import Store

_ANSWERS = {Act.DENY, Act.DECLINE}
_LATE = date.max
_ALIKE = 0.8  # of the longer wording's words


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A statement with the article that carries it, its page's name, and the story it is part of."""

    statement: Statement
    article: Article
    source: str
    story: Story | None

    @property
    def day(self) -> date | None:
        """The day the words were said, else the one they were published."""
        if self.statement.said_on is not None:
            return self.statement.said_on.first
        return self.article.published_at.first if self.article.published_at is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """A claim of a story on which the speaker changed sides."""

    story: Story
    claim: Claim
    position: Position


def heard(name: str, directory: str | Path) -> tuple[Heard, ...]:
    """Everything, stories by the speaker's first word in them, statements by day; outside any story last."""
    with Store.existing(directory) as store:
        told = desk.said(store, name)
        story = store.stories_of({one.article.id for one in told})
    found = [
        Heard(statement=one.statement, article=one.article, source=one.source, story=story.get(one.article.id))
        for one in told
    ]
    first: dict[str, int] = {}
    for one in sorted(found, key=_day):
        first.setdefault(_story(one), len(first))
    return tuple(sorted(found, key=lambda one: (one.story is None, first[_story(one)], _day(one))))


def _story(one: Heard) -> str:
    return one.story.id if one.story is not None else ""


def _day(one: Heard) -> date:
    return one.day or _LATE


def once(said: Sequence[Heard]) -> list[list[Heard]]:
    """Statements of one story in groups that say one thing in nearly the same words, the first told in front."""
    found: list[tuple[frozenset[str], list[Heard]]] = []
    for one in said:
        words = bag(one.statement.content)
        home = next((group for known, group in found if _same(known, words)), None)
        if home is None:
            found.append((words, [one]))
        else:
            home.append(one)
    return [group for _, group in found]


def _same(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= _ALIKE * max(len(a), len(b)) and bool(a)


def turned(said: Sequence[Heard], directory: str | Path) -> tuple[Turned, ...]:
    """Where the speaker of `said` denied and then confirmed, or the reverse, in the order of the stories."""
    own = {one.statement.id for one in said}
    with Store.existing(directory) as store:
        told = [desk.tell(store, story) for story in _answered(said)]
    return tuple(
        Turned(story=dossier.story, claim=claim, position=position)
        for dossier in told
        for claim in dossier.claims
        for position in claim.positions
        if len(position.turns) > 1 and not own.isdisjoint(position.statements)
    )


def _answered(said: Iterable[Heard]) -> list[Story]:
    """Stories in which the speaker answered something, and spoke on two days: in no other can he have turned."""
    days: defaultdict[str, set[date | None]] = defaultdict(set)
    answered: dict[str, Story] = {}
    for one in said:
        if one.story is not None:
            days[one.story.id].add(one.day)
            if one.statement.act in _ANSWERS:
                answered[one.story.id] = one.story
    return [story for story in answered.values() if len(days[story.id]) > 1]
