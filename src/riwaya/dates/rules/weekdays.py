"""Days of the week: الثلاثاء, الأربعاء الماضي, الجمعة من الأسبوع المقبل, يومي السبت والأحد (see `ranges`)."""

from riwaya.dates.expressions import Expression, Lean, Weekday
from riwaya.dates.guards import guard
from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.rule import Hit, rule


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


RULES = (
    rule("weekday_in_week", r"<weekday>{comma}?{of|in}?{this}?<the_unit><lean>?", _in_week),
    rule("week_weekday", r"{this}?<the_unit><lean>?{comma}?{unit}?<weekday>", _in_week),
    rule("weekday", r"<weekday>(?!{cardinal}){part}?<lean>?", _weekday),
)
