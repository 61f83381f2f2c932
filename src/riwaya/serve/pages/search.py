"""Search: words in every form, phrases, and who, where, when; facets beside what was found."""

from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from riwaya.run import desk
from riwaya.serve import addresses
from riwaya.serve.marks import clip
from riwaya.serve.page import Asked, Page, Sheet
from riwaya.serve.tongue import Noun, Tongue, isolated
from riwaya.serve.views import Part
from riwaya.store import CursorError, Facet, Found, Results, Wish

_LONGEST = 400  # letters of a question
_PER_PAGE = 20
_TITLE = 90  # letters of a text without a headline that stand for one
_NONE = Results(found=(), total=0, more=False, next=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """`snippet` is words of the text, those asked for of kind "hit"."""

    headline: str
    href: str
    about: tuple[str, ...]
    snippet: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrower:
    label: str
    count: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetList:
    kind: str
    values: tuple[Narrower, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    asked: str
    told: str
    hits: tuple[Hit, ...]
    facets: tuple[FacetList, ...]
    guesses: tuple[tuple[str, str, str], ...]  # the word, another for it, where the search with that leads
    next: str


def view(asked: Asked) -> SearchPage:
    words = asked.query("q")[:_LONGEST].strip()
    tongue = asked.tongue
    results = _found(asked, words) if words else _NONE
    total = tongue.counted(results.total, Noun.ARTICLE)
    return SearchPage(
        asked=words,
        told=tongue.say("search.over", total=total) if results.more else total,
        hits=tuple(_hit(found, tongue) for found in results.found),
        facets=tuple(
            FacetList(kind=tongue.say(f"facet.{kind}"), values=tuple(_narrower(words, one, tongue) for one in held))
            for kind, held in groupby(results.facets, lambda facet: facet.kind)
        ),
        guesses=tuple(
            (g.word, g.instead, _link(words.replace(g.word, g.instead))) for g in results.guesses if not g.used
        ),
        next=_link(words, after=results.next) if results.next else "",
    )


def _found(asked: Asked, words: str) -> Results:
    wish = Wish(limit=_PER_PAGE, after=asked.query("after") or None, facets=True)
    try:
        return desk.find(asked.site.store, words, wish)
    except CursorError:  # a link that was cut: the first page
        return desk.find(asked.site.store, words, Wish(limit=_PER_PAGE, facets=True))


def _link(words: str, **more: str) -> str:
    return f"/search?{urlencode({'q': words, **more})}"


def _hit(found: Found, tongue: Tongue) -> Hit:
    article, parts, place = found.article, [], found.snippet[0]
    for first, last in found.hits:
        parts += [Part(kind="same", text=article.text[place:first]), Part(kind="hit", text=article.text[first:last])]
        place = last
    parts.append(Part(kind="same", text=article.text[place : found.snippet[1]]))
    published = article.published_at
    about = (
        isolated(article.outlet or article.publisher or ""),
        tongue.days(published.first, published.last) if published else tongue.say("no_day"),
        isolated(tongue.agency(article.agency) or ""),
    )
    return Hit(
        headline=article.headline or clip(article.text, _TITLE),
        href=addresses.article(article.id, found.hits[0] if found.hits else None),
        about=tuple(one for one in about if one),
        snippet=tuple(part for part in parts if part.text),
    )


def _narrower(words: str, facet: Facet, tongue: Tongue) -> Narrower:
    value = f'"{facet.value}"' if " " in facet.value else facet.value
    label = tongue.say(f"act.{facet.value}") if facet.kind == "act" else isolated(tongue.digits(facet.value))
    if facet.kind == "agency":
        label = isolated(tongue.agency(facet.value) or facet.value)
    return Narrower(label=label, count=tongue.digits(facet.count), href=_link(f"{words} {facet.kind}:{value}"))


def sheet(page: SearchPage, tongue: Tongue) -> Sheet:
    rows = tuple(
        (hit.headline, " · ".join(hit.about), "".join(part.text for part in hit.snippet), hit.href) for hit in page.hits
    )
    head = tuple(tongue.say(key) for key in ("sheet.headline", "sheet.about", "sheet.words", "sheet.link"))
    return Sheet(title=page.asked or tongue.say("nav.search"), head=head, rows=rows)


PAGE = Page(name="search", path="/search", view=view, sheet=sheet)
