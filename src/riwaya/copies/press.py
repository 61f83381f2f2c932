"""All texts of a press, ready to be asked: what stands in which run, and which pairs are worth aligning."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from riwaya.copies import candidates, postings
from riwaya.copies.candidates import Groups
from riwaya.copies.judge import Job, Material
from riwaya.copies.postings import Postings
from riwaya.copies.proof import Seen, covered
from riwaya.copies.shelf import Shelf
from riwaya.copies.words import Counts, Words, read
from riwaya.records import Article, Role

Fetch = Callable[[Sequence[str]], Iterable[Article]]
Pair = tuple[int, int]


def nothing(_: Sequence[str]) -> Iterable[Article]:
    """No article beyond those in memory."""
    return ()


@dataclass(slots=True)
class Press:
    """Texts by number, in the order in which they came; `fetch` gives by id articles that memory does not hold."""

    fetch: Fetch = nothing
    shelf: Shelf = field(default_factory=Shelf)
    runs: Postings = field(default_factory=Postings)
    kin: Postings = field(default_factory=Postings)  # the texts of the same words, and those of one capture
    counts: Counts = field(default_factory=Counts)
    ids: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    held: dict[int, Article] = field(default_factory=dict)
    _whole: Groups | None = None  # of all texts, until one comes or goes
    _sight: dict[str, Seen] = field(default_factory=dict)  # by article, as long

    # --- coming and going ---------------------------------------------------------------------------------------

    def place(self, articles: Sequence[Article], words: Words) -> int:
        """Put in texts; the number of the first."""
        first = self.shelf.add(articles, words)
        rows = self.shelf.rows
        texts = np.arange(first, len(rows), dtype=np.uint64)
        self.runs.add(postings.packed(words, first), rows["gone"])
        keys = np.concatenate([postings.of(rows[name][first:]) | texts for name in ("whole", "capture")])
        self.kin.add(postings.unique(keys), rows["gone"])
        self.counts.more(words)
        for text, article in enumerate(articles, first):
            self.ids.append(article.id)
            self.roles.append(article.role)
            self.numbers[article.id] = text
            self.held[text] = article
        self._changed()
        return first

    def take(self, text: int, words: Words) -> None:
        """Take out a text."""
        self.shelf.rows["gone"][text] = True
        self.counts.less(words)
        self.numbers.pop(self.ids[text], None)
        self.held.pop(text, None)
        self._changed()

    def lift(self, words: Words, segments: tuple[list[np.ndarray], list[np.ndarray]]) -> None:
        """Undo the placing of the last text; `segments` are those of runs and kin before it."""
        self.runs.segments, self.kin.segments = segments
        self.counts.less(words)
        self.shelf.pop()
        self.roles.pop()
        self.held.pop(self.numbers.pop(self.ids.pop()))
        self._changed()

    def _changed(self) -> None:
        self._whole = None
        self._sight.clear()

    # --- asking -------------------------------------------------------------------------------------------------

    def article(self, text: int) -> Article:
        return self.articles([text])[text]

    def articles(self, texts: Iterable[int]) -> Mapping[int, Article]:
        wanted = set(texts)
        missing = [self.ids[text] for text in sorted(wanted) if text not in self.held]
        found = {self.numbers[a.id]: a for a in self.fetch(missing)} if missing else {}
        return {text: self.held.get(text) or found[text] for text in wanted}

    def whole(self) -> Groups:
        """The texts of every run."""
        if self._whole is None:
            numbers = np.sort(np.concatenate([np.empty(0, np.uint64), *self.runs.segments]))
            self._whole = self._grouped(numbers)
        return self._whole

    def groups(self, wanted: np.ndarray) -> Groups:
        """The texts of these runs."""
        return self._grouped(self.runs.holding(wanted))

    def _grouped(self, numbers: np.ndarray) -> Groups:
        gone = self.shelf.rows["gone"]
        return Groups.of(numbers[~gone[postings.owners(numbers)]] if gone.any() else numbers, self.shelf)

    def runs_of(self, text: int) -> np.ndarray:
        """The runs of a text, sorted."""
        return postings.unique(postings.runs(read([self.article(text).text]).hashes))

    def meet(self, text: int) -> np.ndarray:
        """The texts worth aligning with this one."""
        return self.meet_in(self.groups(self.runs_of(text)), text)

    def meet_in(self, groups: Groups, text: int) -> np.ndarray:
        """The same, as far as these of its runs tell."""
        return candidates.met(groups, self.shelf, text, self.twins(text))

    def twins(self, text: int) -> np.ndarray:
        """The texts of the very same words, itself too."""
        return self._kin("whole", text)

    def company(self, text: int) -> np.ndarray:
        """The texts of its capture, itself too."""
        return self._kin("capture", text)

    def _kin(self, name: str, text: int) -> np.ndarray:
        rows = self.shelf.rows
        texts = postings.owners(self.kin.holding(postings.of(rows[name][text : text + 1])))
        left: np.ndarray = texts[~rows["gone"][texts] & (rows[name][texts] == rows[name][text])]
        return left

    def jobs(self, pairs: Sequence[Pair], size: int) -> Iterator[Job]:
        """The pairs with all that judging them asks, so many at a time."""
        days = self.shelf.rows["day"]
        for start in range(0, len(pairs), size):
            chosen = tuple(self._in_time(pair) for pair in pairs[start : start + size])
            articles = self.articles(text for pair in chosen for text in pair)
            texts = {t: Material(a, self._seen(a), self._roles(t), int(days[t])) for t, a in articles.items()}
            yield Job(chosen, texts, self.counts)

    def _in_time(self, pair: Pair) -> Pair:
        return pair if self.shelf.before(*pair) else (pair[1], pair[0])

    def _roles(self, text: int) -> frozenset[Role]:
        return frozenset(self.roles[other] for other in self.company(text).tolist())

    def _seen(self, article: Article) -> Seen:
        found = self._sight.get(article.id)
        if found is None:
            hashes = read([article.text]).hashes
            runs = postings.runs(hashes)
            groups = self.groups(postings.unique(runs)) if self._whole is None else self._whole
            places = groups.places(runs)
            worn = covered(groups.worn[places], len(hashes))
            found = self._sight[article.id] = Seen(worn, groups.first[places], groups.last[places])
        return found
