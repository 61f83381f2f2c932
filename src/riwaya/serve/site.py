"""What all requests share: the store, the clock that the edge gave, and what was made of stories before."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
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
        self._waiting: set[Hashable] = set()
        self._behind = ThreadPoolExecutor(1, "made-ahead")
        self.ending = Event()  # whoever keeps a connection open lets it go then

    def close(self) -> None:
        self.ending.set()
        self._behind.shutdown(cancel_futures=True)
        self.store.close()

    def told(self, story: str) -> Told | None:
        """The story of that id with its articles; None where there is none."""
        return self.kept(("told", story), lambda: self._told(story))

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, or gave for this key while the store said the same; two may make it at once."""
        version = self.store.version()
        with self._lock:
            self._of(version)
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

    def soon(self, key: Hashable, make: Callable[[], T]) -> T | None:
        """What was made for this key; None where it is still to be made, which begins now, one after another."""
        version = self.store.version()
        with self._lock:
            self._of(version)
            if key in self._made:
                return cast("T", self._made[key])
            if key in self._waiting or self.ending.is_set():
                return None
            self._waiting.add(key)
        self._behind.submit(self._make, key, make)
        return None

    def _of(self, version: str) -> None:
        """Forget what was made when the store said something else."""
        if version != self._version:
            self._made.clear()
            self._version = version

    def _make(self, key: Hashable, make: Callable[[], object]) -> None:
        try:
            if not self.ending.is_set():
                self.kept(key, make)
        finally:
            with self._lock:
                self._waiting.discard(key)

    def _told(self, story: str) -> Told | None:
        held = self.store.story(story)
        return None if held is None else Told(desk.tell(self.store, held), tuple(self.store.articles(held.articles)))
