"""Every table, one module per room. Times are UTC seconds since 1970 as floats; JSON columns hold plain JSON; identifiers are text."""

from __future__ import annotations

from makebelieve.storage.tables.access import api_keys, app_members, apps, browser_sessions, login_links, refresh_tokens, users
from makebelieve.storage.tables.base import metadata
from makebelieve.storage.tables.games import games, tallies, versions
from makebelieve.storage.tables.jobs import job_events, jobs, slots
from makebelieve.storage.tables.metering import balances, caps, entries, idempotency, reservations

__all__ = [
    "api_keys",
    "app_members",
    "apps",
    "balances",
    "browser_sessions",
    "caps",
    "entries",
    "games",
    "idempotency",
    "job_events",
    "jobs",
    "login_links",
    "metadata",
    "refresh_tokens",
    "reservations",
    "slots",
    "tallies",
    "users",
    "versions",
]
