"""The composition root: an installation and what is asked of it, over the parts that `wiring` joins."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any, Final

from pydantic import ValidationError

from makebelieve.access import accounts, browser
from makebelieve.access.callers import Caller, User, expand
from makebelieve.access.operating import Accounts
from makebelieve.edge.cli.installation import Finding, Installation
from makebelieve.engine import Engine, HostChoice, open_engine
from makebelieve.housekeys import load_sealing_keys
from makebelieve.jobs import overview
from makebelieve.jobs.repository import Job, JobEvent, JobState
from makebelieve.kit.errors import Problem, invalid
from makebelieve.language import GameDraft
from makebelieve.library import making, shelf
from makebelieve.logs import configure_logging
from makebelieve.metering.operating import Books
from makebelieve.probes import probe
from makebelieve.settings import Settings
from makebelieve.wiring import Wiring
from makebelieve.workrooms import reader, work_argument

REDIS_WITHIN: Final = 10.0
"""Seconds a start waits for Redis."""


class House(Wiring):
    """One installation, as servers, workers and the command line use it."""

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
