"""Generated over all routes: each is in the policy table, and each refuses whom it should."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.routing import APIRoute
from small_service import Service
from starlette.routing import Route

from makebelieve.access.gate import RULES
from makebelieve.edge.http.app import bare_app
from makebelieve.edge.http.guard import GuardedRoute
from makebelieve.edge.http.policy import POLICIES

# Pages and health, open to everybody by design; /play and its data decide by owner and sharing (tests/edge/test_pages.py).
OPEN = {
    "/",
    "/play/{game_id}",
    "/play/{game_id}/game.json",
    "/play/{game_id}/picture.png",
    "/login/{token}",
    "/engine.js",
    "/assets/{name:path}",
    "/favicon.ico",
    "/health",
    "/ready",
    "/api/docs",
    "/api/redoc",
    "/api/reference/{name}",
    "/api/openapi.json",
}
# A valid body for each call that takes one, so that nothing but the credential can be the reason of a refusal.
BODIES: dict[str, Any] = {
    "/api/v1/generate": {"prompt": "a fox"},
    "/api/v1/iterate": {"game_id": "GAME", "message": "harder", "current_config": {"game": {}}},
    "/api/v1/games": {"raku_config": {"game": {"title": "x"}}},
    "/api/v1/developer/keys": {"label": "k"},
}
PROTECTED = [(method, path) for (method, path), policy in POLICIES.items() if RULES[policy.action].scope is not None]
OWNED = [(method, path) for method, path in PROTECTED if "{" in path or path == "/api/v1/iterate"]


def routes() -> list[Any]:
    return [route for route in bare_app().router.routes if isinstance(route, APIRoute | Route)]


def call(service: Service, method: str, path: str, game: str, headers: dict[str, str]) -> Any:
    body = BODIES.get(path)
    if body is not None:
        body = {key: game if value == "GAME" else value for key, value in body.items()}
    address = path.replace("{game_id}", game).replace("{version}", "1").replace("{key_id}", "key_x")
    if "{job_id}" in address:
        made = service.client.get("/v1/jobs", headers=service.owner).json()["jobs"]
        address = address.replace("{job_id}", made[0]["jobId"] if made else "job_x")
    return service.client.request(method, address, json=body if method == "POST" else None, headers=headers)


def test_every_route_is_guarded_or_open_on_purpose() -> None:
    for route in routes():
        if isinstance(route, GuardedRoute):
            assert route.path.startswith(("/api/v1/", "/v1/"))
            for method in route.methods or ():
                assert (method, route.path) in POLICIES
        else:
            assert route.path in OPEN, f"{route.path} is not behind the gate"


def test_every_policy_has_its_route() -> None:
    built = {(method, route.path) for route in routes() if isinstance(route, GuardedRoute) for method in route.methods or ()}
    assert built == set(POLICIES)


@pytest.mark.parametrize(("method", "path"), PROTECTED)
def test_a_wrong_credential_is_401(service: Service, method: str, path: str) -> None:
    for credential in ("sk_live_wrong", "sk_test_wrong", "pk_live_wrong", "e.y.J"):
        answer = call(service, method, path, "game_x", {"Authorization": f"Bearer {credential}"})
        assert answer.status_code == 401
        assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(("method", "path"), [pair for pair in PROTECTED if not POLICIES[pair].public])
def test_anonymous_is_401(service: Service, method: str, path: str) -> None:
    assert call(service, method, path, "game_x", {}).status_code == 401


@pytest.mark.parametrize(("method", "path"), [pair for pair in PROTECTED if RULES[POLICIES[pair].action].scope != "read"])
def test_a_reading_key_is_403(service: Service, method: str, path: str) -> None:
    reader = service.key(service.owner, "read")
    assert call(service, method, path, "game_x", reader).status_code == 403


@pytest.mark.parametrize(("method", "path"), OWNED)
def test_another_tenants_thing_is_404(service: Service, method: str, path: str) -> None:
    game = service.game(service.owner)["game_id"]
    assert call(service, method, path, game, service.user()).status_code == 404


def test_the_public_calls_are_the_ones_that_the_decisions_name() -> None:
    public = {path for (_, path), policy in POLICIES.items() if policy.public}
    assert public == {
        "/api/v1/auth/register",
        "/api/v1/auth/login",
        "/api/v1/auth/refresh",
        "/api/v1/auth/token",
        "/api/v1/auth/logout",
        "/api/v1/auth/google",
        "/api/v1/generate",
    }


def test_the_guide_names_every_call() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "guide" / "api.md").read_text()
    for method, path in POLICIES:
        assert f"`{method} {path}`" in guide
