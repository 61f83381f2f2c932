import click

from riwaya.cli import options
from riwaya.cli.output import Sheet, Tone, json_line, sheet
from riwaya.cli.words import KINDS, LABELS, ROLES, day, joined
from riwaya.records import ParagraphKind, Reading
from riwaya.run import pipeline
from riwaya.run.guard import attempt


@click.command("read")
@options.paths
@options.as_json
def command(*, paths: tuple[str, ...], as_json: bool) -> None:
    """Rebuild the articles on each page; label every line."""
    refused = options.Refused()
    page = sheet()
    for path in paths:
        for reading in refused.sift(pipeline.readings(path, pipeline.ARTICLE_STEPS, attempt)):
            json_line(reading.article) if as_json else _show(reading, page)
    refused.end()


def _show(reading: Reading, page: Sheet) -> None:
    article = reading.article
    page.line(page.tone(article.headline or "(بلا عنوان)", Tone.STRONG))
    about = joined(
        ROLES[article.role],
        article.outlet,
        article.publisher and f"نشره {article.publisher}",
        article.agency and f"عن {article.agency}",
        article.byline,
        day(article.published_at),
        "، ".join(LABELS.get(name) or page.apart(name) for name in article.labels),
        page.apart(reading.source),
    )
    page.line(page.tone(about, Tone.FAINT))
    if article.summary:
        page.line(f"{_kind('خلاصة', page)}{article.summary}", 2)
    for paragraph in article.paragraphs:
        strong = paragraph.kind is ParagraphKind.SUBHEADING
        text = page.tone(paragraph.text, Tone.STRONG if strong else Tone.PLAIN)
        page.line(f"{_kind(KINDS[paragraph.kind], page)}{text}", 2)
    for headline in article.related_headlines:
        page.line(f"{_kind('ذات صلة', page)}{headline}", 2)
    page.line()


def _kind(word: str, page: Sheet) -> str:
    return page.tone(f"[{word}] ", Tone.FAINT) if word else ""
