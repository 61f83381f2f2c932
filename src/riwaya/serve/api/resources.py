"""Everything that the API gives, a function a resource, and `RESOURCES` that declares them."""

from collections.abc import Iterable
from typing import TypeVar

from riwaya.records import Act, Article, Claim, Copy, Dossier, Statement, Story
from riwaya.run import desk, naming
from riwaya.run.naming import Known
from riwaya.serve import hits, render
from riwaya.serve.addresses import Addresses
from riwaya.serve.api import cursors
from riwaya.serve.api.problem import ProblemError
from riwaya.serve.api.resource import Call, Listing, Param, Resource
from riwaya.serve.compare import Comparison, comparison
from riwaya.serve.hits import SearchResults
from riwaya.serve.pages import today
from riwaya.serve.pages.today import TodayPage
from riwaya.serve.site import Told
from riwaya.serve.story_page import story_page
from riwaya.serve.views import StoryPage
from riwaya.store import CursorError, OutletLine, Said, SpeakerLine, Wish
from riwaya.store.lists import Key

T = TypeVar("T")
_MOST = 100  # lines of a page

LIMIT = Param(name="limit", says="How many at most.", number=True, most=_MOST, default=20)
AFTER = Param(name="after", says="The next of the page before.", most=2_000, refers=True)
STORY = Param(name="story", says="A story's id.", most=200, refers=True)
ARTICLE = Param(name="article", says="An article's id.", most=200)


def _page(found: list[tuple[Key, T]], limit: int) -> Listing[T]:
    """Of `limit` + 1 lines, those of the page and where it ended."""
    shown = found[:limit]
    return Listing(tuple(one for _, one in shown), cursors.written(shown[-1][0]) if len(found) > limit else None)


def _told(call: Call) -> Told:
    told = call.site.told(call.word("story"))
    if told is None:
        raise ProblemError(404, "there is no such story", "story")
    return told


def _article(call: Call, name: str = "article") -> Article:
    held = next(iter(call.site.store.articles([call.word(name)])), None)
    if held is None:
        raise ProblemError(404, "there is no such article", name)
    return held


def _today(call: Call) -> TodayPage:
    return today.view(call.asked)


def _stories(call: Call) -> Listing[Story]:
    limit = call.number("limit")
    return _page(call.site.store.list_stories(limit + 1, cursors.read(call.text("after"))), limit)


def _dossier(call: Call) -> Dossier:
    return _told(call).dossier


def _dossier_markdown(call: Call) -> str:
    told = _told(call)
    return render.markdown(told.dossier, told.articles)


def _story_page(call: Call) -> StoryPage:
    told = _told(call)
    return story_page(told.dossier, told.articles, call.reader.tongue, Addresses)


def _claims(call: Call) -> Listing[Claim]:
    return Listing(_told(call).dossier.claims)


def _copies(call: Call) -> Listing[Copy]:
    return Listing(_told(call).dossier.copies)


def _one_article(call: Call) -> Article:
    return _article(call)


def _article_statements(call: Call) -> Listing[Statement]:
    return Listing(tuple(call.site.store.statements([_article(call).id])))


def _compared(call: Call) -> Comparison:
    one, other = _article(call, "one"), _article(call, "other")
    held = call.site.store.copies([one.id, other.id])
    if not held:
        raise ProblemError(404, "these two share no text that was traced")
    ends = {article.id: article for article in (one, other)}
    copy = held[0]
    return comparison(copy, ends[copy.original], ends[copy.derived], lambda a: a.outlet or a.id, call.reader.tongue)


def _statements(call: Call) -> Listing[Statement]:
    store, limit = call.site.store, call.number("limit")
    speaker, story = call.text("speaker"), call.text("story")
    speakers = None if speaker is None else store.named("speaker", speaker, naming.speller(store.decisions()))
    held = None if story is None else store.story(story)
    if story is not None and held is None:
        raise ProblemError(404, "there is no such story", "story")
    said = Said(speakers=speakers, act=call.text("act"), articles=None if held is None else held.articles)
    return _page(store.list_statements(said, limit + 1, cursors.read(call.text("after"), numbers=2)), limit)


def _speakers(call: Call) -> Listing[SpeakerLine]:
    limit = call.number("limit")
    return _page(call.site.store.list_speakers(limit + 1, cursors.read(call.text("after"), numbers=1)), limit)


def _outlets(call: Call) -> Listing[OutletLine]:
    limit = call.number("limit")
    return _page(call.site.store.list_outlets(limit + 1, cursors.read(call.text("after"), numbers=1)), limit)


def _names(call: Call) -> Listing[Known]:
    found: Iterable[Known] = naming.known(call.word("name"), call.site.store.directory)
    return Listing(tuple(found)[:_MOST])


def _search(call: Call) -> SearchResults:
    wish = Wish(limit=call.number("limit"), after=call.text("after"), facets=call.flag("facets"))
    try:
        return hits.results(call.word("q"), desk.find(call.site.store, call.word("q"), wish))
    except CursorError as fault:
        raise ProblemError(
            404, "there is no such place: after must be what this search gave as next", "after"
        ) from fault


_ACT = Param(name="act", says="What was done by speaking.", choices=tuple(Act))
_SPEAKER = Param(name="speaker", says="A speaker's name, in any spelling.", most=200)
_QUESTION = Param(
    name="q", says="Words, «phrases», speaker: outlet: act: on: place: agency:, OR, a minus for not.", needed=True
)
_FACETS = Param(name="facets", says="Count what was found by field too.", choices=("true", "false"), default="false")

RESOURCES = (
    Resource(name="today", path="/today", says="The front page.", gives=TodayPage, answer=_today),
    Resource(
        name="stories",
        path="/stories",
        says="Stories, the latest first.",
        gives=Listing[Story],
        answer=_stories,
        params=(LIMIT, AFTER),
        table=True,
    ),
    Resource(
        name="story",
        path="/stories/{story}",
        says="One story told whole: reports, copies, claims and positions, coverage, timeline, names.",
        gives=Dossier,
        answer=_dossier,
        params=(STORY,),
        markdown=_dossier_markdown,
    ),
    Resource(
        name="storyPage",
        path="/stories/{story}/page",
        says="The story as its page shows it, in the reader's language.",
        gives=StoryPage,
        answer=_story_page,
        params=(STORY,),
    ),
    Resource(
        name="claims",
        path="/stories/{story}/claims",
        says="The claims of a story and who stands where on each.",
        gives=Listing[Claim],
        answer=_claims,
        params=(STORY,),
        table=True,
    ),
    Resource(
        name="copies",
        path="/stories/{story}/copies",
        says="Who copied whom in a story.",
        gives=Listing[Copy],
        answer=_copies,
        params=(STORY,),
        table=True,
    ),
    Resource(
        name="article",
        path="/articles/{article}",
        says="One article as it was rebuilt from its page.",
        gives=Article,
        answer=_one_article,
        params=(ARTICLE,),
    ),
    Resource(
        name="articleStatements",
        path="/articles/{article}/statements",
        says="Who said what in one article.",
        gives=Listing[Statement],
        answer=_article_statements,
        params=(ARTICLE,),
        table=True,
    ),
    Resource(
        name="compare",
        path="/compare",
        says="Two articles side by side, changes of meaning first.",
        gives=Comparison,
        answer=_compared,
        params=tuple(
            Param(name=name, says="An article's id.", most=200, needed=True, refers=True) for name in ("one", "other")
        ),
    ),
    Resource(
        name="statements",
        path="/statements",
        says="Who said what, those of the articles that came last first.",
        gives=Listing[Statement],
        answer=_statements,
        params=(_SPEAKER, _ACT, STORY, LIMIT, AFTER),
        table=True,
    ),
    Resource(
        name="speakers",
        path="/speakers",
        says="Who is quoted, those with most statements first.",
        gives=Listing[SpeakerLine],
        answer=_speakers,
        params=(LIMIT, AFTER),
        table=True,
    ),
    Resource(
        name="outlets",
        path="/outlets",
        says="Outlets with their articles, those with most first.",
        gives=Listing[OutletLine],
        answer=_outlets,
        params=(LIMIT, AFTER),
        table=True,
    ),
    Resource(
        name="names",
        path="/names/{name}",
        says="How each outlet spells a name, and why its spellings are taken for one.",
        gives=Listing[Known],
        answer=_names,
        params=(Param(name="name", says="A name, in any spelling.", most=200),),
    ),
    Resource(
        name="search",
        path="/search",
        says="Articles that hold what is asked, the best first.",
        gives=SearchResults,
        answer=_search,
        params=(_QUESTION, LIMIT, AFTER, _FACETS),
        table=True,
    ),
)
