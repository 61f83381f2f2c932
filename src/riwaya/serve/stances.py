"""Who stands where: claims against speakers, and the panels that their cells open."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from riwaya.language.letters import fold
from riwaya.records import Act, Certainty, Claim, Dossier, Position, Published, Speaker, SpeakerKind, Statement
from riwaya.serve.marks import Marks, clip
from riwaya.serve.signs import NOBODY, Sign, called, feminine, of_act, sign
from riwaya.serve.tongue import Noun, Tongue, arabic
from riwaya.serve.views import ClaimRow, Head, Matrix, Panel, Quote, Source, Stance

_COLUMNS = 6  # speakers side by side that a laptop still shows in whole words
_ROWS = 8
_CHIPS = 5  # stances under the headline: the first screen holds no more
_FEWEST_ROWS = 3
_SPILLING = 5  # of them where a last column holds the others
_CLAIM = 150  # letters of a claim in its cell
# What commits most comes first where one house both asserts and explains.
_ORDER = (Act.DENY, Act.CONFIRM, Act.DECLINE, Act.THREATEN, Act.WARN, Act.PROMISE, Act.ANNOUNCE, Act.EXPECT)
_LEADS = ("asserts", "answers", "expects")
_TAKES_SIDES = {"deny", "decline", "confirm", "likely"}


@dataclass
class Bench:
    """What the parts of one page share while it is made."""

    dossier: Dossier
    marks: Marks
    labels: dict[str, str]
    said: dict[str, Statement]
    originals: frozenset[str] = frozenset()  # articles that copy no other
    panels: list[Panel] = field(default_factory=list)
    tongue: Tongue = arabic

    def day(self, published: Published | None) -> str:
        return self.tongue.days(published.first, published.last) if published is not None else self.tongue.say("no_day")

    def sign(self, act: Act, certainty: Certainty, *, feminine: bool, cue: str = "") -> Sign:
        return of_act(act, certainty, feminine=feminine, cue=cue, tongue=self.tongue)


@dataclass(frozen=True)
class _Column:
    """One house, or one speaker who speaks for none, on one claim."""

    name: str
    positions: tuple[Position, ...]

    @property
    def nobody(self) -> bool:
        """Words whose speaker the article does not name: no column, no headline goes to them."""
        return self.chief.speaker.name == NOBODY

    @property
    def lead(self) -> str:
        """Where it stands beside others on one claim: who assert it, then who answer, then who only expect."""
        act = self.chief.act
        if act in {Act.DENY, Act.CONFIRM, Act.DECLINE}:
            return "answers"
        return "expects" if act is Act.EXPECT or self.chief.certainty is not Certainty.CERTAIN else "asserts"

    @property
    def chief(self) -> Position:
        return min(self.positions, key=lambda p: (_rank(p.act), -len(p.outlets)))


def _rank(act: Act) -> int:
    return _ORDER.index(act) if act in _ORDER else len(_ORDER)


def stances(bench: Bench) -> tuple[Matrix, tuple[ClaimRow, ...]]:
    """The matrix, and the claims that have no row in it."""
    columns = {claim.id: _columns(claim) for claim in bench.dossier.claims}
    shown = _shown(bench.dossier.claims, columns)
    heads = _heads([columns[claim.id] for claim in shown])
    rows = tuple(_row(bench, claim, columns[claim.id], heads) for claim in shown)
    rest = [claim for claim in bench.dossier.claims if claim not in shown]
    major = len(bench.panels)
    sayings = tuple(_row(bench, claim, columns[claim.id], ()) for claim in rest)
    bench.panels[major:] = [replace(panel, minor=True) for panel in bench.panels[major:]]
    return Matrix(heads=tuple(_head(bench, name) for name in heads), rows=rows), sayings


def _columns(claim: Claim) -> dict[str, _Column]:
    """Positions by house: a spokesperson stands in the column of those for whom he speaks."""
    held: defaultdict[str, list[Position]] = defaultdict(list)
    names: dict[str, str] = {}
    for position in claim.positions:
        name = position.house or called(position.speaker)
        held[fold(name)].append(position)
        names.setdefault(fold(name), name)
    return {key: _Column(names[key], tuple(found)) for key, found in held.items()}


def stands(claim: Claim) -> int:
    """How many take a stand on it, a house and its spokesperson being one."""
    return sum(not column.nobody for column in _columns(claim).values())


def _shown(claims: Sequence[Claim], columns: dict[str, dict[str, _Column]]) -> list[Claim]:
    named = {claim.id: sum(not column.nobody for column in columns[claim.id].values()) for claim in claims}
    shared = [claim for claim in claims if named[claim.id] > 1][:_ROWS]
    if len(shared) >= _FEWEST_ROWS:
        return shared
    alone = [claim for claim in claims if named[claim.id] == 1]
    ranked = sorted(alone, key=lambda c: -len({o for p in c.positions for o in p.outlets}))
    chosen = [*shared, *ranked[: _FEWEST_ROWS + 1 - len(shared)]]
    return [claim for claim in claims if claim in chosen]


def _heads(rows: list[dict[str, _Column]]) -> tuple[str, ...]:
    """The speakers who stand on most claims; those on the first claim first, the most committed of them in front."""
    first: dict[str, tuple[int, int, int]] = {}
    count: defaultdict[str, int] = defaultdict(int)
    for at, row in enumerate(rows):
        named = [(key, column) for key, column in row.items() if not column.nobody]
        for place, (key, column) in enumerate(named):
            first.setdefault(key, (at, _LEADS.index(column.lead), place))
            count[key] += 1
    room = _COLUMNS if len(first) <= _COLUMNS else _SPILLING
    most = sorted(first, key=lambda key: (-count[key], first[key]))[:room]
    return tuple(sorted(most, key=first.__getitem__))


def _head(bench: Bench, key: str) -> Head:
    for claim in bench.dossier.claims:
        column = _columns(claim).get(key)
        if column is not None:
            speaker = column.chief.speaker
            role = speaker.role if column.chief.house is None and speaker.role else ""
            if speaker.kind is SpeakerKind.UNNAMED:
                role = bench.tongue.say("unnamed")
            return Head(name=column.name, role=role)
    return Head(name=key, role="")


def _row(bench: Bench, claim: Claim, columns: dict[str, _Column], heads: tuple[str, ...]) -> ClaimRow:
    cells = tuple(
        _stance(bench, claim, columns[key], minor=False) if key in columns else _silent(bench, claim, key)
        for key in heads
    )
    others = [(key, column) for key, column in columns.items() if key not in heads and not (heads and column.nobody)]
    return ClaimRow(
        id=claim.id,
        text=clip(claim.text, _CLAIM),
        standing=bench.tongue.say(f"standing.{claim.standing}", count=bench.tongue.digits(claim.sources)),
        why=clip(claim.why, _CLAIM),
        cells=cells,
        others=tuple(_stance(bench, claim, column, minor=not heads) for _, column in others),
    )


def _silent(bench: Bench, claim: Claim, key: str) -> Stance:
    head = _head(bench, key)
    return Stance(
        id=f"{claim.id}-{key}",
        speaker=head.name,
        sign=sign("none", tongue=bench.tongue),
        note="",
        outlets="",
        weight=0,
        panel=None,
    )


def _stance(bench: Bench, claim: Claim, column: _Column, *, minor: bool) -> Stance:
    """`minor` where the claim has no row in the matrix."""
    chief = column.chief
    said = [bench.said[one] for one in chief.statements]
    shown = bench.sign(chief.act, chief.certainty, feminine=feminine(chief.speaker, said, column.name), cue=said[0].cue)
    cell = f"k-{chief.statements[0]}"
    places = [one for position in column.positions for one in position.statements]
    if minor and len(places) == 1:  # one place needs no panel: hundreds of them would outweigh the page
        panel = quote(bench, said[0], cell).sources[0].href
    else:
        name = f"p-{len(bench.panels) + 1}"
        panel = f"#{name}"
        bench.panels.append(_panel(bench, claim, column, (name, cell, shown)))
    outlets = sorted({outlet for position in column.positions for outlet in position.outlets})
    return Stance(
        id=cell,
        speaker=column.name,
        sign=shown,
        note=_note(bench, chief, column.name, said),
        outlets=bench.tongue.counted(len(outlets), Noun.OUTLET),
        weight=0 if column.nobody else len(outlets) + (chief.act is Act.ANNOUNCE),
        panel=panel,
        statements=chief.statements,
    )


def _note(bench: Bench, chief: Position, column: str, said: list[Statement]) -> str:
    via = next((s.via[0] for s in said if s.via), None)
    through = bench.tongue.say("via", chain=via) if via is not None and all(s.via for s in said) else ""
    name = called(chief.speaker, bench.tongue)
    person = name if fold(name) != fold(column) else ""
    return bench.tongue.joined([part for part in (person, through) if part])


def _panel(bench: Bench, claim: Claim, column: _Column, named: tuple[str, str, Sign]) -> Panel:
    panel, cell, shown = named
    said = [
        bench.said[one]
        for position in sorted(column.positions, key=lambda p: p is not column.chief)
        for one in position.statements
    ]
    quotes = [quote(bench, one, panel) for one in sorted(said, key=lambda s: _in_headline(bench, s))]
    speaker = column.chief.speaker
    return Panel(
        id=panel,
        back=cell,
        minor=False,
        claim=claim.text,
        speaker=column.name,
        role=_role(bench, column.name, speaker),
        sign=shown,
        quotes=_gathered(quotes),
    )


def _role(bench: Bench, column: str, speaker: Speaker) -> str:
    """Who speaks for the house, with his office; of one who speaks for himself the office alone."""
    parts = (speaker.name if column != called(speaker) else "", speaker.role or "")
    return bench.tongue.joined([part for part in parts if part])


def _gathered(quotes: list[Quote]) -> tuple[Quote, ...]:
    """What outlets have word for word alike stands once, with all their names."""
    found: dict[tuple[str, str, str, str], Quote] = {}
    for one in quotes:
        key = (one.speaker, one.before, one.words, one.after)
        held = found.get(key)
        found[key] = one if held is None else replace(held, sources=(*held.sources, *one.sources))
    return tuple(found.values())


def _in_headline(bench: Bench, statement: Statement) -> bool:
    """A headline's few words come after the text's own."""
    span = bench.marks.articles[statement.article].headline_span
    return span is not None and statement.spans.content[1] <= span[1]


def quote(bench: Bench, statement: Statement, panel: str) -> Quote:
    """A statement's words in their sentence."""
    shown = bench.sign(
        statement.act, statement.certainty, feminine=feminine(statement.speaker, [statement]), cue=statement.cue
    )
    span = statement.spans.content
    before, words, after = bench.marks.context(statement.article, span)
    href = bench.marks.href(statement.article, span, shown, f"#{panel}")
    meta = [bench.tongue.when(statement.said_on)] if statement.said_on is not None else []
    if statement.via:
        meta.append(bench.tongue.say("via", chain=bench.tongue.say("from").join(reversed(statement.via))))
    return Quote(
        speaker=called(statement.speaker, bench.tongue),
        meta=" · ".join(meta),
        before=before,
        words=words,
        after=after,
        sentence=bench.marks.sentence(statement.article, span),
        sources=(
            Source(label=bench.labels[statement.article], href=href, original=statement.article in bench.originals),
        ),
        headline=_in_headline(bench, statement),
        rule=bench.tongue.rule(statement.rule),
        sign=shown,
    )


def lead_stances(row: ClaimRow) -> tuple[Stance, ...]:
    """Those who take a stand on the first claim, opposed ones beside each other, the most carried first."""
    taken = sorted((s for s in (*row.cells, *row.others) if s.panel is not None and s.weight), key=lambda s: -s.weight)
    asserts = [stance for stance in taken if stance.sign.icon not in _TAKES_SIDES]
    sides = sorted((s for s in taken if s.sign.icon in _TAKES_SIDES), key=lambda s: s.sign.icon == "likely")
    return (*asserts[:1], *sides, *asserts[1:])[:_CHIPS]
