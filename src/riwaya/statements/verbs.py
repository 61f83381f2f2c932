"""Verbs of saying and all their forms in the third person, made from three forms a verb in `cues.tsv`."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.records import Act

_ROOM = "riwaya.statements"
_WEAK = "يوىا"
_JUDGING = frozenset(("deny", "criticise", "praise", "decline", "threaten"))
_AGAIN = frozenset(("جدد", "كرر", "عاود", "أعاد", "أبدى", "أعلن"))
_THREE = 3  # letters: of a verb this short a final ا or ى is part of the root, not an ending


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    SHORT = "short"  # after لم: ينف, يشر, يقل
    PARTICIPLE = "participle"
    WITH_OBJECT = "with_object"  # نفاه, أكدته: only after ما or الذي


class Gender(StrEnum):
    M = "m"
    F = "f"


class Number(StrEnum):
    SINGLE = "single"
    DUAL = "dual"
    PLURAL = "plural"


@cache
def _prepositions(frames: frozenset[str]) -> frozenset[str]:
    return frames - {"that", "quote", "object"}


@dataclass(frozen=True, slots=True)
class Verb:
    """`frames`: that, quote, object, or the prepositions it takes, folded. `negated`: the act of لم + verb, if any."""

    lemma: str
    act: Act
    frames: frozenset[str]
    person: bool
    needs_person: bool  # with one noun after it, that noun is the person spoken to (حث، اتهم)
    naql: bool
    strict: bool
    clause: bool  # its preposition opens content only before أن
    any_goods: bool  # its object may be any noun, not only a verbal one
    negated: Act | None

    @property
    def strong_noun(self) -> bool:
        """Whether the noun after it (جدد نفيه) says what is done."""
        return self.lemma in _AGAIN

    @property
    def prepositions(self) -> frozenset[str]:
        return _prepositions(self.frames)


@dataclass(frozen=True, slots=True)
class Form:
    verb: Verb
    tense: Tense
    gender: Gender
    number: Number


@dataclass(frozen=True, slots=True)
class _Row:
    past: str
    present: str
    participle: str


@cache
def forms() -> dict[str, Form]:
    """Folded form → what it is. Of two verbs with one form the first in the table stands."""
    found: dict[str, Form] = {}
    for past, present, participle, act, frames, flags, negated in lexicon.rows(_ROOM, "cues.tsv"):
        marks = flags.split(",")
        verb = Verb(
            past,
            Act(act),
            frozenset(fold(f) for f in frames.split(",")),
            "person" in marks or "needs" in marks,
            "needs" in marks,
            "naql" in marks,
            "strict" in marks,
            "clause" in marks,
            "any" in marks or act in _JUDGING,
            None if negated == "-" else Act(negated),
        )
        for written, tense, gender, number in _conjugate(_Row(past, present, participle)):
            found.setdefault(fold(written), Form(verb, tense, gender, number))
    return found


_Made = tuple[str, Tense, Gender, Number]


def _conjugate(row: _Row) -> Iterator[_Made]:
    yield from _past(row.past)
    yield from _present(row.present)
    if row.participle != "-":
        yield from _participle(row.participle)


def _past(he: str) -> Iterator[_Made]:
    weak = he[-1] in "ىا" and len(he) >= _THREE
    trunk = he[:-1] if weak else he
    she = trunk + "ت"
    yield he, Tense.PAST, Gender.M, Number.SINGLE
    yield she, Tense.PAST, Gender.F, Number.SINGLE
    yield trunk + "وا", Tense.PAST, Gender.M, Number.PLURAL
    yield (trunk + ("وا" if he[-1] == "ا" else "يا") if weak else he + "ا"), Tense.PAST, Gender.M, Number.DUAL
    yield she + "ا", Tense.PAST, Gender.F, Number.DUAL
    for suffix in ("ه", "ها", "هم"):
        yield (trunk + "ا" if weak else he) + suffix, Tense.WITH_OBJECT, Gender.M, Number.SINGLE
        yield she + suffix, Tense.WITH_OBJECT, Gender.F, Number.SINGLE
        yield trunk + "و" + suffix, Tense.WITH_OBJECT, Gender.M, Number.PLURAL


def _present(he: str) -> Iterator[_Made]:
    """Indicative, and the short forms that follow لم: ينف، يشر، يقل."""
    weak = he[-1] in _WEAK
    trunk = he[:-1] if weak else he
    for start, gender in (("ي", Gender.M), ("ت", Gender.F)):
        rest, stem = he[1:], trunk[1:]
        yield start + rest, Tense.PRESENT, gender, Number.SINGLE
        for suffix in ("ه", "ها", "هم"):
            yield start + rest.removesuffix("ى") + suffix, Tense.WITH_OBJECT, gender, Number.SINGLE
        yield start + (stem + "يان" if weak else rest + "ان"), Tense.PRESENT, gender, Number.DUAL
        if weak:
            yield start + stem, Tense.SHORT, gender, Number.SINGLE
        elif he[-2] in "ويا" and len(he) > _THREE:
            yield start + rest[:-2] + rest[-1], Tense.SHORT, gender, Number.SINGLE
    for ending in ("ون", "وا"):
        yield trunk + ending, Tense.PRESENT, Gender.M, Number.PLURAL


def _participle(he: str) -> Iterator[_Made]:
    """As it stands beside the verb, in the accusative: مضيفا، مضيفة، مضيفين."""
    yield he + "ا", Tense.PARTICIPLE, Gender.M, Number.SINGLE
    yield he + "ة", Tense.PARTICIPLE, Gender.F, Number.SINGLE
    trunk = he[:-1] if he[-1] in "يى" else he
    yield trunk + "ين", Tense.PARTICIPLE, Gender.M, Number.PLURAL
    yield trunk + "ان", Tense.PARTICIPLE, Gender.M, Number.DUAL
    yield he + "ات", Tense.PARTICIPLE, Gender.F, Number.PLURAL
