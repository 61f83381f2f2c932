"""`riwaya measure SUITE DATA`: a suite scores the files that it finds in DATA and gives figures and their digest."""

from collections.abc import Callable
from importlib import import_module
from json import JSONDecodeError
from pathlib import Path

from riwaya.errors import RiwayaError
from riwaya.measure.report import Figure, Report

__all__ = ["SUITES", "Figure", "Report", "run"]

SUITES = (
    "pages",
    "dates",
    "statements",
    "ledger",
    "copies",
    "variants",
    "ner",
    "search",
    "stance",
    "claims",
    "stories",
    "keywords",
)


def run(suite: str, data: Path) -> Report:
    """Run one of SUITES on a folder laid out as `data/`, or one that holds `data/`, `gold/` and `seeds/`.

    Raises:
        FileNotFoundError: nothing in the folder that this suite can score.
        KeyError: no such suite.
        RiwayaError: a file there that is not laid out as it should be.
    """
    if suite not in SUITES:
        raise KeyError(suite)
    score: Callable[[Path], Report] = import_module(f"riwaya.measure.{suite}").score
    try:
        return score(data)
    except (JSONDecodeError, KeyError) as fault:
        message = f"{data} is not laid out as the public sets: {fault!r}"
        raise RiwayaError(message) from fault
