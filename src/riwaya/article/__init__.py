"""The cascade that takes a page apart and rebuilds each article on it; cascade.py lists the stages."""

from riwaya.article.rebuild import rebuild

__all__ = ["rebuild"]
