"""Cursors of lists: where a page ended, opaque to whoever hands it back."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode

from riwaya.serve.api.problem import ProblemError
from riwaya.store.lists import Key

_PARTS = 2


def written(key: Key) -> str:
    return urlsafe_b64encode(json.dumps(key, ensure_ascii=False).encode()).decode().rstrip("=")


def read(cursor: str | None, *, numbers: int = 0) -> Key | None:
    """The key that a cursor means, the first `numbers` of its parts whole numbers.

    Raises:
        ProblemError: 404, no list gave it.
    """
    if cursor is None:
        return None
    fault = ProblemError(404, "there is no such place: after must be what this list gave as next", "after")
    try:
        told = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError) as wrong:
        raise fault from wrong
    if not isinstance(told, list) or len(told) != _PARTS or not all(isinstance(part, str) for part in told):
        raise fault
    if not all(part.isascii() and part.isdecimal() and len(part) < 16 for part in told[:numbers]):  # noqa: PLR2004
        raise fault
    return told[0], told[1]
