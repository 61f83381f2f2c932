"""What articles share and when: stories, their titles, keywords and ties."""

from riwaya.story.cluster import cluster

__all__ = ["cluster"]
