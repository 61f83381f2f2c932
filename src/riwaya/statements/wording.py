"""How the words of a phrase are written as a name, a role or a title: without what is written on to them."""

from riwaya.language.clitics import joined
from riwaya.language.letters import fold
from riwaya.records import Span
from riwaya.statements.closed import closed
from riwaya.statements.memory import Memory
from riwaya.statements.nouns import HeadKind, head
from riwaya.statements.phrase import Phrase
from riwaya.statements.view import MARKS, View

_TITLED = 3  # words of صحيفة الرياض السعودية
_AGENCIES = closed("speaker agencies")
_HONORIFICS = closed("wording honorifics")


def written(memory: Memory, span: Span, *, skip: int = 0) -> str:
    return memory.text[slice(*span)].strip()[skip:].strip(" .,،؛:")


def surface_of(memory: Memory, view: View, phrase: Phrase) -> str:
    """The words of a phrase without the و or ل written on to them; للوكالة gives back its article."""
    span = view.span(phrase.first, phrase.end)
    if phrase.preposition:
        text = written(memory, span, skip=1)
        return "ا" + text if view.word(phrase.first).startswith("لل") else text
    text = written(memory, span, skip=int(led_by_and(view, phrase)))
    inside = text.strip(' "«»“”')
    return inside if not any(mark in inside for mark in MARKS) else text


def led_by_and(view: View, phrase: Phrase) -> bool:
    """والوزير: the و joins the clause and is no part of the name."""
    joiner, rest = joined(view.word(phrase.first))
    if not joiner or not (phrase.known or rest.startswith("ال")):
        return False
    return head(view.word(phrase.first)) is None and (
        head(rest) is not None or rest.startswith("ال") or phrase.head is not None
    )


def bare(memory: Memory, view: View, name: tuple[int, int]) -> str:
    first, end = name
    while first < end and view.word(first)[0] in MARKS:
        first += 1
    while end > first and view.word(end - 1)[0] in MARKS:
        end -= 1
    text = written(memory, view.span(first, end)) if first < end else ""
    return text.strip(' "«»“”')


def title(memory: Memory, view: View, phrase: Phrase) -> str | None:
    """صحيفة "نيويورك تايمز" الأميركية → نيويورك تايمز; وكالة الأنباء السعودية keeps its head."""
    quoted = next((view.quotations[view.quote[i]] for i in range(phrase.first, phrase.end) if view.quote[i] >= 0), None)
    if quoted is not None and phrase.first <= quoted.first and quoted.last < phrase.end:
        return bare(memory, view, quoted.inner)
    if phrase.head is None:
        return bare(memory, view, phrase.name) if phrase.name else None
    rest = view.word(phrase.first + 1)
    if phrase.head.lemma == "وكاله" and rest not in _AGENCIES:
        return None
    if phrase.name is not None and phrase.name[0] > phrase.first:
        first, end = phrase.name
        while end - first > 1 and view.word(end - 1).startswith("ال") and view.word(end - 1).endswith(("ي", "يه")):
            end -= 1
        return bare(memory, view, (first, end))
    if not phrase.head.definite and rest.startswith("ال") and phrase.end - phrase.first <= _TITLED:
        end = phrase.end
        if end - phrase.first == _TITLED and view.word(end - 1).endswith(("ي", "يه")):
            end -= 1
        return bare(memory, view, (phrase.first + 1, end))
    return None


def whole_name(memory: Memory, view: View, phrase: Phrase, name: str) -> str:
    """A given name that a mention knows, with the surname that follows it here and that no mention knows."""
    given = fold(name).split()
    if phrase.name is None or len(given) - (given[0] == "عبد") > 1:
        return name
    first, end = phrase.name[0], phrase.name[0] + len(given)
    if view.words[first:end] != given or end >= phrase.name[1] or not view.word(end)[0].isalnum():
        return name
    return bare(memory, view, (first, end + 1))


def fuller_role(memory: Memory, entity: str, role: str | None) -> str | None:
    """The role first given, with the words that this phrase adds to it: وزير الطاقة → وزير الطاقة النوراسي."""
    known = memory.roles.get(entity)
    if role is not None and role.startswith("نظير"):
        return known  # his counterpart: no office
    while role is not None and fold(role.rpartition(" ")[2]) in _HONORIFICS:
        role = role.rpartition(" ")[0] or None
    if known is None or (role is not None and role.startswith(f"{known} ")):
        if role is not None:
            memory.roles[entity] = role
        return role
    return known


def role_of(memory: Memory, view: View, phrase: Phrase) -> str | None:
    if phrase.name is None or phrase.name[0] <= phrase.first or phrase.kind is not HeadKind.ROLE:
        return None
    return written(
        memory, view.span(phrase.first, phrase.name[0]), skip=int(phrase.preposition or led_by_and(view, phrase))
    )
