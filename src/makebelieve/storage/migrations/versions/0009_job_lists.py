"""Jobs: indexes for lists of one state or one kind, which may be rare among a million"""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_jobs_owner_state_id", "jobs", ["owner", "state", "id"])
    op.create_index("ix_jobs_owner_kind_id", "jobs", ["owner", "kind", "id"])
