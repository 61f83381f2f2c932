"""Clitics: و ف ب ل ك س and ال written on to the word that follows, pronouns written on to the one before.

Without a dictionary nobody can tell وليد (a name) from و + ليد. `split` asks the lexicon and gives the one reading that
it supports; `bare` and `joined` ask nothing: they list what a word may be, nearest to it first, and the caller looks
each up.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from math import log

from riwaya.language import lexicon
from riwaya.language.forms import Form, look
from riwaya.language.letters import Folded, fold, fold_mapped
from riwaya.language.readings import PRONOUNS, Reading, fronts, readings
from riwaya.records import Span

_JOINERS = "وف"
_PREPOSITIONS = "بكل"
_ARTICLE = "ال"
_FUTURE = tuple(f"س{letter}" for letter in "ايتنأ")  # سيقول, ستعلن, سنرد, سأعود; not سلاح, سفير
_FEWEST = 2  # letters that must stay: ل+يد is still a word, ب+ه is not looked for


def bare(word: str) -> tuple[str, ...]:
    """The word itself, then what is left of it as proclitics are taken off one by one.

    Letters are left as they are, folded or not: وللرئيس → وللرئيس, للرئيس, لرئيس, الرئيس, رئيس.
    """
    found = [word]
    rest = word
    if rest[:1] in _JOINERS and len(rest) > _FEWEST:
        rest = rest[1:]
        found.append(rest)
    if rest.startswith("لل") and len(rest) > _FEWEST + 1:
        found.append(rest[1:])  # ل + لجنة is written like ل + ال + جنة
        rest = _ARTICLE + rest[2:]
        found.append(rest)
    elif (rest[:1] in _PREPOSITIONS or rest.startswith(_FUTURE)) and len(rest) > _FEWEST:
        rest = rest[1:]
        found.append(rest)
    if rest.startswith(_ARTICLE) and len(rest) > _FEWEST + 1:
        found.append(rest[2:])
    return tuple(candidate for candidate in found if candidate)


def joined(word: str) -> tuple[str, str]:
    """A leading و or ف and the rest; ("", word) where there is none or too little would be left."""
    if word[:1] in _JOINERS and len(word) > _FEWEST:
        return word[0], word[1:]
    return "", word


# --- with the lexicon ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Split:
    """A word in its parts. `stem` is folded and as it is written alone (مدينتها: مدينه); `span` is where it stands."""

    proclitics: tuple[str, ...]
    stem: str
    enclitics: tuple[str, ...]
    span: Span


@lru_cache(maxsize=1 << 16)
def split(word: str) -> Split:
    """Proclitics, stem and enclitics of `word`, one word as it stands on the page.

    Whole where the lexicon supports no split, or no reading stands clear of the others: وزير, والد, فيصل, فهم.
    """
    folded = fold_mapped(word)
    key = folded.text
    if not key or not "ء" <= key[0] <= "ي":
        return Split((), key, (), (0, len(word)))
    return _placed(_read(key, word, folded), folded)


@lru_cache(maxsize=1 << 16)
def stem_of(word: str) -> str:
    """The stem that `split` gives, for those who need no more."""
    key = fold(word)
    if not key or not "ء" <= key[0] <= "ي":
        return key
    return _read(key, word).stem


def _read(key: str, word: str, folded: Folded | None = None) -> Reading:
    """The reading of a word that folds to `key`."""
    written = word
    if key != word:
        written = "".join([word[place] for place in (folded or fold_mapped(word)).origins.tolist()])
    return _closed(key, written) or _likeliest(key, written)


def _placed(reading: Reading, folded: Folded) -> Split:
    start = 0 if not reading.proclitics else folded.span(reading.start, reading.end)[0]
    end = folded.size if not reading.enclitics else folded.span(reading.start, reading.end)[1]
    return Split(reading.proclitics, reading.stem, reading.enclitics, (start, max(start, end)))


# Particles: few, and too common to be weighed.


@cache
def _particles() -> dict[str, str]:
    return {fold(word): kind for word, kind in lexicon.rows("riwaya.language", "particles.tsv")}


def _closed(key: str, written: str) -> Reading | None:
    """The reading of a particle with what is written on to it; None where no particle is in the word."""
    kinds = _particles()
    if kinds.get(key) == "whole":
        return Reading((), 0, len(key), key, ta=False)
    for proclitics, start in fronts(key, written):
        rest = key[start:]
        if rest in kinds and proclitics[-1:] != ("ال",) and proclitics[-1:] != ("س",):
            return Reading(proclitics, start, len(key), rest, ta=False)
        pronoun = _with_pronouns().get(rest, "") if written[-1] != "ة" and proclitics[-1:] != ("ال",) else ""
        if pronoun:
            end = len(key) - len(pronoun)
            return Reading(proclitics, start, end, key[start:end], ta=False, enclitics=(pronoun,))
    return None


@cache
def _with_pronouns() -> dict[str, str]:
    """Every particle with every pronoun that it takes, written together, to the pronoun."""
    found: dict[str, str] = {}
    for pronoun in (*PRONOUNS, "ي"):
        takes = ("me",) if pronoun in ("ي", "ني") else ("takes", "me")
        for particle, kind in _particles().items():
            if kind in takes:
                found.setdefault(particle + pronoun, pronoun)
    return found


# Any other word: a reading is as likely as its clitics are common and its stem is, in news, by estimate.

_TOTAL = 7e6  # words that the counts in the lexicon were taken from
LISTED = 0.5  # the count of a form that the dictionary has and no news had
UNLISTED = log(1 / 300)  # of a stem that no dictionary has: بالنسبة after و is no word of its own
OTHER_END = log(1 / 500)  # ه written for ة, or the other way round
ARTICLE_LEFT = log(1e-6)  # of a stem that begins with the article's letters
_SEEN = 8  # a stem that no dictionary has supports a split from this count on
_NEVER = -99.0
_CLEAR = log(3)  # by how much a split must be likelier than the word whole
_UNKNOWN, _LETTER = log(1e-8), log(0.3)  # of a stem that nobody knows: the longer the rarer


@cache
def _costs(kind: str) -> dict[str, float]:
    """Log of how often clitics of a kind (front, end) stand together, by their joined letters."""
    rows = lexicon.rows("riwaya.language", "clitics.tsv")
    return {letters.replace("-", ""): log(float(share)) for which, letters, share in rows if which == kind}


def _likeliest(key: str, written: str) -> Reading:
    found = list(readings(key, written))
    scored = [(score(reading), reading) for reading in found]
    best, reading = max(scored, key=lambda pair: pair[0])
    return reading if best > scored[0][0] + _CLEAR else found[0]


def score(reading: Reading) -> float:
    """Log of the likelihood of a reading; hugely negative where nothing supports it."""
    front, end = "+".join(reading.proclitics), "".join(reading.enclitics)
    return _costs("front").get(front, _NEVER) + _costs("end").get(end, _NEVER) + _stem_score(reading)


def _stem_score(reading: Reading) -> float:
    form = _known(reading)
    if form is None or not fits(reading, form.lemma):
        whole = not (reading.proclitics or reading.enclitics or reading.alef)
        free = whole or (reading.proclitics[-1:] == ("ال",) and len(reading.stem) > _FEWEST)
        return _UNKNOWN + _LETTER * len(reading.stem) if free else _NEVER
    word = form.listed or form.name
    if not word and (reading.proclitics or reading.enclitics) and form.count < _SEEN:
        return _NEVER
    likely = log((form.count + (LISTED if word else 0.0)) / _TOTAL)
    likely += UNLISTED if not word or _holds_pronoun(reading, form) else 0.0
    likely += ARTICLE_LEFT if reading.alef and not form.own else 0.0
    return likely + (OTHER_END if reading.stem.endswith("ه") and reading.ta is not form.ta else 0.0)


def _known(reading: Reading) -> Form | None:
    """The lexicon's entry of a stem, or of its only form that the lexicon has: الكرملين, يعمل for نعمل."""
    found = look(reading.stem)
    last = reading.proclitics[-1:]
    if last == ("ال",) and found is None:
        return look(f"ال{reading.stem}")
    if last == ("س",) and (found is None or found.lemma == reading.stem):
        return look(f"ي{reading.stem[1:]}")
    return found


def _holds_pronoun(reading: Reading, form: Form) -> bool:
    """Whether the dictionary lists a stem as a form of the word that is left without its last pronoun: بلاده, of بلاد.

    نا is left out: أعلنا is no other word's form.
    """
    if reading.enclitics or reading.ta or form.lemma == reading.stem:
        return False
    rests = (reading.stem.removesuffix(p) for p in PRONOUNS if p != "نا" and reading.stem.endswith(p))
    found = (look(rest) for rest in rests if len(rest) > _FEWEST)
    return any(entry is not None and entry.listed and entry.lemma == form.lemma for entry in found)


def fits(reading: Reading, lemma: str) -> bool:
    """Whether clitics of this kind go with a word of this lemma: س with the imperfect alone, ب ك ال with no verb."""
    last = reading.proclitics[-1:]
    if last == ("س",):
        return lemma != reading.stem or reading.stem[0] == "ي"
    if last in (("ب",), ("ك",), ("ال",)):  # كيري is no ك + يرى
        return not (reading.stem[0] == "ي" and lemma[0] != "ي")
    return True
