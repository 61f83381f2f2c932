"""Statements of an article: cue → content → speaker → chain, sentence by sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from riwaya.records import Act, Article, DateMention, Mention, Span, Speaker, SpeakerKind, Statement, StatementSpans
from riwaya.statements import act, chain, clause, content, cues, headlines, nominal, papers, silence, sources, speaker
from riwaya.statements.draft import Draft, Order
from riwaya.statements.memory import Known, Memory, agreement_of, remember
from riwaya.statements.phrase import Phrase
from riwaya.statements.shown import balanced
from riwaya.statements.view import View, views

_ARABIC = re.compile(r"[\u0621-\u064a]{2}")  # an address or a number is nothing said
_NEVER = -9  # a line before all lines
_FEWEST = 3  # words before a source that can be told by themselves


def find(article: Article, mentions: Sequence[Mention], dates: Sequence[DateMention]) -> tuple[Statement, ...]:
    """Every statement of `article` in the order of its text. Mentions and dates help, and may be empty."""
    sentences = [(view, drafts(view)) for view in views(article, mentions, dates)]
    memory = remember(article.text, mentions)
    for view, found in sentences:
        for draft in found:
            if draft.subject is not None:
                speaker.learn(memory, view, draft.subject)
    made: list[Statement] = []
    for view, found in sentences:
        sentence = _Sentence(article, view, memory)
        told = sentence.statements(found)
        if not told and made and (carrier := sources.alone(view)):
            made[-1] = sentence.carried_by(made[-1], carrier)
        made.extend(told)
    ordered = sorted(made, key=lambda s: (s.spans.cue, s.spans.content))
    return tuple(replace(s, id=f"{article.id}-s{n}") for n, s in enumerate(ordered))


def drafts(view: View) -> list[Draft]:
    """What the grammar finds in one sentence."""
    if not any(view.marked.values()) and not view.headline:
        return []
    named = _named_sources(view)
    silences = [*silence.find(view), *nominal.find(view), *papers.find(view)]
    taken = {i for d in named for i in range(d.cue[0], max(d.cue[1], d.subject.end if d.subject else 0))}
    taken.update(i for d in silences for i in range(*d.cue))
    verbs = [cue for cue in cues.find(view) if cue.at not in taken]
    barriers = {cue.at for cue in verbs if cue.opens or "that" in cue.form.verb.frames}  # مركز يدافع عن: no barrier
    matched = (clause.match(view, cue, barriers) for cue in verbs)
    found = [draft for draft in matched if draft is not None]
    named = [d for d in named if not any(v.cue[0] < d.cue[0] < v.start for v in found)]
    if found and 0 not in barriers and (anchor := clause.opening(view)):
        found.append(anchor)
    headline = headlines.find(view) if view.headline else None
    if headline is not None:
        found = headlines.lead(headline, found)
    return content.arrange(view, [*found, *named, *silences])


def _named_sources(view: View) -> list[Draft]:
    """Sources without a verb of their own, none within another."""
    found: list[Draft] = []
    end = 0
    for after, draft in sources.find(view):
        if draft.cue[0] >= end:
            found.append(draft)
            end = after
    return found


def _addressee(text: str, span: Span) -> str:
    """للصحفيين is ل + الصحفيين with its ا left out; the name is written with it."""
    words = balanced(text[slice(*span)])
    return "ا" + words if text[max(0, span[0] - 1) : span[0]] == "ل" and words.startswith("ل") else words


@dataclass(slots=True)
class _Sentence:
    article: Article
    view: View
    memory: Memory
    breath: tuple[str, list[tuple[str, Span]]] = field(
        default_factory=lambda: ("", [])
    )  # who spoke last in this sentence, and through whom

    def statements(self, found: list[Draft]) -> list[Statement]:
        made: list[Statement | None] = []
        who: list[Speaker | None] = []
        for draft in found:
            said_by = self._speaker(draft, found, who)
            who.append(said_by)
            if said_by is not None and draft.order is not Order.ANCHOR and self._told(draft, found, who):
                made.append(self._statement(draft, said_by, found, who))
        return [s for s in made if s is not None]

    def carried_by(self, statement: Statement, carrier: Phrase) -> Statement:
        """The statement with one carrier more, the nearest to the outlet."""
        name = speaker.resolve(self.memory, self.view, carrier).name
        if name in (statement.speaker.name, *statement.via):
            return statement
        spans = statement.spans
        start, end = self.view.span(carrier.first, carrier.end)
        via = (*spans.via, (start + carrier.preposition, end))
        return replace(statement, via=(*statement.via, name), spans=replace(spans, via=via))

    def _speaker(self, draft: Draft, found: list[Draft], who: list[Speaker | None]) -> Speaker | None:
        if draft.subject is None:
            carried = self._carried(draft, found, who)
            if carried is None and draft.strong and draft.order is Order.PRONOUN and self._led(draft):
                return Speaker(name=speaker.UNKNOWN, surface="", kind=SpeakerKind.UNNAMED)
            if carried is not None and draft.parent is None and draft.agreement is not None:
                self.memory.spoke.append(Known(carried, draft.agreement))
            return replace(carried, surface="") if carried is not None else None
        said_by = self._apposed(draft, speaker.resolve(self.memory, self.view, draft.subject))
        if draft.parent is None and draft.order is not Order.ANCHOR:
            self.memory.spoke.append(Known(said_by, agreement_of(draft, self.view, draft.subject)))
        paper = chain.issued(self.view, draft)
        if paper is not None:
            self.memory.papers[paper] = said_by
        return said_by

    def _told(self, draft: Draft, found: list[Draft], who: list[Speaker | None]) -> bool:
        """Whether the words round a statement let it stand: what is denied to have been said was not said."""
        if draft.parent is None:
            return True
        present = self.view.word(draft.cue[0])[:1] in ("ي", "ت")
        if present and not draft.strong and draft.act not in (Act.DENY, Act.DECLINE):
            return False  # قال X إن البلاد تشكو من الجفاف: how she is, no words of hers
        return who[draft.parent] is not None and found[draft.parent].act not in (Act.DENY, Act.DECLINE)

    def _led(self, draft: Draft) -> bool:
        """Whether a verb whose speaker is unknown surely begins a clause: it opens the sentence, or has و."""
        return draft.first == 0 or self.view.word(draft.cue[0])[0] in "وف" or draft.cue[0] - draft.first > 1

    def _apposed(self, draft: Draft, said_by: Speaker) -> Speaker:
        """المتحدثة باسم المجلس، فلانة: the name in the second part, the role in the first; or the other way round."""
        if draft.subject is None or draft.subject.joint:
            return said_by
        for phrase in draft.apposed:
            other = speaker.resolve(self.memory, self.view, phrase)
            if other.kind is SpeakerKind.PERSON and draft.subject.name is None:
                role = other.role or said_by.surface
                surface = self.memory.text[slice(*self.view.span(draft.subject.first, phrase.end))]
                return replace(other, role=role, surface=surface)
            if draft.subject.name is not None and (said_by.role is None or phrase is draft.apposed[0]):
                surface = self.memory.text[slice(*self.view.span(draft.subject.first, phrase.end))]
                said_by = replace(said_by, role=said_by.role or other.surface, surface=surface)
        return said_by

    def _carried(self, draft: Draft, found: list[Draft], who: list[Speaker | None]) -> Speaker | None:
        """Who spoke last: in this sentence on this level first, then within it, then before it."""
        told = [(o, s) for o, s in zip(reversed(found[: len(who)]), reversed(who), strict=True) if s is not None]
        own = [s for o, s in told if o.parent == draft.parent and self._agrees(o, draft)]
        inner = [s for o, s in told if draft.parent is None and self._agrees(o, draft)]
        last = self.memory.last(draft.agreement)
        return next(iter([*own, *inner]), last.speaker if last else None)

    def _agrees(self, other: Draft, draft: Draft) -> bool:
        if other.order is Order.SOURCE_FIRST:
            return False
        if other.subject is None:
            return other.agreement == draft.agreement
        return agreement_of(other, self.view, other.subject) == draft.agreement

    def _statement(
        self, draft: Draft, said_by: Speaker, found: list[Draft], who: list[Speaker | None]
    ) -> Statement | None:
        view, text = self.view, self.article.text
        said = content.said(view, draft)
        if said is None:
            return None
        words = text[slice(*said.content)]
        if draft.order is Order.SOURCE_LAST and len(words.split()) < _FEWEST:
            return None
        does = act.act_of(draft, words)
        if does is None or not _ARABIC.search(words):
            return None
        via = self._via(draft, found, who, said_by) or self._same_breath(draft, said_by)
        self.breath = said_by.name, via
        day = chain.day(view, draft) or self._day_before(draft, does, said_by)
        if draft.parent is None:
            self.memory.days[does], self.memory.days[said_by.name] = (view.line, day), (view.line, day)
        to = chain.addressee(view, draft)
        return Statement(
            id="",
            article=self.article.id,
            speaker=said_by,
            act=does,
            certainty=act.certainty_of(draft, words),
            kind=said.kind,
            content=balanced(words),
            quotes=tuple(balanced(text[slice(*span)]) for span in said.quotes),
            cue=text[slice(*view.span(*draft.cue))],
            via=tuple(dict.fromkeys(name for name, _ in via)),
            said_on=day.when if day else None,
            addressee=_addressee(text, to) if to else None,
            spans=StatementSpans(
                speaker=self._span(draft),
                cue=view.span(*draft.cue),
                content=said.content,
                quotes=said.quotes,
                via=tuple(dict.fromkeys(span for _, span in via)),
                said_on=day.span if day else None,
                addressee=to,
            ),
            rule=str(draft.order),
        )

    def _day_before(self, draft: Draft, does: Act, said_by: Speaker) -> chain.Day | None:
        """The day of the occasion still told: of the one who goes on (وأضاف), or of the refusal told a line before."""
        line, day = self.memory.days.get(said_by.name if draft.subject is None else does, (_NEVER, None))
        same = draft.subject is None or does in (Act.DECLINE, Act.DENY)
        return day if same and self.view.line - line <= 1 else None

    def _span(self, draft: Draft) -> Span | None:
        if draft.subject is None:
            return None
        end = draft.subject.end
        if draft.apposed and not draft.subject.joint:
            end = draft.apposed[0].end
        return self.view.span(draft.subject.first, end)

    def _same_breath(self, draft: Draft, said_by: Speaker) -> list[tuple[str, Span]]:
        """قال X لقناة كذا إن …، مضيفا أن …: he goes on through the same outlet."""
        name, via = self.breath
        return via if draft.order is Order.PARTICIPLE and name == said_by.name else []

    def _via(
        self, draft: Draft, found: list[Draft], who: list[Speaker | None], said_by: Speaker
    ) -> list[tuple[str, Span]]:
        """Carriers, nearest the speaker first: outlets spoken to, carriers named, the outer speaker."""
        phrases = [*chain.media(self.view, draft), *draft.carriers]
        names = [(speaker.resolve(self.memory, self.view, p).name, self.view.span(p.first, p.end)) for p in phrases]
        if draft.parent is not None:
            outer, outer_who = found[draft.parent], who[draft.parent]
            if outer_who is not None and outer_who.name not in (said_by.name, speaker.UNKNOWN):
                names.append((outer_who.name, self._span(outer) or self.view.span(*outer.cue)))
        return [pair for pair in names if pair[0] != said_by.name]
