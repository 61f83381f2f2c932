"""A row of a file to the fields of an article, by the names that files use for them (fields.tsv)."""

from collections.abc import Iterable, Mapping
from functools import cache

from riwaya.language import lexicon

_INSIDE = ("name", "title", "rendered", "text", "content", "term", "value", "label", "#text", "_", "url", "$date")
_PARAGRAPHS = frozenset({"content", "keywords", "html"})  # lists that stay a line each; others are one run of words
_DEPTH = 4


def read(row: Mapping[str, object]) -> dict[str, str]:
    """The article fields of `row` that are stated, as text; `content` and `html` among them."""
    given = {key.strip().lower().replace("-", "_").replace(" ", "_"): key for key in reversed(list(row))}
    found: dict[str, str] = {}
    for hint, name in _names():
        key = given.get(name)
        if key is None or hint in found:
            continue
        text = plain(row[key], "\n" if hint in _PARAGRAPHS else "، ")
        if text:
            found[hint] = text
    return found


def names(keys: Iterable[str], *hints: str) -> bool:
    """Is one of these field names a name of one of `hints`?"""
    lowered = {key.strip().lower() for key in keys}
    return any(name in lowered for hint, name in _names() if hint in hints)


def plain(value: object, joint: str, depth: int = _DEPTH) -> str:
    """The words of a value, however it is wrapped: {"name": …}, {"rendered": …}, a list of either."""
    if value is None or isinstance(value, bool) or depth == 0:
        return ""
    if isinstance(value, dict):
        return next((text for key in _INSIDE if (text := plain(value.get(key), joint, depth - 1))), "")
    if isinstance(value, list):
        return joint.join(text for item in value if (text := plain(item, joint, depth - 1)))
    return str(value).strip()


@cache
def _names() -> tuple[tuple[str, str], ...]:
    return tuple((hint, name) for hint, name in lexicon.rows("riwaya.page", "fields.tsv"))
