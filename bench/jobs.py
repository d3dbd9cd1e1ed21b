"""What the queue costs: a job's own overhead, and jobs a second against a bare lease queue in the same run.

    python bench/jobs.py [--calls N] [--jobs N] [--database URL]

The bodies do nothing. A call is accepted, its quota reserved, the job queued, claimed, run in a worker process, its game kept,
charged and announced, and the answer built; it is made in process (no sockets). The bare queue is a table with a claim and a finish, on
the same database with the same settings, drained by as many threads; ours then runs its bodies in its own threads as well.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import orjson
import sqlalchemy as sa

from makebelieve.access.callers import Caller, expand
from makebelieve.edge.http.app import build_app
from makebelieve.jobs import batch
from makebelieve.jobs.child import Body
from makebelieve.jobs.repository import Job
from makebelieve.library import making
from makebelieve.main import House
from makebelieve.settings import Settings

SLOTS = 2
CONFIG = {"schema_version": "1.0", "game": {"title": "Bench", "genre": "platformer", "kind": "platformer", "proof": {"status": "proven"}}}
BARE = sa.Table(
    "bare_jobs",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("state", sa.String(10), nullable=False),
    sa.Column("lease_until", sa.Float),
    sa.Column("token", sa.Integer, nullable=False),
    sa.Column("payload", sa.JSON, nullable=False),
    sa.Index("ix_bare_jobs_state_id", "state", "id"),
)


def open_body(argument: dict[str, Any]) -> Body:
    """A factory of bodies that do nothing."""

    def body(kind: str, payload: dict[str, Any], stage: Any) -> dict[str, Any]:
        if kind == "prove":
            return {"proof": {}}
        return {"sound": ""} if kind == "score" else {"config": CONFIG, "metadata": {"seed": payload["seed"]}}

    return body


async def post(app: Any, body: bytes, key: str) -> int:
    """One POST /api/v1/generate; the status."""
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/api/v1/generate",
        "raw_path": b"/api/v1/generate",
        "query_string": b"",
        "headers": [(b"authorization", f"Bearer {key}".encode()), (b"content-type", b"application/json")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    status = 0

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]

    await app(scope, receive, send)
    return status


async def latencies(house: House, key: str, calls: int) -> tuple[list[float], float]:
    """Milliseconds of each call, one after the other; and of processor time of this process for one, which other work disturbs less."""
    services = house.services()
    app = build_app(services)
    started, finish = asyncio.Event(), asyncio.Event()

    async def lifespan() -> None:
        async def receive() -> dict[str, Any]:
            if started.is_set():
                await finish.wait()
                return {"type": "lifespan.shutdown"}
            started.set()
            return {"type": "lifespan.startup"}

        async def send(message: dict[str, Any]) -> None:
            if message["type"] == "lifespan.startup.complete":
                ready.set()

        await app({"type": "lifespan", "asgi": {"version": "3.0"}}, receive, send)

    ready = asyncio.Event()
    running = asyncio.create_task(lifespan())
    await ready.wait()
    assert services.workers is not None
    while not services.workers.ready:  # noqa: ASYNC110  # others than this loop make it so
        await asyncio.sleep(0.1)
    found = []
    spent = 0.0
    for number in range(calls + 20):
        body = orjson.dumps({"prompt": "a fox", "seed": number})
        began, before = time.perf_counter(), time.process_time()
        status = await post(app, body, key)
        assert status == 200, status
        found.append((time.perf_counter() - began) * 1000)
        spent += time.process_time() - before
        # The game's sound, a job of its own, is made by others than this loop.
        while house.database.read(lambda unit: unit.jobs.depths(0.0)):  # noqa: ASYNC110
            await asyncio.sleep(0.005)
    finish.set()
    await running
    return found[20:], spent * 1000 / len(found)


class Here:
    """jobs.Executor that runs the body where it is called: the bare queue has no process to talk to either."""

    pid = None

    def start(self) -> None:
        pass

    def run(self, kind: str, payload: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {"proof": {}}

    def kill(self) -> None:
        pass

    close = kill


def drain(house: House, caller: Caller, count: int) -> float:
    """Jobs a second that `SLOTS` slots get through: proofs, which are charged and keep nothing but their result."""

    def draft(unit: Any, caller: Caller, now: float) -> Job:
        return making.draft_proof(unit, caller, now, config=CONFIG)

    began = time.perf_counter()
    requests = [batch.Request("/api/v1/prove", draft)] * count
    made = house.database.write(lambda unit: batch.order(unit, caller, requests, time.time(), at_once=64, webhook_url=None))
    print(f"queueing {count} jobs as a batch: {(time.perf_counter() - began) * 1000 / count:.2f} ms each")
    house.open_executor = Here  # type: ignore[method-assign]
    runner = house.runner(SLOTS)
    del house.open_executor
    runner.start()
    before = house.database.read(lambda unit: unit.jobs.batch_counts(made.id))
    began = time.perf_counter()
    while not house.job(made.id)[0].finished:
        time.sleep(0.01)
    took = time.perf_counter() - began
    runner.stop(5)
    assert before is not None
    return (count - before.ended) / took


def drain_bare(house: House, count: int) -> float:
    """The same of the bare queue: one transaction claims, one finishes."""
    database = house.database

    def claim(unit: Any) -> Any:
        found = sa.select(BARE.c.id).where(BARE.c.state == "queued").order_by(BARE.c.id).limit(1)
        if unit.connection.dialect.name != "sqlite":
            found = found.with_for_update(skip_locked=True)
        row = unit.connection.execute(found).first()
        if row is None:
            return None
        taken = sa.update(BARE).where(BARE.c.id == row.id)
        values = {"state": "running", "lease_until": time.time() + 15, "token": BARE.c.token + 1}
        return unit.connection.execute(taken.values(**values).returning(BARE)).one()

    def work() -> None:
        while (job := database.write(claim, isolated=False)) is not None:
            held = sa.update(BARE).where(BARE.c.id == job.id, BARE.c.token == job.token).values(state="done")
            database.write(lambda unit, it=held: unit.connection.execute(it), isolated=False)

    database.write(lambda unit: BARE.metadata.create_all(unit.connection))
    rows = [{"state": "queued", "token": 0, "payload": {"prompt": "a fox"}} for _ in range(count)]
    database.write(lambda unit: unit.connection.execute(sa.insert(BARE), rows))
    threads = [threading.Thread(target=work) for _ in range(SLOTS)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    database.write(lambda unit: BARE.metadata.drop_all(unit.connection))
    return count / took


def idle(house: House) -> float:
    """Processor time, in percent of a core, of a runner with nothing to do (its worker processes included)."""
    runner = house.runner(SLOTS)
    runner.start()
    runner.wait_ready(60)
    time.sleep(1.0)

    def spent() -> float:
        ticks = 0
        for pid in (os.getpid(), *runner.pids):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    before = spent()
    time.sleep(10.0)
    used = spent() - before
    runner.stop(5)
    return used * 10.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--calls", type=int, default=300)
    parser.add_argument("--jobs", type=int, default=400)
    parser.add_argument("--database", help="URL of an empty PostgreSQL database; a SQLite file by default")
    arguments = parser.parse_args()
    logging.disable(logging.WARNING)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(Path(__file__).parent), os.environ.get("PYTHONPATH"))))
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder), database_url=arguments.database, workers=SLOTS, requests_per_minute=1_000_000)
        house = House(settings, workshop=f"{Path(__file__).stem}:open_body")
        from makebelieve.access import accounts

        owner, key = house.database.write(lambda unit: accounts.ensure_owner(unit, time.time()))
        caller = Caller("jwt", "enterprise", expand(("full",)), "local", owner)
        found, spent = asyncio.run(latencies(house, str(key), arguments.calls))
        times = sorted(found)
        p50, p95 = statistics.median(times), times[int(len(times) * 0.95)]
        name = house.database.url.get_backend_name()
        print(f"{name}: one job, accepted to answered: p50 {p50:.1f} ms, p95 {p95:.1f} ms, {spent:.1f} ms of CPU")
        ours = drain(house, caller, arguments.jobs)
        bare = drain_bare(house, arguments.jobs)
        print(f"drained by {SLOTS} slots: {ours:.0f} jobs/s; bare lease queue {bare:.0f} jobs/s; ratio {ours / bare:.2f}")
        print(f"idle: {idle(house):.1f} % of a core")
        house.database.close()


if __name__ == "__main__":
    sys.exit(main())
