"""The only SQL: captures whole, what was read from each, and what the corpus says."""

from riwaya.store.opening import FILE
from riwaya.store.rows import Filed, State, filed
from riwaya.store.search import Found
from riwaya.store.store import Counts, Store

__all__ = ["FILE", "Counts", "Filed", "Found", "State", "Store", "filed"]
