"""What the finders hand on: a run of words, of a kind, with the run of words that gives the role."""

from dataclasses import dataclass, field
from datetime import date
from typing import Self

from riwaya.names.words import Word, words
from riwaya.records import NameKind, Span

Run = tuple[int, int]  # words [start, end) by their place in the article's list of words
RULES = "rules"
OFFICE = "office"  # the table of holders and the article's day
OPENS, CLOSES = "«\"“„'", "»\"”'"  # quotation marks


@dataclass(frozen=True, slots=True)
class Said:
    """A name as a tagger saw it, proclitics and all."""

    run: Run
    kind: NameKind
    tagger: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`cut` letters of proclitics stand before the first word; `name` is set where the tables know a better one.

    `implied`: the article's alef is unwritten after ل, as in للكرملين, so the word keeps its first lam.

    `head` is the noun that stands before it or opens it (صحيفة, وزارة), for later mentions (الصحيفة, الوزارة).
    """

    kind: NameKind
    run: Run
    cut: int = 0
    implied: bool = False
    name: str | None = None
    role: Run | None = None
    role_cut: int = 0
    head: str | None = None
    tagger: str = RULES  # which model saw it, RULES where the tables and the grammar alone did, or OFFICE
    soft: bool = False  # a single word of the tables that a person's name may take back: جورجيا ميلوني


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article's words and, by word, what has been found there; `said` is what a tagger saw, by its first word.

    `read` is whether a tagger has been asked: where it has and saw nothing, a name needs more to stand. `met` is the
    words of people's names so far.
    """

    text: str
    words: list[Word]
    spans: list[Span]
    taken: list[Found | None]
    said: dict[int, Said] = field(default_factory=dict)
    read: bool = False
    met: set[str] = field(default_factory=set)
    day: date | None = None  # of the article, where it is sure enough to say who held an office

    @classmethod
    def of(cls, text: str, *, read: bool = False, day: date | None = None) -> Self:
        """A sheet with nothing on it."""
        found, spans = words(text)
        return cls(text, found, spans, [None] * len(found), read=read, day=day)

    def put(self, found: Found) -> None:
        for place in range(*found.run):
            self.taken[place] = found
        if found.kind is NameKind.PERSON:
            self.met.update(word.own for word in self.words[slice(*found.run)])

    def start(self, place: int, cut: int) -> int:
        """Where the word at `place` begins in the text without `cut` letters of proclitics."""
        return self.spans[place][0] + self.words[place].after(cut)

    def span(self, found: Found) -> Span:
        """The words of a name in the text, without proclitics."""
        return self.start(found.run[0], found.cut - found.implied), self.spans[found.run[1] - 1][1]

    def surface(self, found: Found) -> str:
        """The same as text; للكرملين is الكرملين."""
        text = self.text[slice(*self.span(found))]
        return "ا" + text[1:] if found.implied else text

    def role_text(self, found: Found) -> str:
        """The role as written, without the proclitic before it and the marks after it."""
        if found.role is None:
            return ""
        noun = self.words[found.role[0]].look.role
        implied = noun is not None and noun.implied
        text = self.text[self.start(found.role[0], found.role_cut - implied) : self.spans[found.role[1] - 1][1]]
        return "ا" + text[1:] if implied else text

    def person(self, place: int) -> Said | None:
        """The person that a tagger saw begin at `place`."""
        said = self.said.get(place)
        return said if said is not None and said.kind is NameKind.PERSON else None

    def free(self, place: int) -> bool:
        taken = self.taken[place]
        return taken is None or taken.soft

    def mark(self, place: int) -> str:
        """The mark of punctuation at `place`, or nothing."""
        if 0 <= place < len(self.words) and not self.words[place].letters:
            return self.words[place].text
        return ""

    def glued(self, place: int) -> bool:
        """Whether a hyphen at `place` joins two words of one name: جونغ-أون, not كشف -الاثنين-."""
        if self.mark(place) not in ("-", "‐", "‑") or not 0 < place < len(self.words) - 1:
            return False
        before, here, after = self.spans[place - 1 : place + 2]
        return before[1] == here[0] and here[1] == after[0] and self.words[place + 1].letters
