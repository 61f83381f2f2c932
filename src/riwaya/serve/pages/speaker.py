"""A speaker: a portrait in sentences, where the words turned round, and all they said by story and day."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException

from riwaya.records import Act, Certainty, Position, Stand, Story, Turn
from riwaya.run import desk
from riwaya.run.desk import Told
from riwaya.serve import addresses
from riwaya.serve.page import Asked, Page, Sheet
from riwaya.serve.signs import Sign, feminine, of_act
from riwaya.serve.tongue import Noun, Tongue, isolated

_STORIES = 12  # on the first page
_EACH = 8  # words of one story shown before the rest folds away
_NAMED = 5
_LONGEST = 200  # letters of a name that can be asked for
_TURNS = {Act.DENY, Act.CONFIRM, Act.DECLINE}  # acts without which nobody changes sides
_STOOD = {
    Stand.ASSERTS: Act.STATE,
    Stand.CONFIRMS: Act.CONFIRM,
    Stand.DENIES: Act.DENY,
    Stand.DECLINES: Act.DECLINE,
    Stand.EXPECTS: Act.EXPECT,
    Stand.VOICES: Act.STATE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What was said, once: `outlets` have it in the same words."""

    sign: Sign
    content: str
    day: str
    via: str
    outlets: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """Where one speaker stood on one claim, from day to day."""

    claim: str
    story: str
    story_href: str
    positions: tuple[tuple[Sign, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InStory:
    title: str
    href: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerPage:
    """`portrait` is sentences; `acts` how often each act, with its share in hundredths for the bar."""

    name: str
    roles: tuple[str, ...]
    portrait: tuple[str, ...]
    acts: tuple[tuple[Sign, str, int], ...]
    turns: tuple[Turned, ...]
    stories: tuple[InStory, ...]
    more: str


def view(asked: Asked) -> SpeakerPage:
    name = asked.path("speaker")
    said = desk.said(asked.site.store, name) if len(name) <= _LONGEST else ()
    if not said:
        raise HTTPException(404)
    tongue = asked.tongue
    labels = _labels(asked, said)
    by_story = _by_story(asked, said)
    shown = by_story[: None if asked.query("all") else _STORIES]
    left = len(by_story) - len(shown)
    return SpeakerPage(
        name=Counter(told.statement.speaker.name for told in said).most_common(1)[0][0],
        roles=_roles(said),
        portrait=_portrait(said, labels, by_story, tongue),
        acts=_acts(said, tongue),
        turns=_turns(asked, said, [story for story, _ in shown if story is not None]),
        stories=tuple(_in_story(story, held, labels, tongue) for story, held in shown),
        more=tongue.counted(left, Noun.STORY) if left else "",
    )


def _by_story(asked: Asked, said: Sequence[Told]) -> list[tuple[Story | None, list[Told]]]:
    """The latest story first; what belongs to none last."""
    stories = asked.site.store.stories_of({told.article.id for told in said})
    held: defaultdict[str, list[Told]] = defaultdict(list)
    for told in said:
        story = stories.get(told.article.id)
        held[story.id if story else ""].append(told)
    known = {story.id: story for story in stories.values()}
    order = sorted(held, key=lambda one: _late(known.get(one)))
    return [(known.get(one), held[one]) for one in order]


def _labels(asked: Asked, said: Sequence[Told]) -> dict[str, str]:
    articles = {told.article.id: told.article for told in said}
    return {i: isolated(label) for i, label in desk.labelled(asked.site.store, list(articles.values())).items()}


def _late(story: Story | None) -> tuple[bool, int]:
    day = story.last_seen if story is not None else None
    return story is None, -day.toordinal() if day is not None else 0


def _roles(said: Sequence[Told]) -> tuple[str, ...]:
    counted = Counter(told.statement.speaker.role for told in said if told.statement.speaker.role)
    return tuple(role for role, _ in counted.most_common(2))


def _portrait(
    said: Sequence[Told],
    labels: Mapping[str, str],
    by_story: Sequence[tuple[Story | None, list[Told]]],
    tongue: Tongue,
) -> tuple[str, ...]:
    outlets = Counter(labels[told.article.id] for told in said)
    days = [told.article.published_at.first for told in said if told.article.published_at]
    span = tongue.days(min(days), max(days)) if days else tongue.say("no_day")
    lines = [
        tongue.say(
            "speaker.said",
            statements=tongue.counted(len(said), Noun.STATEMENT),
            stories=tongue.counted(sum(story is not None for story, _ in by_story), Noun.STORY),
            days=span,
        )
    ]
    if outlets:
        named = [f"{outlet} ({tongue.digits(count)})" for outlet, count in outlets.most_common(_NAMED)]
        lines.append(tongue.say("speaker.carriers", outlets=tongue.listed(named)))
    through = Counter(told.statement.via[0] for told in said if told.statement.via)
    if through:
        first, count = through.most_common(1)[0]
        lines.append(tongue.say("speaker.via", count=tongue.counted(count, Noun.STATEMENT), via=first))
    return tuple(lines)


def _acts(said: Sequence[Told], tongue: Tongue) -> tuple[tuple[Sign, str, int], ...]:
    counted = Counter(_sign(told, tongue) for told in said)
    most = max(counted.values())
    return tuple((sign, tongue.digits(count), round(count * 100 / most)) for sign, count in counted.most_common(8))


def _sign(told: Told, tongue: Tongue) -> Sign:
    said = told.statement
    return of_act(said.act, said.certainty, feminine=feminine(said.speaker, [said]), cue=said.cue, tongue=tongue)


def _turns(asked: Asked, said: Sequence[Told], stories: Sequence[Story]) -> tuple[Turned, ...]:
    """Claims on which this speaker changed sides, as the stories' dossiers have them; only stories told by several."""
    names = {told.statement.speaker.name for told in said}
    found = []
    for story in stories:
        if sum(told.article.id in story.articles and told.statement.act in _TURNS for told in said) == 0:
            continue
        told = asked.site.told(story.id)
        for claim in told.dossier.claims if told else ():
            for one in (p for p in claim.positions if p.speaker.name in names and len(p.turns) > 1):
                signs = tuple((_stood(one, turn, asked.tongue), _day(turn, asked)) for turn in one.turns)
                href = addresses.story(story.id)
                found.append(Turned(claim=claim.text, story=story.title, story_href=href, positions=signs))
    return tuple(found)


def _stood(position: Position, turn: Turn, tongue: Tongue) -> Sign:
    she = feminine(position.speaker, [])
    return of_act(_STOOD[turn.stand], Certainty.CERTAIN, feminine=she, tongue=tongue)


def _day(turn: Turn, asked: Asked) -> str:
    return asked.tongue.day(turn.day) if turn.day is not None else ""


def _in_story(story: Story | None, held: Sequence[Told], labels: Mapping[str, str], tongue: Tongue) -> InStory:
    """Each wording once, with the outlets that have it."""
    grouped: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    for told in held:
        grouped[told.statement.act.value, " ".join(told.statement.content.split())].append(told)
    return InStory(
        title=story.title if story else tongue.say("speaker.no_story"),
        href=addresses.story(story.id) if story else "",
        words=tuple(_words(content, same, labels, tongue) for (_, content), same in grouped.items()),
    )


def _words(content: str, same: Sequence[Told], labels: Mapping[str, str], tongue: Tongue) -> Words:
    first = same[0]
    said, published = first.statement, first.article.published_at
    day = (
        tongue.when(said.said_on) if said.said_on else tongue.days(published.first, published.last) if published else ""
    )
    outlets = list(dict.fromkeys(labels[told.article.id] for told in same))
    return Words(
        sign=_sign(first, tongue),
        content=content,
        day=day or tongue.say("no_day"),
        via=tongue.say("via", chain=tongue.say("from").join(reversed(said.via))) if said.via else "",
        outlets=tongue.some(outlets),
        href=addresses.article(first.article.id, said.spans.content),
    )


def sheet(page: SpeakerPage, tongue: Tongue) -> Sheet:
    rows = tuple(
        (story.title, one.day, one.sign.word, one.content, one.via, one.outlets)
        for story in page.stories
        for one in story.words
    )
    head = ("sheet.story", "sheet.day", "sheet.act", "cover.said", "sheet.note", "sheet.outlets")
    return Sheet(title=page.name, head=tuple(tongue.say(key) for key in head), rows=rows)


PAGE = Page(name="speaker", path="/speaker/{speaker}", view=view, sheet=sheet)
