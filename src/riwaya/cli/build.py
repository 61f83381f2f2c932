import os

import click

from riwaya.cli import options
from riwaya.cli.output import json_line
from riwaya.cli.progress import showing
from riwaya.errors import Reason
from riwaya.run import local
from riwaya.store import Store

_MOST = 8  # each holds the lexica, a quarter of a gigabyte


@click.command("build")
@options.paths
@options.store
@options.tagger
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=lambda: min(_MOST, os.cpu_count() or 1),
    show_default=f"as many as there are processors, {_MOST} at most",
    help="Processes that read.",
)
@options.as_json
def command(*, paths: tuple[str, ...], store: str, workers: int, as_json: bool) -> None:
    """Read everything under PATH into a store, then find copies and stories; a second run adds only what is new."""
    refused = options.Refused()
    with Store.open(store) as opened:
        with showing() as progress:
            report = local.build(paths, opened, workers, progress)
        counts = opened.counts()
    for rejected in report.rejects:
        refused.tell(rejected)
    if as_json:
        json_line(report)
    click.echo(
        f"{report.captures} pages: {report.read} read, {report.known} known before, {len(report.rejects)} refused"
        f"{_reasons(report.reasons())}; {report.articles} articles, {report.statements} statements new",
        err=True,
    )
    click.echo(
        f"store {store}: {counts.captures} pages, {counts.articles} articles, {counts.statements} statements, "
        f"{counts.copies} copies, {counts.stories} stories",
        err=True,
    )
    refused.end()


def _reasons(counted: dict[Reason, int]) -> str:
    return f" ({', '.join(f'{reason} {count}' for reason, count in counted.items())})" if counted else ""
