"""One row an article, and how many texts there really are."""

from collections import defaultdict

from riwaya.dossier.groups import groups
from riwaya.dossier.material import Desk
from riwaya.records import Article, Copy, ParagraphKind, Report, Role

# Two articles are one text where at least this part of either is copied from the other, whoever copied whom. A quote of
# one sentence in a piece of five stays an independent text; a wire cut to half and reworded does not.
ONE_TEXT = 0.4
_OPENING = 110  # letters that stand for a headline


def reports(desk: Desk) -> tuple[Report, ...]:
    """Originals first, then copies, each by day, teasers last; a copy names the article it takes most from."""
    sources: defaultdict[str, list[Copy]] = defaultdict(list)
    for copy in desk.copies:
        if copy.direction.confidence > 0:
            sources[copy.derived].append(copy)
    rows = [_report(desk, article, sources[article.id]) for article in desk.articles.values()]
    place = {article: at for at, article in enumerate(desk.articles)}
    return tuple(sorted(rows, key=lambda r: (r.role is Role.TEASER, r.share >= ONE_TEXT, place[r.article])))


def _report(desk: Desk, article: Article, copies: list[Copy]) -> Report:
    most = max(copies, key=lambda c: (c.share, c.coverage, c.original), default=None)
    return Report(
        article=article.id,
        label=desk.labels[article.id],
        headline=article.headline or opening(article),
        published_at=article.published_at,
        agency=article.agency or (most.agency if most is not None else None),
        origin=most.original if most is not None else None,
        share=most.share if most is not None else 0.0,
        role=article.role,
    )


def opening(article: Article) -> str:
    """The beginning of what an article without a headline tells: its first paragraph, not a photo's caption."""
    body = (p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY)
    words = next(body, article.text.split("\n", 1)[0]).strip()
    return words if len(words) <= _OPENING else words[:_OPENING].rpartition(" ")[0] + " …"


def independent_texts(desk: Desk) -> int:
    """How many texts stand on their own: articles tied by a copy of `ONE_TEXT` or more are one; teasers none."""
    counted = {a.id for a in desk.articles.values() if a.role is not Role.TEASER} or set(desk.articles)
    return len({text for article, text in texts(desk).items() if article in counted})


def texts(desk: Desk) -> dict[str, int]:
    """Every article with the number of its text: copies of one text have one. A teaser ties nothing."""
    kept = {a.id for a in desk.articles.values() if a.role is not Role.TEASER}
    ties = [
        (copy.original, copy.derived)
        for copy in desk.copies
        if max(copy.share, copy.coverage) >= ONE_TEXT and copy.original in kept and copy.derived in kept
    ]
    return {article: text for text, group in enumerate(groups(desk.articles, ties)) for article in group}
