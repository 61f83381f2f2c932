"""A dossier and its articles into the story page."""

from collections.abc import Iterable
from dataclasses import replace

from riwaya.records import Article, Dossier
from riwaya.serve import cover, sections, signs, spellings, spread
from riwaya.serve.marks import Marks
from riwaya.serve.stances import Bench, lead_stances, stances
from riwaya.serve.tongue import Tongue, arabic, isolated
from riwaya.serve.views import StoryPage, Text


def story_page(
    dossier: Dossier,
    articles: Iterable[Article],
    tongue: Tongue = arabic,
    marks: type[Marks] = Marks,
) -> StoryPage:
    """Everything that the page shows; `articles` holds at least those of the story's reports.

    `marks` says where words open: in the page itself, or in pages of their own, which leaves the texts out of this one.
    """
    dossier = _named(dossier, tongue)
    given = {article.id: article for article in articles}
    held = {report.article: given[report.article] for report in dossier.reports}
    labels = {report.article: report.label for report in dossier.reports}
    said = {statement.id: statement for statement in dossier.statements}
    originals = frozenset(report.article for report in dossier.reports if report.origin is None)
    bench = Bench(dossier, marks(held), labels, said, originals, tongue=tongue)
    matrix, sayings = stances(bench)
    rows = (*matrix.rows, *sayings)
    verdict = lead_stances(rows[0]) if rows else ()
    first, last = dossier.story.first_seen, dossier.story.last_seen
    return StoryPage(
        title=dossier.story.title,
        status=tongue.say(f"status.{dossier.story.status}"),
        days=tongue.days(first, last) if first is not None and last is not None else tongue.say("no_day"),
        truth=sections.truth(bench),
        rule=tongue.say("independent", share=tongue.percent(0.4)),
        verdict=verdict if len(verdict) > 1 else (),
        absent=cover.absent(bench, verdict),
        lead=sections.lead(bench, verdict, rows[1:]),
        legend=signs.legend(tongue),
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
        texts=tuple(_text(bench, article) for article in held)
        if marks is Marks
        else (),  # last: every part above asks for marks in them
    )


def _named(dossier: Dossier, tongue: Tongue) -> Dossier:
    """Agencies by the names that the reader knows, Latin names of pages kept apart from the Arabic around them."""
    reports = tuple(
        replace(report, agency=tongue.agency(report.agency), label=isolated(report.label)) for report in dossier.reports
    )
    coverage = tuple(
        replace(row, outlets={isolated(outlet): state for outlet, state in row.outlets.items()})
        for row in dossier.coverage
    )
    return replace(dossier, reports=reports, coverage=coverage)


def _text(bench: Bench, article: str) -> Text:
    report = next(report for report in bench.dossier.reports if report.article == article)
    day = bench.day(report.published_at)
    return Text(
        id=f"t-{bench.marks.short(article)}",
        label=report.label,
        meta=" · ".join(part for part in (day, report.agency or "") if part),
        lines=bench.marks.lines(article),
    )
