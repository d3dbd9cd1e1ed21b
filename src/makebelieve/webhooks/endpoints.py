"""Endpoints as their apps see them: register, change, rotate the secret, read the log, deliver again. Functions of one unit of work."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from makebelieve.access import apps
from makebelieve.access.callers import Caller, app_subject
from makebelieve.access.sealing import SealingKeys, seal
from makebelieve.kit.errors import Problem, invalid
from makebelieve.kit.ids import is_id, new_id
from makebelieve.outbound.addresses import Blocked, Guard
from makebelieve.webhooks import events
from makebelieve.webhooks.outbox import TRIES
from makebelieve.webhooks.repository import Attempt, Delivery, DeliveryState, Endpoint, Secrets, WebhooksUnit
from makebelieve.webhooks.signing import new_secret

MOST: Final = 20
"""Endpoints of one app and mode."""
LONGEST_OVERLAP: Final = 7 * 24 * 3600.0


def subject_of(unit: WebhooksUnit, caller: Caller, app_id: str) -> str:
    """The owner string of an app that the caller belongs to, in the mode it acts in. Raises a 404 Problem otherwise."""
    return app_subject(apps.enter(unit, caller, app_id).id, caller.mode)


def check_url(guard: Guard, url: str, field: str, *, only_https: bool) -> str:
    """`url` when messages may go there. Raises a 422 Problem that names `field`. Plain http is for the operator's own networks."""
    try:
        target = guard.check(url)
    except Blocked as blocked:
        raise invalid(field, str(blocked)) from blocked
    if only_https and target.scheme != "https" and not guard.names_inside(target.host):
        raise invalid(field, "must be an https:// address")
    return url


def register(
    unit: WebhooksUnit, keys: SealingKeys, guard: Guard, owner: str, url: str, names: list[str] | None, now: float
) -> tuple[Endpoint, str]:
    """A new endpoint and its secret, which is shown this one time. Raises 422 for a bad address or event, 409 for one too many."""
    check_url(guard, url, "url", only_https=True)
    if len(unit.webhooks.endpoints_of(owner)) >= MOST:
        raise Problem(409, "too_many", f"an app has at most {MOST} webhook endpoints; remove one first")
    secret = new_secret()
    endpoint = Endpoint(new_id("wh", now), owner, url, events.chosen(names), True, None, Secrets(seal(keys, secret.encode())), now)
    unit.webhooks.add_endpoint(endpoint)
    return endpoint, secret


def owned(unit: WebhooksUnit, owner: str, endpoint_id: str) -> Endpoint:
    """Raises a 404 Problem when there is none or it is another's."""
    endpoint = unit.webhooks.endpoint(endpoint_id)
    if endpoint is None or endpoint.owner != owner:
        raise Problem(404, "not_found", "no such webhook")
    return endpoint


def change(
    unit: WebhooksUnit, guard: Guard, endpoint: Endpoint, *, url: str | None, names: list[str] | None, enabled: bool | None
) -> Endpoint:
    """Another address, other events, on or off; None leaves it. Raises 422."""
    changed = endpoint
    if url is not None:
        changed = replace(changed, url=check_url(guard, url, "url", only_https=True))
    if names is not None:
        changed = replace(changed, events=events.chosen(names))
    if enabled is not None:
        changed = replace(changed, enabled=enabled, disabled_reason=None if enabled else "switched off by the app")
    unit.webhooks.change_endpoint(changed)
    return changed


def rotate(unit: WebhooksUnit, keys: SealingKeys, endpoint: Endpoint, overlap: float, now: float) -> tuple[Endpoint, str]:
    """A new secret, shown this one time; for `overlap` seconds messages are signed with the old one too."""
    secret = new_secret()
    changed = replace(endpoint, secrets=_rotated(endpoint.secrets, seal(keys, secret.encode()), overlap, now))
    unit.webhooks.change_endpoint(changed)
    return changed, secret


def rotate_app_secret(unit: WebhooksUnit, keys: SealingKeys, owner: str, overlap: float, now: float) -> tuple[Secrets, str]:
    """The same for what signs messages to `webhookUrl` addresses; also how an app gets to know it."""
    secret = new_secret()
    sealed = seal(keys, secret.encode())
    before = unit.webhooks.app_secrets(owner)
    changed = _rotated(before, sealed, overlap, now) if before is not None else Secrets(sealed)
    unit.webhooks.set_app_secrets(owner, changed)
    return changed, secret


def _rotated(before: Secrets, sealed: bytes, overlap: float, now: float) -> Secrets:
    if not 0 <= overlap <= LONGEST_OVERLAP:
        raise invalid("overlap_seconds", f"must be 0 to {LONGEST_OVERLAP:g}")
    return Secrets(sealed, before.current, now + overlap) if overlap > 0 else Secrets(sealed)


def log(
    unit: WebhooksUnit, owner: str, *, endpoint_id: str | None, state: DeliveryState | None, cursor: str | None, limit: int
) -> tuple[list[tuple[Delivery, list[Attempt]]], str | None]:
    """Deliveries with their attempts, newest first, and the cursor of the next page. Raises a 422 Problem for a cursor that is none."""
    if cursor is not None and not is_id(cursor):
        raise invalid("cursor", "must be the nextCursor of an answer of this call")
    found = unit.webhooks.deliveries_of(owner, endpoint_id=endpoint_id, state=state, before=cursor, limit=limit + 1)
    shown = found[:limit]
    attempts = unit.webhooks.attempts_of([delivery.id for delivery in shown])
    return [(delivery, attempts.get(delivery.id, [])) for delivery in shown], shown[-1].id if len(found) > limit else None


def redeliver(unit: WebhooksUnit, owner: str, delivery_id: str, now: float) -> Delivery:
    """Send a settled message again, under its old id. Raises 404, and 409 while it is still being delivered."""
    delivery = unit.webhooks.delivery(delivery_id)
    if delivery is None or delivery.owner != owner:
        raise Problem(404, "not_found", "no such delivery")
    if not unit.webhooks.revive(delivery_id, TRIES, now):
        raise Problem(409, "under_way", "it is still being delivered; wait for that to end")
    return unit.webhooks.delivery(delivery_id) or delivery
