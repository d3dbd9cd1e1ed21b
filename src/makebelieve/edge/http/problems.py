"""The one error shape (RFC 9457) on the wire."""

from __future__ import annotations

import logging
import re
from http import HTTPStatus
from typing import Any

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Match

from makebelieve.kit.errors import FieldError, Problem, Unavailable, invalid

log = logging.getLogger("makebelieve.http")

STUDIO = ("/v1/batch", "/v1/generations", "/v1/sprites", "/v1/animations", "/v1/projects", "/v1/tile-packs", "/v1/music", "/v1/sounds")
"""Paths of the studio family, whose clients know 400 for what is not valid."""
WORLDS = ("/v1/worlds", "/v1/sessions", "/v1/jobs", "/v1/perceive", "/v1/ground", "/v1/seed-frame", "/v1/apps", "/v1/usage")
"""Paths of the worlds family, whose clients know 400 for what is missing, and a `schemaVersion` in every refusal."""
SCHEMA_VERSION = "1.0"
MEDIA_TYPE = "application/problem+json"


def phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"


def problem_body(problem: Problem, request_id: str | None = None) -> dict[str, Any]:
    """The members every family's client reads: `detail` (games, worlds), `statusCode`, `message`, `error` (studio)."""
    body: dict[str, Any] = {
        "type": f"urn:makebelieve:problem:{problem.code}",
        "title": phrase(problem.status),
        "status": problem.status,
        "detail": problem.detail,
        "code": problem.code,
        "statusCode": problem.status,
        "message": problem.detail,
        "error": phrase(problem.status),
        "errors": [
            {"path": error.path, "message": error.message, **({"allowed": list(error.allowed)} if error.allowed else {})}
            for error in problem.errors
        ],
    }
    body.update(problem.members)
    if request_id is not None:
        body["request_id"] = request_id
    return body


def problem_response(problem: Problem, request_id: str | None = None) -> Response:
    return Response(
        orjson.dumps(problem_body(problem, request_id)), status_code=problem.status, media_type=MEDIA_TYPE, headers=problem.headers
    )


def _path(location: tuple[int | str, ...]) -> str:
    # ("body", "prompt") -> prompt; a query or path parameter keeps only its name as well.
    parts = location[1:] if location and location[0] in ("body", "query", "path", "header", "cookie") else location
    return ".".join(str(part) for part in parts) or "body"


def _values(expected: str) -> tuple[str, ...]:
    """The values of Pydantic's sentence about them: "'side', 'top-down' or 'isometric'"."""
    return tuple(re.findall(r"'([^']*)'", expected)) or (expected,)


def validation_problem(error: RequestValidationError) -> Problem:
    """Which fields are wrong and what they may be. The values sent are not repeated: a password may be among them."""
    fields = []
    for item in error.errors():
        allowed = (item.get("ctx") or {}).get("expected")
        if item["type"] == "json_invalid":
            # Where a field has its name, JSON that cannot be read has a number of characters.
            fields.append(FieldError("body", f"is not valid JSON at character {item['loc'][-1]}"))
            continue
        fields.append(FieldError(_path(tuple(item["loc"])), str(item["msg"]), _values(str(allowed)) if allowed else ()))
    detail = "; ".join(f"{field.path}: {field.message}" for field in fields) or "the request is not valid"
    return Problem(422, "invalid", detail, tuple(fields))


def _request_id(request: Request) -> str | None:
    return getattr(request.state, "request_id", None)


def _invalid_here(request: Request) -> int:
    return 400 if request.url.path.startswith(STUDIO) else 422


def _as_told_here(request: Request, problem: Problem) -> Response:
    """In the words of the family that was called."""
    if request.url.path.startswith(WORLDS):
        problem.members.setdefault("schemaVersion", SCHEMA_VERSION)
        if request.url.path == "/v1/worlds" and problem.errors:
            problem.members["errors"] = [f"{error.path}: {error.message}" for error in problem.errors]
    return problem_response(problem, _request_id(request))


def methods_of(request: Request) -> list[str]:
    """What can be done at the path of this request."""
    matching = [route for route in request.app.routes if route.matches(request.scope)[0] is not Match.NONE]
    # A path that is named as it stands is not also somebody's id.
    named = [route for route in matching if getattr(route, "path", "") == request.url.path]
    return sorted(set().union(*(getattr(route, "methods", None) or () for route in named or matching)))


def install(app: FastAPI) -> None:
    """Every error of the application in the one shape."""

    async def on_problem(request: Request, error: Exception) -> Response:
        assert isinstance(error, Problem)
        if error.code == "invalid":
            error.status = _invalid_here(request)
        return _as_told_here(request, error)

    async def on_validation(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        problem = validation_problem(error)
        problem.status = _invalid_here(request)
        if request.url.path.startswith(WORLDS) and all(item["type"] in ("missing", "json_invalid") for item in error.errors()):
            problem.status = 400
        return _as_told_here(request, problem)

    async def on_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == 400:
            # The framework's word for bytes that are not even text: refused like a body that is text but not JSON.
            problem = invalid("body", "is not valid JSON")
            problem.status = 400 if request.url.path.startswith(WORLDS) else _invalid_here(request)
            return _as_told_here(request, problem)
        details = {
            404: ("not_found", "there is nothing at this address"),
            405: ("method_not_allowed", f"{request.method} is not possible here"),
            413: ("too_large", "the request body is larger than this server takes"),
        }
        code, detail = details.get(error.status_code, ("http_error", str(error.detail)))
        headers = dict(error.headers or {})
        if error.status_code == 405:
            # The framework names the methods of the first route of the path alone.
            headers["Allow"] = ", ".join(methods_of(request))
        return problem_response(Problem(error.status_code, code, detail, headers=headers), _request_id(request))

    async def on_unavailable(request: Request, error: Exception) -> Response:
        assert isinstance(error, Unavailable)
        log.error("unavailable", extra={"request": _request_id(request), "what": error.what, "reason": error.reason})
        detail = f"the server's {error.what} does not answer now; nothing was done, try again"
        return problem_response(Problem(503, "unavailable", detail, headers={"Retry-After": "2"}), _request_id(request))

    async def on_anything(request: Request, error: Exception) -> Response:
        detail = "something went wrong here; the server's log has more under this request_id"
        return problem_response(Problem(500, "internal", detail), _request_id(request))

    app.add_exception_handler(Exception, on_anything)
    app.add_exception_handler(Problem, on_problem)
    app.add_exception_handler(Unavailable, on_unavailable)
    app.add_exception_handler(RequestValidationError, on_validation)
    app.add_exception_handler(HTTPException, on_http)
