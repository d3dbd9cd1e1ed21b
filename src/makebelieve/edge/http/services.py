"""What the endpoints work with, put together by the composition root."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar, copy_context
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, TypeVar, cast

from fastapi import Request

from makebelieve.access.activity import Activity
from makebelieve.access.sealing import SealingKeys
from makebelieve.edge.http.keyrings import Keyrings
from makebelieve.edge.http.web import WebFiles
from makebelieve.edge.metrics import Metrics, Observer, Unobserved
from makebelieve.jobs.notices import Bell, Notices
from makebelieve.jobs.repository import Job
from makebelieve.kit.clock import Clock
from makebelieve.kit.errors import Unavailable
from makebelieve.kit.origin import Tracer, Untraced
from makebelieve.kit.transactions import Ledger
from makebelieve.library.repository import BlobStore, LibraryUnit
from makebelieve.metering import idempotency
from makebelieve.metering.idempotency import Claim, InHand
from makebelieve.metering.rates import RateLimiter
from makebelieve.outbound.addresses import Guard
from makebelieve.settings import Settings

T = TypeVar("T")
U = TypeVar("U")
_claim: ContextVar[Claim | None] = ContextVar("claim", default=None)
PATIENCE: Final = 10.0
"""Seconds that a write may queue; after that it is refused before it begins."""


class Workers(Protocol):
    """The runner, as far as the health page and the start of the server need it."""

    @property
    def ready(self) -> bool: ...

    @property
    def trouble(self) -> str | None: ...

    def start(self) -> None: ...

    def stop(self, drain: float) -> None: ...


class Couriers(Protocol):
    """What delivers webhooks, as far as the start and the end of the server and the endpoints need it."""

    def start(self) -> None: ...

    def ring(self) -> None: ...

    def stop(self, drain: float) -> None: ...


@contextlib.contextmanager
def answering(claim: Claim) -> Iterator[None]:
    """Whatever the request in hand writes notes, in the same transaction, that this Idempotency-Key's request has done something."""
    token = _claim.set(claim)
    try:
        yield
    finally:
        _claim.reset(token)


class Threads:
    """Blocking work off the event loop: reads side by side, writes in as many threads as the database has writers, the rest apart."""

    def __init__(self, ledger: Ledger[LibraryUnit], writers: int = 1) -> None:
        self._ledger = ledger
        self._readers = ThreadPoolExecutor(8, thread_name_prefix="read")
        self._writer = ThreadPoolExecutor(writers, thread_name_prefix="write")
        self._others = ThreadPoolExecutor(4, thread_name_prefix="work")

    async def read(self, work: Callable[[LibraryUnit], T]) -> T:
        return await self._run(self._readers, self._ledger.read, work)

    async def look_up(self, work: Callable[[LibraryUnit], T], then: Callable[[T], U]) -> U:
        """What `then` makes of what `work` found, without a snapshot and without going back to the loop in between."""
        return await self._run(self._readers, lambda: then(self._ledger.read(work, single=True)))

    async def write(self, work: Callable[[LibraryUnit], T]) -> T:
        """Run `work` as one transaction, noted by the request's Idempotency-Key if it has one."""
        claim = _claim.get()
        if claim is None:
            return await self._write(work)

        def noted(unit: LibraryUnit) -> T:
            result = work(unit)
            idempotency.act(unit, claim)
            return result

        return await self._write(noted)

    async def order(self, work: Callable[[LibraryUnit], Job], *, isolated: bool = True) -> Job:
        """The job that `work` queues; or, if an earlier request with the same Idempotency-Key did so and its server died, that job."""
        claim = _claim.get()
        if claim is None:
            return await self._write(work, isolated=isolated)

        def once(unit: LibraryUnit) -> Job:
            before = unit.jobs.job(claim.job) if claim.job is not None else None
            job = before or work(unit)
            idempotency.act(unit, claim, job.id)
            return job

        return await self._write(once, isolated=isolated)

    async def _write(self, work: Callable[[LibraryUnit], T], *, isolated: bool = True) -> T:
        # Shielded: a client that hangs up must not leave half of a request's consequences undone.
        queued = time.monotonic()

        def in_time() -> T:
            # With the database locked, those who queue would else wait one time-out after the other.
            if time.monotonic() - queued > PATIENCE:
                raise Unavailable("database", "too many writes wait for it")
            return self._ledger.write(work, isolated=isolated)

        return await asyncio.shield(self._run(self._writer, in_time))

    async def run(self, work: Callable[[], T]) -> T:
        """Files, hashing and other things that take milliseconds."""
        return await self._run(self._others, work)

    @staticmethod
    def _run(pool: ThreadPoolExecutor, work: Callable[..., T], *arguments: Any) -> asyncio.Future[T]:
        # What the request has set (whose work this is) holds in the thread too.
        return asyncio.get_running_loop().run_in_executor(pool, copy_context().run, work, *arguments)

    def close(self) -> None:
        for pool in (self._readers, self._writer, self._others):
            pool.shutdown(wait=True, cancel_futures=True)


@dataclass(slots=True)
class Services:
    settings: Settings
    clock: Clock
    threads: Threads
    blobs: BlobStore
    sealing: SealingKeys
    keyrings: Keyrings
    limiter: RateLimiter
    bell: Bell
    notices: Notices
    workers: Workers | None
    couriers: Couriers
    guard: Guard
    web: WebFiles
    activity: Activity = field(default_factory=Activity)
    in_hand: InHand = field(default_factory=InHand)
    observer: Observer = field(default_factory=Unobserved)
    metrics: Metrics | None = None
    tracer: Tracer = field(default_factory=Untraced)
    redis_answers: Callable[[], bool] | None = None
    """None where the install has no Redis."""
    tell_revoked: Callable[[], None] = lambda: None
    """Tells the other API processes that a credential was revoked here."""
    on_revoked: list[Callable[[], None]] = field(default_factory=list)
    """What to do when another process says so."""
    closing: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the server begins to stop: streams end, waiting calls answer 202."""


def services_of(request: Request) -> Services:
    return cast(Services, request.app.state.services)
