"""Accounts, apps, keys, tokens and sessions; what was done with them."""

from __future__ import annotations

import sqlalchemy as sa

from makebelieve.storage.tables.base import identifier, metadata

users = sa.Table(
    "users",
    metadata,
    sa.Column("id", identifier(), primary_key=True),
    sa.Column("email", sa.String(320), nullable=False, unique=True),
    sa.Column("display_name", sa.String(100), nullable=False),
    sa.Column("password_hash", sa.String(200)),
    sa.Column("tier", sa.String(20), nullable=False),
    sa.Column("is_owner", sa.Boolean, nullable=False),
    sa.Column("approved", sa.Boolean, nullable=False),
    sa.Column("nda_accepted_at", sa.Float),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("epoch", sa.Integer, nullable=False, server_default="0"),
    sa.Column("disabled_at", sa.Float),
)

apps = sa.Table(
    "apps",
    metadata,
    sa.Column("id", identifier(), primary_key=True),
    sa.Column("name", sa.String(100), nullable=False),
    sa.Column("owner_id", identifier(), sa.ForeignKey("users.id"), nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("key_mode", sa.String(4), nullable=False, server_default="test"),
)

app_members = sa.Table(
    "app_members",
    metadata,
    sa.Column("app_id", identifier(), sa.ForeignKey("apps.id"), primary_key=True),
    sa.Column("user_id", identifier(), sa.ForeignKey("users.id"), primary_key=True),
    sa.Column("role", sa.String(10), nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Index(None, "user_id"),
)

api_keys = sa.Table(
    "api_keys",
    metadata,
    sa.Column("id", identifier(), primary_key=True),
    sa.Column("app_id", identifier(), sa.ForeignKey("apps.id"), nullable=False),
    sa.Column("mode", sa.String(4), nullable=False),
    sa.Column("kind", sa.String(12), nullable=False),
    sa.Column("made_by", identifier(), nullable=False),
    sa.Column("prefix", sa.String(24), nullable=False),
    sa.Column("last4", sa.String(4)),
    sa.Column("digest", sa.String(64), nullable=False, unique=True),
    sa.Column("label", sa.String(100), nullable=False),
    sa.Column("scopes", sa.JSON, nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("revoked_at", sa.Float),
    sa.Column("expires_at", sa.Float),
    sa.Column("last_used_at", sa.Float),
    sa.Index(None, "app_id", "created_at"),
)

refresh_tokens = sa.Table(
    "refresh_tokens",
    metadata,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("family", identifier(), nullable=False),
    sa.Column("user_id", identifier(), sa.ForeignKey("users.id"), nullable=False),
    sa.Column("expires_at", sa.Float, nullable=False),
    sa.Column("used_at", sa.Float),
    sa.Column("revoked_at", sa.Float),
    sa.Index(None, "family"),
    sa.Index(None, "user_id"),
    sa.Index(None, "expires_at"),
)

browser_sessions = sa.Table(
    "browser_sessions",
    metadata,
    sa.Column("id", identifier(), primary_key=True),
    sa.Column("digest", sa.String(64), nullable=False, unique=True),
    sa.Column("user_id", identifier(), sa.ForeignKey("users.id")),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("expires_at", sa.Float, nullable=False),
    sa.Index(None, "expires_at"),
    sa.Index(None, "user_id"),
)

login_links = sa.Table(
    "login_links",
    metadata,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("user_id", identifier(), sa.ForeignKey("users.id"), nullable=False),
    sa.Column("expires_at", sa.Float, nullable=False),
    sa.Column("used_at", sa.Float),
)

signing_keys = sa.Table(
    "signing_keys",
    metadata,
    sa.Column("kid", identifier(), primary_key=True),
    sa.Column("public", sa.LargeBinary, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("created_at", sa.Float, nullable=False),
    sa.Column("expires_at", sa.Float),
)

# Grows only: triggers refuse to change or remove a row.
audit = sa.Table(
    "audit",
    metadata,
    # SQLite numbers rows by itself only where the type is INTEGER.
    sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
    sa.Column("at", sa.Float, nullable=False),
    sa.Column("app_id", identifier()),
    sa.Column("user_id", identifier()),
    sa.Column("key_id", identifier()),
    sa.Column("credential", sa.String(10), nullable=False),
    sa.Column("address", sa.String(64), nullable=False),
    sa.Column("action", sa.String(40), nullable=False),
    sa.Column("resource", sa.String(200)),
    sa.Column("outcome", sa.String(10), nullable=False),
    sa.Column("reason", sa.String(40), nullable=False),
    sa.Column("request_id", sa.String(64)),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Index(None, "app_id", "seq"),
)

# Calls of one action on one day by one app in one mode.
call_counts = sa.Table(
    "call_counts",
    metadata,
    sa.Column("subject", sa.String(80), primary_key=True),
    sa.Column("day", sa.String(10), primary_key=True),
    sa.Column("action", sa.String(40), primary_key=True),
    sa.Column("total", sa.Integer, nullable=False),
    sa.Column("errors", sa.Integer, nullable=False),
    sa.Column("millis", sa.Float, nullable=False),
    sa.Column("tokens_in", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("tokens_out", sa.BigInteger, nullable=False, server_default="0"),
)
