"""The place, day and agency before an agency's first words: «المدينة - 10 - 3 (الوكالة) -- »."""

import re

_DATELINE = re.compile(r"^[^.،:\n]{1,60}\([^()\n]{1,25}\)\s*[-–—ـ]+\s*")


def without_dateline(text: str) -> str:
    return _DATELINE.sub("", text)
