"""One story told whole: reports, positions side by side, who left out what, timeline, inconsistencies.

A dossier does not depend on the order in which its material arrives: everything is first sorted by day, article, place.
"""

from riwaya.dossier.labels import labels
from riwaya.dossier.make import make
from riwaya.dossier.material import Material

__all__ = ["Material", "labels", "make"]
