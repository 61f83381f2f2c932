"""What an HTML page states of itself: meta elements, JSON-LD, <title>, <time>, canonical link, links marked as tags."""

import html
import re
from collections.abc import Iterator
from functools import cache

import msgspec
from resiliparse.parse.html import DocumentNode, HTMLTree

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.page import fields, times
from riwaya.page.script import ARABIC

BODY = "body"  # JSON-LD's articleBody, for finding the article; not handed on
_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|LiveBlog|Posting$")
_SITE_TYPES = re.compile(r"WebSite|Organization|NewsMediaOrganization")
_CONTROL = re.compile(r"[\x00-\x1f]+")
_SEPARATORS = re.compile(r"\s*[,،;؛|\n]\s*")
_SUFFIX = re.compile(r"\s+[|\-–—»:•]\s+(?=[^|\-–—»:•]*$)")
_JOINTS = re.compile(r"\s+[|\-–—»:•]+\s+")
_LINK = re.compile(r"https?://|^/|@")
_TAG = re.compile(r"<[^>]*>")
_LINKED_DATA = (
    ("headline", ("headline", "name")),
    ("publisher", ("publisher",)),
    ("published_at", ("datePublished", "dateCreated", "uploadDate")),
    ("updated_at", ("dateModified",)),
    ("byline", ("author", "creator")),
    ("section", ("articleSection",)),
    ("keywords", ("keywords",)),
    ("summary", ("description",)),
    ("url", ("url", "mainEntityOfPage")),
    ("language", ("inLanguage",)),
    (BODY, ("articleBody",)),
)
_MAX_NODES = 2000
_TIMES = (
    '[itemprop="datePublished"]',
    "time[pubdate]",
    "article time[datetime]",
    "main time[datetime]",
    "time[datetime]",
)
_SITE = 30  # letters: no site's name is longer


def hints(tree: HTMLTree) -> dict[str, str]:
    """The hints of a page, by field; `body` is the article's text where JSON-LD carries it."""
    document = tree.document
    if document is None:
        return {}
    linked = _linked_data(document)
    found = linked | {hint: text for hint, text in _meta(document).items() if hint not in linked or hint == "keywords"}
    found = _clean(_with_elements(document, found))
    title = _words(tree.title or "")
    if "headline" not in found and title:
        found["headline"] = title
    if "headline" in found:
        found["headline"] = _without_site(found["headline"], found)
    if "outlet" not in found and "publisher" in found:
        found["outlet"] = found["publisher"]
    return found


def _meta(document: DocumentNode) -> dict[str, str]:
    given: dict[str, list[str]] = {}
    for element in document.get_elements_by_tag_name("meta"):
        name = element.getattr("property") or element.getattr("name") or element.getattr("itemprop") or ""
        content = (element.getattr("content") or "").strip()
        if name and content:
            given.setdefault(name.lower(), []).append(content)
    found: dict[str, str] = {}
    for hint, name in _names():
        values = given.get(name, [])
        value = "\n".join(dict.fromkeys(values)) if hint == "keywords" else next(iter(values), "")
        if value and hint not in found and not (hint == "byline" and _LINK.search(value)):
            found[hint] = value
    return found


@cache
def _names() -> tuple[tuple[str, str], ...]:
    return tuple((hint, name) for hint, name in lexicon.rows("riwaya.page", "meta.tsv"))


def _linked_data(document: DocumentNode) -> dict[str, str]:
    """The first article among the page's JSON-LD objects; the site's name beside it."""
    found: dict[str, str] = {}
    for node in _nodes(document):
        kind = fields.plain(node.get("@type"), " ")
        if _ARTICLE_TYPES.search(kind) and "published_at" not in found:
            found = _of_article(node) | {hint: text for hint, text in found.items() if hint == "outlet"}
        elif _SITE_TYPES.search(kind) and "outlet" not in found:
            name = fields.plain(node.get("name"), " ")
            found |= {"outlet": name} if name else {}
    return found


def _of_article(node: dict[str, object]) -> dict[str, str]:
    found: dict[str, str] = {}
    for hint, names in _LINKED_DATA:
        joint = "\n" if hint == "keywords" else "، "
        text = next((text for name in names if (text := fields.plain(node.get(name), joint))), "")
        if text and not (hint in {"byline", "publisher"} and _LINK.search(text)):
            found[hint] = text
    if not found.get("url", "").startswith("http"):
        found.pop("url", None)
    return found


def _nodes(document: DocumentNode) -> Iterator[dict[str, object]]:
    """Every object in the page's JSON-LD, @graph and lists opened, without recursion."""
    for script in document.query_selector_all('script[type*="ld+json"]'):
        waiting = [_json(script.text or "")]
        seen = 0
        while waiting and seen < _MAX_NODES:
            node = waiting.pop(0)
            seen += 1
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                yield node
                waiting.extend(inner for key in ("@graph", "mainEntity", "itemListElement") if (inner := node.get(key)))


def _json(text: str) -> object:
    """A JSON text, or None. Sites leave raw line ends inside strings; as blanks they are JSON again."""
    try:
        return msgspec.json.decode(_CONTROL.sub(" ", text.strip().strip("\ufeff;")).encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError):
        return None


def _with_elements(document: DocumentNode, found: dict[str, str]) -> dict[str, str]:
    """Add what elements state: canonical link, language, <time>, tags."""
    canonical = _attribute(document, 'link[rel="canonical"]', "href")
    if canonical.startswith("http"):
        found["url"] = canonical
    language = _attribute(document, "html", "lang")
    if language:
        found["language"] = language
    if "published_at" not in found:
        stated = _stated_time(document)
        found |= {"published_at": stated} if stated else {}
    tags = [_words(link.text or "") for link in document.query_selector_all('a[rel~="tag"]')]
    if "keywords" not in found and any(tags):
        found["keywords"] = "\n".join(tags)
    return found


def _stated_time(document: DocumentNode) -> str:
    for place in _TIMES:
        for element in document.query_selector_all(place)[:3]:
            text = element.getattr("datetime") or element.getattr("content") or ""
            if times.iso(text):
                return text
    return ""


def _attribute(document: DocumentNode, selector: str, name: str) -> str:
    element = document.query_selector(selector)
    return (element.getattr(name) or "").strip() if element is not None else ""


def _clean(found: dict[str, str]) -> dict[str, str]:
    clean = {hint: text if hint == BODY else _tidy(hint, text) for hint, text in found.items()}
    if not ARABIC.search(clean.get("summary", "")):  # "| Lebanon News"
        clean.pop("summary", None)
    return {hint: text for hint, text in clean.items() if text}


def _tidy(hint: str, text: str) -> str:
    if hint in {"published_at", "updated_at"}:
        return times.iso(text) or text.strip()
    if hint == "keywords":
        return "\n".join(dict.fromkeys(word for part in _SEPARATORS.split(text) if (word := _words(part))))
    if hint == "language":
        return text.strip().replace("_", "-").split("-")[0].lower()
    return text.strip() if hint == "url" else _words(text)


def _words(text: str) -> str:
    return " ".join(_TAG.sub(" ", html.unescape(html.unescape(text))).split())


def parts(title: str) -> list[str]:
    """The parts of a page's title, longest first."""
    return sorted(_JOINTS.split(title), key=len, reverse=True)


def _without_site(headline: str, found: dict[str, str]) -> str:
    """A headline without the site's name behind it ("… | name"); a site that names itself nowhere else is named so."""
    parts = _SUFFIX.split(headline)
    if len(parts) != 2:  # noqa: PLR2004  # headline and site
        return headline
    names = [fold(found[hint]) for hint in ("outlet", "publisher") if hint in found]
    site = fold(parts[1])
    if any(site in name or name in site for name in names):
        return parts[0]
    if not names and len(parts[1]) < min(_SITE, len(parts[0])) and "|" in headline:
        found["outlet"] = parts[1]
        return parts[0]
    return headline
