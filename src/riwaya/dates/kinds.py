"""Kinds of words that matter to a date, each with one symbol, so that a text can be matched as a string of symbols."""

from enum import StrEnum


class Kind(StrEnum):
    """Kinds of units. Those above the line stand in words.tsv, those below are told by shape."""

    WEEKDAY = "weekday"
    MONTH = "month"
    VAGUE_MONTH = "vague_month"  # also a common word or a name: مارس, آب, جوان
    HIJRI_MONTH = "hijri_month"
    TODAY = "today"
    DAYWORD = "dayword"
    PAST = "past"
    PAST_OR_LAST = "past_or_last"  # السابق, الأخير: also plain adjectives
    PRESENT = "present"
    FUTURE = "future"
    FUTURE_OR_AFTER = "future_or_after"  # التالي, اللاحق: mostly counted from an event, not from the anchor
    UNIT = "unit"
    UNITS = "units"
    DUAL = "dual"
    THE_UNIT = "the_unit"
    THE_UNITS = "the_units"
    THE_DUAL = "the_dual"
    DAYS = "days"  # يومي السبت والأحد
    MONTHS = "months"
    YEARS = "years"
    CARDINAL = "cardinal"
    TENS = "tens"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"
    ORDINAL = "ordinal"
    ORDINAL_TENS = "ordinal_tens"
    FEW = "few"
    PART = "part"
    EDGE = "edge"
    SEASON = "season"
    FRACTION = "fraction"
    DECADE = "decade"
    HOLIDAY = "holiday"
    BARE_WEEKDAY = "bare_weekday"  # without the article, a habit's: كل جمعة
    OFTEN = "often"
    HALF = "half"
    LESS = "less"
    WHOLE = "whole"
    FOR = "for"
    ABOUT = "about"
    OF = "of"
    IN = "in"
    UNTIL = "until"
    BETWEEN = "between"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    AND = "and"
    THIS = "this"
    SAME = "same"
    LAST = "last"
    EACH = "each"
    AGO = "ago"
    THE = "the"
    MATCHING = "matching"
    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    ON = "on"
    OCLOCK = "oclock"
    ZONE_MARK = "zone_mark"
    ZONE = "zone"
    NOW = "now"
    TH = "th"
    TEE = "tee"  # between day and time: 2025-10-15T23:45
    # ---
    WORD = "word"
    DAY_NUMBER = "day_number"  # 1..31
    YEAR_NUMBER = "year_number"  # four digits, 1800..2100
    HIJRI_NUMBER = "hijri_number"  # four digits, 1300..1500
    NUMBER = "number"
    DECIMAL = "decimal"  # 3.5
    FULL_DATE = "full_date"  # 2023/09/05, 5-9-2023
    TIME = "time"  # 13:00
    COMMA = "comma"
    SLASH = "slash"
    DASH = "dash"
    OPEN = "open"
    CLOSE = "close"
    STOP = "stop"  # a sentence's or line's end
    MARK = "mark"


SYMBOLS: dict[Kind, str] = {kind: chr(0x100 + place) for place, kind in enumerate(Kind)}  # letters plain to `re`
