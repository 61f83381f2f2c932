"""A story's reports in the order to read them: the origin, the fullest, those that add something; what each adds."""

from collections.abc import Mapping, Sequence

from riwaya.language.sentences import sentences
from riwaya.records import Article, Copy, Extract, ParagraphKind, Rank, Ranked, Role
from riwaya.story.days import day
from riwaya.story.words import stems

_COPIED = 0.5  # a report that has so much of its text from another is no origin
_NEW = 0.55  # part of a sentence's stems that no report before it in the order has
_WORDS = 6  # stems that such a sentence has at least
_ADDED = 3  # sentences shown of what a report adds


def rank(articles: Sequence[Article], copies: Sequence[Copy]) -> tuple[Ranked, ...]:
    """Every report once. The same for any order of `articles` and `copies`."""
    held = sorted(articles, key=lambda a: (_when(a), a.id))
    keys = {article.id: frozenset(stems(article.text)) for article in held}
    taken = _taken(copies, keys)
    origin, fullest = _origin(held, copies, taken), _fullest(held, keys)
    signs = {article.id: _signs(article, held, origin, fullest) for article in held}
    ordered = sorted(held, key=lambda a: (a.id != origin, a.id != fullest, taken.get(a.id, 0.0) >= _COPIED))
    said: set[str] = set()
    found: list[Ranked] = []
    for article in ordered:
        adds = _added(article, said) if said else ()
        said |= keys[article.id]
        ranks = (*signs[article.id], *((Rank.ADDS,) if adds else ()))
        found.append(Ranked(article=article.id, ranks=ranks, copied=round(taken.get(article.id, 0.0), 3), adds=adds))
    return tuple(sorted(found, key=lambda one: (not one.ranks, not _chief(one))))


def _when(article: Article) -> str:
    """Its time of publishing, where a page gave one, else its day; an undated one comes last."""
    own = day(article)
    stated = article.published_at.value if article.published_at is not None else None
    return (stated or own.first.isoformat()) if own is not None else "9999"


def _taken(copies: Sequence[Copy], keys: Mapping[str, object]) -> dict[str, float]:
    """The part of each report that is copied from another of the story, where the direction is known."""
    taken: dict[str, float] = {}
    for copy in copies:
        if copy.original in keys and copy.derived in keys and copy.direction.confidence > 0:
            taken[copy.derived] = max(taken.get(copy.derived, 0.0), copy.share)
    return taken


def _origin(held: Sequence[Article], copies: Sequence[Copy], taken: Mapping[str, float]) -> str | None:
    """The report from which most others took their text; None where nobody took from anybody."""
    given: dict[str, float] = {}
    inside = {article.id for article in held}
    for copy in copies:
        if copy.derived in inside and copy.original in inside and copy.direction.confidence > 0:
            given[copy.original] = given.get(copy.original, 0.0) + copy.share
    own = {article: share for article, share in given.items() if taken.get(article, 0.0) < _COPIED}
    return max(own, key=lambda article: (own[article], article)) if own else None


def _fullest(held: Sequence[Article], keys: Mapping[str, frozenset[str]]) -> str:
    """That which says most of what at least two reports say; of equals the longest."""
    counted: dict[str, int] = {}
    for article in held:
        for key in keys[article.id]:
            counted[key] = counted.get(key, 0) + 1
    shared = {key for key, count in counted.items() if count > 1 or len(held) == 1}
    main = [article for article in held if article.role is Role.MAIN] or held
    return max(main, key=lambda a: (len(keys[a.id] & shared), len(keys[a.id]), a.id)).id


def _signs(article: Article, held: Sequence[Article], origin: str | None, fullest: str) -> tuple[Rank, ...]:
    found = [Rank.ORIGIN] if article.id == origin else []
    found += [Rank.FULLEST] if article.id == fullest else []
    first = held[0]
    return tuple(found + ([Rank.FIRST] if article.id == first.id and day(first) is not None else []))


def _chief(one: Ranked) -> bool:
    return any(sign is not Rank.ADDS for sign in one.ranks)


def _added(article: Article, said: set[str]) -> tuple[Extract, ...]:
    """The sentences of a report that say most of what none before it says."""
    found: list[tuple[float, Extract]] = []
    for paragraph in article.paragraphs:
        if paragraph.kind is not ParagraphKind.BODY:
            continue
        for start, end in sentences(paragraph.text):
            keys = set(stems(paragraph.text[start:end]))
            new = len(keys - said)
            if len(keys) >= _WORDS and new >= _NEW * len(keys):
                span = (paragraph.span[0] + start, paragraph.span[0] + end)
                found.append((new, Extract(article=article.id, span=span, text=article.text[slice(*span)])))
    best = sorted(found, key=lambda one: (-one[0], one[1].span))[:_ADDED]
    return tuple(sorted((extract for _, extract in best), key=lambda one: one.span))
