"""Stage 2, labels: what each line says of itself, by an ordered list of small rules, the first that knows decides.

What no rule knows is PROSE or SHORT: stage 3 and later decide by its place on the page.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from riwaya.article import credit_lines, datelines, furniture, phrases, stamps
from riwaya.article.declared import OutletKind, SiteLine, named, of_url, site_lines
from riwaya.article.label import TAIL, Label, Labelled
from riwaya.article.lines import Line
from riwaya.article.prose import Style, is_prose
from riwaya.language.letters import fold
from riwaya.records import BlockKind, Page

Said = Label | tuple[Label, int] | None

_CREDIT_END = re.compile(r"[(/]\s*([^()/]{2,30}?)\s*[)/]\s*$")
_COPYRIGHT = re.compile(r"©|\(c\)|getty|reuters|afp|epa\b|ap\b", re.IGNORECASE)
_OUTLET_LINE = re.compile(r"^\s*([^:：]{2,40}?)\s*[:：]\s*$")
_SHORT_LINE = 15  # words
_CAPTION_WORDS = 40
_DATE_WORDS = 16
_DATES_WORDS = 24  # the same, of a line that announces one: نشر في … | آخر تحديث …
_PRINTED = "تاريخ النشر"  # صدر بالنسخة الورقية - تاريخ النشر: …
_TOP = 4  # lines in which a page says whose it is
_CLOSE = 3  # lines above the text in which it may say so again
_NAME_WORDS = 4
_LEAD_WORDS = 8
_DATELINE_WORDS = 3
_PLAIN = frozenset({Label.PROSE, Label.SHORT})
_PIECES = 8  # lines into which one paragraph is broken at most
_LINK_WORDS = 4
_CLOSING = "،؛.:)"  # a line that begins with one carries the line above on
_MARK_WORDS = 4  # words after a mark that are part of it: اقرأ أيضاً من فضلك


@dataclass(frozen=True, slots=True)
class Around:
    """What a rule may know beside the line: its neighbours, what the site is known for, how prose looks here."""

    lines: Sequence[Line]
    sites: tuple[SiteLine, ...]
    house: str | None
    style: Style
    first_prose: int


Rule = Callable[[Line, Around], Said]


def label(lines: Sequence[Line], page: Page) -> list[Labelled]:
    """One label a line, by its own merit."""
    style = Style.of(lines)
    house = _house(lines, page)
    plain = (n.number for n in lines if n.main and is_prose(n, None, style))
    around = Around(lines, _sites(lines, page, house), house, style, next(plain, len(lines)))
    found: list[Labelled] = []
    for line in lines:
        found.append(_under_dateline(_label(line, around), found[-1:], style))
    broken = any(line.text[0] in _CLOSING for line in lines)
    return _rejoin(found) if style.stops or broken else found


def _rejoin(items: list[Labelled]) -> list[Labelled]:
    """Paragraphs that were broken where a link stood in them: وقال رئيس / بلدية المدينة / إن … are running text.

    The first piece begins as a paragraph goes on and has no end, the link is a few words, the last piece is ended.
    """
    for start, item in enumerate(items):
        if not _broken_off(item, items[start + 1 : start + 2]):
            continue
        end = start + 1
        while end < min(len(items), start + _PIECES) and _piece(items[end]) and not items[end].line.ended:
            end += 1
        if end < len(items) and _piece(items[end]) and items[end].line.ended:
            items[start : end + 1] = [Labelled(i.line, Label.PROSE) for i in items[start : end + 1]]
    return items


def _broken_off(item: Labelled, below: Sequence[Labelled]) -> bool:
    line = item.line
    if item.label not in _PLAIN or line.text.endswith((".", "؟", "!", ":", "»", '"')):
        return False
    link = below and _piece(below[0]) and (below[0].line.words <= _LINK_WORDS or below[0].line.text[0] in _CLOSING)
    return bool(link) and (phrases.goes_on(line.look) or phrases.hangs(fold(line.text.rsplit(" ", 1)[-1])))


def _piece(item: Labelled) -> bool:
    short = item.label is Label.FURNITURE and item.line.words <= _LINK_WORDS  # a country's name is a menu entry too
    return (item.label in _PLAIN or short) and item.line.gap == 0


def _under_dateline(item: Labelled, above: Sequence[Labelled], style: Style) -> Labelled:
    """Where paragraphs have no full stops, a line right under a dateline is the lead, however short."""
    under = not style.stops and bool(above) and above[0].label in {Label.DATELINE, Label.BYLINE}
    lead = under and item.label is Label.SHORT and item.line.words >= _LEAD_WORDS
    return Labelled(item.line, Label.PROSE) if lead else item


def _label(line: Line, around: Around) -> Labelled:
    for rule in _RULES:
        said = rule(line, around)
        if said is not None:
            return Labelled(line, *said) if isinstance(said, tuple) else Labelled(line, said)
    previous = around.lines[line.number - 1] if line.number else None
    return Labelled(line, Label.PROSE if is_prose(line, previous, around.style) else Label.SHORT)


def _house(lines: Sequence[Line], page: Page) -> str | None:
    """The outlet on whose page we are: by address, hint, or a first line that names it."""
    known = of_url(page.url or page.hints.get("url")) or named(page.hints.get("outlet", ""))
    if known is None:
        heads = (m[1] for line in lines[:3] if (m := _OUTLET_LINE.match(line.text)))
        known = next((o for head in heads if (o := named(head))), None)
    return known.name if known else None


def _sites(lines: Sequence[Line], page: Page, house: str | None) -> tuple[SiteLine, ...]:
    """Hints for every outlet that the page names as its own or its texts' source."""
    names = {house} if house else set()
    for line in lines:
        said = phrases.starting(line.look)
        if said and said[0] is Label.SOURCE:
            outlet = named(line.text[phrases.after_words(line.text, len(said[1].split())) :])
            names |= {outlet.name} if outlet else set()
    day = page.captured_at.date() if page.captured_at else date.max
    return tuple(s for name in sorted(names) for s in site_lines(name) if s.since <= day <= s.until)


# --- rules, in order ----------------------------------------------------------------------------------------------


def _outside_main(line: Line, _: Around) -> Said:
    return None if line.main else Label.FURNITURE


def _site(line: Line, around: Around) -> Said:
    for site in around.sites:
        if found := site.pattern.search(line.look):
            label = Label.RELATED_MARK if site.label == "related" else Label(site.label)
            announced = label in TAIL and found.start() == 0
            return label, phrases.after_words(line.text, len(found[0].split())) if announced else 0
    return None


def _stamp(line: Line, _: Around) -> Said:
    return Label.CAPTURED if line.words <= 3 and stamps.captured(line.text) else None  # noqa: PLR2004  day, time, zone


def _dated(line: Line, _: Around) -> Said:
    """تاريخ النشر: … ; a line that is a date and nothing else, above the text or between two texts."""
    if line.words > _DATES_WORDS or not stamps.may_date(line.look):
        return None
    said = phrases.starting(line.look)
    if said and said[0] in {Label.PUBLISHED, Label.UPDATED} and stamps.stated(line.text):
        return said[0]
    if line.words > _DATE_WORDS or line.ended or not (stamps.only_date(line.text) or _PRINTED in line.look):
        return None
    return Label.PUBLISHED if stamps.stated(line.text) else Label.FURNITURE  # منذ 4 ساعات, a ticker's clock


def _announced(line: Line, _: Around) -> Said:
    """Lines that begin with what they are: the source, keywords, read also, related."""
    said = phrases.starting(line.look)
    if said is None or said[0] in {
        Label.PUBLISHED,
        Label.UPDATED,
        Label.NOTICE,
        Label.CAPTION,
        Label.BYLINE,
        Label.FURNITURE,
    }:
        return None
    label, words = said
    skip = phrases.after_words(line.text, len(words.split()))
    rest = line.text[skip:].strip()
    if label in {Label.SOURCE, Label.KEYWORDS}:
        return (label, skip) if line.words <= 60 else None  # noqa: PLR2004  keyword lists are long, sentences longer
    colon = ":" in line.text[:skip] or "|" in line.text[:skip]
    more = words.startswith("المزيد") and line.words <= _SHORT_LINE / 2  # المزيد من صحيفة …
    if not rest or more or (len(rest.split()) <= _MARK_WORDS - len(words.split()) and not colon):
        return label
    if line.ended and line.words > _SHORT_LINE:
        return None  # اقرأ المزيد … inside a sentence of the text
    single = len(words.split()) == 1 or (label is Label.RELATED_MARK and not colon)
    return None if single else (Label.RELATED, skip)


def _notice(line: Line, _: Around) -> Said:
    if line.words > _CAPTION_WORDS:
        return None
    said = phrases.starting(line.look)
    if said and said[0] is Label.NOTICE:
        return Label.NOTICE
    return phrases.whole(line.look) or (phrases.holding(line.look) if not phrases.goes_on(line.look) else None)


def _caption(line: Line, _: Around) -> Said:
    if line.kind is BlockKind.CAPTION:
        return Label.CAPTION
    if line.words > _CAPTION_WORDS or (line.ended and line.words > _SHORT_LINE):
        return None
    said = phrases.starting(line.look)
    announced = (said and said[0] is Label.CAPTION) or phrases.ending(line.look) is Label.CAPTION
    copyright_line = "©" in line.text and line.words <= _SHORT_LINE and line.arabic
    return Label.CAPTION if announced or copyright_line or _credited(line) else None


def _credited(line: Line) -> bool:
    """Does a line without a full stop end in a known photo credit, long enough to be no dateline: … (رويترز)?"""
    credit = _CREDIT_END.search(line.text)
    before = line.text[: credit.start()].rstrip() if credit else ""
    if not credit or not before or before[-1] in '.!؟»”"' or phrases.goes_on(line.look):
        return False
    known = named(credit[1]) is not None or _COPYRIGHT.search(credit[1]) is not None
    return known and len(before.split()) > _DATELINE_WORDS


def _outlet_line(line: Line, around: Around) -> Said:
    """The line "الجزيرة:" atop an aggregator's page: a known outlet, or any name with a capture stamp below it."""
    if line.number < around.first_prose and _names_outlet(line, around.first_prose - line.number):
        return Label.OUTLET
    found = _OUTLET_LINE.match(line.text)
    if not found or line.number > around.first_prose or len(found[1].split()) > 5:  # noqa: PLR2004  a name
        return None
    below = around.lines[line.number + 1] if line.number + 1 < len(around.lines) else None
    stamped = line.number == 0 and below is not None and stamps.captured(below.text) is not None
    return Label.OUTLET if stamped or named(found[1]) else None


def _names_outlet(line: Line, above: int) -> bool:
    """Is a line an outlet's name and nothing else, atop the page or close above its text? Agencies' are credits."""
    outlet = named(line.text) if line.words <= _NAME_WORDS and (line.number < _TOP or above <= _CLOSE) else None
    if outlet is None or outlet.kind is OutletKind.AGENCY:
        return False
    return line.words > 1 or (above <= _CLOSE and line.look not in credit_lines.places())


def _credit(line: Line, around: Around) -> Said:
    """Credit lines stand above a text: some prose follows closely."""
    if line.words > _SHORT_LINE or line.kind is BlockKind.HEADING:
        return None
    said = phrases.starting(line.look)
    if said and said[0] is Label.BYLINE and credit_lines.read(line.text, around.house).byline and not line.ended:
        return Label.BYLINE
    if not (datelines.torn(line.text) or credit_lines.is_credit(line.text, around.house)):
        return None
    credit = datelines.line(line.text, around.house)
    return Label.DATELINE if credit.place or credit.agency or credit.generic else Label.BYLINE


def _furniture(line: Line, around: Around) -> Said:
    return furniture.of(line, above_text=line.number < around.first_prose)


def _link(line: Line, _: Around) -> Said:
    """A block that is one link leads elsewhere."""
    if line.kind is not BlockKind.LINK:
        return None
    return Label.RELATED if line.words >= 5 else Label.FURNITURE  # noqa: PLR2004  fewer words are a menu entry


_RULES: tuple[Rule, ...] = (
    _outside_main,
    _site,
    _stamp,
    _dated,
    _announced,
    _notice,
    _furniture,
    _caption,
    _outlet_line,
    _credit,
    _link,
)
