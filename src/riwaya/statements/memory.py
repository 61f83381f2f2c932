"""What an article has told of its speakers so far: who spoke, in what order, and what they may be called."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from riwaya.language.clitics import joined
from riwaya.language.tokens import words
from riwaya.records import Mention, NameKind, Speaker, SpeakerKind
from riwaya.statements.chain import Day
from riwaya.statements.draft import Agreement, Draft, Order
from riwaya.statements.nouns import HeadKind, head
from riwaya.statements.phrase import Phrase
from riwaya.statements.verbs import Gender, Number
from riwaya.statements.view import View

T = TypeVar("T")
_BACK = 40  # speakers looked back over for one that a verb may mean


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker met, and how a later verb without a subject agrees with him."""

    speaker: Speaker
    agreement: Agreement


@dataclass(slots=True)
class Index(Generic[T]):
    """What is known by sets of words; a look-up goes over those that share its rarest word, and not over all."""

    rows: list[tuple[frozenset[str], T]] = field(default_factory=list)
    places: dict[str, list[int]] = field(default_factory=dict)

    def add(self, words: frozenset[str], value: T) -> None:
        for word in words:
            self.places.setdefault(word, []).append(len(self.rows))
        self.rows.append((words, value))

    def holding(self, want: frozenset[str]) -> T | None:
        """The first value added whose words hold all those wanted."""
        near = min((self.places.get(word, []) for word in want), key=len, default=[])
        return next((self.rows[i][1] for i in near if want <= self.rows[i][0]), None)


@dataclass(slots=True)
class Memory:
    """Speakers in the order they spoke; persons, bodies and papers by what they may be called."""

    text: str
    mentions: Sequence[Mention]
    spoke: list[Known] = field(default_factory=list)
    bodies: dict[str, Speaker] = field(default_factory=dict)
    papers: dict[str, Speaker] = field(default_factory=dict)
    persons: dict[str, Speaker] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    named: Index[Speaker] = field(default_factory=Index)  # persons by the words of their names
    surnames: dict[str, Speaker] = field(default_factory=dict)
    offices: Index[Mention] = field(default_factory=Index)  # persons' mentions by the words of the role given
    holders: Index[Speaker] = field(default_factory=Index)  # persons by the words of their role
    days: dict[str, tuple[int, Day | None]] = field(
        default_factory=dict
    )  # line and day of the last, by act and speaker

    def meet(self, key: str, speaker: Speaker) -> None:
        """A person, by folded name; the first of a name stands."""
        if key in self.persons:
            return
        self.persons[key] = speaker
        parts = key.split()
        self.named.add(frozenset(parts), speaker)
        self.surnames.setdefault(parts[-1], speaker)
        if speaker.role:
            self.holders.add(words_of_role(speaker.role), speaker)

    def last(self, agreement: Agreement | None) -> Known | None:
        """The latest speaker whom a verb of this gender and number may mean."""
        if agreement is None:
            return self.spoke[-1] if self.spoke else None
        return next((k for k in reversed(self.spoke[-_BACK:]) if k.agreement == agreement), None)


def remember(article_text: str, mentions: Sequence[Mention]) -> Memory:
    memory = Memory(article_text, sorted(mentions, key=lambda m: m.span))
    given: set[tuple[str, str]] = set()
    for mention in memory.mentions:
        if mention.role_text and not mention.role_text.startswith("نظير"):  # his counterpart: no office
            memory.roles.setdefault(mention.entity, mention.role_text)
        if mention.kind is NameKind.PERSON and mention.role_text and (mention.entity, mention.role_text) not in given:
            given.add((mention.entity, mention.role_text))
            memory.offices.add(words_of_role(mention.role_text), mention)
        if mention.kind is NameKind.ORGANISATION:
            _note_body(memory, mention)
    return memory


def _note_body(memory: Memory, mention: Mention) -> None:
    """A body named in full, though it may never speak: الوكالة may mean it later."""
    written = words(memory.text[slice(*mention.span)])
    noun = (head(written[0].folded) or head(joined(written[0].folded)[1])) if len(written) > 1 else None
    if noun is not None:
        speaker = Speaker(entity=mention.entity, name=mention.name, surface=mention.name, kind=SpeakerKind.ORGANISATION)
        memory.bodies.setdefault(noun.lemma, speaker)


@lru_cache(maxsize=1 << 14)
def words_of_role(role: str) -> frozenset[str]:
    """With and without ال, so that الوزير finds وزير الخارجية."""
    found = {t.folded for t in words(role)}
    return frozenset(found | {"ال" + word for word in found if not word.startswith("ال")})


def agreement_of(draft: Draft, view: View, phrase: Phrase) -> Agreement:
    """How verbs without a subject will later agree with this speaker."""
    human_plural = phrase.plural and phrase.kind in (HeadKind.ROLE, HeadKind.NAME) and not phrase.feminine
    if human_plural or (
        phrase.kind is HeadKind.SOURCE and phrase.plural and view.word(phrase.first).endswith(("ون", "ين"))
    ):
        return Agreement(Gender.M, Number.PLURAL)
    if draft.agreement is not None and draft.agreement.number is Number.SINGLE and draft.order is not Order.PASSED_ON:
        return draft.agreement
    feminine = phrase.feminine or phrase.plural or _sounds_feminine(view.word(phrase.first))
    return Agreement(Gender.F if feminine else Gender.M, Number.SINGLE)


def _sounds_feminine(word: str) -> bool:
    return word.endswith(("ه", "ات", "اء"))
