"""Generated over all routes: each is in the policy table, and each refuses whom it should.

A new route needs its row in edge/http/policy.py. Its body comes from the examples of its schema. A path parameter or body field that names
something another tenant may own needs a row in FOREIGN.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import small_service
from fastapi.routing import APIRoute
from small_service import Service, bearer
from starlette.routing import Route

from makebelieve.access import keys
from makebelieve.access.callers import IMPLIED, SCOPES
from makebelieve.access.gate import RULES
from makebelieve.edge.http.app import bare_app
from makebelieve.edge.http.guard import GuardedRoute
from makebelieve.edge.http.policy import POLICIES

# Pages, health and published keys, open to everybody by design; /play and its data decide by owner and sharing (tests/edge/test_pages.py).
OPEN = {
    "/",
    "/play/{game_id}",
    "/play/{game_id}/game.json",
    "/play/{game_id}/picture.png",
    # By the hash of its content, which only who may see the game is told.
    "/play/{game_id}/art/{name}",
    "/public/uploads/{name}",
    # Drawn by this server, the same for everybody.
    "/public/tiles/{pack}/{name}.png",
    "/login/{token}",
    "/engine.js",
    "/assets/{name:path}",
    "/favicon.ico",
    "/health",
    "/ready",
    "/.well-known/jwks.json",
    "/schema/smworld-1.0.json",
    "/schema/story-1.0.json",
    # Behind a token of its own (tests/test_serving.py).
    "/metrics",
    "/api/docs",
    "/api/redoc",
    "/api/reference/{name}",
    "/api/openapi.json",
    # Worlds decide by owner and visibility, frames by their token (tests/edge/test_world_pages.py).
    "/worlds/{key}",
    "/worlds/{key}/graph.svg",
    "/embed.html",
    "/embed.js",
    "/embed.global.js",
    "/world-assets/{name:path}",
}


def app_of(service: Service) -> str:
    return "/v1/apps/" + str(service.client.get("/v1/apps", headers=service.owner).json()["apps"][0]["id"])


def webhook(service: Service) -> dict[str, Any]:
    """A webhook of the owner's, with something to deliver."""
    made = service.client.post(f"{app_of(service)}/webhooks", json={"url": "https://receiver.invalid/"}, headers=service.owner).json()
    service.game(service.owner)
    return dict(made)


def delivery(service: Service) -> str:
    found = service.client.get(f"{app_of(service)}/webhook-deliveries", headers=service.owner).json()["deliveries"]
    return str(found[0]["id"])


def batch(service: Service) -> str:
    wanted = {"items": [{"path": "/api/v1/generate", "body": {"prompt": "a fox"}}]}
    return str(service.client.post("/v1/batch", json=wanted, headers=service.owner).json()["id"])


def generation(service: Service) -> dict[str, Any]:
    path = "/v1/generations"
    made = service.client.post(path, json={"prompt": "a red potion", "resolution": "16x16"}, headers=service.owner).json()
    while (found := service.client.get(f"{path}/{made['id']}", headers=service.owner).json())["status"] == "pending":
        time.sleep(0.01)
    return dict(found)


def sprite(service: Service) -> str:
    body = {"generationId": generation(service)["id"], "variationIndex": 0}
    return str(service.client.post("/v1/generations/select", json=body, headers=service.owner).json()["spriteId"])


def version(service: Service) -> dict[str, Any]:
    """The first version of the newest world."""
    newest = service.client.get("/v1/worlds", headers=service.owner).json()["worlds"][0]["id"]
    return dict(service.client.get(f"/v1/worlds/{newest}/versions", headers=service.owner).json()["versions"][0])


# How to come by something of another tenant (the owner), by the name that parameters and body fields call it.
FOREIGN: dict[str, Callable[[Service], str]] = {
    "game_id": lambda service: str(service.game(service.owner)["game_id"]),
    "job_id": lambda service: str(service.client.get("/v1/jobs", headers=service.owner).json()["jobs"][0]["jobId"]),
    "app_id": lambda service: str(service.client.get("/v1/apps", headers=service.owner).json()["apps"][0]["id"]),
    "webhook_id": lambda service: str(webhook(service)["id"]),
    "delivery_id": lambda service: str(
        service.client.get(f"{app_of(service)}/webhook-deliveries", headers=service.owner).json()["deliveries"][0]["id"]
    ),
    "batch_id": batch,
    "music_id": lambda service: str(
        service.client.post("/v1/music", json={"presetSlug": "boss_fight"}, headers=service.owner).json()["id"]
    ),
    "sound_id": lambda service: str(service.client.post("/v1/sounds", json={"prompt": "laser"}, headers=service.owner).json()["id"]),
    "generation_id": lambda service: generation(service)["id"],
    "sprite_id": lambda service: sprite(service),
    "animation_id": lambda service: str(
        service.client.post(f"/v1/sprites/{sprite(service)}/animations", json={"type": "idle"}, headers=service.owner).json()["id"]
    ),
    "project_id": lambda service: str(service.client.post("/v1/projects", json={"name": "x"}, headers=service.owner).json()["id"]),
    "tile_id": lambda service: str(
        service.client.post("/v1/tile-packs/generate", json={"prompt": "stone floor"}, headers=service.owner).json()["id"]
    ),
    "world_id": lambda service: str(
        service.client.post("/v1/worlds", json={"premise": "a keeper"}, headers=service.owner).json()["worldId"]
    ),
    "version_id": lambda service: str(version(service)["id"]),
    "target_id": lambda service: str(version(service)["id"]),
    "key_id": lambda service: str(service.client.get("/api/v1/developer/keys", headers=service.owner).json()[0]["id"]),
    "user_id": lambda service: str(service.client.get("/api/v1/auth/me", headers=service.owner).json()["id"]),
}
# Path parameters that say which part of a thing, not which thing.
PARTS = {"version": "1", "engine": "godot", "state_id": "hall", "event_name": "climb"}
# Bodies that no example can give, by path.
BODIES: dict[str, Any] = {"/api/v1/iterate": {"game_id": "", "message": "harder", "current_config": {"game": {}}}}

PROTECTED = [(method, path) for (method, path), policy in POLICIES.items() if RULES[policy.action].scope is not None]


@cache
def document() -> dict[str, Any]:
    return bare_app().openapi()


def example(schema: dict[str, Any]) -> Any:
    """A value that the schema's own examples give."""
    if "$ref" in schema:
        return example(document()["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    if schema.get("examples"):
        return schema["examples"][0]
    required = schema.get("required", ())
    return {name: example(field) for name, field in schema.get("properties", {}).items() if name in required or field.get("examples")}


def body_of(method: str, path: str) -> Any:
    if path in BODIES:
        return dict(BODIES[path]) if method == "POST" else None
    content = document()["paths"][path][method.lower()].get("requestBody", {}).get("content", {})
    return example(content["application/json"]["schema"]) if "application/json" in content else None


def parameters(path: str) -> list[str]:
    return [part[1:-1].partition(":")[0] for part in path.split("/") if part.startswith("{")]


def named(method: str, path: str) -> set[str]:
    """What of FOREIGN a call names, in its path or its body."""
    return FOREIGN.keys() & {*parameters(path), *(body_of(method, path) or {})}


OWNED = [pair for pair in PROTECTED if named(*pair)]


def routes() -> list[Any]:
    return [route for route in bare_app().router.routes if isinstance(route, APIRoute | Route)]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, migrated: Path, web_folder: Path, cheap_passwords: None) -> Iterator[Service]:
    """One service for all: what is refused changes nothing."""
    folder = tmp_path_factory.mktemp("every_route")
    with small_service.open_service(folder, migrated, web_folder, requests_per_minute=1_000_000) as service:
        yield service


@pytest.fixture(scope="module")
def foreign(service: Service) -> dict[str, str]:
    return {name: make(service) for name, make in FOREIGN.items()}


@pytest.fixture(scope="module")
def stranger(service: Service) -> dict[str, str]:
    return service.user("eve@example.org")


def call(service: Service, method: str, path: str, names: dict[str, str], headers: dict[str, str]) -> Any:
    body = body_of(method, path)
    if isinstance(body, dict):
        body = {name: names.get(name, value) for name, value in body.items()}
    address = path
    for name in parameters(path):
        address = address.replace(f"{{{name}}}", {**PARTS, **names}[name])
    return service.client.request(method, address, json=body, headers=headers)


def test_every_route_is_guarded_or_open_on_purpose() -> None:
    for route in routes():
        if isinstance(route, GuardedRoute):
            assert route.path.startswith(("/api/v1/", "/v1/", "/developer/"))
            for method in route.methods or ():
                assert (method, route.path) in POLICIES
        else:
            assert route.path in OPEN, f"{route.path} is not behind the gate"


def test_every_policy_has_its_route() -> None:
    built = {(method, route.path) for route in routes() if isinstance(route, GuardedRoute) for method in route.methods or ()}
    assert built == set(POLICIES)


@pytest.mark.parametrize(("method", "path"), PROTECTED)
def test_every_parameter_is_known_to_this_test(method: str, path: str) -> None:
    unknown = set(parameters(path)) - FOREIGN.keys() - PARTS.keys()
    assert not unknown, f"say in FOREIGN how to come by another tenant's {unknown}, or in PARTS that they are parts of a thing"


@pytest.mark.parametrize(("method", "path"), PROTECTED)
def test_a_wrong_credential_is_401(service: Service, foreign: dict[str, str], method: str, path: str) -> None:
    for credential in ("sk_live_wrong", "sk_test_wrong", "pk_live_wrong", "e.y.J"):
        answer = call(service, method, path, foreign, {"Authorization": f"Bearer {credential}"})
        assert answer.status_code == 401
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize(("method", "path"), [pair for pair in PROTECTED if not POLICIES[pair].public])
def test_anonymous_is_401(service: Service, foreign: dict[str, str], method: str, path: str) -> None:
    assert call(service, method, path, foreign, {}).status_code == 401


@pytest.mark.parametrize(("method", "path"), PROTECTED)
def test_a_key_without_the_scope_is_403(service: Service, foreign: dict[str, str], method: str, path: str) -> None:
    rule = RULES[POLICIES[method, path].action]
    poorer = [scope for scope in SCOPES if not rule.met_by(IMPLIED[scope])]
    answer = call(service, method, path, foreign, key_with(service, *poorer))
    assert (answer.status_code, answer.json()["code"]) == (403, "missing_scope")


@pytest.mark.parametrize(("method", "path"), PROTECTED)
def test_a_publishable_key_is_401_where_a_secret_one_is_needed(service: Service, foreign: dict[str, str], method: str, path: str) -> None:
    if RULES[POLICIES[method, path].action].met_by(frozenset(keys.DEFAULT_SCOPES["publishable"])):
        pytest.skip("a publishable key may do this")
    answer = call(service, method, path, foreign, key_with(service))
    assert (answer.status_code, answer.json()["code"]) == (401, "secret_key_needed")


@pytest.mark.parametrize(("method", "path"), [pair for pair in PROTECTED if RULES[POLICIES[pair].action].login])
def test_a_key_is_403_where_a_login_is_needed(service: Service, foreign: dict[str, str], method: str, path: str) -> None:
    answer = call(service, method, path, foreign, service.owner)
    assert (answer.status_code, answer.json()["code"]) == (403, "login_needed")


@pytest.mark.parametrize(("method", "path"), OWNED)
def test_another_tenants_thing_is_404(service: Service, foreign: dict[str, str], stranger: dict[str, str], method: str, path: str) -> None:
    answer = call(service, method, path, foreign, stranger)
    assert answer.status_code == 404, answer.text
    made_up = {name: value[:-4] + "zzzz" for name, value in foreign.items()}
    # As if there were none: nobody can tell from the answer which of the two it is.
    assert call(service, method, path, made_up, stranger).json()["detail"] == answer.json()["detail"]


def test_what_was_refused_is_still_there(service: Service, foreign: dict[str, str]) -> None:
    assert service.client.get(f"/api/v1/games/{foreign['game_id']}", headers=service.owner).json()["version"] == 1
    assert [key["is_active"] for key in service.client.get("/api/v1/developer/keys", headers=service.owner).json()][-1] is True
    members = service.client.get(f"/v1/apps/{foreign['app_id']}/members", headers=service.owner).json()["members"]
    assert [member["user_id"] for member in members] == [foreign["user_id"]]


_made: dict[tuple[int, tuple[str, ...]], dict[str, str]] = {}


def key_with(service: Service, *scopes: str) -> dict[str, str]:
    """A secret key of the owner's with these scopes; without any a publishable one."""
    slot = (id(service), scopes)
    if slot not in _made:
        app_id = FOREIGN["app_id"](service)
        body = {"kind": "secret", "mode": "live", "scopes": list(scopes)} if scopes else {"kind": "publishable", "mode": "live"}
        answer = service.client.post(f"/v1/apps/{app_id}/keys", json=body, headers=service.owner)
        assert answer.status_code == 201, answer.text
        _made[slot] = bearer(answer.json()["key"])
    return _made[slot]


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
        # What their owners have made public.
        "/v1/gallery/worlds",
    }


def test_the_guide_names_every_call() -> None:
    guide = "".join((Path(__file__).parents[2] / "docs" / "guide" / page).read_text() for page in ("api.md", "access.md"))
    for method, path in POLICIES:
        assert f"`{method} {path}`" in guide
