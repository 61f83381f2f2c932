"""The web application: a value built from lists. A page is a module of `pages/`; what it needs of all is its `PAGE`."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute

from riwaya.errors import RiwayaError
from riwaya.serve import api, assets, captures, edits, events, feeds, preferences, templating
from riwaya.serve.access import login
from riwaya.serve.access.accounts import Accounts
from riwaya.serve.access.guard import Guard
from riwaya.serve.headers import ALWAYS, Headers
from riwaya.serve.pages import PAGES
from riwaya.serve.reader import Reader
from riwaya.serve.site import Clock, Site

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
ROUTES: list[BaseRoute] = [
    *api.ROUTES,
    *assets.ROUTES,
    *captures.ROUTES,
    *events.ROUTES,
    *feeds.ROUTES,
    *preferences.ROUTES,
    *login.ROUTES,
    *edits.ROUTES,
    *(route for page in PAGES for route in page.routes()),
]


def create(
    directory: str | Path, *, now: Clock, hosts: Sequence[str] = LOOPBACK, accounts: Accounts | None = None
) -> Starlette:
    """The application over the store in `directory`; it answers to these host names alone.

    Without `accounts` everyone who reaches it may read and edit: for loopback alone.

    Raises:
        RiwayaError: no store there.
    """
    site = Site(directory, now, accounts)

    @asynccontextmanager
    async def closing(_app: Starlette) -> AsyncIterator[None]:
        yield
        site.close()

    app = Starlette(
        routes=ROUTES,
        middleware=[
            Middleware(Headers),
            Middleware(GZipMiddleware, minimum_size=1024, compresslevel=5),  # streams of events pass as they are
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
            Middleware(Guard, site=site),
        ],
        exception_handlers={HTTPException: _told, RiwayaError: _told, Exception: _told},
        lifespan=closing,
    )
    app.state.site = site
    return app


def _told(request: Request, fault: Exception) -> Response:
    """An error as a page: what happened, and the way back."""
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    if request.url.path.startswith(api.BASE):
        return api.fault(fault, status)
    context = {"status": status, "here": "/", "name": "problem", "exports": {}}
    page = templating.shown("problem.html", Reader.of(request.cookies), context)
    return HTMLResponse(page, status_code=status, headers=ALWAYS)  # of 500 the middleware never hears
