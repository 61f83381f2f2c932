"""How often one address or user may ask: a bucket that fills with time and holds so much at most."""

from collections import OrderedDict
from dataclasses import dataclass, field
from time import monotonic
from typing import Final

_HELD: Final = 10_000  # askers remembered; the one asked least lately is forgotten first


@dataclass(slots=True)
class Limit:
    """`each` requests a second in the long run, `burst` at once."""

    each: float
    burst: int
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def wait(self, asker: str, now: float | None = None) -> float:
        """Seconds until `asker` may ask again; 0 where it may now, which is counted."""
        at = monotonic() if now is None else now
        left, last = self._left.pop(asker, (float(self.burst), at))
        left = min(float(self.burst), left + (at - last) * self.each)
        may = left >= 1
        self._left[asker] = (left - 1 if may else left, at)
        while len(self._left) > _HELD:
            self._left.popitem(last=False)
        return 0.0 if may else (1 - left) / self.each
