import csv
import io
from collections import Counter
from itertools import groupby

import click
import msgspec

from riwaya.cli import options
from riwaya.cli.output import Sheet, Tone, json_line, sheet
from riwaya.cli.quoting import show
from riwaya.cli.words import NO_DAY, joined, label
from riwaya.records import Stand, Turn
from riwaya.run import speaker
from riwaya.run.speaker import Heard, Turned

_STANDS = {
    Stand.ASSERTS: "أثبت",
    Stand.CONFIRMS: "أكد",
    Stand.DENIES: "نفى",
    Stand.DECLINES: "امتنع عن الجواب",
    Stand.EXPECTS: "توقع",
    Stand.VOICES: "علّق",
}
_COLUMNS = (
    "day", "story", "speaker", "role", "act", "certainty", "kind", "content", "quotes", "via", "addressee",
    "outlet", "headline", "source", "article", "statement", "turned",
)  # fmt: skip
_FORMULA = ("=", "+", "@", "\t", "\r")  # what a spreadsheet would run
_NAMED = 6


@click.command("who")
@click.argument("name", nargs=-1, required=True)
@options.store
@options.as_json
@click.option("--csv", "as_csv", is_flag=True, help="One row a statement, for a spreadsheet.")
def command(*, name: tuple[str, ...], store: str, as_json: bool, as_csv: bool) -> None:
    """Show everything that speakers of this NAME said, through every spelling of it, by story and day.

    Where a later day takes back an earlier's words, that stands first.
    """
    if as_json and as_csv:
        message = "--json or --csv, not both"
        raise click.UsageError(message)
    question = options.question(name)
    said = speaker.heard(question, store)
    turned = speaker.turned(said, store)
    if as_json:
        _json(said, turned)
    elif as_csv:
        _csv(said, turned)
    else:
        _text(said, turned, sheet())
    if not said:
        click.echo(f"riwaya: nobody called {question} says anything", err=True)


def _of(turned: tuple[Turned, ...]) -> dict[str, str]:
    """Statement to the claim on which its speaker changed sides."""
    return {turn.statement: one.claim.text for one in turned for turn in one.position.turns}


def _json(said: tuple[Heard, ...], turned: tuple[Turned, ...]) -> None:
    """A statement's own fields, with its day, story, outlet, page, and the claim on which it is a turn."""
    turns = _of(turned)
    for one in said:
        more = {
            "day": one.day,
            "story": one.story.id if one.story else None,
            "story_title": one.story.title if one.story else None,
            "outlet": one.article.outlet,
            "source": one.source,
            "turned": turns.get(one.statement.id),
        }
        json_line({**msgspec.to_builtins(one.statement), **more})


def _csv(said: tuple[Heard, ...], turned: tuple[Turned, ...]) -> None:
    turns = _of(turned)
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(_COLUMNS)
    for one in said:
        statement, article = one.statement, one.article
        row = (
            one.day or "", one.story.title if one.story else "", statement.speaker.name, statement.speaker.role or "",
            statement.act, statement.certainty, statement.kind, statement.content, " | ".join(statement.quotes),
            " < ".join(statement.via), statement.addressee or "", article.outlet or "", article.headline or "",
            one.source, article.id, statement.id, turns.get(statement.id, ""),
        )  # fmt: skip
        rows.writerow([_cell(str(cell)) for cell in row])
    click.echo(out.getvalue(), nl=False)


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _text(said: tuple[Heard, ...], turned: tuple[Turned, ...], page: Sheet) -> None:
    if said:
        page.line(page.tone(_summary(said), Tone.FAINT))
    for turn in turned:
        sides = " ثم ".join(f"{_STANDS[side.stand]} {_day(side, page)}" for side in turn.position.turns)
        page.line(page.tone(f"تغيّر موقف {turn.position.speaker.name}: {sides}", Tone.RED))
        page.line(f"{turn.claim.text} ({turn.story.title})", 2)
    for _, group in groupby(said, key=lambda one: one.story.id if one.story else None):
        held = list(group)
        page.line()
        page.line(page.tone(held[0].story.title if held[0].story else "خارج القصص", Tone.STRONG))
        for one, *others in speaker.once(held):
            show(one.statement, one.article, one.source, page)
            if others:
                outlets = Counter(label(other.article, other.source, page) for other in others)
                page.line(page.tone(f"وكذلك في: {_most(outlets)}", Tone.FAINT), 2)


def _day(turn: Turn, page: Sheet) -> str:
    return page.apart(turn.day) if turn.day else NO_DAY


def _summary(said: tuple[Heard, ...]) -> str:
    """Who carried the words, and through whom they came."""
    outlets = Counter(one.article.outlet for one in said if one.article.outlet)
    via = Counter(carrier for one in said for carrier in one.statement.via)
    return joined(
        f"الأقوال: {len(said)}",
        f"المصادر: {_most(outlets)}" if outlets else None,
        f"نقلا عن: {_most(via)}" if via else None,
    )


def _most(counted: Counter[str]) -> str:
    return "، ".join(f"{name} ({number})" for name, number in counted.most_common(_NAMED))
