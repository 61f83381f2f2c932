"""A question as full-text expressions: one for articles that hold all of it, a looser one for where few do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from riwaya.store.search.found import Run
from riwaya.store.search.keys import key
from riwaya.store.search.query import Group, Query, Term

_WAYS = 12  # of writing one term

Spelt = Mapping[str, Sequence[str]]  # folded word → other spellings of it


@dataclass(frozen=True, slots=True)
class Asked:
    """What a group asks for: the first keys of its ways of writing, and the very forms that were typed."""

    keys: frozenset[str]
    forms: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """FTS5 expressions, "" where nothing is asked; `loose` has one for each wanted group.

    `runs` is what to mark; `groups` what to weigh closely.
    """

    whole: str
    loose: tuple[str, ...]
    unwanted: str
    runs: tuple[Run, ...]
    groups: tuple[Asked, ...]


def plan(query: Query, spelt: Spelt) -> Plan:
    wanted = [group for group in query.words if group.wanted]
    unwanted = _either(_expression(group, {}) for group in query.words if not group.wanted)
    each = tuple(_expression(group, spelt) for group in wanted)
    whole = " AND ".join(each)
    return Plan(
        whole=f"({whole}) NOT {unwanted}" if whole and unwanted else whole,
        loose=each,
        unwanted=unwanted,
        runs=tuple(dict.fromkeys(run for group in wanted for run in runs(group, spelt))),
        groups=tuple(_asked(group, spelt) for group in wanted),
    )


def runs(group: Group, spelt: Spelt) -> list[Run]:
    """Every way of writing what a group asks for, as keys side by side."""
    return [run for term in group.any_of if isinstance(term, Term) for run in _ways(term, spelt)]


def _asked(group: Group, spelt: Spelt) -> Asked:
    forms = frozenset(part for term in group.any_of if isinstance(term, Term) for part in term.parts)
    return Asked(frozenset(run[0] for run in runs(group, spelt)), forms)


def _ways(term: Term, spelt: Spelt) -> Iterable[Run]:
    choices = [
        list(dict.fromkeys([own, *(key(other) for other in spelt.get(part, ()))]))
        for part, own in zip(term.parts, term.keys, strict=True)
    ]
    return islice(product(*choices), _WAYS)


def _expression(group: Group, spelt: Spelt) -> str:
    return _either('"' + " ".join(run) + '"' for run in runs(group, spelt))


def _either(expressions: Iterable[str]) -> str:
    listed = list(expressions)
    return f"({' OR '.join(listed)})" if listed else ""
