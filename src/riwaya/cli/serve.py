from datetime import UTC, datetime
from importlib import import_module

import click

from riwaya.cli import options
from riwaya.errors import RiwayaError

_PORT = 8700
_OPEN = {"127.0.0.1", "localhost", "::1"}


@click.command("serve")
@options.store
@click.option("--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
def command(*, store: str, port: int, host: str) -> None:
    """Read a store in a browser: today, stories, articles, speakers, outlets, search."""
    if host not in _OPEN:
        message = f"{host} can be reached by others, and nobody would be asked who they are; listen on 127.0.0.1"
        raise RiwayaError(message)
    app = import_module("riwaya.serve.app").create(store, now=lambda: datetime.now(UTC))
    run = import_module("riwaya.serve.server").run
    run(app, host, port, lambda address: click.echo(f"riwaya: {address}  (Ctrl-C ends it)", err=True))
