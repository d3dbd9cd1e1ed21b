"""/v1/sounds over HTTP, with a room that makes small files."""

from __future__ import annotations

import time
from typing import Any

import pytest
from small_service import Service

from makebelieve.metering import ledger


def rich(service: Service, credits: int = 10) -> dict[str, str]:
    user = service.user()
    account = f"user:{service.client.get('/api/v1/auth/me', headers=user).json()['id']}"
    service.house.database.write(lambda unit: ledger.grant(unit, account, credits, service.clock()))
    return service.key(user, "generate")


def ended(service: Service, headers: dict[str, str], sound_id: str) -> dict[str, Any]:
    end = time.monotonic() + 60
    while (answer := service.client.get(f"/v1/sounds/{sound_id}", headers=headers).json())["status"] == "pending":
        assert time.monotonic() < end, answer
        time.sleep(0.01)
    return dict(answer)


def left(service: Service, headers: dict[str, str]) -> int:
    return int(service.client.get("/v1/billing/status", headers=headers).json()["credits"])


def test_from_order_to_files(service: Service) -> None:
    key = rich(service)
    answer = service.client.post("/v1/sounds", json={"prompt": "laser shot", "variations": 8, "seed": 3, "format": "ogg"}, headers=key)
    assert answer.status_code == 202
    made = answer.json()
    assert (made["status"], made["prompt"], made["seed"], made["variations"]) == ("pending", "laser shot", 3, [])
    assert answer.headers["Location"] == f"/v1/sounds/{made['id']}"
    done = ended(service, key, made["id"])
    assert (done["status"], done["family"], len(done["variations"])) == ("completed", "laser", 8)
    assert [one["seed"] for one in done["variations"]] == list(range(3, 11))
    assert len({one["audioUrl"] for one in done["variations"]}) == 8
    file = service.client.get(done["audioUrl"].removeprefix(service.house.settings.base_url))
    assert (file.content, file.headers["Content-Type"]) == (b"effect 3", "audio/ogg")
    assert left(service, key) == 9


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "family"),
        ({"prompt": ""}, "prompt"),
        ({"prompt": "x" * 201}, "prompt"),
        ({"family": "zebra"}, "family"),
        ({"prompt": "laser", "variations": 9}, "variations"),
        ({"prompt": "laser", "variations": 0}, "variations"),
        ({"prompt": "wind", "duration": 31}, "duration"),
        ({"prompt": "wind", "duration": 0.5}, "duration"),
        ({"prompt": "coin", "key": "H"}, "key"),
        ({"prompt": "coin", "format": "aiff"}, "format"),
        ({"prompt": "coin", "seed": 1.5}, "seed"),
    ],
)
def test_what_is_wrong_is_named_and_costs_nothing(service: Service, body: dict[str, Any], field: str) -> None:
    key = rich(service)
    answer = service.client.post("/v1/sounds", json=body, headers=key)
    assert answer.status_code == 400
    assert field in answer.json()["message"]
    assert left(service, key) == 10


def test_one_that_fails_costs_nothing(service: Service) -> None:
    key = rich(service, 1)
    made = service.client.post("/v1/sounds", json={"prompt": "refuse"}, headers=key).json()
    done = ended(service, key, made["id"])
    assert (done["status"], done["audioUrl"], left(service, key)) == ("failed", None, 1)
    assert service.client.post("/v1/sounds", json={"prompt": "laser"}, headers=key).status_code == 202
    assert service.client.post("/v1/sounds", json={"prompt": "laser"}, headers=key).status_code == 402


def test_listed_and_deleted(service: Service) -> None:
    key = rich(service)
    made = [service.client.post("/v1/sounds", json={"prompt": "laser", "seed": seed}, headers=key).json()["id"] for seed in range(2)]
    done = [ended(service, key, one) for one in made]
    found = service.client.get("/v1/sounds", headers=key).json()
    assert ({one["id"] for one in found["data"]}, found["total"]) == ({*made}, 2)
    assert service.client.get("/v1/music", headers=key).json()["total"] == 0
    assert service.client.delete(f"/v1/sounds/{made[0]}", headers=key).status_code == 204
    assert service.client.get(f"/v1/sounds/{made[0]}", headers=key).status_code == 404
    assert service.client.get(done[0]["audioUrl"].removeprefix(service.house.settings.base_url)).status_code == 404
    assert service.client.get("/v1/sounds", headers=key).json()["total"] == 1
