"""The ledger's books, and answers kept for replay."""

from __future__ import annotations

import sqlalchemy as sa

from makebelieve.storage.tables.base import identifier, metadata

# Sums of the entries by account, meter and period (a UTC day, "" for ever, "now" for permits), changed in the transaction that writes
# the entries.
balances = sa.Table(
    "balances",
    metadata,
    sa.Column("account", sa.String(80), primary_key=True),
    sa.Column("meter", sa.String(20), primary_key=True),
    sa.Column("period", sa.String(10), primary_key=True),
    sa.Column("granted", sa.BigInteger, nullable=False),
    sa.Column("used", sa.BigInteger, nullable=False),
    sa.Column("held", sa.BigInteger, nullable=False),
    sa.CheckConstraint("granted >= 0 AND used >= 0 AND held >= 0", name="ck_balances_sums"),
    sa.Index(None, "period"),
)

reservations = sa.Table(
    "reservations",
    metadata,
    sa.Column("id", identifier(), primary_key=True),
    sa.Column("state", sa.String(10), nullable=False),
    sa.Column("job", identifier()),
    sa.Column("on_expiry", sa.String(10), nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("expires_at", sa.Float, nullable=False),
    sa.Column("settled_at", sa.Float),
    sa.Index(None, "state", "expires_at"),
)

# Append-only: nothing but the sweep of days long gone ever touches a row.
entries = sa.Table(
    "entries",
    metadata,
    sa.Column("id", identifier(), primary_key=True),
    sa.Column("kind", sa.String(10), nullable=False),
    sa.Column("account", sa.String(80), nullable=False),
    sa.Column("meter", sa.String(20), nullable=False),
    sa.Column("period", sa.String(10), nullable=False),
    sa.Column("amount", sa.BigInteger, nullable=False),
    sa.Column("reservation", identifier()),
    sa.Column("job", identifier()),
    sa.Column("at", sa.Float, nullable=False),
    sa.Column("reason", sa.String(200), nullable=False),
    sa.Index(None, "reservation"),
    sa.Index(None, "account", "at"),
    sa.Index(None, "period", "at"),
)

# What an operator has set for an app ("app:<id>") or for all of them ("default"); no number = unlimited.
caps = sa.Table(
    "caps",
    metadata,
    sa.Column("account", sa.String(80), primary_key=True),
    sa.Column("meter", sa.String(20), primary_key=True),
    sa.Column("cap", sa.BigInteger),
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
    sa.Column("job", identifier()),
    sa.Column("acted", sa.Boolean, nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("expires_at", sa.Float, nullable=False),
    sa.Index(None, "expires_at"),
)
