"""Every rule, family by family. Of two matches the earlier wins, then the longer, then the rule that stands first here."""

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
