"""Which messages a process has in hand: short leases, renewed while it lives, so that what a dead courier had goes on within seconds."""

from __future__ import annotations

import logging
import threading
import time
from typing import Final

from makebelieve.kit.clock import Clock
from makebelieve.kit.transactions import Ledger
from makebelieve.webhooks.repository import Delivery, WebhooksUnit

log = logging.getLogger("makebelieve.webhooks")

LEASE: Final = 5.0
"""Seconds after which a courier that has not been heard of counts as dead."""
BEATS: Final = 5
"""How often a lease is renewed before it would run out: all but one may fail."""


class Leases:
    """The leases of one process. Any thread may claim and let go; one thread of its own renews."""

    def __init__(self, ledger: Ledger[WebhooksUnit], clock: Clock, lease: float = LEASE) -> None:
        self._ledger = ledger
        self._clock = clock
        self._lease = lease
        self._lock = threading.Lock()
        # With the time (monotonic) until which it is certainly nobody else's.
        self._held: dict[str, tuple[Delivery, float]] = {}
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._thread = threading.Thread(target=self._keep, name="courier-leases", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()

    def claim(self) -> Delivery | None:
        """The message that has waited longest, ours until `let_go`."""
        until = time.monotonic() + self._lease
        delivery = self._ledger.write(lambda unit: unit.webhooks.claim(self._clock(), self._lease), isolated=False, durable=False)
        if delivery is not None:
            with self._lock:
                self._held[delivery.id] = delivery, until
        return delivery

    def holds(self, delivery: Delivery) -> bool:
        """Whether it is certainly still ours: not if this process stood still for too long."""
        with self._lock:
            held = self._held.get(delivery.id)
        return held is not None and time.monotonic() < held[1]

    def let_go(self, delivery: Delivery) -> None:
        with self._lock:
            self._held.pop(delivery.id, None)

    def renew(self) -> None:
        """Renew all; what has passed to somebody else is let go."""
        with self._lock:
            held = [delivery for delivery, _ in self._held.values()]
        if not held:
            return
        until = time.monotonic() + self._lease
        kept = self._ledger.write(lambda unit: unit.webhooks.beat(held, self._clock(), self._lease), isolated=False, durable=False)
        with self._lock:
            for delivery in held:
                if delivery.id not in self._held:
                    continue
                if delivery.id in kept:
                    self._held[delivery.id] = delivery, until
                else:
                    del self._held[delivery.id]

    def _keep(self) -> None:
        while not self._stopping.wait(self._lease / BEATS):
            try:
                self.renew()
            except Exception:
                # The database may be away for a moment.
                log.exception("leases of messages could not be renewed")
