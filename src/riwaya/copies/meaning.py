"""What a reworded passage says otherwise than its original: another number or name, a negation or a source lost.

Only words that a change took, put in or replaced are looked at, stretch by stretch between words that both texts have;
and only what the other side does not say elsewhere in the passage counts, for words are often moved.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from riwaya.copies.signs import Sign, numbers
from riwaya.copies.texts import Text
from riwaya.language.letters import fold
from riwaya.names.lexica import bare, name_words, nisbas, titles
from riwaya.names.likeness import likeness
from riwaya.records import Change, Meaning, Span

Op = tuple[str, int, int, int, int]

_FIGURE = re.compile(r"\d+(?:[.,٫٬]\d+)*")
_INSIDE = re.compile(r"[.,٫٬]")  # between two groups of digits of one number
_NUMBERS = bytes((Sign.DIGITS, Sign.NUMBER))
_PROCLITICS = "وفبلك"
_SERVANT = re.compile(r"^[وفبل]?عبد(?=ال)")
_GIVEN = 3.0  # log likelihood from which two listed names are spellings of one: عبدالرحمن, عبدالرحمان
_SAID = bytes((Sign.SAYS,))
_STANCES = {Sign.DOUBT, Sign.CONFESS, Sign.HEDGE}
# لا يزال and لا سيما deny nothing, غير أن is a "but".
_IDLE = re.compile(r"(?:لا (?:يزال|تزال|زال|زالت|يزالون|سيما|بد|شك)|غير (?:ان|انه|انها|انهم)|لم (?:يزل|تزل))\b")
_EXCEPT = re.compile(r"\b(?:الا|سوي)\b")  # «لم يحضر إلا ثلاثة» denies nothing that «حضر ثلاثة فقط» says


@dataclass(frozen=True, slots=True)
class _Side:
    """Words `first`..`end` of a text."""

    text: Text
    first: int
    end: int

    @property
    def signs(self) -> bytes:
        return self.text.signs[self.first : self.end]

    def places(self, wanted: bytes) -> list[int]:
        """The words of these signs."""
        return [self.first + i for i, sign in enumerate(self.signs) if sign in wanted]

    def words(self) -> str:
        """Its words, folded, one blank between them."""
        return " ".join(self.text.word(place) for place in range(self.first, self.end))

    def widened(self, by: int) -> "_Side":
        return _Side(self.text, self.first, min(self.end + by, len(self.text.words)))

    def span(self, places: Sequence[int]) -> Span | None:
        return self.text.span(min(places), max(places) + 1) if places else None


Pair = tuple[_Side, _Side]


def changes(original: Text, derived: Text, ops: Sequence[Op]) -> tuple[Change, ...]:
    """The changes of meaning of one reworded passage, in the order of the derived text."""
    whole = _Side(original, ops[0][1], ops[-1][2]), _Side(derived, ops[0][3], ops[-1][4])
    found: list[Change] = []
    for stretch in _stretches(original, derived, ops):
        left, right = (frozenset(side.signs) for side in stretch)
        for wanted, both, rule in _RULES:
            if wanted & left and wanted & right if both else wanted & left or wanted & right:
                found.extend(rule(stretch, whole))
    return tuple(found)


def lost_source(original: Text, derived: Text, cut: Span, kept: Op) -> tuple[Change, ...]:
    """Whose words they were, where that clause was cut from before them: «وبحسب سكان الحي فإن …»."""
    clause = _Side(original, *cut)
    spoken = bytes((Sign.SAYS, Sign.DENY, *_STANCES))
    said = clause.places(spoken)
    if not said or _Side(derived, kept[3], kept[4]).places(spoken):
        return ()
    return (Change(kind=Meaning.ATTRIBUTION, original=clause.span(said), derived=None),)


def _stretches(original: Text, derived: Text, ops: Sequence[Op]) -> Iterator[Pair]:
    """The words between two runs of equal ones."""
    start: Op | None = None
    last: Op | None = None
    for op in [*ops, ("equal", 0, 0, 0, 0)]:
        if op[0] != "equal":
            start, last = start or op, op
        elif start and last:
            yield _Side(original, start[1], last[2]), _Side(derived, start[3], last[4])
            start = None


# --- numbers ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Number:
    value: float
    digits: str  # by which it is known in another notation: 13,845 and 13.845
    places: tuple[int, ...]


def _numbers(stretch: Pair, whole: Pair) -> Iterator[Change]:
    """Numbers that stand in each other's place and are not one number written or rounded otherwise."""
    left, right = (_read_numbers(_grown(side)) for side in stretch)
    elsewhere = [_read_numbers(side) for side in whole]
    only = [
        [one for one in mine if not any(_alike(one, other) for other in theirs)]
        for mine, theirs in ((left, elsewhere[1]), (right, elsewhere[0]))
    ]
    for one, other in zip(*only, strict=False):
        yield Change(
            kind=Meaning.NUMBER,
            original=stretch[0].text.span(one.places[0], one.places[-1] + 1),
            derived=stretch[1].text.span(other.places[0], other.places[-1] + 1),
        )


def _grown(side: _Side) -> _Side:
    """The side with the whole of a number of which it holds only a part: the 44 of 1574.44, the مليون of 40 مليون."""
    first, end = side.first, side.end
    while first > 0 and _bound(side.text, first - 1):
        first -= 1
    while end < len(side.text.words) and _bound(side.text, end - 1):
        end += 1
    return _Side(side.text, first, end)


def _bound(text: Text, place: int) -> bool:
    """Whether a word and the next one are parts of one number."""
    signs = text.signs[place : place + 2]
    if not all(sign in _NUMBERS for sign in signs):
        return False
    if signs == bytes((Sign.DIGITS, Sign.DIGITS)):
        between = text.source[int(text.ends[place]) : int(text.starts[place + 1])]
        return bool(_INSIDE.fullmatch(between))
    return True


def _read_numbers(side: _Side) -> list[_Number]:
    found: list[_Number] = []
    run: list[int] = []
    for place in side.places(_NUMBERS):
        if run and not (place == run[-1] + 1 and _bound(side.text, run[-1])):
            found.append(_number(side.text, run))
            run = []
        run.append(place)
    return [*found, _number(side.text, run)] if run else found


def _number(text: Text, run: list[int]) -> _Number:
    """خمسة وعشرين ألفا is 25000, 40 مليون is 40000000, 1574.44 is itself."""
    total = part = 0.0
    figures = fold(text.source[int(text.starts[run[0]]) : int(text.ends[run[-1]])])
    written = _FIGURE.match(figures)
    if written:
        part = _value(written[0])
    for place in run:
        value = numbers().get(text.word(place))
        if value is None:
            continue
        if value.startswith("x"):
            total, part = total + (part or 1.0) * float(value[1:]), 0.0
        else:
            part += float(value)
    digits = "".join(letter for letter in figures if letter.isdigit())
    return _Number(total + part, digits, tuple(run))


def _value(figures: str) -> float:
    """A comma or dot before three digits parts thousands where another does too; else it is the decimal one."""
    groups = re.split(r"[.,٫٬]", figures)
    if len(groups) > 2:  # noqa: PLR2004  1.574,44 or a date
        return float("".join(groups))
    return float(".".join(groups))


def _alike(one: _Number, other: _Number) -> bool:
    """One number in two notations, or one the other rounded."""
    if one.value == other.value or (one.digits and one.digits == other.digits):
        return True
    long, short = sorted((one.value, other.value), key=lambda value: -len(f"{value:g}"))
    decimals = len(f"{short:g}".partition(".")[2])
    return long != int(long) and round(long, decimals) == short


# --- negation and attribution -------------------------------------------------------------------------------------


def _negations(stretch: Pair, whole: Pair) -> Iterator[Change]:
    """A negation, or a denial, on one side alone."""
    counts = [_denied(side) for side in stretch]
    if bool(counts[0]) is bool(counts[1]) or len(_denied(whole[0])) == len(_denied(whole[1])):
        return
    yield Change(kind=Meaning.NEGATION, original=stretch[0].span(counts[0]), derived=stretch[1].span(counts[1]))


def _denied(side: _Side) -> list[int]:
    """The words of the side that deny."""
    found = side.places(bytes((Sign.DENY,)))
    for place in side.places(bytes((Sign.NEGATION,))):
        after = _Side(side.text, place, place + 1).widened(1).words()
        clause = _Side(side.text, place, place + 1).widened(4).words()
        if not _IDLE.match(re.sub(r"^[وف](?=لا |لم |غير )", "", after)) and not _EXCEPT.search(clause):
            found.append(place)
    return sorted(found)


def _attributions(stretch: Pair, whole: Pair) -> Iterator[Change]:
    """A doubt, an admission or a hedge on one side alone; or words that were somebody's and are nobody's now."""
    for sign in sorted(_STANCES):
        sides = [side.places(bytes((sign,))) for side in stretch]
        if bool(sides[0]) is not bool(sides[1]) and _count(whole[0], sign) != _count(whole[1], sign):
            other = [found or s.places(_SAID) for s, found in zip(stretch, sides, strict=True)]
            yield Change(
                kind=Meaning.ATTRIBUTION, original=stretch[0].span(other[0]), derived=stretch[1].span(other[1])
            )
            return
    said = stretch[0].places(_SAID)
    spoken = bytes((Sign.SAYS, Sign.DENY, *_STANCES))
    if said and not stretch[1].places(spoken) and len(whole[1].places(spoken)) < len(whole[0].places(spoken)):
        yield Change(kind=Meaning.ATTRIBUTION, original=stretch[0].span(said), derived=None)


def _count(side: _Side, sign: Sign) -> int:
    return side.signs.count(sign)


# --- names --------------------------------------------------------------------------------------------------------


def _names(stretch: Pair, whole: Pair) -> Iterator[Change]:
    """A name in another's place; two spellings of one are none."""
    named = bytes((Sign.NAME,))
    places = [side.places(named) for side in stretch]
    only = [
        [place for place in mine if not any(_one_name(_name(side.text, place), other) for other in theirs)]
        for side, mine, theirs in zip(stretch, places, (_named(whole[1]), _named(whole[0])), strict=True)
    ]
    if all(only):
        yield Change(kind=Meaning.NAME, original=stretch[0].span(only[0]), derived=stretch[1].span(only[1]))


def _named(side: _Side) -> list[str]:
    return [_name(side.text, place) for place in side.places(bytes((Sign.NAME,)))]


def _name(text: Text, place: int) -> str:
    """A word of a name, without the عبد written on to it: «عبد العزيز» and «عبدالعزيز» are one."""
    return _SERVANT.sub("", text.word(place))


def _one_name(one: str, other: str) -> bool:
    forms = [{word, bare(word)} | {bare(word[1:]) for _ in word[:1] if word[0] in _PROCLITICS} for word in (one, other)]
    if forms[0] & forms[1]:
        return True
    known = [{titles().get((form,)) or nisbas().get(form) for form in side} - {None} for side in forms]
    # حسن and حسين are each a name of their own, and alike all the same.
    given = all(side & name_words().given for side in forms)
    return bool(known[0] & known[1]) or likeness(bare(one), bare(other)).score > (_GIVEN if given else 0)


Rule = Callable[[Pair, Pair], Iterator[Change]]
_RULES: tuple[tuple[frozenset[int], bool, Rule], ...] = (  # signs that a rule is about, whether on both sides
    (frozenset((Sign.NEGATION, Sign.DENY)), False, _negations),
    (frozenset(_NUMBERS), True, _numbers),
    (frozenset((Sign.NAME,)), True, _names),
    (frozenset((Sign.SAYS, *_STANCES)), False, _attributions),
)
