"""One key for the forms of a word: الأسلحة, بأسلحة, سلاح → سلاح. For search and likeness, never for names or display.

A word in simplemma's dictionary (MIT, 298k Arabic forms), with or without its proclitics, takes its lemma there;
any other loses its proclitics and its commonest endings. All on folded letters, so spelling slips (الاسلحه) agree.
"""

from functools import cache, lru_cache

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from riwaya.language.clitics import bare
from riwaya.language.letters import fold

_FEMININE = ("ه",)  # all that is taken off a lemma: محادثه, محادث
# Longest first. Possessives, sound plurals and duals, feminine and accusative endings, on folded letters.
_ENDINGS = ("اتهم", "اتها", "هما", "ات", "ون", "ين", "ان", "ها", "هم", "نا", "يه", "ه", "ا", "ي")
_FEWEST = 3  # letters an ending must leave


@cache
def _lemmas() -> dict[str, str]:
    """Folded form to folded lemma; forms of one letter, Latin letters and marks left out."""
    dictionary = DefaultDictionaryFactory().get_dictionary("ar")
    found: dict[str, str] = {}
    for form, lemma in dictionary.items():
        if len(form) > 1 and form[0] >= "ء":
            found.setdefault(fold(form), fold(lemma))
    return found


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The key of `word`, one word without blanks; digits and Latin words come back folded."""
    folded = fold(word)
    if not folded or folded[0] < "ء":
        return folded
    lemmas = _lemmas()
    candidates = bare(folded)
    known = next((lemmas[candidate] for candidate in candidates if candidate in lemmas), None)
    if known is not None:
        return _shorn(known, _FEMININE)
    # Only a word with the article is surely shorn: ولواشنطن may lose two letters, وايومنغ none.
    return _shorn(candidates[-1] if _has_article(candidates) else folded, _ENDINGS)


def _has_article(candidates: tuple[str, ...]) -> bool:
    return len(candidates) > 1 and candidates[-2].startswith("ال")


def _shorn(word: str, endings: tuple[str, ...]) -> str:
    if word.startswith("ال") and len(word) >= _FEWEST + 2:
        word = word[2:]
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _FEWEST:
            return word[: -len(ending)]
    return word


def in_dictionary(folded: str) -> bool:
    """Whether a folded word, as it stands, is a form that the dictionary has."""
    return folded in _lemmas()
