"""Idempotency-Key on every creating call."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa
from small_service import Service

from makebelieve.access.callers import Caller, expand
from makebelieve.edge.http.policy import POLICIES
from makebelieve.jobs import batch
from makebelieve.kit.errors import Unavailable
from makebelieve.library import making
from makebelieve.metering import idempotency

KEY = {"Idempotency-Key": "7c9e6679-7425"}
BODY = {"prompt": "a fox"}


def generate(service: Service, headers: dict[str, str], body: dict[str, Any] = BODY) -> Any:
    return service.client.post("/api/v1/generate", json=body, headers=headers)


def test_the_same_request_gets_the_same_answer_and_makes_nothing_twice(service: Service) -> None:
    user = service.user()
    first = generate(service, {**user, **KEY})
    second = generate(service, {**user, **KEY})
    assert second.content == first.content
    assert second.status_code == first.status_code == 200
    assert "Idempotency-Replayed" not in first.headers
    assert second.headers["Idempotency-Replayed"] == "true"
    assert second.headers["Location"] == first.headers["Location"]
    assert service.client.get("/api/v1/usage", headers=user).json()["generations_used"] == 1
    assert service.client.get("/api/v1/games", headers=user).json()["total"] == 1


@pytest.mark.parametrize("spelling", ['"7c9e6679-7425"', " 7c9e6679-7425 "])
def test_quoted_and_bare_are_the_same_key(service: Service, spelling: str) -> None:
    first = generate(service, {**service.owner, **KEY})
    assert generate(service, {**service.owner, "Idempotency-Key": spelling}).content == first.content


def test_another_body_is_422(service: Service) -> None:
    generate(service, {**service.owner, **KEY})
    answer = generate(service, {**service.owner, **KEY}, {"prompt": "a bat"})
    assert answer.status_code == 422
    assert answer.json()["code"] == "idempotency_mismatch"


def test_in_flight_is_409_with_retry_after(service: Service) -> None:
    from concurrent.futures import ThreadPoolExecutor

    body = {"prompt": "sleep:1"}
    with ThreadPoolExecutor(2) as pool:
        answers = [future.result() for future in [pool.submit(generate, service, {**service.owner, **KEY}, body) for _ in range(2)]]
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert next(a for a in answers if a.status_code == 409).headers["Retry-After"] == "1"


def test_another_account_may_use_the_same_key(service: Service) -> None:
    first = generate(service, {**service.owner, **KEY}).json()
    second = generate(service, {**service.user(), **KEY}).json()
    assert first["game_id"] != second["game_id"]


def test_forgotten_after_a_day(service: Service) -> None:
    first = generate(service, {**service.owner, **KEY}).json()
    service.clock.pass_(24 * 3600 + 1)
    assert generate(service, {**service.owner, **KEY}).json()["game_id"] != first["game_id"]


def test_a_refused_request_leaves_the_key_free(service: Service) -> None:
    assert generate(service, {**service.owner, **KEY}, {"prompt": "crash"}).status_code == 500
    assert generate(service, {**service.owner, **KEY}).status_code == 200


@pytest.mark.parametrize("key", ["", " ", '""', "x" * 256, "tab\there"])
def test_an_unusable_key_is_422(service: Service, key: str) -> None:
    assert generate(service, {**service.owner, "Idempotency-Key": key}).status_code == 422


def test_a_new_api_key_is_replayed_but_not_to_be_found_in_the_database(service: Service) -> None:
    first = service.client.post("/api/v1/developer/keys", json={"label": "k"}, headers={**service.owner, **KEY})
    again = service.client.post("/api/v1/developer/keys", json={"label": "k"}, headers={**service.owner, **KEY})
    assert first.status_code == again.status_code == 201
    assert again.json()["raw_key"] == first.json()["raw_key"]

    def everything(unit: Any) -> str:
        tables = sa.inspect(unit.connection).get_table_names()
        return repr([unit.connection.execute(sa.text(f"SELECT * FROM {name}")).all() for name in tables])

    assert first.json()["raw_key"] not in service.house.database.read(everything)


def test_every_creating_route_honours_it() -> None:
    creating = {path for (method, path), policy in POLICIES.items() if policy.creates and method == "POST"}
    assert creating >= {"/api/v1/generate", "/api/v1/iterate", "/api/v1/games", "/api/v1/developer/keys"}
    assert not any(policy.creates for (method, _), policy in POLICIES.items() if method != "POST")


def test_another_query_is_another_request(service: Service) -> None:
    assert service.client.post("/api/v1/generate", json=BODY, headers={**service.owner, **KEY}).status_code == 200
    answer = service.client.post("/api/v1/generate?x=1", json=BODY, headers={**service.owner, **KEY})
    assert answer.json()["code"] == "idempotency_mismatch"


def died(service: Service, route: str, body: bytes, work: Any) -> None:
    """As if a request had committed `work` and its server had died before the answer was kept, a while ago."""
    me = service.client.get("/api/v1/auth/me", headers=service.owner).json()
    subject, now = f"app:app_{me['id'].partition('_')[2]}", service.clock()

    def commit(unit: Any) -> None:
        claim = idempotency.begin(unit, subject, route, KEY["Idempotency-Key"], body, now)
        assert isinstance(claim, idempotency.Claim)
        user = unit.accounts.user(me["id"])
        job = work(unit, Caller("key", user.tier, expand(("full",)), "local", user), now)
        idempotency.act(unit, claim, job.id if job is not None else None)

    service.house.database.write(commit)
    service.house.bell.ring()
    service.clock.pass_(idempotency.ABANDONED + 1)


def test_after_a_crash_the_same_request_gets_the_game_that_was_ordered(service: Service) -> None:
    body = b'{"prompt": "a fox", "seed": 7}'
    options = {"prompt": "a fox", "seed": 7, "preferences": None, "allow_unproven": False}
    died(service, "POST /api/v1/generate", body, lambda unit, caller, now: making.order_game(unit, caller, now, **options))
    answers = [
        service.client.post("/api/v1/generate", content=body, headers={**service.owner, **KEY, "Content-Type": "application/json"})
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].content == answers[1].content
    assert "Idempotency-Replayed" not in answers[0].headers
    assert answers[1].headers["Idempotency-Replayed"] == "true"
    assert service.client.get("/api/v1/games", headers=service.owner).json()["total"] == 1
    assert service.client.get("/api/v1/usage", headers=service.owner).json()["generations_used"] == 1


def test_after_a_crash_the_same_request_gets_the_batch_that_was_ordered(service: Service) -> None:
    body = b'{"items": [{"path": "/api/v1/generate", "body": {"prompt": "a fox", "seed": 7}}]}'
    options = {"prompt": "a fox", "seed": 7, "preferences": None, "allow_unproven": False}

    def order(unit: Any, caller: Caller, now: float) -> Any:
        wanted = [batch.Request("/api/v1/generate", lambda unit, caller, now: making.draft_game(unit, caller, now, **options))]
        return batch.order(unit, caller, wanted, now, at_once=4, webhook_url=None)

    died(service, "POST /v1/batch", body, order)
    answers = [
        service.client.post("/v1/batch", content=body, headers={**service.owner, **KEY, "Content-Type": "application/json"})
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [202, 202]
    assert answers[0].json()["id"] == answers[1].json()["id"]
    assert len(service.client.get("/v1/jobs", params={"kind": "batch"}, headers=service.owner).json()["jobs"]) == 1


def test_after_a_crash_a_key_that_was_made_is_not_made_again(service: Service) -> None:
    body = b'{"label": "k"}'
    died(service, "POST /api/v1/developer/keys", body, lambda unit, caller, now: None)
    answer = service.client.post(
        "/api/v1/developer/keys", content=body, headers={**service.owner, **KEY, "Content-Type": "application/json"}
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "idempotency_lost")


def test_an_answer_that_cannot_be_kept_is_given_all_the_same(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    def keep(*_: Any) -> None:
        raise Unavailable("database", "gone")

    monkeypatch.setattr(idempotency, "keep", keep)
    first = generate(service, {**service.owner, **KEY})
    assert first.status_code == 200
    monkeypatch.undo()
    service.clock.pass_(idempotency.ABANDONED + 1)
    assert generate(service, {**service.owner, **KEY}).json()["game_id"] == first.json()["game_id"]
