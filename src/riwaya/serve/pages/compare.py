"""Any two articles side by side: changes of meaning first."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException

from riwaya.records import Article
from riwaya.run import desk
from riwaya.run.pipeline import copies_of
from riwaya.serve import addresses
from riwaya.serve.compare import Comparison, comparison
from riwaya.serve.page import Asked, Page, Sheet
from riwaya.serve.tongue import Tongue, isolated


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    label: str
    headline: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """`comparison` is None where the two share no text."""

    sides: tuple[Side, Side]
    comparison: Comparison | None


def view(asked: Asked) -> ComparePage:
    """The stored copy of the two; where none is, they are aligned here and now."""
    store = asked.site.store
    one, other = (_article(asked, name) for name in ("one", "other"))
    labels = {name: isolated(label) for name, label in desk.labelled(store, [one, other]).items()}
    held = {one.id: one, other.id: other}
    stored = [copy for copy in store.copies_with(one.id) if {copy.original, copy.derived} == set(held)]
    found = stored or ([] if one.id == other.id else list(copies_of([one, other])))
    made = None
    if found:
        copy = found[0]
        made = comparison(copy, held[copy.original], held[copy.derived], lambda a: labels[a.id], asked.tongue)
    sides = [Side(label=labels[a.id], headline=a.headline or "", href=addresses.article(a.id)) for a in (one, other)]
    return ComparePage(sides=(sides[0], sides[1]), comparison=made)


def _article(asked: Asked, name: str) -> Article:
    article = asked.site.store.article(asked.path(name))
    if article is None:
        raise HTTPException(404)
    return article


def sheet(page: ComparePage, tongue: Tongue) -> Sheet:
    """A row a passage."""
    rows = [
        (row.edit.word, "".join(run.text for run in row.original), "".join(run.text for run in row.derived))
        for row in (page.comparison.rows if page.comparison else ())
    ]
    head = ("compare.edit", "compare.original", "compare.derived")
    title = " | ".join(side.label for side in page.sides)
    return Sheet(title=title, head=tuple(tongue.say(key) for key in head), rows=tuple(rows))


PAGE = Page(name="compare", path="/compare/{one}/{other}", view=view, sheet=sheet)
