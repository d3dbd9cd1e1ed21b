"""Orders games from an install whose processes are killed again and again, and examines what is left when all is quiet.

The clients are what a careful client is: each order has an Idempotency-Key and is sent again, unchanged, until it is answered.
"""

from __future__ import annotations

import itertools
import multiprocessing
import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import doomed
import httpx
import orjson
import receiver
import sqlalchemy as sa

from makebelieve.access.callers import app_subject
from makebelieve.library.repository import blobs_named
from makebelieve.metering import ledger
from makebelieve.storage import tables
from makebelieve.storage.blobs import LocalBlobs
from makebelieve.storage.database import Database
from makebelieve.storage.sweeping import sweep_orphans
from makebelieve.webhooks import endpoints

PATIENCE = 120.0
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(
    ["doomed", "makebelieve.edge.http.app", "makebelieve.edge.http.server", "uvicorn.protocols.http.httptools_impl"]
)


@dataclass
class Report:
    """What happened, and every broken promise in words."""

    kills: Counter[str] = field(default_factory=Counter)
    orders: int = 0
    jobs: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    violations: list[str] = field(default_factory=list)


class Process:
    """One process of the install."""

    def __init__(self, role: str, folder: Path, url: str) -> None:
        self.role = role
        self._talk, theirs = FORKS.Pipe()
        self._process = FORKS.Process(target=doomed.live, args=(role, folder, url, theirs), daemon=False)
        self._process.start()
        theirs.close()

    def doom(self, point: str, times: int) -> None:
        self._talk.send((point, times))

    def address(self) -> str | None:
        """Where the server listens; None when it died before it did."""
        try:
            return str(self._talk.recv()) if self._talk.poll(PATIENCE) else None
        except EOFError:
            return None

    def has_died(self) -> bool:
        self._process.join(PATIENCE)
        return self._process.exitcode is not None

    def end(self) -> None:
        if self._process.exitcode is None:
            self._process.terminate()
            self._process.join(30)
            self._process.kill()
        self._process.join()
        self._talk.close()


class Mayhem:
    """An install in `folder` on the database `url`, migrated and empty."""

    def __init__(self, folder: Path, url: str, seed: int = 0, *, verbose: bool = False) -> None:
        self.folder, self.url, self.verbose = folder, url, verbose
        self._random = random.Random(seed)
        self._base: str | None = None
        self._stop = threading.Event()
        self._numbers = itertools.count(1)
        self._answers: dict[str, dict[str, Any]] = {}
        self._troubles: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def rest(self, seconds: float) -> Report:
        """The same with nobody killed, for so long."""
        return self.run([], seconds)

    def run(self, points: list[str], pause: float = 0.0) -> Report:
        """Have a process die at each of `points`, one after the other, while orders go on; then let everything come to rest."""
        report = Report()
        started = time.monotonic()
        with receiver.running() as hearer:
            self._key = self._settle_in(hearer.url)
            clients = [threading.Thread(target=self._order_on, daemon=True) for _ in range(3)]
            server, worker = self._serve(), Process("work", self.folder, self.url)
            try:
                for client in clients:
                    client.start()
                time.sleep(pause)
                for point in points:
                    roles = ["serve"] if point in doomed.SERVER else ["work"] if point in doomed.WORKER else self._random.choice(BOTH)
                    times = self._random.randint(1, 3) if point != "random" else self._random.randint(1, 1500)
                    victims = [process for process in (server, worker) if process.role in roles]
                    for victim in victims:
                        victim.doom(point, times)
                    for victim in victims:
                        if victim.has_died():
                            report.kills[point] += 1
                            if self.verbose:
                                print(f"{time.monotonic() - started:7.1f} s  {point}: {victim.role} died", flush=True)
                        else:
                            report.violations.append(f"{victim.role} never came to '{point}'")
                        victim.end()
                    if worker in victims:
                        worker = Process("work", self.folder, self.url)
                    if server in victims:
                        server = self._serve()
                self._stop.set()
                # Who orders must get an answer yet, and who works must work off what is queued.
                server.end()
                worker.end()
                server, worker = self._serve(), Process("work", self.folder, self.url)
                for client in clients:
                    client.join(PATIENCE)
                self._examine(report, hearer)
            finally:
                self._stop.set()
                server.end()
                worker.end()
        report.violations += self._troubles
        report.seconds = time.monotonic() - started
        return report

    def _settle_in(self, hearer: str) -> str:
        """The owner's key. The owner's app hears of every game."""
        from makebelieve.access import accounts
        from makebelieve.housekeys import load_sealing_keys
        from makebelieve.main import House
        from makebelieve.settings import Settings

        house = House(Settings(data=self.folder, database_url=self.url, outbound_allow="127.0.0.0/8"))
        now = time.time()
        owner, key = house.database.write(lambda unit: accounts.ensure_owner(unit, now))
        assert key is not None
        keys = load_sealing_keys(house.settings, now)
        subject = app_subject(owner.default_app, "live")
        house.database.write(lambda unit: endpoints.register(unit, keys, house.guard, subject, f"{hearer}/told", None, now))
        house.database.close()
        return key

    def _serve(self) -> Process:
        server = Process("serve", self.folder, self.url)
        self._base = server.address()
        if self._base is None:
            server.end()
            raise RuntimeError((self.folder / "serve.log").read_text()[-2000:])
        return server

    def _order_on(self) -> None:
        """Order one game after the other until told to stop; never give an order up."""
        with httpx.Client(timeout=20.0) as client:
            while not self._stop.is_set():
                number = next(self._numbers)
                self._order(client, f"order-{number}", number)
                time.sleep(self._random.uniform(0.0, 0.15))

    def _order(self, client: httpx.Client, key: str, number: int) -> None:
        body = {"prompt": f"game {number}" + (" refuse" if number % 7 == 0 else ""), "seed": number, "async": True}
        headers = {"Authorization": f"Bearer {self._key}", "Idempotency-Key": key}
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                answer = client.post(f"{self._base}/api/v1/generate", json=body, headers=headers)
            except (httpx.HTTPError, httpx.InvalidURL):
                time.sleep(0.1)
                continue
            if answer.status_code in (200, 202):
                self._answers[key] = answer.json()
                return
            code = answer.json().get("error") if "json" in answer.headers.get("content-type", "") else None
            if answer.status_code == 422 and number % 7 == 0:
                self._answers[key] = {"refused": True}
                return
            if answer.status_code not in (409, 429, 500, 503):
                self._troubles.append(f"{key}: {answer.status_code} {answer.text[:200]}")
                return
            if answer.status_code == 500:
                self._troubles.append(f"{key}: 500 {answer.text[:200]}")
            time.sleep(0.2 if code is not None else 0.5)
        self._troubles.append(f"{key}: never answered")

    def _examine(self, report: Report, hearer: receiver.Receiver) -> None:
        database = Database(self.url)
        blobs = LocalBlobs(self.folder / "blobs")
        try:
            self._wait(lambda: not self._unfinished(database), report, "jobs are still queued or running")
            self._wait(lambda: not self._undelivered(database), report, "messages are still to be delivered")
            facts = database.read(lambda unit: _facts(unit))
            sweep_orphans(database, blobs, time.time() + 60.0, age=0.0)
        finally:
            database.close()
        report.orders = len(self._answers)
        report.jobs = Counter(job["state"] for job in facts["jobs"].values())
        wrong = report.violations
        wrong += [f"ledger: {difference}" for difference in facts["differences"]]
        made, games, versions = facts["jobs"], facts["games"], facts["versions"]
        done = {job["target"] for job in made.values() if job["state"] == "done"}
        for key, answer in self._answers.items():
            if "refused" not in answer and answer.get("game_id") not in {job["target"] for job in made.values()}:
                wrong.append(f"{key}: answered with {answer.get('game_id')}, which no job makes")
        targets = [answer["game_id"] for answer in self._answers.values() if "game_id" in answer]
        if len(set(targets)) != len(targets):
            wrong.append("two orders were answered with one game")
        if len(made) != len(self._answers):
            wrong.append(f"{len(self._answers)} orders became {len(made)} jobs")
        if games != done:
            wrong.append(f"{len(done)} jobs are done, {len(games)} games are kept; {sorted(done ^ games)[:3]} differ")
        wrong += [f"{game}: {count} versions" for game, count in versions.items() if count != 1]
        if facts["used"] != len(done):
            wrong.append(f"{facts['used']} generations charged for {len(done)} done")
        if facts["held"]:
            wrong.append(f"{facts['held']} units are still held")
        told = Counter(orjson.loads(request.body)["data"]["jobId"] for request in hearer.received)
        ids: dict[str, set[str]] = {}
        for request in hearer.received:
            ids.setdefault(orjson.loads(request.body)["data"]["jobId"], set()).add(request.headers["webhook-id"])
        wrong += [f"{job}: nobody was told" for job in made if job not in told]
        wrong += [f"{job}: told under {len(names)} ids" for job, names in ids.items() if len(names) > 1]
        kept = {blob.key for page in blobs.pages() for blob in page}
        wrong += [f"blob {key} is missing" for key in facts["named"] - kept]
        wrong += [f"blob {key} is nobody's" for key in kept - facts["named"]]

    def _unfinished(self, database: Database) -> int:
        return _count(database, tables.jobs.c.state.in_(("queued", "running")))

    def _undelivered(self, database: Database) -> int:
        return _count(database, tables.webhook_deliveries.c.state == "pending")

    def _wait(self, condition: Any, report: Report, else_: str) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                report.violations.append(else_)
                return
            time.sleep(0.2)


def _count(database: Database, which: sa.ColumnElement[bool]) -> int:
    return database.read(lambda unit: unit.connection.scalar(sa.select(sa.func.count()).where(which)) or 0)


BOTH = (["serve"], ["work"], ["serve", "work"])


def _facts(unit: Any) -> dict[str, Any]:
    run = unit.connection.execute
    jobs, versions = tables.jobs, tables.versions
    named: set[str] = set()
    counts: Counter[str] = Counter()
    for row in run(sa.select(versions.c.game_id, versions.c.blob, versions.c.details)):
        counts[row.game_id] += 1
        named |= {row.blob, *blobs_named(row.details)}
    balances = tables.balances
    day = balances.c.meter == "generations"
    # The sounds of games are jobs that nobody ordered and nobody is told of.
    ordered = sa.select(jobs.c.id, jobs.c.state, jobs.c.target).where(jobs.c.kind == "generate")
    return {
        "jobs": {row.id: {"state": row.state, "target": row.target} for row in run(ordered)},
        "games": set(run(sa.select(tables.games.c.id)).scalars()),
        "versions": counts,
        "named": named,
        "used": run(sa.select(sa.func.coalesce(sa.func.sum(balances.c.used), 0)).where(day)).scalar(),
        "held": run(sa.select(sa.func.coalesce(sa.func.sum(balances.c.held), 0))).scalar(),
        "differences": ledger.audit(unit),
    }


def schedule(kills: int, seed: int = 0) -> list[str]:
    """`kills` points, each as often as the others, in an order of the seed's own."""
    points = list(itertools.islice(itertools.cycle(doomed.POINTS), kills))
    random.Random(seed).shuffle(points)
    return points
