from importlib import import_module
from importlib.util import find_spec

import click

from riwaya.cli import options
from riwaya.errors import RiwayaError


@click.command("mcp")
@options.store
def command(*, store: str) -> None:
    """Answer a language-model tool on standard input and output: search, story, who, article; read only."""
    if find_spec("mcp") is None:
        message = "this needs the protocol's package: pip install 'riwaya[mcp]'"
        raise RiwayaError(message)
    import_module("riwaya.mcp").server(store).run("stdio")
