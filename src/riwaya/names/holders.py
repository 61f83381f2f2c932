"""Who held which office when: the states, blocs and bodies that news speaks of most, from `holders.tsv`.

    meant("وزير الخارجية السعودي", date(2016, 3, 1))     # the holding of عادل الجبير
    meant("الرئيس الروسي السابق", …)                      # None: not the one in office

A role is read only where every word of it is understood; where two held it that day, or the day is past what the table
knows, there is no answer: a wrong one is worse than none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.language.tokens import tokens
from riwaya.names import spellings
from riwaya.names.lexica import bare, nisbas, titles

KNOWN_UNTIL = date(2025, 12, 31)  # whoever holds an office without end was last known to on this day
_LONGEST = 12  # words of a role that is read


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """`until` is the day after which another held the office, or `KNOWN_UNTIL`; `body` is folded."""

    body: str
    office: str
    holder: str
    aliases: tuple[str, ...]
    since: date
    until: date

    def on(self, day: date) -> bool:
        return self.since <= day <= self.until


@cache
def holdings() -> tuple[Holding, ...]:
    return tuple(
        Holding(
            body=_body(tuple(token.folded for token in tokens(body))),
            office=fold(office),
            holder=holder,
            aliases=tuple(alias.strip() for alias in aliases.split(";") if alias.strip() != "-"),
            since=date.fromisoformat(since),
            until=KNOWN_UNTIL if until == "-" else date.fromisoformat(until),
        )
        for body, office, holder, aliases, since, until in lexicon.rows("riwaya.names", "holders.tsv")
    )


@cache
def people() -> dict[str, str]:
    """Every spelling of a holder's name to the name that the table gives first; a gazetteer for taggers."""
    return {spelling: one.holder for one in holdings() for spelling in (one.holder, *one.aliases)}


@cache
def whole_names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Of each holder's full name in each spelling the folded words after the first, by the first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for spelling in people():
        first, *rest = (token.folded for token in tokens(spelling))
        if rest:
            found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(listed, key=lambda rest: (-len(rest), rest))) for first, listed in found.items()}


@cache
def _by_key() -> dict[str, frozenset[str]]:
    """The spellings of holders that a spelling key is known for."""
    found: dict[str, set[str]] = {}
    for spelling in people():
        found.setdefault(spellings.key(spelling), set()).add(spelling)
    return {key: frozenset(names) for key, names in found.items()}


def holder_called(name: str) -> str | None:
    """The holder whose name this is, in a spelling that the table lists or one much like it; None where two are."""
    if name in people():
        return people()[name]
    listed = _by_key().get(spellings.key(name), frozenset())
    found = {people()[spelling] for spelling in listed if spellings.same(name, spelling)}
    return next(iter(found)) if len(found) == 1 else None


def meant(role: str, day: date) -> Holding | None:
    """Who held on that day the office that a role names; None where the role is not understood or several did."""
    named = office(role)
    found = [one for one in _of_office().get(named, ()) if one.on(day)] if named else []
    return found[0] if len(found) == 1 else None


@cache
def _of_office() -> dict[tuple[str, str], tuple[Holding, ...]]:
    found: dict[tuple[str, str], list[Holding]] = {}
    for one in holdings():
        found.setdefault((one.body, one.office), []).append(one)
    return {named: tuple(held) for named, held in found.items()}


def office(role: str) -> tuple[str, str] | None:
    """The body and the office that a role names: وزير الخارجية السعودي → (السعوديه, وزير خارجيه)."""
    words = tuple(token.folded for token in tokens(role[: _LONGEST * 20]))
    if not 0 < len(words) <= _LONGEST:
        return None
    whole = _WHOLE.get(words)
    return whole or next(_read(words), None)


def _read(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every way to split a role into an office of the table and a body that has it, the longest office first."""
    for end in range(len(words) - 1, 0, -1):
        named = _offices().get(tuple(map(bare, words[:end])))
        body = _of_body(words[end:]) if named else None
        if named and body and (body, named) in _of_office():
            yield body, named


def _of_body(words: tuple[str, ...]) -> str | None:
    """الروسي → روسيا; للأمم المتحدة → الأمم المتحدة; باسم الكرملين → الكرملين."""
    if words[0] in ("باسم", "في", "لدي") and len(words) > 1:
        words = words[1:]
    if words[0].startswith("لل") and len(words[0]) > len("لل"):
        words = ("ال" + words[0][2:], *words[1:])
    stem = bare(words[0])
    if stem in _KOREAN and len(words) > 1:
        return _KOREAN_BODIES.get(bare(words[1]).removesuffix("ه"))
    if stem == "اممي":
        return _body(("الامم", "المتحده"))
    country = nisbas().get(stem) if len(words) == 1 and words[0].startswith("ال") else None
    return fold(country) if country else _body(words)


def _body(words: tuple[str, ...]) -> str:
    return titles().get(words) or " ".join(words)


_KOREAN = frozenset(("كوري", "كوريه"))
_KOREAN_BODIES = {"شمالي": fold("كوريا الشمالية"), "جنوبي": fold("كوريا الجنوبية")}
# Names of an office whole, which no nationality follows.
_WHOLE = {
    tuple(fold(words).split()): (fold(body), fold(name))
    for words, body, name in (
        ("خادم الحرمين الشريفين", "السعودية", "ملك"),
        ("شيخ الأزهر", "الأزهر", "شيخ"),
    )
}


@cache
def _offices() -> dict[tuple[str, ...], str]:
    """The words of an office, without articles, in every form that news gives it, to the table's name for it."""
    forms = {tuple(one.office.split()): one.office for one in holdings()}
    for listed, office_name in lexicon.rows("riwaya.names", "offices.tsv"):
        for form in listed.split(";"):
            forms[tuple(fold(form).split())] = fold(office_name)
    return forms
