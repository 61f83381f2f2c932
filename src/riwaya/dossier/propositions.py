"""What a statement is about: who takes part, what kind of event, in which words; polarity aside.

A denial or refusal often names nothing itself («لا يمكننا تأكيد ذلك»): it is then about what it answers.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache

from riwaya.dossier.material import Desk
from riwaya.dossier.named import joined_names, offices, single_names
from riwaya.dossier.speakers import institution, state
from riwaya.dossier.words import bag, folded_words
from riwaya.language import lexicon
from riwaya.language.clitics import bare
from riwaya.language.letters import fold
from riwaya.language.tokens import words
from riwaya.records import Act, NameKind, Span, SpeakerKind, Statement

_PACKAGE = "riwaya.dossier"
_JUDGES = {Act.CRITICISE, Act.PRAISE}
ANSWERS = {Act.DENY, Act.DECLINE, Act.CONFIRM}
_CLAUSE = re.compile(r"[،؛,;.:]")
_IT = re.compile(r"(?:ان|ب?ان)ه(?:ا|ما)?\b")  # «إنه سيعقد في 24 منه»: what it is stands before the verb of saying
_OF_HIMSELF = re.compile(r"^[\"«]?(?:ب?انه\b|س?[نا]ل?ت)")  # «أنه سيلتقي», «سنلتقي», «سألتقي»
_HEAD = 4  # words among which the thing spoken of is named
_PRONOUN = re.compile(r"^\w+(?:ها|هما|ه)$")  # one word that stands for what was just named: «انعقادها»
_FEW = 3  # fewer telling words than this say nothing by themselves
_JOURNEY = "travel"
PAIR = 2  # those who take part in a meeting
_QUESTION = re.compile(r"(?:سؤال|اسيله|سييل|سيل|سالت?ه?)\s(?P<about>.+)")


@dataclass(frozen=True, slots=True)
class Proposition:
    """`about` is the words that say it: the statement's own content or, where `borrowed`, what it answers."""

    persons: frozenset[str]
    others: frozenset[str]
    events: frozenset[str]
    head: frozenset[str]  # of its events the one spoken of, where it takes two; a journey with what it is for
    words: frozenset[str]
    about: str
    named: int = 0  # persons whom its own words name, not those it leans on
    borrowed: bool = False

    @property
    def participants(self) -> frozenset[str]:
        return self.persons | self.others

    @property
    def numbers(self) -> frozenset[str]:
        return frozenset(word for word in self.words if word.isdigit())

    def of_one_meeting(self, other: "Proposition") -> bool:
        """Whether both name the same two persons and a kind of event that takes two."""
        return len(self.persons & other.persons) >= PAIR and bool(self.head & other.head)


Before = list[tuple[Span, Proposition]]  # what an article said so far: where its words stand, what they say


@cache
def _events() -> tuple[dict[str, frozenset[str]], tuple[tuple[str, str], ...]]:
    """Folded word → kinds of event, and the kinds named by several words together."""
    single: defaultdict[str, set[str]] = defaultdict(set)
    several: list[tuple[str, str]] = []
    for kind, _, named in lexicon.rows(_PACKAGE, "events.tsv"):
        for form in named.split():
            if "_" in form:
                several.append((fold(form.replace("_", " ")), kind))
            else:
                single[fold(form)].add(kind)
    return {form: frozenset(kinds) for form, kinds in single.items()}, tuple(several)


@cache
def joint_events() -> frozenset[str]:
    """Kinds of event that are the same where the same two take part: a summit, a journey to it."""
    return frozenset(kind for kind, nature, _ in lexicon.rows(_PACKAGE, "events.tsv") if nature == "joint")


@cache
def _saying() -> frozenset[str]:
    return frozenset().union(*(bag(row[0]) for row in lexicon.rows(_PACKAGE, "saying.tsv")))


@cache
def _anaphors() -> re.Pattern[str]:
    phrases = sorted(lexicon.words(_PACKAGE, "anaphors.tsv"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


class Reader:
    """Reads propositions out of a story's statements; those of one article may lean on the ones before them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._short = joined_names(desk)
        self._offices = offices(desk, self._short)
        self._names = single_names(desk, self._short)

    def read(self) -> dict[str, Proposition]:
        """Every statement's proposition, by its id."""
        found: dict[str, Proposition] = {}
        for article in self._desk.articles:
            headline = (0, len(self._head(article)))
            before: Before = [(headline, self.of(article, headline))]
            for statement in self._desk.said.get(article, ()):
                found[statement.id] = self._lean(statement, before)
                before.append((statement.spans.content, found[statement.id]))
        return found

    def of(self, article: str, span: Span) -> Proposition:
        """What the words at `span` say by themselves."""
        text = self._desk.words(article, span)
        persons, others = self._taking_part(article, span, fold(text))
        return Proposition(persons, others, events_in(text), head_of(text), bag(text) - _saying(), text, len(persons))

    def _head(self, article: str) -> str:
        return self._desk.articles[article].text.split("\n", 1)[0]

    def _taking_part(self, article: str, span: Span, folded: str) -> tuple[frozenset[str], frozenset[str]]:
        persons: set[str] = set()
        others: set[str] = set()
        for mention in self._desk.mentions.get(article, ()):
            if span[0] <= mention.span[0] < span[1]:
                if mention.kind is NameKind.PERSON:
                    persons.add(self._short.get(mention.entity, mention.entity))
                else:
                    others.add(state(mention.name) or institution(mention.name))
        persons |= {entity for office, entity in self._offices.items() if f" {office} " in f" {folded} "}
        persons |= {self._names[word] for word in folded_words(folded) if word in self._names}
        return frozenset(persons), frozenset(others)

    def _lean(self, statement: Statement, before: Before) -> Proposition:
        own = self.of(statement.article, statement.spans.content)
        own = replace(own, about=statement.content)
        if _says_nothing(statement, own):
            return replace(self._question(statement) or self._answered(statement, before), borrowed=True)
        if len(own.persons) < PAIR and own.head:
            own = self._with_speaker(statement, own)
        if len(own.persons) >= PAIR:
            return own
        if _IT.match(fold(statement.content)):
            start = self._desk.sentence(statement.article, statement.spans.cue[0])[0]
            earlier = self.of(statement.article, (start, statement.spans.cue[0]))
            if len(earlier.persons) >= PAIR and earlier.head:
                return _joined(own, earlier)
        if len(own.participants) < PAIR and own.head and _leans_on_named_event(statement.content):
            named = next((p for _, p in reversed(before) if p.head & own.head and len(p.persons) >= PAIR), None)
            return _joined(own, named) if named is not None else own
        return own

    def _answered(self, statement: Statement, before: Before) -> Proposition:
        """What a bare answer answers: the words before it in its sentence, else the sentence before.

        «تتهم جارتها بتسليح المتمردين، لكن الأخيرة تنفي ذلك» is not about what was said some paragraphs above.
        """
        article, spans = statement.article, statement.spans
        first = self._desk.sentence(article, spans.cue[0])[0]
        begun = [spans.cue[0], *([spans.speaker[0]] if spans.speaker and spans.speaker[0] >= first else [])]
        for start, end in ((first, min(begun)), self._desk.sentence_before(article, first)):
            told = next((p for span, p in reversed(before) if start <= span[0] and span[1] <= end), None)
            found = told or self.of(article, (start, end))
            if found.events or (told is not None and (found.participants or len(found.words) >= _FEW)):
                return found
        return next((p for _, p in reversed(before) if p.events or p.persons), before[-1][1])

    def _with_speaker(self, statement: Statement, own: Proposition) -> Proposition:
        """Who speaks of a meeting of his own is one of the two: «أكد بلاسكو أنه سيلتقي …», «سنلتقي»."""
        entity = statement.speaker.entity
        of_himself = _OF_HIMSELF.search(fold(statement.content)) is not None
        if entity is None or statement.speaker.kind is not SpeakerKind.PERSON or not of_himself:
            return own
        return replace(own, persons=own.persons | {self._short.get(entity, entity)})

    def _question(self, statement: Statement) -> Proposition | None:
        """The question in the same sentence: ردا على سؤال عن السفر."""
        first, last = self._desk.sentence(statement.article, statement.spans.cue[0])
        content = statement.spans.content
        for start, end in ((max(content[1], first), last), (first, min(content[0], last))):
            if start >= end:
                continue
            folded = fold(self._desk.words(statement.article, (start, end)))
            asked = _QUESTION.search(folded)
            if asked is None:
                continue
            found = self.of(statement.article, (start, end))
            if found.events or len(found.persons) >= PAIR:
                return found
        return None


def _of_him(form: str) -> str:
    """The form of the table for other persons and the future: ستغلق, تغلق, نغلق as يغلق."""
    verb = form.removeprefix("س")
    return f"ي{verb[1:]}" if verb[:1] in {"ي", "ت", "ن"} else form


def _joined(own: Proposition, named: Proposition) -> Proposition:
    """What is said of a meeting named before: its partners are those of that meeting."""
    return replace(
        own,
        persons=own.persons | named.persons,
        others=own.others | named.others,
        head=own.head | named.head,
    )


def _says_nothing(statement: Statement, own: Proposition) -> bool:
    """Whether the words are about what was said before them and name nothing: «لا يمكننا تأكيد ذلك», «انعقادها».

    A judgement («لا يبدد كل قلقنا», «خطأ تاريخي») says something of its own, however short.
    """
    if own.participants or len(own.words) >= _FEW or statement.act in _JUDGES:
        return False
    if statement.act is Act.DECLINE and not own.events and len(own.words) < PAIR:
        return True
    folded = fold(statement.content)
    if statement.act in ANSWERS and _anaphors().search(folded) is not None:
        return True
    return not own.words or _PRONOUN.search(folded) is not None


def _leans_on_named_event(content: str) -> bool:
    """The event is one already named (اللقاء, موعد القمة, سنلتقي) and not a new one (لقاء مع فلان)."""
    own = _events()[0]
    for clause in _CLAUSE.split(content):
        told = words(clause)
        for token in told[:_HEAD]:
            if any(form in own for form in bare(token.folded)):
                if token.folded.startswith(("ال", "وال", "بال", "لل", "ن", "سن")) or len(told) <= _FEW:
                    return True
                break
    return False


def head_of(text: str) -> frozenset[str]:
    """Kinds of the first event in `text` that takes two: لقاء in «يعتزم لقاء فلان لبحث اتفاق المياه»."""
    single = _events()[0]
    found: set[str] = set()
    for token in words(text):
        kinds = next((single[form] for form in bare(token.folded) if form in single), frozenset()) & joint_events()
        found |= kinds
        if found - {_JOURNEY}:
            break
    return frozenset(found)


def events_in(text: str) -> frozenset[str]:
    """Kinds of event that the words of `text` name."""
    single, several = _events()
    found: set[str] = set()
    folded = [token.folded for token in words(text)]
    for word in folded:
        found |= next(
            (kinds for form in bare(word) if (kinds := single.get(form) or single.get(_of_him(form)))), frozenset()
        )
    joined = f" {' '.join(folded)} "
    found.update(kind for phrase, kind in several if f" {phrase} " in joined)
    return frozenset(found)
