"""Games, their versions, and tallies of what somebody keeps."""

from __future__ import annotations

import sqlalchemy as sa

from makebelieve.storage.tables.base import identifier, metadata

games = sa.Table(
    "games",
    metadata,
    sa.Column("id", identifier(), primary_key=True),
    sa.Column("owner", sa.String(80), nullable=False),
    sa.Column("title", sa.String(128), nullable=False),
    sa.Column("genre", sa.String(20), nullable=False),
    sa.Column("kind", sa.String(30), nullable=False),
    sa.Column("prompt", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("latest", sa.Integer, nullable=False),
    sa.Column("shared", sa.Boolean, nullable=False),
    sa.Column("proof_status", sa.String(12), nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("updated_at", sa.Float, nullable=False),
    sa.Index(None, "owner", "created_at", "id"),
)

versions = sa.Table(
    "versions",
    metadata,
    sa.Column("game_id", identifier(), sa.ForeignKey("games.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("origin", sa.String(12), nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("parent", sa.Integer),
    sa.Column("blob", sa.String(200), nullable=False),
    sa.Column("title", sa.String(128), nullable=False),
    sa.Column("details", sa.JSON, nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
)

# Counts kept up to date inside the transactions that change them, so that a list never has to count rows.
tallies = sa.Table(
    "tallies",
    metadata,
    sa.Column("subject", sa.String(80), primary_key=True),
    sa.Column("name", sa.String(20), primary_key=True),
    sa.Column("total", sa.Integer, nullable=False),
)
