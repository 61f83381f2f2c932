from collections import Counter

import click

from riwaya.cli import options
from riwaya.cli.output import Sheet, Tone, json_line, sheet
from riwaya.cli.words import day, joined, label
from riwaya.records import Change, Copy, Edit, Meaning, Passage, Reading, Span
from riwaya.run import pipeline
from riwaya.run.guard import attempt
from riwaya.serve.arabic import digits, percent
from riwaya.serve.direction import confidence, reasons

_LONGEST = 160  # letters of a passage shown
_EDITS = {
    Edit.VERBATIM: ("=", "كما هو", Tone.FAINT),
    Edit.REWORDED: ("~", "أعيدت صياغته", Tone.BLUE),
    Edit.CUT: ("-", "حُذف", Tone.RED),
    Edit.ADDED: ("+", "أضيف", Tone.GREEN),
    Edit.CORRUPTED: ("!", "تحرّف", Tone.VIOLET),
}
_MEANINGS = {
    Meaning.NEGATION: "النفي",
    Meaning.NUMBER: "رقم",
    Meaning.NAME: "اسم",
    Meaning.ATTRIBUTION: "نسبة القول",
}


@click.command("copies")
@options.paths
@options.as_json
def command(*, paths: tuple[str, ...], as_json: bool) -> None:
    """Find who copied whom among all articles given: share, direction, changes of meaning, each sentence's fate."""
    refused = options.Refused()
    readings: dict[str, Reading] = {}
    for path in paths:
        for reading in refused.sift(pipeline.readings(path, pipeline.ARTICLE_STEPS, attempt)):
            readings.setdefault(reading.article.id, reading)
    page = sheet()
    for copy in pipeline.copies_of([reading.article for reading in readings.values()]):
        if as_json:
            json_line(copy)
        else:
            _show(copy, readings[copy.original], readings[copy.derived], page)
    refused.end()


def _show(copy: Copy, original: Reading, derived: Reading, page: Sheet) -> None:
    known = copy.direction.confidence > 0
    ends = [page.tone(label(r.article, r.source, page), Tone.STRONG) for r in (derived, original)]
    page.line(f"{ends[0]} {'نقل عن' if known else 'يشارك'} {ends[1]}")
    counted = Counter(passage.edit for passage in copy.passages)
    about = joined(
        f"{percent(copy.share)} من نصه منقول",
        f"بقي {percent(copy.coverage)} من الأصل",
        copy.agency and f"عن {copy.agency}",
        f"الاتجاه {confidence(copy.direction)}: {reasons(copy.direction)}",
        *(f"{_EDITS[edit][1]} {digits(counted[edit])}" for edit in Edit if counted[edit]),
    )
    page.line(about, 2)
    for reading in (derived, original):
        where = joined(reading.article.headline, day(reading.article.published_at), page.apart(reading.source))
        page.line(page.tone(where, Tone.FAINT), 2)
    told = [
        (kind, change, p) for kind in _MEANINGS for p in copy.passages for change in p.changes if change.kind is kind
    ]
    for _, change, passage in told:
        _meaning(change, passage, original, derived, page)
    for passage in copy.passages:
        if passage.edit is not Edit.VERBATIM:
            _passage(passage, original, derived, page)
    page.line()


def _passage(passage: Passage, original: Reading, derived: Reading, page: Sheet) -> None:
    mark, word, tone = _EDITS[passage.edit]
    old, new = _words(original, passage.original), _words(derived, passage.derived)
    page.line(f"{page.tone(f'{mark} {word}:', tone)} {' ← '.join(text for text in (old, new) if text)}", 4)


def _meaning(change: Change, passage: Passage, original: Reading, derived: Reading, page: Sheet) -> None:
    """What an editor looks for first: the words that say something else, then the sentence they stand in."""
    old, new = _words(original, change.original), _words(derived, change.derived)
    said = f"«{old}» صار «{new}»" if old and new else f"سقط «{old}»" if old else f"زيد «{new}»"
    page.line(page.tone(f"≠ تغيّر المعنى، {_MEANINGS[change.kind]}: {said}", Tone.RED), 4)
    page.line(page.tone(_words(derived, passage.derived), Tone.FAINT), 6)


def _words(reading: Reading, span: Span | None) -> str:
    text = " ".join(reading.article.text[slice(*span)].split()) if span else ""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
