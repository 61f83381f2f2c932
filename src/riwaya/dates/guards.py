"""Words beside a time that decide whether it is one: صلاة before الجمعة, العالمي after اليوم."""

from functools import cache

from riwaya.language import lexicon
from riwaya.language.letters import fold


@cache
def guard(name: str) -> frozenset[str]:
    """The folded words of one guard."""
    found = frozenset(fold(form) for form, of in lexicon.rows("riwaya.dates", "guards.tsv") if of == name)
    if not found:
        raise KeyError(name)
    return found
