"""The runner: threads that claim jobs, have their bodies run by an executor, and commit what comes of it."""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from makebelieve.access.activity import MOST_DAYS
from makebelieve.jobs import queue
from makebelieve.jobs.executor import BodyCrashed, BodyDied, BodyOutgrew, BodyTimeout, Executor, WorkerUnready, problem_dict
from makebelieve.jobs.notices import Bell, Notices
from makebelieve.jobs.queue import LEASE, JobKind, KindLimits
from makebelieve.jobs.repository import Job, JobsUnit
from makebelieve.kit.clock import DAY, Clock, day_of
from makebelieve.kit.errors import Problem, TryAgain, Unavailable
from makebelieve.kit.origin import Tracer, Untraced, working_for
from makebelieve.kit.tokens import Tokens
from makebelieve.kit.transactions import Ledger
from makebelieve.metering import ledger

log = logging.getLogger("makebelieve.jobs")

SWEEP_EVERY: Final = 3600.0
POLL: Final = 1.0
"""Seconds between two looks of an idle slot that nobody has woken: what bounds the wait when a wake-up was lost."""


class Slot:
    """One thread's place: its executor, and the job that it runs now."""

    def __init__(self, executor: Executor) -> None:
        self.executor = executor
        self.ready = threading.Event()
        self._job_id: str | None = None
        self._lock = threading.Lock()

    def hold(self, job_id: str | None) -> None:
        with self._lock:
            self._job_id = job_id

    def interrupt(self, job_id: str) -> None:
        """End the body of that job if it runs here; never that of the next one."""
        with self._lock:
            if self._job_id == job_id:
                self.executor.kill()


class Runner:
    """`size` slots, each a thread with one executor of its own.

    `limits`: what a kind may use, KindLimits() where it is not named. `only`: the kinds to take, all by default. `observe` hears of each
    attempt: kind, outcome, seconds. `lease`: seconds until a silent worker's job is taken from it. `poll`: seconds between two looks of
    an idle slot that the bell has not woken.
    """

    def __init__(
        self,
        ledger: Ledger[JobsUnit],
        kinds: Mapping[str, JobKind],
        open_executor: Callable[[], Executor],
        *,
        size: int,
        clock: Clock,
        bell: Bell,
        notices: Notices,
        limits: Mapping[str, KindLimits] | None = None,
        only: tuple[str, ...] | None = None,
        observe: Callable[[str, str, float], None] = lambda _kind, _outcome, _seconds: None,
        tracer: Tracer | None = None,
        lease: float = LEASE,
        poll: float = POLL,
    ) -> None:
        self._ledger = ledger
        self._kinds = kinds
        self._slots = [Slot(open_executor()) for _ in range(size)]
        self._clock = clock
        self._bell = bell
        self._notices = notices
        self._limits = {kind: (limits or {}).get(kind, KindLimits()) for kind in kinds}
        self._only = only
        self._observe = observe
        self._tracer = tracer or Untraced()
        self._lease = lease
        self._poll = poll
        self._name = f"{socket.gethostname()}:{os.getpid()}"
        # Two slots that settle at once write the same rows (the key's slot, the account's balance, the batch's counts): where the
        # database lets both begin as if each were alone, one would have to do it all again.
        self._turn = threading.Lock()
        self._stopping = threading.Event()
        self._killing = False
        self._cancelled: deque[str] = deque(maxlen=256)
        self._threads: list[threading.Thread] = []
        self.trouble: str | None = None
        """Why a worker could not start, for the health page; None when all is well."""

    @property
    def ready(self) -> bool:
        """Whether at least one worker is warm."""
        return any(slot.ready.is_set() for slot in self._slots)

    @property
    def pids(self) -> list[int]:
        """The worker processes that run now."""
        return [pid for slot in self._slots if (pid := slot.executor.pid) is not None]

    def start(self) -> None:
        self._notices.on_cancel(self._interrupt)
        self._ledger.write(lambda unit: unit.jobs.cap_kinds({kind: limits.at_once for kind, limits in self._limits.items()}))
        for index, slot in enumerate(self._slots):
            self._threads.append(threading.Thread(target=self._serve, args=(slot,), name=f"slot-{index}", daemon=True))
        self._threads.append(threading.Thread(target=self._keep_house, name="jobs-house", daemon=True))
        for thread in self._threads:
            thread.start()

    def wait_ready(self, timeout: float) -> bool:
        """Wait until every worker is warm or has failed to start; whether all are warm."""
        end = time.monotonic() + timeout
        for slot in self._slots:
            while not slot.ready.wait(0.05):
                if time.monotonic() >= end or self.trouble is not None:
                    return False
        return True

    def stop(self, drain: float) -> None:
        """Claim nothing more, give running jobs `drain` seconds, then kill the workers and put their jobs back."""
        self._stopping.set()
        self._bell.ring_here(None)
        end = time.monotonic() + drain
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))
        self._killing = True
        for slot in self._slots:
            slot.executor.kill()
        for thread in self._threads:
            thread.join(5.0)
        for slot in self._slots:
            slot.executor.close()

    def _interrupt(self, job_id: str) -> None:
        self._cancelled.append(job_id)
        for slot in self._slots:
            slot.interrupt(job_id)

    def _serve(self, slot: Slot) -> None:
        pause = 0.5
        # Whether there is probably a job, and whether this slot has just had one.
        sure = following = False
        while not self._stopping.is_set():
            try:
                slot.executor.start()
                slot.ready.set()
                self.trouble = None
                pause = 0.5
                seen = self._bell.count
                if (job := self._claim(look=not sure)) is not None:
                    if following:
                        # There was more than this slot could do; and the job that ended may have made room for two, by key and by kind.
                        self._bell.ring_here()
                    following = sure = True
                    self._do(slot, job)
                else:
                    following = False
                    sure = self._bell.wait(seen, self._poll, crew=self)
            except WorkerUnready as error:
                slot.ready.clear()
                self.trouble = str(error)
                log.error("a worker does not start", extra={"reason": str(error)})
                self._stopping.wait(pause)
                pause = min(pause * 2, 30.0)
            except Exception:
                # The database may be away for a moment; the slot must outlive that.
                log.exception("a slot failed")
                self._stopping.wait(1.0)

    def _claim(self, *, look: bool) -> Job | None:
        # A slot that has just had a job or heard of one goes straight for it; an idle one only looks, so that it writes nothing.
        if look and not self._ledger.read(lambda unit: unit.jobs.waiting(self._clock(), self._only), single=True):
            return None
        return self._ledger.write(
            lambda unit: unit.jobs.claim(self._name, self._clock(), self._lease, self._only), durable=False, single=True
        )

    def _do(self, slot: Slot, job: Job) -> None:
        started = time.monotonic()
        parent = job.origin.traceparent if job.origin is not None else None
        with working_for(job.origin), self._tracer.span(f"job {job.kind}", parent, job_id=job.id, job_attempt=job.attempts) as span:
            outcome = self._attempt(slot, job)
            seconds = time.monotonic() - started
            span.note(failed=outcome not in ("done", "fenced"), job_outcome=outcome)
            self._observe(job.kind, outcome, seconds)
            log.info(
                "job",
                extra={"job": job.id, "kind": job.kind, "outcome": outcome, "attempt": job.attempts, "ms": round(seconds * 1000)},
            )
        # Last: whoever waits for the job finds it in the log and among the numbers.
        self._notices.publish(job.id, ended=True)

    def _attempt(self, slot: Slot, job: Job) -> str:
        """Do the job, commit what comes of it; in a word, how it ended."""
        limits = self._limits.get(job.kind, KindLimits())
        outcome = "done"
        try:
            kind = self._kinds[job.kind]
            result = self._run(slot, job, kind, limits)
            prepared = kind.prepare(job, result)
            if not self._settle(lambda unit: queue.complete(unit, kind, job, prepared, self._clock()), isolated=kind.isolated):
                outcome = "fenced"
        except Problem as problem:
            outcome = problem.code
            self._fail(job, problem_dict(problem))
        except BodyTimeout:
            outcome = "timeout"
            detail = f"making this took longer than {limits.timeout:g} s; nothing was charged"
            self._fail(job, {"status": 504, "code": "took_too_long", "detail": detail})
        except BodyOutgrew:
            outcome = "outgrew"
            detail = f"making this took more than {limits.memory_mb} MiB of memory; nothing was charged"
            self._fail(job, {"status": 500, "code": "took_too_much", "detail": detail})
        except BodyCrashed as crash:
            outcome = "crashed"
            log.error("a job's body crashed", extra={"job": job.id, "kind": job.kind, "traceback": str(crash)})
            self._fail(job, {"status": 500, "code": "failed", "detail": "making this failed; nothing was charged"})
        except TryAgain as again:
            outcome = "again" if self._lose(job, again.reason, limits, again.after) else "fenced"
        except Unavailable as outage:
            outcome = "lost" if self._lose(job, str(outage), limits, None, status=503) else "fenced"
        except (BodyDied, WorkerUnready) as death:
            outcome = "lost" if self._lose(job, str(death), limits, None) else "fenced"
        return outcome

    def _run(self, slot: Slot, job: Job, kind: JobKind, limits: KindLimits) -> dict[str, Any]:
        def on_stage(name: str, data: dict[str, Any]) -> None:
            if name == queue.TOKENS:
                self._ledger.write(lambda unit: queue.count_tokens(unit, job, Tokens(**data), self._clock()))
                return
            done = kind.progress(name)
            self._ledger.write(lambda unit: unit.jobs.note(job.id, job.token, name, data, self._clock(), done), durable=False, single=True)
            self._notices.publish(job.id)

        def beat() -> bool:
            return self._ledger.write(
                lambda unit: unit.jobs.beat(job.id, job.token, self._clock(), self._lease), durable=False, single=True
            )

        slot.hold(job.id)
        try:
            # Cancelled between the claim and now: the word came when there was nothing to interrupt yet.
            if job.id in self._cancelled:
                raise BodyDied("cancelled")
            return slot.executor.run(job.kind, job.payload, limits=limits, interval=self._lease / 3, on_stage=on_stage, tick=beat)
        finally:
            slot.hold(None)

    def _settle(self, work: Callable[[JobsUnit], bool], *, isolated: bool = True) -> bool:
        def counted(unit: JobsUnit) -> tuple[bool, int]:
            return work(unit), unit.webhooks.added

        with self._turn if isolated else contextlib.nullcontext():
            done, announced = self._ledger.write(counted, isolated=isolated)
        if announced:
            self._notices.publish_announced()
        return done

    def _fail(self, job: Job, error: dict[str, Any]) -> None:
        self._settle(lambda unit: queue.fail(unit, job, error, self._clock()))

    def _lose(self, job: Job, reason: str, limits: KindLimits, pause: float | None, status: int = 500) -> bool:
        if self._killing:
            # We killed it ourselves to stop; the attempt is not the job's fault.
            return self._settle(lambda unit: unit.jobs.put_back(job.id, job.token, uncount=True))
        return self._settle(lambda unit: queue.lose(unit, job, reason, self._clock(), attempts=limits.attempts, pause=pause, status=status))

    def _keep_house(self) -> None:
        next_sweep = 0.0
        attempts = {kind: limits.attempts for kind, limits in self._limits.items()}
        while not self._stopping.wait(self._lease / 3):
            try:
                now = self._clock()
                if self._ledger.read(partial(_any_overdue, now=now)):
                    reaped = self._ledger.write(partial(queue.reap, now=now, attempts=attempts))
                    log.warning("reaped jobs of silent workers", extra={"count": reaped})
                    self._bell.ring(max(1, reaped))
                if self._ledger.read(partial(_any_lapsed, now=now)):
                    log.warning("settled lapsed reservations", extra={"count": self._ledger.write(partial(ledger.expire, now=now))})
                if now >= next_sweep:
                    next_sweep = now + SWEEP_EVERY
                    self._ledger.write(partial(sweep, now=now))
            except Exception:
                log.exception("housekeeping failed")


def _any_overdue(unit: JobsUnit, now: float) -> bool:
    return bool(unit.jobs.overdue(now))


def _any_lapsed(unit: JobsUnit, now: float) -> bool:
    return bool(unit.meters.lapsed(now, 1))


def sweep(unit: JobsUnit, now: float) -> None:
    """Forget what has expired: old jobs, stored answers, sessions, tokens."""
    unit.jobs.sweep(now - queue.KEPT)
    unit.webhooks.sweep(now - queue.KEPT)
    unit.meters.sweep(now)
    unit.answers.sweep(now)
    unit.accounts.sweep(now)
    unit.activity.sweep(day_of(now - MOST_DAYS * DAY))
    unit.signing.remove_expired(now)
