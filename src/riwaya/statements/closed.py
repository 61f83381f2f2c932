"""Closed classes of words from `closed.tsv`, by the module that asks and the name it gives the class."""

from functools import cache

from riwaya.language import lexicon
from riwaya.language.letters import fold


@cache
def _sets() -> dict[str, frozenset[str]]:
    table = lexicon.rows("riwaya.statements", "closed.tsv")
    return {name: frozenset(map(fold, words.split())) for name, words in table}


def closed(name: str) -> frozenset[str]:
    """The folded words of one class; a name that is not in the table is a programmer's mistake."""
    return _sets()[name]
