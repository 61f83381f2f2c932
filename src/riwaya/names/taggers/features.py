"""What the fast tagger sees of a word: its letters, what the tables say, and what it learned from unlabelled news.

All of it hangs on one word alone, so that a word is looked at once and its weights are added up once; only the group of
the word before and the tables' names of several words need a sentence.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from riwaya.language.letters import fold
from riwaya.names.lexica import NameWords, bare, name_words, phrases, sort
from riwaya.names.look import Look, Strength, look
from riwaya.records import NameKind

REACH = 2  # words to either side whose `shared` features count for a word
PLACES = range(-REACH, REACH + 1)
NEAR = (-1, 0, 1)  # words from which a name of the tables is seen
BETWEEN = "\t"  # no word has it
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
    """`own` features count for the word alone, `shared` also for its neighbours; `group` stands for it in pairs.

    `opens`: a name of the tables may begin with it.
    """

    own: tuple[str, ...]
    shared: tuple[str, ...]
    group: str
    opens: bool = False


EDGE = Seen((), ("edge",), "edge")  # before the first word and after the last


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
    shared += [f"c{size}={cluster}" for size, cluster in enumerate(clusters[1])] if clusters else ["c?"]
    group = str(clusters[1][1]) if clusters else "+".join(tables)
    return Seen(tuple(own), tuple(shared), group, any(form in phrases() for _, form in found.forms))


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


def of_phrases(words: Sequence[str], ends: Sequence[int], opening: Iterable[int]) -> Iterator[tuple[int, str]]:
    """The words that begin (B) or go on with (I) a name of the tables, by place, and of which kind it is.

    `ends`: by word, where its sentence ends; `opening`: places of words that may begin a name, in order.
    """
    over = 0
    for place in opening:
        if place >= over:
            size, letter = _phrase(words, place, ends[place])
            over = place + size
            yield from ((within, f"{'I' if within > place else 'B'}{letter}") for within in range(place, over))


def _phrase(words: Sequence[str], place: int, end: int) -> tuple[int, str]:
    """Longest first. The words of the longest are folded once for all."""
    table = phrases()
    for _, form in look(fold(words[place])).forms:
        options = table.get(form, ())
        after = tuple(fold(word) for word in words[place + 1 : min(end, place + len(options[0][0]))]) if options else ()
        for spelling, entry in options:
            if after[: len(spelling) - 1] == spelling[1:]:
                return len(spelling), _LETTER[entry.kind] + "?" * entry.everyday
    return 0, ""


def every(words: Sequence[str], lore: Lore) -> list[list[str]]:
    """All features of each word of a sentence, as a model is trained on them.

    A place and `:` stand before each feature that a word gives to the one so many words before it; `|` before the
    groups of two neighbours, BETWEEN between them.
    """
    looked = [EDGE, *(seen(word, lore) for word in words), EDGE]
    opening = [place for place, one in enumerate(looked[1:-1]) if one.opens]
    tags = dict(of_phrases(words, [len(words)] * len(words), opening))
    rows = []
    for place, here in enumerate(looked[1:-1]):
        near = [(o, place + o + 1) for o in PLACES if 0 <= place + o + 1 < len(looked)]
        row = [f"0:{name}" for name in here.own]
        row += [f"{o}:{name}" for o, other in near for name in looked[other].shared]
        row += [f"{o}:{tags[place + o]}" for o in NEAR if place + o in tags]
        row.append(f"|{looked[place].group}{BETWEEN}{here.group}")
        rows.append(row)
    return rows
