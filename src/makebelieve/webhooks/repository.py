"""What webhooks need kept, as protocols that storage implements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol, get_args

from makebelieve.metering.repository import MeteringUnit

DeliveryState = Literal["pending", "delivered", "failed"]
DELIVERY_STATES: tuple[DeliveryState, ...] = get_args(DeliveryState)


@dataclass(frozen=True, slots=True)
class Secrets:
    """Sealed signing secrets: the one in force, and until `old_until` the one before it."""

    current: bytes
    old: bytes | None = None
    old_until: float | None = None

    def sealed(self, now: float) -> list[bytes]:
        """Those to sign with, the newest first."""
        overlapping = self.old is not None and self.old_until is not None and now < self.old_until
        return [self.current, self.old] if overlapping and self.old is not None else [self.current]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address that an app has registered. `owner`: the app's subject. `events`: their names; "*" is all, also future ones."""

    id: str
    owner: str
    url: str
    events: tuple[str, ...]
    enabled: bool
    disabled_reason: str | None
    secrets: Secrets
    created_at: float


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one address. `id` is its `webhook-id`, the same at every attempt; `body` the exact text that is signed.

    `endpoint_id` is None for an address that came with a request (`webhookUrl`). `left`: attempts that are still to be made.
    """

    id: str
    owner: str
    endpoint_id: str | None
    url: str
    event: str
    body: str
    job_id: str | None
    state: DeliveryState
    attempts: int
    left: int
    next_at: float
    token: int
    created_at: float
    finished_at: float | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of one attempt: the receiver's status and the beginning of what it said, or why there was none. `ms`: how long it took."""

    number: int
    at: float
    ms: int
    status: int | None
    error: str | None
    answer: str


class WebhookRepository(Protocol):
    """`now` is the caller's clock; a database with a clock of its own judges leases and waits by that instead."""

    @property
    def added(self) -> int:
        """How many messages this transaction has queued."""
        ...

    def add_endpoint(self, endpoint: Endpoint) -> None: ...

    def endpoint(self, endpoint_id: str) -> Endpoint | None: ...

    def endpoints_of(self, owner: str) -> list[Endpoint]:
        """Oldest first."""
        ...

    def change_endpoint(self, endpoint: Endpoint) -> None:
        """Bring its row to what `endpoint` says."""
        ...

    def remove_endpoint(self, endpoint_id: str, now: float) -> None:
        """Forget it; what was still to be delivered there is given up."""
        ...

    def app_secrets(self, owner: str) -> Secrets | None:
        """What messages to addresses without an endpoint are signed with."""
        ...

    def set_app_secrets(self, owner: str, secrets: Secrets) -> None: ...

    def add_delivery(self, delivery: Delivery) -> None: ...

    def delivery(self, delivery_id: str) -> Delivery | None: ...

    def deliveries_of(
        self, owner: str, *, endpoint_id: str | None, state: DeliveryState | None, before: str | None, limit: int
    ) -> list[Delivery]:
        """Newest first, from the one after `before` (an id) on."""
        ...

    def attempts_of(self, delivery_ids: list[str]) -> dict[str, list[Attempt]]:
        """Per delivery, oldest first."""
        ...

    def due(self, now: float) -> bool:
        """Whether `claim` would find one: a read."""
        ...

    def claim(self, now: float, lease: float) -> Delivery | None:
        """Take the one that has waited longest, raising its token; never two to the same address at once."""
        ...

    def beat(self, held: list[Delivery], now: float, lease: float) -> set[str]:
        """Renew the leases on those; the ids of those that are still held under their tokens."""
        ...

    def note(self, delivery: Delivery, attempt: Attempt) -> bool:
        """Log an attempt and take one off what is left; False when the token is stale."""
        ...

    def postpone(self, delivery: Delivery, now: float, pause: float) -> None:
        """Try again after `pause` seconds."""
        ...

    def finish(self, delivery: Delivery, state: DeliveryState, now: float) -> None: ...

    def revive(self, delivery_id: str, left: int, now: float) -> bool:
        """Deliver again what was delivered or given up; False while it is still being delivered."""
        ...

    def sweep(self, before: float) -> None:
        """Forget what was settled before that time."""
        ...


class WebhooksUnit(MeteringUnit, Protocol):
    """One transaction, seen from webhooks."""

    @property
    def webhooks(self) -> WebhookRepository: ...
