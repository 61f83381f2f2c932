"""What editors decided of stories and claims, done to what a build or a dossier made: it stands above what texts say.

A decision names two articles or two statements, never a story or a claim, whose ids a build may change: so it holds
for whatever story or claim they are in when it is asked for.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from riwaya.records import Article, Claim, Decision, DecisionKind, Dossier, Story


def regrouped(stories: Sequence[Story], articles: Mapping[str, Article], decided: Iterable[Decision]) -> list[Story]:
    """The stories with each article where an editor put it; a story that is left empty goes."""
    held = {story.id: list(story.articles) for story in stories}
    changed: set[str] = set()
    made: dict[str, Story] = {story.id: story for story in stories}
    for decision in decided:
        if decision.kind is not DecisionKind.ARTICLE:
            continue
        home, other = (next((s for s, ids in held.items() if a in ids), None) for a in (decision.one, decision.other))
        if home is None or other is None or (home == other) is decision.together:
            continue
        held[home].remove(decision.one)
        if not decision.together:
            other = hashlib.sha256(f"apart {decision.one}".encode()).hexdigest()[:16]
            headline = articles[decision.one].headline or made[home].title
            made[other] = replace(made[home], id=other, title=headline, keywords=(), related=())
            held.setdefault(other, [])
        held[other].append(decision.one)
        changed |= {home, other}
    kept = (made[story] for story, ids in held.items() if ids)
    return [_days(replace(s, articles=tuple(held[s.id])), articles) if s.id in changed else s for s in kept]


def _days(story: Story, articles: Mapping[str, Article]) -> Story:
    published = [articles[one].published_at for one in story.articles]
    first: list[date] = [p.first for p in published if p]
    last: list[date] = [p.last for p in published if p]
    return replace(
        story,
        first_seen=min(first, default=None),
        last_seen=max(last, default=None),
        summary=tuple(extract for extract in story.summary if extract.article in story.articles),
        events=tuple(event for event in story.events if set(event.articles) <= set(story.articles)),
    )


def unjoined(dossier: Dossier, decided: Iterable[Decision]) -> Dossier:
    """The dossier with a claim of its own for each statement that an editor took out of the claim of another."""
    claims = list(dossier.claims)
    content = {statement.id: statement.content for statement in dossier.statements}
    for decision in decided:
        if decision.kind is not DecisionKind.CLAIM or decision.together:
            continue
        for place, claim in enumerate(claims):
            if {decision.one, decision.other} <= set(claim.statements):
                claims[place : place + 1] = _split(claim, decision.one, content)
                break
    return dossier if claims == list(dossier.claims) else replace(dossier, claims=tuple(claims))


def _split(claim: Claim, statement: str, content: Mapping[str, str]) -> list[Claim]:
    name = f"{claim.id}-{hashlib.sha256(statement.encode()).hexdigest()[:8]}"
    rest, own = [], []
    for position in claim.positions:
        kept = tuple(one for one in position.statements if one != statement)
        if kept:
            rest.append(replace(position, statements=kept))
        if statement in position.statements:
            own.append(replace(position, claim=name, statements=(statement,)))
    left = tuple(one for one in claim.statements if one != statement)
    return [
        replace(claim, statements=left, positions=tuple(rest)),
        Claim(id=name, text=content.get(statement, claim.text), statements=(statement,), positions=tuple(own)),
    ]
