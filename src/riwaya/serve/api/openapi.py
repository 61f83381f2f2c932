"""The OpenAPI 3.1 description, made of the resources' declarations and the dataclasses that they give."""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from typing import Any

import msgspec

from riwaya.serve.api.problem import MEDIA_TYPE, Problem
from riwaya.serve.api.resource import MEDIA_TYPES, Format, Param, Resource
from riwaya.serve.api.resources import RESOURCES

Object = dict[str, Any]  # JSON as it is written
_REF = "#/components/schemas/{name}"
_TEXT = r"^[^\x00-\x1f\x7f]*$"


@cache
def DESCRIPTION() -> bytes:  # noqa: N802 - a constant that costs a moment
    return msgspec.json.encode(described(RESOURCES))


def described(resources: tuple[Resource, ...]) -> Object:
    kinds = [resource.gives for resource in resources]
    schemas, components = msgspec.json.schema_components([*kinds, Problem], ref_template=_REF)
    *given, problem = schemas
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Riwaya",
            "version": version("riwaya"),
            "description": "Who said what in Arabic news, who copied whom, who confirmed, denied, declined.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/api/v1"}],
        "paths": {
            resource.path: {"get": _operation(resource, schema, problem)}
            for resource, schema in zip(resources, given, strict=True)
        },
        "components": {"schemas": components},
    }


def _operation(resource: Resource, schema: Object, problem: Object) -> Object:
    content = {
        MEDIA_TYPES[kind]: {"schema": schema if kind is Format.JSON else {"type": "string"}}
        for kind in resource.formats
    }
    answers: Object = {"200": {"description": resource.says, "content": content, "headers": _HEADERS}}
    answers["304"] = {"description": "What the asker holds is still so.", "headers": _HEADERS}
    for status, says in _faults(resource):
        answers[status] = {"description": says, "content": {MEDIA_TYPE: {"schema": problem}}}
    return {
        "operationId": resource.name,
        "summary": resource.says,
        "parameters": [_parameter(param, resource) for param in resource.all_params],
        "responses": answers,
    }


_HEADERS = {"ETag": {"schema": {"type": "string"}, "description": "Of this very content."}}


def _faults(resource: Resource) -> Iterator[tuple[str, str]]:
    yield "400", "A parameter is unknown, missing, given twice or not what it must be."
    yield "401", "Whoever asks is not known here."
    if resource.absent:
        yield "404", "There is nothing of that name."
    yield "429", "Asked too often."
    yield "503", "The store can't be read now."


def _parameter(param: Param, resource: Resource) -> Object:
    within = param.name in resource.in_path
    schema: Object
    if param.number:
        schema = {"type": "integer", "minimum": param.least, "maximum": param.most}
    elif param.choices:
        schema = {"type": "string", "enum": list(param.choices)}
    else:
        schema = {"type": "string", "minLength": param.least, "maxLength": param.most, "pattern": _TEXT}
    if param.default is not None:
        schema["default"] = param.default
    return {
        "name": param.name,
        "in": "path" if within else "query",
        "required": within or param.needed,
        "description": param.says,
        "schema": schema,
    }
