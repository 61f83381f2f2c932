"""Who copied whom, with what changed on the way; and who carried what."""

from collections import defaultdict
from difflib import SequenceMatcher

from riwaya.language.letters import fold
from riwaya.records import Act, Carried, Copy, Coverage, Edit, Passage, Report, Role, Statement
from riwaya.serve import arabic
from riwaya.serve.marks import clip
from riwaya.serve.signs import feminine, of_act, sign
from riwaya.serve.stances import Bench
from riwaya.serve.views import Change, Cover, CoverRow, Family, Node, Part, State

_LEAST = 0.05  # a copy of less than this is a shared phrase and no branch of the tree
_OUTLETS = 8  # columns of outlets that can be read beside the words
_ROWS = 14
_TEASER = "مقتطف"
_SAID = 150
_CHANGES = 40
_WORDS = {
    Edit.REWORDED: "أُعيدت صياغته",
    Edit.CUT: "حُذف",
    Edit.ADDED: "أُضيف",
    Edit.CORRUPTED: "حُرّف",
}
_ICONS = {Carried.CARRIED: "carried", Carried.REWORDED: "reworded", Carried.LEFT_OUT: "left_out"}


def families(bench: Bench) -> tuple[Family, ...]:
    """Trees of copies, the largest first; reports that share nothing stand alone at the end."""
    copies = {(copy.original, copy.derived): copy for copy in bench.dossier.copies}
    children: defaultdict[str, list[Report]] = defaultdict(list)
    roots: list[Report] = []
    for report in (r for r in bench.dossier.reports if r.role is not Role.TEASER or r.share >= _LEAST):
        if report.origin is not None and report.share >= _LEAST and report.origin in bench.marks.articles:
            children[report.origin].append(report)
        else:
            roots.append(report)
    grown = [(report, _node(bench, report, children, copies)) for report in roots]
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


def _node(bench: Bench, report: Report, children: dict[str, list[Report]], copies: dict[tuple[str, str], Copy]) -> Node:
    copy = copies.get((report.origin or "", report.article))
    below = sorted(children.get(report.article, ()), key=lambda r: -r.share)
    place = bench.marks.short(report.article)
    return Node(
        id=f"n-{place}",
        label=report.label,
        headline=report.headline,
        day=arabic.day(report.published_at.first) if report.published_at is not None else "بلا تاريخ",
        share=arabic.percent(report.share) if copy is not None else "",
        width=round(report.share * 100) if copy is not None else -1,
        note=" · ".join(part for part in (_TEASER if report.role is Role.TEASER else "", _edits(copy)) if part),
        href=f"#t-{place}",
        changes=_changes(bench, copy) if copy is not None else (),
        children=tuple(_node(bench, child, children, copies) for child in below),
    )


def _edits(copy: Copy | None) -> str:
    if copy is None:
        return ""
    count = {edit: sum(p.edit is edit for p in copy.passages) for edit in _WORDS}
    return " · ".join(
        f"{word} {arabic.counted(count[edit], arabic.TIME)}" for edit, word in _WORDS.items() if count[edit]
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
    return Change(kind=passage.edit.value, word=_WORDS[passage.edit], parts=parts)


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


def cover(bench: Bench) -> Cover:
    """Utterances that some outlets carry and others don't come first: that is what a reader looks for."""
    outlets = tuple(dict.fromkeys(report.label for report in bench.dossier.reports))
    if len(outlets) < 2:  # noqa: PLR2004 - nobody to compare with
        return Cover(outlets=outlets, rows=(), wide=False)
    told = [row for row in bench.dossier.coverage if len(row.text) > 1]
    ranked = sorted(told, key=lambda row: -_parted(row))
    chosen = set(map(id, ranked[:_ROWS]))
    rows = tuple(_cover_row(bench, row, outlets) for row in told if id(row) in chosen)
    return Cover(outlets=outlets, rows=rows, wide=len(outlets) > _OUTLETS)


def _parted(row: Coverage) -> float:
    """How much an utterance parts the outlets: most where half carry it; a denial or refusal weighs more."""
    carried = sum(state is not Carried.LEFT_OUT for state in row.outlets.values())
    left = len(row.outlets) - carried
    return min(carried, left) + carried / 100 + (0.5 if row.act.value in {"deny", "decline", "confirm"} else 0)


def _cover_row(bench: Bench, row: Coverage, outlets: tuple[str, ...]) -> CoverRow:
    forms = [bench.said[one] for one in row.statements]
    best = next((form for form in forms if form.content == row.text), forms[0])
    shown = of_act(row.act, best.certainty, feminine=feminine(row.speaker, forms))
    return CoverRow(
        speaker=row.speaker.name,
        sign=shown,
        text=clip(_told(best), _SAID),
        href=bench.marks.href(best.article, best.spans.content, shown),
        states=tuple(_state(bench, row, outlet) for outlet in outlets),
    )


def _told(statement: Statement) -> str:
    """The words, in marks where they are the speaker's own; a refusal keeps the عن that makes it one."""
    words = statement.content.strip()
    if statement.quotes and len(statement.quotes[0]) >= len(words) / 2:
        return f"«{statement.quotes[0].strip()}»"
    return f"عن {words}" if statement.act is Act.DECLINE and not words.startswith(("عن ", "أن ", "أنّ ")) else words


def _state(bench: Bench, row: Coverage, outlet: str) -> State:
    """A carried utterance opens its words in that outlet; one left out opens the outlet's text, to be seen."""
    articles = [report.article for report in bench.dossier.reports if report.label == outlet]
    state = row.outlets.get(outlet)
    own = next((bench.said[s] for s in row.statements if bench.said[s].article in articles), None)
    if own is not None and state is not Carried.LEFT_OUT:
        href = bench.marks.href(own.article, own.spans.content)
    else:
        href = f"#t-{bench.marks.short(articles[0])}"
    return State(outlet=outlet, sign=sign(_ICONS[state] if state is not None else "before"), href=href)
