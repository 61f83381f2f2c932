"""Names as each outlet spells them."""

import re

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.records import Name, NameKind, Spelling
from riwaya.serve.stances import Bench
from riwaya.serve.tongue import bare, isolated
from riwaya.serve.views import NameRow, Variant

_NAMES = 24
_ORDER = [NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION]  # who is spelt in many ways is mostly a person
_WORD = re.compile(r"[^\s\-‐–\u200c]+")


def names(bench: Bench) -> tuple[NameRow, ...]:
    """Names that houses spell differently: that is what the table is for."""
    held = [(name, variants(name)) for name in bench.dossier.names]
    ranked = sorted((one for one in held if len(one[1]) > 1), key=lambda o: (_ORDER.index(o[0].kind), -len(o[1])))
    return tuple(_row(bench, name, spelt) for name, spelt in ranked[:_NAMES])


def other_names(bench: Bench) -> tuple[str, ...]:
    """Those that all outlets spell alike."""
    alike = [name for name in bench.dossier.names if len(variants(name)) == 1]
    return tuple(name.canonical for name in sorted(alike, key=lambda name: _ORDER.index(name.kind))[:_NAMES])


def variants(name: Name) -> tuple[Spelling, ...]:
    """Its spellings, without short forms of them (بلاسكو) and descriptions that stand for it (الصحيفة الأميركية)."""
    words = {one.spelling: set(_WORD.findall(fold(one.spelling))) for one in name.spellings}
    kept = [one for one in name.spellings if not any(words[one.spelling] < other for other in words.values())]
    return tuple(one for one in kept if not _describes(one.spelling)) or tuple(kept[:1])


def _describes(spelling: str) -> bool:
    """الصحيفة, الوكالة الرسمية: a kind of house, and nothing but adjectives after it."""
    words = fold(spelling).split()
    kinds = lexicon.words("riwaya.serve", "houses.tsv")
    return bool(words) and words[0] in kinds and all(word.startswith("ال") for word in words)


def _row(bench: Bench, name: Name, spelt: tuple[Spelling, ...]) -> NameRow:
    return NameRow(
        canonical=name.canonical,
        kind=bench.tongue.say(f"kind.{name.kind}"),
        roles=bench.tongue.joined(_roles(name)[:2]),
        variants=tuple(
            Variant(
                spelling=spelling.spelling,
                outlets=bench.tongue.some(_writers(bench, spelling)),
                href=_first_place(bench, spelling.spelling, spelling.outlets),
            )
            for spelling in spelt
        ),
    )


def _roles(name: Name) -> list[str]:
    """Each office once, whether American is spelt أميركي or أمريكي."""
    found: dict[str, str] = {}
    for held in name.roles:
        found.setdefault(fold(held.role).replace("امريك", "اميرك"), held.role)
    return list(found.values())


def _writers(bench: Bench, spelling: Spelling) -> list[str]:
    """Who spells it so; a page without a name goes by its label."""
    if any(spelling.outlets):
        return [isolated(bench.tongue.agency(outlet) or outlet) for outlet in spelling.outlets if outlet]
    return list(
        dict.fromkeys(bench.labels[a] for a, held in bench.marks.articles.items() if spelling.spelling in held.text)
    )


def _first_place(bench: Bench, spelling: str, outlets: tuple[str, ...]) -> str:
    pattern = re.compile(rf"(?<!\w)[وفبلك]?{re.escape(spelling)}(?!\w)")
    for article, held in bench.marks.articles.items():
        if bare(bench.labels[article]) in outlets or not outlets:
            found = pattern.search(held.text)
            if found is not None:
                return bench.marks.href(article, (found.end() - len(spelling), found.end()))
    return ""
