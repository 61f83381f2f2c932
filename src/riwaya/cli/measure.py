from pathlib import Path

import click

from riwaya import measure
from riwaya.cli import options
from riwaya.cli.output import json_line


@click.command("measure")
@click.argument("suite", type=click.Choice(measure.SUITES))
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@options.as_json
@click.option("--misses", type=click.IntRange(0), default=20, show_default=True, help="How many misses to show.")
def command(*, suite: str, data: Path, as_json: bool, misses: int) -> None:
    """Score SUITE on DATA, a folder laid out as the project's public sets; peers run beside it."""
    try:
        report = measure.run(suite, data)
    except FileNotFoundError as fault:
        raise click.UsageError(str(fault)) from fault
    if as_json:
        json_line(report)
        return
    for miss in report.misses[:misses]:
        click.echo(f"missed {miss}", err=True)
    click.echo(f"{report.suite} on {report.digest}")
    for figure in report.figures:
        click.echo(f"  {'(peer) ' if figure.peer else ''}{figure.name}: {figure.value:.3f} of {figure.of}")
