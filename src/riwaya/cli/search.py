from collections.abc import Iterator

import click

from riwaya.cli import options
from riwaya.cli.output import Sheet, Tone, json_line, sheet
from riwaya.cli.words import day, joined
from riwaya.records import Span
from riwaya.run import desk
from riwaya.store import Found, Guess, Wish


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@options.store
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="How many at most.")
@options.as_json
def command(*, words: tuple[str, ...], store: str, limit: int, as_json: bool) -> None:
    """Find articles that hold all WORDS, in whatever form and spelling; «…» keeps words together.

    speaker: outlet: act: on: place: agency: narrow it; a minus before any of them, or a word, turns it round; OR.
    """
    page = sheet()
    question = options.question(words)
    results = desk.search(question, store, Wish(limit=limit))
    for found in results.found:
        json_line(found) if as_json else _show(found, page)
    for line in _told(results.guesses, results.notes):
        click.echo(f"riwaya: {line}", err=True)
    if not results.found:
        click.echo(f"riwaya: no article holds {question}", err=True)


def _told(guesses: tuple[Guess, ...], notes: tuple[str, ...]) -> Iterator[str]:
    """What was searched for besides the words, what may have been meant, and what was left out."""
    for used, verb in ((True, "also spelled"), (False, "did you mean")):
        listed = [guess.instead for guess in guesses if guess.used is used]
        if listed:
            yield f"{verb}: {'، '.join(listed)}"
    if notes:
        yield f"left out: {' '.join(notes)}"


def _show(found: Found, page: Sheet) -> None:
    article = found.article
    page.line(page.tone(article.headline or "(بلا عنوان)", Tone.STRONG))
    page.line(_snippet(article.text, found.snippet, found.hits, page), 2)
    about = joined(article.outlet, day(article.published_at), page.apart(article.id))
    page.line(page.tone(about, Tone.FAINT), 2)


def _snippet(text: str, snippet: Span, hits: tuple[Span, ...], page: Sheet) -> str:
    parts, end = [], snippet[0]
    for first, last in hits:
        parts += [text[end:first], page.tone(text[first:last], Tone.AMBER)]
        end = last
    parts.append(text[end : snippet[1]])
    before, after = "… " * (snippet[0] > 0), " …" * (snippet[1] < len(text))
    return before + " ".join("".join(parts).split()) + after
