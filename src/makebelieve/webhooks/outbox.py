"""The outbox: what is to be told is written in the transaction of what happened, so neither is without the other."""

from __future__ import annotations

from typing import Any, Final

import orjson

from makebelieve.kit.clock import iso
from makebelieve.kit.ids import new_id
from makebelieve.webhooks.events import EVERYTHING
from makebelieve.webhooks.repository import Delivery, WebhooksUnit

WAITS: Final = (5.0, 25.0, 125.0)
"""Seconds between the attempts."""
TRIES: Final = len(WAITS) + 1


def announce(
    unit: WebhooksUnit, owner: str, event: str, data: dict[str, Any], now: float, *, job_id: str | None = None, url: str | None = None
) -> int:
    """Queue the message for every endpoint of `owner` that wants it, and for `url`, which came with the request; how many.

    The body is `{type, event, timestamp, data}`; `type` and `event` are the same name, for receivers of both conventions.
    """
    body = orjson.dumps({"type": event, "event": event, "timestamp": iso(now), "data": data}).decode()
    wanted: list[tuple[str | None, str]] = [
        (endpoint.id, endpoint.url)
        for endpoint in unit.webhooks.endpoints_of(owner)
        if endpoint.enabled and (event in endpoint.events or EVERYTHING in endpoint.events)
    ]
    if url is not None:
        wanted.append((None, url))
    for endpoint_id, address in wanted:
        unit.webhooks.add_delivery(
            Delivery(new_id("msg", now), owner, endpoint_id, address, event, body, job_id, "pending", 0, TRIES, now, 0, now)
        )
    return len(wanted)
