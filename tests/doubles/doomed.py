"""A process of an install that kills itself (SIGKILL) at a chosen point of a job's way: what a crash there leaves is for others to mend.

`live` runs in a process that a fork server with everything imported has made: a start costs little, the process is as real as any.
A message (point, times) over its connection seals its fate: it dies when it gets to that point for the times-th time from then on;
`random` dies after so many milliseconds, wherever it is.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from makebelieve.jobs import queue
from makebelieve.library import making
from makebelieve.main import House
from makebelieve.metering import idempotency
from makebelieve.outbound.client import Client
from makebelieve.settings import Settings
from makebelieve.storage import blobs, database, jobs, webhooks

SERVER = ("request-kept", "before-reserve", "after-reserve", "after-enqueue", "order-committed", "answer-kept")
WORKER = (
    "claimed",
    "mid-work",
    "before-blob",
    "after-blob",
    "before-commit",
    "finished",
    "result-committed",
    "webhook-claimed",
    "webhook-before",
    "webhook-after",
)
POINTS = (*SERVER, *WORKER, "random")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(60)


class Doom:
    """Counts down to the end."""

    def __init__(self, times: int) -> None:
        self._left = times
        self._lock = threading.Lock()

    def __call__(self) -> None:
        with self._lock:
            self._left -= 1
            if self._left == 0:
                die()


def before(owner: Any, name: str, doom: Doom) -> None:
    original = getattr(owner, name)

    def wrapped(*args: Any, **more: Any) -> Any:
        doom()
        return original(*args, **more)

    setattr(owner, name, wrapped)


def after(owner: Any, name: str, doom: Doom, counts: Callable[[Any], bool] = lambda _: True) -> None:
    original = getattr(owner, name)

    def wrapped(*args: Any, **more: Any) -> Any:
        result = original(*args, **more)
        if counts(result):
            doom()
        return result

    setattr(owner, name, wrapped)


def after_commit(owner: Any, name: str, doom: Doom) -> None:
    """Die once the transaction is durable in which `owner.name` was called."""
    called = threading.local()
    after(owner, name, lambda: setattr(called, "here", True))  # type: ignore[arg-type]  # any callable will do
    original = database.Database.write

    def write(self: Any, *args: Any, **more: Any) -> Any:
        called.here = False
        result = original(self, *args, **more)
        if called.here:
            doom()
        return result

    database.Database.write = write  # type: ignore[method-assign]


def arm(point: str, times: int) -> None:
    doom = Doom(times)
    match point:
        case "request-kept":
            after_commit(idempotency, "begin", doom)
        case "before-reserve":
            before(making, "reserve", doom)
        case "after-reserve":
            after(making, "reserve", doom)
        case "after-enqueue":
            after(queue, "enqueue", doom)
        case "order-committed":
            after_commit(queue, "enqueue", doom)
        case "answer-kept":
            after_commit(idempotency, "keep", doom)
        case "claimed":
            after_commit(jobs.SqlJobs, "claim", doom)
        case "mid-work":
            after(jobs.SqlJobs, "note", doom)
        case "before-blob":
            before(blobs.LocalBlobs, "put", doom)
        case "after-blob":
            after(blobs.LocalBlobs, "put", doom)
        case "before-commit":
            before(queue, "complete", doom)
        case "finished":
            after(queue, "complete", doom)
        case "result-committed":
            after_commit(queue, "complete", doom)
        case "webhook-claimed":
            after_commit(webhooks.SqlWebhooks, "claim", doom)
        case "webhook-before":
            before(Client, "request", doom)
        case "webhook-after":
            after(Client, "request", doom)
        case "random":
            threading.Timer(times / 1000, die).start()
        case _:
            raise SystemExit(f"no point '{point}'")


def live(role: str, folder: Path, url: str, talk: Connection) -> None:
    """Serve (and tell the address) or work, until the doom that `talk` brings, or SIGTERM."""
    with (folder / f"{role}.log").open("ab") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    os.setsid()
    settings = Settings(
        data=folder,
        database_url=url,
        workers=0 if role == "serve" else 1,
        job_lease=1.0,
        job_attempts=5,
        outbound_allow="127.0.0.0/8",
        requests_per_minute=1_000_000,
        log_level="error",
        drain=5.0,
    )
    # Two minutes in earnest: how long a request's key is kept for a server that may yet answer.
    idempotency.ABANDONED = 2.0  # type: ignore[misc]
    house = House(settings, workshop="small_workshop:open_body")

    def hear() -> None:
        while True:
            arm(*talk.recv())

    threading.Thread(target=hear, daemon=True).start()
    if role == "serve":
        house.serve("127.0.0.1", 0, path="/", on_ready=lambda link: talk.send(link.split("/login/")[0]))
    else:
        house.work()
