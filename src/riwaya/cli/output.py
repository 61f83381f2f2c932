"""Standard output: JSON Lines for programs, Arabic lines for people.

On a terminal every line begins with a right-to-left mark, so that terminals which order text both ways set it from
the right, and Latin names, numbers and paths are isolated, so that they don't pull their neighbours along. Colour only
where a terminal shows it and NO_COLOR does not forbid it. A pipe gets the letters alone.
"""

import os
import re
import shutil
import sys
from dataclasses import dataclass
from enum import Enum
from functools import cache

import click
import msgspec

_RLM, _LRI, _PDI = "\u200f", "\u2066", "\u2069"
_WIDEST = 100
_UNSEEN = re.compile(r"\x1b\[[0-9;]*m|[\u200b-\u200f\u2066-\u2069\u064b-\u065f\u0670]")  # takes no room in a line


class Tone(Enum):
    """Colours that stand apart on dark and light grounds; PLAIN is the terminal's own ink."""

    PLAIN = None
    STRONG = "strong"
    FAINT = "faint"
    GREEN = "green"
    RED = "red"
    AMBER = "yellow"
    BLUE = "blue"
    VIOLET = "magenta"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where lines for people go: `terminal` adds marks of direction, `width` breaks lines (0: never)."""

    terminal: bool
    colour: bool
    width: int

    def line(self, text: str = "", indent: int = 0) -> None:
        """A paragraph, broken at the sheet's width, each line set from the right."""
        margin = " " * indent
        room = max(self.width - indent, 20)
        for part in _broken(text, room) if self.width else [text]:
            click.echo(f"{_RLM if self.terminal and part else ''}{margin}{part}", color=self.colour)

    def tone(self, text: str, tone: Tone) -> str:
        if not self.colour or tone is Tone.PLAIN or not text:
            return text
        if tone is Tone.STRONG:
            return click.style(text, bold=True)
        return click.style(text, dim=True) if tone is Tone.FAINT else click.style(text, fg=tone.value)

    def apart(self, text: object) -> str:
        """A Latin name, number, day or path, kept in its own order."""
        return f"{_LRI}{text}{_PDI}" if self.terminal else str(text)


def _broken(text: str, room: int) -> list[str]:
    """The text in lines of at most `room` letters that are seen, broken at blanks."""
    lines, used = [""], 0
    for word in text.split(" "):
        size = len(_UNSEEN.sub("", word))
        if used and used + 1 + size > room:
            lines.append(word)
            used = size
        else:
            lines[-1] += f" {word}" if lines[-1] else word
            used += size + (used > 0)
    return lines


def sheet() -> Sheet:
    """The sheet for this run's standard output."""
    terminal = sys.stdout.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    width = min(shutil.get_terminal_size().columns, _WIDEST) if terminal else 0
    return Sheet(terminal=terminal, colour=terminal and not plain, width=width)


def json_line(record: object) -> None:
    """One record as one line of UTF-8."""
    sys.stdout.buffer.write(_encoder().encode(record) + b"\n")


@cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder()
