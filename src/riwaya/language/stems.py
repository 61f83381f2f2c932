"""One key for the forms of a word: الأسلحة, بأسلحة, سلاح → سلاح. For search and likeness, never for names or display.

What `clitics` leaves of a word takes its lemma in the lexicon (`forms`); a word that the lexicon does not know loses
its commonest endings. All on folded letters, so spelling slips (الاسلحه) agree.
"""

from functools import lru_cache

from riwaya.language.clitics import stem_of
from riwaya.language.forms import look
from riwaya.language.letters import fold

_FEMININE = ("ه",)  # all that is taken off a lemma: محادثه, محادث
# Longest first. Possessives, sound plurals and duals, feminine and accusative endings, on folded letters.
_ENDINGS = ("اتهم", "اتها", "هما", "ات", "ون", "ين", "ان", "ها", "هم", "نا", "يه", "ه", "ا", "ي")
_FEWEST = 3  # letters an ending must leave


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The key of `word`, one word without blanks; digits and Latin words come back folded."""
    folded = fold(word)
    if not folded or folded[0] < "ء":
        return folded
    alone = stem_of(word)
    lemma = _lemma(alone)
    return _shorn(alone, _ENDINGS) if lemma is None else _shorn(lemma, _FEMININE)


def _lemma(stem: str) -> str | None:
    """Its lemma as a noun, where it can be one: فيضان has that of الفيضان, not that of a verb's dual."""
    for form in (f"ال{stem}", stem):
        found = look(form)
        if found is not None and found.listed:
            return found.lemma
    return None


def _shorn(word: str, endings: tuple[str, ...]) -> str:
    if word.startswith("ال") and len(word) >= _FEWEST + 2:
        word = word[2:]
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _FEWEST:
            return word[: -len(ending)]
    return word


def in_dictionary(folded: str) -> bool:
    """Whether a folded word, as it stands, is a form that the dictionary has."""
    found = look(folded)
    return found is not None and found.listed
