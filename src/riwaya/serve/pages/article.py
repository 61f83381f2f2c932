"""An article: clean text, what was said marked in its place, who carries each sentence, its versions, its capture."""

import re
from dataclasses import dataclass

from starlette.exceptions import HTTPException

from riwaya.records import Article, Copy, Span
from riwaya.run import desk
from riwaya.serve import addresses
from riwaya.serve.page import Asked, Page, Sheet
from riwaya.serve.reading import Note, Others, Stretch, read
from riwaya.serve.tongue import Tongue, isolated

_AT = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
_LEAST = 0.05  # of a text shared: less is a phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    label: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """`facts` stand under the headline; `capture` leads to the page as it was kept."""

    id: str
    headline: str
    outlet: str
    outlet_href: str
    facts: tuple[str, ...]
    story: Link | None
    lines: tuple[Stretch, ...]
    notes: tuple[Note, ...]
    copies: tuple[Link, ...]
    versions: tuple[Link, ...]
    keywords: tuple[str, ...]
    address: str
    capture: str


def view(asked: Asked) -> ArticlePage:
    store, tongue = asked.site.store, asked.tongue
    article = store.article(asked.path("article"))
    if article is None:
        raise HTTPException(404)
    copies = store.copies_with(article.id)
    near = list(store.articles({c.original for c in copies} | {c.derived for c in copies} | {article.id}))
    labels = {name: isolated(label) for name, label in desk.labelled(store, near).items()}
    lines, notes = read(article, store.said_in(article.id), Others.of(article.id, copies, labels), _at(asked), tongue)
    story = store.stories_of([article.id]).get(article.id)
    return ArticlePage(
        id=article.id,
        headline=article.headline or "",
        outlet=labels[article.id],
        outlet_href=addresses.outlet(article.outlet) if article.outlet else "",
        facts=_facts(article, tongue),
        story=Link(label=story.title, href=addresses.story(story.id)) if story else None,
        lines=lines,
        notes=notes,
        copies=tuple(_copy(article.id, c, labels, tongue) for c in copies if max(c.share, c.coverage) >= _LEAST),
        versions=_versions(asked, article),
        keywords=article.keywords,
        address=article.url if article.url and article.url.startswith(("http://", "https://")) else "",
        capture=f"/capture/{article.capture}",
    )


def _at(asked: Asked) -> Span | None:
    """The words that a link asked for; what is no pair of numbers asks for none."""
    found = _AT.fullmatch(asked.query("at"))
    return (int(found[1]), int(found[2])) if found else None


def _facts(article: Article, tongue: Tongue) -> tuple[str, ...]:
    published = article.published_at
    day = tongue.days(published.first, published.last) if published else tongue.say("no_day")
    basis = tongue.say(f"basis.{published.basis}") if published else ""
    agency = tongue.agency(article.agency)
    facts = (
        f"{day} ({basis})" if basis else day,
        f"{tongue.say('copies.agency')} {isolated(agency)}" if agency else "",
        article.dateline.place if article.dateline else "",
        article.byline or "",
        article.section or "",
        *(tongue.say(f"label.{label}") for label in article.labels if label in _LABELS),
    )
    return tuple(fact for fact in facts if fact)


_LABELS = {"breaking", "developing", "opinion", "live"}


def _copy(article: str, copy: Copy, labels: dict[str, str], tongue: Tongue) -> Link:
    """The other end of a copy, with the part shared and which way it went."""
    derived = copy.derived == article
    other = copy.original if derived else copy.derived
    known = copy.direction.confidence > 0
    way = ("article.from" if derived else "article.to") if known else "article.with"
    share = tongue.percent(copy.share)
    return Link(
        label=labels[other],
        href=addresses.compare(copy.original, copy.derived),
        note=tongue.say(way, share=share),
    )


def _versions(asked: Asked, article: Article) -> tuple[Link, ...]:
    """Other readings of the same address, each beside this one; none where it was kept once."""
    held = asked.site.store.versions(article.url) if article.url else []
    return tuple(
        Link(
            label=asked.tongue.digits(one.seen.replace("T", " ")[:16] or asked.tongue.say("no_day")),
            href=addresses.article(one.article),
            note="" if one.article == article.id else addresses.compare(article.id, one.article),
        )
        for one in held
    )


def sheet(page: ArticlePage, tongue: Tongue) -> Sheet:
    """A row a sentence: its words, what was said in it, who else carries it."""
    rows = []
    notes = {str(place): note for place, note in enumerate(page.notes, 1)}
    for line in page.lines:
        said = "؛ ".join(f"{one.sign.glyph} {one.sign.word} {one.speaker}" for one in line.sayings)
        for place, one in enumerate(line.sentences):
            words = " ".join("".join(token.text for token in one.tokens).split())
            carriers = [carrier.label for carrier in notes[one.note].carriers] if one.note else []
            rows.append((line.kind, words, said if place == 0 else "", tongue.joined(carriers)))
    head = ("sheet.kind", "sheet.sentence", "sheet.said", "sheet.carriers")
    return Sheet(title=page.headline or page.outlet, head=tuple(tongue.say(key) for key in head), rows=tuple(rows))


PAGE = Page(name="article", path="/article/{article}", view=view, sheet=sheet)
