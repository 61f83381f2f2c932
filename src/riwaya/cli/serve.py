from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import click

from riwaya.cli import options
from riwaya.errors import RiwayaError
from riwaya.serve.access.accounts import Accounts

_PORT = 8700
_OPEN = {"127.0.0.1", "localhost", "::1"}


@click.command("serve")
@options.store
@click.option("--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--users",
    metavar="FILE",
    envvar="RIWAYA_USERS",
    show_envvar=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Who may read and edit; needed where others can reach it. Made by: riwaya users add",
)
@click.option("--name", "names", multiple=True, help="A host name that it answers to, besides the address.")
def command(*, store: str, port: int, host: str, users: Path | None, names: tuple[str, ...]) -> None:
    """Read a store in a browser: today, stories, articles, speakers, outlets, search."""
    if host not in _OPEN and users is None:
        message = (
            f"{host} can be reached by others, and nobody would be asked who they are; "
            f"name them: riwaya users add NAME --users FILE, then riwaya serve --host {host} --users FILE"
        )
        raise RiwayaError(message)
    accounts = None if users is None else Accounts.read(users)
    application = import_module("riwaya.serve.app")
    app = application.create(
        store, now=lambda: datetime.now(UTC), hosts=(*application.LOOPBACK, host, *names), accounts=accounts
    )
    run = import_module("riwaya.serve.server").run
    run(app, host, port, lambda address: click.echo(f"riwaya: {address}  (Ctrl-C ends it)", err=True))
