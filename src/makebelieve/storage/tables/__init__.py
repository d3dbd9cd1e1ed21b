"""Every table, one module per room. Times are UTC seconds since 1970 as floats; JSON columns hold plain JSON; identifiers are text."""

from __future__ import annotations

from makebelieve.storage.tables.access import (
    api_keys,
    app_members,
    apps,
    audit,
    browser_sessions,
    call_counts,
    login_links,
    refresh_tokens,
    signing_keys,
    users,
)
from makebelieve.storage.tables.base import metadata
from makebelieve.storage.tables.games import games, tallies, versions
from makebelieve.storage.tables.jobs import batch_items, batches, job_events, jobs, slots
from makebelieve.storage.tables.metering import balances, caps, entries, idempotency, reservations
from makebelieve.storage.tables.recordings import recordings
from makebelieve.storage.tables.studio import creations
from makebelieve.storage.tables.uploads import uploads
from makebelieve.storage.tables.webhooks import webhook_attempts, webhook_deliveries, webhook_endpoints, webhook_secrets
from makebelieve.storage.tables.worlds import play_events, play_sessions, world_graphs, world_versions, worlds

__all__ = [
    "api_keys",
    "app_members",
    "apps",
    "audit",
    "balances",
    "batch_items",
    "batches",
    "browser_sessions",
    "call_counts",
    "caps",
    "creations",
    "entries",
    "games",
    "idempotency",
    "job_events",
    "jobs",
    "login_links",
    "metadata",
    "play_events",
    "play_sessions",
    "recordings",
    "refresh_tokens",
    "reservations",
    "signing_keys",
    "slots",
    "tallies",
    "uploads",
    "users",
    "versions",
    "webhook_attempts",
    "webhook_deliveries",
    "webhook_endpoints",
    "webhook_secrets",
    "world_graphs",
    "world_versions",
    "worlds",
]
