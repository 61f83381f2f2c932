"""Pages: is every line of a labelled page in its place, and how much of a web page's body comes out."""

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean
from typing import Any

from riwaya.language.tokens import words
from riwaya.measure.report import Figure, Report, digest, found, ratio, token_f1
from riwaya.records import Article, ParagraphKind, Role
from riwaya.run import pipeline

_LINES = {
    "body_lines": ParagraphKind.BODY,
    "subheading_lines": ParagraphKind.SUBHEADING,
    "caption_lines": ParagraphKind.CAPTION,
    "notice_lines": ParagraphKind.NOTICE,
    "summary_lines": "summary",
}
_INSIDE = 20  # letters from which a line may be part of a longer paragraph


def score(data: Path) -> Report:
    labelled, bodies = found(data, "gold/pages.json"), sorted(_bodies(data))
    if not labelled and not bodies:
        message = f"{data} has neither gold/pages.json nor pages/*.html with gold"
        raise FileNotFoundError(message)
    figures: list[Figure] = []
    misses: list[str] = []
    for path in labelled:
        checks = [
            c
            for page in json.loads(path.read_text("utf-8"))["pages"]
            for c in _page(page, path.parent.parent / "seeds")
        ]
        figures.append(ratio("lines and facts right", [ok for ok, _ in checks]))
        misses += [what for ok, what in checks if not ok]
    if bodies:
        figures += _body_figures(bodies)
    files = labelled + [html for html, _ in bodies]
    return Report(suite="pages", digest=digest(files), figures=tuple(figures), misses=tuple(misses))


def _articles(path: Path) -> list[Article]:
    return [a for a in pipeline.read(str(path)) if isinstance(a, Article)]


# --- labelled lines -----------------------------------------------------------------------------------------------


def _words(text: str | None) -> str:
    return " ".join(t.folded for t in words(text or ""))


def _places(articles: list[Article]) -> Iterator[tuple[Role, str, str]]:
    for a in articles:
        yield a.role, "headline", _words(a.headline)
        yield a.role, "summary", _words(a.summary)
        yield from ((a.role, p.kind, _words(p.text)) for p in a.paragraphs)
        yield from ((a.role, "related", _words(h)) for h in a.related_headlines)


def _holds(kept: str, text: str) -> bool:
    return bool(text) and (text == kept or (len(text) > _INSIDE and text in kept))


def _page(page: dict[str, Any], seeds: Path) -> Iterator[tuple[bool, str]]:
    """(right, what was asked) for each line and fact of one labelled page."""
    path = seeds / page["file"]
    lines = [_words(line) for line in path.read_text("utf-8").split("\n")]
    articles = _articles(path)
    places = list(_places(articles))
    for gold in page["articles"]:
        role = gold["role"]
        if "headline_line" in gold:
            right = any(r == role and k == "headline" and _holds(t, _words(gold["headline"])) for r, k, t in places)
            yield right, f"{path.name} {role} headline"
        for key, kind in _LINES.items():
            for n in gold.get(key, []):
                right = any(r == role and k == kind and _holds(t, lines[n - 1]) for r, k, t in places)
                yield right, f"{path.name}:{n} {role} {kind}"
        yield from _facts(gold, next((a for a in articles if a.role == role), None), path.name)
    for n in page.get("chrome_lines", []) + page.get("metadata_lines", []):
        yield (
            not any(k != "related" and lines[n - 1] and lines[n - 1] == t for _, k, t in places),
            f"{path.name}:{n} furniture",
        )
    for headline in page.get("related_headlines", []):
        right = any(k == "related" and _holds(t, _words(headline)) for _, k, t in places)
        yield right, f"{path.name} related {headline}"


def _facts(gold: dict[str, Any], article: Article | None, name: str) -> Iterator[tuple[bool, str]]:
    what = f"{name} {gold['role']}"
    if gold.get("outlet"):
        yield article is not None and _words(gold["outlet"]) in _words(article.outlet), f"{what} outlet"
    if gold.get("agency"):
        yield article is not None and article.agency == gold["agency"], f"{what} agency"
    if gold.get("published_at"):
        value = gold["published_at"]
        first, last = value if isinstance(value, list) else (value, value)
        when = article.published_at if article else None
        yield when is not None and first <= when.first.isoformat() <= when.last.isoformat() <= last, f"{what} published"
    for label in gold.get("labels", []):
        yield article is not None and label in article.labels, f"{what} {label}"
    if gold.get("keywords"):
        have = {_words(k) for k in article.keywords} if article else set()
        yield {_words(k) for k in gold["keywords"]} <= have, f"{what} keywords"


# --- bodies of web pages ------------------------------------------------------------------------------------------


def _bodies(data: Path) -> Iterator[tuple[Path, str]]:
    """(page, its gold body): `X.html` beside `X.gold.txt`, or `X.gold.json` with a body in sections of paragraphs."""
    for html in found(data, "pages/*.html"):
        text, record = html.with_suffix(".gold.txt"), html.with_suffix(".gold.json")
        if text.exists():
            yield html, text.read_text("utf-8")
        elif record.exists():
            parsed = next(iter(json.loads(record.read_text("utf-8")).values()))
            sections = parsed.get("body", {}).get("sections", []) if isinstance(parsed, dict) else []
            if sections:
                yield html, "\n".join(p for s in sections for p in [*s["headline"], *s["paragraphs"]])


def _main_body(path: Path) -> str:
    kinds = (ParagraphKind.BODY, ParagraphKind.SUBHEADING)
    return "\n".join(p.text for a in _articles(path) if a.role == Role.MAIN for p in a.paragraphs if p.kind in kinds)


def _body_figures(bodies: list[tuple[Path, str]]) -> Iterator[Figure]:
    yield Figure(name="body token F1", value=fmean(token_f1(g, _main_body(p)) for p, g in bodies), of=len(bodies))
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - a peer, not a part

    have = [(g, extract_plain_text(p.read_text("utf-8"), main_content=True)) for p, g in bodies]
    yield Figure(
        name="resiliparse: body token F1", value=fmean(token_f1(g, h) for g, h in have), of=len(bodies), peer=True
    )
    if find_spec("trafilatura"):
        import trafilatura  # noqa: PLC0415 - the peer is optional

        texts = [(g, trafilatura.extract(p.read_text("utf-8"), include_comments=False) or "") for p, g in bodies]
        yield Figure(
            name="trafilatura: body token F1", value=fmean(token_f1(g, h) for g, h in texts), of=len(bodies), peer=True
        )
