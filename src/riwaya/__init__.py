"""Riwaya: who said what in Arabic news, who copied whom, who confirmed, who denied, who left it out.

The verbs of the command line are functions here; they take and give the records of `riwaya.records`:

    for article in riwaya.read("page.html"): ...
    riwaya.build(["pages/"], "store"); riwaya.dossier("1", "store")

Each is loaded when first asked for, so `import riwaya` costs nothing. Four verbs bear the name of the room that does
the work (statements, copies, dates, dossier): there the room itself can be called, and still be looked into.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from riwaya.run.desk import build, search, stories, who
    from riwaya.run.pipeline import read

__version__ = "0.1.0"
__all__ = ["__version__", "build", "read", "search", "stories", "who"]

_VERBS = {
    "read": "riwaya.run.pipeline",
    "statements": "riwaya.run.pipeline",
    "copies": "riwaya.run.pipeline",
    "dates": "riwaya.run.pipeline",
    "build": "riwaya.run.desk",
    "stories": "riwaya.run.desk",
    "dossier": "riwaya.run.desk",
    "search": "riwaya.run.desk",
    "who": "riwaya.run.desk",
}
_ROOMS = {"statements", "copies", "dates", "dossier"}


class _Room(ModuleType):
    """A room whose name is a verb too: called, it does what the verb says."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - the verb's own signature
        return _verb(self.__name__.rpartition(".")[2])(*args, **kwargs)


class _House(ModuleType):
    """This package: the import system sets each room on it as it is loaded; those that are verbs become callable."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in _ROOMS and isinstance(value, ModuleType):
            value.__class__ = _Room
        super().__setattr__(name, value)


def _verb(name: str) -> Any:  # noqa: ANN401 - any of the verbs
    return getattr(import_module(_VERBS[name]), name)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any of the verbs
    if name in _ROOMS:
        return import_module(f"riwaya.{name}")
    if name in _VERBS:
        return _verb(name)
    message = f"module 'riwaya' has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted({*globals(), *_VERBS})


sys.modules[__name__].__class__ = _House
