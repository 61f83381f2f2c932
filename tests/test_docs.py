"""Documents say what is there: files they name exist, every room is described, and Python examples run as shown."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [
    ROOT / "README.md",
    ROOT / "training" / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
ROOTS = (
    "src/",
    "tests/",
    "docs/",
    "measure/",
    "bench/",
    "samples/",
    "training/",
    "mixed/",
    "river/",
    "quake/",
    "strike/",
)


def _named(page):
    """The repository paths that a page names, in backquotes or links."""
    text = page.read_text("utf-8")
    for name in {*re.findall(r"`([^`\s]+)`", text), *re.findall(r"\]\(([^)#]+)\)", text)}:
        if name.startswith(ROOTS) and not set(name) & set("*…<"):
            yield name


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_path_that_a_page_names_is_there(page):
    missing = [n for n in _named(page) if not any((base / n).exists() for base in (ROOT, ROOT / "samples"))]
    assert not missing


def test_every_room_is_in_the_architecture():
    rooms = {p.name for p in (ROOT / "src" / "riwaya").iterdir() if (p / "__init__.py").exists()}
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    assert [r for r in sorted(rooms) if f"`{r}/`" not in text] == []


_FENCED = re.compile(r"^```(?:python|pycon)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


def _examples(text):
    """The text with all but its fenced Python blanked out, so that doctest's line numbers are the page's own."""
    kept, place = [], 0
    for block in _FENCED.finditer(text):
        kept += ["\n" * text.count("\n", place, block.start(1)), block[1]]
        place = block.end(1)
    return "".join(kept)


SHOWN = [page for page in PAGES if ">>> " in page.read_text("utf-8")]


@pytest.mark.parametrize("page", SHOWN, ids=lambda p: p.name)
def test_examples_give_what_the_page_shows(page):
    """The blocks of a page are one session, read from the top."""
    text = page.read_text("utf-8")
    examples = doctest.DocTestParser().get_doctest(_examples(text), {}, page.name, str(page), 0)
    assert len(examples.examples) == len(re.findall(r"^>>> ", text, re.MULTILINE)), "an example outside a fence"
    said = []
    failed = doctest.DocTestRunner(optionflags=_OPTIONS).run(examples, out=said.append).failed
    assert not failed, "".join(said)
