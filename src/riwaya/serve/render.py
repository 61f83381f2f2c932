"""A story page as a self-contained HTML file, as Markdown and for a terminal."""

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources

from markupsafe import Markup

from riwaya.records import Article, Copy, Dossier
from riwaya.serve import compare, faces, templating
from riwaya.serve.story_page import story_page
from riwaya.serve.tongue import arabic
from riwaya.serve.views import StoryPage

_PACKAGE = "riwaya.serve"


def html(dossier: Dossier, articles: Iterable[Article]) -> str:
    """One file with its faces and colours inside: it asks nothing of any network and runs no script."""
    return html_page(story_page(dossier, articles))


def html_page(page: StoryPage) -> str:
    return _alone("story_file.html", page, _style())


def copies_html(copies: Sequence[Copy], articles: Mapping[str, Article], labels: Mapping[str, str]) -> str:
    """Pairs of articles side by side, as one file like a story's; `articles` and `labels` by article id."""
    page = compare.copies_page(copies, articles, labels)
    return _alone("copies.html", page, _style() + "\n" + _sheet("compare.css"))


def _alone(name: str, page: StoryPage | compare.CopiesPage, style: str) -> str:
    """A page that holds all that it shows; its policy lets a browser load nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; form-action 'none'"
    template = templating.environment().get_template(name)
    return template.render(**templating.frame(arabic), page=page, style=Markup(style), policy=policy)  # noqa: S704 - our own file


def markdown(dossier: Dossier, articles: Iterable[Article]) -> str:
    return _plain(
        templating.environment()
        .get_template("story.md")
        .render(**templating.frame(arabic), page=story_page(dossier, articles))
    )


def text(dossier: Dossier, articles: Iterable[Article]) -> str:
    """The page for a terminal of 100 columns: lists in place of tables, which a terminal would turn round."""
    return _plain(
        templating.environment()
        .get_template("story.txt")
        .render(**templating.frame(arabic), page=story_page(dossier, articles))
    )


def _plain(rendered: str) -> str:
    lines = (line.rstrip() for line in rendered.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


@cache
def _style() -> str:
    return f"{faces.rules(_data)}\n{_sheet('story.css')}"


def _sheet(name: str) -> str:
    return resources.files(_PACKAGE).joinpath("static", name).read_text("utf-8")


def _data(face: faces.Face) -> str:
    """A vendored face as an address that holds it, so that the page holds all that it needs."""
    return f"url(data:font/woff2;base64,{base64.b64encode(faces.read(face)).decode()})"
