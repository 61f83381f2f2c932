"""A press that grows: articles come and go, each traced on arrival, with the answer that all at once would give.

What one arrival changes for others is kept track of: a run of words that has become a set phrase, or stands on another
day now, proves less than it did, so the pairs that it tied are judged again at the next `settle`.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from riwaya.copies import candidates, postings
from riwaya.copies.candidates import Groups
from riwaya.copies.direction import vote
from riwaya.copies.judge import Job, Slips, Verdict, judge
from riwaya.copies.press import Fetch, Pair, Press, nothing
from riwaya.copies.ripple import ripples
from riwaya.copies.texts import Text
from riwaya.copies.words import read
from riwaya.records import Article, Copy

_HELD = 8192  # texts kept in memory with the places of their words
_JOB = 512  # pairs judged at a time


@dataclass(slots=True)
class Tie:
    """A pair worth aligning: its copy if it proved one, its misprints, and what these spoke for."""

    copy: Copy | None = None
    slips: Slips = ()
    vote: int = 0


@dataclass(slots=True)
class Index:
    """The texts of `press` and the pairs of them, by number, that were worth aligning."""

    press: Press = field(default_factory=Press)
    ties: dict[Pair, Tie] = field(default_factory=dict)
    _partners: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    _due: set[Pair] = field(default_factory=set)  # pairs to be judged
    _loose: set[Pair] = field(default_factory=set)  # pairs whose shared runs are to be counted anew
    _again: set[int] = field(default_factory=set)  # texts whose partners are to be found anew
    _texts: OrderedDict[str, Text] = field(default_factory=OrderedDict)

    # --- coming and going ---------------------------------------------------------------------------------------

    @classmethod
    def of(cls, articles: Iterable[Article], fetch: Fetch = nothing) -> "Index":
        """An index of all these at once; nothing is judged yet."""
        index = cls(Press(fetch))
        ordered = sorted({article.id: article for article in articles}.values(), key=lambda article: article.id)
        index.press.place(ordered, read([article.text for article in ordered]))
        for one, other in candidates.pairs(index.press.whole(), index.press.shelf).tolist():
            index._tie(one, other)
        return index

    def __len__(self) -> int:
        return len(self.press.numbers)

    def __contains__(self, article: str) -> bool:
        return article in self.press.numbers

    def add(self, article: Article) -> None:
        """Take in an article; one of an id known already takes its place."""
        self.remove(article.id)
        words = read([article.text])
        wanted = postings.unique(postings.runs(words.hashes))
        before = self.press.groups(wanted)
        text = self.press.place([article], words)
        self._shaken(before, self.press.groups(wanted))
        self._again.update((text, *self.press.company(text).tolist(), *self._led(text)))

    def remove(self, article: str) -> None:
        """Take out an article, and every trace of it; an unknown id is no error: it is out."""
        text = self.press.numbers.get(article)
        if text is None:
            return
        words = read([self.press.article(text).text])
        wanted = postings.unique(postings.runs(words.hashes))
        before, near = self.press.groups(wanted), (*self.press.company(text).tolist(), *self._led(text))
        self.press.take(text, words)
        for partner in tuple(self._partners.pop(text, ())):
            self._untie(text, partner)
        self._texts.pop(article, None)
        self._shaken(before, self.press.groups(wanted))
        self._again.update(near)
        self._again.discard(text)

    def _led(self, text: int) -> list[int]:
        """The texts of its very words where it is the earliest of them, to which all others are tied."""
        twins = self.press.twins(text)
        return twins.tolist() if self.press.shelf.in_time(twins)[:1] == text else []

    # --- answers ------------------------------------------------------------------------------------------------

    def query(self, article: Article) -> tuple[Copy, ...]:
        """The copies that `article` would be in, were it added: nothing is kept of it."""
        held = self.press.numbers.get(article.id)
        if held is not None:
            return self._traced(held)
        words = read([article.text])
        segments = self.press.runs.segments[:], self.press.kin.segments[:]
        text = self.press.place([article], words)
        try:
            return self._traced(text)
        finally:
            self.press.lift(words, segments)
            self._texts.pop(article.id, None)

    def _traced(self, text: int) -> tuple[Copy, ...]:
        pairs = [_pair(text, other) for other in self.press.meet(text).tolist()]
        found = [verdict.copy for job in self.press.jobs(pairs, _JOB) for verdict in judge(job, self._texts)]
        self._forget()
        return _in_order(copy for copy in found if copy)

    def copies(self) -> tuple[Copy, ...]:
        """All copies, by id of original and derived, what arrived or left since then judged."""
        self.settle()
        return _in_order(tie.copy for tie in self.ties.values() if tie.copy)

    def settle(self) -> None:
        """Judge what is due in this process."""
        for job in self.jobs():
            for verdict in judge(job, self._texts):
                self.put(verdict)
            self._forget()

    def jobs(self, size: int = _JOB) -> Iterator[Job]:
        """What is due, to be judged anywhere; each verdict is handed back to `put`."""
        self._meet_again()
        self._count_again()
        self._vote_again()
        # By the later text: its fellows were read a moment ago.
        return self.press.jobs(sorted(self._due, key=lambda pair: (pair[1], pair[0])), size)

    def put(self, verdict: Verdict) -> None:
        """Keep a verdict."""
        pair = _pair(*verdict.pair)
        self._due.discard(pair)
        self.ties[pair] = Tie(verdict.copy, verdict.slips, vote(verdict.slips, self.press.counts))

    def restore(self, ties: Iterable[tuple[Pair, Tie]]) -> None:
        """Take in pairs as they were judged before."""
        for pair, tie in ties:
            self._tie(*pair)
            self.put(Verdict(pair, tie.copy, tie.slips))

    # --- what is to be looked at again ----------------------------------------------------------------------------

    def _tie(self, one: int, other: int) -> None:
        pair = _pair(one, other)
        self.ties.setdefault(pair, Tie())
        self._partners[one].add(other)
        self._partners[other].add(one)
        self._due.add(pair)

    def _untie(self, one: int, other: int) -> None:
        pair = _pair(one, other)
        self.ties.pop(pair, None)
        self._due.discard(pair)
        self._partners[one].discard(other)
        self._partners[other].discard(one)

    def _meet_again(self) -> None:
        """Find the partners of texts anew whose runs tie others than they did."""
        for text in sorted(self._again):
            met = set(self.press.meet(text).tolist())
            for other in self._partners[text] - met:
                self._untie(text, other)
            for other in met:
                self._tie(text, other)
        self._again.clear()

    def _count_again(self) -> None:
        """Untie the pairs that share too little now."""
        for one, other in sorted(self._loose & self.ties.keys()):
            both = np.intersect1d(self.press.runs_of(one), self.press.runs_of(other), assume_unique=True)
            if one not in self.press.meet_in(self.press.groups(both), other):
                self._untie(one, other)
        self._loose.clear()

    def _vote_again(self) -> None:
        """Misprints are told by how rare a word is: pairs for which another reading is the rarer one now are due."""
        for pair, tie in self.ties.items():
            if tie.slips and vote(tie.slips, self.press.counts) != tie.vote:
                self._due.add(pair)

    def _shaken(self, before: Groups, after: Groups) -> None:
        """Pairs and texts to be looked at again, since a text that came or went shares their runs."""
        days = self.press.shelf.rows["day"]
        for ripple in ripples(before, after, self.press.shelf):
            if ripple.gained:
                self._again.update(ripple.texts)
            for text in ripple.texts:
                for other in self._partners[text] & ripple.texts:
                    if ripple.lost:
                        self._loose.add(_pair(text, other))
                    two = sorted((int(days[text]), int(days[other])))
                    if ripple.lost or ripple.gained or ripple.stales((two[0], two[1])):
                        self._due.add(_pair(text, other))

    def _forget(self) -> None:
        """Keep only the texts lately read."""
        while len(self._texts) > _HELD:
            self._texts.popitem(last=False)


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _in_order(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    return tuple(sorted(copies, key=lambda copy: (copy.original, copy.derived)))
