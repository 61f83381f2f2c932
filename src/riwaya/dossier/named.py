"""Whom a story names, and by which of their names alone: joined spellings, offices, first and last names."""

from collections import defaultdict

from riwaya.dossier.material import Desk
from riwaya.dossier.words import bag
from riwaya.language.letters import fold
from riwaya.names import links
from riwaya.records import NameKind

_FEW = 3  # letters of a name that can stand for its bearer


def joined_names(desk: Desk) -> dict[str, str]:
    """Entity to the one it stands for in this story: as the names room joins them, and a full name with more before it.

    المرجاني سالم الودعاني beside سالم الودعاني is his country, read as a first name.
    """
    mentions = [m for found in desk.mentions.values() for m in found]
    found = dict(links(list(desk.articles.values()), mentions, desk.decided))
    persons = {found.get(m.entity, m.entity) for m in mentions if m.kind is NameKind.PERSON}
    full = sorted((p for p in persons if " " in p), key=lambda p: (len(p), p))
    longer = {
        one: short for short in full for one in full if one.endswith(f" {short.partition(':')[2]}") and one != short
    }
    return {entity: longer.get(target, target) for entity, target in found.items()} | longer


def offices(desk: Desk, short: dict[str, str]) -> dict[str, str]:
    """Offices that one person alone is given in this story: الزعيم الكوري الشمالي → his entity."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for mention in (m for found in desk.mentions.values() for m in found):
        if mention.role_text and mention.kind is NameKind.PERSON and len(mention.role_text.split()) > 1:
            held[" ".join(fold(mention.role_text).split())].add(short.get(mention.entity, mention.entity))
    return {office: next(iter(entities)) for office, entities in held.items() if len(entities) == 1}


def single_names(desk: Desk, short: dict[str, str]) -> dict[str, str]:
    """First or last names that belong to one person alone in this story: كيم where his full name stands elsewhere."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for mention in (m for found in desk.mentions.values() for m in found if m.kind is NameKind.PERSON):
        parts = fold(mention.name).split()
        for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
            held[part].add(short.get(mention.entity, mention.entity))
    alone = {part: next(iter(entities)) for part, entities in held.items() if len(entities) == 1 and len(part) >= _FEW}
    return {part: entity for part, entity in alone.items() if bag(part)}  # علي is also the preposition على
