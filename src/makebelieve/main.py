"""The composition root: the one module that joins storage and providers to the rest.

The web framework and the database are imported where they are needed: most commands of the command line need neither.
"""

from __future__ import annotations

import atexit
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from makebelieve.access import accounts, browser
from makebelieve.access.callers import Caller, User, expand
from makebelieve.access.operating import Accounts
from makebelieve.edge.cli.installation import Finding, Installation
from makebelieve.edge.metrics import Unobserved
from makebelieve.engine import Engine, HostChoice, open_engine
from makebelieve.housekeys import load_sealing_keys
from makebelieve.jobs import overview
from makebelieve.jobs.executor import Executor
from makebelieve.jobs.notices import Bell, Notices
from makebelieve.jobs.processes import WorkProcess
from makebelieve.jobs.queue import JobKind, KindLimits
from makebelieve.jobs.repository import Job, JobEvent, JobState
from makebelieve.jobs.runner import POLL, Runner
from makebelieve.jobs.wake import Pipes, Wire
from makebelieve.kit.errors import Problem, Unavailable, invalid
from makebelieve.kit.origin import Tracer, Untraced
from makebelieve.language import GameDraft
from makebelieve.library import making, shelf
from makebelieve.logs import configure_logging
from makebelieve.metering.operating import Books
from makebelieve.outbound.addresses import Guard, parse_networks
from makebelieve.probes import probe
from makebelieve.settings import Settings
from makebelieve.workrooms import WORKSHOP, job_kinds, reader, work_argument

if TYPE_CHECKING:
    from redis import Redis

    from makebelieve.edge.http.services import Services
    from makebelieve.edge.metrics import Metrics
    from makebelieve.storage.blobs import Blobs
    from makebelieve.storage.database import Database
    from makebelieve.storage.occupancy import Lock
    from makebelieve.storage.sweeping import Sweeper
    from makebelieve.webhooks.delivery import Couriers

REDIS_WITHIN: Final = 10.0
"""Seconds a start waits for Redis."""


class House:
    """One installation, wired: its database, blobs, queue and server. Nothing is opened before it is needed.

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

    def owner(self) -> User | None:
        """The owner of a single-user install, made on first use; its first key goes to standard error, once."""
        if not self.settings.single_user:
            return None
        owner = self.database.read(lambda unit: unit.accounts.owner())
        if owner is not None:
            return owner
        owner, raw_key = self.database.write(lambda unit: accounts.ensure_owner(unit, self.clock()))
        if raw_key is not None:
            print(f"Your API key, shown this one time: {raw_key}", file=sys.stderr, flush=True)
        return owner

    # --- what the command line asks for (edge/cli/installation.py) ---

    def understand(self, prompt: str) -> GameDraft:
        return self._reader(prompt)

    @cached_property
    def _reader(self) -> Callable[[str], GameDraft]:
        return reader(work_argument(self.settings)["llm"])

    def open_engine(self, host: HostChoice) -> Engine:
        return open_engine(host, timeout=self.settings.job_timeout, memory_mb=self.settings.engine_memory_mb)

    def generate(self, prompt: str, seed: int, *, allow_unproven: bool, on_stage: Callable[[str], None]) -> dict[str, Any]:
        """Make a game in this process and keep it for the owner; the fields of the REST answer."""
        payload = {"prompt": prompt, "seed": seed, "preferences": None, "allow_unproven": allow_unproven}
        with self.occupy("install", shared=True):
            return self._generate(prompt, payload, on_stage)

    def _generate(self, prompt: str, payload: dict[str, Any], on_stage: Callable[[str], None]) -> dict[str, Any]:
        from makebelieve.edge.http.answers import game_answer
        from makebelieve.library.game_room import open_game_room

        owner = self.owner()
        if owner is None:
            raise Problem(409, "no_owner", "a multi-user install keeps no game without an account: use the REST interface")
        caller = Caller("none", owner.tier, expand(("full",)), "local", owner)
        engine = self.open_engine(self.settings.engine_host)
        try:
            result = open_game_room(engine, self.understand)("generate", payload, lambda name, _data: on_stage(name))
        finally:
            engine.close()
        game, version = making.keep_made(self.database, self.blobs, caller, prompt, result, self.clock())
        config = shelf.read_config(self.blobs, version)
        return game_answer(self.settings.base_url, game, version, config).model_dump(mode="json")

    def serve(
        self,
        address: str | None,
        port: int | None,
        *,
        path: str,
        on_ready: Callable[[str], None],
        processes: int | None = None,
        workers: int | None = None,
    ) -> None:
        """Serve until SIGINT or SIGTERM; None takes the setting.

        `on_ready` gets the link to open: it logs the owner in once and leads to `path`.
        """
        from makebelieve.edge.http.server import listen
        from makebelieve.serving import serve_with

        address = address or self.settings.host
        listener = listen(address, self.settings.port if port is None else port)
        changes = {"host": address, "port": listener.getsockname()[1], "api_processes": processes, "workers": workers}
        settings = self.settings.model_copy(update={name: value for name, value in changes.items() if value is not None})
        configure_logging(settings)
        self._check_redis(settings)
        with self.occupy("install", shared=True), self.occupy("server", shared=self.redis is not None):
            owner = self.owner()

            def ready() -> None:
                link = f"{settings.base_url}{path}"
                if owner is not None:
                    token = self.database.write(lambda unit: browser.make_login_link(unit, owner, self.clock()))
                    link = f"{settings.base_url}/login/{token}?next={path}"
                on_ready(link)

            with self._at_work():
                serve_with(self, settings, listener, ready)

    def _check_redis(self, settings: Settings) -> None:
        from makebelieve.storage.redis import wait_for_redis

        if self.redis is not None:
            wait_for_redis(self.redis, REDIS_WITHIN)
        elif settings.api_processes > 1:
            raise Problem(
                409,
                "needs_redis",
                f"{settings.api_processes} API processes need MAKEBELIEVE_REDIS_URL: through it they share rate limits and hear each other",
            )

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """Hear the other processes and keep house meanwhile; close the database after."""
        sweeper = self.sweeper()
        sweeper.start()
        self.wire.listen(self.hear)
        try:
            yield
        finally:
            self.wire.close()
            sweeper.stop()
            self.database.close()

    def work(self, kinds: tuple[str, ...] | None = None, concurrency: int | None = None) -> None:
        """Do jobs of the shared queue (of `kinds` only) until SIGINT or SIGTERM, then drain."""
        from makebelieve.serving import work_with

        if unknown := sorted(set(kinds or ()) - set(self.kinds())):
            raise invalid("--kinds", f"there is no kind of job named {', '.join(unknown)}", tuple(sorted(self.kinds())))
        configure_logging(self.settings)
        self._check_redis(self.settings)
        with self.occupy("install", shared=True), self._at_work():
            work_with(self, self.runner(concurrency or max(1, self.settings.workers), only=kinds))

    def move_storage(self, to: str, blobs: str | None, endpoint: str | None, say: Callable[[str, int], None]) -> dict[str, int]:
        """Copy every row to the empty database at `to` and, if given, every blob to the store `blobs`; how many of each.

        Raises Problem: 409 while servers or workers run here, or when the target holds something; ValueError for an address that is none.
        """
        from makebelieve.storage.moving import move

        with self.occupy("install", shared=False):
            return move(self.database, self.blobs, to, blobs, endpoint, say)

    @property
    def accounts(self) -> Accounts:
        return Accounts(self.database, self.clock, lambda: load_sealing_keys(self.settings, self.clock()))

    @property
    def books(self) -> Books:
        return Books(self.database, self.clock)

    def list_jobs(self, state: JobState | None, kind: str | None, owner: str | None, limit: int) -> list[Job]:
        return self.database.read(lambda unit: unit.jobs.list_jobs(owner=owner, state=state, kind=kind, before=None, limit=limit))

    def job(self, job_id: str) -> tuple[Job, list[JobEvent]]:
        return self.database.read(lambda unit: (overview.found(unit, job_id), unit.jobs.events(job_id, 0)))

    def cancel_job(self, job_id: str) -> Job:
        ended, closed = self.database.write(lambda unit: overview.cancel(unit, overview.found(unit, job_id), self.clock()))
        self.notices.publish_cancelled(*closed)
        self.bell.ring()
        return ended

    def retry_job(self, job_id: str) -> Job:
        again = self.database.write(lambda unit: overview.retry(unit, overview.found(unit, job_id), self.clock()))
        self.bell.ring()
        return again

    def findings(self) -> Iterable[Finding]:
        return probe(self.settings, lambda: self.database, lambda: self.blobs)


def cli() -> None:
    """The `makebelieve` command."""
    from makebelieve.edge.cli.app import app

    try:
        house: Installation = House()
    except ValidationError as error:
        for item in error.errors():
            name = "_".join(str(part) for part in item["loc"]).upper()
            print(f"error: MAKEBELIEVE_{name}: {item['msg']}", file=sys.stderr)
        sys.exit(2)
    app(obj=house)


if __name__ == "__main__":
    cli()
