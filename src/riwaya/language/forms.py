"""The lexicon: forms of Arabic words, their lemma and how common each is in news. `forms.tsv.gz` says where it is from.

Kept as its own sorted lines and searched in them: a process that never asks pays nothing, one that asks some hundredths
of a second, where a dict of the same takes near a second and fifty megabytes. A look-up is a few microseconds.
"""

import gzip
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Form:
    """`lemma` folded; `count` how often news has the form as a stem, by estimate; `ta` where its last ه is written ة.

    `own` where its first ال is no article (التزام); `listed` where the dictionary has it: then `lemma` is its word
    there, else the form itself; `name` where a list of names has it.
    """

    lemma: str
    count: float
    ta: bool
    own: bool
    listed: bool
    name: bool


@cache
def _lines() -> list[bytes]:
    packed = resources.files("riwaya.language").joinpath("forms.tsv.gz").read_bytes()
    lines = gzip.decompress(packed)
    return lines[lines.index(b"\n\n") + 2 :].splitlines()  # past the head


@lru_cache(maxsize=1 << 16)
def look(folded: str) -> Form | None:
    """The entry of a folded form, or None."""
    lines = _lines()
    key = folded.encode("utf-8", "surrogatepass") + b"\t"
    place = bisect_left(lines, key)
    if place == len(lines) or not lines[place].startswith(key):
        return None
    _, lemma, weight, flags = lines[place].decode().split("\t")
    count = 2 ** (int(weight) / 2) - 1
    return Form(lemma or folded, count, ta="t" in flags, own="a" in flags, listed="l" in flags, name="n" in flags)
