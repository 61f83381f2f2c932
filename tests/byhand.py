"""Records made by hand and by hypothesis, for the tests of store, run and cli. All names and words are invented."""

import hashlib
from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st

from riwaya import records as r

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
ZONES = st.integers(-720, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
st.register_type_strategy(str, TEXTS)
st.register_type_strategy(float, st.floats(0, 1))
st.register_type_strategy(datetime, st.datetimes(timezones=ZONES))


def capture(text: str, name: str = "page.txt") -> r.Capture:
    content = text.encode()
    return r.Capture(
        id=hashlib.sha256(content).hexdigest(),
        name=name,
        media_type="text/plain",
        origin=r.Origin.FILE,
        content=content,
    )


def article(capture: r.Capture, number: int = 0, day: date | None = date(2031, 3, 4), **fields) -> r.Article:
    text = capture.content.decode()
    headline, *paragraphs = text.split("\n")
    placed, start = [], len(headline) + 1
    for paragraph in paragraphs:
        span = (start, start + len(paragraph))
        placed.append(r.Paragraph(kind=r.ParagraphKind.BODY, text=paragraph, span=span))
        start += len(paragraph) + 1
    published = day and r.Published(value=str(day), first=day, last=day, basis=r.Basis.STATED, why="by hand")
    given = {"outlet": "صحيفة الميناء", "published_at": published, "role": r.Role.MAIN, **fields}
    return r.Article(
        id=f"{capture.id[:16]}-{number}",
        capture=capture.id,
        headline=headline,
        headline_span=(0, len(headline)),
        paragraphs=tuple(placed),
        text=text,
        pieces=(r.Piece(start=0, end=len(text), page_start=0),),
        **given,
    )


def mention(article: r.Article, name: str) -> r.Mention:
    start = article.text.index(name)
    return r.Mention(
        article=article.id,
        span=(start, start + len(name)),
        entity=f"person:{name}",
        kind=r.NameKind.PERSON,
        name=name,
    )


def statement(article: r.Article, speaker: str, content: str, number: int = 0) -> r.Statement:
    start = article.text.index(content)
    span = (start, start + len(content))
    return r.Statement(
        id=f"{article.id}-s{number}",
        article=article.id,
        speaker=r.Speaker(entity=f"person:{speaker}", name=speaker, surface=speaker, kind=r.SpeakerKind.PERSON),
        act=r.Act.STATE,
        certainty=r.Certainty.CERTAIN,
        kind=r.StatementKind.INDIRECT,
        content=content,
        quotes=(),
        cue="قال",
        spans=r.StatementSpans(speaker=None, cue=span, content=span),
        rule="by hand",
    )


def reading(article: r.Article, *names: str, said: dict[str, str] | None = None) -> r.Reading:
    return r.Reading(
        source="page.txt",
        article=article,
        mentions=tuple(mention(article, name) for name in names),
        dates=(),
        statements=tuple(statement(article, who, what, n) for n, (who, what) in enumerate((said or {}).items())),
    )


def copy(original: str, derived: str, share: float = 0.5) -> r.Copy:
    return r.Copy(
        original=original,
        derived=derived,
        direction=r.Direction(basis="by hand", confidence=1.0),
        share=share,
        coverage=share,
        passages=(),
    )


def story(*articles: str, name: str = "a1", last_seen: date | None = None, title: str = "فيضان الوادي") -> r.Story:
    return r.Story(
        id=name,
        title=title,
        articles=articles,
        first_seen=last_seen,
        last_seen=last_seen,
        status=r.StoryStatus.QUIET,
        keywords=(),
    )
