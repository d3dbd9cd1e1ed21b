"""The runner: threads that claim jobs, have them done by worker processes, and commit what comes of it."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from makebelieve.jobs import queue
from makebelieve.jobs.notices import Bell, Notices
from makebelieve.jobs.processes import BodyCrashed, BodyDied, BodyTimeout, WorkerUnready, WorkProcess
from makebelieve.jobs.queue import LEASE, Job, JobKind, JobsUnit
from makebelieve.kit.clock import Clock
from makebelieve.kit.errors import Problem
from makebelieve.kit.transactions import Ledger
from makebelieve.metering import ledger

log = logging.getLogger("makebelieve.jobs")

SWEEP_EVERY: Final = 3600.0


class Runner:
    """`size` slots, each a thread with one worker process of its own.

    `poll` is how often (seconds) an idle slot looks for jobs that other processes queued; those of this process ring the bell.
    `body_timeout`: seconds a job may take. `lease`: seconds until a silent worker's job is taken from it.
    """

    def __init__(
        self,
        ledger: Ledger[JobsUnit],
        kinds: Mapping[str, JobKind],
        open_process: Callable[[], WorkProcess],
        *,
        size: int,
        clock: Clock,
        bell: Bell,
        notices: Notices,
        body_timeout: float = 60.0,
        lease: float = LEASE,
        poll: float = 0.25,
    ) -> None:
        self._ledger = ledger
        self._kinds = kinds
        self._processes = [open_process() for _ in range(size)]
        self._clock = clock
        self._bell = bell
        self._notices = notices
        self._body_timeout = body_timeout
        self._lease = lease
        self._poll = poll
        self._name = f"{socket.gethostname()}:{os.getpid()}"
        self._stopping = threading.Event()
        self._killing = False
        self._threads: list[threading.Thread] = []
        self._ready = [threading.Event() for _ in range(size)]
        self.trouble: str | None = None
        """Why a worker could not start, for the health page; None when all is well."""

    @property
    def ready(self) -> bool:
        """Whether at least one worker is warm."""
        return any(event.is_set() for event in self._ready)

    @property
    def pids(self) -> list[int]:
        """The worker processes that run now."""
        return [pid for process in self._processes if (pid := process.pid) is not None]

    def start(self) -> None:
        for index in range(len(self._processes)):
            self._threads.append(threading.Thread(target=self._serve, args=(index,), name=f"slot-{index}", daemon=True))
        self._threads.append(threading.Thread(target=self._keep_house, name="jobs-house", daemon=True))
        for thread in self._threads:
            thread.start()

    def wait_ready(self, timeout: float) -> bool:
        """Wait until every worker is warm or has failed to start; whether all are warm."""
        end = time.monotonic() + timeout
        for event in self._ready:
            while not event.wait(0.05):
                if time.monotonic() >= end or self.trouble is not None:
                    return False
        return True

    def stop(self, drain: float) -> None:
        """Claim nothing more, give running jobs `drain` seconds, then kill the workers and put their jobs back."""
        self._stopping.set()
        self._bell.ring()
        end = time.monotonic() + drain
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))
        self._killing = True
        for process in self._processes:
            process.kill()
        for thread in self._threads:
            thread.join(5.0)
        for process in self._processes:
            process.close()

    def _serve(self, index: int) -> None:
        process = self._processes[index]
        pause = 0.5
        while not self._stopping.is_set():
            try:
                process.start()
                self._ready[index].set()
                self.trouble = None
                pause = 0.5
                seen = self._bell.count
                if (job := self._claim()) is not None:
                    self._do(process, job)
                else:
                    self._bell.wait(seen, self._poll)
            except WorkerUnready as error:
                self._ready[index].clear()
                self.trouble = str(error)
                log.error("a worker does not start", extra={"reason": str(error)})
                self._stopping.wait(pause)
                pause = min(pause * 2, 30.0)
            except Exception:
                # The database may be away for a moment; the slot must outlive that.
                log.exception("a slot failed")
                self._stopping.wait(1.0)

    def _claim(self) -> Job | None:
        if not self._ledger.read(lambda unit: unit.jobs.waiting(self._clock())):
            return None
        return self._ledger.write(lambda unit: unit.jobs.claim(self._name, self._clock(), self._lease))

    def _do(self, process: WorkProcess, job: Job) -> None:
        started = time.monotonic()

        def on_stage(name: str, data: dict[str, Any]) -> None:
            self._ledger.write(lambda unit: unit.jobs.note(job.id, job.token, name, data, self._clock()))
            self._notices.publish(job.id)

        def beat() -> bool:
            return self._ledger.write(lambda unit: unit.jobs.beat(job.id, job.token, self._clock() + self._lease))

        outcome = "done"
        try:
            result = process.run(job.kind, job.payload, timeout=self._body_timeout, interval=self._lease / 3, on_stage=on_stage, tick=beat)
            kind = self._kinds[job.kind]
            prepared = kind.prepare(job, result)
            if not self._ledger.write(lambda unit: queue.complete(unit, kind, job, prepared, self._clock())):
                outcome = "fenced"
        except Problem as problem:
            outcome = problem.code
            self._fail(job, {"status": problem.status, "code": problem.code, "detail": problem.detail, "errors": _errors(problem)})
        except BodyTimeout:
            outcome = "timeout"
            detail = f"making this took longer than {self._body_timeout:g} s; nothing was charged"
            self._fail(job, {"status": 504, "code": "took_too_long", "detail": detail})
        except BodyCrashed as crash:
            outcome = "crashed"
            log.error("a job's body crashed", extra={"job": job.id, "kind": job.kind, "traceback": str(crash)})
            self._fail(job, {"status": 500, "code": "failed", "detail": "making this failed; nothing was charged"})
        except (BodyDied, WorkerUnready) as death:
            outcome = "lost"
            self._lose(job, str(death))
        self._notices.publish(job.id)
        self._bell.ring()
        log.info(
            "job",
            extra={
                "job": job.id,
                "kind": job.kind,
                "outcome": outcome,
                "attempt": job.attempts,
                "ms": round((time.monotonic() - started) * 1000),
            },
        )

    def _fail(self, job: Job, error: dict[str, Any]) -> None:
        self._ledger.write(lambda unit: queue.fail(unit, job, error, self._clock()))

    def _lose(self, job: Job, reason: str) -> None:
        if self._killing:
            # We killed it ourselves to stop; the attempt is not the job's fault.
            self._ledger.write(lambda unit: unit.jobs.put_back(job.id, job.token, uncount=True))
        else:
            self._ledger.write(lambda unit: queue.lose(unit, job, reason, self._clock()))

    def _keep_house(self) -> None:
        next_sweep = 0.0
        while not self._stopping.wait(self._lease / 3):
            try:
                now = self._clock()
                if self._ledger.read(partial(_any_overdue, now=now)):
                    reaped = self._ledger.write(partial(queue.reap, now=now))
                    log.warning("reaped jobs of silent workers", extra={"count": reaped})
                    self._bell.ring()
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
    unit.meters.sweep(now)
    unit.answers.sweep(now)
    unit.accounts.sweep(now)


def _errors(problem: Problem) -> list[dict[str, Any]]:
    return [{"path": e.path, "message": e.message, "allowed": list(e.allowed)} for e in problem.errors]
