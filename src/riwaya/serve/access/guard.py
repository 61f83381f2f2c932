"""The door: a request is somebody's or is sent to sign in; none comes from another site's page, none too often."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from riwaya.serve.access.accounts import Account, Accounts, Role
from riwaya.serve.access.limits import Limit
from riwaya.serve.access.sessions import COOKIE
from riwaya.serve.api import problem
from riwaya.serve.site import Site

_SAFE = {"GET", "HEAD", "OPTIONS"}
_OPEN = ("/login", "/static/")
_API = "/api/"
_MOST_BYTES = 64 << 10  # of a form


@dataclass(frozen=True, slots=True)
class Identity:
    """Who asks. `session` is what form tokens are bound to."""

    name: str
    role: Role
    session: str = ""

    @property
    def edits(self) -> bool:
        return self.role is Role.EDITOR


LOCAL = Identity("local", Role.EDITOR, "local")


def identity(request: HTTPConnection) -> Identity:
    found = request.scope.get("riwaya.identity", LOCAL)
    return found if isinstance(found, Identity) else LOCAL


class Guard:
    """`accounts` None: on loopback, where whoever can connect may do what they like with the files too."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app, self.site = app, site
        self.accounts, self.sessions = site.accounts, site.sessions
        self.asks = Limit(each=20, burst=120)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        refused = _foreign(request) or _large(request) or self._unknown(request)
        await (refused or self.app)(scope, receive, send)

    def _unknown(self, request: Request) -> Response | None:
        """None where the request may go on, its identity known; else what is answered."""
        if self.accounts is None:
            request.scope["riwaya.identity"] = LOCAL
            return None
        address = request.client.host if request.client else ""
        found = self._identity(request, self.accounts)
        wait = self.asks.wait(found.name if found else address)
        if wait:
            return _told(request, 429, "asked too often", {"retry-after": str(int(wait) + 1)})
        if found is not None:
            request.scope["riwaya.identity"] = found
            return None
        path = request.url.path
        if path == _OPEN[0] or path.startswith(_OPEN[1]):
            request.scope["riwaya.identity"] = Identity("", Role.READER)
            return None
        if path.startswith(_API) or request.method not in _SAFE:
            return _told(request, 401, "say who you are with a token", {"www-authenticate": "Bearer"})
        return RedirectResponse(f"/login?next={quote(path, safe='/')}", status_code=303)

    def _identity(self, request: Request, accounts: Accounts) -> Identity | None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return _of(accounts.bearing(token.strip()), token)
        cookie = request.cookies.get(COOKIE, "")
        return _of(self.sessions.of(cookie, accounts, self.site.now()), cookie) if cookie else None


def _of(account: Account | None, session: str) -> Identity | None:
    return None if account is None else Identity(account.name, account.role, session)


def _foreign(request: Request) -> Response | None:
    """A browser says from where a form was sent; what another site's page sends is refused. Programs say nothing."""
    if request.method in _SAFE:
        return None
    headers: Headers = request.headers
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    own = site in ("same-origin", "none") if site is not None else True
    if own and (origin is None or urlsplit(origin).netloc == headers.get("host")):
        return None
    return _told(request, 403, "sent by another site's page")


def _large(request: Request) -> Response | None:
    size = request.headers.get("content-length", "0")
    fits = size.isascii() and size.isdecimal() and int(size[:12]) <= _MOST_BYTES
    streamed = request.method not in _SAFE and "transfer-encoding" in request.headers
    return None if fits and not streamed else _told(request, 413, "more than a form of ours holds")


def _told(request: Request, status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    if request.url.path.startswith(_API):
        answer = problem.response(status, detail)
        answer.headers.update(headers or {})
        return answer
    return PlainTextResponse(f"{status} {detail}\n", status_code=status, headers=headers)
