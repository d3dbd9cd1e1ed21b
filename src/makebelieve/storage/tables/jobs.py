"""The lease queue."""

from __future__ import annotations

import sqlalchemy as sa

from makebelieve.storage.tables.base import identifier, metadata

jobs = sa.Table(
    "jobs",
    metadata,
    sa.Column("id", identifier(), primary_key=True),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("owner", sa.String(80), nullable=False),
    sa.Column("key", sa.String(80), nullable=False),
    sa.Column("target", identifier(), nullable=False),
    sa.Column("payload", sa.JSON, nullable=False),
    sa.Column("reservation", identifier()),
    sa.Column("state", sa.String(10), nullable=False),
    sa.Column("priority", sa.Integer, nullable=False),
    sa.Column("run_at", sa.Float, nullable=False),
    sa.Column("lease_until", sa.Float),
    sa.Column("token", sa.Integer, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("worker", sa.String(80)),
    sa.Column("progress", sa.Float, nullable=False, server_default=sa.text("0")),
    sa.Column("stage", sa.String(40)),
    sa.Column("origin", sa.JSON(none_as_null=True)),
    sa.Column("result", sa.JSON),
    sa.Column("error", sa.JSON),
    # The batch that it is an item of.
    sa.Column("parent", identifier()),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("started_at", sa.Float),
    sa.Column("finished_at", sa.Float),
    sa.Index(None, "state", "priority", "run_at", "id"),
    sa.Index(None, "state", "lease_until"),
    sa.Index(None, "key", "state"),
    sa.Index(None, "target", "created_at"),
    sa.Index(None, "owner", "id"),
    # A list of one state or one kind, which may be rare among a million.
    sa.Index(None, "owner", "state", "id"),
    sa.Index(None, "owner", "kind", "id"),
    sa.Index(None, "parent", "state"),
    sa.Index(None, "state", "finished_at"),
)

# How many jobs of one key run now, and how many may. The key "kind:<kind>" counts those of a capped kind.
slots = sa.Table(
    "slots",
    metadata,
    sa.Column("key", sa.String(80), primary_key=True),
    sa.Column("running", sa.Integer, nullable=False),
    sa.Column("cap", sa.Integer, nullable=False),
)

job_events = sa.Table(
    "job_events",
    metadata,
    sa.Column("job_id", identifier(), sa.ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(20), nullable=False),
    sa.Column("data", sa.JSON, nullable=False),
    sa.Column("at", sa.Float, nullable=False),
)

# One row a batch, beside its job: how its items ended.
batches = sa.Table(
    "batches",
    metadata,
    sa.Column("job_id", identifier(), sa.ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("total", sa.Integer, nullable=False),
    sa.Column("done", sa.Integer, nullable=False),
    sa.Column("failed", sa.Integer, nullable=False),
    sa.Column("cancelled", sa.Integer, nullable=False),
)

batch_items = sa.Table(
    "batch_items",
    metadata,
    sa.Column("batch_id", identifier(), sa.ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("path", sa.String(120), nullable=False),
    sa.Column("job_id", identifier()),
    sa.Column("error", sa.JSON),
)
