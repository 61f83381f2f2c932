"""A story's title: the headline that says most of what its articles share, in the plainest form; and its keywords."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from riwaya.language.letters import fold
from riwaya.language.sentences import sentences
from riwaya.language.stems import stem
from riwaya.records import Article, ParagraphKind, Role
from riwaya.story.words import stems, telling

_LONGEST = 90  # letters of a title cut from a sentence
_FEWEST, _MOST = 4, 16  # words of a good headline
_KEYWORDS = 10
_NAMES = 4  # of which names of people, bodies and places
_READ, _LEAD = 12, 3000  # articles, and letters of each, that are read for the forms of keywords
_WORD = re.compile(r"[^\W\d_]{3,}")
# What editors set before and after a headline that is no part of it.
_BEFORE = re.compile(
    r"^\s*(?:(?:خبر\s+)?عاجل|بالفيديو(?:\s+والصور)?|بالصور|فيديو|شاهد|تحديث|مباشر|خاص|حصري)\s*(?:[.:|!،\-–—]+\s*)+"
)
_AFTER = re.compile(r"\s*(?:[\[(](?:فيديو|صور|صورة|بالفيديو|بالصور|محدث|فيديو وصور)[\])]|[|].*)\s*$")
_LOUD = re.compile(r"[!?؟]|\.\.")
_SPOKEN = re.compile(r"^[^:]{2,40}:\s|[«\"“]")  # a headline that is one side's words


def title(articles: Sequence[Article], about: Mapping[str, float]) -> str:
    """The best headline of `articles`; where none has one, the first sentence, cut at a word."""
    best = max(
        (
            (_worth(article, plain(article.headline), about), plain(article.headline))
            for article in articles
            if article.headline
        ),
        default=(0.0, ""),
        key=lambda found: (found[0], found[1]),
    )[1]
    return best or _opening(articles)


def plain(headline: str) -> str:
    """A headline without عاجل and what else is set around it."""
    shorter = headline
    while (cut := _BEFORE.sub("", shorter)) != shorter:
        shorter = cut
    return _AFTER.sub("", shorter).strip() or headline.strip()


def _worth(article: Article, headline: str, about: Mapping[str, float]) -> float:
    words = len(headline.split())
    worth = sum(about.get(key, 0.0) for key in set(stems(headline)))
    worth /= math.sqrt(max(words, _FEWEST))
    if not _FEWEST <= words <= _MOST:
        worth *= 0.7
    if _LOUD.search(headline):
        worth *= 0.8
    if _SPOKEN.search(headline):
        worth *= 0.85
    return worth if article.role is Role.MAIN else worth * 0.75


def _opening(articles: Sequence[Article]) -> str:
    """The first sentence of the first text; a dateline or a name alone on its line is none."""
    for article in articles:
        for paragraph in article.paragraphs:
            if paragraph.kind is ParagraphKind.BODY and len(paragraph.text.split()) > _FEWEST:
                start, end = sentences(paragraph.text)[0]
                return cut(paragraph.text[start:end])
    return next((cut(article.text) for article in articles if article.text.strip()), "")


def cut(sentence: str) -> str:
    """At most `_LONGEST` letters, ended at a word; … says that more followed."""
    sentence = " ".join(sentence.split())
    if len(sentence) <= _LONGEST:
        return sentence.rstrip(" .،")
    return sentence[:_LONGEST].rsplit(" ", 1)[0].rstrip(' .،:؛-(«"') + "…"


def keywords(articles: Sequence[Article], about: Mapping[str, float], names: Mapping[str, str]) -> tuple[str, ...]:
    """Stated keywords by how many articles state them, then the story's weightiest names, then words as they stand.

    `names` is how each entity in `about` is mostly called.
    """
    stated: Counter[str] = Counter()
    forms: dict[str, str] = {}
    for article in articles:
        for keyword in dict.fromkeys(article.keywords):
            forms.setdefault(fold(keyword), keyword)
            stated[fold(keyword)] += 1
    found = [forms[key] for key, _ in stated.most_common(_KEYWORDS)]
    held = {stem(word) for keyword in found for word in keyword.split()}
    called = [names[key] for key, _ in Counter(about).most_common() if key in names][:_NAMES]
    for phrase in (*called, *_salient(articles, about)):
        keys = {stem(word) for word in phrase.split()}
        if len(found) < _KEYWORDS and not keys <= held:
            found.append(phrase)
            held |= keys
    return tuple(found)


def _salient(articles: Sequence[Article], about: Mapping[str, float]) -> list[str]:
    """The commonest form of each of the weightiest stems."""
    keys = [key for key, _ in Counter(about).most_common(3 * _KEYWORDS) if ":" not in key and not key.isdigit()]
    wanted = set(keys)
    forms: dict[str, Counter[str]] = {}
    for article in articles[:_READ]:
        for word in _WORD.findall(article.text[:_LEAD]):
            key = telling(word)
            if key in wanted:
                forms.setdefault(key, Counter())[word] += 1
    return [forms[key].most_common(1)[0][0] for key in keys if key in forms]
