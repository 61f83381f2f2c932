"""Days of the week: الثلاثاء, الأربعاء الماضي, الجمعة من الأسبوع المقبل, يومي السبت والأحد (see `ranges`)."""

from riwaya.dates.expressions import DayOf, Expression, Lean, PartOf, Weekday
from riwaya.dates.guards import guard
from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.rule import Hit, rule
from riwaya.dates.rules.years import ENDS


def _weekday(hit: Hit) -> Expression | None:
    if _no_day(hit):
        return None
    lean = hit.lean()
    return Weekday(weekday=hit.number("weekday"), said=lean, week=0 if lean is Lean.OPEN else None)


def _no_day(hit: Hit) -> bool:
    before = hit.units.symbol(hit.start - 1)
    habit = before == SYMBOLS[Kind.EACH]  # كل جمعة, أيام الجمعة
    both = before == SYMBOLS[Kind.BETWEEN]  # بين الاثنين, "between the two"
    return habit or both or hit.before().removeprefix("و").removeprefix("ل") in guard("before_no_weekday")


def _in_week(hit: Hit) -> Expression | None:
    if hit.value("the_unit") != "week":
        return None
    lean = hit.lean()
    return Weekday(weekday=hit.number("weekday"), week=0 if lean is None else int(lean))


def _with_number(hit: Hit) -> Expression | None:
    """الخميس 21, where nothing is counted: الأحد 5 لاعبين."""
    ends = hit.units.symbol(hit.end) in ENDS or hit.after().startswith("ال")
    if not ends or _no_day(hit):
        return None
    name = next(name for name in ("day_number", "ordinal", "ordinal_tens") if hit.has(name))
    return DayOf(day=hit.number(name), offset=None, weekday=hit.number("weekday"))


def _lone_day(hit: Hit) -> Expression | None:
    """يوم 27, where nothing is counted: يوم 27 لاعبا."""
    ends = hit.units.symbol(hit.end) in ENDS or hit.after().startswith("ال")
    day = hit.value("unit") == "day" and hit.word("unit") == "يوم"
    return DayOf(day=hit.number("day_number"), offset=None) if ends and day else None


def _this_weekday(hit: Hit) -> Expression | None:
    return Weekday(weekday=hit.number("weekday"), week=0)


def _night_between(hit: Hit) -> Expression | None:
    """ليلة الجمعة - السبت, ليل السبت/الأحد: the night after the first."""
    first, last = hit.number("weekday"), hit.number("weekday2")
    return PartOf(of=Weekday(weekday=first)) if last == (first + 1) % 7 else None


RULES = (
    rule("night_between", r"{part}{unit}?<weekday>{dash|slash}?<weekday2>", _night_between),
    rule(
        "weekday_day",
        r"<weekday>(?:{comma|in}?<day_number>|{in}<ordinal>|{in}?<ordinal_tens>)(?!{slash|anymonth|hijri_month|aunit|dash|part|time})",
        _with_number,
    ),
    rule(
        "lone_day",
        r"<unit><day_number>(?!{slash|anymonth|hijri_month|aunit|dash|of|lean|until|and|fraction})",
        _lone_day,
    ),
    rule("this_weekday", r"{this}{unit}?<weekday>", _this_weekday),
    rule("weekday_in_week", r"<weekday>{comma}?{of|in}?{this}?<the_unit><lean>?", _in_week),
    rule("week_weekday", r"{this}?<the_unit><lean>?{comma}?{unit}?<weekday>", _in_week),
    rule("weekday", r"<weekday>(?!{cardinal}){part}?<lean>?", _weekday),
)
