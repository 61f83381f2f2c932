"""Every rule, family by family. The earlier match wins, then the longer, then the rule that stands first."""

from riwaya.dates.rules import (
    clock,
    durations,
    gregorian,
    hijri,
    holidays,
    numeric,
    periods,
    ranges,
    relative,
    sets,
    weekdays,
    years,
)

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
    *holidays.RULES,
    *sets.RULES,
    *durations.RULES,
)
