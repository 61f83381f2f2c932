"""Limits, read from the environment once, at the edge; every other room takes them from here."""

import os
from dataclasses import dataclass
from functools import cache
from typing import Final

from riwaya.errors import RiwayaError

MAX_CAPTURE_BYTES: Final = 64 << 20  # the largest page seen in the wild is a tenth of this
MAX_LINE_LETTERS: Final = 1_000_000  # five times the longest novel's chapter: no paragraph
TAGGER: Final = "fast"
MAX_SPOOL_BYTES: Final = 8 << 30  # a Parquet or zip file that came through a pipe has to be laid down on disk first


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`capture_bytes` bounds what is held in memory of one capture, `line_letters` one line of a page.

    `tagger` sees the names: fast, accurate, rules, or a transformer of the user's by folder or name.
    """

    capture_bytes: int = MAX_CAPTURE_BYTES
    line_letters: int = MAX_LINE_LETTERS
    spool_bytes: int = MAX_SPOOL_BYTES
    tagger: str = TAGGER
    webhook_hosts: frozenset[str] = frozenset()
    webhook_secret: str = ""


@cache
def current() -> Settings:
    """The settings of this run: defaults, or what the environment says.

    RIWAYA_MAX_CAPTURE_BYTES, RIWAYA_MAX_LINE_LETTERS, RIWAYA_MAX_SPOOL_BYTES, RIWAYA_TAGGER; RIWAYA_WEBHOOK_HOSTS
    (names between commas) and RIWAYA_WEBHOOK_SECRET for alerts.

    Raises:
        RiwayaError: where one of them is not a whole number above zero.
    """
    return Settings(
        capture_bytes=_number("RIWAYA_MAX_CAPTURE_BYTES", MAX_CAPTURE_BYTES),
        line_letters=_number("RIWAYA_MAX_LINE_LETTERS", MAX_LINE_LETTERS),
        spool_bytes=_number("RIWAYA_MAX_SPOOL_BYTES", MAX_SPOOL_BYTES),
        tagger=os.environ.get("RIWAYA_TAGGER") or TAGGER,
        webhook_hosts=frozenset(host.strip() for host in os.environ.get("RIWAYA_WEBHOOK_HOSTS", "").split(",")) - {""},
        webhook_secret=os.environ.get("RIWAYA_WEBHOOK_SECRET", ""),
    )


def choose_tagger(name: str) -> None:
    """Take `name` for this run, its worker processes among them."""
    os.environ["RIWAYA_TAGGER"] = name
    current.cache_clear()


def _number(name: str, default: int) -> int:
    given = os.environ.get(name, str(default))
    if not given.isascii() or not given.isdecimal() or int(given) == 0:
        message = f"{name} must be a whole number above zero, not {given!r}"
        raise RiwayaError(message)
    return int(given)
