"""A question as it is typed, read: words, phrases, fields, what must be absent, what may stand for another.

    رئيس "مجلس الأمن" speaker:غوتيريش -outlet:«الحرة» on:2023-09..2023-10 موسكو OR كييف

Every string is a question: what cannot be read as an operator is a word, what is too much is left out, and `notes` says
so. Reading is one pass without backtracking.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.records import Act
from riwaya.store.search.keys import keys, particles, parts

LETTERS = 1_000  # of a question; more are left out
ITEMS = 24
PHRASE = 12  # words of a phrase

_MARKS = {'"': '"', "«": "»", "“": "”"}
_WORD = re.compile(r"[^\s\"«“]+")
_FIELD = re.compile(r"(-?)(\w{1,12}):(?=\S)")
_OR = {"OR", "|"}
_NOT = "NOT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Folded words side by side: one word, several parts of one (جونغ-أون), or a phrase."""

    parts: tuple[str, ...]
    keys: tuple[str, ...]
    phrase: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """`first` and `last` are the days of `on:`, as ISO text; `value` what was asked of any other field."""

    kind: str
    value: str
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Any of these: all terms, or all fields of one kind. `wanted` is False where none of them may be there."""

    any_of: tuple[Term, ...] | tuple[Field, ...]
    wanted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """All `words` and all `fields` hold together. `notes` name what was not taken as it was typed."""

    asked: str
    words: tuple[Group, ...] = ()
    fields: tuple[Group, ...] = ()
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.fields)


def parse(asked: str) -> Query:
    notes = []
    if len(asked) > LETTERS:
        notes.append("long")
    groups: list[Group] = []
    joining = refused = False
    for typed in _typed(asked[:LETTERS]):
        if typed in _OR:
            joining = bool(groups)
        elif typed == _NOT:
            refused = True
        else:
            read = _read(typed, notes)
            if read is not None:
                read = replace(read, wanted=read.wanted and not refused)
                _add(groups, read, joining=joining, notes=notes)
            joining = refused = False
        if len(groups) >= ITEMS:
            notes.append("many")
            break
    words = _plain(tuple(group for group in groups if isinstance(group.any_of[0], Term)))
    fields = tuple(group for group in groups if isinstance(group.any_of[0], Field))
    return Query(asked=asked[:LETTERS], words=words, fields=fields, notes=tuple(dict.fromkeys(notes)))


def _typed(asked: str) -> list[str]:
    """The question cut at blanks outside quotation marks; a field or a minus stays with the quotation after it."""
    found: list[str] = []
    place, glued = 0, ""
    while place < len(asked) and len(found) <= ITEMS * 2:
        letter = asked[place]
        if letter in _MARKS:
            end = asked.find(_MARKS[letter], place + 1)
            end = len(asked) if end < 0 else end
            found.append(f'{glued}"{asked[place + 1 : end]}')
            place, glued = end + 1, ""
            continue
        match = _WORD.match(asked, place)
        if match is None:
            place += 1
            continue
        place = match.end()
        opens = asked[place : place + 1] in _MARKS and (match[0].endswith(":") or match[0] == "-")
        glued = match[0] if opens else ""
        if not opens:
            found.append(match[0])
    return found


def _read(typed: str, notes: list[str]) -> Group | None:
    match = _FIELD.match(typed)
    kind = _operators("field").get(fold(match[2])) if match else None
    if match and kind:
        field = _field(kind, typed[match.end() :].removeprefix('"'), notes)
        return None if field is None else Group(any_of=(field,), wanted=not match[1])
    minus = typed.startswith("-") and len(typed) > 1
    rest = typed.removeprefix("-") if minus else typed
    words = tuple(parts(rest))[:PHRASE]
    if not words:
        return None
    term = Term(parts=words, keys=tuple(keys(" ".join(words))), phrase=rest.startswith('"') and len(words) > 1)
    return Group(any_of=(term,), wanted=not minus)


def _field(kind: str, value: str, notes: list[str]) -> Field | None:
    if kind == "act":
        act = _act(value)
        if act is None:
            notes.append(f"act:{value}")
        return None if act is None else Field(kind=kind, value=act)
    if kind == "on":
        days = span(value)
        if days is None:
            notes.append(f"on:{value}")
        return None if days is None else Field(kind=kind, value=value, first=days[0], last=days[1])
    return Field(kind=kind, value=value) if parts(value) else None


def _act(value: str) -> str | None:
    named = " ".join(parts(value))
    return named if named in set(Act) else _operators("act").get(named)


@cache
def _operators(kind: str) -> dict[str, str]:
    listed = lexicon.rows("riwaya.store.search", "operators.tsv")
    return {fold(word): meaning for word, sort, meaning in listed if sort == kind}


def _add(groups: list[Group], read: Group, *, joining: bool, notes: list[str]) -> None:
    last = groups[-1] if groups else None
    if joining and last is not None:
        if _kind(last) == _kind(read) and last.wanted and read.wanted:
            groups[-1] = replace(last, any_of=(*last.any_of, *read.any_of))
            return
        notes.append("or")
    groups.append(read)


def _kind(group: Group) -> str:
    one = group.any_of[0]
    return one.kind if isinstance(one, Field) else "word"


def _plain(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Without في, من, على, where anything else is asked: nearly every article has them."""
    telling = tuple(group for group in groups if not _empty(group))
    return telling if any(group.wanted for group in telling) else groups


def _empty(group: Group) -> bool:
    return all(
        isinstance(term, Term) and not term.phrase and particles().issuperset(term.keys) for term in group.any_of
    )


# --- days ---------------------------------------------------------------------------------------------------------

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_TURNED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")  # 5/9/2023, as Arab papers write it


def span(value: str) -> tuple[str, str] | None:
    """First and last day, both included: 2023, 2023-09, 5/9/2023, 2023-09..2023-10, ..2023-09-05."""
    given = fold(value).strip().replace("...", "..")
    first, dots, last = given.partition("..")
    if not dots:
        return _days(given)
    begin = _days(first) if first else ("0001-01-01", "")
    end = _days(last) if last else ("", "9999-12-31")
    return (begin[0], end[1]) if begin and end and (first or last) and begin[0] <= end[1] else None


def _days(text: str) -> tuple[str, str] | None:
    turned = _TURNED.fullmatch(text)
    text = f"{turned[3]}-{turned[2]}-{turned[1]}" if turned else text
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        last = first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    except ValueError:  # the 31st of February; there is none
        return None
    return first.isoformat(), last.isoformat()
