"""Days and spans counted from the anchor: اليوم الاثنين, أمس الأول, قبل ثلاثة أيام, الأيام الماضية."""

from dataclasses import replace

from riwaya.dates.expressions import Away, DayOf, Expression, Lean, PartOf, Today, Unit, Window
from riwaya.dates.guards import guard
from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.rule import Hit, rule

_FEW = {Unit.DAY: 7, Unit.WEEK: 4, Unit.MONTH: 6, Unit.YEAR: 5, Unit.HOUR: 24}  # how far back "the last days" may reach
_LONGEST = 31


def _today(hit: Hit) -> Expression | None:
    weekday = hit.optional("weekday") if hit.has("weekday") else hit.optional("weekday2")
    name = "today" if hit.has("today") else "dayword"
    if weekday is None and name == "today":
        ordinal = hit.units.symbol(hit.end) in (SYMBOLS[Kind.ORDINAL], SYMBOLS[Kind.SAME])
        if ordinal or hit.after() in guard("after_no_today") or hit.before() in guard("before_no_today"):
            return None
    if weekday is None and name == "today" and hit.before() == "في":
        before = hit.units.word(hit.start - 2)
        if before in guard("before_per_day"):  # ثلاث مرات في اليوم
            return None
    if weekday is None and name == "dayword" and hit.before() in guard("before_no_today"):
        return None
    return Today(offset=hit.number(name), weekday=weekday)


def _away(hit: Hit, sign: int) -> Expression | None:
    name = next(n for n in ("aunit", "dual", "unit") if hit.has(n))
    unit = Unit(hit.value(name))
    if hit.has("count"):
        count = hit.number("count")
    elif unit in (Unit.DECADE, Unit.CENTURY, Unit.MINUTE):  # قبل عقد is "before holding" more often than "a decade ago"
        return None
    else:
        count = 2 if name == "dual" else 1
    return Away(unit=unit, count=sign * count) if count < 10_000 else None  # noqa: PLR2004  سنوات of geologists


def _ago(hit: Hit) -> Expression | None:
    return _away(hit, -1)


def _hence(hit: Hit) -> Expression | None:
    return _away(hit, 1)


def _maybe_hence(hit: Hit) -> Expression | None:
    found = _away(hit, 1)
    return replace(found, sure=False) if isinstance(found, Away) else None


def _few(hit: Hit) -> Expression | None:
    return _window(Unit(hit.value("units")), None, Lean.PAST)


def _window(unit: Unit, count: int | None, side: Lean | None) -> Expression | None:
    size = _FEW.get(unit) if count is None else count
    if side is None or side is Lean.OPEN or size is None or size > 1000:  # noqa: PLR2004  no window of news
        return None
    return Window(unit=unit, count=size, side=side)


def _last(hit: Hit) -> Expression | None:
    name = "the_units" if hit.has("the_units") else "aunit"
    side = hit.lean() if hit.has("lean") else Lean.PAST
    return _window(Unit(hit.value(name)), hit.optional("count"), side)


def _two(hit: Hit) -> Expression | None:
    return _window(Unit(hit.value("the_dual")), 2, hit.lean())


def _day_of(hit: Hit) -> Expression | None:
    if hit.number("day") > _LONGEST or hit.word("lean") not in guard("singular_lean"):
        return None
    month = hit.has("the_unit") and hit.value("the_unit") == "month"
    figures = not hit.has("the_unit") and hit.match["day"] == SYMBOLS[Kind.DAY_NUMBER]
    lean = hit.lean()
    return DayOf(day=hit.number("day"), offset=int(lean)) if (month or figures) and lean is not None else None


_NOT_OF_EVENT = r"(?:{of}{now|today}|(?!{of}))"  # قبل ثلاثة أيام من الانتخابات counts from the elections


def _night(hit: Hit) -> Expression | None:
    """الليلة الماضية, الليلة المقبلة."""
    lean = hit.lean()
    if lean is None or lean is Lean.OPEN or hit.word("dayword") != "الليله":
        return None
    return PartOf(of=Today(offset=int(lean)))


RULES = (
    rule("night", r"<dayword><lean>", _night),
    rule("this_part", r"{this}<part>(?!{of}?(?:{today|dayword|weekday}))", lambda _: PartOf(of=Today(offset=0))),
    rule("today", r"(?:<today>|<dayword>)(?:{comma|dash}?<weekday>|{open}<weekday2>{close})?", _today),
    rule("this_day", r"{this}{today}(?!{weekday})", lambda _: Today(offset=0)),
    rule("day_of_month", r"(?:{weekday}{comma}?)?<day>{of|in}?<the_unit>?<lean>", _day_of),
    rule(
        "ago",
        r"{before|since}{about}?{the}?(?:<count><aunit>|<dual>|<unit>(?!{year|day_number|hijri_number|anymonth|hijri_month|weekday"
        r"|the_unit|today|dayword}))" + _NOT_OF_EVENT,
        _ago,
    ),
    rule("units_ago", r"<count><aunit>{ago}", _ago),
    rule("few_ago", r"{before|since}{few}?<units>{few}?+(?!{of})", _few),
    rule(
        "hence", r"{after}(?:<count><aunit>|<dual>|<unit>(?!{year|day_number|weekday|anymonth})){of}{now|today}", _hence
    ),
    rule("maybe_hence", r"{after}(?:<count><aunit>|<dual>)(?!{of})", _maybe_hence),
    rule("last_units", r"<the_units>{the}?<count>?{few}?<lean>", _last),
    rule("last_two", r"<the_dual><lean>", _two),
    rule("last_count", r"{last}{the}?<count><aunit>", _last),
)
