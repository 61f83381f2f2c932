"""The command line: one file a command, loaded when it is called for, so that `riwaya --help` answers at once."""

import contextlib
import errno
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn, TextIO

import click

from riwaya import __version__
from riwaya.errors import RiwayaError

__all__ = ["COMMANDS", "commands", "main"]

WRONG_USAGE = 2
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}  # on the disk that standard output goes to
STOPPED = 130  # as shells say of a command ended by Ctrl-C
# Each is a module of this room; what `riwaya --help` says of it stands here, so that help loads none of them.
COMMANDS = {
    "read": "pages in, articles out; every line labelled",
    "statements": "who said what",
    "copies": "who copied whom",
    "dates": "the dates in a text, resolved",
    "build": "everything, into a store; a second run adds only what is new",
    "stories": "the stories of a store",
    "dossier": "one story told whole",
    "search": "articles that hold these words",
    "stance": "which articles agree with a claim, disagree or discuss it",
    "who": "everything one person said, by story and day",
    "names": "how each outlet spells a name, and why spellings are one; merge, split",
    "serve": "read a store in a browser, on this machine",
    "users": "who may read and who may edit, where others can reach it",
    "alerts": "saved searches, told by feed, webhook and mail file",
    "mcp": "search, stories, speakers and articles for language-model tools",
    "measure": "score Riwaya on public sets",
}


class _Lazy(click.Group):
    """Knows its commands by name; imports one when it is run or asked about."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"riwaya.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        try:
            return super().invoke(ctx)
        except RiwayaError as fault:
            raise _Told(str(fault)) from fault
        except BrokenPipeError as fault:  # click would make an error of it
            raise _LeftError from fault
        except KeyboardInterrupt as fault:
            raise click.Abort from fault


class _Told(click.ClickException):
    """What the user must mend, in one line."""

    exit_code = WRONG_USAGE

    def show(self, file: Any = None) -> None:  # noqa: ANN401 - click's signature
        click.echo(f"riwaya: {self.message}", file=file, err=True)


class _LeftError(Exception):
    """Whoever reads our output has seen enough."""


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, package_name="riwaya")
def commands() -> None:
    """Who said what in Arabic news, who copied whom, who confirmed, denied, declined, or left it out.

    PATH is a file or folder of text, HTML, feeds, WARC, JSON Lines or Parquet, plain or compressed, told apart by its
    content; "-" is standard input. Exit 0 done, 1 done but some input was refused, 2 wrong usage.
    """


def main() -> NoReturn:
    """Run the command line and leave with its exit status."""
    sys.exit(_status())


def _status() -> int:
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by the shell: >&-
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open as long as we run
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
    try:
        status = commands.main(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo(f"{_after_the_sign()}riwaya: stopped; what was stored stays", err=True)
        _drop(sys.stdout)
        return STOPPED
    except (BrokenPipeError, _LeftError):
        _drop(sys.stdout)
        return 0
    except OSError as fault:
        if fault.errno not in _NO_ROOM:
            raise
        click.echo(f"riwaya: the output can't be written: {fault.strerror}", err=True)
        _drop(sys.stdout)
        return WRONG_USAGE
    return status if isinstance(status, int) else 0


def _after_the_sign() -> str:
    """A terminal has written ^C on the line."""
    return "\n" if sys.stderr.isatty() else ""


def _drop(stream: TextIO) -> None:
    """Let what is still to be written fall, so that the interpreter does not try again as it ends."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
