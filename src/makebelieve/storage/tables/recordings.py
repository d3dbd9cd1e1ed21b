"""Tracks and sound effects. What they are made of lies in the blobs that `made` names."""

from __future__ import annotations

import sqlalchemy as sa

from makebelieve.storage.tables.base import identifier, metadata

recordings = sa.Table(
    "recordings",
    metadata,
    sa.Column("id", identifier(), primary_key=True),
    sa.Column("medium", sa.String(8), nullable=False),
    sa.Column("owner", sa.String(80), nullable=False),
    # Not a foreign key: jobs are forgotten after a week, recordings stay.
    sa.Column("job_id", identifier(), nullable=False),
    sa.Column("asked", sa.JSON, nullable=False),
    sa.Column("made", sa.JSON, nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("completed_at", sa.Float),
    sa.Index(None, "owner", "medium", "created_at", "id"),
)
