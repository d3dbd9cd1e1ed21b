"""The straight way finds the route that FastAPI would find, and answers as FastAPI would."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import APIRouter, FastAPI, Query, Response
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from pydantic import BaseModel
from routes import parameters, path_of
from starlette.routing import Match

from makebelieve.edge.http.app import bare_app
from makebelieve.edge.http.dispatch import Dispatch, direct_handler

APP = bare_app()
PATHS = sorted({route.path for route in APP.routes if isinstance(route, APIRoute)})
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
STRANGE = ["", "/", "//", "/v1", "/v1/", "/v1/jobs/", "/v1/jobs//cancel", "/v1/jobs/a/b/c", "/API/v1/games", "/nothing", "/v1/jobs/%2F"]


def by_fastapi(method: str, path: str) -> tuple[Any, dict[str, Any]] | None:
    scope = {"type": "http", "method": method, "path": path, "headers": [], "root_path": ""}
    for route in APP.routes:
        match, found = route.matches(scope)
        if match is Match.FULL:
            return route, found.get("path_params", {})
    return None


@pytest.mark.parametrize("method", METHODS)
def test_it_finds_what_fastapi_finds(method: str) -> None:
    dispatch = Dispatch(APP)
    straight = 0
    for path in [*map(path_of, PATHS), *(path_of(path, "a b") for path in PATHS), *STRANGE]:
        expected, found = by_fastapi(method, path), dispatch.find(method, path)
        if found is None:
            # Only what the tree does not hold: files, whose names may have slashes, and what nobody answers.
            assert expected is None or ":path}" in expected[0].path or not isinstance(expected[0], APIRoute), (method, path)
            continue
        straight += 1
        assert expected is not None, (method, path)
        assert (found[0], found[2]) == expected, (method, path)
    assert straight >= {"GET": 20, "POST": 20}.get(method, 0)


def test_of_two_that_take_a_path_the_first_answers() -> None:
    app = FastAPI()

    @app.get("/a/{name}")
    async def any_name(name: str) -> dict[str, str]:
        return {"name": name}

    @app.get("/a/b")
    async def never() -> dict[str, str]:
        return {}

    @app.get("/a/{name}/{other}")
    async def two(name: str, other: str) -> dict[str, str]:
        return {"name": name, "other": other}

    client = TestClient(Dispatch(app))
    assert client.get("/a/b").json() == {"name": "b"}
    assert client.get("/a/b/c").json() == {"name": "b", "other": "c"}
    assert client.get("/a").status_code == 404
    assert client.post("/a/b").status_code == 405


class Thing(BaseModel):
    name: str
    times: int = 1


def _router(route_class: type[APIRoute]) -> APIRouter:
    router = APIRouter(route_class=route_class)

    @router.get("/things/{name}", response_model=Thing, status_code=201)
    async def thing(response: Response, name: str, times: int = Query(1, ge=1)) -> Thing | Response:
        response.headers["Location"] = f"/things/{name}"
        if times == 7:
            response.status_code = 203
        return Response("whole", status_code=299) if times == 9 else Thing(name=name, times=times)

    return router


class Direct(APIRoute):
    def get_route_handler(self) -> Any:
        handler = direct_handler(self)
        assert handler is not None
        return handler


@pytest.mark.parametrize("path", ["/things/a", "/things/a?times=7", "/things/a?times=9", "/things/a?times=0", "/things/a?times=x"])
def test_it_answers_as_fastapi_does(path: str) -> None:
    answers = []
    for route_class in (APIRoute, Direct):
        app = FastAPI()
        app.include_router(_router(route_class))
        app.router.routes.extend(_router(route_class).routes)
        answers.append(TestClient(Dispatch(app)).get(path))
    plain, direct = answers
    assert (direct.status_code, direct.content) == (plain.status_code, plain.content)
    assert sorted(direct.headers.raw) == sorted(plain.headers.raw)


def test_every_example_path_has_its_parameters() -> None:
    assert all(path.count("{") == len(parameters(path)) for path in PATHS)
