"""Accounts, apps, keys, tokens and sessions."""

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
)

login_links = sa.Table(
    "login_links",
    metadata,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("user_id", identifier(), sa.ForeignKey("users.id"), nullable=False),
    sa.Column("expires_at", sa.Float, nullable=False),
    sa.Column("used_at", sa.Float),
)
