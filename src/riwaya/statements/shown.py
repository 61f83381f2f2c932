"""Words as they are shown: quotation marks that have no mate are left out, and a pair round all of it too."""

from collections.abc import Iterator

from riwaya.statements.view import MARKS

_EDGES = " \t\n\u00a0"
_BEFORE = frozenset(" \t\n\u00a0([{-–—:،؛/")
_AFTER = frozenset(" \t\n\u00a0.,،؛:؟!…)]}-–—/")
_PROCLITICS = "وفبلك"


def balanced(text: str) -> str:
    """`كلام "لا أساس له` loses its lone mark, `ألا يوقع "اتفاقا"` keeps both, `"نص"` loses its pair."""
    words = text.strip(_EDGES)
    mates = dict(_mates(words))
    if mates.get(0) == len(words) - 1:
        return balanced(words[1:-1])
    kept = {*mates, *mates.values()}
    left = [i for i, letter in enumerate(words) if letter in MARKS and i not in kept]
    if not left:
        return words
    return balanced(_without(words, left))


def _without(words: str, lone: list[int]) -> str:
    parts = [words[a + 1 : b] for a, b in zip([-1, *lone], [*lone, len(words)], strict=True)]
    return "".join(parts)


def _mates(words: str) -> Iterator[tuple[int, int]]:
    """Where each closed mark opens and closes; guillemets close guillemets, all other marks close one another."""
    waiting: dict[bool, list[int]] = {True: [], False: []}
    for i, letter in enumerate(words):
        if letter not in MARKS:
            continue
        opened = waiting[letter in "«»"]
        if _opens(words, i, opened=bool(opened)):
            opened.append(i)
        elif opened:
            yield opened.pop(), i


def _opens(words: str, i: int, *, opened: bool) -> bool:
    if words[i] in "«»":
        return words[i] == "«"
    free_left = i == 0 or words[i - 1] in _BEFORE or (words[i - 1] in _PROCLITICS and (i == 1 or words[i - 2] == " "))
    free_right = i == len(words) - 1 or words[i + 1] in _AFTER
    return not opened if free_left == free_right else free_left
