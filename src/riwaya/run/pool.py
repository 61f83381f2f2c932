"""Batches through a few processes, results in the order of the batches, and no page that can end the night.

Processes are spawned, not forked: the parent may hold threads and an open store. A process that dies (a fault in a
library of C, no memory) takes its batch with it; that batch is then read page by page, each in a process of its own,
and the page that kills again is told apart from the rest.
"""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")
_SELDOM = (100_000, 50, 50)  # of `gc.set_threshold`
_AHEAD = 2  # batches waiting for each process, so that none idles while results are stored


@dataclass(frozen=True, slots=True)
class Work(Generic[T, R]):
    """`do` is run in a process, `lost` here for what killed one; both at the top of a module, to be found there."""

    do: Callable[[T], R]
    lost: Callable[[T], R]


def ordered(batches: Iterable[Sequence[T]], work: Work[T, R], workers: int) -> Iterator[list[R]]:
    """The results of each batch, in order. One batch alone, or one worker, is done in this process."""
    waiting = iter(batches)
    first = list(islice(waiting, 2))
    if workers < 2 or len(first) < 2:  # noqa: PLR2004 - starting processes costs more than one batch
        yield from ([work.do(one) for one in batch] for batch in chain(first, waiting))
        return
    yield from _pooled(chain(first, waiting), work, workers)


def _pooled(batches: Iterator[Sequence[T]], work: Work[T, R], workers: int) -> Iterator[list[R]]:
    pool = _pool(workers)
    flying: deque[tuple[Sequence[T], Future[list[R]]]] = deque()
    try:
        while True:
            for batch in islice(batches, workers * _AHEAD - len(flying)):
                flying.append((batch, _submit(pool, work, batch)))
            if not flying:
                return
            batch, future = flying.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=True)
                yield _one_by_one(batch, work)
                pool = _pool(workers)
                flying = deque((batch, _submit(pool, work, batch)) for batch, _ in flying)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _one_by_one(batch: Sequence[T], work: Work[T, R]) -> list[R]:
    results: list[R] = []
    for one in batch:
        with _pool(1) as pool:
            try:
                results += _submit(pool, work, [one]).result()
            except BrokenProcessPool:
                results.append(work.lost(one))
    return results


def _submit(pool: ProcessPoolExecutor, work: Work[T, R], batch: Sequence[T]) -> Future[list[R]]:
    try:
        with _deaf():
            return pool.submit(_each, work, batch)
    except BrokenProcessPool as broken:  # found out only now; told where the result is asked for
        future: Future[list[R]] = Future()
        future.set_exception(broken)
        return future


def _each(work: Work[T, R], batch: Sequence[T]) -> list[R]:
    return [work.do(one) for one in batch]


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C is the parent's to answer: a process started here inherits the mask and never hears it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """In each process: a parent that was killed leaves no orphans.

    Reading makes records that hold no cycles; walking through all tables and words kept for cycles took an eighth of a
    reader's time.
    """
    gc.set_threshold(*_SELDOM)
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.join,), daemon=True).start()


def _end_with(join: Callable[[], None]) -> None:
    join()
    os._exit(1)
