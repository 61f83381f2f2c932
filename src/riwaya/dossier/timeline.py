"""What was said, what happened and what was published, day by day."""

import re
from collections.abc import Iterator

from riwaya.dossier.material import Desk
from riwaya.dossier.reports import opening
from riwaya.dossier.speakers import Cast
from riwaya.dossier.utterances import Utterance
from riwaya.dossier.wording import tidy
from riwaya.dossier.words import bag, containment, folded_words
from riwaya.language.datelines import without_dateline
from riwaya.language.quotes import own_words, whole
from riwaya.records import (
    Act,
    Article,
    Claim,
    DateMention,
    Event,
    EventKind,
    ParagraphKind,
    Precision,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    When,
)

_ON_A_LINE = {Precision.TIME, Precision.PART_OF_DAY, Precision.DAY, Precision.MONTH}
_ORDER = (EventKind.SAID, EventKind.HAPPENED, EventKind.PUBLISHED)  # within a day
_HAD = re.compile(r"(?<!\w)[وف]?كانت?\s+$")  # «وكان المجلس قد أعلن»
_NEAR = 8
_LINE = 320  # letters of a line that is still read at a glance
_SAME_EVENT = 0.6  # two sentences of one day that share this part of the shorter one's words tell of one event


def timeline(desk: Desk, said: list[Utterance], cast: Cast, claims: tuple[Claim, ...]) -> tuple[Event, ...]:
    place = {article: at for at, article in enumerate(desk.articles)}
    events = [*_sayings(desk, said, cast), *_happenings(desk, claims), *_publications(desk)]
    return tuple(
        sorted(
            events,
            key=lambda e: (e.when.first, e.when.last, _ORDER.index(e.kind), place[e.article], e.span),
        )
    )


def _sayings(desk: Desk, said: list[Utterance], cast: Cast) -> Iterator[Event]:
    """Each utterance once, on the day that some outlet gives for it."""
    for utterance in said:
        dated = [form for form in utterance.forms if form.said_on is not None]
        if dated and dated[0].said_on is not None:
            told = utterance.best if utterance.best.said_on is not None else dated[0]
            yield Event(
                when=dated[0].said_on,
                text=_told(desk, told, cast.face(utterance.speaker(cast)).name),
                article=told.article,
                span=told.spans.content,
                kind=EventKind.SAID,
                statement=told.id,
            )


def _told(desk: Desk, statement: Statement, name: str) -> str:
    """The speaker's own words, or the outlet's from its verb on: content alone turns a refusal into its opposite."""
    if alone := own_words(statement.content, statement.quotes):
        return f"{name}: «{alone}»"
    cue, speaker, end = statement.spans.cue, statement.spans.speaker, statement.spans.content[1]
    for begin in (min(cue, speaker or cue)[0], cue[0]):
        before = _HAD.search(desk.words(statement.article, (max(begin - _NEAR, 0), begin)))
        start = begin - len(before[0]) if before else begin
        words = desk.words(statement.article, (start, end))
        if start < end <= start + _LINE and "\n" not in words:
            told = whole(words.strip())
            return told if _tells_who(told, statement.speaker, name) else f"{name}: {told}"
    return f"{name} ({statement.cue}): {tidy(statement.content)}"


def _tells_who(told: str, speaker: Speaker, name: str) -> bool:
    """A person's last name, a house's first word, will do; of one whom nobody names there is nothing to tell."""
    if speaker.kind is SpeakerKind.UNNAMED and not speaker.surface:
        return True
    words = folded_words(name)
    wanted = words[-1:] if speaker.kind is SpeakerKind.PERSON and speaker.entity is not None else words[:1]
    return set(wanted) <= set(folded_words(told))


def _happenings(desk: Desk, claims: tuple[Claim, ...]) -> Iterator[Event]:
    """Days named in the text, other than those of something said; each event once, as the first article has it."""
    known: dict[tuple[object, object], list[frozenset[str]]] = {}
    claimed: set[tuple[str, object]] = set()
    claim_of = {statement: claim.id for claim in claims for statement in claim.statements}
    for article in desk.articles:
        saying = {s.spans.said_on for s in desk.said.get(article, ()) if s.spans.said_on is not None}
        quoted = {span for s in desk.said.get(article, ()) for span in s.spans.quotes}
        for mention in desk.dates.get(article, ()):
            if mention.value is None or mention.value.precision not in _ON_A_LINE or _touches(mention.span, saying):
                continue
            if _touches(mention.span, quoted) and not any(letter.isdecimal() for letter in mention.text):
                continue  # «اليوم» in somebody's mouth is no event
            held_in = (s for s in desk.said.get(article, ()) if _touches(mention.span, {s.spans.content}))
            told_in = next(held_in, None)
            if _in_passing(desk, mention, told_in):
                continue
            if told_in is not None:  # one claim's day once, however many say it
                key = claim_of[told_in.id], mention.value.first
                if key in claimed:
                    continue
                claimed.add(key)
            span = _clause(desk, mention)
            words = bag(desk.words(article, span))
            told = known.setdefault((mention.value.first, mention.value.last), [])
            if not any(containment(words, other) >= _SAME_EVENT for other in told):
                yield Event(
                    when=mention.value,
                    text=whole(without_dateline(desk.words(article, span))),
                    article=article,
                    span=span,
                    kind=EventKind.HAPPENED,
                )
            told.append(words)


def _in_passing(desk: Desk, mention: DateMention, told_in: Statement | None) -> bool:
    """Days of no event of their own: of what is denied, or recalled by who speaks (زلزال الأربعاء), or said before.

    «امتنعت عن تأكيد لقاء» goes on «كانت الرئاسة أعلنت عنه الاثنين».
    """
    if told_in is not None:
        recalled = (
            told_in.said_on is not None and mention.value is not None and mention.value.last < told_in.said_on.first
        )
        return recalled or told_in.act in {Act.DENY, Act.DECLINE}
    start, _ = desk.sentence(mention.article, mention.span[0])
    before = (s.spans for s in desk.said.get(mention.article, ()) if s.spans.cue[0] >= start)
    return any(spans.cue[1] <= mention.span[0] and spans.content[1] <= mention.span[0] for spans in before)


def _touches(span: Span, others: set[Span]) -> bool:
    return any(span[0] < b and a < span[1] for a, b in others)


def _clause(desk: Desk, mention: DateMention) -> Span:
    return desk.sentence(mention.article, mention.span[0])


def _publications(desk: Desk) -> Iterator[Event]:
    for article in desk.articles.values():
        published = article.published_at
        if published is None or article.role is Role.TEASER:
            continue
        when = When(value=published.value, first=published.first, last=published.last, precision=published.precision)
        yield Event(
            when=when,
            text=f"{desk.labels[article.id]}: {article.headline or opening(article)}",
            article=article.id,
            span=article.headline_span or _first_paragraph(article),
            kind=EventKind.PUBLISHED,
        )


def _first_paragraph(article: Article) -> Span:
    body = (p.span for p in article.paragraphs if p.kind is ParagraphKind.BODY)
    return next(body, (0, len(article.text.split("\n", 1)[0])))
