"""A question widened by what the user decided: a name that was merged with another asks for both."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from riwaya.names import same
from riwaya.names.spellings import parts
from riwaya.records import NameDecision
from riwaya.store import Field, Group, Query, Term, parse

_NAMING = ("speaker",)  # fields whose value is a person's name


def widened(query: Query, decided: Sequence[NameDecision]) -> Query:
    """The question with "ONE" OR "OTHER" for a name merged, typed in any of its spellings."""
    for decision in decided:
        if decision.together:
            for name, other in ((decision.one, decision.other), (decision.other, decision.one)):
                query = replace(
                    query,
                    words=tuple(_words(query.words, name, other)),
                    fields=tuple(_fields(query.fields, name, other)),
                )
    return query


def _words(groups: Sequence[Group], name: str, other: str) -> Iterator[Group]:
    size = len(parts(name))
    place = 0
    while place < len(groups):
        run = next((groups[place : place + n] for n in (size, 1) if _spells(groups[place : place + n], name)), None)
        if run is None:
            yield groups[place]
            place += 1
            continue
        own = tuple(term for term in run[0].any_of) if len(run) == 1 else _phrase(_typed(run))
        yield replace(run[0], any_of=tuple(dict.fromkeys((*own, *_phrase(other)))))  # type: ignore[arg-type]
        place += len(run)


def _spells(run: Sequence[Group], name: str) -> bool:
    """Whether a run of words, or one phrase, is the name."""
    return bool(run) and all(group.wanted for group in run) and same(_typed(run), name)


def _typed(run: Sequence[Group]) -> str:
    terms = (group.any_of[0] for group in run)
    return " ".join(part for term in terms if isinstance(term, Term) for part in term.parts)


def _phrase(name: str) -> tuple[Term, ...]:
    read = parse(f'"{name}"').words
    return tuple(term for group in read for term in group.any_of if isinstance(term, Term))


def _fields(groups: Sequence[Group], name: str, other: str) -> Iterator[Group]:
    for group in groups:
        listed = tuple(field for field in group.any_of if isinstance(field, Field))
        more = [replace(field, value=other) for field in listed if field.kind in _NAMING and same(field.value, name)]
        yield replace(group, any_of=tuple(dict.fromkeys((*listed, *more))))
