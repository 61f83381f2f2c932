"""Days on the calendar out of words of time. `find` gives the mentions of a text; `publish` an unstated publish day."""

from riwaya.dates import publish
from riwaya.dates.find import find

__all__ = ["find", "publish"]
