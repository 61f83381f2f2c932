"""People, organisations and places in articles, and one name for the spellings of many houses."""

from riwaya.names.find import find
from riwaya.names.merge import gather, links
from riwaya.names.spellings import key, same

__all__ = ["find", "gather", "key", "links", "same"]
