"""The words between a cue and its content: the subject, its appositions, days, addressees, occasions, sources."""

from functools import lru_cache

from riwaya.language.clitics import joined
from riwaya.statements import frames
from riwaya.statements.adjuncts import Region, about, part_end
from riwaya.statements.backward import RESUMED, resumes
from riwaya.statements.closed import closed
from riwaya.statements.draft import Adjunct, AdjunctKind
from riwaya.statements.nouns import Class, HeadKind, classes, head
from riwaya.statements.phrase import ANONYMOUS, RELATIVES, Phrase
from riwaya.statements.reading import after_l, parse
from riwaya.statements.verbs import Verb, forms
from riwaya.statements.view import COMMAS, DASHES, MARKS, View

_SOURCES = closed("region sources")
_PREPOSITIONS = closed("region prepositions")
_TANWIN = "ً"
_WHO_IS = ("وهو", "وهي", "وهم")  # قالت فلانة، وهي طبيبة محلية، إن
_STRESS = ("باشد", "باقسي", "باقوي")
_PUT_IN = (AdjunctKind.TIME, AdjunctKind.OCCASION)
_LONGEST_DAY = 5  # tokens: مساء يوم الأحد الماضي


def read(view: View, first: int, limit: int, verb: Verb | None = None, *, weak: bool = False) -> Region:
    """Read from token `first` up to `limit`; where `weak`, stop at the preposition or noun that begins the content."""
    region = Region(view, first, limit, verb, weak, at=first)
    while region.at < region.limit and _step(region):
        pass
    return region


def _step(region: Region) -> bool:
    view, i = region.view, region.at
    word = view.word(i)
    if _plain(word) and i not in view.dates:
        return _plain_step(region)
    if word == "او" and view.word(i + 1) in forms():
        region.at += 2  # لم يؤكد X أو ينف كذا
        return True
    if word in COMMAS or word in DASHES:
        region.at, region.new_part = i + 1, True
        return True
    if _stress(region):
        return True
    if region.weak and region.verb and _content_here(region):
        return False
    said_round = _day(region) or _addressee(region) or _source(region)
    return said_round or _passes(region) or _own_side(region) or _occasion(region) or _phrase(region)


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> bool:
    """Whether none of the words round a subject looks like this one: it can only be of a name, or content."""
    rest = joined(word)[1]
    closed_words = (COMMAS, DASHES, _STRESS, _SOURCES, _PREPOSITIONS, ANONYMOUS, RELATIVES, _WHO_IS, RESUMED, ("ومن",))
    led = word == "او" or word.startswith(("ل", "بال")) or word[0] in MARKS
    return not led and not classes(word) and not any(w in words for words in closed_words for w in (word, rest))


def _plain_step(region: Region) -> bool:
    if region.weak and region.verb and _content_here(region):
        return False
    if region.subject is not None and _stressed(region.view, region.at):
        region.at += 2
        return True
    return _phrase(region)


def _passes(region: Region) -> bool:
    """أيضا, بدوره; نفيا قاطعا."""
    view, i = region.view, region.at
    if Class.PARTICLE in classes(view.word(i)) and i not in view.mention:
        region.at += 1
        return True
    if region.subject is not None and _stressed(view, i):
        region.at += 2
        return True
    return False


def _stress(region: Region) -> bool:
    """بأشد العبارات."""
    view, i = region.view, region.at
    stressed = view.word(i) in _STRESS and view.word(i + 1).startswith("ال")
    return stressed and _add(region, AdjunctKind.OCCASION, min(i + 2, region.limit))


def _stressed(view: View, i: int) -> bool:
    """نفى X نفيا قاطعا: the verb's own noun with an adjective, which stresses and tells nothing."""
    texts = [token.text for token in view.tokens[i : i + 2]]
    return len(texts) > 1 and all(_TANWIN in text[-2:] for text in texts)


def _content_here(region: Region) -> bool:
    verb, view, i = region.verb, region.view, region.at
    if verb is None or _stressed(view, i):
        return False
    if _where(region):
        return False
    if frames.opens(verb, view, i, told=verb.needs_person and region.subject is not None) is not None:
        return not (region.subject is None and i in view.mention)
    return "object" in verb.frames and (frames.is_goods(view, i) or _any_goods(region, verb))


def _where(region: Region) -> bool:
    """أبلغت الشرطة بالمدينة عن كذا: ب tells where, and عن of what."""
    view, verb = region.view, region.verb
    lead = verb is not None and "عن" in verb.frames and view.word(region.at).startswith("بال")
    return lead and about(view, region.at)


def _any_goods(region: Region, verb: Verb) -> bool:
    """Whether the noun at hand can be what the verb is about because its subject, and its addressee, are read."""
    if region.subject is None or (verb.person and region.object is None) or _office(region, verb):
        return False
    if region.new_part and not put_in(region):
        return False
    return not _is_adjunct(region.view, region.at)


def _office(region: Region, verb: Verb) -> bool:
    """أكد فلان مستشار الملك أهمية كذا: an office right after a name is his, unless the verb may be about anybody."""
    noun = head(region.view.word(region.at))
    named = region.subject is not None and region.subject.name is not None and not region.new_part
    return named and noun is not None and noun.kind is HeadKind.ROLE and not noun.definite and not verb.any_goods


def put_in(region: Region) -> bool:
    """أعلن الرئيس، أمس، حالة الطوارئ: what stands between two commas was put in, and the clause goes on."""
    view, last = region.view, region.adjuncts[-1] if region.adjuncts else None
    closed = last is not None and last.end == region.at - 1 and view.word(region.at - 1) in COMMAS
    return closed and last is not None and view.word(last.first - 1) in COMMAS and last.kind in _PUT_IN


def _is_adjunct(view: View, i: int) -> bool:
    word = view.word(i)
    kinds = classes(word)
    if (
        word in _PREPOSITIONS
        or word.startswith("بال")
        or i in view.dates
        or kinds & {Class.TIME, Class.PARTICLE, Class.ADJUNCT}
    ):
        return True
    return frames.to_audience(view, i)


def _add(region: Region, kind: AdjunctKind, end: int) -> bool:
    region.adjuncts.append(Adjunct(kind, region.at, end))
    region.at, region.new_part = end, False
    return True


def _day(region: Region) -> bool:
    view, i = region.view, region.at
    if i in view.dates:
        return _add(region, AdjunctKind.TIME, min(view.dates[i][1], region.limit))
    if Class.TIME not in classes(view.word(i)):
        return False
    end = i + 1
    while end < min(region.limit, i + _LONGEST_DAY):
        word = view.word(end)
        past = (
            word.startswith("الماضي") or word in ("المقبل", "الجاري", "الحالي", "المنصرم", "الفايت") or word.isdigit()
        )
        if Class.TIME not in classes(word) and not past:
            break
        end += 1
    return _add(region, AdjunctKind.TIME, end)


def _addressee(region: Region) -> bool:
    """لمجلة "بوليتيكو", لنظيره السوري أحمد الشرع, للصحفيين."""
    view, i = region.view, region.at
    word = view.word(i)
    if not word.startswith("ل") or i in view.mention:
        return False
    if word == "ل" and view.word(i + 1)[:1] in MARKS:
        quoted = view.quotations[view.quote[i + 1]] if view.quote[i + 1] >= 0 else None
        return quoted is not None and _add(region, AdjunctKind.ADDRESSEE, min(quoted.last + 1, region.limit))
    if not frames.to_audience(view, i):
        return False
    phrase = after_l(view, i, region.limit)
    return _add(region, AdjunctKind.ADDRESSEE, phrase.end if phrase else i + 1)


def _source(region: Region) -> bool:
    word = joined(region.view.word(region.at))[1]
    if word not in _SOURCES and region.view.word(region.at) not in _SOURCES:
        return False
    led = region.view.word(region.at + 1) in _PREPOSITIONS  # نقلا عن: its own عن, not the verb's
    return _add(region, AdjunctKind.SOURCE, part_end(region, region.at + 1 + led))


def _own_side(region: Region) -> bool:
    """من جانبه, من جهتها: whose side it is says nothing new; nor does فيها right after its verb (كلمة أكد فيها)."""
    view, i = region.view, region.at
    if i == region.first and resumes(view, i):
        region.at = min(i + 1 + (view.word(i) == "من"), region.limit)
        return True
    if view.word(i) in ("من", "ومن") and view.word(i + 1).startswith(("جانب", "جهت", "ناحيت", "طرف")):
        region.at = min(i + 2, region.limit)
        return True
    return False


def _occasion(region: Region) -> bool:
    view, i = region.view, region.at
    word = view.word(i)
    if i in view.mention and word not in _PREPOSITIONS:
        return False
    opener = (
        word in _PREPOSITIONS
        or (region.subject is not None and word in ANONYMOUS)
        or word in RELATIVES
        or (region.subject is not None and region.new_part and (word in _WHO_IS or word.startswith("بال")))
        or Class.ADJUNCT in classes(word)
        or _where(region)
    )
    return opener and _add(region, AdjunctKind.OCCASION, part_end(region, region.at + 1))


def _phrase(region: Region) -> bool:
    view, i = region.view, region.at
    verb = region.verb
    bounds = verb is not None and (region.weak or verb.person or verb.strong_noun)
    phrase = parse(view, i, region.limit, verb if bounds else None)
    if phrase is None:
        return False
    if region.subject is None:
        region.subject = phrase
    elif region.verb and region.verb.person and region.object is None and not region.new_part and phrase.known:
        region.object = phrase
    elif _beside(region, region.subject, phrase):
        region.apposed.append(phrase)
    else:
        return False
    region.at, region.new_part = phrase.end, False
    return True


def _beside(region: Region, subject: Phrase, phrase: Phrase) -> bool:
    """Whether a second phrase belongs to the first: after a comma, or an office right after a name."""
    office = subject.name is not None and phrase.kind is HeadKind.ROLE and phrase.known
    return (region.new_part and _apposed(subject, phrase, region)) or (office and not region.new_part)


def _apposed(subject: Phrase, phrase: Phrase, region: Region) -> bool:
    """The spokeswoman, Name; Name, head of the board."""
    if subject.kind in (HeadKind.ROLE, HeadKind.SOURCE) and subject.name is None:
        return phrase.kind is HeadKind.NAME or (phrase.kind is HeadKind.ROLE and phrase.name is not None)
    if subject.name is not None and phrase.kind in (HeadKind.ROLE, HeadKind.SOURCE):
        return True
    return not region.weak and phrase.known
