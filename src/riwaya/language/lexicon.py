"""Tables beside the code: TSV files whose first line is a comment that names their source.

    from riwaya.language import lexicon
    lexicon.rows("riwaya.dates", "months.tsv")     # every row as a tuple of cells
    lexicon.words("riwaya.language", "x.tsv")      # the first column, folded, as a set
    lexicon.table("riwaya.dates", "months.tsv")    # folded first column → the other cells

A table that breaks these rules is a programmer's mistake and raises at once.
"""

from functools import cache
from importlib import resources

from riwaya.language.letters import fold

Row = tuple[str, ...]


@cache
def rows(package: str, name: str) -> tuple[Row, ...]:
    """Rows of the table `name` in `package`, cells trimmed; comments and blank lines left out.

    Raises:
        ValueError: no source named in the first line, or rows of unequal width.
    """
    text = resources.files(package).joinpath(name).read_text("utf-8")
    if not text.startswith("#"):
        message = f"{package}/{name}: the first line must be a comment that names the source"
        raise ValueError(message)
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    found = tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)
    if len({len(row) for row in found}) > 1:
        message = f"{package}/{name}: rows of unequal width"
        raise ValueError(message)
    return found


@cache
def words(package: str, name: str) -> frozenset[str]:
    """The first column of a table, folded."""
    return frozenset(fold(row[0]) for row in rows(package, name))


@cache
def table(package: str, name: str) -> dict[str, Row]:
    """Folded first column to the other cells. Where two rows fold to one key the first stands."""
    found: dict[str, Row] = {}
    for row in rows(package, name):
        found.setdefault(fold(row[0]), row[1:])
    return found
