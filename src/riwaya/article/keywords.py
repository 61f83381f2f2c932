"""Keywords: a line of them cut into phrases, also where the page lost the marks between them."""

import re
from functools import cache
from itertools import pairwise

from riwaya.article import credit_lines
from riwaya.article.phrases import sections
from riwaya.language.letters import fold, fold_mapped

_APART = re.compile(r"\s*(?:[،,;؛|•·\n\t]|\s[-–—/]\s|#)\s*|\s{2,}")
_WORD = re.compile(r"\S+")
_PERSIAN = str.maketrans({"ک": "ك", "ی": "ي", "ې": "ي", "ہ": "ه", "ھ": "ه"})
_LONGEST = 6  # words of one keyword
_MOST = 60
_ALONE = 1.6  # cost of a word that stands in no phrase of the text, against 1 for a phrase that does
_EDGE = " \"«»“”'.،:#_"


def cut(line: str, text: str) -> tuple[str, ...]:
    """The keywords of `line` of the article `text`, spelled as in the text where they stand there; no two alike."""
    marked = [part for part in _APART.split(line) if part.strip(_EDGE)]
    parts = marked if len(marked) > 1 else _cut_unmarked(_WORD.findall(line), fold(text))
    found: dict[str, str] = {}
    for part in parts:
        clean = _spelled(part.replace("_", " ").strip(_EDGE), text)
        if clean and (fold(clean) not in _menu() or _in_text(fold(clean), text)):
            found.setdefault(fold(clean), clean)
    return tuple(found.values())


def _spelled(keyword: str, text: str) -> str:
    """The keyword with Persian letters written in Arabic ones: as in the text, where it is there."""
    if not any(ord(letter) in _PERSIAN for letter in keyword):
        return keyword
    return _in_text(fold(keyword), text) or keyword.translate(_PERSIAN)


@cache
def _menu() -> frozenset[str]:
    """Sections that keyword lines repeat; a country is a keyword whether or not it is a section too."""
    return sections() - credit_lines.places()


@cache
def _bounded(folded: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(folded)}(?!\w)")


def _in_text(folded: str, text: str) -> str | None:
    mapped = fold_mapped(text)
    found = _bounded(folded).search(mapped.text)
    return text[slice(*mapped.span(*found.span()))].strip() if found else None


def _cut_unmarked(words: list[str], folded: str) -> list[str]:
    """Cut a run of words into the fewest phrases that stand in the text; words that do not stand alone.

    صيد البحر سالم الودعاني في فيلارا is three keywords because the text has these three and none longer.
    """
    words = words[:_MOST]
    keys = [fold(word).strip(_EDGE) for word in words]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        best.append(min(_steps(keys, end, best, folded)))
    cuts = [len(words)]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    cuts.reverse()
    return [" ".join(words[a:b]) for a, b in pairwise(cuts)]


def _steps(keys: list[str], end: int, best: list[tuple[float, int]], folded: str) -> list[tuple[float, int]]:
    """(cost, start) of each phrase that may end at `end`."""
    found = [(best[end - 1][0] + (1.0 if _stands(keys[end - 1], folded) else _ALONE), end - 1)]
    longer = (s for s in range(max(0, end - _LONGEST), end - 1) if _stands(" ".join(keys[s:end]), folded))
    found.extend((best[start][0] + 1.0, start) for start in longer)
    return found


def _stands(phrase: str, folded: str) -> bool:
    return phrase in folded and _bounded(phrase).search(folded) is not None
