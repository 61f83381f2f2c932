"""Who said what: cue → content → speaker → chain, each scored alone (the order is bbc/citron's)."""

from riwaya.statements.find import find

__all__ = ["find"]
