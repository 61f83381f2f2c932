"""The front page: what is told now, each story with its truth line, its opposed positions and its pace."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import quote

from riwaya.records import Article, Story
from riwaya.serve import addresses
from riwaya.serve.page import Asked, Page, Sheet
from riwaya.serve.pages import story as story_pages
from riwaya.serve.tongue import Noun, Tongue, isolated
from riwaya.serve.views import Stance

_LARGE = 5  # stories told with their positions
_READ, _MOST = 200, 40  # stories that are weighed, and that are shown
_HALF = 2  # days
_STRAY = 10  # one story in so many may bear a day that is still to come
_LINES = 8  # of the breaking strip
_KEYWORDS = 18
_BARS, _FEWEST = 24, 3  # of a sparkline
_HOURS = timedelta(hours=72)  # a story of that length is counted by hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Reports in equal stretches of time: heights in hundredths of the highest; `told` says it in words."""

    bars: tuple[int, ...]
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """`new` says how many reports came since the reader last looked; empty where none did."""

    id: str
    title: str
    href: str
    truth: tuple[str, ...]
    sides: tuple[Stance, ...]
    pace: Pace | None
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flash:
    headline: str
    outlet: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    day: str
    new: str
    breaking: tuple[Flash, ...]
    stories: tuple[StoryLine, ...]
    keywords: tuple[tuple[str, str, str], ...]  # the word, in how many stories, where a search for it leads


def view(asked: Asked) -> TodayPage:
    store, tongue = asked.site.store, asked.tongue
    recent = store.latest(_READ)
    last = recent[len(recent) // _STRAY].last_seen if recent else None
    held = sorted(recent, key=lambda story: -_weight(story, last))[:_MOST]
    came = store.come_since(asked.look.base) if asked.look.known else {}
    pace = store.pace([story.id for story in held])
    flashes = store.labelled("breaking", (last - timedelta(days=1)).isoformat(), _LINES) if last else []
    total = sum(came.values())
    return TodayPage(
        day=tongue.day(last, weekday=True) if last else tongue.say("no_day"),
        new=tongue.say("today.new", count=tongue.counted(total, Noun.REPORT)) if total else "",
        breaking=tuple(_flash(article) for article in flashes),
        stories=tuple(
            _line(asked, one, pace[one.id], came.get(one.id, 0), large=place < _LARGE) for place, one in enumerate(held)
        ),
        keywords=_keywords(held, tongue),
    )


def _weight(story: Story, last: date | None) -> float:
    """A story's reports, worth half as much two days later."""
    if story.last_seen is None or last is None:
        return 0.0
    age = max(0, (last - story.last_seen).days)
    return len(story.articles) * float(0.5 ** (age / _HALF))


def _flash(article: Article) -> Flash:
    outlet = isolated(article.outlet or article.publisher or "")
    return Flash(headline=article.headline or article.text[:90], outlet=outlet, href=addresses.article(article.id))


def _line(asked: Asked, story: Story, times: list[str], came: int, *, large: bool) -> StoryLine:
    """A large one with what its own page says first; that is made once and kept."""
    tongue = asked.tongue
    page = story_pages.soon(asked.site, story.id, tongue) if large and len(story.articles) > 1 else None
    first, last = story.first_seen, story.last_seen
    days = tongue.days(first, last) if first and last else tongue.say("no_day")
    truth = page.truth if page else (tongue.counted(len(story.articles), Noun.REPORT),)
    return StoryLine(
        id=story.id,
        title=story.title,
        href=addresses.story(story.id),
        truth=(*truth, days),
        sides=page.verdict[:2] if page else (),
        pace=_pace(times, tongue) if len(story.articles) > 2 else None,  # noqa: PLR2004 - two reports have no pace
        new=tongue.say("today.came", count=tongue.counted(came, Noun.REPORT)) if came else "",
    )


def _pace(times: list[str], tongue: Tongue) -> Pace | None:
    """By the hour where the story is short and pages gave times, else by the day."""
    stamps = [datetime.fromisoformat(one.partition("/")[0]).replace(tzinfo=None) for one in times if len(one) >= 10]  # noqa: PLR2004 - a day at least
    if not stamps:
        return None
    whole = max(stamps) - min(stamps)
    hourly = whole <= _HOURS and all("T" in one for one in times)
    unit = timedelta(hours=1) if hourly else timedelta(days=1)
    step = max(unit, (whole + unit) / _BARS)
    counted = Counter(int((stamp - min(stamps)) / step) for stamp in stamps)
    bars = [counted[place] for place in range(max(counted) + 1)]
    if len(bars) < _FEWEST:
        return None
    noun = Noun.HOUR if hourly else Noun.DAY
    spread = tongue.counted(round(whole / unit) + 1, noun)
    told = tongue.say("today.pace", reports=tongue.counted(len(stamps), Noun.REPORT), spread=spread)
    return Pace(bars=tuple(round(bar * 100 / max(bars)) for bar in bars), told=told)


def _keywords(stories: list[Story], tongue: Tongue) -> tuple[tuple[str, str, str], ...]:
    counted = Counter(word for story in stories for word in story.keywords)
    return tuple(
        (word, tongue.counted(count, Noun.STORY) if count > 1 else "", f"/search?q={quote(word)}")
        for word, count in counted.most_common(_KEYWORDS)
    )


def looked(asked: Asked) -> dict[str, str]:
    return {"look": asked.look.renewed(asked.site.store.newest(), asked.site.now()).written()}


def sheet(page: TodayPage, tongue: Tongue) -> Sheet:
    rows = tuple((line.title, " · ".join(line.truth), line.href) for line in page.stories)
    head = tuple(tongue.say(key) for key in ("sheet.story", "sheet.about", "sheet.link"))
    return Sheet(title=f"{tongue.say('today.title')} · {page.day}", head=head, rows=rows)


PAGE = Page(name="today", path="/", view=view, sheet=sheet, cookies=looked)
