"""The words of a role (وزير الخارجية الروسي, المتحدث باسم كذا) and where the name of its bearer starts."""

from riwaya.names.found import Sheet
from riwaya.names.lexica import How, bare, name_words, sort
from riwaya.names.look import Noun, Strength
from riwaya.names.runs import joint_end, misspelt, next_is_name, opening, opens_cued
from riwaya.names.words import Word
from riwaya.records import NameKind

_LONGEST = 12
_QUOTES = ("«", "»", '"', "“", "”")


def phrase(sheet: Sheet, place: int, noun: Noun) -> tuple[int, int | None]:
    """Where the role that starts at `place` ends, and where the name that bears it starts, if one does."""
    end, defined = place + 1, noun.definite
    role_end = end
    while end < min(len(sheet.words), place + _LONGEST):
        skipped = addresses(sheet, end)
        comma = sheet.mark(skipped) in ("،", ",", ":", "-", "–", '"', "«") and skipped > place
        start = skipped + 1 if comma else skipped
        if comma and start < len(sheet.words):
            start = addresses(sheet, start)
        if start < len(sheet.words) and starts(sheet, start, place, comma=comma):
            return role_end, start
        after = _complement(sheet, end, defined=defined)
        if after == end:
            return role_end, None
        defined = defined or any(
            sheet.words[i].look.definite or sheet.taken[i] for i in range(end, after) if i < len(sheet.words)
        )
        end = role_end = after
    return role_end, None


def addresses(sheet: Sheet, place: int) -> int:
    """Past الدكتور, السيد, سمو, الشيخ… that stand between a role and the name."""
    while place < len(sheet.words):
        look = sheet.words[place].look
        if sheet.words[place].folded == "ايه" and place + 1 < len(sheet.words):  # آية الله
            place += 2 if sheet.words[place + 1].folded == "الله" else 1
            continue
        if look.role is None or look.role.cut or look.how not in (How.ADDRESS, How.HONOUR, How.TITLE):
            break
        if not (look.role.definite or look.how is How.HONOUR or len(sheet.words[place].folded) == 1):
            break
        place += 2 if sheet.mark(place + 1) in (".", "/") and len(sheet.words[place].folded) == 1 else 1
    return place


def starts(sheet: Sheet, place: int, role: int, *, comma: bool) -> bool:
    """Whether the bearer's name starts at `place`."""
    word = sheet.words[place]
    if sheet.person(place) is not None and sheet.free(place):
        return True
    if not sheet.free(place) or (sheet.taken[place] and not _taken_back(sheet, place, comma=comma)):
        return False
    if opening(sheet, place) == 0 or (word.folded in ("بن", "ابن") and joint_end(sheet, place) > place):
        return True
    if not opens_cued(word):
        return misspelt(sheet, place)
    if _nationality(sheet, place):
        return False
    return not _common(sheet, place, role) and _due(sheet, place, role, comma=comma)


def _nationality(sheet: Sheet, place: int) -> bool:
    """A country's adjective that no table has, told by the name after it: وزير الطاقة النوراسي غريغور فلان."""
    word = sheet.words[place]
    if not word.article or not word.folded.endswith(("ي", "يه")) or bare(word.folded) in name_words().known:
        return False
    if place + 1 >= len(sheet.words) or not sheet.free(place + 1) or sheet.words[place + 1].article:
        return False
    after = sheet.words[place + 1]
    return opens_cued(after) and (after.look.name is Strength.KNOWN or next_is_name(sheet, place + 1))


def _due(sheet: Sheet, place: int, role: int, *, comma: bool) -> bool:
    """Whether a word that may be a name is one here: after a comma, or deep in a role, only with more of it."""
    look = sheet.words[place].look
    if look.how is How.HEAD and look.role is not None:  # مستشار كذا أمير منطقة كذا: a second role
        return next_is_name(sheet, place) and not sheet.words[place + 1].article
    if comma:
        return look.name is Strength.KNOWN or next_is_name(sheet, place)
    if look.name is Strength.EVERYDAY and place > role + 1 and look.dictionary:
        over = place + 1 >= len(sheet.words) or sheet.words[place + 1].over
        return next_is_name(sheet, place) or (over and sheet.words[place - 1].look.definite)
    return True


def _common(sheet: Sheet, place: int, role: int) -> bool:
    """A noun that goes on with the role: المتحدث باسم محضري المختبرات, مديرية الدفاع المدني."""
    word, before = sheet.words[place], sheet.words[place - 1]
    if word.article:
        noun = sheet.words[role].look.role
        titled = noun is not None and noun.definite and place == role + 1
        return word.look.dictionary and not titled and before.look.nisba is None
    after = sheet.words[place + 1] if place + 1 < len(sheet.words) else None
    if after is None or word.look.name is not Strength.NONE or not after.article or after.folded.endswith("ي"):
        return False
    return after.look.dictionary and bare(after.folded) not in name_words().known


def _taken_back(sheet: Sheet, place: int, *, comma: bool) -> bool:
    """A town's name that is a given name here: رئيسة الوزراء جورجيا فلانة."""
    return sheet.words[place].look.name is Strength.KNOWN and not comma and next_is_name(sheet, place)


def _complement(sheet: Sheet, place: int, *, defined: bool) -> int:
    """The end of one more piece of a role phrase; `place` where the role is over."""
    word, taken = sheet.words[place], sheet.taken[place]
    if word.look.unknown and place > 0 and _common(sheet, place, place - 1):
        return place + 1
    if taken is not None and taken.run[0] == place:
        return place if _told(sheet, place) else taken.run[1]
    if sheet.mark(place) in _QUOTES:
        return _past_quotes(sheet, place)
    titles = sort("royal") | sort("president")
    joined = word.look.role if word.folded.startswith("وال") else None
    another = joined is not None and joined.word in titles  # الرئيس المصري والأمير فلان
    over = word.over and not word.links
    if another or over or word.look.forms[-1][1] in ("صاحب", "صاحبه"):  # … وصاحب السمو الأمير فلان
        return place
    goes_on = _links(sheet, place) if word.links else _qualified(word, defined=defined) or _adjoined(sheet, place)
    return place + 1 if goes_on else place


def _told(sheet: Sheet, place: int) -> bool:
    """أبلغ فلان رئيس اتحاد كذا رويترز أن: a second body right after the one led is told, and not led."""
    before = sheet.taken[place - 1] if place else None
    here = sheet.taken[place]
    bodies = NameKind.ORGANISATION
    return before is not None and here is not None and before is not here and before.kind is bodies is here.kind


def _adjoined(sheet: Sheet, place: int) -> bool:
    """بفرع هيئة كذا, للتدريب واستطلاعات الرأي: a noun that و or ب joins on, with its own complement."""
    word = sheet.words[place]
    if word.folded[:1] not in ("و", "ب") or not word.look.dictionary or place + 1 >= len(sheet.words):
        return False
    after = sheet.words[place + 1]
    return (word.look.role is None and after.article) or (word.folded[0] == "ب" and sheet.taken[place + 1] is not None)


def _past_quotes(sheet: Sheet, place: int) -> int:
    """Past a quoted body's name: رئيس تحرير صحيفة «كذا»."""
    taken = sheet.taken[place + 1] if place + 1 < len(sheet.words) else None
    if taken is None or taken.run[0] != place + 1 or sheet.mark(taken.run[1]) not in _QUOTES:
        return place
    return taken.run[1] + 1


def _links(sheet: Sheet, place: int) -> bool:
    """Whether a preposition goes on with a role: سفير كذا لدى كذا, المتحدث باسم كذا."""
    if place + 1 >= len(sheet.words):
        return False
    word, after = sheet.words[place], sheet.words[place + 1]
    near = word.folded in ("في", "لدي") and after.article
    return near or word.folded == "باسم" or sheet.taken[place + 1] is not None or after.look.body is not None


def _qualified(word: Word, *, defined: bool) -> bool:
    """Whether a word may be part of a role: رئيس مجلس إدارة كذا, نائب الرئيس وزير الدفاع."""
    look = word.look
    if word.folded.startswith(("ال", "وال", "لل", "بال")) or word.folded in sort("modifier") or look.nisba:
        return True
    if look.how is How.HEAD:
        return True
    chained = not defined or look.body is not None or word.folded.startswith("ل")
    return look.dictionary and chained and look.how is not How.KIN
