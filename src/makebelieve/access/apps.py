"""Apps: the tenants that own what is made. Functions of one unit of work."""

from __future__ import annotations

from typing import Final

from makebelieve.access.callers import App, Member, Mode, Role, User
from makebelieve.access.repository import AccessUnit
from makebelieve.kit.errors import Problem

DEFAULT_NAME: Final = "Default"


def make_default(unit: AccessUnit, user: User, now: float) -> App:
    """The app that an account has from the start."""
    app = App(user.default_app, DEFAULT_NAME, user.id, now)
    unit.apps.add(app)
    unit.apps.add_member(Member(app.id, user.id, "owner", now))
    return app


def chosen(unit: AccessUnit, user: User, wish: str | None) -> tuple[App, Mode, Role]:
    """The app and mode that a login acts in: `wish` is "<app id>", "<app id>:test", or None for the default app in live mode.

    Raises a 404 Problem when there is no such app or the account is no member of it.
    """
    app_id, separator, suffix = (wish or user.default_app).strip().partition(":")
    app = unit.apps.app(app_id) if not separator or suffix == "test" else None
    role = unit.apps.role(app.id, user.id) if app is not None else None
    if app is None or role is None:
        raise Problem(404, "not_found", "Makebelieve-App names no app that this account belongs to; write <app id> or <app id>:test")
    return app, "test" if separator else "live", role
