"""Stage 10, assembly: labelled lines and facts made into an Article, every letter tied to its place on the page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from riwaya.article import credit_lines, keywords, tags
from riwaya.article.facts import Facts
from riwaya.article.label import Label, Labelled
from riwaya.article.prose import continues
from riwaya.article.segment import Segment
from riwaya.records import Article, Page, Paragraph, ParagraphKind, Piece, Role, Span

_LISTED = re.compile(r"\s*(?:list of \d+ items?|list \d+ of \d+|end of list)\s*")
_KINDS = {
    Label.PROSE: ParagraphKind.BODY,
    Label.SUBHEADING: ParagraphKind.SUBHEADING,
    Label.CAPTION: ParagraphKind.CAPTION,
    Label.NOTICE: ParagraphKind.NOTICE,
}


@dataclass(slots=True)
class _Writer:
    """The text as it grows, and where its pieces stand on the page."""

    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    size: int = 0

    def write(self, slices: Sequence[tuple[str, int | None]], joint: str = " ") -> Span:
        """A line of the text from slices of the page (words, place), joined with `joint`; the line's span."""
        if self.size:
            self._put("\n", None)
        start = self.size
        for i, (words, place) in enumerate(slices):
            if i:
                self._put(joint, None)
            self._put(words, place)
        return start, self.size

    def _put(self, words: str, place: int | None) -> None:
        if place is not None and words:
            self.pieces.append(Piece(start=self.size, end=self.size + len(words), page_start=place))
        self.parts.append(words)
        self.size += len(words)

    @property
    def text(self) -> str:
        return "".join(self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an article belongs: its page, its number on it, and when that was captured."""

    page: Page
    number: int
    captured_at: datetime | None


def article(segment: Segment, facts: Facts, place: Place) -> Article:
    """The article that a segment holds."""
    page = place.page
    writer = _Writer()
    main = segment.role is Role.MAIN
    headline, headline_span = _field(writer, _headline(segment), page.hints.get("headline") if main else None)
    summary, summary_span = _field(
        writer, _summary(segment), page.hints.get("summary") if main and _bare(segment) else None
    )
    paragraphs = tuple(_paragraphs(segment.items, writer))
    return Article(
        id=f"{page.capture[:16]}-{place.number}",
        capture=page.capture,
        role=segment.role,
        headline=headline,
        headline_span=headline_span,
        summary=summary,
        summary_span=summary_span,
        outlet=facts.outlet,
        publisher=facts.publisher,
        agency=facts.agency,
        byline=facts.byline,
        dateline=facts.dateline,
        published_at=facts.published_at,
        updated_at=facts.updated_at,
        captured_at=place.captured_at,
        url=(page.url or page.hints.get("url")) if main else None,
        section=facts.section,
        keywords=keywords.cut(facts.keywords, writer.text) if facts.keywords else (),
        labels=facts.labels,
        paragraphs=paragraphs,
        related_headlines=tuple(dict.fromkeys(_related(segment.items))),
        language=page.hints.get("language", "ar")[:2].lower() or "ar",
        text=writer.text,
        pieces=tuple(writer.pieces),
    )


def _related(items: Sequence[Labelled]) -> Iterator[str]:
    """Headlines of other texts; a list made for screen readers is run into one line (list 1 of 2 …)."""
    for item in items:
        if item.label is Label.RELATED:
            yield from (clean for part in _LISTED.split(item.words) if (clean := part.strip()))


def _bare(segment: Segment) -> bool:
    """Rows of a file give a summary beside the text; a page's markup repeats there what stands in it."""
    return not any(i.label in {Label.HEADLINE, Label.SUMMARY} for i in segment.items)


def _headline(segment: Segment) -> tuple[str, int] | None:
    item = next((i for i in segment.items if i.label is Label.HEADLINE), None)
    if item is None:
        return None
    skip = tags.breaking_end(item.line.text)
    return item.line.text[skip:], item.line.span[0] + skip


def _summary(segment: Segment) -> tuple[str, int] | None:
    item = next((i for i in segment.items if i.label is Label.SUMMARY), None)
    return (item.line.text, item.line.span[0]) if item else None


def _field(writer: _Writer, found: tuple[str, int] | None, stated: str | None) -> tuple[str | None, Span | None]:
    """Headline or summary: from the page's text, else as markup or a row stated it, which has no place in that text."""
    if found:
        return found[0], writer.write([found])
    clean = " ".join((stated or "").split())
    return (clean, writer.write([(clean, None)])) if clean else (None, None)


def _paragraphs(items: Sequence[Labelled], writer: _Writer) -> Iterator[Paragraph]:
    """Paragraphs in page order, torn ones joined."""
    torn: list[Labelled] = []
    for item in items:
        if torn and not (item.label is Label.PROSE and continues(torn[-1].line, item.line)):
            yield _paragraph(torn, writer)
            torn = []
        if item.label is Label.PROSE:
            torn.append(item)
        elif item.label in _KINDS:
            yield _paragraph([item], writer)
    if torn:
        yield _paragraph(torn, writer)


def _paragraph(items: Sequence[Labelled], writer: _Writer) -> Paragraph:
    kind = _KINDS[items[0].label]
    span = writer.write([(item.line.text, item.line.span[0]) for item in items])
    text = " ".join(item.line.text for item in items)
    return Paragraph(
        kind=kind, text=text, span=span, credit=credit_lines.of_photo(text) if kind is ParagraphKind.CAPTION else None
    )
