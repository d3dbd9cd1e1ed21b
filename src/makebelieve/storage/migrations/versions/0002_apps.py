"""Apps own things; keys belong to an app and a mode"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# What an account owned becomes its default app's: "user:user_x" -> "app:app_x". Meters stay with the account, which pays.
OWNERS = (("games", "owner"), ("jobs", "owner"), ("tallies", "subject"), ("idempotency", "subject"))


def upgrade() -> None:
    op.add_column("users", sa.Column("epoch", sa.Integer(), server_default="0", nullable=False))
    op.add_column("users", sa.Column("disabled_at", sa.Float(), nullable=True))
    op.create_table(
        "apps",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("owner_id", sa.String(length=48), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name=op.f("fk_apps_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_apps")),
    )
    op.create_table(
        "app_members",
        sa.Column("app_id", sa.String(length=48), nullable=False),
        sa.Column("user_id", sa.String(length=48), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["app_id"], ["apps.id"], name=op.f("fk_app_members_app_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_app_members_user_id")),
        sa.PrimaryKeyConstraint("app_id", "user_id", name=op.f("pk_app_members")),
    )
    op.create_index(op.f("ix_app_members_user_id"), "app_members", ["user_id"])
    op.execute("INSERT INTO apps (id, name, owner_id, created_at) SELECT 'app_' || substr(id, 6), 'Default', id, created_at FROM users")
    op.execute(
        "INSERT INTO app_members (app_id, user_id, role, created_at) SELECT 'app_' || substr(id, 6), id, 'owner', created_at FROM users"
    )
    for table, column in OWNERS:
        op.execute(f"UPDATE {table} SET {column} = 'app:app_' || substr({column}, 11) WHERE {column} LIKE 'user:user\\_%' ESCAPE '\\'")

    # The keys' new columns, filled before they are made mandatory.
    op.add_column("api_keys", sa.Column("app_id", sa.String(length=48), nullable=True))
    for name, size in (("mode", 4), ("kind", 12), ("last4", 4)):
        op.add_column("api_keys", sa.Column(name, sa.String(length=size), nullable=True))
    op.add_column("api_keys", sa.Column("expires_at", sa.Float(), nullable=True))
    op.add_column("api_keys", sa.Column("last_used_at", sa.Float(), nullable=True))
    op.execute("UPDATE api_keys SET app_id = 'app_' || substr(user_id, 6), mode = 'live', kind = 'secret'")
    op.drop_index(op.f("ix_api_keys_user_id_created_at"), "api_keys")
    with op.batch_alter_table("api_keys") as batch:
        for name, size in (("app_id", 48), ("mode", 4), ("kind", 12)):
            batch.alter_column(name, existing_type=sa.String(length=size), nullable=False)
        batch.drop_constraint(op.f("fk_api_keys_user_id"), type_="foreignkey")
        batch.alter_column("user_id", existing_type=sa.String(length=48), existing_nullable=False, new_column_name="made_by")
        batch.create_foreign_key(op.f("fk_api_keys_app_id"), "apps", ["app_id"], ["id"])
    op.create_index(op.f("ix_api_keys_app_id_created_at"), "api_keys", ["app_id", "created_at"])


def downgrade() -> None:
    raise NotImplementedError("what apps share cannot be given back to single accounts")
