"""Signing in and out. Guesses are counted by address and by name: ten, then one in twelve seconds."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from riwaya.serve import templating
from riwaya.serve.access.guard import identity
from riwaya.serve.access.sessions import COOKIE, LASTS
from riwaya.serve.preferences import own
from riwaya.serve.reader import Reader


def _asked(request: Request) -> Response:
    return _form(request, failed=False)


def _form(request: Request, *, failed: bool) -> Response:
    site = request.app.state.site
    if site.accounts is None:
        return RedirectResponse("/", status_code=303)
    target = request.query_params.get("next", "/")
    context = {"failed": failed, "next": target, "here": "/login", "name": "login", "exports": {}}
    shown = templating.shown("login.html", Reader.of(request.cookies), context)
    return HTMLResponse(shown, status_code=401 if failed else 200)


async def _signed_in(request: Request) -> Response:
    site = request.app.state.site
    if site.accounts is None:
        raise HTTPException(404)
    form = await request.form(max_files=0, max_fields=8)
    name, password = (str(form.get(field, ""))[:256] for field in ("name", "password"))
    address = request.client.host if request.client else ""
    if site.guesses.wait(f"address {address}") or site.guesses.wait(f"name {name}"):
        raise HTTPException(429)
    account = site.accounts.signed_in(name, password)
    if account is None:
        return _form(request, failed=True)
    answer = RedirectResponse(own(str(form.get("next", "/"))), status_code=303)
    answer.set_cookie(
        COOKIE,
        site.sessions.begin(account, site.now()),
        max_age=int(LASTS.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


async def checked_form(request: Request) -> dict[str, str]:
    """An editor's form, sent from a page that this session was shown.

    Raises:
        HTTPException: 403, not an editor, or the form's token is not the session's.
    """
    asker = identity(request)
    if not asker.edits:
        raise HTTPException(403)
    form = await request.form(max_files=0, max_fields=16)
    given = {name: value for name, value in form.items() if isinstance(value, str)}
    if not request.app.state.site.sessions.is_form_token(given.pop("token", ""), asker.session):
        raise HTTPException(403)
    return given


async def _signed_out(_request: Request) -> Response:
    answer = RedirectResponse("/login", status_code=303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


ROUTES = [
    Route("/login", _asked, methods=["GET"], name="login"),
    Route("/login", _signed_in, methods=["POST"]),
    Route("/logout", _signed_out, methods=["POST"]),
]
