"""All texts of one origin as a tree: who took from whom, what a lost original said, who used it without a word."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from riwaya.copies.direction import same_house
from riwaya.copies.shelf import NO_DAY, day_of
from riwaya.records import Article, Branch, Copy, Edit, Family, Role, Span

# Two articles are one text where at least this part of either is copied from the other. A quote of one sentence in a
# piece of five stays a text of its own; a wire cut to half and reworded does not.
ONE_TEXT = 0.4
_KEPT = (Edit.VERBATIM, Edit.REWORDED, Edit.CORRUPTED)


def families(articles: Iterable[Article], copies: Iterable[Copy]) -> tuple[Family, ...]:
    """Families of two texts and more, the largest first; does not depend on any order. Teasers are no texts."""
    held = {article.id: article for article in articles if article.role is not Role.TEASER}
    ties = [c for c in copies if _size(c) >= ONE_TEXT and c.original in held and c.derived in held]
    kin = _Kin(held, sorted(ties, key=lambda c: (-_size(c), c.original, c.derived)))
    found = [kin.family(members) for members in kin.groups()]
    return tuple(sorted(found, key=lambda family: (-len(family.branches), family.id)))


def _size(copy: Copy) -> float:
    return max(copy.share, copy.coverage)


@dataclass(slots=True)
class _Kin:
    """Articles by id, and the copies that make two of them one text, the largest first."""

    held: Mapping[str, Article]
    ties: Sequence[Copy]

    def groups(self) -> list[list[str]]:
        """The articles of each origin; one that shares its text with no other is in none.

        A page that glues two wires together belongs to the one it took most of, and makes them no family.
        """
        tied = {frozenset((c.original, c.derived)) for c in self.ties}
        main: dict[str, str] = {}
        for copy in self.ties:
            if copy.direction.confidence > 0:
                main.setdefault(copy.derived, copy.original)
        parent = {article: article for copy in self.ties for article in (copy.original, copy.derived)}

        def root(article: str) -> str:
            while parent[article] != article:
                parent[article] = parent[parent[article]]
                article = parent[article]
            return article

        for copy in self.ties:
            source = main.get(copy.derived, copy.original) if copy.direction.confidence > 0 else copy.original
            if source == copy.original or frozenset((source, copy.original)) in tied:
                parent[root(copy.original)] = root(copy.derived)
        found: defaultdict[str, list[str]] = defaultdict(list)
        for article in sorted(parent, key=self._time):
            found[root(article)].append(article)
        return [members for members in found.values() if len(members) > 1]

    def family(self, members: list[str]) -> Family:
        """One family; `members` the earliest first."""
        among = set(members)
        ties = [c for c in self.ties if c.original in among and c.derived in among]
        sources = self._sources(ties)
        agency = self._agency(members, ties)
        wire = next((m for m in members if m not in sources and same_house(agency, self.held[m].outlet)), None)
        roots = [member for member in members if member not in sources]
        origin = wire if agency else (roots[0] if len(roots) == 1 else None)
        branches = tuple(self._branch(member, sources.get(member), agency, origin) for member in members)
        return Family(
            id=min(members),
            agency=agency,
            origin=origin,
            branches=branches,
            witnesses=() if origin else _witnesses(members, ties),
        )

    def _sources(self, ties: Sequence[Copy]) -> dict[str, Copy]:
        """By article: the copy by which it has most of its text, never from one that has it through itself."""
        found: dict[str, Copy] = {}
        for copy in sorted(ties, key=lambda c: (-c.share, c.original, c.derived)):
            if copy.direction.confidence <= 0 or copy.derived in found:
                continue
            above = copy.original
            while above in found and above != copy.derived:
                above = found[above].original
            if above != copy.derived:
                found[copy.derived] = copy
        return found

    def _branch(self, article: str, copy: Copy | None, agency: str | None, origin: str | None) -> Branch:
        own = self.held[article]
        told = article == origin or same_house(agency, own.agency) or same_house(agency, own.outlet)
        return Branch(
            article=article,
            source=copy.original if copy else None,
            share=copy.share if copy else 1.0,
            uncredited=agency is not None and not told,
        )

    def _agency(self, members: Sequence[str], ties: Sequence[Copy]) -> str | None:
        """The agency that most of them credit, the first by name of equals."""
        named = [self.held[m].agency for m in members] + [copy.agency for copy in ties]
        counted = {name: sum(same_house(name, other) for other in named) for name in named if name}
        return min(counted, key=lambda name: (-counted[name], name), default=None)

    def _time(self, article: str) -> tuple[int, str]:
        day = day_of(self.held[article])
        return (day.toordinal() if day else NO_DAY, article)


def _witnesses(members: Sequence[str], ties: Sequence[Copy]) -> tuple[tuple[str, Span], ...]:
    """What a lost original said, as far as two texts agree on it: passages of the one that shares most with others."""
    shared: defaultdict[str, set[Span]] = defaultdict(set)
    for copy in ties:
        for passage in copy.passages:
            if passage.edit in _KEPT and passage.original and passage.derived:
                shared[copy.original].add(passage.original)
                shared[copy.derived].add(passage.derived)
    joined = {member: _joined(shared[member]) for member in members}
    best = max(members, key=lambda member: sum(end - start for start, end in joined[member]))
    return tuple((best, span) for span in joined[best])


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans that overlap as one, in order."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
