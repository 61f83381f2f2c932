"""What of an article stories are told by: its weightiest words, names, numbers and days, and where in it they stand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from riwaya.records import Article, DateMention, Mention, NameKind, ParagraphKind, Precision
from riwaya.story.days import Day, day
from riwaya.story.routine import routine
from riwaya.story.words import stems

HEAD, LEAD = 2, 1  # flags of a feature
_HEADLINE = 3  # a word of the headline counts as so many
_LEAD_WORDS = 60  # stems of the body's beginning that are its lead
_READ = 1500  # stems of a text that are read: the rest of a long one is background
_DAYS_KEPT = 4


class Sort(IntEnum):
    """What a feature is. Numbers as sorts, so that arrays hold them."""

    WORD = 0
    NUMBER = 1
    PERSON = 2
    PLACE = 3
    BODY = 4  # an organisation
    DAY = 5


_NAMED = {NameKind.PERSON: Sort.PERSON, NameKind.PLACE: Sort.PLACE, NameKind.ORGANISATION: Sort.BODY}
Feature = tuple[Sort, str]


@dataclass(frozen=True, slots=True)
class Sketch:
    """Features with how often they stand in the article and their flags; `routine` is a kind of form, or ""."""

    article: str
    features: dict[Feature, tuple[int, int]]
    day: Day | None
    outlet: str | None
    routine: str


def sketch(article: Article, mentions: Sequence[Mention], dates: Sequence[DateMention]) -> Sketch:
    head = stems(article.headline or "")
    body = _body(article)
    counts: Counter[Feature] = Counter(map(_feature, body[:_READ]))
    flags = dict.fromkeys(map(_feature, body[:_LEAD_WORDS]), LEAD)
    for key in map(_feature, head):
        counts[key] += _HEADLINE
        flags[key] = HEAD | LEAD
    for mention in mentions:
        counts[_NAMED[mention.kind], mention.entity] += 1
    spoken = Counter(own for own in map(_day, dates) if own)
    counts.update({(Sort.DAY, own): times for own, times in spoken.most_common(_DAYS_KEPT)})
    features = {key: (times, flags.get(key, 0)) for key, times in counts.items()}
    return Sketch(article.id, features, day(article), article.outlet, routine(article))


def _body(article: Article) -> list[str]:
    parts = [article.summary or ""]
    parts += [p.text for p in article.paragraphs if p.kind is not ParagraphKind.NOTICE]
    found: list[str] = []
    for part in parts:
        found += stems(part)
        if len(found) > _READ:
            break
    return found


def _feature(stem: str) -> Feature:
    return (Sort.NUMBER if stem[0].isdigit() else Sort.WORD), stem


def _day(mention: DateMention) -> str | None:
    when = mention.value
    exact = when is not None and when.first == when.last and when.precision in (Precision.DAY, Precision.TIME)
    return when.first.isoformat() if when is not None and exact else None
