"""Pages as they were kept, for a frame that may do nothing: no script, no form, no other host."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from riwaya.serve.site import Site

_CAGE = {
    "content-security-policy": (
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'self'"
    ),
    "x-frame-options": "SAMEORIGIN",
}
_MARKUP = {"text/html", "application/xhtml+xml"}


def _kept(request: Request) -> Response:
    """Markup as markup, everything else as plain text, in the letters that it came in."""
    site: Site = request.app.state.site
    capture = site.store.capture(request.path_params["capture"])
    if capture is None:
        raise HTTPException(404)
    kind = "text/html" if capture.media_type in _MARKUP else "text/plain"
    given = {**_CAGE, "content-type": f"{kind}; charset={_charset(capture.charset)}"}
    return Response(capture.content, headers=given)


def _charset(name: str | None) -> str:
    """A name that can stand in a header; UTF-8 where the page stated none."""
    return name if name and name.isascii() and name.replace("-", "").replace("_", "").isalnum() else "utf-8"


ROUTES = [Route("/capture/{capture}", _kept)]
