"""What all requests share: the store, the clock that the edge gave, and dossiers that were made before."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from riwaya.records import Article, Dossier
from riwaya.run import desk
from riwaya.store import Store

Clock = Callable[[], datetime]
_KEPT = 64  # dossiers held: a front page's stories and what a newsroom has open


@dataclass(frozen=True, slots=True)
class Told:
    """A dossier and the articles that its spans lie in."""

    dossier: Dossier
    articles: tuple[Article, ...]


class Site:
    """One store, read by many threads. A dossier made is kept until a build replaces stories or a name is decided."""

    def __init__(self, directory: str | Path, now: Clock) -> None:
        self.store = Store.existing(directory)
        self.now = now
        self._made: OrderedDict[str, Told] = OrderedDict()
        self._version = ""
        self._lock = Lock()

    def close(self) -> None:
        self.store.close()

    def told(self, story: str) -> Told | None:
        """The story of that id with its articles; None where there is none."""
        with self._lock:
            self._forget()
            if story in self._made:
                self._made.move_to_end(story)
                return self._made[story]
        held = self.store.story(story)
        if held is None:
            return None
        made = Told(desk.tell(self.store, held), tuple(self.store.articles(held.articles)))
        with self._lock:
            self._made[story] = made
            while len(self._made) > _KEPT:
                self._made.popitem(last=False)
        return made

    def _forget(self) -> None:
        version = self.store.version()
        if version != self._version:
            self._made.clear()
            self._version = version
