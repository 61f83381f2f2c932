import sys
from pathlib import Path

import pytest

from riwaya.language import lexicon


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    name = f"lexicon_case_{request.node.name}"
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    yield name
    sys.modules.pop(name, None)


def write(package: str, text: str) -> None:
    folder = Path(next(path for path in sys.path if (Path(path) / package).is_dir()))
    (folder / package / "t.tsv").write_text(text, "utf-8")


def test_cells_are_trimmed_and_comments_and_blank_lines_left_out(package: str):
    write(package, "# made for this test\nأيلول\t 9 \n\n# note\nآب\t8\n")
    assert lexicon.rows(package, "t.tsv") == (("أيلول", "9"), ("آب", "8"))


def test_keys_are_folded_and_the_first_of_two_stands(package: str):
    write(package, "# made for this test\nآب\t8\nاب\tfather\n")
    assert lexicon.table(package, "t.tsv") == {"اب": ("8",)}
    assert lexicon.words(package, "t.tsv") == {"اب"}


@pytest.mark.parametrize("text", ["أيلول\t9\n", "# made for this test\nأيلول\t9\nآب\n"])
def test_a_table_without_source_or_of_unequal_width_raises(package: str, text: str):
    write(package, text)
    with pytest.raises(ValueError, match=r"t\.tsv"):
        lexicon.rows(package, "t.tsv")
