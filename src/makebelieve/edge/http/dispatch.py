"""Straight from the path to its endpoint: what FastAPI's layers do for a request, without those that do nothing for ours.

FastAPI tries one route after the other, and wraps each request in layers for middleware, yielding dependencies and uploads, none of which
this server uses. Here a tree of path segments finds the route, and its handler is called. Whatever the tree does not know (other methods,
paths with slashes in their parameters, nothing at all) goes through FastAPI as ever, and so finds the same errors.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any, Final

from fastapi import FastAPI, Request, Response
from fastapi._compat import ModelField
from fastapi.datastructures import DefaultPlaceholder
from fastapi.dependencies.utils import request_params_to_args
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.convertors import StringConvertor
from starlette.types import Receive, Scope, Send

Handler = Callable[[Request], Coroutine[Any, Any, Response]]
# Where FastAPI expects the stacks of things to close after a request: one does for all.
_STACKS: Final = ("fastapi_middleware_astack", "fastapi_inner_astack", "fastapi_function_astack")


def direct_handler(route: APIRoute) -> Handler | None:
    """What FastAPI's handler of `route` does, if that is no more than: read parameters, call the endpoint, write its model as JSON."""
    dependant, model, answer = route.dependant, route.response_model, route.response_field
    simple = (
        route.body_field is None
        and not dependant.dependencies
        and isinstance(route.response_class, DefaultPlaceholder)
        and not route.is_json_stream
        and dependant.background_tasks_param_name is None
        and dependant.http_connection_param_name is None
        and dependant.security_scopes_param_name is None
        and answer is not None
        and isinstance(model, type)
    )
    if not simple:
        return None
    assert isinstance(answer, ModelField)
    endpoint = route.endpoint
    sources: list[tuple[list[ModelField], Callable[[Request], Any]]] = [
        (dependant.path_params, lambda request: request.path_params),
        (dependant.query_params, lambda request: request.query_params),
        (dependant.header_params, lambda request: request.headers),
        (dependant.cookie_params, lambda request: request.cookies),
    ]
    wanted = [(fields, source) for fields, source in sources if fields]

    async def handler(request: Request) -> Response:
        values: dict[str, Any] = {}
        errors: list[Any] = []
        for fields, source in wanted:
            found, wrong = request_params_to_args(fields, source(request))
            values.update(found)
            errors += wrong
        if errors:
            raise RequestValidationError(errors)
        if dependant.request_param_name is not None:
            values[dependant.request_param_name] = request
        said = None
        if dependant.response_param_name is not None:
            # What the endpoint says besides its model: more fields, another status.
            values[dependant.response_param_name] = said = Response()
            del said.headers["content-length"]
            said.status_code = route.status_code or 200
        made = await endpoint(**values)
        if isinstance(made, Response):
            return made
        if not isinstance(made, model):
            raise TypeError(f"{route.path}: the endpoint gave no {model}")
        # It is valid: the endpoint has built it. FastAPI would look at each field once more.
        content = answer.serialize_json(made, by_alias=route.response_model_by_alias)
        status = route.status_code or 200
        response = Response(content, status_code=said.status_code if said is not None else status, media_type="application/json")
        if said is not None:
            response.headers.raw.extend(said.headers.raw)
        return response

    return handler


@dataclass(slots=True)
class _Node:
    literals: dict[str, _Node] = field(default_factory=dict)
    parameter: _Node | None = None
    ends: dict[str, tuple[int, APIRoute, Handler, tuple[str, ...]]] = field(default_factory=dict)
    """By method: the route's place in the application, the route, its handler, the names of its parameters."""


Found = tuple[APIRoute, Handler, dict[str, str]]


class Dispatch:
    """ASGI application in front of `app`."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._root = _Node()
        for place, route in enumerate(app.routes):
            if isinstance(route, APIRoute) and all(isinstance(kind, StringConvertor) for kind in route.param_convertors.values()):
                self._plant(place, route)

    def _plant(self, place: int, route: APIRoute) -> None:
        node = self._root
        for segment in route.path.split("/"):
            if not segment.startswith("{"):
                node = node.literals.setdefault(segment, _Node())
            elif segment.endswith("}"):
                node.parameter = node.parameter or _Node()
                node = node.parameter
            else:
                return
        entry = place, route, route.get_route_handler(), tuple(route.param_convertors)
        for method in route.methods or ():
            node.ends.setdefault(method, entry)

    def find(self, method: str, path: str) -> Found | None:
        """The route of `path`, the first of the application that takes it, and the values of its parameters; None when unknown here."""
        best: tuple[int, APIRoute, Handler, tuple[str, ...]] | None = None
        values: tuple[str, ...] = ()
        segments = path.split("/")
        ways: list[tuple[_Node, int, tuple[str, ...]]] = [(self._root, 0, ())]
        while ways:
            node, at, taken = ways.pop()
            if at == len(segments):
                end = node.ends.get(method)
                if end is not None and (best is None or end[0] < best[0]):
                    best, values = end, taken
                continue
            segment = segments[at]
            if node.parameter is not None and segment:
                ways.append((node.parameter, at + 1, (*taken, segment)))
            literal = node.literals.get(segment)
            if literal is not None:
                ways.append((literal, at + 1, taken))
        return (best[1], best[2], dict(zip(best[3], values, strict=True))) if best is not None else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = self.find(scope["method"], scope["path"]) if scope["type"] == "http" and not scope.get("root_path") else None
        if found is None:
            await self._app(scope, receive, send)
            return
        route, handler, values = found
        scope.update(app=self._app, router=self._app.router, route=route, endpoint=route.endpoint, path_params=values)
        request = Request(scope, receive, send)
        async with AsyncExitStack() as stack:
            scope.update(dict.fromkeys(_STACKS, stack))
            try:
                response = await handler(request)
            except Exception as error:
                told = self._handler_of(error)
                if told is None:
                    raise
                response = await told(request, error)
            await response(scope, receive, send)

    def _handler_of(self, error: Exception) -> Callable[[Request, Any], Any] | None:
        """What answers for that error; the outermost layer answers for those that nobody expects, and writes them into the log."""
        for kind in type(error).__mro__:
            if kind is Exception:
                return None
            if kind in self._app.exception_handlers:
                return self._app.exception_handlers[kind]
        return None
