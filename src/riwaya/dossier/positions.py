"""Where each speaker of a claim stands, through whom we know it, and whether he changed sides."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from riwaya.dossier.joining import Held
from riwaya.dossier.material import Desk, day_of
from riwaya.dossier.polarity import alike, opposed
from riwaya.dossier.propositions import Proposition
from riwaya.dossier.speakers import Cast
from riwaya.records import Act, Certainty, Position, Span, SpeakerKind, Stand, Statement, Turn

ASSERTS = {Act.STATE, Act.ANNOUNCE, Act.CONFIRM, Act.EXPECT, Act.WARN, Act.PROMISE, Act.THREATEN}
# Which act a speaker's position goes by where one speaker did several: what commits him most.
_WEIGHT = (
    Act.DENY, Act.CONFIRM, Act.DECLINE, Act.THREATEN, Act.WARN, Act.PROMISE, Act.ANNOUNCE,
    Act.EXPECT, Act.URGE, Act.CRITICISE, Act.PRAISE, Act.ASK, Act.STATE,
)  # fmt: skip
_TURNS = {Act.DENY, Act.CONFIRM, Act.DECLINE}
_DOUBT = (Certainty.UNCONFIRMED, Certainty.POSSIBLE, Certainty.LIKELY, Certainty.CERTAIN)
_EXPECTS = {Act.EXPECT}
_HAD = re.compile(r"(?<!\w)[وف]?كانت?(?!\w)")
_NEAR = 6  # letters before a speaker or a cue
_NAMED = {SpeakerKind.PERSON, SpeakerKind.ORGANISATION}


@dataclass(frozen=True, slots=True)
class Bench:
    """A story's material, its speakers, and what each of its statements says."""

    desk: Desk
    cast: Cast
    meant: dict[str, Proposition]


def positions(bench: Bench, claim: str, group: list[Held], teller: Statement) -> tuple[Position, ...]:
    """Positions, what most outlets carry first; `teller` is the statement in whose words the claim is told."""
    spoken: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in sorted(group, key=lambda h: -len(h.utterance.forms)):
        spoken[one.utterance.speaker(bench.cast)].extend(one.utterance.forms)
    carriers = _carriers(spoken)
    own = {key: said for key, said in spoken.items() if key not in carriers} or spoken
    return tuple(_position(bench, teller, _Said(claim, key, said)) for key, said in own.items())


def _carriers(spoken: dict[str, list[Statement]]) -> set[str]:
    """Who only tells what another speaker of this claim says: «ذكرت مصادر أن الوزارة أبلغت البلدية بالقرار».

    The one told of is who stands on the claim, where a person or a house is named; else the one who tells.
    """
    found: set[str] = set()
    for key, said in spoken.items():
        for other, told in spoken.items():
            if other == key or other in found or not all(any(_holds(s, t) for s in said) for t in told):
                continue
            named = told[0].speaker.kind in _NAMED and told[0].speaker.entity is not None
            if not named:
                found.add(other)
            elif all(any(_holds(s, t) for t in told) for s in said):
                found.add(key)
    return found


def _holds(outer: Statement, inner: Statement) -> bool:
    a, b = outer.spans.content, inner.spans.content
    return outer.article == inner.article and outer.id != inner.id and _within(b, a) and _within(inner.spans.cue, a)


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


@dataclass(frozen=True, slots=True)
class _Said:
    """All that one speaker says on one claim; `who` is his key."""

    claim: str
    who: str
    forms: list[Statement]


def _position(bench: Bench, teller: Statement, said: _Said) -> Position:
    desk, cast = bench.desk, bench.cast
    act = _act(desk, said.forms)
    telling = [form for form in said.forms if form.act is act]
    certain = Counter(form.certainty for form in telling)
    turns = _turns(desk, said.forms, teller)
    stand = turns[-1].stand if len(turns) > 1 else _commonest([_stand(form, teller) for form in telling])
    return Position(
        claim=said.claim,
        speaker=cast.face(said.who),
        act=act,
        certainty=max(certain, key=lambda c: (certain[c], -_DOUBT.index(c))),
        said_on=next((form.said_on for form in telling if form.said_on is not None), None),
        statements=tuple(form.id for form in [*telling, *(f for f in said.forms if f.act is not act)]),
        outlets=tuple(sorted({desk.labels[form.article] for form in said.forms})),
        house=cast.house(said.who),
        stand=stand,
        via=_always(said.forms),
        turns=turns,
    )


def _commonest(stands: list[Stand]) -> Stand:
    count = Counter(stands)
    return max(count, key=lambda stand: (count[stand], stand))


def _stand(form: Statement, teller: Statement) -> Stand:
    if form.act is Act.DECLINE:
        return Stand.DECLINES
    if form.act not in ASSERTS and form.act is not Act.DENY:
        return Stand.VOICES
    if opposed(form, teller) or (form.act is Act.DENY and teller.act is Act.DENY):
        return Stand.DENIES
    if form.act in _EXPECTS or form.certainty in {Certainty.LIKELY, Certainty.POSSIBLE}:
        return Stand.EXPECTS
    return Stand.CONFIRMS if form.act is Act.CONFIRM else Stand.ASSERTS


def _turns(desk: Desk, said: list[Statement], teller: Statement) -> tuple[Turn, ...]:
    """One entry a side taken, in order of days; what is said on one day is not told apart in time.

    Sides are taken of the same words («نفى إغلاق الجسر», then «أكد إغلاق الجسر»): a long statement holds much else.
    """
    dated = [(_said_day(desk, form), not _before(desk, form), form) for form in said]
    ordered = sorted(dated, key=lambda one: (*one[:2], _WEIGHT.index(one[2].act)))
    found = ordered[:1]
    for one in ordered[1:]:
        if one[:2] != found[-1][:2] and _turned(found[-1][2], one[2]):
            found.append(one)
    return tuple(
        Turn(stand=_stand(form, teller), day=day if now and day != date.max else None, statement=form.id)
        for day, now, form in found
    )


def _turned(before: Statement, after: Statement) -> bool:
    if Act.DECLINE in {before.act, after.act}:
        return before.act is not after.act and {before.act, after.act} <= _TURNS and alike(before, after)
    return opposed(before, after) and alike(before, after)


def _before(desk: Desk, form: Statement) -> bool:
    """Told of as past, on no day that is given: «وكان الوزير قد نفى ذلك»."""
    begin = min(form.spans.cue, form.spans.speaker or form.spans.cue)[0]
    words = desk.words(form.article, (max(begin - _NEAR, 0), form.spans.cue[0]))
    return form.said_on is None and (_HAD.search(words) is not None or _HAD.match(form.cue) is not None)


def _always(said: list[Statement]) -> tuple[str, ...]:
    """Carriers through whom every form of it came, nearest the speaker first."""
    return tuple(carrier for carrier in said[0].via if all(carrier in form.via for form in said))


def _act(desk: Desk, said: list[Statement]) -> Act:
    """The act that commits most; who denies or declines and later confirms stands where he stood last."""
    acts = {form.act for form in said}
    turns = [form for form in said if form.act in _TURNS]
    if len({form.act for form in turns}) > 1:
        return max(turns, key=lambda form: (_said_day(desk, form), -_WEIGHT.index(form.act))).act
    return next(act for act in _WEIGHT if act in acts)


def _said_day(desk: Desk, form: Statement) -> date:
    return form.said_on.first if form.said_on is not None else day_of(desk.articles[form.article])
