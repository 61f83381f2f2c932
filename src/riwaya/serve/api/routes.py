"""The resources as routes: every answer with an ETag, every fault a problem."""

import hashlib
from collections.abc import Mapping

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from riwaya.errors import RiwayaError
from riwaya.serve.api import problem, tables
from riwaya.serve.api.openapi import DESCRIPTION
from riwaya.serve.api.resource import MEDIA_TYPES, Call, Format, Resource
from riwaya.serve.api.resources import RESOURCES
from riwaya.serve.headers import ALWAYS
from riwaya.serve.page import as_csv

BASE = "/api/v1"


def fault(told: Exception, status: int) -> Response:
    """What the application says of a fault outside any resource: no such path, a method that there is not."""
    headers = told.headers if isinstance(told, HTTPException) else None
    answer = problem.response(status, HTTPException(status).detail)
    answer.headers.update({**ALWAYS, **(headers or {})})
    return answer


def _route(resource: Resource) -> Route:
    def answer(request: Request) -> Response:
        try:
            call = resource.call(request)
            return _held(request, *_written(resource, call))
        except problem.ProblemError as fault:
            return problem.response(fault.status, fault.detail, fault.parameter)
        except RiwayaError as fault:
            return problem.response(503, str(fault))

    return Route(BASE + resource.path, answer, methods=["GET"], name=f"api.{resource.name}")


def _written(resource: Resource, call: Call) -> tuple[bytes, str]:
    kind = Format(call.word("format")) if len(resource.formats) > 1 else Format.JSON
    if kind is Format.MD and resource.markdown is not None:
        return resource.markdown(call).encode(), MEDIA_TYPES[kind]
    found = resource.answer(call)
    if kind is Format.CSV:
        return as_csv(tables.sheet(resource.name, _items(found))).encode(), MEDIA_TYPES[kind]
    return msgspec.json.encode(found), MEDIA_TYPES[kind]


def _items(found: object) -> tuple[object, ...]:
    return tuple(getattr(found, "items", (found,)))


def _held(request: Request, content: bytes, media_type: str) -> Response:
    """The content, or 304 where the asker has the very same already."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:24]}"'
    headers: Mapping[str, str] = {"etag": tag, "cache-control": "private, no-cache", "vary": "cookie, authorization"}
    known = (one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(","))
    if tag in (held := set(known)) or "*" in held:
        return Response(status_code=304, headers=dict(headers))
    return Response(content, media_type=media_type, headers=dict(headers))


def _described(request: Request) -> Response:
    return _held(request, DESCRIPTION(), "application/json")


ROUTES = [
    Route(f"{BASE}/openapi.json", _described, methods=["GET"], name="api.openapi"),
    *map(_route, RESOURCES),
]
