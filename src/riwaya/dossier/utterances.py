"""Statements of several articles that are one utterance: the same speaker, the same words, as each outlet gave them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import log

from riwaya.dossier.groups import groups
from riwaya.dossier.material import Desk
from riwaya.dossier.propositions import ANSWERS, PAIR, Proposition
from riwaya.dossier.speakers import Cast, perhaps_one
from riwaya.dossier.words import bag, folded_words
from riwaya.language.stems import stem
from riwaya.records import Edit, Span, Statement

_SAME_SPEAKER = 0.6  # weighted share of the shorter form's words; half is common between two things one speaker said
_AKIN_SPEAKER = 0.75  # the same where the speaker is called otherwise (واشنطن / البيت الأبيض)
_ALIGNED = 0.4  # the same where a copy's passage lays one on the other
_SAME_WORDS = 0.85  # the share of both forms' words that two articles can't have in common by chance
_FEWEST = 3  # words that must agree
_SEVERAL = 6  # words that are a sentence of its own


@dataclass(frozen=True, slots=True)
class Utterance:
    """`forms` in the story's order; `best` is the form that stands for all: the fullest of the earliest article."""

    forms: tuple[Statement, ...]
    best: Statement

    @property
    def id(self) -> str:
        return self.best.id

    def speaker(self, cast: Cast) -> str:
        """Key of who said it: the one most forms name, where outlets differ (واشنطن, البيت الأبيض)."""
        keys = Counter(cast.key(form.speaker) for form in self.forms)
        return max(keys, key=lambda key: (keys[key], key == cast.key(self.best.speaker), key))


class Weights:
    """How much a word tells within this story: one that every statement holds tells little."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        texts = {tuple(sorted(bag(s.content))) for s in statements}  # verbatim copies count once
        self._count = max(len(texts), 1)
        held = Counter(word for text in texts for word in text)
        self._weights = {word: log(1 + self._count / (1 + times)) for word, times in held.items()}
        self._unheard = log(1 + self._count)

    def of(self, words: frozenset[str]) -> float:
        return sum(self._weights.get(word, self._unheard) for word in words)

    def containment(self, a: frozenset[str], b: frozenset[str]) -> float:
        least = min(self.of(a), self.of(b))
        return self.of(a & b) / least if least else 0.0

    def likeness(self, a: frozenset[str], b: frozenset[str]) -> float:
        whole = self.of(a | b)
        return self.of(a & b) / whole if whole else 0.0


def utterances(desk: Desk, cast: Cast, weights: Weights, meant: Mapping[str, Proposition]) -> list[Utterance]:
    """Every statement of the story in exactly one utterance."""
    bags = {s.id: comparable(s.content) for s in desk.statements}
    ties = [
        *_by_speaker(desk, cast, weights, bags),
        *_by_passage(desk, cast, weights, bags),
        *_by_words(desk, cast, weights, bags),
        *_by_answer(desk, cast, meant),
        *_by_carrier(desk, cast, meant),
        *_by_headline(desk, cast, meant),
    ]
    return [_utterance(desk, forms) for forms in groups((s.id for s in desk.statements), ties)]


def comparable(text: str) -> frozenset[str]:
    """The words by which two wordings are compared; all of them where few carry meaning («لا يمكننا تأكيد ذلك»)."""
    telling = bag(text)
    return telling if len(telling) >= _FEWEST else frozenset(map(stem, folded_words(text)))


def _by_speaker(desk: Desk, cast: Cast, weights: Weights, bags: dict[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in desk.statements:
        said[cast.key(statement.speaker)].append(statement)
    for group in said.values():
        for a, b in combinations(group, 2):
            if _agree(bags[a.id], bags[b.id], weights, _SAME_SPEAKER):
                yield a.id, b.id
    faces = [(key, group[0].speaker) for key, group in said.items()]
    for (left, one), (right, other) in combinations(faces, 2):
        if not cast.akin(one, other):
            continue
        for a in said[left]:
            for b in said[right]:
                if a.article != b.article and _agree(bags[a.id], bags[b.id], weights, _AKIN_SPEAKER):
                    yield a.id, b.id


def _agree(a: frozenset[str], b: frozenset[str], weights: Weights, least: float) -> bool:
    shared = len(a & b)
    return (shared >= _FEWEST or (shared > 0 and a == b)) and weights.containment(a, b) >= least


def _by_passage(desk: Desk, cast: Cast, weights: Weights, bags: dict[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    for copy in desk.copies:
        for passage in copy.passages:
            for a in _inside(desk.said.get(copy.original, ()), passage.original):
                for b in _inside(desk.said.get(copy.derived, ()), passage.derived):
                    akin = cast.akin(a.speaker, b.speaker) or passage.edit is Edit.VERBATIM
                    if _agree(bags[a.id], bags[b.id], weights, _ALIGNED if akin else _AKIN_SPEAKER):
                        yield a.id, b.id


def _by_words(desk: Desk, cast: Cast, weights: Weights, bags: dict[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """One sentence in two articles, its speaker called otherwise: by office, by half his name, by his house's name.

    Two full names are two speakers, and the filled forms of two banks, whose numbers differ, two statements.
    """
    long = [s for s in desk.statements if len(bags[s.id]) >= _SEVERAL]
    for a, b in combinations(long, 2):
        one, other = bags[a.id], bags[b.id]
        if a.article == b.article or len(one & other) < _SAME_WORDS * max(len(one), len(other)) - 1:
            continue
        alike = weights.likeness(one, other) >= _SAME_WORDS and _numbers(one) == _numbers(other)
        if alike and perhaps_one(a.speaker, b.speaker) and not cast.two_persons(a.speaker, b.speaker):
            yield a.id, b.id


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.isdigit())


def _by_answer(desk: Desk, cast: Cast, meant: Mapping[str, Proposition]) -> Iterator[tuple[str, str]]:
    """A refusal told in an outlet's own words: «أحجم عن تأكيد اللقاء», «امتنع عن تأكيد لقاء يجمع فلانا وفلانا»."""
    told = [s for s in desk.statements if s.act in ANSWERS and not s.quotes and len(meant[s.id].persons) >= PAIR]
    for a, b in combinations(told, 2):
        if a.act is b.act and cast.key(a.speaker) == cast.key(b.speaker) and meant[a.id].of_one_meeting(meant[b.id]):
            yield a.id, b.id


def _by_carrier(desk: Desk, cast: Cast, meant: Mapping[str, Proposition]) -> Iterator[tuple[str, str]]:
    """A newspaper's report given as its own by one outlet, by another as what it heard from officials."""
    carried = [(s, cast.organisation(carrier)) for s in desk.statements for carrier in s.via]
    for passed, carrier in carried:
        for own in desk.statements:
            its_own = own.article != passed.article and not own.via and cast.key(own.speaker) == carrier
            if its_own and meant[own.id].of_one_meeting(meant[passed.id]):
                yield own.id, passed.id


def _by_headline(desk: Desk, cast: Cast, meant: Mapping[str, Proposition]) -> Iterator[tuple[str, str]]:
    """A headline says shortly, and of the capital, what the text below says of the house: «واشنطن تكشف عن لقاء»."""
    for article, said in desk.said.items():
        headline = desk.articles[article].headline_span
        above = [s for s in said if headline is not None and s.spans.content[1] <= headline[1]]
        below = [s for s in said if s not in above]
        for short, whole in product(above, below):
            alike = meant[short.id].of_one_meeting(meant[whole.id]) and ANSWERS.isdisjoint({short.act, whole.act})
            if alike and cast.akin(short.speaker, whole.speaker):
                yield short.id, whole.id


def _inside(statements: Sequence[Statement], span: Span | None) -> list[Statement]:
    """Statements of which at least half lies in the passage."""
    if span is None:
        return []
    return [s for s in statements if 2 * _overlap(s.spans.content, span) >= s.spans.content[1] - s.spans.content[0]]


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _utterance(desk: Desk, forms: list[str]) -> Utterance:
    held = tuple(desk.by_id[form] for form in forms)
    first = [s for s in held if s.article == held[0].article]
    return Utterance(held, max(first, key=lambda s: (len(bag(s.content)), bool(s.quotes), s.id)))
