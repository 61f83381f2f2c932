import sys
from datetime import datetime

import click

from riwaya.cli import options
from riwaya.cli.output import Sheet, Tone, json_line, sheet
from riwaya.cli.words import joined
from riwaya.records import DateMention, When
from riwaya.run import pipeline
from riwaya.serve.tongue import arabic

_LENGTH, _HABIT = "مدة", "يتكرر"
_NO_DAY = {True: "لا يُعرف يومه بلا تاريخ للنص", False: "لا يوافق يوماً في التقويم"}


@click.command("dates")
@click.argument("text")
@click.option(
    "--on", "on", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help="The day it was written, YYYY-MM-DD."
)
@options.as_json
def command(*, text: str, on: datetime | None, as_json: bool) -> None:
    """Resolve the dates in TEXT ("-" reads it from standard input); without --on only those that stand alone."""
    words = sys.stdin.buffer.read().decode("utf-8", "replace") if text == "-" else text
    day = on.date() if on else None
    page = sheet()
    for mention in pipeline.dates(words, day):
        if as_json:
            json_line(mention)
            continue
        value = _told(mention, page) or _NO_DAY[day is None]
        page.line(f"{page.tone(mention.text, Tone.STRONG)} = {joined(value, page.tone(mention.rule, Tone.FAINT))}")


def _told(mention: DateMention, page: Sheet) -> str:
    """A day, a length of time or a habit; nothing where it is none of these."""
    if mention.length is not None:
        return joined(_LENGTH, page.apart(mention.length))
    if mention.recurrence is not None:
        return joined(_HABIT, page.apart(mention.recurrence))
    return _written(mention.value, page) if mention.value else ""


def _written(when: When, page: Sheet) -> str:
    """Its days in words, and as they stand in the record."""
    exact = when.value or (str(when.first) if when.first == when.last else f"{when.first}..{when.last}")
    return joined(arabic.when(when), page.apart(exact))
