"""Result files that the studio family gives out by address."""

from __future__ import annotations

import sqlalchemy as sa

from makebelieve.storage.tables.base import identifier, metadata

# Which thing a file belongs to; a file without a row is swept.
uploads = sa.Table(
    "uploads",
    metadata,
    sa.Column("name", sa.String(120), primary_key=True),
    sa.Column("thing", identifier(), nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Index(None, "thing"),
)
