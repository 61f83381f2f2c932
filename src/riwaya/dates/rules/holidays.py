"""Feasts: عيد الفطر, ثالث أيام عيد الأضحى, رأس السنة الهجرية 1445, عيد الميلاد الماضي."""

from riwaya.dates.expressions import Expression, Holiday
from riwaya.dates.rule import Hit, rule
from riwaya.dates.rules.gregorian import LEAN, said, year_offset


def _holiday(hit: Hit) -> Expression | None:
    name = next((name for name in ("year_number", "hijri_number") if hit.has(name)), None)
    day = hit.optional("ordinal")
    return Holiday(
        name=hit.value("holiday"),
        shift=0 if day is None else day - 1,
        year=hit.number(name) if name else None,
        said=said(hit),
        year_offset=year_offset(hit),
    )


RULES = (
    rule(
        "holiday",
        r"(?:<ordinal>{of}?{units|unit|the_units})?<holiday>"
        rf"(?:{{comma|of|in}}?{{yearword}}?(?:<year_number>|<hijri_number>{{hijri}}?)|{LEAN})?",
        _holiday,
    ),
)
