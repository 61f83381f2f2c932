"""Documents say what is there: files they name exist, and every room is described."""

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
