"""Organisations and places: those the tables list, those a tagger saw, and those a head noun opens (وزارة الدفاع)."""

from dataclasses import replace

from riwaya.names.found import CLOSES, OPENS, Found, Run, Said, Sheet
from riwaya.names.lexica import Head, How, countries, sort
from riwaya.names.listed import listed_at
from riwaya.names.look import Noun, Strength
from riwaya.names.runs import name_run
from riwaya.names.words import Word, proclitics
from riwaya.records import NameKind

_LONGEST = 7  # words of an organisation's name after its head
_LONGEST_QUOTED = 5


def find(sheet: Sheet) -> None:
    """Put every organisation and place of the sheet on it."""
    place = 0
    while place < len(sheet.words):
        if not _may_begin(sheet, place):
            place += 1
            continue
        person = sheet.person(place)
        found = _chosen(sheet, place) if person is None else _rather(sheet, person)
        if found is not None:
            sheet.put(found)
        place = max(place + 1, found.run[1] if found else place, person.run[1] if person else place)


def _may_begin(sheet: Sheet, place: int) -> bool:
    """Whether the tagger, the tables or a head noun has anything to say here; few words have."""
    word = sheet.words[place]
    return place in sheet.said or bool(word.lists) or word.look.head is not None


def _rather(sheet: Sheet, person: Said) -> Found | None:
    """A place or body that the tables know for sure where the tagger saw a person of no more words."""
    listed = listed_at(sheet, person.run[0])
    return listed if listed and not listed.soft and listed.run[1] >= person.run[1] else None


def _chosen(sheet: Sheet, place: int) -> Found | None:
    said = sheet.said.get(place)
    listed, headed = listed_at(sheet, place), _headed(sheet, place)
    if said is None:
        if headed and _crossed(sheet, headed):
            headed = None
        if listed and sheet.read and _doubtful(sheet, listed):
            listed = None
        return _longer(sheet, listed, headed)
    if listed and (listed.run[1] >= said.run[1] or sheet.words[listed.run[1]].folded.startswith("لل")):
        return replace(listed, tagger=said.tagger)  # مراجعة الكونغرس | للاتفاق
    noun_alone = headed is not None and said.run == (place, place + 1) and headed.run[1] > place + 1  # حزب "الفجر"
    if headed and headed.kind is said.kind and (noun_alone or _described(sheet, said.run[1], headed)):
        return replace(headed, tagger=said.tagger)
    known = headed or listed
    if known is None and _unnamed(sheet, said):
        return None
    cut, unwritten = (known.cut, known.implied) if known and known.run[0] == place else proclitics(sheet.words[place])
    head = headed.head if headed else None
    return Found(kind=said.kind, run=said.run, cut=cut, implied=unwritten, head=head, tagger=said.tagger)


def _crossed(sheet: Sheet, headed: Found) -> bool:
    """Whether a name that the tagger saw begins inside and goes past it; أمانة تولاما, a town inside, is whole."""
    inside = (sheet.said.get(place) for place in range(*headed.run))
    return any(said is not None and said.run[1] > headed.run[1] for said in inside)


def _described(sheet: Sheet, end: int, headed: Found) -> bool:
    """Whether a body's name goes on where the tagger saw its end, with adjectives or another name.

    مجلس الأمن القومي | الأميركي; جامعة الملك | سعود.
    """
    rest = sheet.words[end : headed.run[1]]
    named = end in sheet.said and sheet.said[end].run[1] == headed.run[1]
    return bool(rest) and (named or all(word.look.nisba or word.folded in sort("modifier") for word in rest))


def _unnamed(sheet: Sheet, said: Said) -> bool:
    """A body called by its noun alone: البرلمان, الوزارة. It is named where it was named before (`bodies_again`)."""
    look = sheet.words[said.run[0]].look
    return said.run[1] == said.run[0] + 1 and look.head is not None and look.head.definite


def _doubtful(sheet: Sheet, listed: Found) -> bool:
    """One word that the dictionary has too, which the tagger passed by: مسقط رأسه, غير كاف."""
    look = sheet.words[listed.run[0]].look
    if listed.head is not None and listed.head in sort("paper"):
        return False
    return listed.run[1] == listed.run[0] + 1 and look.dictionary and listed.name not in countries()


def _longer(sheet: Sheet, listed: Found | None, headed: Found | None) -> Found | None:
    """مجلس الأمن is listed, but مجلس الأمن القومي is another body; مجلس الأمن الدولي, حزب الله اللبناني are not."""
    if listed and headed and headed.kind is listed.kind and headed.run[1] > listed.run[1]:
        added = sheet.words[listed.run[1]]
        return headed if headed.run[0] == listed.run[0] and not added.look.nisba else listed
    return listed or headed


# --- opened by a head noun ----------------------------------------------------------------------------------------


def _headed(sheet: Sheet, place: int) -> Found | None:
    look = sheet.words[place].look
    if look.head is None or look.body is None or place + 1 >= len(sheet.words):
        return None
    if look.body is Head.NAMED:
        return None if look.head.definite else _named(sheet, place, look.head)
    if look.body is Head.PLACE:
        return _town(sheet, place, look.head)
    if look.body is Head.PART:
        return None if look.head.definite else _site(sheet, place, look.head)
    return _body(sheet, place, look.head, look.body)


def _named(sheet: Sheet, place: int, head: Noun) -> Found | None:
    """صحيفة «كذا», قناة العربية: the name alone, without its noun."""
    quoted = _quoted(sheet, place + 1)
    if quoted:
        return Found(kind=NameKind.ORGANISATION, run=quoted, head=head.word)
    if listed_at(sheet, place + 1):
        return None
    end = place + 1
    while end < len(sheet.words) and end < place + 4 and sheet.words[end].look.unknown and not sheet.words[end].over:
        end += 1
    if end == place + 1 and not sheet.read and _noun_like(sheet.words[end]) and not sheet.words[end].look.nisba:
        described = end + 1 < len(sheet.words) and _noun_like(sheet.words[end + 1])  # مواقع التواصل الاجتماعي
        end += not described or sheet.words[end + 1].look.nisba is not None
    if end == place + 1:
        return None
    return Found(kind=NameKind.ORGANISATION, run=(place + 1, end), head=head.word)


def _quoted(sheet: Sheet, place: int) -> Run | None:
    """The words between quotation marks that open at `place`, where they are few."""
    if sheet.mark(place) not in OPENS or not sheet.mark(place):
        return None
    for end in range(place + 1, min(place + 2 + _LONGEST_QUOTED, len(sheet.words))):
        mark = sheet.mark(end)
        if mark and mark in CLOSES:
            return (place + 1, end) if sheet.words[place + 1].letters and sheet.words[end - 1].letters else None
        if mark and mark not in "-.":
            return None
    return None


def _town(sheet: Sheet, place: int, head: Noun) -> Found | None:
    """مدينة كذا, العاصمة كذا: a name that the tables lack."""
    after = sheet.words[place + 1]
    if listed_at(sheet, place + 1) or after.over or after.look.cut or after.look.nisba or head.definite:
        return None
    if head.word == "العاصمه":  # العاصمة انتشلت…: only listed ones
        return None
    if not (after.look.unknown or (_noun_like(after) and head.word in sort("town"))):
        return None
    if after.folded in sort("modifier"):
        return None
    end = place + 2
    if end < len(sheet.words) and sheet.words[end].look.unknown and not sheet.words[end].over and after.look.unknown:
        end += 1
    return Found(kind=NameKind.PLACE, run=(place + 1, end))


def _site(sheet: Sheet, place: int, head: Noun) -> Found | None:
    """مطار كذا, جزيرة كذا, نهر كذا: the noun is part of the name."""
    end = _name_or_listed(sheet, place + 1)
    after = sheet.words[place + 1]
    if end == place + 1 and not after.over and not after.look.nisba and (after.look.unknown or _noun_like(after)):
        end += 1
    if end == place + 1:
        return None
    if end < len(sheet.words) and sheet.words[end].folded in sort("wide"):
        end += 1
    return Found(kind=NameKind.PLACE, run=(place, end), cut=head.cut, implied=head.implied, head=head.word)


def _body(sheet: Sheet, place: int, head: Noun, body: Head) -> Found | None:
    """وزارة الخارجية الروسية, الجيش السوري: the noun and all that qualifies it."""
    end, sure = _complement(sheet, place + 1, head)
    first = sheet.words[place + 1]
    if end == place + 1 or (not head.definite and first.folded.startswith("لل")):
        return None
    if (
        head.definite
        and not sure
        and not (first.folded in sort("modifier") and end > place + 2 and head.word in sort("sure"))
    ):
        return None
    if not sure and (body is not Head.CONSTRUCT or head.word not in sort("sure")):
        return None
    if body is Head.SHORT and not _short(sheet, place, end):
        return None
    return Found(kind=NameKind.ORGANISATION, run=(place, end), cut=head.cut, implied=head.implied, head=head.word)


def _short(sheet: Sheet, place: int, end: int) -> bool:
    """الخارجية الروسية, not وزير الخارجية الروسي."""
    before = sheet.words[place - 1].look if place else None
    feminine = end == place + 2 and sheet.words[place + 1].folded.endswith("ه")
    return (
        feminine
        and sheet.words[place].look.definite
        and (before is None or before.role is None or before.role.definite)
    )


def _complement(sheet: Sheet, place: int, head: Noun) -> tuple[int, bool]:
    """Where the name that a head noun opens ends, and whether a nationality, a place or a name is in it."""
    end, sure, defined = place, False, head.definite
    while end < min(len(sheet.words), place + _LONGEST):
        word = sheet.words[end]
        quoted = _quoted(sheet, end) if not defined and not sure else None
        if quoted:
            return quoted[1] + 1, True
        named = _name_or_listed(sheet, end) if not defined else end
        if named > end:
            end, sure, defined = named, True, True
            continue
        if (
            word.over
            or word.folded in sort("passing")
            or (word.look.how is How.ADDRESS and word.article)
            or (word.look.role and not word.look.nisba and not _noun_like(word))
        ):
            break
        if word.look.nisba and word.look.definite and word.look.forms[0][1].startswith("ال"):
            return _modified(sheet, end + 1, head), True
        if not _qualifies(sheet, end, defined=defined):
            break
        defined = defined or word.look.definite
        end += 1
    return end, sure


def _modified(sheet: Sheet, end: int, head: Noun) -> int:
    """Past a second adjective (الكورية الشمالية), and past what a body is for (الهيئة السعودية للحياة الفطرية)."""
    words, modifiers = sheet.words, sort("modifier") - sort("passing")
    if end < len(words) and words[end].folded in modifiers:
        end += 1
    if head.definite and end + 1 < len(words) and words[end].folded.startswith("لل") and words[end].look.role is None:
        end += 2 if words[end + 1].article and not words[end + 1].over else 1
    return end


def _qualifies(sheet: Sheet, place: int, *, defined: bool) -> bool:
    word = sheet.words[place]
    after = sheet.words[place + 1] if place + 1 < len(sheet.words) else None
    if _noun_like(word):
        return not defined or word.look.how is not How.HEAD
    joined = word.look.definite and word.folded.startswith(("وال", "لل"))
    if joined:
        return word.look.role is None
    if defined or after is None:
        return False
    chained = after.article and not after.over
    return chained and word.look.dictionary and word.look.role is None and word.look.name is Strength.NONE


def _noun_like(word: Word) -> bool:
    """A word with its article and no proclitic."""
    return word.letters and word.article and len(word.folded) > 4 and not word.over  # noqa: PLR2004 - ال and 3


def _name_or_listed(sheet: Sheet, place: int) -> int:
    """The end of a listed or a titled person's name at `place` (جامعة الملك كذا); `place` where there is none."""
    listed = listed_at(sheet, place)
    if listed:
        return listed.run[1]
    word = sheet.words[place]
    led = sheet.words[place - 1].look.head
    titled = word.look.role is not None and word.look.role.definite and word.look.role.cut == 0
    if led is not None and led.word in sort("led"):  # إدارة الرئيس فلان
        return place
    end = name_run(sheet, place + 1, cued=True) if titled and place + 1 < len(sheet.words) else place
    return end if end > place + 1 else place
