"""Calls of the studio family as tests make them, over a small_service."""

from __future__ import annotations

import io
import time
from typing import Any

from PIL import Image
from small_service import Service

from makebelieve.metering import ledger


def rich(service: Service, credits: int = 100) -> dict[str, str]:
    user = service.user()
    account = f"user:{service.client.get('/api/v1/auth/me', headers=user).json()['id']}"
    if credits:
        service.house.database.write(lambda unit: ledger.grant(unit, account, credits, service.clock()))
    return service.key(user, "generate")


def post(service: Service, key: dict[str, str], path: str, status: int, **body: Any) -> dict[str, Any]:
    answer = service.client.post(path, json=body, headers=key)
    assert answer.status_code == status, answer.text
    return dict(answer.json())


def ended(service: Service, key: dict[str, str], path: str) -> dict[str, Any]:
    end = time.monotonic() + 60
    while (answer := service.client.get(path, headers=key).json())["status"] == "pending":
        assert time.monotonic() < end, answer
        time.sleep(0.01)
    return dict(answer)


def picture(service: Service, url: str) -> Image.Image:
    answer = service.client.get(url.removeprefix(service.house.settings.base_url))
    assert answer.status_code == 200
    return Image.open(io.BytesIO(answer.content)).convert("RGBA")


def left(service: Service, key: dict[str, str]) -> int:
    return int(service.client.get("/v1/billing/status", headers=key).json()["credits"])


def sprite(service: Service, key: dict[str, str], **body: Any) -> dict[str, Any]:
    made = post(service, key, "/v1/generations", 202, **{"prompt": "a warrior knight", "resolution": "32x32", "seed": 7, **body})
    assert (made["status"], made["resultUrls"]) == ("pending", [])
    done = ended(service, key, f"/v1/generations/{made['id']}")
    assert done["status"] == "completed", done
    return post(service, key, "/v1/generations/select", 201, generationId=made["id"], variationIndex=0)
