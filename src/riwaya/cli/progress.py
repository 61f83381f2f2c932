"""Progress on standard error: a bar on a terminal, a plain line now and then in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

import click

from riwaya.run.report import Tick

_SECONDS = 10.0  # between two plain lines
_STEPS = {
    "read": "reading pages",
    "traced": "tracing copies",
    "redated": "dating through copies",
    "clustered": "gathering stories",
}


@contextmanager
def showing() -> Iterator[Callable[[Tick], None]]:
    if sys.stderr.isatty():
        with _bar() as tell:
            yield tell
    else:
        yield _lines()


@contextmanager
def _bar() -> Iterator[Callable[[Tick], None]]:
    from rich.console import Console  # noqa: PLC0415 - a quarter of a second that a pipe need not wait
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - as above

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:,.0f}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as progress:
        tasks = {}

        def tell(tick: Tick) -> None:
            if tick.step not in tasks:
                tasks[tick.step] = progress.add_task(_STEPS[tick.step], total=None)
            progress.update(tasks[tick.step], completed=tick.done)

        yield tell


def _lines() -> Callable[[Tick], None]:
    begun = told = monotonic()
    step = ""

    def tell(tick: Tick) -> None:
        nonlocal step, told
        now = monotonic()
        if tick.step == step and now - told < _SECONDS:
            return
        step, told = tick.step, now
        click.echo(f"{_STEPS[tick.step]}: {tick.done} after {now - begun:.0f} s", err=True)

    return tell
