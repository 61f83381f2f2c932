"""A story written by hand in tests/cases/dossier/bridge.toml, as the rooms before the dossier would hand it over."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from riwaya.dossier import Material
from riwaya.language.letters import fold
from riwaya.records import (
    Act,
    Article,
    Basis,
    Certainty,
    Copy,
    DateMention,
    Direction,
    Edit,
    Mention,
    Name,
    NameKind,
    Paragraph,
    ParagraphKind,
    Passage,
    Piece,
    Published,
    Role,
    Speaker,
    SpeakerKind,
    Spelling,
    Statement,
    StatementKind,
    StatementSpans,
    Story,
    StoryStatus,
    When,
)

CASES = Path(__file__).parents[1] / "cases" / "dossier"


def article(row):
    """An article of the file's headline and paragraphs, its text laid out as `records.Article` says."""
    text = "\n".join([row["headline"], *row["paragraphs"]])
    paragraphs = []
    for words in row["paragraphs"]:
        at = text.index(words)
        paragraphs.append(Paragraph(kind=ParagraphKind.BODY, text=words, span=(at, at + len(words))))
    day = row["day"]
    return Article(
        id=row["id"],
        capture=row["id"].split("-")[0],
        role=Role(row.get("role", "main")),
        headline=row["headline"],
        headline_span=(0, len(row["headline"])),
        outlet=row.get("outlet"),
        agency=row.get("agency"),
        published_at=Published(value=day.isoformat(), first=day, last=day, basis=Basis.STATED, why="نص الصفحة"),
        paragraphs=tuple(paragraphs),
        text=text,
        pieces=(Piece(start=0, end=len(text), page_start=0),),
    )


def statement(row, place, text):
    content = row["content"]
    cue = text.index(row["cue"])
    at = text.index(content, cue if text.find(content, cue) >= 0 else 0)
    name, on = row["speaker"], row.get("on")
    spoken = text.find(name)
    said = date.fromisoformat(row["said_on"]) if on else None
    return Statement(
        id=f"{row['article']}-s{place}",
        article=row["article"],
        speaker=Speaker(
            name=name, surface=name, role=row.get("role"), kind=SpeakerKind(row.get("speaker_kind", "person"))
        ),
        act=Act(row["act"]),
        certainty=Certainty(row.get("certainty", "certain")),
        kind=StatementKind.DIRECT if row.get("quoted") else StatementKind.INDIRECT,
        content=content,
        quotes=(content,) if row.get("quoted") else (),
        cue=row["cue"],
        said_on=When(value=row["said_on"], first=said, last=said) if said else None,
        spans=StatementSpans(
            speaker=(spoken, spoken + len(name)) if spoken >= 0 else None,
            cue=(cue, cue + len(row["cue"])),
            content=(at, at + len(content)),
            said_on=(text.index(on), text.index(on) + len(on)) if on else None,
        ),
        rule="written by hand",
    )


def places(words, text):
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def mentions(names, articles):
    for row in names:
        for held in articles:
            taken = list(places(row["name"], held.text))
            short = list(places(row.get("short", row["name"]), held.text))
            spans = taken + [s for s in short if not any(a <= s[0] < b for a, b in taken)]
            for span in sorted(spans):
                yield Mention(
                    article=held.id,
                    span=span,
                    entity=f"{row['kind']}:{fold(row['name'])}",
                    kind=NameKind(row["kind"]),
                    name=row["name"],
                    role_text=row.get("role"),
                )


def copy(row, texts):
    passages = tuple(
        Passage(
            original=next(places(left, texts[row["original"]])) if left else None,
            derived=next(places(right, texts[row["derived"]])) if right else None,
            edit=Edit(edit),
        )
        for left, right, edit in row["passages"]
    )
    return Copy(
        original=row["original"],
        derived=row["derived"],
        direction=Direction(basis="agency credit", confidence=0.9),
        share=row["share"],
        coverage=row["coverage"],
        agency=row.get("agency"),
        passages=passages,
    )


def name(row, articles):
    outlets = tuple(sorted({a.outlet for a in articles if row["name"] in a.text}))
    spellings = (Spelling(spelling=row["name"], outlets=outlets, count=len(outlets)),)
    kind = NameKind(row["kind"])
    entity = f"{row['kind']}:{fold(row['name'])}"
    return Name(entity=entity, canonical=row["name"], kind=kind, roles=(), spellings=spellings)


@pytest.fixture(scope="session")
def bridge():
    return tell()


def tell():
    """The story and its material."""
    told = tomllib.loads((CASES / "bridge.toml").read_text("utf-8"))
    articles = [article(row) for row in told["article"]]
    texts = {held.id: held.text for held in articles}
    story = Story(
        id="story-1",
        title=told["title"],
        articles=tuple(texts),
        first_seen=min(a.published_at.first for a in articles),
        last_seen=max(a.published_at.last for a in articles),
        status=StoryStatus.QUIET,
        keywords=tuple(told["keywords"]),
    )
    dates = [
        DateMention(
            article=held.id,
            span=span,
            text=row["text"],
            value=When(value=row["value"].isoformat(), first=row["value"], last=row["value"]),
            anchor=held.published_at.first,
            rule="written by hand",
        )
        for row in told["date"]
        for held in articles
        for span in places(row["text"], held.text)
    ]
    material = Material(
        articles=articles,
        copies=[copy(row, texts) for row in told["copy"]],
        statements=[statement(row, at, texts[row["article"]]) for at, row in enumerate(told["statement"])],
        mentions=list(mentions(told["name"], articles)),
        dates=dates,
        names=[name(row, articles) for row in told["name"]],
        stories=[story],
    )
    return story, material
