"""The data folder cannot be written: a start says so, a running service refuses what writes, and both go on once it can."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from aftermath import assert_books_balance, assert_refused, settle, states
from disks import CannotMount, make_read_only, small_disk
from small_service import Service
from typer.testing import CliRunner

from makebelieve.edge.cli.app import app
from makebelieve.main import House
from makebelieve.settings import Settings


class Folder:
    """A folder whose writing can be forbidden: by its mode, or for root, whom modes do not bind, by its own file system."""

    def __init__(self, path: Path, *, mounted: bool) -> None:
        self.path = path
        self._mounted = mounted

    def forbid(self, *, yes: bool) -> None:
        if self._mounted:
            make_read_only(self.path, yes=yes)
            return
        for below in [self.path, *self.path.rglob("*")]:
            below.chmod((0o500 if below.is_dir() else 0o400) if yes else (0o700 if below.is_dir() else 0o600))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    if os.geteuid() != 0:
        (tmp_path / "disk").mkdir()
        opened = Folder(tmp_path / "disk", mounted=False)
        yield opened
        opened.forbid(yes=False)
        return
    try:
        with small_disk(tmp_path / "disk", kilobytes=8192) as disk:
            yield Folder(disk, mounted=True)
    except CannotMount as reason:
        pytest.skip(str(reason))


def test_nothing_starts_on_it_and_everything_says_why(folder: Folder, migrated: Path) -> None:
    data = folder.path / "data"
    data.mkdir()
    shutil.copy(migrated, data / "makebelieve.db")
    folder.forbid(yes=True)
    for command in (["serve", "--port", "0"], ["worker"], ["jobs", "list"]):
        ended = CliRunner().invoke(app, command, obj=House(Settings(data=data, workers=0)))
        assert ended.exit_code != 0
        assert isinstance(ended.exception, SystemExit), ended.exception
        said = ended.output.replace("\n", "")
        assert str(data) in said, said
        assert "cannot be written" in said or "Read-only file system" in said or "Permission denied" in said, said
    folder.forbid(yes=False)
    house = House(Settings(data=data, workers=0))
    assert CliRunner().invoke(app, ["jobs", "list"], obj=house).exit_code == 0
    house.database.close()


def test_a_database_that_becomes_read_only_refuses_writes_and_recovers(service: Service) -> None:
    def refuse_writes(yes: bool) -> None:
        # SQLite's own switch answers with the code of a read-only file; files that are open outlive a change of their mode.
        with service.house.database._writer.connect() as connection:
            assert connection.connection.dbapi_connection is not None
            connection.connection.dbapi_connection.execute(f"PRAGMA query_only={int(yes)}")

    made = service.client.post("/api/v1/generate", json={"prompt": "a fox", "seed": 1}, headers=service.owner).json()
    refuse_writes(True)
    assert_refused(service.client.post("/api/v1/generate", json={"prompt": "a bat", "seed": 1}, headers=service.owner))
    assert_refused(service.client.delete(f"/api/v1/games/{made['game_id']}", headers=service.owner))
    assert_refused(service.client.post(f"/api/v1/games/{made['game_id']}/share", json={"shared": True}, headers=service.owner))
    assert service.client.get(f"/api/v1/games/{made['game_id']}", headers=service.owner).json()["shared"] is False
    refuse_writes(False)
    assert_books_balance(service, service.owner)
    assert service.client.post("/api/v1/generate", json={"prompt": "a bat", "seed": 1}, headers=service.owner).status_code == 200
    assert_books_balance(service, service.owner)


def test_blobs_that_become_read_only_make_jobs_wait(open_service: Callable[..., Service], folder: Folder) -> None:
    service = open_service(blobs=str(folder.path / "blobs"), sync_wait=0.3)
    made = service.client.post("/api/v1/generate", json={"prompt": "a fox", "seed": 1}, headers=service.owner)
    assert made.status_code == 200
    folder.forbid(yes=True)
    assert service.client.post("/api/v1/generate", json={"prompt": "a bat", "seed": 2}, headers=service.owner).status_code == 202
    # What is there can be read.
    assert service.client.get(f"/api/v1/games/{made.json()['game_id']}", headers=service.owner).status_code == 200
    folder.forbid(yes=False)
    settle(service)
    assert states(service) == ["done", "done"]
    assert_books_balance(service, service.owner)
