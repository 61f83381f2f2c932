"""The page's smaller parts: truth line, lead, timeline, reports, names, inconsistencies."""

from datetime import timedelta
from itertools import groupby

from riwaya.language.datelines import without_dateline
from riwaya.language.letters import fold
from riwaya.language.quotes import is_whole
from riwaya.records import EventKind, Inconsistency, ParagraphKind, Report, Role
from riwaya.serve.marks import clip
from riwaya.serve.signs import feminine, sign
from riwaya.serve.spread import names_agency
from riwaya.serve.stances import Bench
from riwaya.serve.tongue import Noun, bare
from riwaya.serve.views import (
    Cited,
    ClaimRow,
    Day,
    Line,
    Near,
    Oddity,
    Panel,
    Quote,
    ReportRow,
    Source,
    Stance,
)

_LEAD = 3
_ONE_FACT = 0.6  # of the words of the shorter of two sentences
_SENTENCE = 300  # letters of a sentence that the lead still shows whole
_ID = 12  # letters of an id that tell stories apart
_PREPOSITIONS = {"في", "من", "علي", "عن", "الي", "مع", "بين"}
_EVENT = 180
_RECALLED = timedelta(days=14)  # what is older than this before the story is recalled, not told
_PUBLISHED = 4  # reports of one day that are still named with their headlines
_ODD = {"weekday", "year", "day", "number"}


def truth(bench: Bench) -> tuple[str, ...]:
    """What stands before any list of outlets: reports, outlets, texts, agencies."""
    dossier = bench.dossier
    full = [report for report in dossier.reports if report.role is not Role.TEASER]
    agencies = sorted({report.agency for report in dossier.reports if report.agency})
    facts = [
        bench.tongue.counted(len(full), Noun.REPORT),
        bench.tongue.counted(len({report.label for report in full}), Noun.OUTLET),
        bench.tongue.counted(dossier.independent_texts, Noun.TEXT),
    ]
    if agencies:
        facts.append(f"{bench.tongue.counted(len(agencies), Noun.AGENCY)} ({bench.tongue.joined(agencies)})")
    teasers = len(dossier.reports) - len(full)
    return tuple([*facts, bench.tongue.counted(teasers, Noun.TEASER)] if teasers else facts)


def lead(bench: Bench, verdict: tuple[Stance, ...], rows: tuple[ClaimRow, ...]) -> tuple[Cited, ...]:
    """Three sentences as the articles have them: each stand on the first claim, then what else was said."""
    panels = {f"#{panel.id}": panel for panel in bench.panels}
    found = [] if len(verdict) > 1 else _opening(bench)
    icons: set[str] = set()
    for stance in (*verdict, *(s for row in rows for s in (*row.cells, *row.others) if s.weight)):
        if stance.panel not in panels or len(found) == _LEAD or (stance in verdict and stance.sign.icon in icons):
            continue
        cited = _cited(panels[stance.panel], bench.tongue.digits(len(found) + 1))
        if all(_another(cited.text, other.text) for other in found):
            icons.add(stance.sign.icon)
            found.append(cited)
    return tuple(found)


def _opening(bench: Bench) -> list[Cited]:
    """What happened, where nobody disputes it: the first sentence of the first report that copies no other."""
    for report in bench.dossier.reports:
        held = bench.marks.articles[report.article]
        body = next((p.span for p in held.paragraphs if p.kind is ParagraphKind.BODY), None)
        if body is not None and report.role is Role.MAIN:
            text = bench.marks.sentence(report.article, (body[0], body[0] + 1))
            href = bench.marks.text(report.article)
            told = clip(without_dateline(text), _SENTENCE)
            return [Cited(text=told, number=bench.tongue.digits(1), source=report.label, href=href)]
    return []


def _cited(panel: Panel, number: str) -> Cited:
    """The sentence to read: whole, of the text and not its headline, short enough, of a report that copies no other."""
    quotes = [q for q in panel.quotes if q.sign.icon == panel.sign.icon] or panel.quotes
    best = min(
        quotes,
        key=lambda q: (
            not is_whole(q.sentence),
            q.headline,
            len(q.sentence) > _SENTENCE,
            not any(source.original for source in q.sources),
        ),
    )
    source = next((s for s in best.sources if s.original), best.sources[0])
    return Cited(
        text=clip(without_dateline(best.sentence), _SENTENCE),
        number=number,
        source=source.label,
        href=f"#{panel.id}",
    )


def _another(text: str, other: str) -> bool:
    """Whether it tells something else: sentences of one fact share most words of the shorter."""
    words, others = (set(fold(t).split()) for t in (text, other))
    return len(words & others) < _ONE_FACT * min(len(words), len(others))


def timeline(bench: Bench) -> tuple[Day, ...]:
    began = bench.dossier.story.first_seen
    lines: list[tuple[tuple[str, bool], Line]] = []
    for event in bench.dossier.timeline:
        shown = None
        if event.statement is not None:
            statement = bench.said[event.statement]
            shown = bench.sign(statement.act, statement.certainty, feminine=feminine(statement.speaker, [statement]))
        line = Line(
            kind=event.kind.value,
            sign=shown,
            text=_told(event.text, bench.labels[event.article], event.kind),
            label=bench.labels[event.article],
            href=bench.marks.href(event.article, event.span),
        )
        past = began is not None and event.when.last < began - _RECALLED
        lines.append(((bench.tongue.when(event.when), past), line))
    return tuple(
        Day(label=label, past=past, lines=_gathered(bench, [line for _, line in held]))
        for (label, past), held in groupby(lines, lambda dated: dated[0])
    )


def _gathered(bench: Bench, lines: list[Line]) -> tuple[Line, ...]:
    """A day on which many reports came out says so in one line; what was said is not buried under them."""
    published = [line for line in lines if line.kind == EventKind.PUBLISHED.value]
    if len(published) <= _PUBLISHED:
        return tuple(lines)
    one = Line(
        kind=EventKind.PUBLISHED.value,
        sign=None,
        text=bench.tongue.some(list(dict.fromkeys(line.label for line in published))),
        label=bench.tongue.counted(len(published), Noun.REPORT),
        href=published[0].href,
    )
    return (*(line for line in lines if line.kind != EventKind.PUBLISHED.value), one)


def _told(text: str, label: str, kind: EventKind) -> str:
    """A publication's line names its outlet beside the headline, so not in it too."""
    words = text.removeprefix(f"{bare(label)}: ") if kind is EventKind.PUBLISHED else text
    return clip(" ".join(words.split()), _EVENT)


def reports(bench: Bench) -> tuple[ReportRow, ...]:
    return tuple(_report(bench, report) for report in bench.dossier.reports)


def _report(bench: Bench, report: Report) -> ReportRow:
    published = report.published_at
    origin = ""
    if report.origin in bench.labels and report.origin is not None:
        origin = bench.tongue.say(
            "report.from", share=bench.tongue.percent(report.share), origin=bench.labels[report.origin]
        )
    return ReportRow(
        label=report.label,
        headline=report.headline,
        day=bench.day(published),
        basis=bench.tongue.say(f"basis.{published.basis}") if published is not None else "",
        agency=report.agency if report.agency and not names_agency(report.label, report.agency) else "",
        origin=origin,
        role=bench.tongue.say(f"role.{report.role}"),
        href=bench.marks.text(report.article),
    )


def oddities(bench: Bench) -> tuple[Oddity, ...]:
    return tuple(
        Oddity(
            word=bench.tongue.say(f"odd.{one.kind if one.kind in _ODD else 'other'}"),
            text=one.text,
            places=_places(bench, one),
        )
        for one in bench.dossier.inconsistencies
    )


def _places(bench: Bench, one: Inconsistency) -> tuple[Quote, ...]:
    found = []
    for article, span in one.places:
        before, words, after = bench.marks.context(article, span)
        found.append(
            Quote(
                speaker="",
                meta="",
                before=before,
                words=words,
                after=after,
                sentence=bench.marks.sentence(article, span),
                sources=(Source(label=bench.labels[article], href=bench.marks.href(article, span)),),
                rule=one.kind,
                sign=sign("none"),
            )
        )
    return tuple(found)


def near(bench: Bench) -> tuple[Near, ...]:
    """Related stories by title, with what opens each."""
    return tuple(
        Near(
            title=one.title or one.story,
            why=one.why,
            asked=f"riwaya dossier {one.story[:_ID]}",
            href=bench.marks.story(one.story),
        )
        for one in bench.dossier.related
    )


def keywords(bench: Bench) -> tuple[str, ...]:
    """Without those that are part of another, or begin with a preposition (في روسيا)."""
    given = bench.dossier.keywords
    kept = [k for k in given if fold(k).split()[:1] and fold(k).split()[0] not in _PREPOSITIONS]
    held = {k: set(fold(k).split()) for k in kept}
    return tuple(k for k in kept if not any(held[k] < other for other in held.values()))
