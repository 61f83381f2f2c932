"""Who took whose text, whole or in part, and which way it went."""

from riwaya.copies.families import families
from riwaya.copies.index import Index
from riwaya.copies.trace import trace

__all__ = ["Index", "families", "trace"]
