import click

from riwaya.cli import options
from riwaya.cli.output import json_line, sheet
from riwaya.cli.quoting import show, show_why
from riwaya.run import pipeline
from riwaya.run.guard import attempt


@click.command("statements")
@options.paths
@options.tagger
@options.as_json
@click.option("--explain", is_flag=True, help="Under each statement the rule that found it and the place of each part.")
def command(*, paths: tuple[str, ...], as_json: bool, explain: bool) -> None:
    """Find who said what: speaker, act, certainty, words, the chain they came through."""
    if as_json and explain:
        message = "--explain is for people; JSON has rule and spans in each record"
        raise click.UsageError(message)
    refused = options.Refused()
    page = sheet()
    for path in paths:
        for reading in refused.sift(pipeline.readings(path, reader=attempt)):
            for statement in reading.statements:
                if as_json:
                    json_line(statement)
                else:
                    show(statement, reading.article, reading.source, page)
                    if explain:
                        show_why(statement, reading.article, page)
    refused.end()
