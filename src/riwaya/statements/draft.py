"""A statement in the making: what the grammar found in one sentence, before speakers are resolved over the article."""

from dataclasses import dataclass
from enum import StrEnum

from riwaya.records import Act
from riwaya.statements.phrase import Phrase
from riwaya.statements.verbs import Gender, Number


class Order(StrEnum):
    """Which pattern found it; `Statement.rule` says this."""

    VERB_FIRST = "verb-first"  # قال X إن
    SUBJECT_FIRST = "subject-first"  # X قال إن، كان X قد أعلن
    PRONOUN = "pronoun-subject"  # وأضاف أن
    PARTICIPLE = "participle"  # مضيفا أن
    RELATIVE = "relative"  # X الذي قال إن
    PASSED_ON = "passed-on"  # نقلت X عن Y قوله إن
    QUOTE_FIRST = "quote-first"  # "…"، قال X
    SOURCE_FIRST = "source-first"  # بحسب X، …
    SOURCE_LAST = "source-last"  # …، بحسب X
    HEADLINE = "headline-colon"  # X: …
    HEADLINE_LAST = "headline-colon-last"  # …: X
    ANCHOR = "anchor"  # no statement: who a later وأضاف may mean (استقبل X Y، وأكد أن)
    NOUN = "noun-of-saying"  # بعد إعلان X أن
    PAPER = "paper"  # جاء في بيان X أن
    SILENCE = "silence"  # لم يصدر تعليق من X


class AdjunctKind(StrEnum):
    TIME = "time"
    ADDRESSEE = "addressee"
    OCCASION = "occasion"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Adjunct:
    kind: AdjunctKind
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Agreement:
    gender: Gender
    number: Number


@dataclass(frozen=True, slots=True)
class Draft:
    """Token ranges are of one sentence. `first` is where its clause begins, `start` where its content does.

    `shaved` is the letters of the first content token that are a preposition (بتقديم), `object` an addressee as object.
    """

    order: Order
    act: Act
    cue: tuple[int, int]
    first: int
    start: int
    end: int
    subject: Phrase | None
    agreement: Agreement | None
    lemma: str = ""
    apposed: tuple[Phrase, ...] = ()
    carriers: tuple[Phrase, ...] = ()
    adjuncts: tuple[Adjunct, ...] = ()
    addressee: Phrase | None = None
    negated: bool = False
    strong: bool = False
    shaved: int = 0
    parent: int | None = None
