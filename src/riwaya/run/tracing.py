"""Copies among all articles at hand: only what is new is traced where an index knows the rest, by several processes."""

from collections.abc import Iterable, Mapping, Sequence

from riwaya.copies import Index, saved
from riwaya.copies.judge import Job, Verdict, judge
from riwaya.records import Article, Copy
from riwaya.run.pool import Work, ordered

_AFRESH = 0.2  # part of the articles new or gone from which on tracing all of them at once is the quicker way


def indexed(articles: Sequence[Article], index: Index | None, workers: int) -> Index:
    """An index of these articles, all judged; made of `index` where that knows most of them."""
    at_hand = {article.id: article for article in articles}
    fresh = [article for article in articles if index is None or article.id not in index]
    gone = [] if index is None else [known for known in index.press.numbers if known not in at_hand]
    if index is None or len(fresh) + len(gone) > _AFRESH * len(at_hand):
        index = Index.of(articles)
    else:
        for known in gone:
            index.remove(known)
        for article in fresh:
            index.add(article)
    work = Work(judged, judged)
    for results in ordered(([job] for job in index.jobs()), work, workers):
        for verdict in (verdict for verdicts in results for verdict in verdicts):
            index.put(verdict)
    return index


def judged(job: Job) -> tuple[Verdict, ...]:
    """One job done; run in a process of its own."""
    return tuple(judge(job))


def restored(parts: Mapping[str, bytes], copies: Iterable[Copy], articles: Sequence[Article]) -> Index | None:
    """The index that a store keeps, over these articles; None where it keeps none of this version."""
    at_hand = {article.id: article for article in articles}
    return saved.load(parts, copies, lambda wanted: [at_hand[one] for one in wanted])
