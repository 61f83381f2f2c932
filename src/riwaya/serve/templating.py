"""Templates: every value escaped, every name known, every phrase in the reader's language."""

import re
import textwrap
from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from riwaya.serve import assets
from riwaya.serve.reader import Reader, Theme
from riwaya.serve.signs import sign
from riwaya.serve.tongue import Digits, Language, Months, Noun, Tongue

_COLUMNS = 100
_MANY = 8  # copies of one text that are shown before the rest folds away
_FEW = 4  # of them on a page that leads to all
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


def shown(template: str, reader: Reader, context: Mapping[str, object]) -> str:
    """A page of the web application as `reader` wants it."""
    return environment().get_template(template).render({**frame(reader.tongue), "reader": reader, **context})


def frame(tongue: Tongue) -> dict[str, object]:
    """What every template has, page or file."""
    return {
        "tongue": tongue,
        "say": tongue.say,
        "whole": True,
        "comma": tongue.joined(["", ""]),
        "ar": "" if tongue.arabic else Markup(' lang="ar" dir="rtl"'),  # what articles say, within an English frame
        "left_out": sign("left_out", tongue=tongue),
        "mark_signs": [sign(icon, tongue=tongue) for icon in _STATES],
    }


_NAV = (("today", "/"), ("outlets", "/outlets"), ("speakers", "/speakers"), ("search", "/search"))
_STATES = ("carried", "reworded", "left_out", "before")


@cache
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("riwaya.serve"),
        autoescape=lambda name: name is not None and name.endswith(".html"),  # noqa: S701 - Markdown is not HTML
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters["md"] = markdown
    made.filters["fill"] = _fill
    made.globals["many"] = _MANY
    made.globals["few"] = _FEW
    made.globals["nav"] = _NAV
    made.globals["asset"] = assets.href
    made.globals["Noun"] = Noun
    made.globals["choices"] = {
        "language": list(Language),
        "theme": list(Theme),
        "digits": list(Digits),
        "months": list(Months),
    }
    return made


def markdown(value: object) -> str:
    return _MARKDOWN.sub(r"\\\1", str(value)).replace("\n", " ")


def _fill(value: str, indent: int = 0) -> str:
    """`value` folded to the terminal's width, every line after the first set in."""
    words = " ".join(value.split())
    return textwrap.fill(
        words, _COLUMNS - indent, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
    )
