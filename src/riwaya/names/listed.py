"""Organisations and places that the tables list, and how they stand in a text."""

from dataclasses import replace

from riwaya.language.letters import fold
from riwaya.names.found import CLOSES, OPENS, Found, Run, Sheet
from riwaya.names.lexica import Entry, Head, bare, nisbas, phrases, sort, titles
from riwaya.names.look import implied
from riwaya.names.words import Word
from riwaya.records import NameKind

_OPENS, _CLOSES = OPENS + "{", CLOSES + "}"
_FOR = ("ل", "قالت", "تنشرها", "لصحيفه", "صحيفه", "جريده", "لجريده")


def listed_at(sheet: Sheet, place: int) -> Found | None:
    for cut, form in sheet.words[place].lists:
        for spelling, entry in phrases()[form]:
            end = _matches(sheet.words, place, spelling)
            if end and not _adjective(sheet, place, form) and (not entry.everyday or _cued(sheet, place, end, entry)):
                return _paper(sheet, _entered(sheet, (place, end), (cut, form), entry))
    return None


def _paper(sheet: Sheet, found: Found) -> Found:
    """صحيفة مكة, قالت ل«الرياض»: a newspaper called like a town, with its noun where that stands before it."""
    if found.kind is not NameKind.PLACE or found.name is None:
        return found
    start, end = found.run
    before = sheet.words[start - 1].look.head if start else None
    named = before is not None and before.word in sort("paper") and not before.definite
    listed = titles().get((fold("صحيفة"), *(word.folded for word in sheet.words[start:end])))
    told = sheet.mark(start - 1) in _OPENS and sheet.mark(end) in _CLOSES and listed is not None
    quoted = told and sheet.mark(start - 1) != "" and start > 1 and sheet.words[start - 2].folded.rstrip("ـ") in _FOR
    if not (named or quoted):
        return found
    own = None if listed is None else "صحيفة " + found.name
    if named and before is not None:
        run, cut, implied = (start - 1, end), before.cut, before.implied
        found = replace(found, run=run, cut=cut, implied=implied)
    return replace(found, kind=NameKind.ORGANISATION, name=own, head=fold("صحيفة"), soft=False)


def _adjective(sheet: Sheet, place: int, form: str) -> bool:
    """الأسهم السعودية, مقاتلات سورية are no mention of the country."""
    before = sheet.words[place - 1] if place else None
    if before is None or before.over or bare(form) not in nisbas():
        return False
    return before.article if form.startswith("ال") else before.folded not in sort("side")


def _entered(sheet: Sheet, run: Run, matched: tuple[int, str], entry: Entry) -> Found:
    """A listed name without صحيفة, قناة, شبكة… before it, where it has a name of its own."""
    place, end = run
    first = sheet.words[place].look
    if (
        first.head
        and first.head.word in sort("shown_by")
        and end > place + 1
        and not fold(entry.name).startswith(first.head.word)
    ):
        return Found(kind=entry.kind, run=(place + 1, end), name=entry.name, head=first.head.word)
    soft = end == place + 1 and entry.kind is NameKind.PLACE
    cut, form = matched
    unwritten = implied(sheet.words[place].folded, cut, form)
    head = _head_before(sheet, place)
    return Found(kind=entry.kind, run=run, cut=cut, implied=unwritten, name=entry.name, head=head, soft=soft)


def _matches(words: list[Word], place: int, spelling: tuple[str, ...]) -> int:
    """The end of `spelling` at `place`, whose first word is known to fit; 0 where it does not."""
    end = place + len(spelling)
    if end > len(words):
        return 0
    return end if all(words[place + i].folded == spelling[i] for i in range(1, len(spelling))) else 0


def _cued(sheet: Sheet, place: int, end: int, entry: Entry) -> bool:
    """An everyday word is a name between quotation marks or after a head noun."""
    if entry.kind is NameKind.ORGANISATION and sheet.mark(place - 1) in OPENS and sheet.mark(end) in CLOSES:
        return sheet.mark(place - 1) != ""
    body = sheet.words[place - 1].look.body if place else None
    wanted = (Head.PLACE, Head.PART) if entry.kind is NameKind.PLACE else (Head.NAMED, Head.CONSTRUCT, Head.LOOSE)
    return body in wanted


def _head_before(sheet: Sheet, place: int) -> str | None:
    before = place - 2 if sheet.mark(place - 1) in OPENS else place - 1
    look = sheet.words[before].look if before >= 0 else None
    return look.head.word if look and look.head and look.body is Head.NAMED else None
