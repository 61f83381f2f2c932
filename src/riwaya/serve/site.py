"""What all requests share: the store, the clock that the edge gave, and what was made of stories before."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event, Lock
from typing import TypeVar, cast

from riwaya.records import Article, Dossier
from riwaya.run import desk
from riwaya.serve.access.accounts import Accounts
from riwaya.serve.access.limits import Limit
from riwaya.serve.access.sessions import Sessions
from riwaya.store import Store

Clock = Callable[[], datetime]
T = TypeVar("T")
_KEPT = 256  # things made that are held: a front page's stories and what a newsroom has open


@dataclass(frozen=True, slots=True)
class Told:
    """A dossier and the articles that its spans lie in."""

    dossier: Dossier
    articles: tuple[Article, ...]


class Site:
    """One store, read by many threads. What was made is kept until a build replaces stories or a name is decided."""

    def __init__(self, directory: str | Path, now: Clock, accounts: Accounts | None = None) -> None:
        self.store = Store.existing(directory)
        self.now = now
        self.accounts = accounts
        self.sessions = Sessions()
        self.guesses = Limit(each=1 / 12, burst=10)  # of passwords
        self._made: OrderedDict[Hashable, object] = OrderedDict()
        self._version = ""
        self._lock = Lock()
        self.ending = Event()  # whoever keeps a connection open lets it go then

    def close(self) -> None:
        self.store.close()

    def told(self, story: str) -> Told | None:
        """The story of that id with its articles; None where there is none."""
        return self.kept(("told", story), lambda: self._told(story))

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, or gave for this key while the store said the same; two may make it at once."""
        version = self.store.version()
        with self._lock:
            if version != self._version:
                self._made.clear()
                self._version = version
            if key in self._made:
                self._made.move_to_end(key)
                return cast("T", self._made[key])
        made = make()
        with self._lock:
            if version == self._version:
                self._made[key] = made
            while len(self._made) > _KEPT:
                self._made.popitem(last=False)
        return made

    def _told(self, story: str) -> Told | None:
        held = self.store.story(story)
        return None if held is None else Told(desk.tell(self.store, held), tuple(self.store.articles(held.articles)))
