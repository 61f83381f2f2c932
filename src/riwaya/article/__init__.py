"""The cascade that takes a page apart and rebuilds each article on it. Begin with cascade.py, which lists the stages."""

from riwaya.article.rebuild import rebuild

__all__ = ["rebuild"]
