"""What the reports of a story are called: an outlet, a site, else the page as the one who kept it named it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from riwaya.language.hosts import host
from riwaya.records import Article

_ENDINGS = re.compile(r"(?:\.[A-Za-z][A-Za-z0-9]{1,5}){1,2}$")  # .txt, .html.gz
_DIGEST = re.compile(r"[-_.](?=[0-9a-f]*\d)[0-9a-f]{8,}$")  # 004_ec78ffc2c2f24a57: nobody reads the second half
_SAYS_NOTHING = {"index", "page", "article", "story", "default", "print", "amp", "-", ""}


def labels(articles: Iterable[Article], sources: Mapping[str, str]) -> dict[str, str]:
    """Every article's label by its id; `sources` is the name of the capture in which each stands, where known.

    An agency's wire on an unnamed page is that page's report, not the agency's: else an outlet is counted that is none.
    """
    held = {article.id: _named(article) for article in articles}
    pages = _pages({sources[one] for one, name in held.items() if not name and one in sources})
    return {one: name or f"صفحة {pages.get(sources.get(one, ''), one[:4])}" for one, name in held.items()}


def _named(article: Article) -> str:
    return article.outlet or article.publisher or host(article.url)


def _pages(sources: set[str]) -> dict[str, str]:
    """The shortest name of each page that no other page of the story has: its stem, and its folder's where needed."""
    forms = {source: _forms(source) for source in sources}
    count = Counter(form for every in forms.values() for form in set(every))
    return {source: next((form for form in every if count[form] == 1), source) for source, every in forms.items()}


def _forms(source: str) -> list[str]:
    parts = [part for part in re.split(r"[/\\!]", source) if part]
    stems = [_ENDINGS.sub("", part) for part in parts]
    while len(stems) > 1 and stems[-1].lower() in _SAYS_NOTHING:
        stems.pop()
    if not stems:
        return []
    whole = stems[-1]
    return [_DIGEST.sub("", whole) or whole, whole, "/".join(stems[-2:])]
