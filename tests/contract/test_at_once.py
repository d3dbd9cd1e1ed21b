"""Limits over HTTP when everything comes at the same moment: exactly as many get in as may, on both databases."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from makebelieve.metering import ledger


@pytest.fixture(params=["sqlite", "postgresql"])
def changes(request: pytest.FixtureRequest) -> dict[str, Any]:
    return {} if request.param == "sqlite" else {"database_url": request.getfixturevalue("make_postgresql")()}


def test_three_jobs_at_once_of_the_tier_pro(open_service: Any, changes: dict[str, Any]) -> None:
    service = open_service(workers=0, **changes)
    user = service.user()
    service.set_tier(user, "pro")

    def order(number: int) -> int:
        body = {"prompt": f"a fox {number}", "async": True}
        return int(service.client.post("/api/v1/generate", json=body, headers=user).status_code)

    with ThreadPoolExecutor(8) as pool:
        assert Counter(pool.map(order, range(12))) == {202: 3, 429: 9}
    assert service.client.get("/api/v1/usage", headers=user).json()["generations_used"] == 3
    assert service.house.database.read(ledger.audit) == []


def test_one_request_of_many_with_the_same_key_runs(open_service: Any, changes: dict[str, Any]) -> None:
    service = open_service(workers=0, **changes)
    user = {**service.user(), "Idempotency-Key": "k"}

    def order(_: int) -> tuple[int, str]:
        answer = service.client.post("/api/v1/generate", json={"prompt": "a fox", "async": True}, headers=user)
        return answer.status_code, answer.json().get("game_id", "")

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(order, range(12)))
    # Those that came while the first ran are told so; those after it get its answer.
    assert {status for status, _ in answers} <= {202, 409}
    assert len({game for status, game in answers if status == 202}) == 1
    assert service.client.get("/api/v1/usage", headers=user).json()["generations_used"] == 1


def test_sixty_a_minute(open_service: Any) -> None:
    service = open_service(requests_per_minute=60)
    with ThreadPoolExecutor(8) as pool:
        codes = Counter(pool.map(lambda _: service.client.get("/api/v1/games", headers=service.owner).status_code, range(90)))
    assert codes == {200: 60, 429: 30}
