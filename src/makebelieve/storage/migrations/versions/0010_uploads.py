"""Result files of the studio family"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "uploads",
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("thing", sa.String(length=48), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_uploads")),
    )
    op.create_index(op.f("ix_uploads_thing"), "uploads", ["thing"])
