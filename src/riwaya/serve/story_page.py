"""A dossier and its articles into the story page."""

from collections.abc import Iterable
from dataclasses import replace

from riwaya.records import Article, Dossier, StoryStatus
from riwaya.serve import arabic, cover, sections, signs, spellings, spread
from riwaya.serve.marks import Marks
from riwaya.serve.stances import Bench, lead_stances, stances
from riwaya.serve.views import StoryPage, Text

_STATUS = {StoryStatus.DEVELOPING: "قصة تتطوّر", StoryStatus.QUIET: "قصة هادئة"}


def story_page(dossier: Dossier, articles: Iterable[Article]) -> StoryPage:
    """Everything that the page shows; `articles` holds at least those of the story's reports."""
    dossier = _in_arabic(dossier)
    given = {article.id: article for article in articles}
    held = {report.article: given[report.article] for report in dossier.reports}
    labels = {report.article: report.label for report in dossier.reports}
    said = {statement.id: statement for statement in dossier.statements}
    originals = frozenset(report.article for report in dossier.reports if report.origin is None)
    bench = Bench(dossier, Marks(held), labels, said, originals)
    matrix, sayings = stances(bench)
    rows = (*matrix.rows, *sayings)
    verdict = lead_stances(rows[0]) if rows else ()
    first, last = dossier.story.first_seen, dossier.story.last_seen
    return StoryPage(
        title=dossier.story.title,
        status=_STATUS[dossier.story.status],
        days=arabic.days(first, last) if first is not None and last is not None else "بلا تاريخ",
        truth=sections.truth(bench),
        rule=sections.RULE,
        verdict=verdict if len(verdict) > 1 else (),
        absent=cover.absent(bench, verdict),
        lead=sections.lead(bench, verdict, rows[1:]),
        legend=signs.legend(),
        matrix=matrix,
        sayings=sayings,
        timeline=sections.timeline(bench),
        families=spread.families(bench),
        cover=cover.cover(bench),
        reports=sections.reports(bench),
        names=spellings.names(bench),
        other_names=spellings.other_names(bench),
        oddities=sections.oddities(bench),
        related=sections.near(bench),
        keywords=sections.keywords(bench),
        panels=tuple(bench.panels),
        texts=tuple(_text(bench, article) for article in held),  # last: every part above asks for marks in them
    )


def _in_arabic(dossier: Dossier) -> Dossier:
    """Agencies by their Arabic names, Latin names of pages kept apart from the Arabic around them."""
    reports = tuple(
        replace(report, agency=arabic.agency(report.agency), label=arabic.isolated(report.label))
        for report in dossier.reports
    )
    coverage = tuple(
        replace(row, outlets={arabic.isolated(outlet): state for outlet, state in row.outlets.items()})
        for row in dossier.coverage
    )
    return replace(dossier, reports=reports, coverage=coverage)


def _text(bench: Bench, article: str) -> Text:
    report = next(report for report in bench.dossier.reports if report.article == article)
    day = arabic.day(report.published_at.first) if report.published_at is not None else "بلا تاريخ"
    return Text(
        id=f"t-{bench.marks.short(article)}",
        label=report.label,
        meta=" · ".join(part for part in (day, report.agency or "") if part),
        lines=bench.marks.lines(article),
    )
