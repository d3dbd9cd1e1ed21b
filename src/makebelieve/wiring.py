"""Storage and providers joined to the rest, part by part; `main` makes an installation of it.

The web framework and the database are imported where they are needed: most commands of the command line need neither.
"""

from __future__ import annotations

import atexit
import random
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cached_property
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from makebelieve.edge.metrics import Unobserved
from makebelieve.housekeys import load_sealing_keys
from makebelieve.jobs.executor import Executor
from makebelieve.jobs.notices import Bell, Notices
from makebelieve.jobs.processes import WorkProcess
from makebelieve.jobs.queue import JobKind, KindLimits
from makebelieve.jobs.runner import POLL, Runner
from makebelieve.jobs.wake import Pipes, Wire
from makebelieve.kit.errors import Unavailable
from makebelieve.kit.origin import Tracer, Untraced
from makebelieve.outbound.addresses import Guard, parse_networks
from makebelieve.settings import Settings
from makebelieve.workrooms import WORKSHOP, job_kinds, work_argument

if TYPE_CHECKING:
    from redis import Redis

    from makebelieve.edge.http.services import Services
    from makebelieve.edge.metrics import Metrics
    from makebelieve.storage.blobs import Blobs
    from makebelieve.storage.database import Database
    from makebelieve.storage.occupancy import Lock
    from makebelieve.storage.sweeping import Sweeper
    from makebelieve.webhooks.delivery import Couriers


class Wiring:
    """What one installation consists of, joined: its database, blobs, queue and server. Nothing is opened before it is needed.

    `workshop` names the factory of the workers' bodies ("module:function").
    """

    def __init__(self, settings: Settings | None = None, *, workshop: str = WORKSHOP, clock: Callable[[], float] = time.time) -> None:
        self.settings = settings or Settings()
        self.clock = clock
        self.wire = self._open_wire()
        self.on_revoked: list[Callable[[], None]] = []
        self.bell = Bell(self.wire)
        self.notices = Notices(self.wire)
        self._workshop = workshop

    @cached_property
    def database(self) -> Database:
        """Opened and migrated."""
        from makebelieve.storage.database import Database

        # Others on the machine have no business in here: keys and games are private.
        self.settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        database = Database(self.settings.sql_url, pool=self.settings.database_pool, statement_timeout=self.settings.database_timeout)
        database.migrate()
        return database

    @cached_property
    def redis(self) -> Redis | None:
        """The client of the install's Redis, if it has one; connects when first used."""
        from makebelieve.storage.redis import connect

        return connect(self.settings.redis_url) if self.settings.redis_url is not None else None

    def _open_wire(self) -> Wire:
        if self.redis is not None:
            from makebelieve.storage.redis import RedisWire

            return RedisWire(self.redis)
        if not self.settings.sql_url.startswith("sqlite"):
            from makebelieve.storage.engines import engine_url
            from makebelieve.storage.wire import PostgresqlWire

            return PostgresqlWire(engine_url(self.settings.sql_url))
        # Processes of one machine hear each other through pipes in the data folder.
        return Pipes(self.settings.data / "wake")

    def occupy(self, lock: Lock, *, shared: bool) -> AbstractContextManager[None]:
        """Say that this install is used, or that it must not be; a 409 Problem when others say otherwise (storage/occupancy.py)."""
        from makebelieve.storage.occupancy import hold

        return hold(self.database, self.settings.data, lock, shared=shared)

    @cached_property
    def metrics(self) -> Metrics | None:
        """What counts for Prometheus, where the operator has set a token for it."""
        if self.settings.metrics_token is None:
            return None
        from makebelieve.edge.metrics import Metrics

        return Metrics(lambda: self.database.read(lambda unit: unit.jobs.depths(self.clock())))

    @cached_property
    def tracer(self) -> Tracer:
        """Sends traces where the operator has named a collector."""
        if self.settings.traces_url is None:
            return Untraced()
        from makebelieve.providers.tracing import open_traces

        traces = open_traces(self.settings.traces_url, version("makebelieve"))
        atexit.register(traces.close)
        return traces

    def redis_answers(self) -> bool:
        from makebelieve.storage.redis import outages

        try:
            with outages():
                return self.redis is None or bool(self.redis.ping())
        except Unavailable:
            return False

    @cached_property
    def blobs(self) -> Blobs:
        from makebelieve.storage.blobs import open_blobs

        return open_blobs(self.settings.blobs_at, self.settings.blobs_endpoint)

    def sweeper(self) -> Sweeper:
        """What removes blobs that nothing names; start and stop it yourself."""
        from makebelieve.storage.sweeping import Sweeper

        return Sweeper(self.database, self.blobs, self.clock)

    def kinds(self) -> dict[str, JobKind]:
        """What the queue can do."""
        return job_kinds(self.blobs)

    def hear(self, message: str) -> None:
        """Take in a hint of another process of this install."""
        if message in ("revoked", ""):
            for forget in self.on_revoked:
                forget()
        if message == "":
            self.bell.ring_here(None)
        elif message != "revoked" and not self.bell.hear(message):
            self.notices.hear(message)

    def limits(self) -> dict[str, KindLimits]:
        """What each kind of job may use: the general settings, and where they differ those of the kind."""
        general = {"timeout": self.settings.job_timeout, "memory_mb": self.settings.job_memory_mb, "attempts": self.settings.job_attempts}
        found = {}
        for kind in self.kinds():
            own = self.settings.job_limits.get(kind)
            found[kind] = KindLimits(**{**general, **(own.model_dump(exclude_none=True) if own is not None else {})})
        return found

    def open_executor(self) -> Executor:
        """What runs one body at a time, as the settings say."""
        argument = work_argument(self.settings)
        if self.settings.executor == "processes":
            return WorkProcess(self._workshop, argument)
        from makebelieve.providers.ray_cluster import RayTasks

        return RayTasks(self._workshop, argument, address=self.settings.ray_address, cpus=self.settings.ray_cpus)

    def runner(self, size: int, poll: float = POLL, only: tuple[str, ...] | None = None) -> Runner:
        """Slots that do jobs, of `only` those kinds; start and stop them yourself."""
        return Runner(
            self.database,
            self.kinds(),
            self.open_executor,
            size=size,
            clock=self.clock,
            bell=self.bell,
            notices=self.notices,
            limits=self.limits(),
            only=only,
            tracer=self.tracer,
            observe=self.metrics.job if self.metrics is not None else Unobserved().job,
            lease=self.settings.job_lease,
            poll=poll,
        )

    def couriers(self) -> Couriers:
        """What delivers webhooks; start and stop it yourself."""
        from makebelieve.outbound.client import Client
        from makebelieve.webhooks.delivery import Couriers

        client = Client(self.guard)
        keys = load_sealing_keys(self.settings, self.clock())
        couriers = Couriers(self.database, client, keys, clock=self.clock, chance=random.random)
        self.notices.on_announced(couriers.ring)
        return couriers

    @cached_property
    def guard(self) -> Guard:
        """Which addresses that callers name may be reached."""
        return Guard(parse_networks(self.settings.outbound_allow))

    def services(self, settings: Settings | None = None) -> Services:
        """What the HTTP application needs; `settings` when host and port differ from the environment's."""
        from makebelieve.edge.http.keyrings import Keyrings
        from makebelieve.edge.http.services import Services, Threads
        from makebelieve.edge.http.web import WebFiles
        from makebelieve.storage.shared_rates import open_limiter

        settings = settings or self.settings
        # One writer is what SQLite has; a queue in front of it is shorter than its own waiting.
        threads = Threads(self.database, writers=1 if self.database.is_sqlite else 8)
        sealing = load_sealing_keys(settings, self.clock())
        return Services(
            settings=settings,
            clock=self.clock,
            threads=threads,
            blobs=self.blobs,
            sealing=sealing,
            keyrings=Keyrings(threads, sealing, self.clock),
            limiter=open_limiter(settings.redis_url),
            bell=self.bell,
            notices=self.notices,
            workers=self.runner(settings.workers) if settings.workers else None,
            observer=self.metrics or Unobserved(),
            metrics=self.metrics,
            tracer=self.tracer,
            redis_answers=self.redis_answers if self.redis is not None else None,
            tell_revoked=lambda: self.wire.send("revoked"),
            on_revoked=self.on_revoked,
            couriers=self.couriers(),
            guard=self.guard,
            web=WebFiles(Path(str(resources.files("makebelieve"))) / "_web"),
        )
