"""More requests at once than the server takes: refused at once with 503, health answers all the same, and places come back."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from installs import until
from small_service import Service

from makebelieve.edge.http.admission import BURST, FORBEARANCE, Admission, here, step_aside


class Time:
    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def test_a_place_is_left_once() -> None:
    admission = Admission(2)
    first = admission.enter("/x")
    admission.enter("/x")
    first.leave()
    first.leave()
    assert admission.busy == 1


def test_a_burst_is_worked_off_and_a_queue_that_stands_is_refused() -> None:
    time = Time()
    admission = Admission(2, time)
    burst = [admission.enter("/x") for _ in range(5)]
    assert not any(place.refused for place in burst)
    time.at += FORBEARANCE
    refused = admission.enter("/x")
    assert refused.refused
    # It held nothing, so it gives nothing back.
    refused.leave()
    assert admission.busy == 5
    # Worked off: the next burst has its time again.
    for place in burst:
        place.leave()
    time.at += 10
    assert not any(admission.enter("/x").refused for _ in range(5))


def test_a_place_that_is_free_for_a_moment_ends_no_overload() -> None:
    time = Time()
    admission = Admission(4, time)
    places = [admission.enter("/x") for _ in range(4)]
    time.at += FORBEARANCE
    for _ in range(3):
        places.pop().leave()
        places.append(admission.enter("/x"))
        assert not places[-1].refused
        assert admission.enter("/x").refused
    # With half of the places free it is over, and a burst has its time again.
    places.pop().leave()
    places.pop().leave()
    assert not any(admission.enter("/x").refused for _ in range(5))


def test_a_burst_has_its_bound() -> None:
    admission = Admission(2, Time())
    places = [admission.enter("/x") for _ in range(2 * BURST + 3)]
    assert [place.refused for place in places].count(True) == 3
    assert admission.busy == 2 * BURST


def test_probes_take_no_place_and_are_never_refused() -> None:
    time = Time()
    admission = Admission(1, time)
    admission.enter("/x")
    time.at += 10
    assert not any(admission.enter(path).refused for path in ("/health", "/ready", "/metrics"))
    assert admission.busy == 1


def test_who_only_waits_gives_the_place_up() -> None:
    time = Time()
    admission = Admission(1, time)

    async def waits() -> None:
        here.set(admission.enter("/x"))
        step_aside()
        time.at += 10
        assert not admission.enter("/y").refused

    asyncio.run(waits())
    assert admission.busy == 1


def test_beyond_it_there_is_a_503_that_says_when_to_come_back(open_service: Callable[..., Service], monkeypatch: Any) -> None:
    service = open_service(requests_at_once=2, sync_wait=20)
    with ThreadPoolExecutor(8) as pool:
        # Waiting for jobs takes no place: three wait, and all else is answered.
        waiting = [
            pool.submit(service.client.post, "/api/v1/generate", json={"prompt": "sleep:0.3"}, headers=service.owner) for _ in range(3)
        ]
        until(lambda: service.client.get("/v1/jobs", headers=service.owner).json().get("jobs"))
        assert service.client.get("/api/v1/games", headers=service.owner).status_code == 200
        codes = {future.result().status_code for future in waiting}
        assert 200 in codes
        assert codes <= {200, 503}
        # Hold the two places inside the database's reading.
        gate = threading.Event()
        real = service.house.database.read

        def slow(work: Any) -> Any:
            gate.wait(20)
            return real(work)

        monkeypatch.setattr(service.house.database, "read", slow)
        held = [pool.submit(service.client.get, "/api/v1/usage", headers=service.owner) for _ in range(2)]
        answer: Any = None

        def refused() -> bool:
            nonlocal answer
            answer = service.client.get("/api/v1/games") if answer is None or answer.status_code != 503 else answer
            return bool(answer.status_code == 503)

        until(refused)
        assert answer.json()["code"] == "overloaded"
        assert answer.headers["Retry-After"] == "1"
        assert answer.headers["X-Request-Id"]
        assert service.client.get("/health").status_code == 200
        gate.set()
        assert {future.result().status_code for future in held} == {200}
        monkeypatch.undo()
    assert service.client.get("/api/v1/games", headers=service.owner).status_code == 200
