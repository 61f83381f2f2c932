"""What a line of a page is. Metadata says something of an article; furniture says nothing of any."""

from dataclasses import dataclass
from enum import StrEnum

from riwaya.article.lines import Line


class Label(StrEnum):
    # not yet decided: running text, and lines too short or too bare to be it
    PROSE = "prose"
    SHORT = "short"
    # parts of an article
    HEADLINE = "headline"
    SUMMARY = "summary"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    NOTICE = "notice"
    # metadata
    OUTLET = "outlet"
    CAPTURED = "captured"
    PUBLISHED = "published"
    UPDATED = "updated"
    SOURCE = "source"
    KEYWORDS = "keywords"
    DATELINE = "dateline"
    BYLINE = "byline"
    SECTION = "section"
    REPEATED = "repeated"  # a headline or caption said before
    # what leads elsewhere
    READ_ALSO = "read_also"
    RELATED_MARK = "related_mark"
    RELATED = "related"
    # nothing of any article
    ADVERTISEMENT = "advertisement"
    FURNITURE = "furniture"


METADATA = frozenset(
    {Label.OUTLET, Label.CAPTURED, Label.PUBLISHED, Label.UPDATED, Label.SOURCE, Label.KEYWORDS}
    | {Label.DATELINE, Label.BYLINE, Label.SECTION}
)
MARKS = frozenset({Label.READ_ALSO, Label.RELATED_MARK})
TITLES = frozenset({Label.SHORT, Label.CAPTION, Label.HEADLINE})
TAIL = frozenset({Label.SOURCE, Label.KEYWORDS})  # stand below the text they speak of


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line, its label, and where in the line the words that count begin (after "اقرأ أيضا:", "المصدر:")."""

    line: Line
    label: Label
    skip: int = 0

    @property
    def words(self) -> str:
        return self.line.text[self.skip :]
