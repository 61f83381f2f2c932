"""A text of a page as its labelled lines, and what may be asked of them."""

from collections import Counter
from dataclasses import dataclass, field

from riwaya.article import topic
from riwaya.article.label import TAIL, Label, Labelled
from riwaya.article.lines import Line
from riwaya.records import Page, Role


@dataclass(slots=True)
class Segment:
    """Labelled lines of one text, in page order; grows by `add`, so that asking it costs no second look at them."""

    role: Role
    items: list[Labelled] = field(default_factory=list)
    prose: list[Line] = field(init=False, default_factory=list)
    closed: bool = field(init=False, default=False)  # a line was seen that stands below a text
    _ground: Counter[str] = field(init=False, default_factory=Counter)
    _counted: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        for item in self.items:
            self._note(item)

    def add(self, *items: Labelled) -> None:
        self.items.extend(items)
        for item in items:
            self._note(item)

    def _note(self, item: Labelled) -> None:
        if item.label is Label.PROSE:
            self.prose.append(item.line)
        self.closed = self.closed or (bool(self.prose) and item.label in TAIL)

    @property
    def ground(self) -> Counter[str]:
        """Content words of its running text."""
        self._ground.update(topic.counted(line.text for line in self.prose[self._counted :]))
        self._counted = len(self.prose)
        return self._ground


def is_row(page: Page) -> bool:
    """Is the page one row of a file or entry of a feed: a stated headline, then the text, and nothing round it?

    Such a text was cut out by whoever made the file; what looks like a seam inside it is a column's subheading.
    """
    headline = " ".join(page.hints.get("headline", "").split())
    if not headline or not page.blocks:
        return False
    stated = " ".join(page.text[slice(*page.blocks[0].span)].split())
    return stated == headline and all(block.main for block in page.blocks)
