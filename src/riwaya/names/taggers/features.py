"""What the fast tagger sees of a word: its letters, what the tables say, and what it learned from unlabelled news.

All of it hangs on one word alone, so that a word is looked at once and its weights are added up once; only the group of
the word before and the tables' names of several words need a sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.language.letters import fold
from riwaya.names.lexica import NameWords, bare, name_words, phrases, sort
from riwaya.names.look import Look, Strength, look
from riwaya.records import NameKind

REACH = 2  # words to either side whose `shared` features count for a word
NEAR = (-1, 0, 1)  # words from which a name of the tables is seen
_ENDS = (1, 2, 3, 4)  # letters of the ends that are looked at
_STEM_ENDS = (2, 3)
_LONGEST = 10
_HAMZA = "أإآ"
_TANWIN = "\u064b"
_LETTER = {NameKind.PERSON: "P", NameKind.ORGANISATION: "O", NameKind.PLACE: "L"}


@dataclass(frozen=True, slots=True)
class Lore:
    """What the model's file knows of folded words.

    `clusters`: the word's cluster in each of three clusterings of words by their neighbours in news, coarse to fine.
    `names`: how often it stands in given names, in family names, in people's and in places' names of public lists,
    each as the bit length of the count, at most 7.
    """

    clusters: dict[str, tuple[int, ...]]
    names: dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Seen:
    """`own` features count for the word alone, `shared` also for its neighbours; `group` stands for it in pairs."""

    own: tuple[str, ...]
    shared: tuple[str, ...]
    group: str


EDGE = Seen(("",), ("edge",), "edge")  # before the first word and after the last


def seen(word: str, lore: Lore) -> Seen:
    """The features of a word as written."""
    folded = fold(word) or word
    if not folded[:1].isalnum():
        return Seen((), (f"w={folded}", "mark"), folded)
    found = look(folded)
    tables = _tables(folded, found)
    own, shared = _letters(word, folded, found), [f"w={folded}", f"f={found.forms[-1][1]}", *tables]
    own.append("t=" + "+".join(tables))
    _listed(found, lore, own, shared)
    clusters = _first(found, lore.clusters)
    if clusters is None:
        shared.append("c?")
        return Seen(tuple(own), tuple(shared), "+".join(tables))
    shared += [f"c{size}={cluster}" for size, cluster in enumerate(clusters[1])]
    return Seen(tuple(own), tuple(shared), str(clusters[1][1]))


def _letters(word: str, folded: str, found: Look) -> list[str]:
    form = found.forms[-1][1]
    own = [f"s={folded[-n:]}" for n in _ENDS if len(folded) > n]
    own += [f"p={folded[:n]}" for n in _ENDS if len(folded) > n]
    own += [f"q={form[:n]}" for n in _STEM_ENDS if len(form) > n]
    own.append(f"n={min(len(folded), _LONGEST)}")
    own += ["hamza"] if word[:1] in _HAMZA else []
    own += ["tanwin"] if _TANWIN in word else []
    return own


def _tables(folded: str, found: Look) -> list[str]:
    """What the tables of this room say of it."""
    facts = ["digit"] if folded[0].isdigit() else ["latin"] if folded[0] < "ء" else []
    if found.name is not Strength.NONE:
        facts += [f"name{found.name}{min(found.cut, 2)}", *_sorts(folded[found.cut :], name_words())]
    facts += ["nisba"] if found.nisba else []
    facts += [f"role {found.how} {found.role.definite}"] if found.role else []
    facts += [f"head {found.body} {found.head.definite}"] if found.head else []
    flags = {"ends": found.ends, "the": found.definite, "joint": folded in sort("joint"), "dict": found.dictionary}
    facts += [flag for flag, holds in {**flags, "unknown": found.unknown}.items() if holds]
    return facts


def _sorts(form: str, known: NameWords) -> list[str]:
    plain = form if form in known.known else bare(form)
    sorts = {"arab": known.arab, "foreign": known.foreign, "given": known.given, "family": known.family}
    return [name for name, words in {**sorts, "everyday": known.everyday}.items() if plain in words]


def _listed(found: Look, lore: Lore, own: list[str], shared: list[str]) -> None:
    """How public lists of names use it, for a word of the dictionary and another apart."""
    hit = _first(found, lore.names)
    if hit is None:
        return
    cut, counts = hit
    common = "d" if found.dictionary else "u"
    sorts = [(letter, count) for letter, count in zip("gfpl", counts, strict=True) if count]
    shared += [f"l{letter}{count}" for letter, count in sorts]
    own += [f"l{common}{cut > 0:d}{letter}{count}" for letter, count in sorts]
    own.append(f"l{common}{cut > 0:d}" + "".join(str((count + 1) // 2) for count in counts))


def _first(found: Look, table: dict[str, tuple[int, ...]]) -> tuple[int, tuple[int, ...]] | None:
    """What a table has of the word, else of it with proclitics off; with the letters that went."""
    return next(((cut, table[form]) for cut, form in found.forms if form in table), None)


def of_phrases(words: Sequence[str]) -> list[str]:
    """By word: whether it begins (B) or goes on with (I) a name of the tables, of which kind; "" for neither."""
    folded = [fold(word) for word in words]
    tags = [""] * len(words)
    place = 0
    while place < len(folded):
        size, letter = _phrase(folded, place)
        tags[place : place + size] = [f"B{letter}", *[f"I{letter}"] * (size - 1)] if size else []
        place += size or 1
    return tags


def _phrase(folded: list[str], place: int) -> tuple[int, str]:
    table = phrases()
    for _, form in look(folded[place]).forms:
        for spelling, entry in table.get(form, ()):
            size = len(spelling)
            if size == 1 or tuple(folded[place + 1 : place + size]) == spelling[1:]:
                return size, _LETTER[entry.kind] + "?" * entry.everyday
    return 0, ""


def names_at(one: Seen, offset: int) -> tuple[str, ...]:
    """The features that a word gives to the one `offset` words before it."""
    shared = tuple(f"{offset}{name}" for name in one.shared)
    return (*one.own, *shared) if offset == 0 else shared


def every(words: Sequence[str], lore: Lore) -> list[list[str]]:
    """All features of each word of a sentence, as a model is trained on them."""
    looked = [EDGE, *(seen(word, lore) for word in words), EDGE]
    tags = ["", *of_phrases(words), ""]
    rows = []
    for place in range(1, len(words) + 1):
        near = [(o, place + o) for o in range(-REACH, REACH + 1) if 0 <= place + o < len(looked)]
        row = [name for offset, other in near for name in names_at(looked[other], offset)]
        row += [f"{o}{tags[place + o]}" for o in NEAR if tags[place + o]]
        row.append(pair(looked[place - 1], looked[place]))
        rows.append(row)
    return rows


def pair(before: Seen, here: Seen) -> str:
    return f"{before.group}|{here.group}"
