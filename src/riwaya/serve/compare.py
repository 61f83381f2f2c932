"""Two texts side by side: each passage of one against that of the other, what it became, and what it says otherwise.

`Comparison` is a page's part: templates/compare.html makes HTML of it wherever it is shown.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from riwaya.language import lexicon
from riwaya.language.tokens import words
from riwaya.records import Article, Change, Copy, Edit, Meaning, Passage, Span
from riwaya.serve.direction import confidence, reasons
from riwaya.serve.tongue import Noun, Tongue, arabic

GRAVEST = (Meaning.NEGATION, Meaning.NUMBER, Meaning.NAME, Meaning.ATTRIBUTION)  # as an editor would want them
MOST = 100  # comparisons on one page: a browser still turns its leaves at once
_AROUND = 80  # letters of a sentence shown on each side of words that changed its meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What became of words: the table's name for it (a class of the style sheet), a glyph and a word for readers."""

    name: str
    glyph: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one side: `kind` is same, cut or added; `number` that of the change of meaning they are, else 0."""

    kind: str
    text: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One passage; a side without it has no runs. `moved` where it stands elsewhere in the order of the copy."""

    edit: Named
    moved: Named | None
    original: tuple[Run, ...]
    derived: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A change of meaning: `old` and `new` are the words, one of them empty where nothing stands in their place."""

    number: int
    kind: Named
    old: str
    new: str
    context: tuple[str, str, str]  # before, the words, and after, in the copy; in the original where the copy has none


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One of the two articles."""

    article: str
    label: str
    headline: str
    day: str
    agency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two articles that share text. `known` is False where nobody can tell which came first."""

    id: str
    original: End
    derived: End
    known: bool
    direction: str
    why: str
    share: str
    coverage: str
    agency: str
    counts: tuple[tuple[Named, str], ...]
    shifts: tuple[Shift, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesPage:
    """Comparisons, those with changes of meaning first; `told` says how many of how many are shown."""

    told: str
    comparisons: tuple[Comparison, ...]


def copies_page(copies: Sequence[Copy], articles: Mapping[str, Article], labels: Mapping[str, str]) -> CopiesPage:
    """What changed meaning first, then the largest share; `articles` and `labels` by article id."""
    ranked = sorted(copies, key=lambda c: (not _numbered(c), -max(c.share, c.coverage), c.original, c.derived))
    shown = ranked[:MOST]
    told = arabic.counted(len(shown), Noun.PAIR)
    if len(ranked) > len(shown):
        told = f"{told} من {arabic.digits(len(ranked))}: ما تغيّر معناه أولاً، ثم الأكبر نصيباً"
    made = (comparison(c, articles[c.original], articles[c.derived], lambda a: labels[a.id]) for c in shown)
    return CopiesPage(told=told, comparisons=tuple(made))


def named(name: str, tongue: Tongue = arabic) -> Named:
    """The glyph and words for an edit or a kind of change."""
    glyph, word, english = lexicon.table("riwaya.serve", "passages.tsv")[name]
    return Named(name=name, glyph=glyph, word=word if tongue.arabic else english)


def comparison(
    copy: Copy, original: Article, derived: Article, label: Callable[[Article], str], tongue: Tongue = arabic
) -> Comparison:
    """The page's part for one copy; `label` is what an article is called there."""
    numbers = _numbered(copy)
    counted = Counter(passage.edit.value for passage in copy.passages)
    counted["moved"] = sum(passage.moved for passage in copy.passages)
    return Comparison(
        id=f"c-{original.id[:12]}-{derived.id[:12]}",
        original=_end(original, label(original), tongue),
        derived=_end(derived, label(derived), tongue),
        known=copy.direction.confidence > 0,
        direction=confidence(copy.direction, tongue),
        why=reasons(copy.direction, tongue),
        share=tongue.percent(copy.share),
        coverage=tongue.percent(copy.coverage),
        agency=tongue.agency(copy.agency) or "",
        counts=tuple((named(name, tongue), tongue.digits(counted[name])) for name in (*Edit, "moved") if counted[name]),
        shifts=tuple(
            _shift(change, number, (original.text, derived.text), tongue) for change, number in numbers.items()
        ),
        rows=tuple(_row(passage, numbers, (original.text, derived.text), tongue) for passage in copy.passages),
    )


def _end(article: Article, label: str, tongue: Tongue) -> End:
    published = article.published_at
    return End(
        article=article.id,
        label=label,
        headline=article.headline or "",
        day=tongue.days(published.first, published.last) if published else tongue.say("no_day"),
        agency=tongue.agency(article.agency) or "",
    )


def _numbered(copy: Copy) -> dict[Change, int]:
    """The changes of meaning, the gravest first, each with its number on the page."""
    found = [change for kind in GRAVEST for p in copy.passages for change in p.changes if change.kind is kind]
    return {change: number for number, change in enumerate(dict.fromkeys(found), 1)}


def _shift(change: Change, number: int, texts: tuple[str, str], tongue: Tongue) -> Shift:
    original, derived = texts
    old, new = (_words(text, span) for text, span in ((original, change.original), (derived, change.derived)))
    text, span = (derived, change.derived) if change.derived else (original, change.original or (0, 0))
    return Shift(number=number, kind=named(change.kind, tongue), old=old, new=new, context=_context(text, span))


def _context(text: str, span: Span) -> tuple[str, str, str]:
    first, last = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
    before, after = text[first : span[0]], text[span[1] : last if last >= 0 else None]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return before, text[slice(*span)], after


def _words(text: str, span: Span | None) -> str:
    return " ".join(text[slice(*span)].split()) if span else ""


def _row(passage: Passage, numbers: dict[Change, int], texts: tuple[str, str], tongue: Tongue) -> Row:
    original, derived = texts
    cut, added = _differing(passage, original, derived)
    marks = [(change, numbers[change]) for change in passage.changes]
    return Row(
        edit=named(passage.edit, tongue),
        moved=named("moved", tongue) if passage.moved else None,
        original=_runs(original, passage.original, ("cut", cut), [(c.original, n) for c, n in marks if c.original]),
        derived=_runs(derived, passage.derived, ("added", added), [(c.derived, n) for c, n in marks if c.derived]),
    )


def _differing(passage: Passage, original: str, derived: str) -> tuple[list[Span], list[Span]]:
    """The spans of words that only one side has."""
    if passage.original is None or passage.derived is None:
        return [s for s in (passage.original,) if s], [s for s in (passage.derived,) if s]
    if passage.edit is Edit.VERBATIM:
        return [], []
    sides = [
        [(start + a, start + b, token.folded) for token in words(text[start:end]) for a, b in (token.span,)]
        for text, (start, end) in ((original, passage.original), (derived, passage.derived))
    ]
    cut: list[Span] = []
    added: list[Span] = []
    matcher = SequenceMatcher(None, [w[2] for w in sides[0]], [w[2] for w in sides[1]], autojunk=False)
    for edit, i, j, k, m in matcher.get_opcodes():
        if edit != "equal" and i < j:
            cut.append((sides[0][i][0], sides[0][j - 1][1]))
        if edit != "equal" and k < m:
            added.append((sides[1][k][0], sides[1][m - 1][1]))
    return cut, added


def _runs(
    text: str, whole: Span | None, differing: tuple[str, Sequence[Span]], marks: Sequence[tuple[Span, int]]
) -> tuple[Run, ...]:
    """A side's words cut wherever their kind or their change of meaning begins or ends."""
    if whole is None:
        return ()
    kind, spans = differing
    edges = {*whole, *(edge for span in spans for edge in span), *(edge for span, _ in marks for edge in span)}
    ordered = sorted(edge for edge in edges if whole[0] <= edge <= whole[1])
    found = []
    for start, end in pairwise(ordered):
        number = next((n for span, n in marks if span[0] <= start < span[1]), 0)
        other = any(a <= start < b for a, b in spans)
        found.append(Run(kind=kind if other else "same", text=text[start:end], number=number))
    return tuple(found)
