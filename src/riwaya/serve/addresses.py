"""The same marks as in a file, led to from the web application's pages: words open in their article's own page."""

from dataclasses import dataclass
from urllib.parse import quote

from riwaya.records import Span
from riwaya.serve.marks import Marks
from riwaya.serve.signs import Sign


def article(name: str, span: Span | None = None) -> str:
    """An article's page, at these words where they are given."""
    place = f"?at={span[0]}-{span[1]}#at" if span is not None else ""
    return f"/article/{quote(name, safe='')}{place}"


def story(name: str) -> str:
    return f"/story/{quote(name, safe='')}"


def speaker(name: str) -> str:
    return f"/speaker/{quote(name, safe='')}"


def outlet(name: str) -> str:
    return f"/outlet/{quote(name, safe='')}"


def compare(one: str, other: str) -> str:
    return f"/compare/{quote(one, safe='')}/{quote(other, safe='')}"


@dataclass
class Addresses(Marks):
    """Marks whose words stand on other pages."""

    def href(self, article_: str, span: Span, sign: Sign | None = None, back: str = "") -> str:  # noqa: ARG002 - as Marks
        return article(article_, span)

    def text(self, article_: str) -> str:
        return article(article_)

    def story(self, story_: str) -> str:
        return story(story_)

    def beside(self, one: str, other: str) -> str:
        return compare(one, other)
