"""/metrics and what the log says: numbers for the operator, and whose work a record was."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable
from typing import Any

import pytest

from makebelieve.logs import JsonLines

TOKEN = "a-token-for-prometheus"


def test_the_operator_alone_reads_them(open_service: Callable[..., Any]) -> None:
    service = open_service(metrics_token=TOKEN)
    game = service.game(service.owner)
    service.client.get(f"/api/v1/games/{game['game_id']}", headers=service.owner)
    service.client.get("/no/such/path")
    assert service.client.get("/metrics").status_code == 401
    assert service.client.get("/metrics", headers=service.owner).status_code == 401
    answer = service.client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    lines = answer.text.splitlines()
    assert 'makebelieve_http_requests_total{method="GET",route="/api/v1/games/{game_id}",status="200"} 1.0' in lines
    assert 'makebelieve_http_requests_total{method="GET",route="none",status="404"} 1.0' in lines
    assert 'makebelieve_jobs_total{kind="generate",outcome="done"} 1.0' in lines
    assert any(line.startswith('makebelieve_job_seconds_count{kind="generate"} 1.0') for line in lines)
    # Names of things stay out: there would be as many series as things.
    assert game["game_id"] not in answer.text


def test_the_queue_is_counted(open_service: Callable[..., Any]) -> None:
    service = open_service(metrics_token=TOKEN, workers=0)
    service.client.post("/api/v1/generate", json={"prompt": "a fox", "async": True}, headers=service.owner)
    service.clock.pass_(5)
    text = service.client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).text
    assert 'makebelieve_queue_jobs{kind="generate",state="queued"} 1.0' in text
    assert 'makebelieve_queue_oldest_seconds{kind="generate",state="queued"} 5.0' in text


def test_without_a_token_there_are_none(service: Any) -> None:
    assert service.client.get("/metrics").status_code == 404


def test_a_jobs_record_names_the_request_that_ordered_it(service: Any, caplog: pytest.LogCaptureFixture) -> None:
    records: list[dict[str, Any]] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(json.loads(JsonLines().format(record)))

    logger = logging.getLogger("makebelieve")
    handler, level = Keep(), logger.level
    logger.addHandler(handler)
    logger.setLevel("INFO")
    try:
        headers = {**service.owner, "X-Request-Id": "the-one-that-ordered-it"}
        assert service.client.post("/api/v1/generate", json={"prompt": "a fox", "seed": 7}, headers=headers).status_code == 200
        # The job is done once it is committed; its record follows, and a waiter that looked in between is answered before it.
        deadline = time.monotonic() + 10
        while not (jobs := [one for one in records if one["message"] == "job" and one["kind"] == "generate"]):
            assert time.monotonic() < deadline, records
            time.sleep(0.01)
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
    assert [record["request"] for record in jobs] == ["the-one-that-ordered-it"]
    assert {record["request"] for record in records if record["message"] == "request"} == {"the-one-that-ordered-it"}
