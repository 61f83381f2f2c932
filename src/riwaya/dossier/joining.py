"""Utterances about one proposition, whoever says them and whether they assert or deny it.

Closeness of words alone is not enough: talks on munitions and a summit of two leaders share most of theirs. Who takes
part, where, and in which numbers decide; what two houses say of themselves in the same words is two claims.
"""

from dataclasses import dataclass

from riwaya.dossier.material import Desk
from riwaya.dossier.propositions import PAIR, Proposition
from riwaya.dossier.utterances import Utterance, Weights
from riwaya.dossier.words import bag
from riwaya.records import SpeakerKind

_VERBATIM = 0.85  # weighted likeness of words that needs no further proof
_SAME_WORDS = 0.62  # that at which two say the same thing where nothing named holds them apart
_CONTAINED = 0.75  # or this part of the shorter one, of at least `_SEVERAL` words: a mere name is part of much
_PART = 0.9  # the same of a small part of much, where they name nobody in common
_TWICE = 2  # times the words of the shorter: as long as one another, nearly
_MUCH = 3  # times the words of the shorter
_HALF = 0.5  # likeness from which another number in a long text is no other claim
_SEVERAL = 4
_NEAR_WORDS = 0.35  # likeness asked of two that name the same event and no two persons
FEWEST = 3  # words in common


@dataclass(frozen=True, slots=True)
class Held:
    """An utterance with what it says; `about` is the words of all whom it names, `house` of the house that says it."""

    utterance: Utterance
    meant: Proposition
    about: frozenset[str]
    house: frozenset[str]


def joined(desk: Desk, said: list[Utterance], meant: dict[str, Proposition]) -> list[list[Held]]:
    """Every utterance in exactly one group; the first of each is its core."""
    weights = Weights(desk.statements)
    place = {statement.id: at for at, statement in enumerate(desk.statements)}
    held = [_held(u, meant) for u in said]
    ordered = sorted(held, key=lambda h: (h.meant.borrowed, -len(h.utterance.forms), place[h.utterance.id]))
    found: list[list[Held]] = []
    for one in ordered:
        home = next((group for group in found if _belongs(one, group, weights)), None)
        if home is None:
            found.append([one])
        else:
            home.append(one)
    return found


def _held(utterance: Utterance, meant: dict[str, Proposition]) -> Held:
    """With the proposition of the form that names most: another outlet may have cut the names away."""
    every = [meant[form.id] for form in utterance.forms]
    fullest = max(every, key=lambda p: (not p.borrowed, len(p.persons), len(p.events), len(p.others), p.about))
    speaker = utterance.best.speaker
    named = frozenset().union(*(bag(who.partition(":")[2] or who) for who in fullest.participants))
    house = bag(speaker.name) if speaker.kind is SpeakerKind.ORGANISATION else frozenset()
    return Held(utterance, fullest, named, house)


def _belongs(one: Held, group: list[Held], weights: Weights) -> bool:
    if not _one_claim(one, group[0], weights):
        return False
    agreeing = sum(_one_claim(one, other, weights) for other in group)
    return 2 * agreeing >= len(group)


def _one_claim(one: Held, other: Held, weights: Weights) -> bool:
    a, b = one.meant, other.meant
    shared = len(a.words & b.words)
    if shared < FEWEST or a.of_one_meeting(b):
        return a.of_one_meeting(b)
    likeness = weights.likeness(a.words, b.words)
    if likeness >= _VERBATIM:
        return True
    most = max(len(a.persons), len(b.persons))
    if _at_odds(one, other) or (most >= PAIR and len(a.persons & b.persons) < PAIR and likeness < _SAME_WORDS):
        return False
    if likeness >= _SAME_WORDS:
        return True
    if likeness < _HALF and _other_numbers(a, b):
        return False
    return _within(one, other, weights) or _near(a, b, likeness)


def _at_odds(one: Held, other: Held) -> bool:
    """Each names someone or some place, and they name none in common; or two houses speak of themselves alone."""
    if one.about or other.about:
        return bool(one.about) and bool(other.about) and one.about.isdisjoint(other.about)
    houses = one.house, other.house
    return all(houses) and not (houses[0] <= houses[1] or houses[1] <= houses[0])


def _other_numbers(a: Proposition, b: Proposition) -> bool:
    return bool(a.numbers) and bool(b.numbers) and a.numbers.isdisjoint(b.numbers)


def _within(one: Held, other: Held, weights: Weights) -> bool:
    """The shorter says part of what the longer says; a small part is tied by an event or a number, not by names."""
    a, b = one.meant, other.meant
    same_event = bool(a.events & b.events)
    least, most = sorted((len(a.words), len(b.words)))
    enough = FEWEST if most <= _TWICE * least else _SEVERAL
    if len(a.words & b.words) < enough or (a.events and not same_event):
        return False
    small, counted = most > _MUCH * least, bool(a.numbers & b.numbers)
    if small and not same_event and not counted:
        return False
    named = bool(one.about & other.about) or counted
    return weights.containment(a.words, b.words) >= (_PART if small and not named else _CONTAINED)


def _near(a: Proposition, b: Proposition, likeness: float) -> bool:
    most = max(len(a.persons), len(b.persons))
    together = len(a.participants & b.participants)
    return bool(a.events & b.events) and together >= max(most, 1) and likeness >= _NEAR_WORDS
