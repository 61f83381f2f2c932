"""Which blocks of an HTML page are its article: the container whose text outweighs its links, what stands above it.

Built as Readability is (text density, paragraph length, links), on sums over the tree: a container is worth the good
text in it less the links in it: one too wide loses what furniture costs, one too narrow what it leaves out.
"""

import re
from dataclasses import dataclass, fields
from functools import cache

from riwaya.language import lexicon
from riwaya.language.letters import fold
from riwaya.page.marks import Holds, Mark
from riwaya.page.outline import Outline, Run
from riwaya.records import BlockKind

_PARAGRAPH = 40  # letters: shorter is a label, a date, a title
_TITLE = 10
_WHOLE = 500
_ENDS = re.compile(r"[.؟?!…:»”\"]$")
_VOID = {Mark.SOFT: 0.4, Mark.HARD: 0.6, Mark.SURE: 0.95}  # of the page's good text: then the mark is wrong
_FAVOUR = {Holds.NOTHING: 1.0, Holds.MAIN: 1.05, Holds.ARTICLE: 1.1, Holds.BODY: 1.25, Holds.STATED: 1.5}
_NARROWER = 0.8  # a child with this much of the container's worth is the container
_NARROWER_NAMED = 0.6
_COMPANION = 0.12
_CARD = 4  # blocks: section, title, words, date
_CROWDED = 0.3  # share of letters in links, in the small container of a teaser card
_LIST = 0.5
_ABOVE = 16  # blocks between a headline and its article: date, byline, standfirst, picture
_TEXTS = frozenset({BlockKind.TEXT, BlockKind.QUOTE, BlockKind.BULLET})
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Sums:
    """By element: good text, letters, linked letters, number of blocks and of good ones; all with what stands below."""

    good: list[float]
    letters: list[float]
    linked: list[float]
    blocks: list[float]
    paragraphs: list[float]


def main(outline: Outline, headline: str = "", body: str = "") -> list[bool]:
    """For each run: is it of the article? `headline` and `body` are what markup states of them elsewhere."""
    runs = outline.runs
    if not runs:
        return []
    boiler = [_boilerplate(run.text) for run in runs]
    sums = _sums(outline, boiler)
    furniture = _furniture(outline, sums)
    anchors = [_anchor(outline, sums, run.element) for run in runs]
    cards = _cards(outline, sums, anchors)
    out = [furniture[run.element] or boiler[i] or cards[i] for i, run in enumerate(runs)]
    values = _values(outline, sums, anchors, out, body)
    chosen = _chosen(outline, sums, _raised(outline, values))
    inside = _below(outline, chosen)
    lists = _link_lists(outline, sums, chosen)
    kept = [inside[run.element] and not (out[i] or lists[run.element]) for i, run in enumerate(runs)]
    return _with_head(runs, kept, out, fold(headline))


def _raised(outline: Outline, own: list[float]) -> list[float]:
    """Sums of `own`, an element's worth each, with all that stands below it; parents come before their children."""
    total = own.copy()
    for i in range(len(total) - 1, 0, -1):
        total[outline.elements[i].parent] += total[i]
    return total


def _sums(outline: Outline, boiler: list[bool]) -> _Sums:
    size = len(outline.elements)
    found = _Sums(*([0.0] * size for _ in fields(_Sums)))
    for i, run in enumerate(outline.runs):
        if run.kind in _TEXTS and run.letters >= _PARAGRAPH and not boiler[i]:
            found.good[run.element] += run.letters - min(run.linked, run.letters)
            found.paragraphs[run.element] += 1
        found.letters[run.element] += run.letters
        found.linked[run.element] += min(run.linked, run.letters)
        found.blocks[run.element] += 1
    return _Sums(*(_raised(outline, getattr(found, each.name)) for each in fields(_Sums)))


def _furniture(outline: Outline, sums: _Sums) -> list[bool]:
    """By element: is it, or does it stand in, furniture? A mark on what holds most of the page's text is void."""
    found = [False] * len(outline.elements)
    for i, element in enumerate(outline.elements[1:], 1):
        marked = element.mark is not Mark.NONE and sums.good[i] <= _VOID[element.mark] * max(sums.good[0], 1)
        found[i] = marked or found[element.parent]
    return found


def _anchor(outline: Outline, sums: _Sums, element: int) -> int:
    """The nearest container of more than one block: the card of a teaser, the body of an article."""
    while sums.blocks[element] < 2 and outline.elements[element].parent >= 0:  # noqa: PLR2004  # more than one
        element = outline.elements[element].parent
    return element


def _cards(outline: Outline, sums: _Sums, anchors: list[int]) -> list[bool]:
    """By run: is it of a teaser's card, a small container whose title is a link and whose words come after it?"""
    linked: set[int] = set()  # anchors in which a link has stood
    found = []
    for run, anchor in zip(outline.runs, anchors, strict=True):
        small = sums.blocks[anchor] <= _CARD and sums.paragraphs[anchor] <= 1
        lesser = sums.good[anchor] < sums.good[0] / 2  # a page of one paragraph and one link is no card
        if run.kind is BlockKind.LINK:
            linked.add(anchor)
        crowded = anchor in linked or _crowding(sums, anchor) > _CROWDED
        found.append(small and lesser and crowded and run.kind is not BlockKind.HEADING)
    return found


def _crowding(sums: _Sums, anchor: int) -> float:
    return sums.linked[anchor] / max(sums.letters[anchor], 1)


def _values(outline: Outline, sums: _Sums, anchors: list[int], out: list[bool], body: str) -> list[float]:
    """Each element's own worth: its good text less its links."""
    own = [0.0] * len(outline.elements)
    stated = _squeezed(body)
    other = 0.1 if len(stated) > _WHOLE else 0.3  # of what the stated text does not hold; a short one is its beginning
    for i, run in enumerate(outline.runs):
        if out[i]:
            continue
        worth = _worth(run, _crowding(sums, anchors[i]))
        if len(stated) > 2 * _PARAGRAPH and run.letters >= _PARAGRAPH:
            worth = 2 * run.letters if _squeezed(run.text)[:_PARAGRAPH] in stated else min(worth, worth * other)
        own[run.element] += worth
    return own


def _worth(run: Run, crowding: float) -> float:
    if run.kind is BlockKind.LINK:
        return -min(15 + 0.3 * run.letters, 60)
    if run.kind not in _TEXTS:
        return 0.0
    ends = bool(_ENDS.search(run.text))
    if run.letters < _PARAGRAPH:
        return 5.0 if ends else -8.0
    plain = run.letters - min(run.linked, run.letters)
    return (plain + 20 * ends) * max(-0.3, 1 - 4 * max(0.0, crowding - 0.1))


def _squeezed(text: str) -> str:
    return "".join(_WORDS.findall(fold(text)))


def _chosen(outline: Outline, sums: _Sums, worth: list[float]) -> list[int]:
    """The article's container, narrowed as far as its worth stays, and its companions."""
    elements = outline.elements
    favoured = [worth[i] * _FAVOUR[element.holds] for i, element in enumerate(elements)]
    best = max(range(len(elements)), key=lambda i: (favoured[i], i))
    below: dict[int, list[int]] = {}
    for i, element in enumerate(elements[1:], 1):
        below.setdefault(element.parent, []).append(i)
    while elements[best].holds < Holds.STATED:
        next_best = max(below.get(best, ()), key=lambda i: worth[i], default=None)
        if next_best is None or worth[next_best] < _needed(outline, next_best) * worth[best]:
            break
        best = next_best
    return [best, *_companions(outline, sums, worth, best)]


def _needed(outline: Outline, child: int) -> float:
    return _NARROWER_NAMED if outline.elements[child].holds >= Holds.BODY else _NARROWER


def _companions(outline: Outline, sums: _Sums, worth: list[float], best: int) -> list[int]:
    """Elements of the same names elsewhere: the second half of a body cut by an advertisement, a second article.

    A card of the same names has one paragraph at most.
    """
    names = outline.elements[best].names
    return [
        i
        for i, element in enumerate(outline.elements)
        if i != best
        and element.names == names
        and worth[i] > _COMPANION * worth[best] > 0
        and sums.paragraphs[i] > 1
        and " " in names.strip()
    ]


def _below(outline: Outline, chosen: list[int]) -> list[bool]:
    found = [False] * len(outline.elements)
    for i, element in enumerate(outline.elements):
        found[i] = i in chosen or (element.parent >= 0 and found[element.parent])
    return found


def _link_lists(outline: Outline, sums: _Sums, chosen: list[int]) -> list[bool]:
    """By element: does it stand in a list of links to other articles, its label and its end with it?"""
    found = [False] * len(outline.elements)
    for i, element in enumerate(outline.elements[1:], 1):
        crowded = sums.blocks[i] > 1 and sums.good[i] == 0 and _crowding(sums, i) > _LIST
        found[i] = i not in chosen and (crowded or found[element.parent])
    return found


def _with_head(runs: tuple[Run, ...], kept: list[bool], out: list[bool], headline: str) -> list[bool]:
    """Add the headline above the article's first block and what stands between them."""
    first = next((i for i, keep in enumerate(kept) if keep and runs[i].kind in _TEXTS), None)
    if first is None:
        return kept
    top = _headline(runs, out, first, headline)
    if top is None:
        return kept
    for i in range(top + 1, first):
        if first - top <= _ABOVE and not out[i] and runs[i].kind is not BlockKind.LINK:
            kept[i] = True
    kept[top] = True
    return kept


def _headline(runs: tuple[Run, ...], out: list[bool], first: int, headline: str) -> int | None:
    """The last run above `first` that is the stated headline, else a heading of level 1, else none.

    A hidden repeat of the headline beside the text is passed over; a heading that stands in the page's header is not.
    """
    above = [i for i in range(first, -1, -1) if not out[i] or runs[i].level]
    stated = [i for i in above if headline and runs[i].letters > _TITLE and _alike(runs[i].text, headline)]
    best = next((i for i in stated if runs[i].level), next(iter(stated), None))
    return best if best is not None else next((i for i in above if runs[i].level == 1), None)


def _alike(text: str, headline: str) -> bool:
    mine = _squeezed(text)
    stated = _squeezed(headline)
    return bool(mine) and (mine == stated or (len(mine) > 0.6 * len(stated) and (mine in stated or stated in mine)))


def _boilerplate(text: str) -> bool:
    """A site's words about itself: rights, comments' rules, newsletters."""
    if len(text) > 900:  # noqa: PLR2004  # a comment policy is no longer
        return False
    folded = fold(text)
    strong, weak = _phrases()
    return bool(strong.search(folded)) or len(set(weak.findall(folded))) > 1


@cache
def _phrases() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = lexicon.rows("riwaya.page", "boilerplate.tsv")
    strong, weak = (
        "|".join(re.escape(fold(phrase)) for phrase, kind in rows if kind == wanted) for wanted in ("strong", "weak")
    )
    return re.compile(rf"(?<!\w)(?:{strong})(?!\w)"), re.compile(rf"(?<!\w)(?:{weak})(?!\w)")
