"""What a reader saw last: the newest article of the visit before this one, kept in a cookie of three numbers."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Self

_WRITTEN = re.compile(r"(\d{1,12})\.(\d{1,12})\.(\d{1,12})")
_VISIT = 20 * 60  # seconds without a look after which a new visit begins


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """`base` is what was newest when this visit began, `newest` at its last look, `at` when that was, in seconds."""

    base: int = 0
    newest: int = 0
    at: int = 0

    @classmethod
    def of(cls, cookie: str, now: datetime) -> Self:
        found = _WRITTEN.fullmatch(cookie)
        if found is None:
            return cls()
        base, newest, at = (int(part) for part in found.groups())
        if now.timestamp() - at > _VISIT:
            base = newest
        return cls(base=base, newest=newest, at=at)

    @property
    def known(self) -> bool:
        """Whether the reader was here before: to one who was not, nothing is new."""
        return self.at > 0

    def renewed(self, newest: int, now: datetime) -> Self:
        base = self.base if self.known else newest
        return type(self)(base=base, newest=newest, at=int(now.timestamp()))

    def written(self) -> str:
        return f"{self.base}.{self.newest}.{self.at}"
