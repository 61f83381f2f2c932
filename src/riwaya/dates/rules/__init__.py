"""Every rule, family by family. The earlier match wins, then the longer, then the rule that stands first."""

from riwaya.dates.rules import clock, gregorian, hijri, numeric, periods, ranges, relative, weekdays, years

RULES = (
    *numeric.RULES,
    *hijri.RULES,
    *ranges.RULES,
    *gregorian.RULES,
    *weekdays.RULES,
    *relative.RULES,
    *periods.RULES,
    *years.RULES,
    *clock.RULES,
)
