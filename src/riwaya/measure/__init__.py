"""`riwaya measure SUITE DATA`: a suite scores the files that it finds in DATA and gives figures and their digest."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from riwaya.measure.report import Figure, Report

__all__ = ["SUITES", "Figure", "Report", "run"]

SUITES = ("pages", "dates", "statements", "copies")


def run(suite: str, data: Path) -> Report:
    """Run one of SUITES on a folder laid out as `data/`, or one that holds `data/`, `gold/` and `seeds/`.

    Raises:
        FileNotFoundError: nothing in the folder that this suite can score.
        KeyError: no such suite.
    """
    if suite not in SUITES:
        raise KeyError(suite)
    score: Callable[[Path], Report] = import_module(f"riwaya.measure.{suite}").score
    return score(data)
