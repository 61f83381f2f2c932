"""Utterances about one proposition, whoever says them and whether they assert or deny it; and who stands where.

Closeness of words alone is not enough: talks on munitions and a summit of two leaders share most of theirs.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from riwaya.dossier.material import Desk, day_of
from riwaya.dossier.propositions import PAIR, Proposition
from riwaya.dossier.speakers import Cast
from riwaya.dossier.utterances import Utterance, Weights
from riwaya.dossier.wording import tidy, title
from riwaya.dossier.words import bag, covered
from riwaya.language.quotes import is_whole
from riwaya.records import Act, Certainty, Claim, Position, Statement

_SAME_WORDS = 0.62  # weighted likeness of words at which two utterances say the same thing without further proof
_CONTAINED = 0.75  # or this part of the shorter one, of at least `_SEVERAL` words: a mere name is part of much
_SEVERAL = 4
_NEAR_WORDS = 0.35  # likeness asked of two that name the same event and no two persons
_FEWEST = 3
_ENOUGH = 0.34  # of the words of what a claim is about, the part that tells it
_SOME = 0.2  # and the part that a wording must keep where it is taken for being short
_TITLE = 110  # letters of a claim that is read at a glance
_STEP = 25  # letters by which one wording of a claim must be shorter to be taken before an earlier one

_ASSERTS = {Act.STATE, Act.ANNOUNCE, Act.CONFIRM, Act.EXPECT, Act.WARN, Act.PROMISE, Act.THREATEN}
# Which act a speaker's position goes by where one speaker did several: what commits him most.
_WEIGHT = (
    Act.DENY, Act.CONFIRM, Act.DECLINE, Act.THREATEN, Act.WARN, Act.PROMISE, Act.ANNOUNCE,
    Act.EXPECT, Act.URGE, Act.CRITICISE, Act.PRAISE, Act.ASK, Act.STATE,
)  # fmt: skip
_TURNS = {Act.DENY, Act.CONFIRM, Act.DECLINE}
_DOUBT = (Certainty.UNCONFIRMED, Certainty.POSSIBLE, Certainty.LIKELY, Certainty.CERTAIN)


@dataclass(frozen=True, slots=True)
class _Held:
    utterance: Utterance
    meant: Proposition


def claims(desk: Desk, said: list[Utterance], cast: Cast, meant: dict[str, Proposition]) -> tuple[Claim, ...]:
    """Every utterance in exactly one claim; claims on which most speakers and outlets stand first."""
    weights = Weights(desk.statements)
    place = {statement.id: at for at, statement in enumerate(desk.statements)}
    held = [_Held(u, _fullest(u, meant)) for u in said]
    ordered = sorted(held, key=lambda h: (h.meant.borrowed, -len(h.utterance.forms), place[h.utterance.id]))
    found: list[list[_Held]] = []
    for one in ordered:
        home = next((group for group in found if _belongs(one, group, weights)), None)
        if home is None:
            found.append([one])
        else:
            home.append(one)
    made = [_claim(desk, group, cast, meant) for group in found]
    return tuple(sorted(made, key=lambda c: (-len(c.positions), -_outlets(c), place[c.statements[0]])))


def _outlets(claim: Claim) -> int:
    return len({outlet for position in claim.positions for outlet in position.outlets})


def _fullest(utterance: Utterance, meant: dict[str, Proposition]) -> Proposition:
    """The proposition of the form that names most: another outlet may have cut the names away."""
    every = [meant[form.id] for form in utterance.forms]
    return max(every, key=lambda p: (not p.borrowed, len(p.persons), len(p.events), len(p.others), p.about))


def _belongs(one: _Held, group: list[_Held], weights: Weights) -> bool:
    if not _one_claim(one.meant, group[0].meant, weights):
        return False
    agreeing = sum(_one_claim(one.meant, other.meant, weights) for other in group)
    return 2 * agreeing >= len(group)


def _one_claim(a: Proposition, b: Proposition, weights: Weights) -> bool:
    shared = len(a.words & b.words)
    if shared < _FEWEST:
        return a.of_one_meeting(b)
    likeness = weights.likeness(a.words, b.words)
    if likeness >= _SAME_WORDS:
        return True
    most = max(len(a.persons), len(b.persons))
    if most >= PAIR and len(a.persons & b.persons) < PAIR:
        return False
    same_event = bool(a.events & b.events)
    if shared >= _SEVERAL and (same_event or not a.events) and weights.containment(a.words, b.words) >= _CONTAINED:
        return True
    if a.of_one_meeting(b):
        return True
    together = len(a.participants & b.participants)
    return same_event and together >= max(most, 1) and likeness >= _NEAR_WORDS


def _claim(desk: Desk, group: list[_Held], cast: Cast, meant: dict[str, Proposition]) -> Claim:
    wanted = {form.id for h in group for form in h.utterance.forms}
    forms = [form for form in desk.statements if form.id in wanted]
    identity = f"c-{min(form.id for form in forms)}"
    return Claim(
        id=identity,
        text=_text(desk, forms, group[0].meant, meant),
        statements=tuple(form.id for form in forms),
        positions=_positions(desk, identity, group, cast),
    )


def _text(desk: Desk, forms: list[Statement], core: Proposition, meant: dict[str, Proposition]) -> str:
    """The shortest complete content of a statement that asserts the claim; failing that, of any of its own words."""
    own = [form for form in forms if len(bag(form.content)) >= _FEWEST and not meant[form.id].borrowed]
    for candidates in ([f for f in own if f.act in _ASSERTS], own, forms):
        if candidates:
            chosen = max(candidates, key=lambda f: _completeness(f, core, meant[f.id].named))
            return title(desk, chosen)
    return tidy(core.about)


def _completeness(form: Statement, core: Proposition, named: int) -> tuple[int, bool, bool, float, int]:
    """Whom the words themselves name, whether a title holds them, how much they tell; then the shorter, the first."""
    told = covered(core.words, bag(form.content))
    content = form.content.strip()
    fits = len(content) <= _TITLE and told >= _SOME and is_whole(content)
    much = min(told, _ENOUGH)
    return (min(named, len(core.persons), PAIR), fits, is_whole(content), much, -(len(content) // _STEP))


def _positions(desk: Desk, claim: str, group: list[_Held], cast: Cast) -> tuple[Position, ...]:
    spoken: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in sorted(group, key=lambda h: -len(h.utterance.forms)):  # what most outlets carry speaks for the position
        spoken[one.utterance.speaker(cast)].extend(one.utterance.forms)
    return tuple(_position(desk, claim, cast, key, said) for key, said in spoken.items())


def _position(desk: Desk, claim: str, cast: Cast, key: str, said: list[Statement]) -> Position:
    act = _act(desk, said)
    telling = [form for form in said if form.act is act]
    certain = Counter(form.certainty for form in telling)
    house = cast.house(key)
    return Position(
        claim=claim,
        speaker=cast.face(key),
        act=act,
        certainty=max(certain, key=lambda c: (certain[c], -_DOUBT.index(c))),
        said_on=next((form.said_on for form in telling if form.said_on is not None), None),
        statements=tuple(form.id for form in [*telling, *(f for f in said if f.act is not act)]),
        outlets=tuple(sorted({desk.labels[form.article] for form in said})),
        house=house,
    )


def _act(desk: Desk, said: list[Statement]) -> Act:
    """The act that commits most; who denies or declines and later confirms stands where he stood last."""
    acts = {form.act for form in said}
    turns = [form for form in said if form.act in _TURNS]
    if len({form.act for form in turns}) > 1:
        return max(turns, key=lambda form: (_said_day(desk, form), -_WEIGHT.index(form.act))).act
    return next(act for act in _WEIGHT if act in acts)


def _said_day(desk: Desk, form: Statement) -> date:
    return form.said_on.first if form.said_on is not None else day_of(desk.articles[form.article])
