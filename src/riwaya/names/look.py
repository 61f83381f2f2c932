"""What the tables say of one word: name, role, head noun, nationality, stop, or nothing at all."""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from riwaya.language.clitics import bare as without_clitics
from riwaya.language.stems import in_dictionary
from riwaya.language.tokens import Token, tokens
from riwaya.names import spellings
from riwaya.names.lexica import Head, How, NameWords, bare, ends, heads, name_words, nisbas, phrases, roles, sort

_FEWEST = 3
_ARTICLE = "ال"
_POSSESSED = ("وا", "ته", "تها", "تهم", "هما", "هم", "كم", "نها", "ونه", "يها", "وها")
_TOLD_BY_MARKS = ("على", "وعلى", "أمام", "وأمام")
_TANWIN = "\u064b"
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
    dictionary = any(_in_dictionary(form) for _, form in options)
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


def _in_dictionary(form: str) -> bool:
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


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its look. A mark of punctuation is a word whose `letters` is False."""

    token: Token
    look: Look
    letters: bool

    @property
    def folded(self) -> str:
        return self.token.folded

    @property
    def over(self) -> bool:
        """Whether a name or a role is over here. على and علي, أمام and إمام fold alike; their marks tell."""
        return not self.letters or self.look.ends or self.token.text in _TOLD_BY_MARKS or self._adverb

    @property
    def _adverb(self) -> bool:
        """A figure, or a word with tanwin (سلفاً), which no name has in the press."""
        return self.folded[:1].isdigit() or _TANWIN in self.token.text

    def start(self, cut: int) -> int:
        """Where the word begins in the text when `cut` letters of proclitics are passed over, marks on them too."""
        place = self.token.span[0]
        for letter in self.token.text:
            if cut == 0 and letter.isalpha():
                break
            place += 1
            cut -= letter.isalpha() and letter != "ـ"
        return place

    @property
    def article(self) -> bool:
        """Whether it opens with the article, no proclitic before it: not ألبرت, not والرئيس."""
        text = self.token.text
        return self.folded.startswith(_ARTICLE) and self.look.definite and text[:1] not in "أإآ"

    @property
    def own(self) -> str:
        """The folded word as a name, the proclitics before it off: بوتين of لبوتين, كمال of كمال."""
        form = self.folded[self.look.cut :]
        return "ا" + form if self.look.implied else form

    @property
    def links(self) -> bool:
        """A preposition that a role may go on with, علي told from على by its dots."""
        return self.folded in sort("link") and self.token.text != "علي"

    @property
    def joint(self) -> bool:
        return self.folded in sort("joint") and "إ" not in self.token.text  # فإن is no فان


def words(text: str) -> list[Word]:
    """The words and marks of `text`; the end of a line is a mark, so that no name runs over it."""
    found: list[Word] = []
    line = 0
    for token in tokens(text):
        end = text.find("\n", line, token.span[0])
        if end >= 0:
            found.append(Word(Token((end, end + 1), "\n", "\n"), look("\n"), letters=False))
        found.append(Word(token, look(token.folded), token.folded[:1].isalnum()))
        line = token.span[1]
    return found


def proclitics(word: Word) -> tuple[int, bool]:
    """The letters of proclitics before a name that begins with `word`, and whether its article is unwritten (للكرملين).

    As the tables or the dictionary know what is left, else none.
    """
    seen = word.look
    if seen.name is not Strength.NONE:
        return seen.cut, seen.implied
    if seen.head is not None:
        return seen.head.cut, seen.head.implied
    known = ((cut, form) for cut, form in seen.forms if form in phrases() or _in_dictionary(form))
    cut, form = next(known, (0, word.folded))
    return cut, implied(word.folded, cut, form)
