"""What a tagger saw, mended where its neighbours tell that it read too far, too little, or took one kind for another.

Each rule names the sentence that needs it, which is in `tests/cases/names/seen.tsv`.
"""

from collections import Counter
from dataclasses import replace

from riwaya.names.found import CLOSES, OPENS, Said, Sheet
from riwaya.names.lexica import How, name_words, phrases, sort
from riwaya.names.look import Strength
from riwaya.records import NameKind

_PAIR = 2
_PRAYED_FOR = ("عليه", "عليها", "عليهم", "عليهما")


def trim(sheet: Sheet) -> None:
    """Mend the sheet's `said`."""
    dotted = " في " in sheet.text  # who writes في with dots writes علي with them too
    for said in list(sheet.said.values()):
        person = said.kind is NameKind.PERSON
        mended = _person(sheet, said, dotted=dotted) if person else _body(sheet, said)
        if mended != said:
            del sheet.said[said.run[0]]
            if mended is not None:
                sheet.said[mended.run[0]] = mended
    _one_kind(sheet)


def _person(sheet: Sheet, said: Said, *, dotted: bool) -> Said | None:
    start, end = said.run
    while start < end and _before_a_name(sheet, start, dotted=dotted):
        start += 1
    while end > start + 1 and _after_a_name(sheet, end - 1, said.run[1]):
        end -= 1
    if start == end or _no_name(sheet, start, end):
        return None
    if _house(sheet, start, end):
        return replace(said, run=(start - 1, end), kind=NameKind.ORGANISATION)
    return replace(said, run=(start, end + _family(sheet, start, end)))


def _house(sheet: Sheet, start: int, end: int) -> bool:
    """مؤسسة فلان الخيرية: a body called after a man."""
    head = sheet.words[start - 1].look.head if start else None
    last = sheet.words[end - 1]
    named = end - start > _PAIR and last.article and last.folded.endswith("ه") and last.look.name is Strength.NONE
    return named and head is not None and not head.definite


def _family(sheet: Sheet, start: int, end: int) -> int:
    """One word more where the tagger stopped short of the family: فلان بن فلان | السويدي."""
    after = sheet.words[end] if end < len(sheet.words) and end not in sheet.said else None
    if after is None or after.over or end - start <= _PAIR or sheet.words[end - 2].folded != "بن":
        return 0
    return int(after.article and after.folded.endswith("ي") and after.look.role is None)


def _before_a_name(sheet: Sheet, place: int, *, dotted: bool) -> bool:
    """على بلاتر: a preposition, where the text writes علي with its dots; سمات فلان: the word before a page's tags."""
    word = sheet.words[place]
    return word.folded in sort("before_name") or (dotted and word.text in ("على", "وعلى"))


def _after_a_name(sheet: Sheet, place: int, end: int) -> bool:
    """فلان ولي | العهد, فلان وليًا | للعهد; انتقال فلان | لروما."""
    word = sheet.words[place]
    if not word.letters:
        return True
    if sheet.words[place - 1].joint:  # آل الشيخ
        return False
    after = sheet.words[end] if place == end - 1 and end < len(sheet.words) else None
    if word.look.how is How.HEAD and word.look.name is not Strength.KNOWN and after is not None:
        return after.article or after.folded.startswith("لل") or (after.look.role is not None)
    if word.over and word.letters and not word.joint:  # فلان وليًا | للعهد
        return True
    towards = word.folded[:1] in ("ل", "ب") and word.look.name is Strength.NONE
    return towards and any(cut == 1 and form in phrases() for cut, form in word.look.forms)


def _no_name(sheet: Sheet, start: int, end: int) -> bool:
    """لي, "to me"; السناتور الجمهوري; رضوان الله عليهم."""
    words = sheet.words[start:end]
    honour = words[0].look.how is How.HONOUR  # أوصى سماحة | المفتي
    if len(words) == 1 and (words[0].folded == "لي" or words[0].folded in sort("modifier") or honour):
        return True
    if words[-1].folded == "الله" and end < len(sheet.words) and sheet.words[end].folded in _PRAYED_FOR:
        return True
    titled = words[0].look.role is not None and words[0].look.role.definite
    return (
        titled
        and len(words) > 1
        and all(w.article and (w.look.nisba or w.folded in sort("modifier")) for w in words[1:])
    )


def _body(sheet: Sheet, said: Said) -> Said | None:
    """إدارة الرئيس فلان, خادم الحرمين: a man is named, and no body; ميليشيات كذا وصالح: a given name is a man's."""
    words = sheet.words[slice(*said.run)]
    head = words[0].look.head
    titled = words[1].look.role if len(words) > 1 else None
    before = sheet.words[said.run[0] - 1].look.forms[-1][1] if said.run[0] else ""
    if "خادم" in (before, words[0].look.forms[-1][1]):
        return None
    led = head is not None and head.word in sort("led")
    if led and titled is not None and titled.definite and titled.word in sort("leader"):
        start = next((i for i, word in enumerate(words) if i > 1 and not word.article), None)
        return None if start is None else replace(said, run=(said.run[0] + start, said.run[1]), kind=NameKind.PERSON)
    if said.kind is NameKind.ORGANISATION and len(words) == 1 and not _quoted(sheet, said):
        known = name_words()
        beside = said.run[0] > 0 and sheet.words[said.run[0] - 1].look.head is not None
        if words[0].own in known.given & known.arab and not beside:
            return replace(said, kind=NameKind.PERSON)
    last = words[-1].look
    if len(words) > 1 and last.how in (How.ADDRESS, How.TITLE) and last.role is not None and last.role.definite:
        return replace(said, run=(said.run[0], said.run[1] - 1))  # وكيل إمارة كذا الدكتور | فلان
    return said


def _quoted(sheet: Sheet, said: Said) -> bool:
    before, after = sheet.mark(said.run[0] - 1), sheet.mark(said.run[1])
    return bool(before and after) and before in OPENS + "({" and after in CLOSES + ")}"


def _one_kind(sheet: Sheet) -> None:
    """A single word that no table has is of one kind throughout: a person's where it ends a full name."""
    alone: dict[str, list[Said]] = {}
    surnames: set[str] = set()
    for said in sheet.said.values():
        last = sheet.words[said.run[1] - 1]
        if said.run[1] - said.run[0] >= _PAIR:
            given = sheet.words[said.run[0]].look.name is Strength.KNOWN
            surnames |= {last.own} if given and said.kind is NameKind.PERSON else set()
        elif not last.lists and not _quoted(sheet, said):  # شركة «فورد» and هنري فورد
            alone.setdefault(last.own, []).append(said)
    for own, listed in alone.items():
        kinds = Counter(said.kind for said in listed)
        kind = NameKind.PERSON if own in surnames else kinds.most_common(1)[0][0]
        if len(kinds) > 1 or own in surnames:
            for said in listed:
                sheet.said[said.run[0]] = replace(said, kind=kind)
