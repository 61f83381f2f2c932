"""Forms that a paper fills anew every day: weather, prayer times, horoscopes, markets, fixtures, lists of headlines."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from riwaya.language.letters import fold
from riwaya.records import Article, ParagraphKind

_LEAD, _OPENING = 600, 6  # letters, and paragraphs, of the body that are looked at


@cache
def _patterns() -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """By where they are looked for: kind and pattern."""
    lines = files("riwaya.story").joinpath("routine.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {
        place: tuple((kind, re.compile(pattern)) for kind, where, pattern in rows if where == place)
        for place in ("head", "lead")
    }


def routine(article: Article) -> str:
    """The kind of form that this is, or "" for a report."""
    body = " ".join(p.text for p in article.paragraphs[:_OPENING] if p.kind is ParagraphKind.BODY)
    for place, text in (("head", article.headline or ""), ("lead", body[:_LEAD])):
        folded = " ".join(fold(text).split())
        for kind, pattern in _patterns()[place]:
            if pattern.search(folded):
                return kind
    return ""
