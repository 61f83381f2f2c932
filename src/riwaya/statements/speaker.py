"""Who the words at a cue stand for, over the whole article: full name and first role."""

from dataclasses import replace
from functools import lru_cache

from riwaya.language.tokens import words
from riwaya.records import NameKind, Speaker, SpeakerKind
from riwaya.statements.closed import closed
from riwaya.statements.memory import Memory
from riwaya.statements.nouns import HeadKind, head
from riwaya.statements.phrase import Phrase
from riwaya.statements.reading import after_l, parse
from riwaya.statements.view import View
from riwaya.statements.wording import bare, fuller_role, role_of, surface_of, title, whole_name

UNKNOWN = "غير مذكور"  # a pronoun whose noun the article does not hold
_POINTING = 2  # words that only point: الصحيفة الأميركية, اللواء فلان
_ANY_OFFICE = closed("speaker any office")
_ISSUERS = closed("speaker issuers")


def learn(memory: Memory, view: View, phrase: Phrase) -> None:
    """Note a named phrase before anything is resolved, so that a headline's surname finds the name in the body."""
    if phrase.kind in (HeadKind.NAME, HeadKind.ROLE) and phrase.name and phrase.name[1] - phrase.name[0] > 1:
        speaker = resolve(memory, view, phrase)
        if speaker.kind is SpeakerKind.PERSON:
            memory.meet(_fold(speaker.name), speaker)


def resolve(memory: Memory, view: View, phrase: Phrase) -> Speaker:
    """The speaker that a phrase names."""
    surface = surface_of(memory, view, phrase)
    found = _mentioned(memory, view, phrase, surface) or _named(memory, view, phrase, surface)
    return found or _described(memory, view, phrase, surface)


def _mentioned(memory: Memory, view: View, phrase: Phrase, surface: str) -> Speaker | None:
    """By a known mention within the phrase: of a person first, else the one that heads it."""
    if phrase.joint:
        return None
    inside = [m for i, (m, end) in view.mention.items() if phrase.first <= i and end <= phrase.end]
    persons = [m for m in inside if m.kind is NameKind.PERSON]
    if persons and not _body_of(phrase):
        mention = persons[-1]
        role = fuller_role(memory, mention.entity, role_of(memory, view, phrase))
        name = whole_name(memory, view, phrase, mention.name)
        return Speaker(entity=mention.entity, name=name, surface=surface, role=role, kind=SpeakerKind.PERSON)
    heading = view.mention.get(phrase.first)
    points = phrase.head is not None and phrase.head.definite and not _says_more(phrase)
    if points and phrase.head is not None and phrase.head.lemma in memory.bodies:
        return None  # الوكالة: the one named before
    if heading is not None and heading[1] == phrase.end and (points or phrase.kind is not HeadKind.MEDIA):
        mention = heading[0]
        speaker = Speaker(entity=mention.entity, name=mention.name, surface=surface, kind=SpeakerKind.ORGANISATION)
        if phrase.head is not None:
            memory.bodies[phrase.head.lemma] = speaker
        return speaker
    return None


def _body_of(phrase: Phrase) -> bool:
    """مكتب هولاند, حكومة نعيم: a body that bears or serves somebody's name."""
    return phrase.head is not None and phrase.head.kind is HeadKind.ORG


def _named(memory: Memory, view: View, phrase: Phrase, surface: str) -> Speaker | None:
    """By a proper name in the phrase that no mention covers."""
    if phrase.joint or phrase.name is None or phrase.kind not in (HeadKind.NAME, HeadKind.ROLE):
        return None
    name = bare(memory, view, phrase.name)
    fuller = _fuller(memory, name)
    if fuller is not None:
        return Speaker(
            entity=fuller.entity, name=fuller.name, surface=surface, role=fuller.role, kind=SpeakerKind.PERSON
        )
    return Speaker(name=name, surface=surface, role=role_of(memory, view, phrase), kind=SpeakerKind.PERSON)


@lru_cache(maxsize=1 << 14)
def _fold(name: str) -> str:
    return " ".join(t.folded for t in words(name))


def _fuller(memory: Memory, name: str) -> Speaker | None:
    """كيربي → جون كيربي: a name already met that ends in, or holds, all words of this one."""
    return memory.named.holding(frozenset(_fold(name).split()))


def _described(memory: Memory, view: View, phrase: Phrase, surface: str) -> Speaker:
    if phrase.joint:
        return Speaker(name=surface, surface=surface, kind=SpeakerKind.GROUP)
    if phrase.kind in (HeadKind.PLACE, HeadKind.ORG, HeadKind.GROUP, HeadKind.MEDIA):
        return _body(memory, view, phrase, surface)
    if phrase.kind is HeadKind.DOCUMENT:
        return _paper(memory, view, phrase, surface)
    if phrase.kind is HeadKind.SOURCE:
        return _pointed_at(memory, phrase, surface) or _source(memory, phrase, surface)
    return (
        _holder(memory, surface, phrase) or _by_surname(memory, view, phrase, surface) or _person(view, phrase, surface)
    )


def _pointed_at(memory: Memory, phrase: Phrase, surface: str) -> Speaker | None:
    """المسؤول اليمني, of a head of staff who has just spoken: the last speaker, where he holds an office."""
    lemma = phrase.head.lemma if phrase.head and phrase.head.definite else ""
    last = memory.spoke[-1].speaker if memory.spoke else None
    if lemma not in _ANY_OFFICE or phrase.end - phrase.first > _POINTING or last is None or last.role is None:
        return None
    return replace(last, surface=surface) if last.kind is SpeakerKind.PERSON else None


def _person(view: View, phrase: Phrase, surface: str) -> Speaker:
    if phrase.plural:
        return Speaker(name=surface, surface=surface, kind=SpeakerKind.GROUP)
    kind = SpeakerKind.PERSON if _definite(view, phrase) else SpeakerKind.UNNAMED
    return Speaker(name=surface, surface=surface, kind=kind)


def _source(memory: Memory, phrase: Phrase, surface: str) -> Speaker:
    """المصادر, المصدر, المسؤول: the source described before by the same noun, else whoever spoke last."""
    lemma = phrase.head.lemma if phrase.head else ""
    bare = phrase.head is not None and phrase.head.definite and phrase.end - phrase.first == 1
    met = memory.bodies.get(lemma) if bare else None
    if bare and lemma == "مصدر" and memory.spoke and memory.spoke[-1].speaker.kind is not SpeakerKind.PERSON:
        met = memory.spoke[-1].speaker
    if met is not None:
        return replace(met, surface=surface)
    speaker = Speaker(name=surface, surface=surface, kind=SpeakerKind.UNNAMED)
    if not bare:
        memory.bodies[lemma] = speaker
    return speaker


def _definite(view: View, phrase: Phrase) -> bool:
    """وزير الخارجية is one man; مسؤول أميركي and ناطق باسم الحكومة may be any."""
    if phrase.head is None or phrase.head.definite:
        return True
    follows = view.word(phrase.first + 1)
    of_one = phrase.end - phrase.first > _POINTING and head(follows) is not None  # رئيس بلدية كذا
    return phrase.head.kind is HeadKind.ROLE and (follows.startswith("ال") or of_one)


def _holder(memory: Memory, surface: str, phrase: Phrase) -> Speaker | None:
    """The person who was given this role: الرئيس الأميركي, الوزير."""
    want = frozenset(_fold(surface).split())
    given = memory.offices.holding(want)
    if given is not None:
        role = memory.roles.get(given.entity)
        return Speaker(entity=given.entity, name=given.name, surface=surface, role=role, kind=SpeakerKind.PERSON)
    known = memory.holders.holding(want) if phrase.head is not None and phrase.head.definite else None
    return replace(known, surface=surface) if known is not None else None


def _by_surname(memory: Memory, view: View, phrase: Phrase, surface: str) -> Speaker | None:
    """اللواء الأحمدي: rank and surname of a person named in full elsewhere."""
    last = view.word(phrase.end - 1)
    if phrase.plural or phrase.end - phrase.first > _POINTING or not last.startswith("ال"):
        return None
    fuller = memory.surnames.get(last)
    return replace(fuller, surface=surface) if fuller else None


def _body(memory: Memory, view: View, phrase: Phrase, surface: str) -> Speaker:
    lemma = phrase.head.lemma if phrase.head else None
    if lemma and phrase.head and phrase.head.definite and not _says_more(phrase) and lemma in memory.bodies:
        met = memory.bodies[lemma]
        return replace(met, surface=surface)
    name = surface
    if phrase.preposition and phrase.head is None:
        name = surface
    elif phrase.kind is HeadKind.MEDIA:
        name = title(memory, view, phrase) or surface
    elif phrase.name == (phrase.first, phrase.end):
        name = bare(memory, view, phrase.name)
    kind = SpeakerKind.GROUP if phrase.kind is HeadKind.GROUP else SpeakerKind.ORGANISATION
    if (
        phrase.kind is HeadKind.MEDIA
        and phrase.head
        and not phrase.head.definite
        and phrase.name is None
        and name == surface
    ):
        kind = SpeakerKind.UNNAMED if phrase.plural or not _proper_body(view, phrase) else kind
    speaker = Speaker(name=name, surface=surface, kind=kind)
    if lemma and _says_more(phrase):
        memory.bodies[lemma] = speaker
    return speaker


def _says_more(phrase: Phrase) -> bool:
    """Whether it names the body, and does not only point at it: الصحيفة, الصحيفة الأميركية."""
    if phrase.head is not None and phrase.head.definite and phrase.name in (None, (phrase.first, phrase.end)):
        return phrase.end - phrase.first > _POINTING
    return phrase.end - phrase.first > 1


def _proper_body(view: View, phrase: Phrase) -> bool:
    return any(view.word(i).startswith("ال") for i in range(phrase.first + 1, phrase.end))


def _paper(memory: Memory, view: View, phrase: Phrase, surface: str) -> Speaker:
    """A statement or report speaks for who issued it: بيان صادر عن الرئاسة, بيان للوزارة, البيان."""
    lemma = phrase.head.lemma if phrase.head else ""
    issuer = _issuer(view, phrase)
    if issuer is not None:
        who = resolve(memory, view, issuer)
        speaker = replace(who, surface=surface)
        memory.papers[lemma] = speaker
        return speaker
    if phrase.head and phrase.head.definite and phrase.end - phrase.first <= _POINTING and lemma in memory.papers:
        met = memory.papers[lemma]
        return replace(met, surface=surface)
    speaker = Speaker(name=surface, surface=surface, kind=SpeakerKind.UNNAMED)
    if phrase.end - phrase.first > 1:
        memory.papers.setdefault(lemma, speaker)
    return speaker


def _issuer(view: View, phrase: Phrase) -> Phrase | None:
    for i in range(phrase.first + 1, phrase.end):
        word = view.word(i)
        start = i + 1 if word in _ISSUERS else i
        for inner in (parse(view, start, phrase.end), after_l(view, i, phrase.end)):
            if inner is not None and inner.known and inner.kind in (HeadKind.ORG, HeadKind.PLACE, HeadKind.MEDIA):
                return inner
    return None
