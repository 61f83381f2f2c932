"""The story page as a dataclass, every string ready: HTML, Markdown and the terminal show the same one."""

from dataclasses import dataclass

from riwaya.serve.signs import Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report that has the words; `href` leads to them in it."""

    label: str
    href: str
    original: bool = False  # it copies no other report


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words in their place: `before` and `after` are what stands around them, in every one of `sources` alike."""

    speaker: str
    meta: str  # day said, how certain, through whom
    before: str
    words: str
    after: str
    sentence: str  # all of it
    sources: tuple[Source, ...]
    rule: str
    sign: Sign
    headline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What a cell opens: where one speaker stands on one claim, in the words of each outlet."""

    id: str
    back: str  # id of what opened it
    minor: bool  # of a claim outside the matrix: not printed
    claim: str
    speaker: str
    role: str
    sign: Sign
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One speaker on one claim, as a cell or a chip; `panel` is None where the speaker says nothing of it."""

    id: str
    speaker: str
    sign: Sign
    note: str  # who in person, through whom
    outlets: str
    weight: int  # outlets, as a number
    panel: str | None  # what it opens: a panel or, for the one place of a minor claim, that place
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim against the speakers of `Matrix.heads`; `others` are stances of speakers without a column."""

    id: str
    text: str
    standing: str  # on whose word the claim stands; empty where nobody asserts or denies it
    why: str
    cells: tuple[Stance, ...]
    others: tuple[Stance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    heads: tuple[Head, ...]
    rows: tuple[ClaimRow, ...]

    @property
    def spills(self) -> bool:
        """Whether some row has speakers beyond the columns: they stand in a last one."""
        return any(row.others for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A sentence of an article, word for word, with the number of its source."""

    text: str
    number: str
    source: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the timeline."""

    kind: str
    sign: Sign | None
    text: str
    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """`past` is before the story began: what its reports recall."""

    label: str
    past: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of words in a comparison: `kind` is same, cut or added."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One sentence of an original as its copy has it."""

    kind: str
    word: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A report in the tree of copies. `width` is its share in hundredths, for the bar; -1 for an original."""

    id: str
    label: str
    headline: str
    day: str
    share: str
    width: int
    note: str
    direction: str  # how sure it is who copied whom; empty where nobody was copied
    why: str
    shares: str  # with whom it shares text, where nobody can tell who copied
    href: str
    compare: str  # the two texts side by side, where they have a page of their own: `changes` is empty then
    changes: tuple[Change, ...]
    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Reports of one text; `agency` where they credit one whose own page is not among them."""

    agency: str
    roots: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What one outlet did with one utterance."""

    outlet: str
    sign: Sign
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverRow:
    speaker: str
    sign: Sign
    text: str
    href: str
    states: tuple[State, ...]

    def of(self, icon: str) -> tuple[str, ...]:
        return tuple(state.outlet for state in self.states if state.sign.icon == icon)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """`wide` where there are more outlets than columns that can be read."""

    outlets: tuple[str, ...]
    rows: tuple[CoverRow, ...]
    wide: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    spelling: str
    outlets: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    canonical: str
    kind: str
    roles: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    word: str
    text: str
    places: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    label: str
    headline: str
    day: str
    basis: str
    agency: str
    origin: str
    role: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """Who left out a denial, refusal or confirmation of the first claim."""

    text: str
    outlets: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A related story: `asked` is the command that opens it; `href` its page, where there is one."""

    title: str
    why: str
    asked: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A piece of an article's line: text, or where a highlight opens or closes. `back` leads to its panel."""

    kind: str
    text: str = ""
    id: str = ""
    sign: Sign | None = None
    back: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    kind: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    id: str
    label: str
    meta: str
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    title: str
    status: str
    days: str
    truth: tuple[str, ...]
    rule: str  # how independent texts are counted
    verdict: tuple[Stance, ...]  # who stands where on the first claim
    absent: tuple[Absent, ...]
    lead: tuple[Cited, ...]
    legend: tuple[Sign, ...]
    matrix: Matrix
    sayings: tuple[ClaimRow, ...]
    timeline: tuple[Day, ...]
    families: tuple[Family, ...]
    cover: Cover
    reports: tuple[ReportRow, ...]
    names: tuple[NameRow, ...]
    other_names: tuple[str, ...]  # those that all outlets spell alike
    oddities: tuple[Oddity, ...]
    related: tuple[Near, ...]
    keywords: tuple[str, ...]
    panels: tuple[Panel, ...]
    texts: tuple[Text, ...]
