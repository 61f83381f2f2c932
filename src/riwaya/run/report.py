"""What a build did: counted as it goes, told at its end."""

from collections import Counter
from dataclasses import dataclass, field

from riwaya.errors import Reason, Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """How far a build is. `done` counts captures while reading; the steps after that have no count."""

    step: str
    done: int = 0


@dataclass(slots=True)
class Report:
    """Counts of one build: captures seen, of them `known` from earlier runs and `read` in this one; articles found."""

    captures: int = 0
    known: int = 0
    read: int = 0
    articles: int = 0
    statements: int = 0
    rejects: list[Rejected] = field(default_factory=list)

    def reasons(self) -> dict[Reason, int]:
        """How many were rejected, by reason, the commonest first."""
        return dict(Counter(rejected.reason for rejected in self.rejects).most_common())
