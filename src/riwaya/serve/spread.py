"""Who copied whom, how sure that is, and what changed on the way."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from riwaya.language.letters import fold
from riwaya.records import Copy, Edit, Passage, Report, Role
from riwaya.serve.compare import named
from riwaya.serve.direction import confidence, reasons
from riwaya.serve.stances import Bench
from riwaya.serve.tongue import Noun
from riwaya.serve.views import Change, Family, Node, Part

_LEAST = 0.05  # a copy of less than this is a shared phrase and no branch of the tree
_CHANGES = 40
_TOLD = (Edit.REWORDED, Edit.CUT, Edit.ADDED, Edit.CORRUPTED)


@dataclass(frozen=True, slots=True)
class _Forest:
    """Who stands under whom, by which copy, and with whom one shares text though nobody can tell who copied."""

    children: dict[str, list[Report]]
    copies: dict[tuple[str, str], Copy]
    tied: dict[str, list[Copy]]


def families(bench: Bench) -> tuple[Family, ...]:
    """Trees of copies, the largest first; reports that share nothing stand alone at the end."""
    children: defaultdict[str, list[Report]] = defaultdict(list)
    tied: defaultdict[str, list[Copy]] = defaultdict(list)
    for copy in bench.dossier.copies:
        if copy.direction.confidence <= 0:
            tied[copy.original].append(copy)
            tied[copy.derived].append(copy)
    roots: list[Report] = []
    for report in (r for r in bench.dossier.reports if r.role is not Role.TEASER or r.share >= _LEAST):
        if report.origin is not None and report.share >= _LEAST and report.origin in bench.marks.articles:
            children[report.origin].append(report)
        else:
            roots.append(report)
    copies = {(copy.original, copy.derived): copy for copy in bench.dossier.copies}
    forest = _Forest(children, copies, tied)
    grown = [(report, _node(bench, report, forest)) for report in roots]
    by_agency: defaultdict[str, list[Node]] = defaultdict(list)
    alone: list[Family] = []
    for report, node in grown:
        agency = report.agency or ""
        if agency and not names_agency(report.label, agency):
            by_agency[agency].append(node)
        else:
            alone.append(Family(agency="", roots=(node,)))
    credited = [Family(agency=agency, roots=tuple(nodes)) for agency, nodes in by_agency.items()]
    return tuple(sorted([*credited, *alone], key=lambda f: -sum(_size(node) for node in f.roots)))


def names_agency(label: str, agency: str) -> bool:
    """Whether a report's label is the agency itself: وكالة نداء للأنباء, نداء."""
    return fold(agency) in fold(label).split() or fold(agency) == fold(label)


def _size(node: Node) -> int:
    return 1 + sum(_size(child) for child in node.children)


def _node(bench: Bench, report: Report, forest: _Forest) -> Node:
    copy = forest.copies.get((report.origin or "", report.article))
    below = sorted(forest.children.get(report.article, ()), key=lambda r: -r.share)
    place = bench.marks.short(report.article)
    aside = bench.marks.beside(copy.original, copy.derived) if copy is not None else ""
    return Node(
        id=f"n-{place}",
        label=report.label,
        headline=report.headline,
        day=bench.day(report.published_at),
        share=bench.tongue.percent(report.share) if copy is not None else "",
        width=round(report.share * 100) if copy is not None else -1,
        direction=confidence(copy.direction, bench.tongue) if copy is not None else "",
        why=reasons(copy.direction, bench.tongue) if copy is not None else "",
        shares="" if copy is not None else _shares(bench, report, forest.tied.get(report.article, ())),
        note=" · ".join(part for part in (bench.tongue.say(f"role.{report.role}"), _edits(bench, copy)) if part),
        href=bench.marks.text(report.article),
        compare=aside,
        changes=_changes(bench, copy) if copy is not None and not aside else (),
        children=tuple(_node(bench, child, forest) for child in below),
    )


def _shares(bench: Bench, report: Report, tied: Sequence[Copy]) -> str:
    """With whom a report shares text though nothing tells which of the two came first."""
    most = max(tied, key=lambda c: (max(c.share, c.coverage), c.original, c.derived), default=None)
    if most is None or max(most.share, most.coverage) < _LEAST:
        return ""
    other = most.derived if most.original == report.article else most.original
    part = most.coverage if most.original == report.article else most.share
    return bench.tongue.say("copies.shares", other=bench.labels[other], part=bench.tongue.percent(part))


def _edits(bench: Bench, copy: Copy | None) -> str:
    if copy is None:
        return ""
    count = {edit: sum(p.edit is edit for p in copy.passages) for edit in _TOLD}
    return " · ".join(
        f"{named(edit, bench.tongue).word} {bench.tongue.counted(count[edit], Noun.PLACE)}"
        for edit in _TOLD
        if count[edit]
    )


def _changes(bench: Bench, copy: Copy) -> tuple[Change, ...]:
    """Corrupted and reworded passages first, then what was cut and added."""
    order = [Edit.CORRUPTED, Edit.REWORDED, Edit.CUT, Edit.ADDED]
    kept = [p for p in copy.passages if p.edit in order]
    ranked = sorted(kept, key=lambda p: order.index(p.edit))
    return tuple(_change(bench, copy, passage) for passage in ranked[:_CHANGES])


def _change(bench: Bench, copy: Copy, passage: Passage) -> Change:
    left = _words(bench, copy.original, passage.original)
    right = _words(bench, copy.derived, passage.derived)
    alone = (Part(kind="cut" if left else "added", text=left or right),)
    parts = compare(left, right) if left and right else alone
    return Change(kind=passage.edit.value, word=named(passage.edit, bench.tongue).word, parts=parts)


def _words(bench: Bench, article: str, span: tuple[int, int] | None) -> str:
    return bench.marks.articles[article].text[slice(*span)].strip() if span is not None else ""


def compare(left: str, right: str) -> tuple[Part, ...]:
    """Two wordings as one line in reading order: what both have, what was cut, what was added."""
    a, b = left.split(), right.split()
    parts: list[Part] = []
    for edit, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if edit == "equal":
            parts.append(Part(kind="same", text=" ".join(a[i:j])))
            continue
        if i < j:
            parts.append(Part(kind="cut", text=" ".join(a[i:j])))
        if k < m:
            parts.append(Part(kind="added", text=" ".join(b[k:m])))
    return tuple(parts)
