"""Where words put in between a verb and its content end."""

from dataclasses import dataclass, field

from riwaya.language.clitics import joined
from riwaya.statements import frames
from riwaya.statements.closed import closed
from riwaya.statements.draft import Adjunct
from riwaya.statements.nouns import Class, classes, is_masdar
from riwaya.statements.phrase import Phrase
from riwaya.statements.verbs import Verb
from riwaya.statements.view import COMMAS, DASHES, View

_PREPOSITIONS = closed("region prepositions")
_ROOM = 4  # tokens of an adjunct before an object that no mark parts from it
_OWNED = ("ها", "هم", "ه")
_POSSESSED = 2  # tokens of في تقريرها
_CLAUSE = 14  # tokens looked over for the verb's other preposition


@dataclass(slots=True)
class Region:
    """`at` is where the reading stopped: at the content, or at what it could not place."""

    view: View
    first: int
    limit: int
    verb: Verb | None = None
    weak: bool = False
    at: int = -1
    subject: Phrase | None = None
    object: Phrase | None = None  # the one urged, told or accused, right after the subject
    apposed: list[Phrase] = field(default_factory=list)
    adjuncts: list[Adjunct] = field(default_factory=list)
    new_part: bool = False  # a comma or dash has just been passed


def part_end(region: Region, end: int) -> int:
    """Where the adjunct at hand ends, from token `end` on: at a mark, or where the content begins."""
    view = region.view
    while end < region.limit:
        word = view.word(end)
        if word in COMMAS or word in DASHES or Class.THAT in classes(word):
            break
        if region.weak and region.verb and (_begins(region.verb, view, end) or _own_goods(region, end)):
            break
        end += 1
    return min(end, region.limit)


def _own_goods(region: Region, i: int) -> bool:
    """خلال المؤتمر الذي عقد بجدة احترامه للفريق; في بيان لها اليوم السبت التصريحات: the object ends the adjunct."""
    view, verb = region.view, region.verb
    if verb is None or "object" not in verb.frames or region.subject is None:
        return False
    if _after_definite(view, region.at, i):
        return True
    if i - region.at < _ROOM:
        return False
    if verb.any_goods and view.word(i).startswith("ال") and any(i == end for _, end in view.dates.values()):
        return True
    before = view.word(i - 1)
    led = before in _PREPOSITIONS or classes(before) & {Class.ADJUNCT, Class.OCCASION} or is_masdar(before)
    return (
        not led and view.tokens[i].text.endswith(("ه", "ها")) and is_masdar(view.word(i)) and before[:2] in ("ال", "با")
    )


def _after_definite(view: View, first: int, i: int) -> bool:
    """في تقريرها عن الطقس استمرار: a bare verbal noun is no genitive of a noun that is definite already."""
    before, word = view.word(i - 1), view.word(i)
    if i - first < _POSSESSED or word.startswith("ال") or not is_masdar(word) or joined(word)[0]:
        return False
    owned = before.endswith(_OWNED) and view.word(first) == "في" and i - first == _POSSESSED
    return owned or (before.startswith("ال") and before not in _PREPOSITIONS)


def about(view: View, i: int) -> bool:
    """Whether a later عن in this clause begins the content."""
    clause = view.words[i : i + _CLAUSE]
    end = next((j for j, word in enumerate(clause) if word in COMMAS), len(clause))
    return "عن" in clause[:end]


def _begins(verb: Verb, view: View, i: int) -> bool:
    if "عن" in verb.frames and view.word(i).startswith("ب") and about(view, i):
        return False  # أعلنت في الاحتفال بالعيد عن كذا
    return frames.opens(verb, view, i) is not None or ("object" in verb.frames and view.word(i) == "ما")
