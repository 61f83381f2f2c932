"""What the tables say of one word: name, role, head noun, nationality, stop, or nothing at all."""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from riwaya.language.clitics import bare as without_clitics
from riwaya.language.stems import in_dictionary
from riwaya.names import spellings
from riwaya.names.lexica import Head, How, NameWords, bare, ends, heads, name_words, nisbas, roles

_FEWEST = 3
_ARTICLE = "ال"
_POSSESSED = ("وا", "ته", "تها", "تهم", "هما", "هم", "كم", "نها", "ونه", "يها", "وها")
_ENDINGS = ("هما", "ها", "هم", "نا", "ه", "ون", "ين", "ات", "ي", "ا")  # pronouns and sound plurals
_DEFINITE_AFTER = ("وال", "لل", "بال", "فال", "كال", "ولل", "وبال")


class Strength(IntEnum):
    """How surely a word is part of a person's name."""

    NONE = 0
    EVERYDAY = 1
    KNOWN = 2


@dataclass(frozen=True, slots=True)
class Noun:
    """A role word or a head noun: `cut` letters of proclitics stand before it; `definite` with its article.

    `implied`: with its article after ل, the alef unwritten (للرئيس).
    """

    cut: int
    word: str
    definite: bool
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """One folded word. `forms` are it and what is left as proclitics go, each with the number of letters gone."""

    forms: tuple[tuple[int, str], ...]
    definite: bool
    ends: bool
    dictionary: bool
    unknown: bool
    name: Strength
    cut: int  # letters of proclitics before the name
    implied: bool  # the name's article has no alef: للشهرستاني
    nisba: str | None
    role: Noun | None
    how: How | None
    head: Noun | None
    body: Head | None


def forms(folded: str) -> tuple[tuple[int, str], ...]:
    """The word, then the same with its proclitics off, article kept: (0, وللرئيس), (1, للرئيس), (2, الرئيس)."""
    found: list[tuple[int, str]] = []
    for form in without_clitics(folded):
        cut = len(folded) - len(form)
        if "لل" in folded[:4] and form.startswith(_ARTICLE) and not folded.startswith(_ARTICLE):
            cut = folded.index("لل") + 1
        if cut and folded[cut - 1 :].startswith("لل") and form[0] == "ل" and in_dictionary(_ARTICLE + form[1:]):
            continue  # للحج is ل + الحج, not ل + لحج
        if not found or not (found[-1][1].startswith(_ARTICLE) and found[-1][1][2:] == form):
            found.append((cut, form))
    return tuple(found) or ((0, folded),)  # a lone mark folds to nothing


@lru_cache(maxsize=1 << 17)
def look(folded: str) -> Look:
    options = forms(folded)
    dictionary = any(in_language(form) for _, form in options)
    unknown = not dictionary and _name_shaped(folded)
    cut, name, form = _name(options)
    if name is Strength.NONE and unknown and _spelt_otherwise(folded):
        name = Strength.KNOWN
    role, head = _noun(options, roles()), _noun(options, heads())
    last = options[-1][1]
    article = last.startswith(_ARTICLE) and last not in name_words().known
    unwritten = form.startswith(_ARTICLE) and form not in name_words().known
    return Look(
        forms=options,
        definite=article,
        ends=_ends(options, known=name is not Strength.NONE and cut == 0),
        dictionary=dictionary,
        unknown=unknown,
        name=name,
        cut=cut,
        implied=name is not Strength.NONE and _implied(options[0][1], cut, article=unwritten),
        nisba=next((nisbas()[bare(form)] for _, form in options if bare(form) in nisbas()), None),
        role=role,
        how=roles()[role.word] if role else None,
        head=head,
        body=heads()[head.word] if head else None,
    )


def _ends(options: tuple[tuple[int, str], ...], *, known: bool) -> bool:
    """Whether a name is over at the word, alone or with و or ف before it; فيصل is a name and no ف + يصل."""
    folded = options[0][1]
    joined = folded[:1] in ("و", "ف") and not known
    return any(form in ends() for cut, form in options if cut == 0 or (cut == 1 and joined))


def in_language(form: str) -> bool:
    """Also with an ending that the dictionary mostly lacks: لاعبينا, اكتشافه, عائلته, باحثون."""
    if in_dictionary(form) or (form.startswith(_ARTICLE) and in_dictionary(form[2:])):
        return True
    for ending in _ENDINGS:
        rest = form[: -len(ending)]
        if form.endswith(ending) and len(rest) >= _FEWEST:
            return in_dictionary(rest) or (rest.endswith("ت") and in_dictionary(rest[:-1] + "ه"))
    return False


def _name_shaped(folded: str) -> bool:
    """A word that no dictionary has may still be an inflected one: وعائلته, لمحاكمتهم, بالعملية."""
    if len(folded) < _FEWEST or not folded.isalpha() or folded[0] < "ء":
        return False
    return not folded.endswith(_POSSESSED) and not folded.startswith(_DEFINITE_AFTER)


def _name(options: tuple[tuple[int, str], ...]) -> tuple[int, Strength, str]:
    """Letters gone, strength, and the form that is a name."""
    known = name_words()
    for cut, form in options:
        plain = form if form in known.known else bare(form)
        if plain not in known.known or (cut and len(plain) < _FEWEST):
            continue
        double = plain in nisbas() or (plain in known.everyday and in_dictionary(plain))
        short = plain in known.arab or len(plain) <= _FEWEST + 1
        everyday = double or _adjective(form, known) or (cut > 0 and short and in_dictionary(options[0][1]))
        return cut, Strength.EVERYDAY if everyday else Strength.KNOWN, form
    return 0, Strength.NONE, ""


def _adjective(form: str, known: NameWords) -> bool:
    """A family's name in ي that without its article is an adjective: سلمي, عسكري."""
    return form.endswith("ي") and form in known.arab and form not in known.given and in_dictionary(form)


def _spelt_otherwise(folded: str) -> bool:
    """A foreign name of the tables in another house's spelling: اولميرت for أولمرت, فيرجسون for فيرغسون."""
    inflected = folded[0] == "و" or folded.endswith(("نا", "ها", "هم"))
    sounds = "" if inflected else spellings.key(folded)
    return len(sounds) > _FEWEST and sounds in spellings.foreign_keys()


def _implied(folded: str, cut: int, *, article: bool) -> bool:
    return article and cut > 0 and not folded[cut:].startswith(_ARTICLE)


def implied(folded: str, cut: int, form: str) -> bool:
    """Whether `form` stands in `folded` after `cut` letters with its article's alef unwritten: الكرملين in للكرملين."""
    return _implied(folded, cut, article=form.startswith(_ARTICLE))


def _noun(options: tuple[tuple[int, str], ...], table: dict[str, How] | dict[str, Head]) -> Noun | None:
    for cut, form in options:
        if bare(form) in table:
            definite = form.startswith(_ARTICLE) and bare(form) != form
            return Noun(cut, bare(form), definite, _implied(options[0][1], cut, article=definite))
        if form in table:
            return Noun(cut, form, definite=False)
    return None
