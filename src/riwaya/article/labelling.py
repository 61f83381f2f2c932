"""Stage 2, labels: what each line says of itself, by an ordered list of small rules, the first that knows decides.

What no rule knows is PROSE or SHORT: stage 3 and later decide by its place on the page.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from riwaya.article import credit_lines, phrases, stamps
from riwaya.article.declared import SiteLine, named, of_url, site_lines
from riwaya.article.label import Label, Labelled
from riwaya.article.lines import Line
from riwaya.article.prose import Style, is_prose
from riwaya.records import BlockKind, Page

Said = Label | tuple[Label, int] | None

_ADDRESS = re.compile(r"^(?:https?://|www\.|@|#\S+$)\S*(?:\s+(?:https?://|@)\S+)*$|^\S+@\S+\.\S+$")
_STRIP = re.compile(r"\s{3,}|\t+|\s\|\s")
_CREDIT_END = re.compile(r"[(/]\s*([^()/]{2,30}?)\s*[)/]\s*$")
_COPYRIGHT = re.compile(r"©|\(c\)|getty|reuters|afp|epa\b|ap\b", re.IGNORECASE)
_OUTLET_LINE = re.compile(r"^\s*([^:：]{2,40}?)\s*[:：]\s*$")
_CRUMBS = re.compile(r"\s*[>›]\s*|\s+[»/|\\]\s+")
_AGE = re.compile(r"(?:منذ|قبل) (?:\d+ )?(?:ثانيه|ثوان|دقيقه|دقائق|ساعه|ساعات|ساعتين|يوم|يومين|ايام|اسبوع|شهر)$")
_INVITATION = 25  # words
_SHORT_LINE = 15  # words
_CAPTION_WORDS = 40
_DATE_WORDS = 16
_STRIP_PARTS = 4
_TOP = 4  # lines in which a page says whose it is
_MARK_WORDS = 4  # words after a mark that are part of it: اقرأ أيضاً من فضلك


@dataclass(frozen=True, slots=True)
class Around:
    """What a rule may know beside the line: lines before and after it, what the site is known for, how prose looks here."""

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
    return [_label(line, around) for line in lines]


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
    found = next((s.label for s in around.sites if s.pattern.search(line.look)), None)
    if found is None:
        return None
    if found == "related":
        return Label.RELATED_MARK
    return Label(found)


def _stamp(line: Line, _: Around) -> Said:
    return Label.CAPTURED if line.words <= 3 and stamps.captured(line.text) else None  # noqa: PLR2004  day, time, zone


def _dated(line: Line, around: Around) -> Said:
    """تاريخ النشر: … ; a line that is a date and nothing else, above the text or between two texts."""
    if line.words > _DATE_WORDS or not any(c.isdigit() for c in line.text):
        return None
    said = phrases.starting(line.look)
    if said and said[0] in {Label.PUBLISHED, Label.UPDATED} and stamps.stated(line.text):
        return said[0]
    if line.ended or not stamps.only_date(line.text):
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


def _notice(line: Line, around: Around) -> Said:
    if line.words > _CAPTION_WORDS:
        return None
    said = phrases.starting(line.look)
    if said and said[0] is Label.NOTICE:
        return Label.NOTICE
    return phrases.whole(line.look) or (phrases.holding(line.look) if not phrases.goes_on(line.look) else None)


def _strip(line: Line, _: Around) -> Said:
    """A ticker: headlines run into one line with wide gaps between them."""
    parts = [p for p in _STRIP.split(line.text[:4000]) if p.strip()]
    return (
        Label.FURNITURE
        if len(parts) >= _STRIP_PARTS and not any(p.rstrip().endswith(".") for p in parts[:-1])
        else None
    )


def _caption(line: Line, _: Around) -> Said:
    if line.kind is BlockKind.CAPTION:
        return Label.CAPTION
    if line.words > _CAPTION_WORDS or (line.ended and line.words > _SHORT_LINE):
        return None
    said = phrases.starting(line.look)
    if said and said[0] is Label.CAPTION:
        return Label.CAPTION
    if phrases.ending(line.look) is Label.CAPTION:
        return Label.CAPTION
    credit = _CREDIT_END.search(line.text)
    before = line.text[: credit.start()].rstrip() if credit else ""
    if credit and before and before[-1] not in '.!؟»”"' and len(before.split()) > 3 and not phrases.goes_on(line.look):  # noqa: PLR2004  longer than a dateline
        known = named(credit[1])
        return Label.CAPTION if known or _COPYRIGHT.search(credit[1]) else None
    return Label.CAPTION if "©" in line.text and line.words <= _SHORT_LINE and line.arabic else None


def _outlet_line(line: Line, around: Around) -> Said:
    """ "الجزيرة:" at the head of an aggregator's page: a known outlet, or any name with a capture stamp below it."""
    name = named(line.text) if line.number < _TOP and line.words > 1 else None
    if name and line.number < around.first_prose:
        return Label.OUTLET
    found = _OUTLET_LINE.match(line.text)
    if not found or line.number > around.first_prose or len(found[1].split()) > 5:  # noqa: PLR2004  an outlet's name
        return None
    below = around.lines[line.number + 1] if line.number + 1 < len(around.lines) else None
    stamped = line.number == 0 and below is not None and stamps.captured(below.text) is not None
    return Label.OUTLET if stamped or named(found[1]) else None


def _credit(line: Line, around: Around) -> Said:
    """Credit lines stand above a text: some prose follows closely."""
    if line.words > _SHORT_LINE or line.kind is BlockKind.HEADING:
        return None
    said = phrases.starting(line.look)
    if said and said[0] is Label.BYLINE and credit_lines.read(line.text, around.house).byline and not line.ended:
        return Label.BYLINE
    if not credit_lines.is_credit_line(line.text, around.house):
        return None
    credit = credit_lines.line(line.text, around.house)
    return Label.DATELINE if credit.place or credit.agency or credit.generic else Label.BYLINE


def _furniture(line: Line, around: Around) -> Said:
    said = phrases.starting(line.look)
    if said and said[0] is Label.FURNITURE and line.words <= _INVITATION:
        return Label.FURNITURE
    if _AGE.search(line.look) and line.words <= _SHORT_LINE / 2:
        return Label.FURNITURE
    if _ADDRESS.match(line.text.strip()) and line.words <= 3:  # noqa: PLR2004  an address and its neighbours
        return Label.FURNITURE
    if line.words > _SHORT_LINE or line.ended:
        return None
    bare = line.key
    if bare in phrases.sections():
        return Label.SECTION if line.number < around.first_prose else Label.FURNITURE
    crumbs = [part.strip() for part in _CRUMBS.split(line.look) if part.strip()]
    if len(crumbs) > 1 and all(c in phrases.sections() or phrases.covered(c).strong for c in crumbs[:-1]):
        return Label.SECTION
    if not any(c.isalpha() for c in line.text):
        return Label.FURNITURE
    found = phrases.covered(line.look)
    if found.strong and found.covered >= 0.75 * found.words:  # noqa: PLR2004  three words in four; the rest is a site's own
        return Label.FURNITURE
    return Label.FURNITURE if not line.arabic and line.words <= 6 and line.kind is not BlockKind.HEADING else None  # noqa: PLR2004  Loader Search


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
    _strip,
    _furniture,
    _caption,
    _outlet_line,
    _credit,
    _link,
)
