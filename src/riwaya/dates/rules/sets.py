"""Again and again: كل يوم, كل أسبوعين, كل جمعة, أيام الأحد, سنويا."""

from riwaya.dates.expressions import Every, Expression, Unit
from riwaya.dates.rule import Hit, rule

_OFTEN = {
    Unit.SECOND: "SECONDLY", Unit.MINUTE: "MINUTELY", Unit.HOUR: "HOURLY", Unit.DAY: "DAILY", Unit.WEEK: "WEEKLY",
    Unit.MONTH: "MONTHLY", Unit.YEAR: "YEARLY",
}  # fmt: skip
_YEARS = {Unit.DECADE: 10, Unit.CENTURY: 100}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BARE = {"احد": 6, "اثنين": 0}  # numbers too, but after كل they are days


def _every(hit: Hit) -> Expression | None:
    name = next(name for name in ("aunit", "dual") if hit.has(name))
    unit = Unit(hit.value(name))
    count = hit.number("count") if hit.has("count") else 2 if name == "dual" else 1
    step = count * _YEARS.get(unit, 1)
    often = f"FREQ={_OFTEN.get(unit, 'YEARLY')}"
    return Every(rule=often if step == 1 else f"{often};INTERVAL={step}")


def _every_weekday(hit: Hit) -> Expression | None:
    if hit.has("cardinal"):
        day = _BARE.get(hit.word("cardinal"))
        return None if day is None else _weekly(day)
    return _weekly(hit.number("bare_weekday") if hit.has("bare_weekday") else hit.number("weekday"))


def _weekly(day: int) -> Every:
    return Every(rule=f"FREQ=WEEKLY;BYDAY={_DAYS[day]}")


def _days(hit: Hit) -> Expression | None:
    """أيام الأحد, of any week; with ones after it, or الماضية, they are days of one week."""
    return _weekly(hit.number("weekday")) if hit.value("units") == "day" else None


RULES = (
    rule("every", r"{each}(?:<count>?<aunit>|<dual>)(?!{weekday|bare_weekday|lean})", _every),
    rule("every_weekday", r"{each}{unit}?(?:<bare_weekday>|<weekday>|<cardinal>(?!{aunit}))", _every_weekday),
    rule("every_part", r"{each}{part}(?!{weekday})", lambda _: Every(rule="FREQ=DAILY")),
    rule("weekdays_of_any_week", r"<units><weekday>(?!{comma|and}?{weekday}|{lean|day_number})", _days),
    rule("often", r"<often>", lambda hit: Every(rule=f"FREQ={hit.value('often').upper()}")),
)
