"""Projects, generations, sprites, animations and tiles: one table, because they are kept, listed and deleted alike."""

from __future__ import annotations

import sqlalchemy as sa

from makebelieve.storage.tables.base import identifier, metadata

creations = sa.Table(
    "creations",
    metadata,
    sa.Column("id", identifier(), primary_key=True),
    sa.Column("kind", sa.String(12), nullable=False),
    sa.Column("owner", sa.String(80), nullable=False),
    # A generation's or sprite's project, an animation's sprite.
    sa.Column("parent", identifier()),
    # Not a foreign key: jobs are forgotten after a week.
    sa.Column("job_id", identifier()),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("asked", sa.JSON, nullable=False),
    sa.Column("made", sa.JSON, nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("completed_at", sa.Float),
    sa.Index(None, "owner", "kind", "created_at", "id"),
    sa.Index(None, "parent", "kind", "created_at", "id"),
)
