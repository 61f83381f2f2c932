"""Style, script and faces as files whose names hold their digest, so that a browser keeps them for good."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from riwaya.serve import faces

_PACKAGE = "riwaya.serve"
_STYLES = ("story.css", "compare.css", "site.css")
_FILES = (("riwaya.js", "site.js", "text/javascript"), ("riwaya.svg", "mark.svg", "image/svg+xml"))
_FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    content: bytes
    media_type: str


@cache
def _named() -> dict[str, tuple[str, Asset]]:
    """By plain name: the name that is served, and what it holds."""
    held: dict[str, tuple[str, Asset]] = {}
    for face in faces.FACES:
        held[face.file] = _digested(face.file, Asset(faces.read(face), "font/woff2"))
    rules = faces.rules(lambda face: f"url({held[face.file][0]})")
    style = "\n".join([rules, *(_text(name) for name in _STYLES)])
    held["riwaya.css"] = _digested("riwaya.css", Asset(style.encode(), "text/css"))
    held |= {name: _digested(name, Asset(_text(file).encode(), kind)) for name, file, kind in _FILES}
    return held


def _text(name: str) -> str:
    return resources.files(_PACKAGE).joinpath("static", name).read_text("utf-8")


def _digested(name: str, asset: Asset) -> tuple[str, Asset]:
    stem, _, kind = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(asset.content).hexdigest()[:12]}.{kind}", asset


def href(name: str) -> str:
    """Where the file of this plain name is served.

    Raises:
        KeyError: no such file.
    """
    return f"/static/{_named()[name][0]}"


@cache
def _served() -> dict[str, Asset]:
    return dict(_named().values())


def _answer(request: Request) -> Response:
    asset = _served().get(request.path_params["name"])
    if asset is None:
        return Response("no such file\n", status_code=404, media_type="text/plain")
    return Response(asset.content, media_type=asset.media_type, headers={"cache-control": _FOREVER})


ROUTES = [Route("/static/{name}", _answer)]
