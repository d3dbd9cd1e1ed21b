"""Projects, generations, sprites, animations and tiles"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "creations",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("parent", sa.String(length=48), nullable=True),
        sa.Column("job_id", sa.String(length=48), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("made", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("completed_at", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_creations")),
    )
    op.create_index(op.f("ix_creations_owner_kind_created_at_id"), "creations", ["owner", "kind", "created_at", "id"], unique=False)
    op.create_index(op.f("ix_creations_parent_kind_created_at_id"), "creations", ["parent", "kind", "created_at", "id"], unique=False)
