"""The one place where words become search keys: folded, their clitics off, their lemma or stem."""

import re
from bisect import bisect_left
from functools import cache

import numpy as np

from riwaya.language import lexicon
from riwaya.language.letters import fold, fold_mapped
from riwaya.language.stems import stem
from riwaya.records import Article, Span

_PART = re.compile(r"[^\W_]+")  # جونغ-أون is one word to a reader and two keys to a search


def parts(text: str) -> list[str]:
    """The folded words of `text`, each of which has one key."""
    return _PART.findall(fold(text))


def keys(text: str) -> list[str]:
    return [key(part) for part in parts(text)]


def key(part: str) -> str:
    """The key of one folded word; never empty."""
    return stem(part) or part


def indexed(text: str) -> str:
    """What the full-text table is given for `text`."""
    return " ".join(keys(text))


class Places:
    """Where the words of a text stand in it, by the place of their keys."""

    def __init__(self, text: str) -> None:
        self._folded = fold_mapped(text)
        self._spans = [match.span() for match in _PART.finditer(self._folded.text)]

    def __len__(self) -> int:
        return len(self._spans)

    def __getitem__(self, place: int) -> Span:
        return self._folded.span(*self._spans[place])

    def after(self, letter: int) -> int:
        """The first word that stands at `letter` of the text or after it."""
        folded = int(np.searchsorted(self._folded.origins, letter))
        return bisect_left(self._spans, (folded, 0))


def zones(article: Article) -> tuple[str, str, str]:
    """An article's text as headline, lead and the rest: one after the other they hold all of its words, in order.

    The lead is the summary, else the first paragraph.
    """
    headline = article.headline_span[1] if article.headline_span else 0
    lead = article.summary_span or next((p.span for p in article.paragraphs if p.span[0] >= headline), None)
    end = max(headline, lead[1]) if lead else headline
    return article.text[:headline], article.text[headline:end], article.text[end:]


@cache
def particles() -> frozenset[str]:
    """Keys of the words that nearly every article holds and no search means."""
    listed = lexicon.rows("riwaya.language", "particles.tsv")
    return frozenset(key(part) for word, kind in listed if kind != "whole" for part in parts(word))
