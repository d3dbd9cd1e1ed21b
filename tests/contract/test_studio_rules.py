"""What holds for every order of the studio, on both databases: limits, credits, idempotency, isolation, webhooks."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import receiver
from small_service import Service, bearer
from studio_calls import ended, left, picture, post, rich, sprite

from makebelieve.metering import ledger

SMALL = {"prompt": "a fox", "resolution": "16x16", "seed": 7}


@pytest.fixture(params=["sqlite", "postgresql"])
def changes(request: pytest.FixtureRequest) -> dict[str, Any]:
    return {} if request.param == "sqlite" else {"database_url": request.getfixturevalue("make_postgresql")()}


@pytest.fixture
def service(open_service: Callable[..., Service], changes: dict[str, Any]) -> Service:
    return open_service(outbound_allow="127.0.0.1", **changes)


@pytest.fixture
def idle(open_service: Callable[..., Service], changes: dict[str, Any]) -> Service:
    """A service in which nobody works."""
    return open_service(workers=0, **changes)


@pytest.fixture
def server() -> Iterator[receiver.Receiver]:
    with receiver.running() as running:
        yield running


def order(service: Service, key: dict[str, str], **body: Any) -> Any:
    return service.client.post("/v1/generations", json={**SMALL, **body}, headers=key)


def test_five_at_once_of_one_key(idle: Service) -> None:
    user = idle.user()
    account = f"user:{idle.client.get('/api/v1/auth/me', headers=user).json()['id']}"
    idle.house.database.write(lambda unit: ledger.grant(unit, account, 100, idle.clock()))
    first, second = idle.key(user, "generate"), idle.key(user, "generate")
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: order(idle, first), range(12)))
    assert Counter(answer.status_code for answer in answers) == {202: 5, 429: 7}
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert int(refused.headers["Retry-After"]) > 0
    assert {"statusCode", "message", "error"} <= set(refused.json())
    tile = idle.client.post("/v1/tile-packs/generate", json={"prompt": "stone"}, headers=first)
    assert tile.status_code == 429
    # another key of the same account has five of its own, and the refused ones cost nothing
    assert order(idle, second).status_code == 202
    assert left(idle, first) == 100 - 6
    # who gives one up may ask for another
    gone = next(answer.json()["id"] for answer in answers if answer.status_code == 202)
    job = idle.house.database.read(lambda unit: unit.creations.creation(gone)).job
    assert idle.client.post(f"/v1/jobs/{job}/cancel", headers=first).status_code in (200, 202, 204)
    assert order(idle, first).status_code == 202
    assert left(idle, first) == 100 - 6
    assert idle.house.database.read(ledger.audit) == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/generations", SMALL),
        ("/v1/projects", {"name": "x"}),
        ("/v1/tile-packs/generate", {"prompt": "stone"}),
    ],
)
def test_the_same_key_twice_is_one_order(service: Service, path: str, body: dict[str, Any]) -> None:
    key = {**rich(service), "Idempotency-Key": "one"}
    first, second = (service.client.post(path, json=body, headers=key) for _ in range(2))
    assert (first.status_code, first.content) == (second.status_code, second.content)
    assert second.headers["Idempotency-Replayed"] == "true"
    other = service.client.post(path, json={**body, "seed": 8, "name": "y"}, headers=key)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_mismatch")
    assert left(service, key) == (100 if path == "/v1/projects" else 99)


def test_selecting_animating_and_processing_are_idempotent_too(service: Service) -> None:
    key = rich(service)
    made = sprite(service, key, **SMALL)["spriteId"]
    generation = service.client.get("/v1/generations", headers=key).json()["data"][0]["id"]
    once = {**key, "Idempotency-Key": "two"}
    bodies = {"generationId": generation, "variationIndex": 0}
    kept = [service.client.post("/v1/generations/select", json=bodies, headers=once).json()["spriteId"] for _ in range(2)]
    assert kept[0] == kept[1] != made
    walk = [post(service, once, f"/v1/sprites/{made}/animations", 202, type="walk", frameCount=2)["id"] for _ in range(2)]
    assert walk[0] == walk[1]
    assert ended(service, key, f"/v1/animations/{walk[0]}")["status"] == "completed"
    tight = [post(service, once, f"/v1/animations/{walk[0]}/process", 201, mode="tight")["id"] for _ in range(2)]
    assert tight[0] == tight[1]
    assert service.client.get(f"/v1/sprites/{made}/animations", headers=key).json()["total"] == 2
    assert left(service, key) == 98


def test_what_fails_gives_its_credits_back(service: Service) -> None:
    key = rich(service)
    wrong = {"referenceImageUrl": "https://nowhere.invalid/x.png"}
    for body, held in (({"variantCount": 3}, 3), ({"packItems": ["gem", "key"]}, 2)):
        made = post(service, key, "/v1/generations", 202, **{**SMALL, **wrong, **body})
        assert left(service, key) >= 100 - held
        assert ended(service, key, f"/v1/generations/{made['id']}")["status"] == "failed"
        assert left(service, key) == 100
        answer = service.client.post("/v1/generations/select", json={"generationId": made["id"], "variationIndex": 0}, headers=key)
        assert answer.status_code == 409
    assert service.house.database.read(ledger.audit) == []


def test_what_is_deleted_while_it_waits_costs_nothing(idle: Service) -> None:
    key = rich(idle)
    project = post(idle, key, "/v1/projects", 201, name="x")["id"]
    for path, body in (("/v1/generations", SMALL), ("/v1/tile-packs/generate", {"prompt": "stone"})):
        assert idle.client.post(path, json={**body, "projectId": project}, headers=key).status_code == 202
    assert left(idle, key) == 98
    assert idle.client.delete(f"/v1/projects/{project}", headers=key).status_code == 204
    assert left(idle, key) == 100
    assert idle.house.database.read(ledger.audit) == []


def test_renaming_and_deleting(service: Service) -> None:
    key = rich(service)
    project = post(service, key, "/v1/projects", 201, name="x")["id"]
    made = sprite(service, key, **SMALL, projectId=project)
    url, path = made["imageUrl"], f"/v1/sprites/{made['spriteId']}"
    renamed = service.client.patch(path, json={"name": "  Hero  "}, headers=key)
    assert (renamed.status_code, renamed.json()["name"]) == (200, "Hero")
    for wrong in ({}, {"name": ""}, {"name": "x" * 201}, {"name": None}):
        answer = service.client.patch(path, json=wrong, headers=key)
        assert (answer.status_code, answer.json()["errors"][0]["path"]) == (400, "name")
    assert service.client.get(path, headers=key).json()["name"] == "Hero"
    walk = post(service, key, f"{path}/animations", 202, type="idle", frameCount=2)["id"]
    sheet = ended(service, key, f"/v1/animations/{walk}")["spriteSheetUrl"]
    assert service.client.delete(f"/v1/animations/{walk}", headers=key).status_code == 204
    assert service.client.get(f"/v1/animations/{walk}", headers=key).status_code == 404
    assert service.client.get(sheet.removeprefix(service.house.settings.base_url)).status_code == 404
    assert service.client.delete(path, headers=key).status_code == 204
    for method in ("get", "delete"):
        assert getattr(service.client, method)(path, headers=key).status_code == 404
    assert service.client.get(f"/v1/projects/{project}", headers=key).json()["spriteCount"] == 0
    # the generation still has its picture
    assert picture(service, url).size == (16, 16)


def test_test_keys_see_test_things_only(service: Service) -> None:
    user = service.user()
    account = service.client.get("/api/v1/auth/me", headers=user).json()["id"]
    service.house.database.write(lambda unit: ledger.grant(unit, f"user:{account}", 100, service.clock()))

    def app_key(mode: str) -> dict[str, str]:
        app = service.client.get("/v1/apps", headers=user).json()["apps"][0]["id"]
        answer = service.client.post(f"/v1/apps/{app}/keys", json={"kind": "secret", "mode": mode}, headers=user)
        assert answer.status_code == 201, answer.text
        return bearer(answer.json()["key"])

    live, test = app_key("live"), app_key("test")
    project = post(service, test, "/v1/projects", 201, name="x")["id"]
    made = sprite(service, test, **SMALL, projectId=project)["spriteId"]
    tile = post(service, test, "/v1/tile-packs/generate", 202, prompt="stone")["id"]
    ended(service, test, f"/v1/tile-packs/tiles/{tile}")
    for path in (f"/v1/projects/{project}", f"/v1/sprites/{made}", f"/v1/tile-packs/tiles/{tile}"):
        assert service.client.get(path, headers=test).status_code == 200
        assert service.client.get(path, headers=live).status_code == 404
    for path in ("/v1/generations", "/v1/sprites"):
        assert [service.client.get(path, headers=key).json()["total"] for key in (test, live)] == [1, 0]
    assert [len(service.client.get("/v1/projects", headers=key).json()) for key in (test, live)] == [1, 0]
    assert [service.client.get("/v1/tile-packs", headers=key).json()[-1]["isBuiltIn"] for key in (test, live)] == [False, True]
    assert order(service, live, projectId=project).status_code == 404


def test_webhooks_tell_what_came_of_it(service: Service, server: receiver.Receiver) -> None:
    key, hook = rich(service), {"webhookUrl": f"{server.url}/hook"}

    def told(count: int) -> dict[str, Any]:
        return dict(json.loads(server.wait_for(count)[count - 1].body))

    made = post(service, key, "/v1/generations", 202, **SMALL, **hook)
    first = told(1)
    done = ended(service, key, f"/v1/generations/{made['id']}")
    assert first["event"] == "generation.completed"
    data = {"id": made["id"], "status": "completed", "resultUrls": done["resultUrls"], "completedAt": done["completedAt"]}
    assert first["data"] == data
    assert first["timestamp"].endswith("Z")
    assert {"webhook-id", "webhook-timestamp", "webhook-signature", "makebelieve-signature"} <= set(server.received[0].headers)
    kept = post(service, key, "/v1/generations/select", 201, generationId=made["id"], variationIndex=0)["spriteId"]
    walk = post(service, key, f"/v1/sprites/{kept}/animations", 202, type="walk", frameCount=2, **hook)["id"]
    second = told(2)
    sheet = ended(service, key, f"/v1/animations/{walk}")["spriteSheetUrl"]
    assert (second["event"], second["data"]["id"], second["data"]["spriteSheetUrl"]) == ("animation.completed", walk, sheet)
    tile = post(service, key, "/v1/tile-packs/generate", 202, prompt="stone", **hook)["id"]
    third = told(3)
    image = ended(service, key, f"/v1/tile-packs/tiles/{tile}")["imageUrl"]
    assert (third["event"], third["data"]["id"], third["data"]["imageUrl"]) == ("tile.completed", tile, image)
    wrong = {**SMALL, **hook, "referenceImageUrl": "https://nowhere.invalid/x.png"}
    failed = post(service, key, "/v1/generations", 202, **wrong)["id"]
    fourth = told(4)
    assert (fourth["event"], fourth["data"]["id"], fourth["data"]["status"]) == ("generation.failed", failed, "failed")
    assert "referenceImageUrl" in json.dumps(fourth["data"])
