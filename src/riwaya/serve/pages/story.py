"""A story: who stands where, who copied whom, who left out what, in the words of its articles."""

from starlette.exceptions import HTTPException

from riwaya.serve.addresses import Addresses
from riwaya.serve.page import Asked, Page, Sheet
from riwaya.serve.site import Site
from riwaya.serve.story_page import story_page
from riwaya.serve.tongue import Tongue
from riwaya.serve.views import StoryPage


def view(asked: Asked) -> StoryPage:
    name = asked.path("story")
    page = asked.site.kept(("story", name, asked.tongue), lambda: made(asked.site, name, asked.tongue))
    if page is None:
        raise HTTPException(404)
    return page


def soon(site: Site, name: str, tongue: Tongue) -> StoryPage | None:
    """The page if it was made before; else it is made meanwhile, for the next who asks."""
    return site.soon(("story", name, tongue), lambda: made(site, name, tongue))


def made(site: Site, name: str, tongue: Tongue) -> StoryPage | None:
    told = site.told(name)
    return story_page(told.dossier, told.articles, tongue, Addresses) if told is not None else None


def sheet(page: StoryPage, tongue: Tongue) -> Sheet:
    """The matrix, a row a position, then what else was said."""
    rows = tuple(
        (row.text, row.standing, one.speaker, one.sign.word, one.note, one.outlets)
        for row in (*page.matrix.rows, *page.sayings)
        for one in (*row.cells, *row.others)
        if one.panel is not None
    )
    head = ("claims.claim", "sheet.standing", "sheet.speaker", "sheet.act", "sheet.note", "sheet.outlets")
    return Sheet(title=page.title, head=tuple(tongue.say(key) for key in head), rows=rows)


PAGE = Page(name="story", path="/story/{story}", view=view, sheet=sheet, brief=True)
WHOLE = Page(name="story_whole", path="/story/{story}/whole", view=view, sheet=sheet, template="story.html")
