"""Outlets, agencies and aggregators as declared in outlets/*.toml; lines of single sites in outlets/sites/*.toml.

A new outlet is a new `[[outlet]]` in one of those files; no line of code knows an outlet's name.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources

from riwaya.language.hosts import host
from riwaya.language.letters import fold


class OutletKind(StrEnum):
    OUTLET = "outlet"
    AGENCY = "agency"
    AGGREGATOR = "aggregator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """`code` is an agency's Latin code; `aliases` are its spellings in credit lines and in files of rows."""

    name: str
    kind: OutletKind
    code: str | None = None
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLine:
    """Lines of one site that match `pattern` (on folded text) carry `label`, on pages from `since` to `until`."""

    label: str
    pattern: re.Pattern[str]
    since: date = date.min
    until: date = date.max


def key(name: str) -> str:
    """What the spellings of one outlet's name have in common: أ.ف.ب, ا ف ب → افب."""
    return re.sub(r"\W+", "", fold(name))


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every declaration, in the order of the files' names."""
    folder = resources.files("riwaya.article").joinpath("outlets")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(_outlet(entry) for file in files for entry in tomllib.loads(file.read_text("utf-8"))["outlet"])


def _outlet(entry: dict[str, str | list[str]]) -> Outlet:
    code = entry.get("code")
    return Outlet(
        name=str(entry["name"]),
        kind=OutletKind(str(entry["kind"])),
        code=str(code) if code else None,
        aliases=tuple(entry.get("aliases", ())),
        domains=tuple(entry.get("domains", ())),
    )


@cache
def _by_key() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            found.setdefault(key(name), outlet)
    return found


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


def named(name: str) -> Outlet | None:
    """The outlet that a credit line, a row or a hint names, by any of its spellings."""
    return _by_key().get(key(name))


def of_url(url: str | None) -> Outlet | None:
    """The outlet whose site an address belongs to."""
    parts = host(url).split(".")
    return next((o for i in range(len(parts) - 1) if (o := _by_domain().get(".".join(parts[i:])))), None)


@cache
def site_lines(outlet: str) -> tuple[SiteLine, ...]:
    """What is known of the lines of one outlet's own pages; none for most."""
    return sites().get(outlet, ())


@cache
def sites() -> dict[str, tuple[SiteLine, ...]]:
    """Lines of single sites, by the declared outlet's name."""
    folder = resources.files("riwaya.article").joinpath("outlets", "sites")
    found: dict[str, tuple[SiteLine, ...]] = {}
    for file in folder.iterdir():
        if file.name.endswith(".toml"):
            declared = tomllib.loads(file.read_text("utf-8"))
            found[declared["outlet"]] = tuple(_site_line(entry) for entry in declared["line"])
    return found


def _site_line(entry: dict[str, str | date]) -> SiteLine:
    dated = {name: day for name in ("since", "until") if isinstance(day := entry.get(name), date)}
    return SiteLine(label=str(entry["label"]), pattern=re.compile(str(entry["pattern"])), **dated)
