"""An index of the worlds that everybody may see"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    public = sa.text("visibility = 'public'")
    op.create_index("ix_worlds_public", "worlds", ["created_at", "id"], unique=False, sqlite_where=public, postgresql_where=public)
