"""The patterns of the grammar by the name that `Statement.rule` gives them."""

from dataclasses import dataclass
from functools import cache

from riwaya.language import lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`pattern` is its shape (قال X إن …), `reads` what it reads, both in Arabic."""

    name: str
    pattern: str
    reads: str


def rule(name: str) -> Rule:
    """The rule of this name.

    Raises:
        KeyError: there is none.
    """
    return _rules()[name]


@cache
def _rules() -> dict[str, Rule]:
    rows = lexicon.rows("riwaya.statements", "rules.tsv")
    return {name: Rule(name=name, pattern=pattern, reads=reads) for name, pattern, reads in rows}
