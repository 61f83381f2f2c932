"""People: names after a role (وزير الخارجية الروسي فلان) or a title, before a role, or of words that are names."""

from riwaya.names import holders
from riwaya.names.found import RULES, Found, Run, Sheet
from riwaya.names.lexica import Head, How, bare, name_words, sort
from riwaya.names.look import Strength
from riwaya.names.roles import addresses, phrase, starts
from riwaya.names.runs import misspelt, name_run, opening, opens_cued
from riwaya.names.words import Word, proclitics
from riwaya.records import NameKind

_PAIR = 2
_SHORT = 5  # letters: ب + يان is rather the word بيان


def find(sheet: Sheet) -> None:
    """Put every person on the sheet, those in the names of organisations left there."""
    place = 0
    while place < len(sheet.words):
        if not _may_begin(sheet, place):
            place += 1
            continue
        found = _after_role(sheet, place) or _titled(sheet, place) or _said(sheet, place)
        found = found or _listed(sheet, place) or _plain(sheet, place)
        if found is None:
            place += 1
            continue
        sheet.put(found)
        place = found.run[1]


def _may_begin(sheet: Sheet, place: int) -> bool:
    """Whether any of the ways to find a person has something to go by; it has at few words."""
    word = sheet.words[place]
    shown = word.opens or word.look.role is not None or bool(word.kunyas) or place in sheet.said
    shown = shown or any(form in holders.whole_names() for _, form in word.look.forms)
    return shown or (place > 0 and sheet.words[place - 1].announces)


# --- after a role or a title --------------------------------------------------------------------------------------


def _after_role(sheet: Sheet, place: int) -> Found | None:
    word = sheet.words[place]
    if word.look.role is None or word.look.how not in (How.HEAD, How.KIN, How.TITLE) or sheet.taken[place] or word.over:
        return None
    if not word.look.role.definite and (word.look.how is How.TITLE or word.speaks):
        return None  # فريق, رائد, سير are words too; وطالب "فلان" is no student
    role_end, name_start = phrase(sheet, place, word.look.role)
    told = place > 0 and sheet.words[place - 1].folded == "غير"  # التصريحات غير المسؤولة لفلان
    if (
        told
        or name_start is None
        or (_person(sheet, place - 1) and sheet.words[name_start].look.name is not Strength.KNOWN)
    ):
        return None
    end = name_run(sheet, name_start, cued=True)
    if end == name_start or (sheet.read and not _heard(sheet, name_start)):
        return None
    if role_end > place + 1 and _courtesy(sheet.words[role_end - 1]):
        role_end -= 1
    role = (place, role_end) if word.look.how is not How.KIN else None
    by = _seen_by(sheet, name_start)
    return Found(kind=NameKind.PERSON, run=(name_start, end), role=role, role_cut=word.look.role.cut, tagger=by)


def _heard(sheet: Sheet, place: int) -> bool:
    """Whether a name stands without the tagger's word for it: it saw one there, or the first word is a known name."""
    return sheet.person(place) is not None or sheet.words[place].look.name is Strength.KNOWN


def _seen_by(sheet: Sheet, place: int) -> str:
    said = sheet.person(place)
    return said.tagger if said else RULES


def _courtesy(word: Word) -> bool:
    """رئيس كذا الشيخ فلان: the role ends before the courtesy."""
    return word.look.role is not None and word.look.role.definite and word.look.role.word in sort("courtesy")


def _person(sheet: Sheet, place: int) -> bool:
    taken = sheet.taken[place] if place >= 0 else None
    return taken is not None and taken.kind is NameKind.PERSON


def _titled(sheet: Sheet, place: int) -> Found | None:
    """الدكتور فلان, سمو الأمير فلان, م. فلان."""
    if sheet.taken[place]:
        return None
    look = sheet.words[place].look
    if look.role is None or look.how not in (How.ADDRESS, How.HONOUR):
        return None
    start = addresses(sheet, place)
    if start == place and look.role.cut and (look.role.definite or look.how is How.HONOUR):
        start = addresses(sheet, place + 1)
    if start == place or start >= len(sheet.words) or not starts(sheet, start, place, comma=False):
        return None
    end = name_run(sheet, start, cued=True)
    if end == start:
        return None
    role, by = _role_after(sheet, end), _seen_by(sheet, start)
    return Found(kind=NameKind.PERSON, run=(start, end), role=role, tagger=by)


# --- names alone --------------------------------------------------------------------------------------------------


def _said(sheet: Sheet, place: int) -> Found | None:
    """A person whom the tagger saw."""
    said = sheet.person(place)
    if said is None or not all(sheet.free(i) for i in range(*said.run)):
        return None
    cut, implied = _proclitics(sheet, place)
    if cut == 0 and _after_another(sheet, place):
        cut = 1
    role = _role_after(sheet, said.run[1])
    return Found(kind=NameKind.PERSON, run=said.run, cut=cut, implied=implied, role=role, tagger=said.tagger)


def _listed(sheet: Sheet, place: int) -> Found | None:
    """A holder of an office by his whole name, whatever its words mean beside: الرئيس تمام سلام."""
    before = sheet.words[place - 1] if place else None
    if before is not None and not (before.over or before.announces or before.look.role is not None):
        return None
    for cut, form in sheet.words[place].look.forms:
        for rest in holders.whole_names().get(form, ()):
            end = place + 1 + len(rest)
            fits = [word.folded for word in sheet.words[place + 1 : end]] == list(rest)
            more = end < len(sheet.words) and sheet.words[end].joint
            if fits and not more and all(sheet.free(i) for i in range(place, end)):
                return Found(kind=NameKind.PERSON, run=(place, end), cut=cut, role=_role_after(sheet, end))
    return None


def _proclitics(sheet: Sheet, place: int) -> tuple[int, bool]:
    """As the dictionary has it; a name that no table has, as it was met before, and whole where it has just spoken.

    قال بيكس is no ب + يكس.
    """
    word = sheet.words[place]
    cut, implied = proclitics(word)
    if word.look.name is not Strength.NONE:
        return cut, implied
    if place > 0 and (sheet.words[place - 1].speaks or sheet.words[place - 1].links):  # قال بيكس, على بيكس
        return 0, False
    return next(((gone, False) for gone, form in word.look.forms if form in sheet.met), (cut, implied))


def _after_another(sheet: Sheet, place: int) -> bool:
    """و that joins a name no table has to the one before: محمد الواكد وديغاو."""
    word = sheet.words[place]
    return _person(sheet, place - 1) and word.folded[:1] == "و" and word.look.name is Strength.NONE


def _plain(sheet: Sheet, place: int) -> Found | None:
    word = sheet.words[place]
    if not sheet.free(place) or not word.letters:
        return None
    if place + 1 < len(sheet.words) and sheet.words[place + 1].folded == "الله" and not _of_god(word):  # رحمه الله
        return None
    kunya = opening(sheet, place)
    spoken = place > 0 and sheet.words[place - 1].speaks
    fresh = _fresh(sheet, place, spoken=spoken)
    if kunya is None and not fresh and not word.opens:
        return None
    pair = _pair_alone(sheet, place)
    if pair:
        return pair
    end = name_run(sheet, place, cued=kunya is not None or fresh)
    sure = kunya is not None or (fresh and (end > place + 1 or not sheet.words[place - 1].countryman))
    stands = end > place and (sure or _stands(sheet, place, end, spoken=spoken))
    if not (stands and _known(sheet, place, end, spoken=spoken)):
        return None
    cut = word.look.cut if kunya is None else kunya
    implied = word.look.implied and kunya is None
    return Found(kind=NameKind.PERSON, run=(place, end), cut=cut, implied=implied, role=_role_after(sheet, end))


def _known(sheet: Sheet, place: int, end: int, *, spoken: bool) -> bool:
    """Whether words that the tagger passed by are a name for all that: two of the tables' or more, one that speaks."""
    if not sheet.read:
        return True
    names = [i for i in range(place, end) if sheet.words[i].look.name is Strength.KNOWN]
    fresh = any(not sheet.words[i].look.dictionary for i in names)
    return fresh and (len(names) >= _PAIR or (spoken and bool(names)))


def _of_god(word: Word) -> bool:
    return word.own in sort("before_god") | sort("joint")


def _fresh(sheet: Sheet, place: int, *, spoken: bool) -> bool:
    """A word that no table has, after a verb or a nationality: وصل مالينوف, الفرنسي أرنو دوفال."""
    word = sheet.words[place]
    if place == 0 or word.article:
        return False
    before = sheet.words[place - 1]
    unknown = word.look.unknown and (spoken or not word.folded.endswith(("ا", "ه", "ك")))
    named = (unknown and opens_cued(word)) or (before.countryman and misspelt(sheet, place))
    return before.announces and named


def _pair_alone(sheet: Sheet, place: int) -> Found | None:
    """A given name and one word more between marks, whatever the word: «، محمد جحفلي، فهد الثنيان،»."""
    word, end = sheet.words[place], place + 2
    if not 0 < place < len(sheet.words) - 2 or not (sheet.mark(place - 1) and sheet.mark(end)):
        return None
    second = sheet.words[place + 1]
    common = second.over or second.look.role or second.look.head or second.look.nisba or second.look.cut
    named = bare(word.folded) in name_words().given and bare(word.folded) in name_words().arab
    noun = second.article and second.look.dictionary and not second.folded.endswith("ي")
    genitive = noun and word.look.name is Strength.EVERYDAY  # علم الفلك
    if common or not named or genitive or word.article or not sheet.free(place + 1):
        return None
    return Found(kind=NameKind.PERSON, run=(place, end), role=_role_after(sheet, end))


def _stands(sheet: Sheet, place: int, end: int, *, spoken: bool) -> bool:
    """Whether words that nothing announces are enough to be a name."""
    look = sheet.words[place].look
    if sheet.taken[place] is not None:  # a town by the tables, unless more of a name follows
        return end > place + 1 and look.name is Strength.KNOWN and look.cut == 0
    plain = bare(sheet.words[place].own)
    if end == place + 1:
        return _stands_alone(sheet, place, plain, spoken=spoken)
    if look.definite:
        return plain in name_words().family and look.name is Strength.KNOWN and not look.dictionary
    if plain == "علي":  # على with its dots, as Egyptian presses write it
        return sheet.words[place + 1].look.name is Strength.KNOWN
    return look.name is Strength.KNOWN or not look.dictionary or _borne_out(sheet, place, end, spoken=spoken)


def _borne_out(sheet: Sheet, place: int, end: int, *, spoken: bool) -> bool:
    """An everyday word as a given name (نبيه, كريم): known names follow, and no noun stands before it."""
    known = [w for i, w in enumerate(sheet.words[place + 1 : end], place + 1) if _sure(sheet, i)]
    foreign = bool(known) and known[0].folded in name_words().foreign
    if _person(sheet, place - 1) and sheet.words[place].look.cut == 1:  # فلان وسعيد الفهري
        return True
    if end - place > _PAIR and all(w.look.name is not Strength.NONE for w in sheet.words[place:end]):
        return True
    alone = place == 0 or sheet.words[place - 1].over
    return len(known) > 1 or (bool(known) and alone) or foreign or spoken


def _sure(sheet: Sheet, place: int) -> bool:
    return sheet.words[place].look.name is Strength.KNOWN or sheet.words[place - 1].folded == "عبد"


def _stands_alone(sheet: Sheet, place: int, plain: str, *, spoken: bool) -> bool:
    look = sheet.words[place].look
    if look.name is not Strength.KNOWN or (look.cut and len(plain) < _SHORT):
        return False
    if place > 0 and _ruled(sheet.words[place - 1]) and plain in name_words().family:
        return True
    foreign = plain in name_words().foreign and len(plain) > 2 and plain not in name_words().everyday  # noqa: PLR2004
    if look.definite:
        return plain in name_words().family and (spoken or not look.dictionary)
    return foreign or (spoken and plain in name_words().given and plain != "علي") or not look.dictionary


def _another_role(word: Word) -> bool:
    """وكيل كذا ومدير كذا."""
    return word.look.role is not None and word.look.role.cut == 1 and word.folded.startswith("و")


def _ruled(word: Word) -> bool:
    """نظام فلان, حكومة فلان, عهد فلان: what is called after who leads it."""
    return any(form in sort("ruled") for _, form in word.look.forms)


def _role_after(sheet: Sheet, end: int) -> Run | None:
    """The role that follows a name: فلان، وزير شؤون كذا السابق."""
    start = end + 1 if sheet.mark(end) in ("،", ",", "(") else end
    if start >= len(sheet.words) or sheet.taken[start]:
        return None
    look = sheet.words[start].look
    if look.role is None or look.how is not How.HEAD or look.role.cut:
        return None
    if start == end and look.role.definite is False and look.body is Head.CONSTRUCT:
        return None
    role_end, name = phrase(sheet, start, look.role)
    over = role_end >= len(sheet.words) or sheet.words[role_end].over or _another_role(sheet.words[role_end])
    return (start, role_end) if name is None and over and role_end > start + 1 else None
