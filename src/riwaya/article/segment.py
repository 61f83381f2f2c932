"""A text of a page as its labelled lines, and what may be asked of them."""

from dataclasses import dataclass, field

from riwaya.article.label import TAIL, Label, Labelled
from riwaya.article.lines import Line
from riwaya.records import Page, Role


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
    """Is the page one row of a file or entry of a feed: a stated headline, then the text, and nothing round it?

    Such a text was cut out by whoever made the file; what looks like a seam inside it is a column's subheading.
    """
    headline = " ".join(page.hints.get("headline", "").split())
    if not headline or not page.blocks:
        return False
    stated = " ".join(page.text[slice(*page.blocks[0].span)].split())
    return stated == headline and all(block.main for block in page.blocks)
