"""What the tests of faults look at: whether a refusal is one, and whether everything adds up afterwards."""

from __future__ import annotations

import time
from typing import Any

from small_service import Service

from makebelieve.library.scoring import NOBODY
from makebelieve.metering import ledger


def assert_refused(answer: Any) -> None:
    """A 503 that says so in the house's shape and when to come back."""
    assert answer.status_code == 503, answer.text
    body = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (body["code"], body["statusCode"]) == ("unavailable", 503)
    assert int(answer.headers["Retry-After"]) >= 1


def states(service: Service) -> list[str]:
    """The state of every job that was ordered; the sounds of games follow by themselves."""
    jobs = service.house.database.read(lambda unit: unit.jobs.list_jobs(owner=None, state=None, kind=None, before=None, limit=1000))
    return [job.state for job in jobs if job.owner != NOBODY]


def settle(service: Service, body: float = 0.0) -> None:
    """Until every job has ended: the clock is moved on again and again, so that what waits or has lost its worker goes on.

    `body`: the seconds that a job's body takes, which are left to it between two moves.
    """
    end = time.monotonic() + 60.0
    while {"queued", "running"} & set(states(service)):
        assert time.monotonic() < end, states(service)
        service.clock.pass_(20.0)
        time.sleep(0.1 + 1.5 * body)


def assert_books_balance(service: Service, headers: dict[str, str]) -> None:
    """Every job that was done was charged once and is a game; nothing else was charged or kept; nothing is held."""
    done = states(service).count("done")
    assert service.house.database.read(ledger.audit) == []
    usage = service.client.get("/api/v1/usage", headers=headers).json()
    assert usage["generations_used"] == done
    assert service.client.get("/api/v1/games", headers=headers).json()["total"] == done
