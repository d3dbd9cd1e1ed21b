"""POST /v1/batch: many requests as one job."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
import receiver
from small_service import Service


def items(*prompts: str) -> list[dict[str, Any]]:
    return [{"path": "/api/v1/generate", "body": {"prompt": prompt, "seed": 7}} for prompt in prompts]


def send(service: Service, headers: dict[str, str], wanted: list[dict[str, Any]], **more: Any) -> Any:
    return service.client.post("/v1/batch", json={"items": wanted, **more}, headers=headers)


def ended(service: Service, headers: dict[str, str], batch: str) -> dict[str, Any]:
    end = time.monotonic() + 60
    while (answer := service.client.get(f"/v1/batch/{batch}", headers=headers).json())["status"] == "running":
        assert time.monotonic() < end, answer
        time.sleep(0.02)
    return dict(answer)


def test_every_item_has_its_own_end(service: Service) -> None:
    config = {"game": {"title": "x", "prompt": "a fox"}}
    wanted = [
        *items("a fox", "refuse"),
        {"path": "/api/v1/prove", "body": {"raku_config": config}},
        {"path": "/v1/maps", "body": {"prompt": "a red potion"}},
        {"path": "/api/v1/generate", "body": {"seed": -1}},
    ]
    answer = send(service, service.owner, wanted)
    assert answer.status_code == 202
    made = answer.json()
    assert answer.headers["Location"] == f"/v1/batch/{made['id']}"
    assert (made["status"], made["total"], made["failed"], made["progress"]) == ("running", 5, 2, 0.4)
    done = ended(service, service.owner, made["id"])
    assert (done["status"], done["succeeded"], done["failed"], done["cancelled"], done["progress"]) == ("completed", 2, 3, 0, 1.0)
    game, refused, proof, unknown, invalid = done["items"]
    assert service.client.get(f"/api/v1/games/{game['result']['game_id']}", headers=service.owner).status_code == 200
    assert game["result"]["play_url"].endswith(game["result"]["game_id"])
    assert (refused["status"], refused["error"]["code"], refused["result"]) == ("failed", "not_proven", None)
    assert proof["result"]["proof"]["status"] == "proven"
    assert (unknown["jobId"], unknown["error"]["code"]) == (None, "not_available")
    assert unknown["error"]["errors"][0]["allowed"][:2] == ["/api/v1/generate", "/api/v1/prove"]
    assert [error["path"] for error in invalid["error"]["errors"]] == ["body.prompt", "body.seed"]
    # Only what came out well is charged; a proof counts as an iteration.
    usage = service.client.get("/api/v1/usage", headers=service.owner).json()
    assert (usage["generations_used"], usage["iterations_used"]) == (1, 1)


def test_it_is_a_job_like_any_other(service: Service) -> None:
    made = send(service, service.owner, items("a fox", "a bat")).json()["id"]
    ended(service, service.owner, made)
    job = service.client.get(f"/v1/jobs/{made}", headers=service.owner).json()
    assert (job["kind"], job["status"], job["progress"]) == ("batch", "succeeded", 1.0)
    assert job["result"] == {"total": 2, "succeeded": 2, "failed": 0, "cancelled": 0}
    assert [job["jobId"] for job in service.client.get("/v1/jobs?kind=batch", headers=service.owner).json()["jobs"]] == [made]


def test_cancelling_ends_what_has_not_ended(service: Service) -> None:
    made = send(service, service.owner, items(*["sleep:0.3"] * 20)).json()["id"]
    answer = service.client.post(f"/v1/jobs/{made}/cancel", headers=service.owner)
    assert (answer.status_code, answer.json()["status"]) == (200, "cancelled")
    found = ended(service, service.owner, made)
    assert found["status"] == "cancelled"
    assert found["cancelled"] >= 15
    assert found["cancelled"] + found["succeeded"] == 20
    usage = service.client.get("/api/v1/usage", headers=service.owner).json()
    assert usage["generations_used"] == found["succeeded"]


def test_a_thousand_items_page_by_page(service: Service) -> None:
    made = send(service, service.owner, [{"path": "/nowhere", "body": {}}] * 999 + items("a fox")).json()
    assert (made["total"], made["failed"], len(made["items"]), made["nextOffset"]) == (1000, 999, 100, 100)
    last = service.client.get(f"/v1/batch/{made['id']}?offset=990&limit=50", headers=service.owner).json()
    assert [item["index"] for item in last["items"]] == list(range(990, 1000))
    assert last["nextOffset"] is None


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"items": []}, "items"),
        ({"items": [{"path": "/api/v1/generate", "body": {}}] * 1001}, "items"),
        ({}, "items"),
        ({"items": [{"path": "/api/v1/generate"}]}, "items.0.body"),
        ({"items": [{"path": "/v1/maps", "body": {}}]}, "items.0.path"),
        ({"items": [{"path": "/api/v1/generate", "body": {"prompt": ""}}]}, "items.0.body.prompt"),
        ({"items": items("x"), "webhookUrl": "http://127.0.0.1/"}, "webhookUrl"),
        ({"items": items("x"), "webhookUrl": "file:///etc/passwd"}, "webhookUrl"),
    ],
)
def test_what_cannot_be_done_at_all_is_400_by_field(service: Service, body: dict[str, Any], field: str) -> None:
    answer = service.client.post("/v1/batch", json=body, headers=service.owner)
    assert answer.status_code == 400
    assert answer.json()["statusCode"] == 400
    assert answer.json()["errors"][0]["path"] == field
    assert service.client.get("/v1/jobs", headers=service.owner).json()["jobs"] == []


def test_bytes_that_are_no_json_are_400(service: Service) -> None:
    headers = {**service.owner, "Content-Type": "application/json"}
    assert service.client.post("/v1/batch", content=b"{", headers=headers).status_code == 400


def test_the_end_is_told_to_the_address_of_the_request(open_service: Callable[..., Service]) -> None:
    service = open_service(outbound_allow="127.0.0.1")
    with receiver.running() as server:
        made = send(service, service.owner, items("a fox"), webhookUrl=f"{server.url}/end").json()["id"]
        sent = server.wait_for(1)[0]
    told = json.loads(sent.body)
    assert (sent.path, told["event"], told["data"]["id"]) == ("/end", "batch.completed", made)
    assert told["data"]["result"]["succeeded"] == 1


def test_the_same_key_makes_one_batch(service: Service) -> None:
    headers = {**service.owner, "Idempotency-Key": "k"}
    first, second = (send(service, headers, items("a fox")) for _ in range(2))
    assert first.json()["id"] == second.json()["id"]
    assert second.headers["Idempotency-Replayed"] == "true"


def test_a_free_account_runs_one_item_at_a_time_and_gets_its_ten(service: Service) -> None:
    headers = service.user()
    made = send(service, headers, items(*["a fox"] * 12)).json()
    assert (made["total"], made["failed"]) == (12, 2)
    assert ended(service, headers, made["id"])["succeeded"] == 10
    refused = send(service, headers, items("a fox"))
    assert (refused.status_code, refused.json()["code"]) == (429, "quota_exceeded")
    assert int(refused.headers["Retry-After"]) > 0


def test_anothers_batch_does_not_exist(service: Service) -> None:
    made = send(service, service.owner, items("a fox")).json()["id"]
    stranger = service.user()
    assert service.client.get(f"/v1/batch/{made}", headers=stranger).status_code == 404
    assert service.client.get("/v1/batch/job_x", headers=service.owner).status_code == 404
    single = service.client.get("/v1/jobs?kind=generate", headers=service.owner).json()["jobs"][0]["jobId"]
    assert service.client.get(f"/v1/batch/{single}", headers=service.owner).status_code == 404


def test_a_reading_key_may_follow_but_not_order(service: Service) -> None:
    reader = service.key(service.owner, "read")
    assert send(service, reader, items("a fox")).status_code == 403
    made = send(service, service.owner, items("a fox")).json()["id"]
    assert service.client.get(f"/v1/batch/{made}", headers=reader).status_code == 200
    assert send(service, {}, items("a fox")).status_code == 401
