"""The ledger: counters become balances with entries; answers remember what they ordered"""

from itertools import count

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_number = count(1)


def _entry(kind: str, row: "sa.Row[tuple[object, ...]]", amount: int, reservation: str, job: str | None) -> dict[str, object]:
    return {
        "id": f"ent_0003_{next(_number):08}",
        "kind": kind,
        "account": row.subject,
        "meter": row.counter,
        "period": row.day,
        "amount": amount,
        "reservation": reservation,
        "job": job,
        "at": 0.0,
        "reason": "brought forward",
    }


def upgrade() -> None:
    connection = op.get_bind()
    counters = list(connection.execute(sa.text("SELECT subject, counter, day, used, held FROM counters")))
    held = list(
        connection.execute(
            sa.text(
                "SELECT r.id, r.subject, r.counter, r.day, r.created_at, (SELECT min(j.id) FROM jobs j WHERE j.reservation = r.id) AS job "
                "FROM reservations r WHERE r.state = 'held'"
            )
        )
    )
    op.drop_table("counters")
    op.drop_table("reservations")
    balances = op.create_table(
        "balances",
        sa.Column("account", sa.String(length=80), nullable=False),
        sa.Column("meter", sa.String(length=20), nullable=False),
        sa.Column("period", sa.String(length=10), nullable=False),
        sa.Column("granted", sa.BigInteger(), nullable=False),
        sa.Column("used", sa.BigInteger(), nullable=False),
        sa.Column("held", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("granted >= 0 AND used >= 0 AND held >= 0", name="ck_balances_sums"),
        sa.PrimaryKeyConstraint("account", "meter", "period", name=op.f("pk_balances")),
    )
    op.create_index(op.f("ix_balances_period"), "balances", ["period"], unique=False)
    entries = op.create_table(
        "entries",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("account", sa.String(length=80), nullable=False),
        sa.Column("meter", sa.String(length=20), nullable=False),
        sa.Column("period", sa.String(length=10), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reservation", sa.String(length=48), nullable=True),
        sa.Column("job", sa.String(length=48), nullable=True),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
    )
    op.create_index(op.f("ix_entries_reservation"), "entries", ["reservation"], unique=False)
    op.create_index(op.f("ix_entries_account_at"), "entries", ["account", "at"], unique=False)
    op.create_index(op.f("ix_entries_period_at"), "entries", ["period", "at"], unique=False)
    reservations = op.create_table(
        "reservations",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("job", sa.String(length=48), nullable=True),
        sa.Column("on_expiry", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("expires_at", sa.Float(), nullable=False),
        sa.Column("settled_at", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reservations")),
    )
    op.create_index(op.f("ix_reservations_state_expires_at"), "reservations", ["state", "expires_at"], unique=False)
    op.create_table(
        "caps",
        sa.Column("account", sa.String(length=80), nullable=False),
        sa.Column("meter", sa.String(length=20), nullable=False),
        sa.Column("cap", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("account", "meter", name=op.f("pk_caps")),
    )
    with op.batch_alter_table("idempotency", schema=None) as batch_op:
        batch_op.add_column(sa.Column("job", sa.String(length=48), nullable=True))
        batch_op.add_column(sa.Column("acted", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("idempotency", schema=None) as batch_op:
        batch_op.alter_column("acted", server_default=None)

    # What was counted before becomes entries of its own, so that balances are sums of entries from the start.
    brought = [
        {"account": row.subject, "meter": row.counter, "period": row.day, "granted": 0, "used": row.used, "held": row.held}
        for row in counters
    ]
    written = []
    for row in counters:
        if row.used:
            forward = f"res_0003_{next(_number):08}"
            written += [_entry("reserve", row, row.used, forward, None), _entry("commit", row, row.used, forward, None)]
    written += [_entry("reserve", row, 1, row.id, row.job) for row in held]
    open_ = [
        {
            "id": row.id,
            "state": "held",
            "job": row.job,
            "on_expiry": "release",
            "created_at": row.created_at,
            "expires_at": row.created_at + 900.0,
            "settled_at": None,
        }
        for row in held
    ]
    for table, rows in ((balances, brought), (entries, written), (reservations, open_)):
        if rows:
            op.bulk_insert(table, rows)


def downgrade() -> None:
    raise NotImplementedError("the ledger's entries have no place in the older schema; restore the backup made before the update")
