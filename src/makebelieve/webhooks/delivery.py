"""The couriers: threads that carry messages to their receivers, with leases, until they are received or given up."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from makebelieve.access.sealing import SealingKeys, seal, unseal
from makebelieve.kit.clock import Clock
from makebelieve.kit.transactions import Ledger
from makebelieve.outbound.addresses import Blocked
from makebelieve.outbound.client import Client, Unreachable
from makebelieve.webhooks import signing
from makebelieve.webhooks.leases import LEASE, Leases
from makebelieve.webhooks.outbox import TRIES, WAITS
from makebelieve.webhooks.repository import Attempt, Delivery, Secrets, WebhooksUnit

log = logging.getLogger("makebelieve.webhooks")

LIMIT: Final = 10.0
"""Seconds that a receiver has to answer in."""
ANSWER_KEPT: Final = 1024
"""Bytes of a receiver's answer that the log keeps."""
JITTER: Final = 0.1
POLL: Final = 1.0
GONE: Final = 410


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a receiver made of one attempt."""

    status: int | None
    error: str | None
    answer: str = ""

    @property
    def received(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


class Couriers:
    """`size` threads. `chance` gives numbers of 0 to 1: waits are lengthened by up to a tenth, so that retries do not come in step."""

    def __init__(
        self,
        ledger: Ledger[WebhooksUnit],
        client: Client,
        keys: SealingKeys,
        *,
        clock: Clock,
        chance: Callable[[], float],
        size: int = 4,
        limit: float = LIMIT,
        poll: float = POLL,
        lease: float = LEASE,
    ) -> None:
        self._ledger = ledger
        self.leases = Leases(ledger, clock, lease)
        self._client = client
        self._keys = keys
        self._clock = clock
        self._chance = chance
        self._size = size
        self._limit = limit
        self._poll = poll
        self._rung = threading.Condition()
        self._count = 0
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        self.leases.start()
        for index in range(self._size):
            # One looks for itself; the others only when there is more than it can carry.
            thread = threading.Thread(target=self._serve, args=(self._poll if index == 0 else None,), name=f"courier-{index}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def ring(self) -> None:
        """There may be something to carry. Wakes one, who wakes the next when it has found something."""
        with self._rung:
            self._count += 1
            self._rung.notify()

    def stop(self, drain: float) -> None:
        """Take nothing more, give what is on its way `drain` seconds; what is left is delivered after the next start."""
        self._stopping.set()
        with self._rung:
            self._count += 1
            self._rung.notify_all()
        end = time.monotonic() + drain
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))
        self.leases.stop()

    def _serve(self, poll: float | None) -> None:
        while not self._stopping.is_set():
            seen = self._count
            try:
                if self.carry_one():
                    continue
            except Exception:
                # The database may be away for a moment; the courier must outlive that.
                log.exception("a courier failed")
                self._stopping.wait(1.0)
            with self._rung:
                self._rung.wait_for(lambda seen=seen: self._count != seen, poll)  # type: ignore[misc]  # bound now

    def carry_one(self) -> bool:
        """Deliver the message that has waited longest, if one is due; whether there was one."""
        if not self._ledger.read(lambda unit: unit.webhooks.due(self._clock())):
            return False
        delivery = self.leases.claim()
        if delivery is None:
            return False
        # Whoever waits for the rest may begin.
        self.ring()
        try:
            self._carry(delivery)
        finally:
            self.leases.let_go(delivery)
        return True

    def _carry(self, delivery: Delivery) -> None:
        started = time.monotonic()
        at = self._clock()
        secrets = self._secrets(delivery, at)
        if not self.leases.holds(delivery):
            # This process stood still; another courier has it, or will.
            return
        outcome = self._send(delivery, secrets, at)
        ms = round((time.monotonic() - started) * 1000)
        attempt = Attempt(delivery.attempts + 1, at, ms, outcome.status, outcome.error, outcome.answer)
        self._ledger.write(lambda unit: settle(unit, delivery, attempt, outcome, self._clock(), self._chance()))
        log.info(
            "webhook",
            extra={"delivery": delivery.id, "event": delivery.event, "attempt": attempt.number, "status": outcome.status, "ms": ms},
        )

    def _send(self, delivery: Delivery, secrets: Secrets | None, at: float) -> Outcome:
        if secrets is None:
            return Outcome(None, "the endpoint was removed or switched off")
        readable = [raw.decode() for sealed in secrets.sealed(at) if (raw := unseal(self._keys, sealed)) is not None]
        if not readable:
            return Outcome(None, "the endpoint's secret cannot be read any more; rotate it")
        body = delivery.body.encode()
        headers = {"Content-Type": "application/json", **signing.headers(readable, delivery.id, int(at), body)}
        try:
            answer = self._client.request("POST", delivery.url, headers=headers, body=body, timeout=self._limit, most=ANSWER_KEPT, cut=True)
        except (Blocked, Unreachable) as failure:
            return Outcome(None, str(failure))
        error = None if 200 <= answer.status < 300 else f"answered {answer.status}"
        # NUL is no character to PostgreSQL.
        return Outcome(answer.status, error, answer.body.decode("utf-8", "replace").replace("\x00", "\ufffd"))

    def _secrets(self, delivery: Delivery, now: float) -> Secrets | None:
        if delivery.endpoint_id is not None:
            endpoint = self._ledger.read(lambda unit: unit.webhooks.endpoint(str(delivery.endpoint_id)))
            return endpoint.secrets if endpoint is not None and endpoint.enabled else None
        return self._ledger.write(lambda unit: _app_secrets(unit, self._keys, delivery.owner))


def _app_secrets(unit: WebhooksUnit, keys: SealingKeys, owner: str) -> Secrets:
    found = unit.webhooks.app_secrets(owner)
    if found is None:
        # Nobody knows it yet; the app gets to by rotating it.
        found = Secrets(seal(keys, signing.new_secret().encode()))
        unit.webhooks.set_app_secrets(owner, found)
    return found


def settle(unit: WebhooksUnit, delivery: Delivery, attempt: Attempt, outcome: Outcome, now: float, chance: float) -> bool:
    """Book one attempt: delivered, to be tried again, or given up. False when the lease has passed to somebody else."""
    if not unit.webhooks.note(delivery, attempt):
        return False
    if outcome.received:
        unit.webhooks.finish(delivery, "delivered", now)
        return True
    if outcome.status == GONE and delivery.endpoint_id is not None:
        endpoint = unit.webhooks.endpoint(delivery.endpoint_id)
        if endpoint is not None:
            unit.webhooks.change_endpoint(replace(endpoint, enabled=False, disabled_reason="the receiver answered 410 Gone"))
    final = outcome.status == GONE or delivery.left <= 1
    if final:
        unit.webhooks.finish(delivery, "failed", now)
    else:
        unit.webhooks.postpone(delivery, now, WAITS[TRIES - delivery.left] * (1 + JITTER * chance))
    return True
