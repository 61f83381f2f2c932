"""An outlet: a portrait in sentences, how much of it is wire and whose, what it cuts, how it spells, how fast it is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from starlette.exceptions import HTTPException

from riwaya.records import Article, Copy, Edit, NameKind, Story
from riwaya.serve import addresses
from riwaya.serve.marks import clip
from riwaya.serve.page import Asked, Page, Sheet
from riwaya.serve.tongue import Noun, Tongue, isolated

_READ = 400  # articles of which the portrait is made: the latest
_COPIED = 0.4  # of a text: what makes two reports one text, as on the story page
_ROWS = 8
_CUTS = 6
_FEW = 20  # articles of which a percentage says too much
_CUT = 60  # letters of a cut sentence that says something
_SHOWN = 260
_NAMES, _ELSEWHERE = 14, 60  # names looked at, and articles of others for each


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    label: str
    count: str
    width: int
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A sentence that the outlet left out of what it copied."""

    words: str
    source: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelt:
    own: str
    others: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    title: str
    href: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPage:
    name: str
    portrait: tuple[str, ...]
    agencies: tuple[Share, ...]
    sources: tuple[Share, ...]
    cuts: tuple[Cut, ...]
    spellings: tuple[Spelt, ...]
    latest: tuple[Item, ...]


def view(asked: Asked) -> OutletPage:
    store, tongue, name = asked.site.store, asked.tongue, asked.path("outlet")
    held = store.of_outlet(name, _READ)
    if not held:
        raise HTTPException(404)
    copies = [copy for copy in store.copies_to({article.id for article in held}) if copy.direction.confidence > 0]
    taken = _taken(copies)
    origins = store.outlets_of({copy.original for copy in taken.values()})
    agencies = _agencies(held, taken)
    sources = Counter(origin for one in taken.values() if (origin := origins.get(one.original)) and origin != name)
    stories = store.stories_of({article.id for article in held})
    return OutletPage(
        name=isolated(name),
        portrait=_portrait(held, taken, agencies, stories, tongue),
        agencies=_shares(Counter(tongue.agency(code) or code for code in agencies.elements()), len(held), tongue),
        sources=_shares(sources, len(held), tongue, linked=True),
        cuts=_cuts(asked, list(taken.values()), origins),
        spellings=_spellings(asked, held, name),
        latest=tuple(_item(article, tongue) for article in held[:_ROWS]),
    )


def _taken(copies: Sequence[Copy]) -> dict[str, Copy]:
    """By article the copy that most of it is, where that is enough to call it one text."""
    found: dict[str, Copy] = {}
    for copy in copies:
        if copy.share >= _COPIED:
            found.setdefault(copy.derived, copy)
    return found


def _agencies(held: Sequence[Article], taken: dict[str, Copy]) -> Counter[str]:
    """Articles by the agency that they credit, or that the text they copy does."""
    named = (a.agency or (taken[a.id].agency if a.id in taken else None) for a in held)
    return Counter(code for code in named if code)


def _portrait(
    held: Sequence[Article], taken: dict[str, Copy], agencies: Counter[str], stories: dict[str, Story], tongue: Tongue
) -> tuple[str, ...]:
    days = [a.published_at.first for a in held if a.published_at]
    span = tongue.days(min(days), max(days)) if days else tongue.say("no_day")
    lines = [tongue.say("outlet.read", articles=tongue.counted(len(held), Noun.ARTICLE), days=span)]
    wire = agencies.total()
    if wire:
        first, count = agencies.most_common(1)[0]
        named = isolated(tongue.agency(first) or first)
        part = _part(wire, len(held), tongue)
        lines.append(tongue.say("outlet.wire", share=part, agency=named, first=_part(count, wire, tongue)))
    else:
        lines.append(tongue.say("outlet.no_wire"))
    if taken:
        kept = sum(copy.coverage for copy in taken.values()) / len(taken)
        share = _part(len(taken), len(held), tongue)
        lines.append(tongue.say("outlet.taken", share=share, kept=tongue.percent(kept)))
    told = [a for a in held if a.published_at and a.id in stories and len(stories[a.id].articles) > 1]
    if told:
        early = sum(_first_day(article, stories[article.id]) for article in told)
        lines.append(tongue.say("outlet.fast", share=_part(early, len(told), tongue)))
    return tuple(lines)


def _part(count: int, whole: int, tongue: Tongue) -> str:
    """٦٠٪ of many, ٣ من ٥ of few: a share of five is no share."""
    if whole < _FEW:
        return tongue.say("part", count=tongue.digits(count), whole=tongue.digits(whole))
    return tongue.percent(count / whole)


def _first_day(article: Article, story: Story) -> bool:
    published, began = article.published_at, story.first_seen
    return published is not None and began is not None and published.first - began < timedelta(days=1)


def _shares(counted: Counter[str], whole: int, tongue: Tongue, *, linked: bool = False) -> tuple[Share, ...]:
    return tuple(
        Share(
            label=isolated(label),
            count=f"{tongue.digits(count)} ({tongue.percent(count / whole)})",
            width=round(count * 100 / counted.most_common(1)[0][1]),
            href=addresses.outlet(label) if linked else "",
        )
        for label, count in counted.most_common(_ROWS)
    )


def _cuts(asked: Asked, taken: Sequence[Copy], origins: dict[str, str | None]) -> tuple[Cut, ...]:
    """The longest sentences cut, one of each copy; whoever was quoted in them is what an editor looks for."""
    name = asked.path("outlet")
    cut = [
        (passage.original[1] - passage.original[0], copy, passage.original)
        for copy in taken
        for passage in copy.passages
        if passage.edit is Edit.CUT and passage.original is not None and origins.get(copy.original) != name
    ]
    by_copy = {copy.derived: (size, copy, span) for size, copy, span in sorted(cut, key=lambda one: one[0])}
    longest = sorted((one for one in by_copy.values() if one[0] >= _CUT), key=lambda one: (-one[0], one[1].derived))
    chosen = longest[:_CUTS]
    texts = {a.id: a.text for a in asked.site.store.articles({copy.original for _, copy, _ in chosen})}
    return tuple(
        Cut(
            words=clip(" ".join(texts[copy.original][slice(*span)].split()), _SHOWN),
            source=isolated(origins.get(copy.original) or asked.tongue.say("outlet.unnamed")),
            href=addresses.compare(copy.original, copy.derived),
        )
        for _, copy, span in chosen
    )


def _spellings(asked: Asked, held: Sequence[Article], name: str) -> tuple[Spelt, ...]:
    """People whom this outlet mostly writes otherwise than the other outlets do."""
    store = asked.site.store
    own = _forms(asked, held)
    found = []
    for entity, forms in sorted(own.items(), key=lambda one: -one[1].total())[:_NAMES]:
        elsewhere = sorted(store.naming([entity]) - {article.id for article in held})[:_ELSEWHERE]
        others = [article for article in store.articles(elsewhere) if article.outlet != name]
        theirs = _forms(asked, others).get(entity)
        mine = forms.most_common(1)[0][0]
        if theirs and theirs.most_common(1)[0][0] != mine:
            found.append(Spelt(own=mine, others=theirs.most_common(1)[0][0]))
    return tuple(found)


def _forms(asked: Asked, held: Sequence[Article]) -> dict[str, Counter[str]]:
    """How often each person's fullest form stands in these articles."""
    found: dict[str, Counter[str]] = {}
    for mentions in asked.site.store.mentions({article.id for article in held}).values():
        names = {mention.entity: mention.name for mention in mentions if mention.kind is NameKind.PERSON}
        for entity, form in names.items():
            if " " in form:
                found.setdefault(entity, Counter())[form] += 1
    return found


def _item(article: Article, tongue: Tongue) -> Item:
    published = article.published_at
    return Item(
        title=article.headline or clip(article.text, 90),
        href=addresses.article(article.id),
        about=tongue.days(published.first, published.last) if published else tongue.say("no_day"),
    )


def sheet(page: OutletPage, tongue: Tongue) -> Sheet:
    rows = [("outlet.agencies", one.label, one.count) for one in page.agencies]
    rows += [("outlet.sources", one.label, one.count) for one in page.sources]
    rows += [("outlet.spellings", one.own, one.others) for one in page.spellings]
    rows += [("outlet.cuts", one.words, one.source) for one in page.cuts]
    head = tuple(tongue.say(key) for key in ("sheet.kind", "sheet.what", "sheet.about"))
    return Sheet(title=page.name, head=head, rows=tuple((tongue.say(kind), a, b) for kind, a, b in rows))


PAGE = Page(name="outlet", path="/outlet/{outlet}", view=view, sheet=sheet)
