import click

from riwaya.cli import options
from riwaya.cli.output import json_line, sheet
from riwaya.cli.quoting import show
from riwaya.run import desk


@click.command("who")
@click.argument("name", nargs=-1, required=True)
@options.store
@options.as_json
def command(*, name: tuple[str, ...], store: str, as_json: bool) -> None:
    """Show everything that speakers of this NAME said, through every spelling of it, by day."""
    page = sheet()
    question = options.question(name)
    none = True
    for told in desk.who(question, store):
        none = False
        if as_json:
            json_line(told.statement)
        else:
            show(told.statement, told.article, told.source, page)
    if none:
        click.echo(f"riwaya: nobody called {question} says anything", err=True)
