"""A word as the finders of names see it, with all that hangs on it alone: news repeats words, each is read once."""

import re
from dataclasses import dataclass
from functools import lru_cache

from riwaya.language.letters import fold
from riwaya.language.tokens import TOKEN
from riwaya.names.lexica import How, phrases, sort
from riwaya.names.look import Look, Strength, implied, in_language, look
from riwaya.records import Span

_ARTICLE = "ال"
_TOLD_BY_MARKS = ("على", "وعلى", "أمام", "وأمام")
_TANWIN = "\u064b"
_KUNYAS = ("ابو", "ابي", "ام", "عبد")
_LINE = re.compile(TOKEN.pattern + r"|\n\s*")  # the first line's end between two words stands for all
_JOINED = 7  # letters of a word that و and the article open: والكونكاكاف, not والت
_MOST = 1 << 16  # words that are kept


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word or a mark of punctuation, for which `letters` is False; the end of a line is a mark.

    `over`: a name or a role is over here. على and علي, أمام and إمام fold alike; their marks tell.
    `article`: it opens with the article, no proclitic before it: not ألبرت, not والرئيس.
    `links`: a preposition that a role may go on with, علي told from على by its dots.
    `joint`: أبو, بن, آل, فان… that need the next word; فإن is no فان.
    `kunyas`: letters gone and the form, where it may be أبو, أم or عبد.
    `opens`: a person's name may start here, with nothing to announce it.
    `speaks`: a verb of speech. `countryman`: الفرنسي, والروسية. `announces`: one of these or a verb, whose next
    word may be a name that no table has.
    `lists`: letters gone and the form, where a place or a body of the tables may start.
    """

    text: str
    folded: str
    look: Look
    letters: bool
    over: bool
    article: bool
    links: bool
    joint: bool
    kunyas: tuple[tuple[int, str], ...]
    opens: bool
    speaks: bool
    countryman: bool
    announces: bool
    lists: tuple[tuple[int, str], ...]

    @property
    def own(self) -> str:
        """The folded word as a name, the proclitics before it off: بوتين of لبوتين, كمال of كمال."""
        form = self.folded[self.look.cut :]
        return "ا" + form if self.look.implied else form

    def after(self, cut: int) -> int:
        """Where in the word what is left begins when `cut` letters of proclitics are passed over, marks on them too."""
        place = 0
        for letter in self.text:
            if cut == 0 and letter.isalpha():
                break
            place += 1
            cut -= letter.isalpha() and letter != "ـ"
        return place


@lru_cache(maxsize=_MOST)
def word(written: str) -> Word:
    folded = fold(written)
    seen = look(folded)
    letters = folded[:1].isalnum()
    over = not letters or seen.ends or written in _TOLD_BY_MARKS or folded[:1].isdigit() or _TANWIN in written
    speaks = any(form in sort("speech") for cut, form in seen.forms if cut <= 1)
    countryman = seen.nisba is not None and seen.definite and folded.endswith(("ي", "يه"))
    return Word(
        text=written,
        folded=folded,
        look=seen,
        letters=letters,
        over=over,
        article=folded.startswith(_ARTICLE) and seen.definite and written[:1] not in "أإآ",
        links=folded in sort("link") and written != "علي",
        joint=folded in sort("joint") and "إ" not in written,
        kunyas=tuple(form for form in seen.forms if form[1] in _KUNYAS),
        opens=not over and _opens(folded, seen),
        speaks=speaks,
        countryman=countryman,
        announces=speaks or countryman or (folded in sort("verb") and folded not in sort("being")),
        lists=_lists(seen) if letters and not seen.ends else (),
    )


def _opens(folded: str, seen: Look) -> bool:
    """رائد and عماد are ranks only with their article."""
    free = seen.role is None or (not seen.role.definite and seen.how in (How.TITLE, How.ADDRESS))
    return folded != "الله" and seen.name is not Strength.NONE and free


def _lists(seen: Look) -> tuple[tuple[int, str], ...]:
    whole = seen.name is Strength.KNOWN and seen.cut == 0  # باراك is no ب + أراك
    return tuple(form for form in seen.forms if form[1] in phrases() and not (whole and form[0]))


def words(text: str) -> tuple[list[Word], list[Span]]:
    """The words and marks of `text`, and where each stands; a line's end is a mark, so that no name runs over it."""
    spans = [match.span() for match in _LINE.finditer(text)]
    if spans and text[spans[-1][0]] == "\n":
        spans.pop()
    return [word(text[start:end] if text[start] != "\n" else "\n") for start, end in spans], spans


def proclitics(word: Word) -> tuple[int, bool]:
    """The letters of proclitics before a name that begins with `word`, and whether its article is unwritten (للكرملين).

    As the tables or the dictionary know what is left, else none.
    """
    seen = word.look
    if seen.name is not Strength.NONE:
        return seen.cut, seen.implied
    if seen.head is not None:
        return seen.head.cut, seen.head.implied
    known = ((cut, form) for cut, form in seen.forms if form in phrases() or in_language(form))
    joined = int(word.folded.startswith("وال") and len(word.folded) >= _JOINED)
    cut, form = next((k for k in known if k[0] or not joined), (joined, word.folded[joined:]))
    return cut, implied(word.folded, cut, form)
