"""Articles made of a few lines, and statements found in them with no names and no dates given."""

import csv
from collections.abc import Sequence
from pathlib import Path

from riwaya.records import Article, Paragraph, ParagraphKind, Role, Statement
from riwaya.statements import find

CASES = Path(__file__).parent / "cases" / "statements"


def article(*lines: str, headline: str | None = None) -> Article:
    text, paragraphs, span = "", [], None
    if headline is not None:
        text, span = headline + "\n", (0, len(headline))
    for line in lines:
        paragraphs.append(Paragraph(kind=ParagraphKind.BODY, text=line, span=(len(text), len(text) + len(line))))
        text += line + "\n"
    return Article(
        id="page-0", capture="page", role=Role.MAIN, headline=headline, headline_span=span,
        paragraphs=tuple(paragraphs), text=text, pieces=(),
    )  # fmt: skip


def found(*lines: str, headline: str | None = None) -> tuple[Statement, ...]:
    return find(article(*lines, headline=headline), (), ())


def cases(name: str) -> list[tuple[str, ...]]:
    with (CASES / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return [
            tuple(row)
            for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if not row[0].startswith("#")
        ]


def told(statements: Sequence[Statement], speaker: str, act: str, words: str) -> bool:
    return any(s.speaker.name == speaker and s.act == act and words in s.content for s in statements)
