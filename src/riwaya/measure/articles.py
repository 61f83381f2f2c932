"""Articles from rows that are already clean text, so that a suite measures its own room alone."""

from datetime import datetime

from riwaya.records import Article, Paragraph, ParagraphKind, Role, Span


def article(
    key: str, text: str, *, headline: str = "", outlet: str | None = None, seen: datetime | None = None
) -> Article:
    """An article whose paragraphs are the non-blank lines of `text`, captured at `seen`."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    whole = "\n".join([headline, *lines] if headline else lines)
    paragraphs, start = [], len(headline) + 1 if headline else 0
    for line in lines:
        span: Span = (start, start + len(line))
        paragraphs.append(Paragraph(kind=ParagraphKind.BODY, text=line, span=span))
        start = span[1] + 1
    return Article(
        id=key,
        capture=key,
        role=Role.MAIN,
        headline=headline or None,
        headline_span=(0, len(headline)) if headline else None,
        outlet=outlet,
        captured_at=seen,
        paragraphs=tuple(paragraphs),
        text=whole,
        pieces=(),
    )
