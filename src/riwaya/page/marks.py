"""What class and id attributes call an element, by the words in them (marks.tsv)."""

import re
from enum import IntEnum
from functools import cache, lru_cache
from itertools import pairwise

from riwaya.language import lexicon

_SHOWN = re.compile(r"\b(?:d-(?:sm|md|lg|xl)-(?:block|flex|inline)|(?:sm|md|lg|xl):(?:block|flex))")
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


class Mark(IntEnum):
    """How surely an element is furniture."""

    NONE = 0
    SOFT = 1
    HARD = 2
    SURE = 3


class Holds(IntEnum):
    """How plainly markup calls an element the article."""

    NOTHING = 0
    MAIN = 1
    ARTICLE = 2
    BODY = 3
    STATED = 4  # itemprop="articleBody"


@lru_cache(maxsize=1 << 14)  # archives repeat their classes, and number their ids without end
def of_names(classes: str, name: str, whole_page: bool) -> tuple[Mark, Holds, bool]:  # noqa: FBT001  # a key of the cache
    marks = {mark for part in _parts(classes, name) for mark in _marks().get(part, ())}
    holds = Holds.BODY if "body" in marks else Holds.NOTHING
    if whole_page:
        return Mark.NONE, holds, False
    if "soft" in marks and _SHOWN.search(classes):
        marks.discard("soft")
    mark = next((m for m in (Mark.SURE, Mark.HARD, Mark.SOFT) if m.name.lower() in marks), Mark.NONE)
    return mark, holds if mark < Mark.HARD else Holds.NOTHING, "caption" in marks


def _parts(classes: str, name: str) -> set[str]:
    """`td-post-sharing` is post, sharing and post-sharing; `ShareDiv` is share and div; whole classes carry a `=`."""
    found: set[str] = set()
    for word in [*classes.split(), *([name] if name and "$" not in name and "ctl00" not in name else [])]:
        parts = [part.lower() for part in _PARTS.findall(word)]
        found.update(parts, (f"{a}-{b}" for a, b in pairwise(parts)))
        found.update(("-".join(parts), word.lower(), f"={word.lower()}", f"={'-'.join(parts)}"))
    return found


@cache
def _marks() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, mark in lexicon.rows("riwaya.page", "marks.tsv"):
        found[word] = (*found.get(word, ()), mark)
    return found
