"""What cannot be kept, or not be told to anybody as JSON, is refused by name wherever a body is free in form."""

from __future__ import annotations

import json
from typing import Any

import pytest
from small_service import Service
from starlette.testclient import TestClient

from makebelieve.edge.http.values import DEEPEST, LARGEST

VALUES = {
    "an integer of 65 bits": str(LARGEST + 1),
    "a negative one": str(-LARGEST - 2),
    "a huge one": "9" * 4000,
    "no number": "NaN",
    "infinity": "-Infinity",
    "a number beyond floats": "1e999",
    "half a surrogate pair": r'"a \ud83e fox"',
    "a name that is half of one": r'{"\udd8a": 1}',
    "a NUL": r'"a \u0000 fox"',
    "deep lists": "[" * DEEPEST + "]" * DEEPEST,
    "deep objects": '{"a":' * DEEPEST + "1" + "}" * DEEPEST,
}
WORLD = "01998e2c-4e1b-7d43-9a6f-3c2b1a0f9e8d"
FREE = {
    "/api/v1/generate": ('{"prompt": "a fox", "preferences": {"x": %s}}', "preferences.x", 422),
    "/api/v1/iterate": ('{"game_id": "game_1", "message": "more", "current_config": {"x": %s}}', "current_config.x", 422),
    "/api/v1/games": ('{"raku_config": {"game": {"x": %s}}}', "raku_config.game.x", 422),
    "/v1/batch": ('{"items": [{"path": "/v1/music", "body": {"x": %s}}]}', "items.0.body.x", 400),
    f"/v1/worlds/{WORLD}/states": ('{"base": "A quay.", "camera": {"static": "s", "dynamic": "d"}, "x": %s}', "x", 422),
    f"/v1/worlds/{WORLD}/ops": ('{"ops": [{"op": "set_field", "x": %s}]}', "ops.0.x", 422),
    f"/v1/worlds/{WORLD}/lint": ('{"data": {"x": %s}}', "data.x", 422),
    f"/v1/worlds/{WORLD}/validate": ('{"world": {"x": %s}}', "world.x", 422),
    f"/v1/worlds/{WORLD}/edit": ('{"instruction": "night", "verifiedObjects": [{"x": %s}]}', "verifiedObjects.0.x", 422),
}


def posted(client: TestClient, path: str, body: str, key: dict[str, str]) -> tuple[int, str]:
    answer = client.post(path, content=body.encode(), headers={**key, "Content-Type": "application/json"})
    named = answer.json()["errors"]
    return answer.status_code, named[0]["path"] if named else ""


@pytest.mark.parametrize("path", FREE)
def test_in_free_fields(service: Service, path: str) -> None:
    body, field, status = FREE[path]
    for what, value in VALUES.items():
        found, named = posted(service.client, path, body % value, service.owner)
        assert (found, named == field or named.startswith(f"{field}.")) == (status, True), (what, named)
    assert service.client.get("/v1/jobs", headers=service.owner).json()["jobs"] == []


@pytest.mark.parametrize("value", [LARGEST, -LARGEST - 1, 1e308, "a \U0001f98a", json.loads("[" * 95 + "]" * 95)])
def test_what_fits_is_kept(service: Service, value: Any) -> None:
    made = service.client.post("/v1/worlds", json={"premise": "a keeper", "seed": 7}, headers=service.owner).json()
    states = f"/v1/worlds/{made['worldId']}/states"
    body = {"id": "roof", "base": "A flat roof.", "camera": {"static": "Eye level.", "dynamic": "Following."}, "mood": value}
    answer = service.client.post(
        states, content=json.dumps(body).encode(), headers={**service.owner, "Content-Type": "application/json; charset=utf-8"}
    )
    assert answer.status_code == 201, answer.text
    assert service.client.get(states, headers=service.owner).json()["roof"]["mood"] == value


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/api/v1/generate", '{"prompt": "a fox", "seed": %s}', "seed"),
        ("/v1/worlds", '{"premise": "a fox looks for her den", "seed": %s}', "seed"),
        ("/v1/seed-frame", '{"prompt": "a quay at night", "seed": %s}', "seed"),
        ("/v1/generations", '{"prompt": "a red fox", "seed": %s}', "seed"),
        ("/v1/generations", '{"prompt": "a red fox", "variantCount": %s}', "variantCount"),
        ("/v1/generations/select", '{"generationId": "gen_1", "variationIndex": %s}', "variationIndex"),
        ("/v1/music", '{"prompt": "a waltz", "seed": %s}', "seed"),
        ("/v1/music", '{"prompt": "a waltz", "bpm": %s}', "bpm"),
        ("/v1/sounds", '{"prompt": "laser", "variations": %s}', "variations"),
        ("/v1/sounds", '{"prompt": "wind", "duration": %s}', "duration"),
        ("/v1/sessions/token", f'{{"worldId": "{WORLD}", "ttlSeconds": %s}}', "ttlSeconds"),
    ],
)
def test_what_is_no_number_is_none(service: Service, path: str, body: str, field: str) -> None:
    for value in ("true", "false", '"7"', '"90"', "[7]"):
        answer = service.client.post(path, content=(body % value).encode(), headers={**service.owner, "Content-Type": "application/json"})
        named = [error["path"] if isinstance(error, dict) else error.partition(":")[0] for error in answer.json()["errors"]]
        assert (answer.status_code in (400, 422), named) == (True, [field]), (value, answer.text)


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/api/v1/generate", '{"prompt": "a fox", "allow_unproven": %s}', "allow_unproven"),
        ("/v1/worlds", '{"premise": "a fox looks for her den", "async": %s}', "async"),
        ("/v1/generations", '{"prompt": "a red fox", "noBase": %s}', "noBase"),
        ("/v1/music", '{"prompt": "a waltz", "loop": %s}', "loop"),
    ],
)
def test_what_is_no_boolean_is_none(service: Service, path: str, body: str, field: str) -> None:
    for value in ("0", "1", '"true"', '"yes"'):
        answer = service.client.post(path, content=(body % value).encode(), headers={**service.owner, "Content-Type": "application/json"})
        named = [error["path"] if isinstance(error, dict) else error.partition(":")[0] for error in answer.json()["errors"]]
        assert (answer.status_code in (400, 422), named) == (True, [field]), (value, answer.text)


def test_an_integer_may_have_a_point(service: Service) -> None:
    # Some clients have no other numbers.
    body = {"prompt": "a tiny red fox jumps", "seed": 7.0}
    assert service.client.post("/api/v1/generate", json=body, headers=service.owner).json()["metadata"]["seed"] == 7
    assert service.client.post("/api/v1/generate", json={**body, "seed": 7.5}, headers=service.owner).status_code == 422
