from pathlib import Path

import click

from riwaya.serve.access.accounts import Accounts, Role

_file = click.option(
    "--users",
    "file",
    metavar="FILE",
    required=True,
    envvar="RIWAYA_USERS",
    show_envvar=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The user file.",
)


@click.group("users")
def command() -> None:
    """Say who may read and who may edit where `riwaya serve` can be reached by others."""


@command.command("add")
@click.argument("name")
@_file
@click.option("--role", type=click.Choice([role.value for role in Role]), default=Role.READER.value, show_default=True)
@click.option("--token", is_flag=True, help="A program: print a token for it, shown this once.")
def add(*, name: str, file: Path, role: str, token: bool) -> None:
    """Add NAME, or give it another password."""
    accounts = Accounts.at(file)
    if token:
        click.echo(accounts.add_token(name, Role(role)))
    else:
        accounts.add(name, Role(role), click.prompt("password", hide_input=True, confirmation_prompt=True))
        click.echo(f"riwaya: {name} may {'edit' if role == Role.EDITOR else 'read'}", err=True)


@command.command("remove")
@click.argument("name")
@_file
def remove(*, name: str, file: Path) -> None:
    """Remove NAME; its sessions end with the next start."""
    told = "removed" if Accounts.at(file).remove(name) else "nobody of that name"
    click.echo(f"riwaya: {name}: {told}", err=True)


@command.command("list")
@_file
def listed(*, file: Path) -> None:
    """List who may do what."""
    for account in Accounts.read(file):
        click.echo(f"{account.name}\t{account.role}\t{account.kind}")
