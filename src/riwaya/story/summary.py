"""Three sentences of a story's own reports, each with its source: what most of them tell, none of it twice."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from riwaya.language.datelines import without_dateline
from riwaya.language.quotes import is_whole
from riwaya.language.sentences import sentences
from riwaya.records import Article, Extract, ParagraphKind, Role, Span
from riwaya.story.words import stems

_SENTENCES = 3
_READ = 24  # reports that sentences are taken from
_OPENING = 4  # paragraphs of each
_WORDS = range(8, 46)  # of a sentence that can stand alone
_ALIKE = 0.45  # part of a sentence's stems that one chosen before may have
_LATER = 0.88  # what each sentence further down its report is worth beside the one before


@dataclass(frozen=True, slots=True)
class _Sentence:
    extract: Extract
    keys: frozenset[str]
    worth: float


def summary(articles: Sequence[Article], about: Mapping[str, float]) -> tuple[Extract, ...]:
    """At most three, in the order of the story; fewer where the reports have no more to say."""
    given = [sentence for article in articles[:_READ] for sentence in _sentences(article, about)]
    chosen: list[_Sentence] = []
    while given and len(chosen) < _SENTENCES:
        best = max(given, key=lambda one: (one.worth, one.extract.article, -one.extract.span[0]))
        chosen.append(best)
        given = [one for one in given if not _told(one, chosen)]
    order = {article.id: place for place, article in enumerate(articles)}
    chosen[1:] = sorted(chosen[1:], key=lambda one: (order[one.extract.article], one.extract.span))
    return tuple(one.extract for one in chosen)


def _told(sentence: _Sentence, chosen: Sequence[_Sentence]) -> bool:
    """Whether what was chosen says most of it."""
    said = frozenset[str]().union(*(one.keys for one in chosen))
    return len(sentence.keys & said) >= _ALIKE * len(sentence.keys)


def _sentences(article: Article, about: Mapping[str, float]) -> Iterator[_Sentence]:
    body = [p for p in article.paragraphs if p.kind is ParagraphKind.BODY][:_OPENING]
    place = 0
    for paragraph in body:
        for start, end in sentences(paragraph.text):
            words = without_dateline(paragraph.text[start:end]).strip()
            at = paragraph.text.find(words, start)
            if at < 0 or len(words.split()) not in _WORDS or not is_whole(words) or _leans(words):
                continue
            span = (paragraph.span[0] + at, paragraph.span[0] + at + len(words))
            yield _weighed(article, span, about, _LATER**place)
            place += 1


def _leans(words: str) -> bool:
    """Whether it begins with words that lean on the sentence before it."""
    return any(words.startswith(f"{opening} ") for opening in _leaning())


@cache
def _leaning() -> tuple[str, ...]:
    lines = files("riwaya.story").joinpath("leaning.tsv").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _weighed(article: Article, span: Span, about: Mapping[str, float], factor: float) -> _Sentence:
    words = article.text[slice(*span)]
    keys = frozenset(stems(words))
    worth = sum(about.get(key, 0.0) for key in keys) / math.sqrt(len(keys) + 4)
    if article.role is not Role.MAIN:
        factor *= 0.7
    return _Sentence(Extract(article=article.id, span=span, text=words), keys, worth * factor)
