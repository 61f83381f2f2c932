"""What a tagger says of an article, put on its sheet."""

from bisect import bisect_left
from itertools import pairwise

from riwaya.language.sentences import sentences
from riwaya.names.found import RULES, Run, Said, Sheet
from riwaya.names.lexica import name_words
from riwaya.names.look import Strength
from riwaya.names.taggers import Kind, Tagger
from riwaya.names.trimmed import trim
from riwaya.names.words import Word
from riwaya.records import NameKind

_LONGEST = 40  # letters of a word; longer ones are no name in any press
_HAMZA = ("أ", "إ", "آ")
_CLAUSE = frozenset(("ان", "بان", "لان"))
_KINDS = {Kind.PERS: NameKind.PERSON, Kind.LOC: NameKind.PLACE, Kind.ORG: NameKind.ORGANISATION}


def ask(sheet: Sheet, tagger: Tagger) -> None:
    """Note what `tagger` sees of people, organisations and places; nothing where it is the rules themselves."""
    if tagger.name == RULES:
        return
    runs = _sentences(sheet)
    texts = [[word.text for word in sheet.words[slice(*run)]] for run in runs]
    for (start, _), names in zip(runs, tagger.tag(texts), strict=True):
        for name in names:
            first = sheet.words[start + name.first]
            if name.kind in _KINDS and first.letters and len(first.folded) <= _LONGEST:
                run = start + name.first, _past_hyphens(sheet, start + name.end)
                run = _cut(sheet, run) if name.kind is Kind.ORG else run
                run = _with_given(sheet, run) if name.kind is Kind.PERS else run
                for part in _men(sheet, run) if name.kind is Kind.PERS else [run]:
                    sheet.said[part[0]] = Said(part, _KINDS[name.kind], tagger.name)
    trim(sheet)


def _cut(sheet: Sheet, run: Run) -> Run:
    """A body's name holds no clause; one read on to أن was read too far: قالت | الشركة | للصحيفة أن."""
    words = [word.folded for word in sheet.words[slice(*run)]]
    end = next((place for place, word in enumerate(words) if place and word in _CLAUSE), len(words))
    told = end < len(words) and words[0].startswith("ال") and words[1].startswith("لل")
    return run[0], run[0] + (1 if told else end)


def _with_given(sheet: Sheet, run: Run) -> Run:
    """A given name that the tagger saw apart from the family's, nothing between: باراك | ساندرسون."""
    given = sheet.said.get(run[0] - 1)
    alone = given is not None and given.kind is NameKind.PERSON and run[1] == run[0] + 1
    known = sheet.words[run[0] - 1].folded in name_words().given and not _joined(sheet.words[run[0]])
    return (run[0] - 1, run[1]) if alone and known else run


def _men(sheet: Sheet, run: Run) -> list[Run]:
    """Two people that و joins, where the tagger saw one: إدواردو | وألميدا."""
    inner = range(run[0] + 1, run[1])
    cuts = [run[0], *(place for place in inner if _joined(sheet.words[place])), run[1]]
    return list(pairwise(cuts))


def _joined(word: Word) -> bool:
    """و before a hamza, or before a name that the tables know without it."""
    look = word.look
    known = look.name is Strength.KNOWN and look.cut == 1
    return word.folded[:1] == "و" and (known or word.text[1:2] in _HAMZA)


def _past_hyphens(sheet: Sheet, end: int) -> int:
    """A hyphen inside a name is no end of it: كيم جونغ-أون."""
    while sheet.glued(end):
        end += 2
    return end


def _sentences(sheet: Sheet) -> list[Run]:
    """The sentences as runs of words; a line's end is in none."""
    starts = [start for start, _ in sheet.spans]
    ends = [bisect_left(starts, end) for _, end in sentences(sheet.text)]
    lines = [place for place, word in enumerate(sheet.words) if word.text == "\n"]
    cuts = {0, *ends, *lines, *(place + 1 for place in lines), len(starts)}
    return [run for run in pairwise(sorted(cuts)) if sheet.words[run[0]].text != "\n"]
