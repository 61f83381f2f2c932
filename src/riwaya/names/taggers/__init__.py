"""Taggers of names behind one record: words of sentences in, spans of people, places, organisations and the rest out.

    from riwaya.names.taggers import tagger
    tagger("fast").tag([["زار", "سمير", "حداد", "عمان", "."]])

`fast` and `accurate` are models that ship with the package, `rules` the tables alone; any other name is a user's own
transformer, a folder or a model's name, read by the extra `riwaya[transformers]`.

Words are those of `riwaya.language.tokens.tokens`, as written and not folded, marks of punctuation among them; a model
is trained on words cut the same way. Proclitics stay on (وسوريا is one word); who wants them off asks `names.look`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol

DEFAULT = "fast"
MODELS = Path(__file__).parents[1] / "models"
OWN = ("fast", "accurate", "rules")  # modules of this package, each with `load()`


class Kind(StrEnum):
    """The four types of CLEANANERCorp; MISC is peoples and nationalities, events, works, laws, products."""

    PERS = "PERS"
    LOC = "LOC"
    ORG = "ORG"
    MISC = "MISC"


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name: words [first, end) of its sentence. The names of one sentence come in order and do not overlap."""

    first: int
    end: int
    kind: Kind


class Tagger(Protocol):
    """`name` is what a record made with it says of it."""

    @property
    def name(self) -> str: ...

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """The names of each sentence. The sentences are one text's, in order: one may help to read another."""
        ...


@cache
def tagger(name: str = DEFAULT) -> Tagger:
    """The tagger of that name, loaded once a process.

    Raises:
        RiwayaError: a model of the user's that is not there, or without the extra that reads it.
    """
    loaded: Tagger
    if name in OWN:
        loaded = import_module(f"riwaya.names.taggers.{name}").load()
    else:
        loaded = import_module("riwaya.names.taggers.transformer").load(name)
    return loaded
