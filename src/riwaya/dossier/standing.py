"""How a claim stands: how many assert it of their own knowledge, and whether one whom it concerns bears it out.

Two outlets that copy one text are one source, and so are two speakers whom one newspaper alone heard.
"""

from dataclasses import replace
from itertools import product

from riwaya.dossier.joining import Held
from riwaya.dossier.positions import Bench
from riwaya.dossier.reports import texts
from riwaya.dossier.speakers import institution, perhaps_one, plain, state
from riwaya.dossier.words import bag
from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.names import same
from riwaya.names.lexica import nisbas
from riwaya.records import Claim, Position, Speaker, SpeakerKind, Stand, Standing, Statement

_SAYS_SO = {Stand.ASSERTS, Stand.CONFIRMS}
_SAME = 0.8  # of the longer wording's words
_SENTENCE = 4
_NOBODY = {SpeakerKind.UNNAMED, SpeakerKind.GROUP}


def standing(bench: Bench, claim: Claim, group: list[Held]) -> Claim:
    """`claim` with its standing, the number of its sources, why, and who is silent on it.

    Silence is told only where others answer one another, or someone denies: on most claims nobody is asked.
    """
    named = frozenset().union(*(held.meant.participants for held in group))
    for_it = [p for p in claim.positions if p.stand in _SAYS_SO]
    for_it = for_it or [p for p in claim.positions if p.stand is Stand.EXPECTS]
    against = [p for p in claim.positions if p.stand is Stand.DENIES]
    borne_out = [p for p in for_it if p.stand in _SAYS_SO and _concerned(bench, p, named)]
    sources = _sources(bench, for_it)
    how = _how(len(sources), bool(against), bool(borne_out))
    why = _why(how, sources, against, borne_out)
    silent = _silent(bench, claim, named) if len(claim.positions) > 1 or against else ()
    return replace(claim, standing=how, sources=len(sources), why=why, silent=silent)


def _how(sources: int, denied: bool, borne_out: bool) -> Standing:  # noqa: FBT001 - two facts, not two switches
    if denied:
        return Standing.DISPUTED if sources else Standing.DENIED
    if borne_out:
        return Standing.CONFIRMED
    if not sources:
        return Standing.UNSAID
    return Standing.ONE_SOURCE if sources == 1 else Standing.SEVERAL_SOURCES


def _why(how: Standing, sources: list[Position], against: list[Position], borne_out: list[Position]) -> str:
    told = {
        Standing.ONE_SOURCE: f"مصدر واحد: {_names(sources)}",
        Standing.SEVERAL_SOURCES: f"مصادر لا يستند أحدها إلى آخر: {_names(sources)}",
        Standing.CONFIRMED: f"من صاحب الشأن: {_names(borne_out)}",
        Standing.DENIED: f"نفي من: {_names(against)}",
        Standing.DISPUTED: f"إثبات من: {_names(sources)}؛ نفي من: {_names(against)}",
        Standing.UNSAID: "",
    }
    return told[how]


def _names(positions: list[Position]) -> str:
    return "، ".join(dict.fromkeys(p.speaker.name for p in positions))


def _sources(bench: Bench, positions: list[Position]) -> list[Position]:
    """One position for each source, the first of each; who may be another of them under another name is not counted."""
    text = texts(bench.desk)
    found: list[Position] = []
    for one in positions:
        if all(_two(bench, one.speaker, p.speaker) and not _tied(bench, text, one, p) for p in found):
            found.append(one)
    return found


def _two(bench: Bench, a: Speaker, b: Speaker) -> bool:
    """Whether these are surely two: two full names, two houses, or those who speak for different houses or states."""
    if bench.cast.two_persons(a, b):
        return _by_name(a) and _by_name(b) and not same(a.name, b.name)
    if a.kind is b.kind is SpeakerKind.ORGANISATION and a.entity and b.entity:
        return True
    states = _countries(a), _countries(b)
    return bool(states[0]) and bool(states[1]) and states[0].isdisjoint(states[1])


def _by_name(speaker: Speaker) -> bool:
    """Called by a name, not by an office («رئيس النادي») that another may be called by too."""
    first = fold(speaker.name).split()[0].removeprefix("ال")
    return speaker.entity is not None and first not in lexicon.words("riwaya.dossier", "authority.tsv")


def _tied(bench: Bench, text: dict[str, int], a: Position, b: Position) -> bool:
    """One speaker or house, one chain, one sentence, or unnamed sources of two copies of one text."""
    cast = bench.cast
    if cast.akin(a.speaker, b.speaker) or perhaps_one(a.speaker, b.speaker) or _one_sentence(bench, a, b):
        return True
    left, right = ({cast.organisation(name) for name in p.via} for p in (a, b))
    if left & right or cast.key(a.speaker) in right or cast.key(b.speaker) in left:
        return True
    if a.speaker.kind not in _NOBODY and b.speaker.kind not in _NOBODY:
        return False
    if _headline_and_text(bench, a, b):
        return True
    one, other = ({bench.desk.by_id[s].article for s in p.statements} for p in (a, b))
    return one.isdisjoint(other) and bool({text[x] for x in one} & {text[x] for x in other})


def _headline_and_text(bench: Bench, a: Position, b: Position) -> bool:
    """A headline's «مسؤول أممي» is the one whom the text below names."""
    said = [[bench.desk.by_id[s] for s in p.statements] for p in (a, b)]
    pairs = ((one, other) for one, other in product(*said) if one.article == other.article)
    return any(_above(bench, one) is not _above(bench, other) for one, other in pairs)


def _above(bench: Bench, statement: Statement) -> bool:
    headline = bench.desk.articles[statement.article].headline_span
    return headline is not None and statement.spans.content[0] < headline[1]


def _one_sentence(bench: Bench, a: Position, b: Position) -> bool:
    """Two articles give the same words to two speakers: one of them has the name wrong, or both speak for one house."""
    said = [[bench.desk.by_id[s] for s in p.statements] for p in (a, b)]
    return any(
        one.article != other.article and _alike(bag(one.content), bag(other.content)) for one, other in product(*said)
    )


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= _SAME * max(len(a), len(b)) and len(a) >= _SENTENCE


def _concerned(bench: Bench, position: Position, named: frozenset[str]) -> bool:
    """Whether the speaker, or the house or state for which he speaks, takes part in what the claim tells."""
    if position.speaker.kind in _NOBODY:
        return False
    return not named.isdisjoint(_faces(bench, position.speaker))


def _faces(bench: Bench, speaker: Speaker) -> set[str]:
    """All that a claim may call this speaker: his name, his house, its state, the state of his office."""
    key = bench.cast.key(speaker)
    house = bench.cast.house(key)
    found = {f"{speaker.kind}:{key}", speaker.entity or "", institution(speaker.name), state(speaker.name) or ""}
    if house:
        found |= {institution(house), state(house) or ""}
    return {face for face in found | _countries(speaker) if face}


def _countries(speaker: Speaker) -> set[str]:
    """States for which an office speaks: «وزير الخارجية التركي», not «المحلل التركي»."""
    known = nisbas()
    seat = state(speaker.name)
    if seat is not None:
        return {seat}
    office = fold(speaker.role or "" if speaker.kind is SpeakerKind.PERSON else speaker.name).split()
    if lexicon.words("riwaya.dossier", "authority.tsv").isdisjoint(office):
        return set()
    return {plain(known[bare]) for word in office if (bare := word.removeprefix("ال")) in known}


def _silent(bench: Bench, claim: Claim, named: frozenset[str]) -> tuple[Speaker, ...]:
    """Those the claim is about who speak in the story, and of whom no report has a word on it."""
    heard = [position.speaker for position in claim.positions]
    found: dict[str, Speaker] = {}
    for statement in bench.desk.statements:
        speaker, key = statement.speaker, bench.cast.key(statement.speaker)
        own = {f"{speaker.kind}:{key}", speaker.entity or "", institution(speaker.name)}
        if key not in found and speaker.kind not in _NOBODY and own & named:
            found[key] = bench.cast.face(key)
    return tuple(s for s in found.values() if not any(_stands_with(bench, s, other) for other in heard))


def _stands_with(bench: Bench, a: Speaker, b: Speaker) -> bool:
    return bench.cast.akin(a, b) or not _faces(bench, a).isdisjoint(_faces(bench, b))
