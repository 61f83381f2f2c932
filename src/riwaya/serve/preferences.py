"""Language, theme, digits and months: one form, four cookies that say nothing of who reads."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from riwaya.serve.reader import Reader

_YEAR = 365 * 24 * 3600


async def _set(request: Request) -> Response:
    """What the form says over what the cookies said; then back to the page it came from."""
    form = await request.form(max_files=0, max_fields=8)
    given = {name: value for name, value in form.items() if isinstance(value, str)}
    reader = Reader.of({**request.cookies, **given})
    answer = RedirectResponse(own(given.get("next", "/")), status_code=303)
    for name, value in reader.cookies().items():
        keep(answer, request, name, value)
    return answer


def keep(answer: Response, request: Request, name: str, value: str) -> None:
    """Leave a cookie with the reader, for a year, out of every script's reach."""
    secure = request.url.scheme == "https"
    answer.set_cookie(name, value, max_age=_YEAR, samesite="lax", httponly=True, secure=secure)


def own(target: str) -> str:
    """A path of this site; never a way out of it.

    Raises:
        HTTPException: another host's address, or none.
    """
    if not target.startswith("/") or target[1:2] in {"/", "\\"} or not target.isprintable():
        raise HTTPException(400)
    return target


ROUTES = [Route("/preferences", _set, methods=["POST"])]
