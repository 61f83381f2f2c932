"""The front page."""

from dataclasses import dataclass

from riwaya.records import Story
from riwaya.serve import addresses
from riwaya.serve.page import Asked, Page, Sheet
from riwaya.serve.tongue import Noun, Tongue

_MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    title: str
    href: str
    truth: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    stories: tuple[StoryLine, ...]


def view(asked: Asked) -> TodayPage:
    held = asked.site.store.latest(_MOST)
    return TodayPage(stories=tuple(_line(story, asked.tongue) for story in held))


def _line(story: Story, tongue: Tongue) -> StoryLine:
    days = (
        tongue.days(story.first_seen, story.last_seen) if story.first_seen and story.last_seen else tongue.say("no_day")
    )
    truth = (tongue.counted(len(story.articles), Noun.REPORT), days, tongue.say(f"status.{story.status}"))
    return StoryLine(title=story.title, href=addresses.story(story.id), truth=truth)


def sheet(page: TodayPage, tongue: Tongue) -> Sheet:
    rows = tuple((line.title, " · ".join(line.truth), line.href) for line in page.stories)
    head = tuple(tongue.say(key) for key in ("sheet.story", "sheet.about", "sheet.link"))
    return Sheet(title=tongue.say("today.title"), head=head, rows=rows)


PAGE = Page(name="today", path="/", view=view, sheet=sheet)
