"""Worlds, their versions, and the sessions in which they are played"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "worlds",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("cover", sa.Text(), nullable=True),
        sa.Column("visibility", sa.String(length=12), nullable=False),
        sa.Column("rev", sa.String(length=40), nullable=False),
        sa.Column("head", sa.String(length=48), nullable=True),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("updated_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worlds")),
        sa.UniqueConstraint("slug", name=op.f("uq_worlds_slug")),
    )
    op.create_index(op.f("ix_worlds_owner_created_at_id"), "worlds", ["owner", "created_at", "id"], unique=False)
    op.create_table(
        "world_graphs",
        sa.Column("world_id", sa.String(length=48), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["world_id"], ["worlds.id"], name=op.f("fk_world_graphs_world_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("world_id", name=op.f("pk_world_graphs")),
    )
    op.create_table(
        "world_versions",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("world_id", sa.String(length=48), nullable=False),
        sa.Column("parent", sa.String(length=48), nullable=True),
        sa.Column("source", sa.String(length=12), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["world_id"], ["worlds.id"], name=op.f("fk_world_versions_world_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_world_versions")),
    )
    op.create_index(op.f("ix_world_versions_world_id_created_at_id"), "world_versions", ["world_id", "created_at", "id"], unique=False)
    op.create_table(
        "play_sessions",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("world_id", sa.String(length=48), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("app_id", sa.String(length=48), nullable=False),
        sa.Column("player", sa.String(length=200), nullable=True),
        sa.Column("origin", sa.String(length=300), nullable=True),
        sa.Column("minted_at", sa.Float(), nullable=False),
        sa.Column("reservation", sa.String(length=48), nullable=True),
        sa.Column("graph", sa.String(length=200), nullable=True),
        sa.Column("situation", sa.JSON(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("connected_at", sa.Float(), nullable=True),
        sa.Column("entered_at", sa.Float(), nullable=True),
        sa.Column("seen_at", sa.Float(), nullable=True),
        sa.Column("ended_at", sa.Float(), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["world_id"], ["worlds.id"], name=op.f("fk_play_sessions_world_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_play_sessions")),
    )
    op.create_index(op.f("ix_play_sessions_world_id"), "play_sessions", ["world_id"], unique=False)
    op.create_index("ix_play_sessions_live", "play_sessions", ["ended_at", "seen_at"], unique=False)
    op.create_table(
        "play_events",
        sa.Column("session_id", sa.String(length=48), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["play_sessions.id"], name=op.f("fk_play_events_session_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("session_id", "seq", name=op.f("pk_play_events")),
    )
