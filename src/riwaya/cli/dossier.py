from importlib import import_module

import click

from riwaya.cli import options
from riwaya.cli.output import json_line, sheet
from riwaya.run import desk
from riwaya.serve.tongue import bare


@click.command("dossier")
@click.argument("story")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json", "html", "md"]), default="text", show_default=True
)
@options.store
def command(*, story: str, format_: str, store: str) -> None:
    """Tell one story whole: who stands where, who copied whom, who left what out.

    STORY is its number in `riwaya stories`, its id or the beginning of it, or words of its title.
    """
    made = desk.dossier(story, store)
    if format_ == "json":
        json_line(made)
        return
    render = import_module("riwaya.serve.render")
    form = {"text": render.text, "html": render.html, "md": render.markdown}[format_]
    told = form(made, desk.articles(made, store))
    click.echo(bare(told) if format_ == "text" and not sheet().terminal else told)
