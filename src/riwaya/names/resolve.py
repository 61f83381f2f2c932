"""All mentions of one article: what was found, and the words that stand for it elsewhere, each with name and role."""

from riwaya.language.letters import fold
from riwaya.names import spellings
from riwaya.names.cast import Cast
from riwaya.names.descriptions import Roles, bodies_again
from riwaya.names.found import Found, Sheet
from riwaya.names.incumbents import Incumbents
from riwaya.names.lexica import Head, sort
from riwaya.records import Mention, NameKind


def mentions(article: str, sheet: Sheet) -> tuple[Mention, ...]:
    """All that was found on the sheet, and the words that stand for it elsewhere."""
    found = _in_order(sheet)
    cast = Cast(sheet, [f for f in found if f.kind is NameKind.PERSON])
    roles = Roles(sheet, cast, found)
    more = list(cast.learned()) + list(roles.descriptions()) + list(Incumbents(sheet, cast, found).descriptions())
    more += bodies_again(sheet)
    named = [(f, _name(sheet, cast, f)) for f in found] + more
    return _records(article, sheet, sorted(named, key=lambda pair: pair[0].run))


def _in_order(sheet: Sheet) -> list[Found]:
    found: list[Found] = []
    for taken in sheet.taken:
        if taken is not None and (not found or found[-1] is not taken):
            found.append(taken)
    return found


def _name(sheet: Sheet, cast: Cast, found: Found) -> str:
    if found.kind is NameKind.PERSON:
        return cast.full(found)
    if found.head and sheet.words[found.run[0]].look.body is Head.SHORT and not found.name:
        return "وزارة " + sheet.surface(found)
    return found.name or sheet.surface(found)


def _records(article: str, sheet: Sheet, named: list[tuple[Found, str]]) -> tuple[Mention, ...]:
    entities = [f"{found.kind}:{spellings.key(name)}" for found, name in named]
    fullest = _fullest(sheet, named, entities)
    roles: dict[str, str] = {}
    records = []
    for (found, _), entity in zip(named, entities, strict=True):
        if found.role:
            roles[entity] = _better(roles.get(entity), sheet.role_text(found))
        place = sheet.span(found)
        role = roles.get(entity)
        kind, name = found.kind, fullest[entity]
        records.append(
            Mention(
                article=article, span=place, entity=entity, kind=kind, name=name, role_text=role, tagger=found.tagger
            )
        )
    return tuple(records)


def _fullest(sheet: Sheet, named: list[tuple[Found, str]], entities: list[str]) -> dict[str, str]:
    """The longest form in this article of each entity; of people the one they were resolved to."""
    fullest: dict[str, str] = {}
    for (found, name), entity in zip(named, entities, strict=True):
        form = sheet.surface(found) if found.name and found.kind is NameKind.ORGANISATION else name
        if len(form) > len(fullest.get(entity, "")) and not _taken_up(sheet, found):
            fullest[entity] = form
        fullest.setdefault(entity, name)
    return fullest


def _taken_up(sheet: Sheet, found: Found) -> bool:
    """A body named only by its noun: الصحيفة."""
    head = sheet.words[found.run[0]].look.head
    return found.kind is NameKind.ORGANISATION and bool(
        head and head.definite and found.head == head.word and found.name
    )


def _better(earlier: str | None, later: str) -> str:
    """The role that says more: الوزير and نظيره الأميركي do not replace وزير الخارجية الروسي."""
    if earlier and (" " not in later or fold(later).startswith(tuple(sort("peer")))):
        return earlier
    return later
