"""What words of time mean before anyone knows the day they were written: read by the rules, resolved by `resolve`."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Lean(IntEnum):
    """The side of the anchor on which a time lies."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


class Unit(StrEnum):
    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Edge(StrEnum):
    """The part of a period that is meant. Presses use them loosely, so each is a third."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Season(StrEnum):
    """Northern, by whole months; winter runs into the next year."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of a month.

    `said` is the lean that its own words give (الماضي, الجاري, المقبل), None where they give none; `year_offset` counts
    years from the anchor's (من العام الماضي: -1); `offset` days from it (أمس الأربعاء 9 سبتمبر: -1).
    """

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    said: Lean | None = None
    year_offset: int | None = None
    offset: int | None = None
    hijri: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    month: int
    year: int | None = None
    said: Lean | None = None
    year_offset: int | None = None
    edge: Edge | None = None
    hijri: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfMonth:
    """The seven days of a week (`parts` 0) or part `index` of `parts` of a month; `index` 0 is the last.

    "The first week of May" is 1 to 7 May: presses do not mean a calendar's week.
    """

    index: int
    parts: int
    of: Month


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    year: int
    edge: Edge | None = None
    hijri: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A bare day of the week; Monday is 0. `week` is a week counted from the anchor's own: الجمعة من الأسبوع المقبل."""

    weekday: int
    said: Lean | None = None
    week: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """A day counted from the anchor: اليوم, أمس, بعد غد. A weekday beside it wins by up to three days."""

    offset: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """`count` units from the anchor: قبل ثلاثة أيام (-3, DAY), قبل عامين.

    One that is not `sure` counts from an event unless its clause is future: توفي بعد يومين, سيصل بعد يومين.
    """

    unit: Unit
    count: int
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The calendar unit that lies `offset` units from the anchor's own: الأسبوع الماضي (-1), هذا العام (0)."""

    unit: Unit
    offset: int
    edge: Edge | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The `count` units just before (PAST) or just after (FUTURE) the anchor: الأيام الثلاثة الماضية."""

    unit: Unit
    count: int
    side: Lean


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOf:
    """A day of a month counted from the anchor's own: الخامس من الشهر الجاري.

    Without an `offset` it is the nearest month's with that `weekday`: الخميس 21.
    """

    day: int
    offset: int | None
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """Part `index` of `parts` of a year; `year` None is a year `offset` years from the anchor's own."""

    index: int
    parts: int
    year: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonOf:
    season: Season
    year: int | None = None
    said: Lean | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Whole years that stand fast: a decade or a century, or an edge of one."""

    first: int
    last: int
    edge: Edge | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Both ends included. What the first end leaves open (month, year) the rule has filled from the last."""

    first: "Expression"
    last: "Expression"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day, on the day `of` or else on the anchor's. `zone` is an offset (+03:00), a zone's name, or None."""

    hour: int
    minute: int = 0
    zone: str | None = None
    of: "Expression | None" = None
    until: tuple[int, int] | None = None  # hour and minute at which it ends: من الساعة 3 إلى 5 مساء


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOf:
    """A part of a day: مساء الأحد الماضي."""

    of: "Expression"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A feast by its name in holidays.tsv; `shift` counts days from its first: ثالث أيام عيد الفطر is 2."""

    name: str
    shift: int = 0
    year: int | None = None
    said: Lean | None = None
    year_offset: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfYear:
    """A week as ISO 8601 counts, -1 the last; `year` None is a year `offset` years from the anchor's own."""

    week: int
    year: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """So long, at no time: لمدة ثلاثة أيام. ISO 8601."""

    iso: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """Again and again: كل اثنين. RFC 5545."""

    rule: str


Expression = (
    Day
    | Month
    | PartOfMonth
    | Year
    | Weekday
    | Today
    | Away
    | Period
    | Window
    | DayOf
    | Quarter
    | SeasonOf
    | Stretch
    | Between
    | Clock
    | PartOf
    | Holiday
    | WeekOfYear
    | Length
    | Every
)
