"""Worlds, their graphs, their versions, and the sessions in which they are played."""

from __future__ import annotations

import sqlalchemy as sa

from makebelieve.storage.tables.base import identifier, metadata

worlds = sa.Table(
    "worlds",
    metadata,
    sa.Column("id", identifier(), primary_key=True),
    sa.Column("owner", sa.String(80), nullable=False),
    sa.Column("slug", sa.String(80), nullable=False, unique=True),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("description", sa.Text),
    sa.Column("cover", sa.Text),
    sa.Column("visibility", sa.String(12), nullable=False),
    sa.Column("rev", sa.String(40), nullable=False),
    sa.Column("head", identifier()),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("updated_at", sa.Float, nullable=False),
    sa.Index(None, "owner", "created_at", "id"),
    # The public list reads those alone.
    sa.Index(
        "ix_worlds_public",
        "created_at",
        "id",
        sqlite_where=sa.text("visibility = 'public'"),
        postgresql_where=sa.text("visibility = 'public'"),
    ),
)

# Apart from the row, so that lists and look-ups do not read it.
world_graphs = sa.Table(
    "world_graphs",
    metadata,
    sa.Column("world_id", identifier(), sa.ForeignKey("worlds.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("document", sa.JSON, nullable=False),
)

world_versions = sa.Table(
    "world_versions",
    metadata,
    sa.Column("id", identifier(), primary_key=True),
    sa.Column("world_id", identifier(), sa.ForeignKey("worlds.id", ondelete="CASCADE"), nullable=False),
    sa.Column("parent", identifier()),
    sa.Column("source", sa.String(12), nullable=False),
    sa.Column("title", sa.String(200)),
    sa.Column("document", sa.JSON, nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Index(None, "world_id", "created_at", "id"),
)

play_sessions = sa.Table(
    "play_sessions",
    metadata,
    sa.Column("id", identifier(), primary_key=True),
    sa.Column("world_id", identifier(), sa.ForeignKey("worlds.id", ondelete="CASCADE"), nullable=False),
    sa.Column("owner", sa.String(80), nullable=False),
    sa.Column("app_id", identifier(), nullable=False),
    sa.Column("player", sa.String(200)),
    sa.Column("origin", sa.String(300)),
    sa.Column("minted_at", sa.Float, nullable=False),
    sa.Column("reservation", identifier()),
    sa.Column("graph", sa.String(200)),
    sa.Column("situation", sa.JSON),
    # Of the situation, for the check that nobody has moved meanwhile.
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("connected_at", sa.Float),
    sa.Column("entered_at", sa.Float),
    sa.Column("seen_at", sa.Float),
    sa.Column("ended_at", sa.Float),
    sa.Column("seconds", sa.Integer, nullable=False),
    sa.Index(None, "world_id"),
    sa.Index("ix_play_sessions_live", "ended_at", "seen_at"),
)

play_events = sa.Table(
    "play_events",
    metadata,
    sa.Column("session_id", identifier(), sa.ForeignKey("play_sessions.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(20), nullable=False),
    sa.Column("data", sa.JSON, nullable=False),
    sa.Column("at", sa.Float, nullable=False),
)
