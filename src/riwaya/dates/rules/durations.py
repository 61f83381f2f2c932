"""How long: ثلاثة أيام, لمدة أسبوعين, ساعة ونصف, ربع قرن, عام واحد وشهر و21 يوما."""

from riwaya.dates.expressions import Expression, Length, Unit
from riwaya.dates.kinds import SYMBOLS, Kind
from riwaya.dates.rule import Hit, rule

_LETTERS = {
    Unit.YEAR: "Y", Unit.MONTH: "M", Unit.WEEK: "W", Unit.DAY: "D",
    Unit.HOUR: "TH", Unit.MINUTE: "TM", Unit.SECOND: "TS",
}  # fmt: skip
_YEARS = {Unit.DECADE: 10, Unit.CENTURY: 100}
_PARTS = ("1", "2", "3")  # of one length: عام وشهر و21 يوما
_HALF = {2: 0.5, 3: 0.33, 4: 0.25}
_ONE = 1
_FROM_EVENTS = frozenset((SYMBOLS[Kind.BEFORE], SYMBOLS[Kind.AFTER]))  # بعد ثلاثة أيام من الانتخابات: no length


def _duration(hit: Hit) -> Expression | None:
    amounts = [amount for part in _PARTS if (amount := _amount(hit, part))]
    if (
        not amounts
        or amounts[0] is _NONE
        or hit.units.symbol(hit.start - 1) in _FROM_EVENTS
        or (_bare(hit) and not _told(hit))
    ):
        return None
    if hit.has("half"):
        unit, count = amounts[-1]
        amounts[-1] = unit, count if count is None else count + _HALF[hit.number("half")]
    return Length(iso=_iso(amounts))


_Amount = tuple[Unit, float | None]
_NONE: _Amount = (Unit.DAY, 0)


def _amount(hit: Hit, part: str) -> _Amount | None:
    """The unit and the count of one part, None where it is not there; a count None is of بضعة أيام."""
    name = next((name for name in ("aunit", "dual", "unit") if hit.has(name + part)), None)
    if name is None:
        return None
    unit = Unit(hit.value(name + part))
    if hit.has("few" + part):
        return unit, None
    if hit.has("decimal" + part):
        return unit, float(hit.value("decimal" + part))
    if hit.has("count" + part):
        count = hit.number("count" + part)
        worded = hit.match["count" + part] == SYMBOLS[Kind.CARDINAL]
        return _NONE if count <= _ONE and worded else (unit, count)  # أحد أشهر اللاعبين, "one of the best known"
    return unit, 2 if name == "dual" else 1


def _bare(hit: Hit) -> bool:
    """A unit that nothing counts: يوم, ساعة."""
    return hit.has("unit1")


def _told(hit: Hit) -> bool:
    """لمدة ساعة, عام واحد, أسبوع كامل, ساعة ونصف."""
    once = hit.has("cardinal") and hit.number("cardinal") == _ONE
    led = hit.units.symbol(hit.start - 1) == SYMBOLS[Kind.FOR] or hit.before() == "خلال"
    return once or hit.has("whole") or hit.has("half") or led


def _iso(amounts: list[_Amount]) -> str:
    """P1Y1M21D; decades and centuries are counted in years."""
    days, hours = "", ""
    for unit, count in amounts:
        number = "X" if count is None else f"{count * _YEARS.get(unit, 1):g}"
        letter = _LETTERS.get(unit, "Y")
        if letter.startswith("T"):
            hours += number + letter[1:]
        else:
            days += number + letter
    return f"P{days}T{hours}" if hours else f"P{days}"


def _through(hit: Hit) -> Expression | None:
    """طوال اليوم, طيلة الأسبوع."""
    return Length(iso=_iso([(Unit(hit.value("the_unit")) if hit.has("the_unit") else Unit.DAY, 1)]))


def _half(hit: Hit) -> Expression | None:
    """نصف ساعة, ربع قرن: a part of one unit."""
    unit = Unit(hit.value("yearword"))
    whole = {Unit.CENTURY: 100, Unit.DECADE: 10}.get(unit)
    part = _HALF[hit.number("half")]
    return Length(iso=f"P{whole * part:g}Y" if whole else _iso([(unit, part)]))


def _part(part: str) -> str:
    return rf"(?:(?:<count{part}>|<decimal{part}>|<few{part}>)<aunit{part}>|<dual{part}>|<unit{part}>)"


_HALVED = r"(?:{and}?<half>{the_unit|oclock}?)?"
_MORE = rf"(?:{{and}}?{_part('2')}(?:{{and}}?{_part('3')})?)?"

RULES = (
    rule("duration", rf"{_part('1')}<cardinal>?<whole>?{_HALVED}{_MORE}(?!{{year|hijri_number|dayword}})", _duration),
    rule("through", r"(?<={for})(?:<the_unit>|<today>)(?!{lean|weekday|year})", _through),
    rule("half", r"<half><yearword>(?!{lean|year|weekday})", _half),
)
