"""The words of a person's name: where it may start, what goes on with it, where it is over."""

from riwaya.names.found import Sheet
from riwaya.names.lexica import How, bare, name_words, sort
from riwaya.names.look import Strength
from riwaya.names.words import Word

_LONGEST_NAME = 8
_LONGEST_UNKNOWN = 4  # words no table has: more of them are no name


def name_run(sheet: Sheet, place: int, *, cued: bool) -> int:
    """The end of the name that starts at `place`; `place` where none does. `cued`: a role or title precedes."""
    if place >= len(sheet.words) or not sheet.free(place):
        return place
    said = sheet.person(place)
    if said is not None:
        return said.run[1]
    first = sheet.words[place]
    joint = place + 2 if opening(sheet, place) else joint_end(sheet, place)
    if joint == place and not (opens_cued(first) or misspelt(sheet, place) if cued else first.opens):
        return place
    end = joint if joint > place else place + 1
    count = 1
    while end < len(sheet.words) and count < _LONGEST_NAME:
        after = _next(sheet, place, end)
        if after == end:
            break
        end, count = after, count + 1
    return end


def joint_end(sheet: Sheet, place: int) -> int:
    """Past أبو, بن, آل, عبد, فان, دي… and the word each of them needs; `place` where there is none."""
    word = sheet.words[place]
    if not word.joint or place + 1 >= len(sheet.words) or not sheet.free(place):
        return place
    if word.folded == "ال" and word.text[:1] != "آ":
        return place
    if (
        word.folded == "ام"
        and sheet.words[place + 1].look.name is Strength.NONE
        and not sheet.words[place + 1].look.unknown
    ):
        return place  # أم is "or" too, and تقويم أم القرى is no woman
    after = place + 2 if sheet.mark(place + 1) == "-" and sheet.glued(place + 1) else place + 1
    if after >= len(sheet.words) or sheet.words[after].over or not sheet.free(after):
        return place
    if sheet.words[after].joint:  # أبو عبد الله, آل بن علي
        return max(joint_end(sheet, after), after + 1)
    return after + 1


def opening(sheet: Sheet, place: int) -> int | None:
    """Letters of proclitics before أبو, أم or عبد that opens a name at `place`; None where none does."""
    word = sheet.words[place]
    for cut, form in word.kunyas:
        if cut == 0:
            return 0 if joint_end(sheet, place) > place and not (form == "ابي" and _alone(sheet, place)) else None
        after = sheet.words[place + 1] if place + 1 < len(sheet.words) else None
        if form != "ام" and after is not None and not after.over and sheet.free(place + 1):
            return cut
    return None


def _alone(sheet: Sheet, place: int) -> bool:
    """أبي is "my father" too: a name goes on with a known one."""
    return sheet.words[place + 1].look.name is Strength.NONE


def opens_cued(word: Word) -> bool:
    """Whether a name starts at a word that follows a role."""
    look = word.look
    if word.over or look.cut or word.folded == "الله" or word.folded in sort("modifier") or word.links:
        return False
    if look.name is Strength.NONE and word.folded.startswith("و"):  # و and a word that no dictionary has
        return False
    if word.article:
        return (
            look.nisba is None
            and look.role is None
            and (bare(word.folded) in name_words().known or _nisba_shaped(word))
        )
    if look.role is not None and look.how is not How.ADDRESS and look.name is Strength.NONE:
        return False
    if look.nisba is not None and look.name is Strength.EVERYDAY:  # ضابط عراقي; a name only with more of it: تركي فلان
        return False
    return look.name is not Strength.NONE or (look.unknown and look.body is None)


def _nisba_shaped(word: Word) -> bool:
    """A family's name that no table and no dictionary has: ends like الشهراني."""
    return not word.look.dictionary and word.folded.endswith("ي")


def _family(word: Word) -> bool:
    """A word with its article that is a family's name: listed, or no word of the language."""
    plain = bare(word.folded)
    return plain in name_words().known or not word.look.dictionary


def _next(sheet: Sheet, start: int, place: int) -> int:
    """The end of one more word of the name that started at `start`; `place` where the name is over."""
    if sheet.glued(place):
        return place + 2
    word = sheet.words[place]
    if not word.letters or sheet.taken[place] is not None:
        return place
    joint = joint_end(sheet, place)
    if joint > place or word.over:
        return joint
    return place + 1 if _compound(sheet, place) or _goes_on(sheet, start, place) else place


def _compound(sheet: Sheet, place: int) -> bool:
    """نور الدين, نصر الله."""
    word, before = sheet.words[place], sheet.words[place - 1]
    return (word.folded == "الدين" and bare(before.folded) in sort("before_deen")) or (
        word.folded == "الله" and before.folded in sort("before_god")
    )


def _goes_on(sheet: Sheet, start: int, place: int) -> bool:
    if sheet.words[place].article:
        return _with_article(sheet, start, place)
    return _without_article(sheet, start, place)


def _with_article(sheet: Sheet, start: int, place: int) -> bool:
    word = sheet.words[place]
    if word.folded in sort("modifier") or _role_of_next(sheet, place):
        return False
    if word.look.nisba is not None:  # أحمد المصري is a name, الرئيس فلان المصري is not
        first = start + 1 if opening(sheet, start) is not None else start  # أبو فلان المصري
        return place == first + 1 and bare(word.folded) in name_words().family and _arab(sheet, start)
    if _closed(sheet, place):  # فلان الدوسري التهاني: an object, unless it is a family's name
        return bare(word.folded) in name_words().family and not word.look.dictionary
    if _family(word) or _between(sheet, start, place):
        return True
    if not _arab(sheet, start) or word.look.how is not None or word.look.body is not None:
        return False
    last = place + 1 >= len(sheet.words) or sheet.words[place + 1].over
    mark = place + 1 < len(sheet.words) and not sheet.words[place + 1].letters
    last = last and place == start + 1 and (mark or not word.folded.endswith("ه"))
    return place <= start + _LONGEST_UNKNOWN and (
        word.folded.endswith("ي") or last
    )  # عبدالله الشامخ، and not عبدالله الشامخ الذرى


def _between(sheet: Sheet, start: int, place: int) -> bool:
    """A word between a given and a known name: لورا الخازن لحود."""
    if place != start + 1 or place + 1 >= len(sheet.words) or sheet.words[place].look.how is not None:
        return False
    return sheet.words[place + 1].look.name is Strength.KNOWN and sheet.words[place + 1].look.cut == 0


def _closed(sheet: Sheet, place: int) -> bool:
    """Whether the word before is a family's name with its article, not the الفتاح of عبد الفتاح."""
    return sheet.words[place - 1].article and not (place > 1 and sheet.words[place - 2].joint)


def _role_of_next(sheet: Sheet, place: int) -> bool:
    """محمد الأمير فلان: a title that belongs to the next name, not a family's name."""
    look = sheet.words[place].look
    if look.role is None or place + 1 >= len(sheet.words):
        return False
    after = sheet.words[place + 1]
    return opens_cued(after) or after.look.nisba is not None or after.article


def _without_article(sheet: Sheet, start: int, place: int) -> bool:
    word, before = sheet.words[place], sheet.words[place - 1]
    look = word.look
    blessed = place + 1 < len(sheet.words) and sheet.words[place + 1].folded == "الله"  # رحمه الله
    if (
        (blessed and word.folded not in sort("before_god"))
        or _closed(sheet, place)
        or (look.nisba is not None and look.name is Strength.NONE)
    ):  # الدوسري ends a name
        return False
    after = sheet.words[place + 1] if place + 1 < len(sheet.words) else None
    if after is not None and after.folded == "زاده":  # خطيب زاده
        return True
    if look.role is not None and (look.how in (How.HEAD, How.TITLE) or look.name is Strength.NONE):
        return look.name is Strength.KNOWN and not _complement_follows(sheet, place)
    if look.name is not Strength.NONE and look.cut == 0:
        return not _another_begins(sheet, place)
    if place == start + 1 and _any_word(sheet, place):
        return True
    return (
        look.unknown
        and not _family_only(before)
        and look.cut == 0
        and look.body is None
        and place < start + _LONGEST_UNKNOWN
        and not _joined(sheet, start, word)
    )


def _another_begins(sheet: Sheet, place: int) -> bool:
    """عباس وأنان محمود عباس: a given name after a family's name is another man's."""
    known, word = name_words(), sheet.words[place].folded
    another = word in known.arab and word in known.given and word not in known.family
    return another and _family_only(sheet.words[place - 1])


def _family_only(word: Word) -> bool:
    """بوتين, Arab or foreign: what follows is no more of the name."""
    known, form = name_words(), word.own
    return form in known.family and form not in known.given and not word.joint


def _any_word(sheet: Sheet, place: int) -> bool:
    """A word of the language as the family's name of a known given one: فرانك جيري، محمود قابيل حيث."""
    word, before = sheet.words[place], bare(sheet.words[place - 1].own)
    after = sheet.words[place + 1] if place + 1 < len(sheet.words) else None
    known = name_words()
    given = before in known.given and (before not in known.family or before in known.arab)
    plain = not (word.look.cut or word.look.head or word.look.nisba or word.look.role or word.look.ends)
    over = after is None or after.over or after.look.role is not None
    noun = word.folded.endswith(("ا", "ات", "ين", "ون")) or len(word.look.forms) > 1
    noun = noun or (word.folded.endswith("ه") and after is not None and after.letters)
    return given and plain and not noun and over


def _joined(sheet: Sheet, start: int, word: Word) -> bool:
    """و and a verb that no dictionary has, not a name like واتسون: وأطلعه, وبحثت."""
    if not word.folded.startswith("و"):
        return False
    return _arab(sheet, start) or word.text[1:2] in "أإ" or word.folded.endswith(("ه", "ت", "وا", "ها"))


def _complement_follows(sheet: Sheet, place: int) -> bool:
    return place + 1 < len(sheet.words) and sheet.words[place + 1].article


def _arab(sheet: Sheet, place: int) -> bool:
    return (
        opening(sheet, place) is not None
        or bare(sheet.words[place].own) in name_words().arab
        or bare(sheet.words[place].folded) in name_words().arab
    )


def misspelt(sheet: Sheet, place: int) -> bool:
    """A word of the language where a given name is due: المتحدثة باسم كذا أديان واتسون, العقيد نشوى محمود."""
    look = sheet.words[place].look
    if sheet.words[place].over:  # الأوراق المالية على بلاتر
        return False
    plain = look.dictionary and not (look.definite or look.role or look.head or look.nisba or look.ends)
    after = sheet.words[place + 1] if place + 1 < len(sheet.words) else None
    titled = place > 0 and sheet.words[place - 1].look.how in (How.TITLE, How.ADDRESS)
    foreign = (
        after is not None and (titled or after.folded in name_words().foreign) and after.look.name is Strength.KNOWN
    )
    inflected = sheet.words[place].folded.endswith(("ها", "هم", "نا"))
    return plain and foreign and not inflected and look.forms[-1][0] == 0 and sheet.free(place + 1)


def next_is_name(sheet: Sheet, place: int) -> bool:
    return place + 1 < len(sheet.words) and (_next(sheet, place, place + 1) > place + 1)
