"""What a suite gives back, and what the suites share: finding files, digests, token overlap, JSON Lines."""

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from riwaya.language.tokens import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number: `of` is what it was counted on; a `peer` figure is another package's.

    A floor holds it where `held`: a peer's is not, nor one that may fall while the work gets better.
    """

    name: str
    value: float
    of: int
    peer: bool = False
    held: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A suite's figures, the digest of the files they were taken from, and the misses worth reading."""

    suite: str
    digest: str
    figures: tuple[Figure, ...]
    misses: tuple[str, ...] = ()


def found(data: Path, *names: str) -> list[Path]:
    """The files of these names (globs) that lie in `data`, or in its `data/`, in order; each name tried in both."""
    return [
        path for name in names for root in (data, data / "data") for path in sorted(root.glob(name)) if path.is_file()
    ]


def wanted(data: Path, *names: str) -> list[Path]:
    """As `found`, but at least one must be there.

    Raises:
        FileNotFoundError: none is.
    """
    paths = found(data, *names)
    if not paths:
        message = f"{data} has none of {', '.join(names)}"
        raise FileNotFoundError(message)
    return paths


def digest(paths: Iterable[Path]) -> str:
    """Twelve hex digits over the names and bytes of `paths`."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        whole.update(path.name.encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:12]


def rows(path: Path) -> Iterator[dict[str, object]]:
    """JSON Lines, plain or gzipped."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def token_f1(gold: str, have: str) -> float:
    """F1 of folded words as bags, the measure of the body-extraction literature (Bevendorff et al. 2023)."""
    a, b = (Counter(t.folded for t in words(text)) for text in (gold, have))
    shared = (a & b).total()
    return 2 * shared / (a.total() + b.total()) if a or b else 1.0


def ratio(name: str, right: Sequence[bool]) -> Figure:
    """The share of True."""
    return Figure(name=name, value=sum(right) / len(right) if right else 0.0, of=len(right))
