from collections import Counter
from importlib import import_module

import click

from riwaya.cli import options
from riwaya.cli.output import Sheet, Tone, json_line, sheet
from riwaya.cli.words import day, joined, label
from riwaya.records import Change, Copy, Edit, Passage, Reading, Span
from riwaya.run import desk, pipeline
from riwaya.run.guard import attempt
from riwaya.serve.compare import GRAVEST, named
from riwaya.serve.direction import confidence, reasons
from riwaya.serve.tongue import arabic

_LONGEST = 160  # letters of a passage shown
_TONES = {
    Edit.VERBATIM: Tone.FAINT,
    Edit.REWORDED: Tone.BLUE,
    Edit.CUT: Tone.RED,
    Edit.ADDED: Tone.GREEN,
    Edit.CORRUPTED: Tone.VIOLET,
}


@click.command("copies")
@options.paths
@options.as_json
@click.option("--html", "as_html", is_flag=True, help="One self-contained page: the texts side by side.")
def command(*, paths: tuple[str, ...], as_json: bool, as_html: bool) -> None:
    """Find who copied whom among all articles given: share, direction, changes of meaning, each sentence's fate."""
    if as_json and as_html:
        message = "--json and --html are two forms of one answer: choose one"
        raise click.UsageError(message)
    refused = options.Refused()
    readings: dict[str, Reading] = {}
    for path in paths:
        for reading in refused.sift(pipeline.readings(path, pipeline.ARTICLE_STEPS, attempt)):
            readings.setdefault(reading.article.id, reading)
    found = pipeline.copies_of([reading.article for reading in readings.values()])
    if as_html:
        articles = {i: reading.article for i, reading in readings.items()}
        labels = desk.called(readings.values())
        click.echo(import_module("riwaya.serve.render").copies_html(found, articles, labels), nl=False)
        refused.end()
        return
    page = sheet()
    for copy in found:
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
        f"{arabic.percent(copy.share)} من نصه منقول",
        f"بقي {arabic.percent(copy.coverage)} من الأصل",
        copy.agency and f"عن {copy.agency}",
        f"الاتجاه {confidence(copy.direction)}: {reasons(copy.direction)}",
        *(f"{named(edit).word} {arabic.digits(counted[edit])}" for edit in Edit if counted[edit]),
    )
    page.line(about, 2)
    for reading in (derived, original):
        where = joined(reading.article.headline, day(reading.article.published_at), page.apart(reading.source))
        page.line(page.tone(where, Tone.FAINT), 2)
    told = [(change, p) for kind in GRAVEST for p in copy.passages for change in p.changes if change.kind is kind]
    for change, passage in told:
        _meaning(change, passage, original, derived, page)
    for passage in copy.passages:
        if passage.edit is not Edit.VERBATIM:
            _passage(passage, original, derived, page)
    page.line()


def _passage(passage: Passage, original: Reading, derived: Reading, page: Sheet) -> None:
    told = named(passage.edit)
    old, new = _words(original, passage.original), _words(derived, passage.derived)
    became = page.tone(f"{told.glyph} {told.word}:", _TONES[passage.edit])
    page.line(f"{became} {' ← '.join(text for text in (old, new) if text)}", 4)


def _meaning(change: Change, passage: Passage, original: Reading, derived: Reading, page: Sheet) -> None:
    """What an editor looks for first: the words that say something else, then the sentence they stand in."""
    old, new = _words(original, change.original), _words(derived, change.derived)
    said = f"«{old}» صار «{new}»" if old and new else f"سقط «{old}»" if old else f"زيد «{new}»"
    page.line(page.tone(f"≠ تغيّر المعنى، {named(change.kind).word}: {said}", Tone.RED), 4)
    page.line(page.tone(_words(derived, passage.derived), Tone.FAINT), 6)


def _words(reading: Reading, span: Span | None) -> str:
    text = " ".join(reading.article.text[slice(*span)].split()) if span else ""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
