"""Errors as RFC 9457 tells them: one JSON object with a title that stays and a detail of this one time."""

from dataclasses import dataclass

import msgspec
from starlette.exceptions import HTTPException
from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """`parameter` names what was asked wrongly, where one parameter was."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    parameter: str | None = None


class ProblemError(Exception):
    def __init__(self, status: int, detail: str, parameter: str | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.parameter = status, detail, parameter


def response(status: int, detail: str, parameter: str | None = None) -> Response:
    title = HTTPException(status).detail
    told = Problem(title=title, status=status, detail=detail, parameter=parameter)
    return Response(msgspec.json.encode(told), status_code=status, media_type=MEDIA_TYPE)
