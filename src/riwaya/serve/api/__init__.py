"""`/api/v1`: what the pages show and what the records hold, for programs. `RESOURCES` declares all of it.

A resource is declared once (`resource`): its path, its parameters, the dataclass that it gives. Routes, checks of what
was asked, and the OpenAPI description (`openapi`) are all made of that declaration.
"""

from riwaya.serve.api.openapi import DESCRIPTION
from riwaya.serve.api.resources import RESOURCES
from riwaya.serve.api.routes import BASE, ROUTES, fault

__all__ = ["BASE", "DESCRIPTION", "RESOURCES", "ROUTES", "fault"]
