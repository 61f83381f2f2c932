"""All outlets, and all speakers: what the store holds of each."""

from dataclasses import dataclass

from riwaya.serve import addresses
from riwaya.serve.page import Asked, Page, Sheet
from riwaya.serve.tongue import Noun, Tongue, isolated

_MOST = 200
_LAST = 10_000  # the furthest place that a page may begin at


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    name: str
    href: str
    count: str
    width: int
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """`next` leads to the rows after these; empty on the last page."""

    title: str
    rows: tuple[Row, ...]
    next: str


def outlets(asked: Asked) -> ListPage:
    held = [(name, count, last, addresses.outlet(name)) for name, count, last in asked.site.store.outlets()]
    return _page(asked, "nav.outlets", held, Noun.ARTICLE)


def speakers(asked: Asked) -> ListPage:
    after = _after(asked)
    found = asked.site.store.voices(_MOST + 1, after)
    held = [(name, count, last, addresses.speaker(name)) for name, count, last in found]
    return _page(asked, "nav.speakers", held, Noun.STATEMENT)


def _after(asked: Asked) -> int:
    given = asked.query("after", "0")
    return min(int(given), _LAST) if given.isascii() and given.isdecimal() and len(given) <= len(str(_LAST)) else 0


def _page(asked: Asked, title: str, held: list[tuple[str, int, str | None, str]], noun: Noun) -> ListPage:
    most = max((count for _, count, _, _ in held), default=1)
    rows = tuple(
        Row(
            name=isolated(name),
            href=href,
            count=asked.tongue.counted(count, noun),
            width=round(count * 100 / most),
            last=asked.tongue.digits(last) if last else "",
        )
        for name, count, last, href in held[:_MOST]
    )
    following = f"?after={_after(asked) + _MOST}" if len(held) > _MOST else ""
    return ListPage(title=asked.tongue.say(title), rows=rows, next=following)


def sheet(page: ListPage, tongue: Tongue) -> Sheet:
    head = tuple(tongue.say(key) for key in ("names.name", "sheet.count", "sheet.last"))
    return Sheet(title=page.title, head=head, rows=tuple((row.name, row.count, row.last) for row in page.rows))


OUTLETS = Page(name="outlets", path="/outlets", view=outlets, sheet=sheet, template="list.html")
SPEAKERS = Page(name="speakers", path="/speakers", view=speakers, sheet=sheet, template="list.html")
