"""Tokens of language models beside the counts of calls"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("tokens_in", "tokens_out"):
        op.add_column("call_counts", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
