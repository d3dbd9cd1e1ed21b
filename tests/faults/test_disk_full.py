"""The disk fills up under a running service: orders are refused or wait, nothing is half kept, and with room again all goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from aftermath import assert_books_balance, assert_refused, settle, states
from disks import CannotMount, Device, PlayedDevice, small_disk
from small_service import Service

PLENTY = 1_000_000


def allow_pages(service: Service, more: int) -> None:
    """Let SQLite's file grow by that many pages and then find the disk full (SQLITE_FULL)."""

    def work(unit: Any) -> None:
        pages = unit.connection.exec_driver_sql("PRAGMA page_count").scalar()
        unit.connection.exec_driver_sql(f"PRAGMA max_page_count={pages + more}")

    service.house.database.write(work)


def test_whatever_room_is_left_an_order_is_taken_whole_or_refused(open_service: Callable[..., Service]) -> None:
    service = open_service(sync_wait=0.2, job_lease=1, job_attempts=20)
    codes = []
    for room in (*[0] * 8, 1, 1, 1, 2, 2, 3, 4, 5):
        allow_pages(service, room)
        service.clock.pass_(20.0)
        # As long as prompts may be, so that rows do not fit into what is left of a page.
        answer = service.client.post("/api/v1/generate", json={"prompt": f"{room} " + "x" * 490, "seed": 1}, headers=service.owner)
        codes.append(answer.status_code)
        if answer.status_code == 503:
            assert_refused(answer)
    assert set(codes) <= {200, 202, 503}, codes
    assert 503 in codes
    taken = len(codes) - codes.count(503)
    assert taken > 0
    assert len(states(service)) == taken
    # Reading goes on.
    assert service.client.get("/api/v1/games", headers=service.owner).status_code == 200
    allow_pages(service, PLENTY)
    settle(service)
    assert states(service).count("done") == taken
    assert_books_balance(service, service.owner)
    assert service.client.post("/api/v1/generate", json={"prompt": "a fox"}, headers=service.owner).status_code == 200


def test_a_full_database_is_not_ready_to_write_but_tells_why_and_keys_are_not_half_made(service: Service) -> None:
    allow_pages(service, 0)
    refused = 0
    for number in range(60):
        answer = service.client.post("/api/v1/developer/keys", json={"label": f"{number}" + "x" * 60}, headers=service.owner)
        if answer.status_code != 201:
            assert_refused(answer)
            assert "database" in answer.json()["detail"]
            refused += 1
    made = 60 - refused
    assert refused > 0
    # The owner's first key, and those that were answered with 201.
    assert len(service.client.get("/api/v1/developer/keys", headers=service.owner).json()) == 1 + made
    allow_pages(service, PLENTY)
    assert service.client.post("/api/v1/developer/keys", json={"label": "k"}, headers=service.owner).status_code == 201


@pytest.fixture(params=["mounted", "played"])
def device(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Device | PlayedDevice]:
    if request.param == "played":
        yield PlayedDevice(tmp_path / "disk", monkeypatch)
        return
    try:
        with small_disk(tmp_path / "disk") as disk:
            yield Device(disk)
    except CannotMount as reason:
        pytest.skip(str(reason))


def left_over(folder: Path) -> list[str]:
    """Files that are no blobs."""
    return [str(path) for path in folder.rglob("*") if path.is_file() and ".incoming" in path.parts]


def test_with_the_blobs_disk_full_a_job_waits_and_is_done_when_there_is_room(
    open_service: Callable[..., Service], device: Device | PlayedDevice
) -> None:
    service = open_service(blobs=str(device.folder), sync_wait=0.3)
    device.fill()
    answer = service.client.post("/api/v1/generate", json={"prompt": "a fox", "seed": 1}, headers=service.owner)
    assert answer.status_code == 202
    assert service.client.get("/api/v1/usage", headers=service.owner).json()["generations_used"] in (0, 1)
    assert left_over(device.folder) == []
    device.free()
    settle(service)
    assert states(service) == ["done"]
    assert_books_balance(service, service.owner)
    game = service.client.get("/api/v1/games", headers=service.owner).json()["items"][0]
    assert service.client.get(f"/api/v1/games/{game['game_id']}", headers=service.owner).status_code == 200


def test_a_disk_that_stays_full_fails_the_job_with_503_and_gives_the_reservation_back(
    open_service: Callable[..., Service], device: Device | PlayedDevice
) -> None:
    service = open_service(blobs=str(device.folder), sync_wait=0.2, job_attempts=1)
    device.fill()
    answer = service.client.post("/api/v1/generate", json={"prompt": "a fox", "seed": 1}, headers=service.owner)
    if answer.status_code == 202:
        settle(service)
        status = service.client.get(answer.json()["status_url"].removeprefix("http://127.0.0.1:8000"), headers=service.owner).json()
        assert status["status"] == "failed"
        assert status["error"]["status"] == 503
    else:
        assert answer.status_code == 503
        assert answer.json()["code"] == "gave_up"
        assert int(answer.headers["Retry-After"]) >= 1
    assert states(service) == ["failed"]
    assert_books_balance(service, service.owner)
    assert left_over(device.folder) == []
    device.free()
    assert service.client.post("/api/v1/generate", json={"prompt": "a fox"}, headers=service.owner).status_code == 200
    assert_books_balance(service, service.owner)
