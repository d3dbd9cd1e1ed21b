"""Counters, reservations and answers kept for replay."""

from __future__ import annotations

import sqlalchemy as sa

from makebelieve.storage.tables.base import identifier, metadata

# A day's use of one counter by one subject (user, or the address of an anonymous caller).
counters = sa.Table(
    "counters",
    metadata,
    sa.Column("subject", sa.String(80), primary_key=True),
    sa.Column("counter", sa.String(20), primary_key=True),
    sa.Column("day", sa.String(10), primary_key=True),
    sa.Column("used", sa.Integer, nullable=False),
    sa.Column("held", sa.Integer, nullable=False),
)

reservations = sa.Table(
    "reservations",
    metadata,
    sa.Column("id", identifier(), primary_key=True),
    sa.Column("subject", sa.String(80), nullable=False),
    sa.Column("counter", sa.String(20), nullable=False),
    sa.Column("day", sa.String(10), nullable=False),
    sa.Column("state", sa.String(10), nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
)

idempotency = sa.Table(
    "idempotency",
    metadata,
    sa.Column("subject", sa.String(80), primary_key=True),
    sa.Column("route", sa.String(160), primary_key=True),
    sa.Column("key", sa.String(255), primary_key=True),
    sa.Column("fingerprint", sa.String(64), nullable=False),
    sa.Column("token", identifier(), nullable=False),
    sa.Column("status", sa.Integer),
    sa.Column("headers", sa.JSON),
    sa.Column("body", sa.LargeBinary),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("expires_at", sa.Float, nullable=False),
    sa.Index(None, "expires_at"),
)
