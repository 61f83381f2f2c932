"""Labels of a text: breaking, developing, live, opinion and the like, as its headline, section and notices say."""

import re
from functools import cache

from riwaya.article.label import Label
from riwaya.article.segment import Segment
from riwaya.language import lexicon
from riwaya.language.letters import fold

BREAKING = "breaking"
_PARTED = re.compile(r"\s*[.:|/…!-]+\s*|\s+[–—]\s*")


@cache
def _words(where: str) -> tuple[tuple[str, str], ...]:
    """(label, folded words) of one place, longest first."""
    rows = lexicon.rows("riwaya.article", "tags.tsv")
    found = [(label, fold(words)) for label, place, words in rows if place == where]
    return tuple(sorted(found, key=lambda pair: -len(pair[1])))


def labels(segment: Segment, section: str | None) -> tuple[str, ...]:
    """The labels of a text, each once."""
    headline = next((fold(i.line.text) for i in segment.items if i.label is Label.HEADLINE), "")
    found = [prefix[0]] if (prefix := _prefix(headline)) else []
    found += [label for label, words in _words("anywhere") if words in headline]
    notices = [i.line.look for i in segment.items if i.label is Label.NOTICE and "تعليقات" not in i.line.look]
    found += [label for label, words in _words("notice") if any(words in notice for notice in notices)]
    found += [label for label, words in _words("section") if words == fold(section or "").strip()]
    return tuple(dict.fromkeys(found))


def _prefix(headline: str) -> tuple[str, int] | None:
    """The label said before the headline proper, and where that begins: "عاجل. …", "مباشر – …"."""
    for label, words in _words("prefix"):
        parted = _PARTED.match(headline, len(words)) if headline.startswith(words) else None
        if parted:
            return label, parted.end()
    return None


def breaking_end(line: str) -> int:
    """Letters at the head of a headline's line that only say that it is breaking news."""
    found = _prefix(fold(line))
    if found is None or found[0] != BREAKING:
        return 0
    return next((i for i in range(len(line) + 1) if len(fold(line[:i])) >= found[1]), len(line))
