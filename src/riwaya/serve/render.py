"""A story page as a self-contained HTML file, as Markdown and for a terminal."""

import base64
import hashlib
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from riwaya.records import Article, Copy, Dossier
from riwaya.serve import compare
from riwaya.serve.arabic import OUTLET, REPORT, counted, digits, some
from riwaya.serve.signs import sign
from riwaya.serve.story_page import story_page
from riwaya.serve.views import StoryPage

_PACKAGE = "riwaya.serve"
_COLUMNS = 100
_MANY = 8  # copies of one text that are shown before the rest folds away
_FACES = (
    ("Naskh", "noto-naskh-arabic"),
    ("Plex", "ibm-plex-sans-arabic"),
)
_RANGES = {
    "arabic": "U+0600-06FF,U+0750-077F,U+08A0-08FF,U+FB50-FDFF,U+FE70-FEFF",
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+2122,U+2212",
}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


def html(dossier: Dossier, articles: Iterable[Article]) -> str:
    """One file with its faces and colours inside: it asks nothing of any network and runs no script."""
    return html_page(story_page(dossier, articles))


def html_page(page: StoryPage) -> str:
    return _alone("story.html", page, _style())


def copies_html(copies: Sequence[Copy], articles: Mapping[str, Article], labels: Mapping[str, str]) -> str:
    """Pairs of articles side by side, as one file like a story's; `articles` and `labels` by article id."""
    page = compare.copies_page(copies, articles, labels)
    return _alone("copies.html", page, _style() + "\n" + _sheet("compare.css"))


def _alone(name: str, page: StoryPage | compare.CopiesPage, style: str) -> str:
    """A page that holds all that it shows; its policy lets a browser load nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; form-action 'none'"
    template = _environment().get_template(name)
    return template.render(page=page, style=Markup(style), policy=policy)  # noqa: S704 - our own file


def markdown(dossier: Dossier, articles: Iterable[Article]) -> str:
    return _plain(_environment().get_template("story.md").render(page=story_page(dossier, articles)))


def text(dossier: Dossier, articles: Iterable[Article]) -> str:
    """The page for a terminal of 100 columns: lists in place of tables, which a terminal would turn round."""
    return _plain(_environment().get_template("story.txt").render(page=story_page(dossier, articles)))


def _plain(rendered: str) -> str:
    lines = (line.rstrip() for line in rendered.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader(_PACKAGE),
        autoescape=lambda name: name is not None and name.endswith(".html"),  # noqa: S701 - Markdown is not HTML
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters["md"] = lambda value: _MARKDOWN.sub(r"\\\1", str(value)).replace("\n", " ")
    made.filters["fill"] = _fill
    made.filters["digits"] = digits
    made.filters["reports"] = lambda count: counted(count, REPORT)
    made.filters["outlets"] = lambda count: counted(count, OUTLET)
    made.filters["some"] = some
    made.globals["many"] = _MANY
    made.globals["left_out"] = sign("left_out")
    made.globals["mark_signs"] = [sign(icon) for icon in ("carried", "reworded", "left_out", "before")]
    return made


def _fill(value: str, indent: int = 0) -> str:
    """`value` folded to the terminal's width, every line after the first set in."""
    words = " ".join(value.split())
    return textwrap.fill(
        words, _COLUMNS - indent, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
    )


@cache
def _style() -> str:
    return f"{_faces()}\n{_sheet('story.css')}"


def _sheet(name: str) -> str:
    return resources.files(_PACKAGE).joinpath("static", name).read_text("utf-8")


def _faces() -> str:
    """The vendored faces as data: addresses, so that the page holds all that it needs."""
    found: list[str] = []
    folder = resources.files(_PACKAGE).joinpath("static", "fonts")
    for family, stem in _FACES:
        for script, codes in _RANGES.items():
            for weight in (400, 700):
                data = base64.b64encode(folder.joinpath(f"{stem}-{script}-{weight}-normal.woff2").read_bytes()).decode()
                found.append(
                    f"@font-face{{font-family:{family};font-weight:{weight};unicode-range:{codes};"
                    f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
                )
    return "\n".join(found)
