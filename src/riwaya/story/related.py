"""Which stories share people and places, and the words that tell a reader so."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from riwaya.records import Mention, NameKind, Related, Story

_MOST = 5  # related stories of one story
_NAMED = 3  # names in a reason
_TIMES = 3  # mentions that make a name one of a story's own
_HUB = 0.05  # a name in more than this part of the stories, and in more than _FEW, ties nothing
_FEW = 12
_WEIGHT = {NameKind.PERSON: 2.0, NameKind.PLACE: 1.0}


@dataclass(frozen=True, slots=True)
class _Cast:
    """The people and places of a story: how often each is named, and in which form mostly."""

    times: Counter[str]
    forms: Mapping[str, str]


def tie(stories: Sequence[Story], mentions: Mapping[str, Sequence[Mention]]) -> tuple[Story, ...]:
    """The stories, each with those it shares people and places with."""
    casts = [_cast(story, mentions) for story in stories]
    where: dict[str, list[int]] = {}
    for place, cast in enumerate(casts):
        for entity in cast.times:
            where.setdefault(entity, []).append(place)
    return tuple(replace(story, related=_related(place, stories, casts, where)) for place, story in enumerate(stories))


def _cast(story: Story, mentions: Mapping[str, Sequence[Mention]]) -> _Cast:
    times: Counter[str] = Counter()
    names: dict[str, Counter[str]] = {}
    for article in story.articles:
        for mention in mentions.get(article, ()):
            if mention.kind in _WEIGHT:
                times[mention.entity] += 1
                names.setdefault(mention.entity, Counter())[mention.name] += 1
    return _Cast(times, {entity: found.most_common(1)[0][0] for entity, found in names.items()})


def _related(
    place: int, stories: Sequence[Story], casts: Sequence[_Cast], where: Mapping[str, Sequence[int]]
) -> tuple[Related, ...]:
    shared: dict[int, list[tuple[float, str]]] = {}
    for entity in casts[place].times:
        others = where[entity]
        if len(others) > max(_FEW, _HUB * len(stories)):
            continue
        weight = _WEIGHT[_kind(entity)] * math.log(1 + len(stories) / len(others))
        for other in others:
            if other != place:
                shared.setdefault(other, []).append((weight, entity))
    strong = [
        (
            sum(weight for weight, _ in found),
            other,
            [entity for _, entity in sorted(found, key=lambda f: (-f[0], f[1]))],
        )
        for other, found in shared.items()
        if _ties(found, casts[place], casts[other])
    ]
    strong.sort(key=lambda found: (-found[0], found[1]))
    return tuple(
        Related(story=stories[other].id, why=_why([casts[place].forms[entity] for entity in names]))
        for _, other, names in strong[:_MOST]
    )


def _kind(entity: str) -> NameKind:
    return NameKind.PERSON if entity.startswith(NameKind.PERSON.value) else NameKind.PLACE


def _ties(found: Sequence[tuple[float, str]], one: _Cast, other: _Cast) -> bool:
    """Two names with a person among them, or one person whom both stories speak of again and again."""
    people = [entity for _, entity in found if _kind(entity) is NameKind.PERSON]
    if people and len(found) > 1:
        return True
    return any(min(one.times[entity], other.times[entity]) >= _TIMES for entity in people)


def _why(names: Sequence[str]) -> str:
    return "، ".join(dict.fromkeys(names[:_NAMED])) + " في القصتين"
