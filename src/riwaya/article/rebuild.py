"""The room's one door: a page in, its articles out, or the reason there is none."""

from riwaya.article import assemble, cascade, facts
from riwaya.article.label import Label
from riwaya.article.segment import Segment
from riwaya.errors import Reason, Rejected
from riwaya.records import Article, Page, Role

_FEWEST = 12  # words of running text, with a headline; fewer are a caption or a button's label
_FEWEST_BARE = 20  # without one


def rebuild(page: Page) -> tuple[Article, ...] | Rejected:
    """Every article on a page, in page order: the main one, teaser cards, read-also and appended ones.

    `published_at` is set only where the page states it. A page without running text is Rejected(NO_ARTICLE).
    """
    segments = cascade.run(page)
    whole = [s for s in segments if _words(s) >= (_FEWEST if _titled(s, page) else _FEWEST_BARE)]
    if not whole:
        lines = sum(len(s.items) for s in segments)
        words = sum(_words(s) for s in segments)
        detail = f"{lines} lines, {words} words of running text: headlines and furniture only" if lines else "no words"
        return Rejected(subject=page.name, reason=Reason.NO_ARTICLE, detail=detail)
    captured_at = facts.captured(page, segments)
    return tuple(
        assemble.article(s, facts.gather(s, page), assemble.Place(page=page, number=n, captured_at=captured_at))
        for n, s in enumerate(_with_main(whole))
    )


def _words(segment: Segment) -> int:
    return sum(line.words for line in segment.prose)


def _titled(segment: Segment, page: Page) -> bool:
    stated = segment.role is Role.MAIN and bool(page.hints.get("headline"))
    return stated or any(i.label is Label.HEADLINE for i in segment.items)


def _with_main(segments: list[Segment]) -> list[Segment]:
    """A page has one main text: the first, where the text above it turned out to be none."""
    if all(s.role is not Role.MAIN for s in segments):
        segments[0].role = Role.MAIN
    return segments
