"""/v1/jobs: what one ordered, how it stands, and an end to it."""

from __future__ import annotations

import time
from typing import Any

import pytest
from small_service import Service


def slow(service: Service, headers: dict[str, str], prompt: str = "sleep:0.6") -> str:
    # Jobs of one instant have no order.
    service.clock.pass_(1)
    answer = service.client.post("/api/v1/generate", json={"prompt": prompt, "async": True}, headers=headers)
    assert answer.status_code == 202
    return str(answer.json()["game_id"])


def newest(service: Service, headers: dict[str, str]) -> dict[str, Any]:
    return dict(service.client.get("/v1/jobs", headers=headers).json()["jobs"][0])


def until(service: Service, headers: dict[str, str], *statuses: str) -> dict[str, Any]:
    end = time.monotonic() + 60
    while (job := newest(service, headers))["status"] not in statuses:
        assert time.monotonic() < end, job
        time.sleep(0.02)
    return job


def test_a_finished_job_has_the_shape_of_the_worlds_family(service: Service) -> None:
    game = service.game(service.owner)["game_id"]
    job = newest(service, service.owner)
    assert (job["kind"], job["status"], job["progress"], job["gameId"], job["result"]) == (
        "generate",
        "succeeded",
        1.0,
        game,
        {"version": 1},
    )
    assert (job["worldId"], job["error"], job["problem"], job["schemaVersion"]) == (None, None, None, "1.0")
    assert service.client.get(f"/v1/jobs/{job['jobId']}", headers=service.owner).json() == job


def test_a_running_job_tells_its_phase_and_progress(service: Service) -> None:
    slow(service, service.owner)
    job = until(service, service.owner, "running")
    assert until(service, service.owner, "succeeded")["jobId"] == job["jobId"]
    slow(service, service.owner)
    end = time.monotonic() + 60
    while newest(service, service.owner)["phase"] != "prove":
        assert time.monotonic() < end
    assert newest(service, service.owner)["progress"] in (0.1, 1.0)


def test_a_failed_job_says_why(service: Service) -> None:
    service.client.post("/api/v1/generate", json={"prompt": "refuse"}, headers=service.owner)
    job = newest(service, service.owner)
    assert (job["status"], job["error"], job["problem"]["code"]) == ("failed", "no bot could win this", "not_proven")


def test_pages_follow_the_cursor_and_filters_hold(service: Service) -> None:
    for _ in range(3):
        service.game(service.owner)
        service.clock.pass_(1)
    service.client.post("/api/v1/generate", json={"prompt": "refuse"}, headers=service.owner)

    def page(**query: Any) -> dict[str, Any]:
        return dict(service.client.get("/v1/jobs", params=query, headers=service.owner).json())

    everything = [job["jobId"] for job in page()["jobs"]]
    assert len(everything) == 4
    first = page(limit=3)
    assert [job["jobId"] for job in first["jobs"]] == everything[:3]
    second = page(limit=3, cursor=first["nextCursor"])
    assert [job["jobId"] for job in second["jobs"]] == everything[3:]
    assert second["nextCursor"] is None
    assert [job["jobId"] for job in page(status="failed")["jobs"]] == everything[:1]
    assert page(kind="iterate")["jobs"] == []


@pytest.mark.parametrize(
    ("query", "field"), [("limit=0", "limit"), ("limit=101", "limit"), ("status=done", "status"), ("cursor=nonsense", "cursor")]
)
def test_bad_queries_are_refused_by_name(service: Service, query: str, field: str) -> None:
    answer = service.client.get(f"/v1/jobs?{query}", headers=service.owner)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["path"] == field


def test_a_cancelled_job_costs_nothing_and_is_told_to_whoever_waits(service: Service) -> None:
    headers = service.user()
    service.set_tier(headers, "pro")
    # The one worker is busy with the first, so the second waits in the queue.
    slow(service, headers, "sleep:1.5")
    until(service, headers, "running")
    game = slow(service, headers)
    job = newest(service, headers)
    answer = service.client.post(f"/v1/jobs/{job['jobId']}/cancel", headers=headers)
    assert answer.status_code == 200
    assert (answer.json()["status"], answer.json()["problem"]["code"]) == ("cancelled", "cancelled")
    assert service.client.post(f"/v1/jobs/{job['jobId']}/cancel", headers=headers).json() == answer.json()
    assert service.client.get("/api/v1/usage", headers=headers).json()["generations_used"] == 1
    assert service.client.get(f"/api/v1/generate/{game}/status", headers=headers).json()["status"] == "cancelled"
    stream = service.client.get(f"/api/v1/generate/{game}/progress", headers=headers).text
    assert "event: error_event" in stream
    assert "cancelled" in stream


def test_an_ended_job_cannot_be_cancelled(service: Service) -> None:
    service.game(service.owner)
    job = newest(service, service.owner)
    answer = service.client.post(f"/v1/jobs/{job['jobId']}/cancel", headers=service.owner)
    assert (answer.status_code, answer.json()["code"]) == (409, "ended")


def test_anothers_jobs_do_not_exist(service: Service) -> None:
    service.game(service.owner)
    job = newest(service, service.owner)["jobId"]
    stranger = service.user()
    assert service.client.get("/v1/jobs", headers=stranger).json() == {"jobs": [], "nextCursor": None}
    assert service.client.get(f"/v1/jobs/{job}", headers=stranger).status_code == 404
    assert service.client.post(f"/v1/jobs/{job}/cancel", headers=stranger).status_code == 404


def test_a_reading_key_may_look_but_not_cancel(service: Service) -> None:
    service.game(service.owner)
    reader = service.key(service.owner, "read")
    job = newest(service, reader)["jobId"]
    assert service.client.post(f"/v1/jobs/{job}/cancel", headers=reader).status_code == 403
