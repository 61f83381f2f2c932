"""What a resource declares, and one call of it with its parameters checked."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from starlette.requests import Request

from riwaya.serve.api.problem import ProblemError
from riwaya.serve.page import Asked
from riwaya.serve.reader import Reader
from riwaya.serve.site import Site

T = TypeVar("T")
_NUMBER = re.compile(r"[0-9]{1,9}")
_UNSAID = re.compile(r"[\x00-\x1f\x7f]")  # no name, word or cursor holds a control character


class Format(StrEnum):
    JSON = "json"
    CSV = "csv"
    MD = "md"


MEDIA_TYPES = {Format.JSON: "application/json", Format.CSV: "text/csv", Format.MD: "text/markdown"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Param:
    """One parameter. `choices` are all that a word may be; `least` and `most` bound a number, or a word's length."""

    name: str
    says: str
    number: bool = False
    choices: tuple[str, ...] = ()
    least: int = 1
    most: int = 1_000
    default: str | int | None = None
    needed: bool = False
    refers: bool = False  # to something that may not be there

    def read(self, given: str) -> str | int:
        """What was given, as its kind.

        Raises:
            ProblemError: 400, it can't be one.
        """
        if self.number:
            if not _NUMBER.fullmatch(given) or not self.least <= int(given) <= self.most:
                self._refuse(f"a whole number from {self.least} to {self.most}")
            return int(given)
        if self.choices and given not in self.choices:
            self._refuse(f"one of {', '.join(self.choices)}")
        if not self.least <= len(given) <= self.most or _UNSAID.search(given):
            self._refuse(f"text of {self.least} to {self.most} characters, none of them a control character")
        return given

    def _refuse(self, wanted: str) -> None:
        raise ProblemError(400, f"{self.name} must be {wanted}", self.name)


@dataclass(frozen=True, slots=True)
class Call:
    """One request as its page would have it, and the parameters as declared."""

    asked: Asked
    given: Mapping[str, str | int | None]

    @property
    def site(self) -> Site:
        return self.asked.site

    @property
    def reader(self) -> Reader:
        return self.asked.reader

    def text(self, name: str) -> str | None:
        value = self.given[name]
        return None if value is None else str(value)

    def word(self, name: str) -> str:
        """A text that is there: needed, or with a default."""
        return str(self.given[name])

    def number(self, name: str) -> int:
        return int(self.given[name] or 0)

    def flag(self, name: str) -> bool:
        return self.given[name] == "true"


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A page of a list. `next` is the cursor of the page after it; None where this is the last."""

    items: tuple[T, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """`gives` is the dataclass that `answer` returns; where `table` it leaves as CSV too."""

    name: str
    path: str
    says: str
    gives: Any
    answer: Callable[[Call], object]
    params: tuple[Param, ...] = ()
    table: bool = False
    markdown: Callable[[Call], str] | None = None

    @property
    def formats(self) -> tuple[Format, ...]:
        return (Format.JSON, *((Format.CSV,) if self.table else ()), *((Format.MD,) if self.markdown else ()))

    @property
    def absent(self) -> bool:
        """Whether it may say that there is nothing of that name, or no such place in its list."""
        return any(param.name in self.in_path or param.refers for param in self.params)

    @property
    def in_path(self) -> frozenset[str]:
        return frozenset(re.findall(r"{(\w+)}", self.path))

    @property
    def all_params(self) -> tuple[Param, ...]:
        if len(self.formats) == 1:
            return self.params
        choices = tuple(map(str, self.formats))
        return (*self.params, Param(name="format", says="how it is written", choices=choices, default="json"))

    def call(self, request: Request) -> Call:
        """The request read as this resource declares.

        Raises:
            ProblemError: 400, a parameter that is unknown, given twice, missing or not what it must be.
        """
        known = {param.name: param for param in self.all_params}
        typed = request.query_params.multi_items()
        for name, _ in typed:
            if name not in known or name in self.in_path:
                raise ProblemError(400, f"no such parameter here; there are {', '.join(known) or 'none'}", name[:80])
            if sum(other == name for other, _ in typed) > 1:
                raise ProblemError(400, f"{name} may be given once", name)
        asked = {**dict(typed), **{name: str(request.path_params[name]) for name in self.in_path}}
        given: dict[str, str | int | None] = {}
        for name, param in known.items():
            if name not in asked and (param.needed or name in self.in_path):
                raise ProblemError(400, f"{name} is needed: {param.says}", name)
            given[name] = param.read(asked[name]) if name in asked else param.default
        return Call(Asked.of(request), given)
