"""Stories stay put: one that is found anew keeps the id that most of its reports had; what merged leads on to it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from riwaya.records import Story


@dataclass(frozen=True, slots=True)
class Settled:
    """Stories under the ids they keep; `moved` leads from each id that is gone to the story that took its reports."""

    stories: tuple[Story, ...]
    moved: Mapping[str, str]


def settle(stories: Sequence[Story], before: Mapping[str, str]) -> Settled:
    """`before` is the story's id of each article at the last build; articles that it lacks are new.

    Of the stories into which one was split, that with most of its reports keeps the id; of those that merged, the id of
    the one that brings most reports stays. The same for any order of `stories`.
    """
    shared = _shared(stories, before)
    ids, taken = _kept(stories, shared)
    ids = {story.id: ids.get(story.id) or _fresh(story, taken) for story in stories}
    moved: dict[str, str] = {}
    for old, parts in _parts(shared).items():
        if old not in taken:
            moved[old] = ids[max(parts, key=lambda part: (parts[part], part))]
    settled = tuple(
        replace(
            story,
            id=ids[story.id],
            related=tuple(replace(near, story=ids.get(near.story, near.story)) for near in story.related),
        )
        for story in stories
    )
    return Settled(settled, moved)


def _shared(stories: Sequence[Story], before: Mapping[str, str]) -> dict[str, Counter[str]]:
    """By story: how many of its reports each story of before had."""
    return {story.id: Counter(before[a] for a in story.articles if a in before) for story in stories}


def _parts(shared: Mapping[str, Counter[str]]) -> dict[str, Counter[str]]:
    """By story of before: how many of its reports went where."""
    found: dict[str, Counter[str]] = {}
    for story, olds in shared.items():
        for old, count in olds.items():
            found.setdefault(old, Counter())[story] = count
    return found


def _kept(stories: Sequence[Story], shared: Mapping[str, Counter[str]]) -> tuple[dict[str, str], set[str]]:
    """Ids given on, the largest share first; each once, to one story."""
    claims = sorted(
        ((-count, old, story.id) for story in stories for old, count in shared[story.id].items()),
    )
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for _, old, story in claims:
        if old not in taken and story not in ids:
            ids[story] = old
            taken.add(old)
    return ids, taken


def _fresh(story: Story, taken: set[str]) -> str:
    """A new story's own id; where another keeps that one, its first report's was not the first: lengthen it."""
    fresh = story.id
    while fresh in taken:
        fresh += "x"
    taken.add(fresh)
    return fresh
