"""One page must not cost an archive its night: a step that breaks is counted instead of raised, never passed over.

The verbs of the library raise (a fault of ours should be seen at once); the command line and `local.build` read through
here, tell the page with the fault's name and place, and end with exit status 1.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

from riwaya.errors import Reason, Rejected
from riwaya.records import Capture
from riwaya.run import pipeline
from riwaya.run.pipeline import PAGE_STEPS, PageStep, Readings

T = TypeVar("T")
_LONGEST = 200  # letters of what the error says


def attempt(capture: Capture, steps: Sequence[PageStep] = PAGE_STEPS) -> Readings | Rejected:
    """`pipeline.read_page`, guarded."""
    return guarded(capture, partial(pipeline.read_page, steps=steps))


def guarded(capture: Capture, do: Callable[[Capture], T | Rejected]) -> T | Rejected:
    """What `do` gives; where it breaks, a reject that names the error and where it arose."""
    try:
        return do(capture)
    except Exception as fault:  # noqa: BLE001 - counted and shown as Reason.FAILED, tried again at the next build
        where = extract_tb(fault.__traceback__)[-1]
        place = f"{Path(where.filename).parent.name}/{Path(where.filename).name}:{where.lineno}"
        said = " ".join(str(fault).split())[:_LONGEST]
        detail = f"{type(fault).__name__} in {place}: {said}; a fault of Riwaya, please report it"
        return Rejected(subject=capture.name, reason=Reason.FAILED, detail=detail)
