"""A list of records as a table: a column a plain field, dotted where it lies within another record."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from riwaya.serve.page import Sheet

_BETWEEN = "; "


def sheet(title: str, items: Iterable[object]) -> Sheet:
    """Columns in the order in which the first item that has them does."""
    rows = [dict(_cells(msgspec.to_builtins(item))) for item in items]
    head = tuple(dict.fromkeys(name for row in rows for name in row))
    return Sheet(title=title, head=head, rows=tuple(tuple(row.get(name, "") for name in head) for row in rows))


def _cells(record: Mapping[str, Any], before: str = "") -> Iterable[tuple[str, str]]:
    for name, value in record.items():
        if isinstance(value, dict):
            yield from _cells(value, f"{before}{name}.")
        elif isinstance(value, (list, tuple)):
            if all(not isinstance(one, (dict, list)) for one in value):
                yield f"{before}{name}", _BETWEEN.join(map(str, value))
        else:
            yield f"{before}{name}", "" if value is None else str(value)
