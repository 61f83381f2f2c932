"""What several commands take, and what all of them do with input that was refused."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import click

from riwaya import settings
from riwaya.errors import Rejected
from riwaya.language.tokens import words
from riwaya.names.taggers import tagger as load

T = TypeVar("T")
_REFUSED = 1

paths = click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(allow_dash=True))
as_json = click.option("--json", "as_json", is_flag=True, help="One record a line, JSON in UTF-8, nothing else.")


def _folder(_context: click.Context, _parameter: click.Parameter, given: str) -> str:
    if not given:
        message = "an empty name is no folder"
        raise click.BadParameter(message)
    return given


def question(given: tuple[str, ...]) -> str:
    """The words asked for, as one; marks alone ask for nothing."""
    asked = " ".join(given)
    if not words(asked):
        message = f"no word in {asked!r}"
        raise click.UsageError(message)
    return asked


store = click.option(
    "--store",
    metavar="DIR",
    default="riwaya-store",
    envvar="RIWAYA_STORE",
    show_default=True,
    show_envvar=True,
    type=click.Path(file_okay=False),
    callback=_folder,
    help="The store's folder.",
)


def _tagger(_context: click.Context, _parameter: click.Parameter, given: str | None) -> None:
    """Loaded here and now, so that a name that is none is told before anything is read."""
    if given is not None:
        load(given)
        settings.choose_tagger(given)


tagger = click.option(
    "--tagger",
    metavar="NAME",
    envvar="RIWAYA_TAGGER",
    show_envvar=True,
    expose_value=False,
    callback=_tagger,
    help="Who sees the names: fast (as it comes), accurate, rules, or a transformer of yours, by folder or name.",
)


@dataclass(slots=True)
class Refused:
    """Rejects told on standard error as they come; `end` leaves with exit status 1 where there were any."""

    told: list[Rejected] = field(default_factory=list)

    def sift(self, found: Iterable[T | Rejected]) -> Iterator[T]:
        for one in found:
            if isinstance(one, Rejected):
                self.tell(one)
            else:
                yield one

    def tell(self, rejected: Rejected) -> None:
        self.told.append(rejected)
        click.echo(f"riwaya: {rejected.subject}: {rejected.reason}: {rejected.detail}", err=True)

    def end(self) -> None:
        if self.told:
            click.get_current_context().exit(_REFUSED)
