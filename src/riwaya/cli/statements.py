import click

from riwaya.cli import options
from riwaya.cli.output import json_line, sheet
from riwaya.cli.quoting import show
from riwaya.run import pipeline
from riwaya.run.guard import attempt


@click.command("statements")
@options.paths
@options.as_json
def command(*, paths: tuple[str, ...], as_json: bool) -> None:
    """Find who said what: speaker, act, certainty, words, the chain they came through."""
    refused = options.Refused()
    page = sheet()
    for path in paths:
        for reading in refused.sift(pipeline.readings(path, reader=attempt)):
            for statement in reading.statements:
                if as_json:
                    json_line(statement)
                else:
                    show(statement, reading.article, reading.source, page)
    refused.end()
