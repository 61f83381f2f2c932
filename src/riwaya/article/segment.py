"""A text of a page as its labelled lines, and what may be asked of them."""

from dataclasses import dataclass, field

from riwaya.article.label import TAIL, Label, Labelled
from riwaya.article.lines import Line
from riwaya.language.letters import fold
from riwaya.records import Page, Role

_HEAD = 20_000  # letters of a page in which its headline stands, menus above it and all


@dataclass(slots=True)
class Segment:
    """Labelled lines of one text, in page order."""

    role: Role
    items: list[Labelled] = field(default_factory=list)

    @property
    def prose(self) -> list[Line]:
        return [i.line for i in self.items if i.label is Label.PROSE]

    @property
    def closed(self) -> bool:
        """A line that stands below a text was seen after this one's."""
        first = next((n for n, i in enumerate(self.items) if i.label is Label.PROSE), len(self.items))
        return any(i.label in TAIL for i in self.items[first:])


def is_row(page: Page) -> bool:
    """Is the page one row of a file or entry of a feed: a text whose headline is stated beside it and not in it?

    Such a text was cut out by whoever made the file; what looks like a seam inside it is a column's subheading.
    """
    headline = fold(page.hints.get("headline", "")).strip()
    return bool(headline) and headline not in fold(page.text[:_HEAD])
