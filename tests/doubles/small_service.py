"""The whole service in one process: real routes, real SQLite, real queue; the makers are small_workshop, run in the slot's thread."""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import small_music
import small_workshop
from starlette.testclient import TestClient

from makebelieve.access.sealing import SealingKeys
from makebelieve.edge.http.app import build_app
from makebelieve.edge.http.web import WebFiles
from makebelieve.edge.metrics import Unobserved
from makebelieve.jobs.executor import BodyCrashed
from makebelieve.jobs.runner import Runner
from makebelieve.kit.errors import Problem
from makebelieve.library import making, scoring
from makebelieve.library.music import kinds as music_kinds
from makebelieve.library.repository import BlobStore
from makebelieve.library.studio import kinds as studio_kinds
from makebelieve.library.workshop import Room, Workshop
from makebelieve.library.worlds import making as worlds_making
from makebelieve.main import House
from makebelieve.settings import Settings

START = 1_769_860_800.0  # 2026-01-31T12:00:00Z


class SetClock:
    """A clock that stands until it is moved."""

    def __init__(self, now: float = START) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds


def _open_studio(blobs: BlobStore, settings: Settings) -> Any:
    """The real studio: a picture takes a few milliseconds. Addresses that pictures are fetched from are those of the test's machine."""
    from makebelieve.library.studio.room import open_studio_room
    from makebelieve.outbound.addresses import Guard, parse_networks
    from makebelieve.outbound.fetching import fetcher
    from makebelieve.workrooms import image_provider, work_argument

    provider = image_provider(work_argument(settings)["image"])
    return open_studio_room(blobs, fetcher(Guard(parse_networks("127.0.0.1"))), provider, settings.image_timeout)


class InThread:
    """A stand-in for WorkProcess that runs the body where it is called."""

    pid = None

    def __init__(self, blobs: BlobStore, settings: Settings) -> None:
        rooms = [
            Room(studio_kinds.KINDS, lambda: _open_studio(blobs, settings)),
            Room((*making.KINDS, scoring.SCORE, *worlds_making.KINDS), lambda: small_workshop.open_body({"engine_host": "auto"})),
            Room(music_kinds.KINDS, lambda: small_music.open_music(blobs)),
        ]
        self._body = Workshop(rooms)

    def start(self) -> None:
        pass

    def run(self, kind: str, payload: dict[str, Any], *, limits: Any, interval: float, on_stage: Any, tick: Callable[[], bool]) -> Any:
        try:
            return self._body(kind, payload, on_stage)
        except Problem:
            raise
        except Exception as error:
            raise BodyCrashed(str(error)) from error

    def kill(self) -> None:
        pass

    close = kill


class SmallHouse(House):
    def runner(self, size: int, poll: float = 0.25) -> Runner:
        return Runner(
            self.database,
            self.kinds(),
            lambda: InThread(self.blobs, self.settings),
            size=size,
            clock=self.clock,
            bell=self.bell,
            notices=self.notices,
            limits=self.limits(),
            observe=(self.metrics or Unobserved()).job,
            tracer=self.tracer,
            lease=self.settings.job_lease,
            poll=0.02,
        )


@dataclass
class Service:
    house: SmallHouse
    clock: SetClock
    client: TestClient
    owner_key: str
    sealing: SealingKeys

    def register(self, email: str) -> dict[str, Any]:
        answer = self.client.post("/api/v1/auth/register", json={"email": email, "password": "correct horse", "display_name": "A"})
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    def user(self, email: str = "ada@example.org") -> dict[str, str]:
        """Headers of a fresh account's login."""
        return bearer(self.register(email)["access_token"])

    def key(self, headers: dict[str, str], *scopes: str) -> dict[str, str]:
        answer = self.client.post("/api/v1/developer/keys", json={"label": "k", "scopes": list(scopes)}, headers=headers)
        assert answer.status_code == 201, answer.text
        return bearer(answer.json()["raw_key"])

    def set_tier(self, headers: dict[str, str], tier: str) -> None:
        import sqlalchemy as sa

        user_id = self.client.get("/api/v1/auth/me", headers=headers).json()["id"]
        self.house.database.write(
            lambda unit: unit.connection.execute(sa.text("UPDATE users SET tier=:t WHERE id=:i"), {"t": tier, "i": user_id})
        )
        self.clock.pass_(1)

    def game(self, headers: dict[str, str], prompt: str = "a fox") -> dict[str, Any]:
        answer = self.client.post("/api/v1/generate", json={"prompt": prompt, "seed": 7}, headers=headers)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def wait(self, job_id: str) -> None:
        """Until a job has ended."""
        for _ in range(500):
            job = self.house.database.read(lambda unit: unit.jobs.job(job_id))
            if job is not None and job.finished:
                return
            time.sleep(0.01)
        raise AssertionError(f"{job_id} has not ended")

    @property
    def owner(self) -> dict[str, str]:
        return bearer(self.owner_key)


def bearer(credential: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {credential}"}


@contextlib.contextmanager
def open_service(folder: Path, template: Path, web: Path, **changes: Any) -> Iterator[Service]:
    """A running service on a copy of the migrated database `template`, with `changes` to the settings."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(template, folder / "makebelieve.db")
    wanted: dict[str, Any] = {"data": folder, "workers": 1, "requests_per_minute": 10_000, "log_level": "error", **changes}
    clock = SetClock()
    house = SmallHouse(Settings(**wanted), clock=clock)
    from makebelieve.access import accounts

    owner_key = ""
    if house.settings.single_user:
        owner_key = house.database.write(lambda unit: accounts.ensure_owner(unit, clock()))[1] or ""
    services = house.services()
    services.web = WebFiles(web)
    with TestClient(build_app(services), base_url="http://testserver", raise_server_exceptions=False) as client:
        yield Service(house, clock, client, owner_key, services.sealing)
    house.database.close()
