"""Apps: the tenants that own what is made, and who belongs to them. Functions of one unit of work."""

from __future__ import annotations

from typing import Final

from makebelieve.access.callers import App, Caller, Member, Mode, Role, User
from makebelieve.access.gate import Decision, Resource, enforce
from makebelieve.access.repository import AccessUnit
from makebelieve.kit.errors import Problem, invalid
from makebelieve.kit.ids import new_id

DEFAULT_NAME: Final = "Default"
MAX_APPS: Final = 100
MAX_MEMBERS: Final = 100


def make_default(unit: AccessUnit, user: User, now: float) -> App:
    """The app that an account has from the start."""
    return _make(unit, App(user.default_app, DEFAULT_NAME, user.id, now))


def create(unit: AccessUnit, user: User, name: str, now: float) -> App:
    """Another app, which `user` owns and pays for. Raises a 409 Problem beyond 100."""
    if len(unit.apps.of_user(user.id)) >= MAX_APPS:
        raise Problem(409, "too_many_apps", f"an account belongs to at most {MAX_APPS} apps")
    return _make(unit, App(new_id("app", now), name, user.id, now))


def _make(unit: AccessUnit, app: App) -> App:
    unit.apps.add(app)
    unit.apps.add_member(Member(app.id, app.owner_id, "owner", app.created_at))
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


def of_caller(unit: AccessUnit, caller: Caller) -> list[tuple[App, Role]]:
    """The apps that the caller may enter: all of a login's, its default app first; the one of a key."""
    if caller.key_id is not None:
        return [(caller.app, caller.role)] if caller.app is not None else []
    user = caller.user
    if user is None:
        return []
    return sorted(unit.apps.of_user(user.id), key=lambda each: each[0].id != user.default_app)


def enter(unit: AccessUnit, caller: Caller, app_id: str, least: Role = "member") -> App:
    """The app, for one who belongs to it. Raises a 404 Refusal for everybody else, 403 for a member where an owner is needed."""
    app = unit.apps.app(app_id)
    resource = Resource("app", app_id, None)
    if app is None:
        enforce(Decision("not_found", "apps:manage", resource))
        raise AssertionError
    if caller.key_id is not None:
        role = caller.role if caller.app_id == app_id else None
    else:
        role = unit.apps.role(app_id, caller.user.id) if caller.user is not None else None
    if role is None:
        enforce(Decision("not_yours", "apps:manage", resource))
    if least == "owner" and role != "owner":
        enforce(Decision("owner_needed", "apps:manage", resource))
    return app


def add_member(unit: AccessUnit, app: App, email: str, role: Role, now: float) -> tuple[Member, User]:
    """Let an account in. Raises a 422 Problem when there is no such account, 409 when it is in already or the app is full."""
    found = unit.accounts.user_by_email(email.strip().lower())
    if found is None:
        raise invalid("email", "no account has this address; it has to register first")
    if len(unit.apps.members(app.id)) >= MAX_MEMBERS:
        raise Problem(409, "too_many_members", f"an app has at most {MAX_MEMBERS} members")
    member = Member(app.id, found[0].id, role, now)
    if not unit.apps.add_member(member):
        raise Problem(409, "already_member", "the account belongs to the app already")
    return member, found[0]


def members(unit: AccessUnit, app: App) -> list[tuple[Member, User]]:
    """Who belongs to the app: the account that pays, then the others, oldest first."""
    return sorted(unit.apps.members(app.id), key=lambda each: each[0].user_id != app.owner_id)


def member_of(unit: AccessUnit, app: App, user_id: str) -> tuple[Member, User]:
    """Raises a 404 Problem when the account is no member."""
    for member, user in unit.apps.members(app.id):
        if member.user_id == user_id:
            return member, user
    raise Problem(404, "not_found", "no such member")


def check_not_payer(app: App, user_id: str) -> None:
    """Raises a 409 Problem for the account that pays: it owns the app as long as there is one."""
    if app.owner_id == user_id:
        raise Problem(409, "pays_for_app", "this account pays for the app and stays its owner")
