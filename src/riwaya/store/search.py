"""Full text: the one place where words become search keys, for the index and for the question alike."""

import re
from dataclasses import dataclass

from riwaya.language.letters import fold
from riwaya.language.stems import stem
from riwaya.language.tokens import words
from riwaya.records import Article, Span

_PART = re.compile(r"\w+")  # جونغ-أون is one word to a reader and two keys to a search
_PHRASE = re.compile(r"[\"«“](.+?)[\"»”]|(\S+)")
_WIDTH = 28  # words of a snippet
_LEAD = 6  # of them before its first hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article that holds the words asked for. `snippet` spans its best part, `hits` the words; both in its text."""

    article: Article
    snippet: Span
    hits: tuple[Span, ...]


def keys(text: str) -> list[str]:
    return [stem(part) for part in _PART.findall(fold(text))]


def indexed(text: str) -> str:
    """What the full-text table is given for `text`."""
    return " ".join(keys(text))


def question(asked: str) -> str:
    """The words as an FTS5 query: all of them, each a phrase of its keys, «…» and "…" kept whole; "" for no words."""
    phrases = (keys(quoted or word) for quoted, word in _PHRASE.findall(asked))
    return " ".join('"' + " ".join(phrase) + '"' for phrase in phrases if phrase)


def found(article: Article, asked: str) -> Found:
    """Where the words stand in the article: the run of words that holds most of them, the first of equals.

    Below the headline where they are there too, since that is shown anyway.
    """
    wanted = set(keys(asked))
    tokens = words(article.text)
    held = {place: kinds for place, token in enumerate(tokens) if (kinds := wanted.intersection(keys(token.text)))}
    if not tokens:
        return Found(article=article, snippet=(0, 0), hits=())
    below = article.headline_span[1] if article.headline_span else 0
    body = next((place for place, token in enumerate(tokens) if token.span[0] >= below), 0)
    body = body if any(place >= body for place in held) else 0
    best = max((place for place in held if place >= body), key=lambda start: _richness(held, start), default=body)
    first = max(body, best - _LEAD)
    last = min(len(tokens), first + _WIDTH)
    hits = tuple(tokens[place].span for place in held if first <= place < last)
    return Found(article=article, snippet=(tokens[first].span[0], tokens[last - 1].span[1]), hits=hits)


def _richness(held: dict[int, set[str]], start: int) -> int:
    """How many of the words asked for a snippet holds whose first hit is `start`."""
    inside = (held[place] for place in range(start, start + _WIDTH - _LEAD) if place in held)
    return len(set().union(*inside))
