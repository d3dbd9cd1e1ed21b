"""The composition root: the one module that joins storage and providers to the rest.

The web framework and the database are imported where they are needed: worker processes start from this module too, and need neither.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from makebelieve.access import accounts, browser
from makebelieve.access.callers import Caller, User, expand
from makebelieve.edge.cli.installation import Finding, Installation
from makebelieve.engine import Engine, HostChoice, open_engine
from makebelieve.housekeys import OneServer, load_sealing_keys
from makebelieve.jobs import overview
from makebelieve.jobs.child import Body
from makebelieve.jobs.notices import Bell, Notices
from makebelieve.jobs.processes import WorkProcess
from makebelieve.jobs.queue import Job, JobEvent, JobKind, JobState, KindLimits
from makebelieve.jobs.runner import POLL, Runner
from makebelieve.jobs.wake import Pipes, Wire
from makebelieve.kit.errors import Problem
from makebelieve.language import GameDraft
from makebelieve.library import making, shelf
from makebelieve.library.workshop import open_workshop
from makebelieve.logs import configure_logging
from makebelieve.metering.operating import Books
from makebelieve.settings import Settings

if TYPE_CHECKING:
    from makebelieve.edge.http.services import Services
    from makebelieve.storage.blobs import Blobs
    from makebelieve.storage.database import Database
    from makebelieve.storage.sweeping import Sweeper

WORKSHOP: Final = "makebelieve.main:open_body"


def open_body(argument: dict[str, Any]) -> Body:
    """What a worker process runs: the makers on an engine of their own. `argument` is what `work_argument` gives."""
    engine = open_engine(argument["engine_host"], timeout=argument["job_timeout"], memory_mb=argument["engine_memory_mb"])
    return open_workshop(engine, reader(argument["llm"]))


def reader(llm: dict[str, Any] | None) -> Callable[[str], GameDraft]:
    """What reads prompts: the embedded interpreter, helped by a language model if one is configured (model, base_url, api_key, timeout)."""
    from makebelieve.language import understand_with

    model = None
    if llm is not None:
        from makebelieve.providers.language_model import LanguageModel

        model = LanguageModel(**llm)
    return partial(understand_with, model)


def work_argument(settings: Settings) -> dict[str, Any]:
    """The argument of `open_body` that `settings` ask for, as JSON."""
    return {
        "engine_host": settings.engine_host,
        "engine_memory_mb": settings.engine_memory_mb,
        "job_timeout": settings.job_timeout,
        "llm": None
        if settings.llm_model is None
        else {
            "model": settings.llm_model,
            "base_url": settings.llm_base_url,
            "api_key": settings.llm_api_key.get_secret_value() if settings.llm_api_key is not None else None,
            "timeout": settings.llm_timeout,
        },
    }


class House:
    """One installation, wired: its database, blobs, queue and server. Nothing is opened before it is needed.

    `workshop` names the factory of the workers' bodies ("module:function").
    """

    def __init__(self, settings: Settings | None = None, *, workshop: str = WORKSHOP, clock: Callable[[], float] = time.time) -> None:
        self.settings = settings or Settings()
        self.clock = clock
        # Processes of one machine hear each other through pipes in the data folder.
        self.wire: Wire = Pipes(self.settings.data / "wake")
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
    def blobs(self) -> Blobs:
        from makebelieve.storage.blobs import open_blobs

        return open_blobs(self.settings.blobs_at, self.settings.blobs_endpoint)

    def sweeper(self) -> Sweeper:
        """What removes blobs that nothing names; start and stop it yourself."""
        from makebelieve.storage.sweeping import Sweeper

        return Sweeper(self.database, self.blobs, self.clock)

    def kinds(self) -> dict[str, JobKind]:
        """What the queue can do."""
        return {
            "generate": making.GenerateJobs(self.blobs),
            "iterate": making.IterateJobs(self.blobs),
            "import": making.ImportJobs(self.blobs),
        }

    def hear(self, message: str) -> None:
        """Take in a hint of another process of this install."""
        if message in ("queued", ""):
            self.bell.ring_here()
        else:
            self.notices.hear(message)

    def limits(self) -> dict[str, KindLimits]:
        """What each kind of job may use: the general settings, and where they differ those of the kind."""
        general = {"timeout": self.settings.job_timeout, "memory_mb": self.settings.job_memory_mb, "attempts": self.settings.job_attempts}
        found = {}
        for kind in self.kinds():
            own = self.settings.job_limits.get(kind)
            found[kind] = KindLimits(**{**general, **(own.model_dump(exclude_none=True) if own is not None else {})})
        return found

    def runner(self, size: int, poll: float = POLL) -> Runner:
        """Slots that do jobs; start and stop them yourself."""
        return Runner(
            self.database,
            self.kinds(),
            partial(WorkProcess, self._workshop, work_argument(self.settings)),
            size=size,
            clock=self.clock,
            bell=self.bell,
            notices=self.notices,
            limits=self.limits(),
            lease=self.settings.job_lease,
            poll=poll,
        )

    def services(self, settings: Settings | None = None) -> Services:
        """What the HTTP application needs; `settings` when host and port differ from the environment's."""
        from makebelieve.edge.http.keyrings import Keyrings
        from makebelieve.edge.http.services import Services, Threads
        from makebelieve.edge.http.web import WebFiles
        from makebelieve.metering.rates import MemoryRateLimiter, RateLimiter, SharedRateLimiter

        settings = settings or self.settings
        # One writer is what SQLite has; a queue in front of it is shorter than its own waiting.
        threads = Threads(self.database, writers=1 if self.database.is_sqlite else 8)
        sealing = load_sealing_keys(settings, self.clock())
        limiter: RateLimiter = MemoryRateLimiter()
        if settings.redis_url is not None:
            from makebelieve.storage.shared_rates import RedisWindow

            limiter = SharedRateLimiter(RedisWindow(settings.redis_url))
        return Services(
            settings=settings,
            clock=self.clock,
            threads=threads,
            blobs=self.blobs,
            sealing=sealing,
            keyrings=Keyrings(threads, sealing, self.clock),
            limiter=limiter,
            bell=self.bell,
            notices=self.notices,
            workers=self.runner(settings.workers) if settings.workers else None,
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
        from makebelieve.edge.http.answers import game_answer

        payload = {"prompt": prompt, "seed": seed, "preferences": None, "allow_unproven": allow_unproven}
        owner = self.owner()
        if owner is None:
            raise Problem(409, "no_owner", "a multi-user install keeps no game without an account: use the REST interface")
        caller = Caller("none", owner.tier, expand(("full",)), "local", owner)
        engine = self.open_engine(self.settings.engine_host)
        try:
            result = open_workshop(engine, self.understand)("generate", payload, lambda name, _data: on_stage(name))
        finally:
            engine.close()
        game, version = making.keep_made(self.database, self.blobs, caller, prompt, result, self.clock())
        config = shelf.read_config(self.blobs, version)
        return game_answer(self.settings.base_url, game, version, config).model_dump(mode="json")

    def serve(self, address: str | None, port: int | None, *, path: str, on_ready: Callable[[str], None]) -> None:
        """Serve until SIGINT or SIGTERM. `on_ready` gets the link to open: it logs the owner in once and leads to `path`."""
        from makebelieve.edge.http.app import build_app
        from makebelieve.edge.http.server import listen, run

        address = address or self.settings.host
        listener = listen(address, self.settings.port if port is None else port)
        settings = self.settings.model_copy(update={"host": address, "port": listener.getsockname()[1]})
        configure_logging(settings)
        with OneServer(settings.data):
            owner = self.owner()
            services = self.services(settings)

            def ready() -> None:
                link = f"{settings.base_url}{path}"
                if owner is not None:
                    token = self.database.write(lambda unit: browser.make_login_link(unit, owner, self.clock()))
                    link = f"{settings.base_url}/login/{token}?next={path}"
                on_ready(link)

            sweeper = self.sweeper()
            sweeper.start()
            self.wire.listen(self.hear)
            try:
                run(build_app(services), services, listener, ready)
            finally:
                self.wire.close()
                sweeper.stop()
                self.database.close()

    def work(self) -> None:
        """Do jobs of the shared queue until SIGINT or SIGTERM, then drain."""
        configure_logging(self.settings)
        runner = self.runner(max(1, self.settings.workers))
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        self.wire.listen(self.hear)
        try:
            runner.start()
            stop.wait()
            runner.stop(self.settings.drain)
        finally:
            self.wire.close()
            self.database.close()

    @property
    def books(self) -> Books:
        return Books(self.database, self.clock)

    def list_jobs(self, state: JobState | None, kind: str | None, owner: str | None, limit: int) -> list[Job]:
        return self.database.read(lambda unit: unit.jobs.list_jobs(owner=owner, state=state, kind=kind, before=None, limit=limit))

    def job(self, job_id: str) -> tuple[Job, list[JobEvent]]:
        return self.database.read(lambda unit: (overview.found(unit, job_id), unit.jobs.events(job_id, 0)))

    def cancel_job(self, job_id: str) -> Job:
        ended = self.database.write(lambda unit: overview.cancel(unit, overview.found(unit, job_id), self.clock()))
        self.notices.publish_cancelled(job_id)
        self.bell.ring()
        return ended

    def retry_job(self, job_id: str) -> Job:
        again = self.database.write(lambda unit: overview.retry(unit, overview.found(unit, job_id), self.clock()))
        self.bell.ring()
        return again

    def findings(self) -> Iterable[Finding]:
        """Checks of the settings, the database and the blobs."""
        folder = self.settings.data
        try:
            self.database.ping()
            yield Finding("database", True, self.database.label)
        except Exception as error:
            yield Finding(
                "database", False, f"{type(error).__name__}: {error}", f"check that {folder} can be written, or MAKEBELIEVE_DATABASE_URL"
            )
        try:
            key = f"doctor/probe/{os.getpid()}"
            self.blobs.put(key, b"makebelieve")
            good = self.blobs.get(key) == b"makebelieve"
            self.blobs.delete([key])
            yield Finding("blobs", good, self.blobs.label, "the store gives back other bytes than it was given")
        except Exception as error:
            yield Finding("blobs", False, f"{type(error).__name__}: {error}", f"check that {self.settings.blobs_at} can be written")


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
