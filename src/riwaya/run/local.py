"""Build a store on one machine: pages in a few processes, then the whole corpus in this one.

Killed at any point and run again, it ends with the same store: captures are kept before they are read, each batch is
filed in one transaction, and copies and stories are made anew from the store, in one too, whenever something new
was filed. A page on which a step breaks is counted (`guard.py`) and tried again at the next build.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from riwaya.copies.saved import dump
from riwaya.errors import Reason, Rejected
from riwaya.page.files import captures
from riwaya.records import Article, Capture
from riwaya.run import edits, pipeline
from riwaya.run.guard import guarded
from riwaya.run.naming import SPELLER
from riwaya.run.pipeline import Corpus
from riwaya.run.pool import Work, ordered
from riwaya.run.report import Report, Tick
from riwaya.run.tracing import restored
from riwaya.store import FILE, Filed, State, Store, filed
from riwaya.story.identity import settle

WORKERS = 2
_CAPTURES = 32  # of a batch, or fewer where they are large: what a kill costs, and what goes to a process at once
_BYTES = 4 << 20


def _quiet(_: Tick) -> None:
    """No progress told."""


def build(
    paths: Iterable[str],
    store: Store,
    workers: int = WORKERS,
    progress: Callable[[Tick], None] = _quiet,
) -> Report:
    """Read everything under `paths` that `store` does not hold yet, then find copies and stories anew.

    Raises:
        RiwayaError: the store can't be written; what it held stays.
    """
    store.index(SPELLER)
    run = _Run(store, progress)
    work = Work(read_and_file, lost)
    for results in ordered(run.new(paths), work, workers):
        run.file(results)
    for results in ordered(run.left(), work, workers):
        run.file(results)
    if store.stale():
        store_corpus(store, progress, workers)
    return run.report


@dataclass(slots=True)
class _Run:
    store: Store
    progress: Callable[[Tick], None]
    report: Report = field(default_factory=Report)
    seen: set[bytes] = field(default_factory=set)  # digests met in this run

    def new(self, paths: Iterable[str]) -> Iterator[list[Capture]]:
        """Batches of captures to read, kept before they are given out."""
        home = self.store.directory.resolve()
        given = (one for path in paths for one in captures(path) if not _within(one, home))
        for batch in _batches(self._captures(given)):
            states = self.store.keep(batch)
            known = [i for i, state in states.items() if state in (State.READ, State.REJECTED)]
            self.report.known += len(known)
            self.report.rejects += self.store.rejects(known)
            if waiting := [capture for capture in batch if capture.id not in known]:
                yield waiting

    def left(self) -> Iterator[list[Capture]]:
        """What a run that was killed kept and never read, and is on none of the paths now."""
        yield from _batches(c for c in self.store.unread() if bytes.fromhex(c.id) not in self.seen)

    def file(self, results: list[Filed]) -> None:
        self.store.file(results)
        self.report.read += len(results)
        for result in results:
            self.report.articles += len(result.articles)
            self.report.statements += len(result.statements)
            if result.rejected is not None:
                self.report.rejects.append(result.rejected)
        self.progress(Tick(step="read", done=self.report.known + self.report.read))

    def _captures(self, given: Iterable[Capture | Rejected]) -> Iterator[Capture]:
        """The captures, each digest once; rejects are stored as they come."""
        for one in given:
            if isinstance(one, Rejected):
                self.store.reject([one])
                self.report.rejects.append(one)
                continue
            self.report.captures += 1
            digest = bytes.fromhex(one.id)
            if digest in self.seen:
                self.report.known += 1
                continue
            self.seen.add(digest)
            yield one


def read_and_file(capture: Capture) -> Filed:
    """One capture read and made ready to be stored; run in a process of its own."""
    result = guarded(capture, _filed)
    return filed(capture.id, result) if isinstance(result, Rejected) else result


def _filed(capture: Capture) -> Filed:
    return filed(capture.id, pipeline.read_page(capture), SPELLER)


def lost(capture: Capture) -> Filed:
    detail = "the process that read it died: no memory, or a fault in a library"
    return filed(capture.id, Rejected(subject=capture.name, reason=Reason.FAILED, detail=detail))


def store_corpus(store: Store, progress: Callable[[Tick], None] = _quiet, workers: int = WORKERS) -> None:
    """Copies of what is new, days learned from copies, and stories, made anew from all that the store holds."""
    own = {article.id: article for article in store.undated()}
    given = {a.id: a.published_at for a in store.articles(own) if a.published_at is not None}
    articles: list[Article] = [own.get(article.id, article) for article in store.articles()]
    corpus = Corpus(
        articles=articles,
        mentions=store.mentions(),
        dates=store.dates(),
        given=given,
        index=restored(store.copy_index(), store.copies(), articles),
        workers=workers,
    )
    for step in pipeline.CORPUS_STEPS:
        progress(Tick(step=step.__name__, done=len(articles)))
        corpus = step(corpus)
    grouped = edits.regrouped(corpus.stories, {a.id: a for a in corpus.articles}, store.decided())
    stories = settle(grouped, store.placed())
    index = dump(corpus.index) if corpus.index is not None else {}
    store.replace_corpus(corpus.copies, stories.stories, corpus.revisions, index, stories.moved)


def _batches(given: Iterable[Capture]) -> Iterator[list[Capture]]:
    batch: list[Capture] = []
    size = 0
    for capture in given:
        batch.append(capture)
        size += len(capture.content)
        if len(batch) == _CAPTURES or size >= _BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _within(one: Capture | Rejected, home: Path) -> bool:
    """Whether it is a file of the store itself, met because the store lies in a folder that is read."""
    name = one.subject if isinstance(one, Rejected) else one.name
    return Path(name).name.startswith(FILE) and Path(name).resolve().parent == home
