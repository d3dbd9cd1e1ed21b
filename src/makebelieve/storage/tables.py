"""Every table. Times are UTC seconds since 1970 as floats; JSON columns hold plain JSON; identifiers are text."""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)


def _id(length: int = 48) -> sa.String:
    return sa.String(length)


users = sa.Table(
    "users",
    metadata,
    sa.Column("id", _id(), primary_key=True),
    sa.Column("email", sa.String(320), nullable=False, unique=True),
    sa.Column("display_name", sa.String(100), nullable=False),
    sa.Column("password_hash", sa.String(200)),
    sa.Column("tier", sa.String(20), nullable=False),
    sa.Column("is_owner", sa.Boolean, nullable=False),
    sa.Column("approved", sa.Boolean, nullable=False),
    sa.Column("nda_accepted_at", sa.Float),
    sa.Column("created_at", sa.Float, nullable=False),
)

api_keys = sa.Table(
    "api_keys",
    metadata,
    sa.Column("id", _id(), primary_key=True),
    sa.Column("user_id", _id(), sa.ForeignKey("users.id"), nullable=False),
    sa.Column("prefix", sa.String(24), nullable=False),
    sa.Column("digest", sa.String(64), nullable=False, unique=True),
    sa.Column("label", sa.String(100), nullable=False),
    sa.Column("scopes", sa.JSON, nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("revoked_at", sa.Float),
    sa.Index(None, "user_id", "created_at"),
)

refresh_tokens = sa.Table(
    "refresh_tokens",
    metadata,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("family", _id(), nullable=False),
    sa.Column("user_id", _id(), sa.ForeignKey("users.id"), nullable=False),
    sa.Column("expires_at", sa.Float, nullable=False),
    sa.Column("used_at", sa.Float),
    sa.Column("revoked_at", sa.Float),
    sa.Index(None, "family"),
    sa.Index(None, "expires_at"),
)

browser_sessions = sa.Table(
    "browser_sessions",
    metadata,
    sa.Column("id", _id(), primary_key=True),
    sa.Column("digest", sa.String(64), nullable=False, unique=True),
    sa.Column("user_id", _id(), sa.ForeignKey("users.id")),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("expires_at", sa.Float, nullable=False),
    sa.Index(None, "expires_at"),
)

login_links = sa.Table(
    "login_links",
    metadata,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("user_id", _id(), sa.ForeignKey("users.id"), nullable=False),
    sa.Column("expires_at", sa.Float, nullable=False),
    sa.Column("used_at", sa.Float),
)

# A day's use of one counter by one subject (user, or the address of an anonymous caller).
counters = sa.Table(
    "counters",
    metadata,
    sa.Column("subject", sa.String(80), primary_key=True),
    sa.Column("counter", sa.String(20), primary_key=True),
    sa.Column("day", sa.String(10), primary_key=True),
    sa.Column("used", sa.Integer, nullable=False),
    sa.Column("held", sa.Integer, nullable=False),
)

reservations = sa.Table(
    "reservations",
    metadata,
    sa.Column("id", _id(), primary_key=True),
    sa.Column("subject", sa.String(80), nullable=False),
    sa.Column("counter", sa.String(20), nullable=False),
    sa.Column("day", sa.String(10), nullable=False),
    sa.Column("state", sa.String(10), nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
)

idempotency = sa.Table(
    "idempotency",
    metadata,
    sa.Column("subject", sa.String(80), primary_key=True),
    sa.Column("route", sa.String(160), primary_key=True),
    sa.Column("key", sa.String(255), primary_key=True),
    sa.Column("fingerprint", sa.String(64), nullable=False),
    sa.Column("token", _id(), nullable=False),
    sa.Column("status", sa.Integer),
    sa.Column("headers", sa.JSON),
    sa.Column("body", sa.LargeBinary),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("expires_at", sa.Float, nullable=False),
    sa.Index(None, "expires_at"),
)

jobs = sa.Table(
    "jobs",
    metadata,
    sa.Column("id", _id(), primary_key=True),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("owner", sa.String(80), nullable=False),
    sa.Column("key", sa.String(80), nullable=False),
    sa.Column("target", _id(), nullable=False),
    sa.Column("payload", sa.JSON, nullable=False),
    sa.Column("reservation", _id()),
    sa.Column("state", sa.String(10), nullable=False),
    sa.Column("priority", sa.Integer, nullable=False),
    sa.Column("run_at", sa.Float, nullable=False),
    sa.Column("lease_until", sa.Float),
    sa.Column("token", sa.Integer, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("worker", sa.String(80)),
    sa.Column("result", sa.JSON),
    sa.Column("error", sa.JSON),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("started_at", sa.Float),
    sa.Column("finished_at", sa.Float),
    sa.Index(None, "state", "priority", "run_at", "id"),
    sa.Index(None, "state", "lease_until"),
    sa.Index(None, "key", "state"),
    sa.Index(None, "target", "created_at"),
    sa.Index(None, "state", "finished_at"),
)

# How many jobs of one key run now, and how many may.
slots = sa.Table(
    "slots",
    metadata,
    sa.Column("key", sa.String(80), primary_key=True),
    sa.Column("running", sa.Integer, nullable=False),
    sa.Column("cap", sa.Integer, nullable=False),
)

job_events = sa.Table(
    "job_events",
    metadata,
    sa.Column("job_id", _id(), sa.ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(20), nullable=False),
    sa.Column("data", sa.JSON, nullable=False),
    sa.Column("at", sa.Float, nullable=False),
)

games = sa.Table(
    "games",
    metadata,
    sa.Column("id", _id(), primary_key=True),
    sa.Column("owner", sa.String(80), nullable=False),
    sa.Column("title", sa.String(128), nullable=False),
    sa.Column("genre", sa.String(20), nullable=False),
    sa.Column("kind", sa.String(30), nullable=False),
    sa.Column("prompt", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("latest", sa.Integer, nullable=False),
    sa.Column("shared", sa.Boolean, nullable=False),
    sa.Column("proof_status", sa.String(12), nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("updated_at", sa.Float, nullable=False),
    sa.Index(None, "owner", "created_at", "id"),
)

versions = sa.Table(
    "versions",
    metadata,
    sa.Column("game_id", _id(), sa.ForeignKey("games.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("origin", sa.String(12), nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("parent", sa.Integer),
    sa.Column("blob", sa.String(200), nullable=False),
    sa.Column("title", sa.String(128), nullable=False),
    sa.Column("details", sa.JSON, nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
)

# Counts kept up to date inside the transactions that change them, so that a list never has to count rows.
tallies = sa.Table(
    "tallies",
    metadata,
    sa.Column("subject", sa.String(80), primary_key=True),
    sa.Column("name", sa.String(20), primary_key=True),
    sa.Column("total", sa.Integer, nullable=False),
)
