"""Jobs: progress, stage, lists by owner"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("jobs", sa.Column("progress", sa.Float(), server_default=sa.text("0"), nullable=False))
    op.add_column("jobs", sa.Column("stage", sa.String(length=40), nullable=True))
    op.create_index(op.f("ix_jobs_owner_id"), "jobs", ["owner", "id"], unique=False)
