"""Who carried what was said and who left it out; first of all, who left out the answer to the first claim."""

from riwaya.records import Act, Carried, Coverage
from riwaya.serve.marks import clip
from riwaya.serve.signs import NOBODY, feminine, sign
from riwaya.serve.stances import Bench, stands
from riwaya.serve.views import Absent, Cover, CoverRow, Stance, State

_OUTLETS = 8  # columns of outlets that can be read beside the words
_ROWS = 14
_SAID = 150
_ICONS = {Carried.CARRIED: "carried", Carried.REWORDED: "reworded", Carried.LEFT_OUT: "left_out"}
_ANSWERED = {"deny", "decline", "confirm"}
_ANSWERS = {Act.DENY, Act.DECLINE, Act.CONFIRM}


def absent(bench: Bench, verdict: tuple[Stance, ...]) -> tuple[Absent, ...]:
    """For each who answers the first claim: the outlets that carry nothing of the answer."""
    found = []
    for stance in (s for s in verdict if s.sign.icon in _ANSWERED):
        rows = [row for row in bench.dossier.coverage if set(row.statements) & set(stance.statements)]
        states = [(outlet, state) for row in rows for outlet, state in row.outlets.items()]
        told = {outlet for outlet, state in states if state is not Carried.LEFT_OUT}
        missing = [o for o in dict.fromkeys(bench.labels.values()) if o not in told and o in dict(states)]
        if missing:
            text = bench.tongue.say(f"absent.{stance.sign.icon}", speaker=stance.speaker)
            found.append(Absent(text=text, outlets=bench.tongue.some(missing), href="#h-cover"))
    return tuple(found)


def cover(bench: Bench) -> Cover:
    """What was said of claims on which several stand comes first, then what most outlets left out."""
    outlets = tuple(dict.fromkeys(report.label for report in bench.dossier.reports))
    if len(outlets) < 2:  # noqa: PLR2004 - nobody to compare with
        return Cover(outlets=outlets, rows=(), wide=False)
    disputed = [frozenset(claim.statements) for claim in bench.dossier.claims if stands(claim) > 1]
    told = [row for row in bench.dossier.coverage if row.speaker.name != NOBODY and _tells(row)]
    ranked = sorted(told, key=lambda row: _importance(row, disputed))
    rows = tuple(_cover_row(bench, row, outlets) for row in ranked[:_ROWS])
    return Cover(outlets=outlets, rows=rows, wide=len(outlets) > _OUTLETS)


def _left(row: Coverage) -> int:
    return sum(state is Carried.LEFT_OUT for state in row.outlets.values())


def _tells(row: Coverage) -> bool:
    """Not what only its own outlet could have carried, all others having published before."""
    return len(row.text) > 1 and len(row.outlets) > 1


def _importance(row: Coverage, disputed: list[frozenset[str]]) -> tuple[int, bool, bool, int, bool]:
    """Of equals a denial, refusal or confirmation first; anything else that one outlet alone has is its own find."""
    claim = next((at for at, held in enumerate(disputed) if not held.isdisjoint(row.statements)), len(disputed))
    left, answers = _left(row), row.act in _ANSWERS
    alone = len(row.outlets) - left == 1 and row.act not in {Act.DENY, Act.DECLINE}
    return claim, left == 0, alone, -left, not answers


def _cover_row(bench: Bench, row: Coverage, outlets: tuple[str, ...]) -> CoverRow:
    forms = [bench.said[one] for one in row.statements]
    best = next((form for form in forms if row.text.strip("«»") in form.content), forms[0])
    shown = bench.sign(row.act, best.certainty, feminine=feminine(row.speaker, forms), cue=best.cue)
    return CoverRow(
        speaker=row.speaker.name,
        sign=shown,
        text=clip(_told(row.text, row.act), _SAID),
        href=bench.marks.href(best.article, best.spans.content, shown),
        states=tuple(_state(bench, row, outlet) for outlet in outlets),
    )


def _told(text: str, act: Act) -> str:
    """A refusal keeps the عن that makes it one."""
    clause = text.startswith(("«", "عن ", "أن ", "أنّ "))
    return f"عن {text}" if act is Act.DECLINE and not clause else text


def _state(bench: Bench, row: Coverage, outlet: str) -> State:
    """A carried utterance opens its words in that outlet; one left out opens the outlet's text, to be seen."""
    articles = [report.article for report in bench.dossier.reports if report.label == outlet]
    state = row.outlets.get(outlet)
    own = next((bench.said[s] for s in row.statements if bench.said[s].article in articles), None)
    if own is not None and state is not Carried.LEFT_OUT:
        href = bench.marks.href(own.article, own.spans.content)
    else:
        href = bench.marks.text(articles[0])
    return State(
        outlet=outlet, sign=sign(_ICONS[state] if state is not None else "before", tongue=bench.tongue), href=href
    )
