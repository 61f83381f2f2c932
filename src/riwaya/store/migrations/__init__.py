"""Numbered steps from one schema to the next: NNNN_name.sql, applied in order and never edited once shipped."""

import re
from functools import cache
from importlib import resources

_NAME = re.compile(r"(\d{4})_\w+\.sql")


@cache
def steps() -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Every migration as its number and its SQL statements, in order.

    Raises:
        ValueError: numbers that do not run 1, 2, 3 …
    """
    files = sorted((f for f in resources.files(__package__).iterdir() if _NAME.fullmatch(f.name)), key=lambda f: f.name)
    found = tuple((int(f.name[:4]), _statements(f.read_text("utf-8"))) for f in files)
    if [number for number, _ in found] != list(range(1, len(found) + 1)):
        message = f"migrations out of order: {[f.name for f in files]}"
        raise ValueError(message)
    return found


def newest() -> int:
    return len(steps())


def _statements(sql: str) -> tuple[str, ...]:
    lines = (line for line in sql.splitlines() if not line.startswith("--"))
    return tuple(part.strip() for part in "\n".join(lines).split(";") if part.strip())
