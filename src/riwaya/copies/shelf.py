"""What is known of every text beside its words: a row of a table that grows at its end."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

import numpy as np

from riwaya.copies.words import Words
from riwaya.records import Article

NO_DAY = 1 << 30  # after every day
ROW = np.dtype(
    [("day", "i4"), ("house", "i4"), ("length", "i4"), ("key", "u8"), ("whole", "u8"), ("capture", "u8"), ("gone", "?")]
)


def day_of(article: Article) -> date | None:
    """The day it was published, else captured."""
    if article.published_at:
        return article.published_at.first
    return article.captured_at.date() if article.captured_at else None


def house_of(article: Article) -> str:
    """The outlet, or the article alone where no outlet is known: what no house owns is no house's footer."""
    return article.outlet or article.publisher or article.id


def number(name: bytes) -> int:
    """A name as a number that any process gives it."""
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "little")


@dataclass(slots=True)
class Shelf:
    """Text n has the row n. `key` orders texts of one day, `whole` is one for texts of the very same words."""

    size: int = 0
    _rows: np.ndarray = field(default_factory=lambda: np.zeros(16, ROW))
    houses: dict[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> np.ndarray:
        return self._rows[: self.size]

    def add(self, articles: Sequence[Article], words: Words) -> int:
        """Rows for texts that arrive; the number of the first."""
        first, self.size = self.size, self.size + len(articles)
        if self.size > len(self._rows):
            self._rows = np.concatenate((self._rows, np.zeros(max(self.size, len(self._rows)), ROW)))
        for place, article in enumerate(articles):
            day = day_of(article)
            house = self.houses.setdefault(house_of(article), len(self.houses))
            hashes = words.of(place).hashes
            keys = number(article.id.encode()), number(hashes.tobytes()), number(article.capture.encode())
            self._rows[first + place] = (day.toordinal() if day else NO_DAY, house, len(hashes), *keys, False)
        return first

    def pop(self) -> None:
        """Forget the last row."""
        self.size -= 1

    def load(self, rows: np.ndarray, houses: Sequence[str]) -> None:
        """Take these rows in the place of all."""
        self._rows, self.size = rows.copy(), len(rows)
        self.houses = {house: place for place, house in enumerate(houses)}

    def in_time(self, texts: np.ndarray) -> np.ndarray:
        """The texts, the earliest first."""
        rows = self._rows[texts]
        ordered: np.ndarray = texts[np.lexsort((rows["key"], rows["day"]))]
        return ordered

    def before(self, one: int, other: int) -> bool:
        """Whether `one` comes first in time."""
        a, b = self._rows[one], self._rows[other]
        return (int(a["day"]), int(a["key"])) <= (int(b["day"]), int(b["key"]))

    def gap(self, one: int, other: int) -> int:
        """Days between two texts; none where a day is unknown."""
        days = int(self._rows[one]["day"]), int(self._rows[other]["day"])
        return 0 if NO_DAY in days else abs(days[0] - days[1])
