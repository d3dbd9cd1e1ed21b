"""/v1/apps: tenants, their members and their keys."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import APIRouter, Path, Request, Response

from makebelieve.access import apps, keys
from makebelieve.access.callers import ApiKey, App, Member, Mode, User
from makebelieve.edge.http.app_schemas import (
    AppAnswer,
    AppChange,
    AppKeyAnswer,
    AppKeyItem,
    AppKeyList,
    AppKeyRequest,
    AppList,
    AppRequest,
    MemberItem,
    MemberList,
    MemberRequest,
    ModeDefaults,
    RoleRequest,
    RotateRequest,
)
from makebelieve.edge.http.generate import Once
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.identity import Identity
from makebelieve.edge.http.keys import check_terms
from makebelieve.edge.http.records import act, flush
from makebelieve.edge.http.schemas import refusals
from makebelieve.edge.http.services import services_of
from makebelieve.kit.clock import iso
from makebelieve.kit.errors import Problem
from makebelieve.library.repository import LibraryUnit

router = APIRouter(route_class=GuardedRoute, tags=["apps"])
AppId = Annotated[str, Path(max_length=64, examples=["app_01k9zq4h7v8e5m2c3d6f7g8h9j"])]
KeyId = Annotated[str, Path(max_length=64, examples=["019a7f72-44f8-7d0a-b5a3-5c19e2f00c41"])]
UserId = Annotated[str, Path(max_length=64, examples=["user_01k9zq4h7v8e5m2c3d6f7g8h9j"])]


def _app(app: App) -> AppAnswer:
    return AppAnswer(id=app.id, name=app.name, mode_defaults=ModeDefaults(keys=app.key_mode), created_at=iso(app.created_at))


def _member(member: Member, user: User) -> MemberItem:
    return MemberItem(
        user_id=user.id, email=user.email, display_name=user.display_name, role=member.role, created_at=iso(member.created_at)
    )


def _key(key: ApiKey, now: float) -> AppKeyItem:
    def when(at: float | None) -> str | None:
        return iso(at) if at is not None else None

    return AppKeyItem(
        id=key.id,
        name=key.label,
        kind=key.kind,
        mode=key.mode,
        prefix=f"{key.kind[0]}k_{key.mode}_",
        last4=key.last4,
        scopes=list(key.scopes),
        active=key.is_active(now),
        created_at=iso(key.created_at),
        last_used_at=when(key.last_used_at),
        expires_at=when(key.expires_at),
        revoked_at=when(key.revoked_at),
    )


def _user(request: Request) -> User:
    user = caller_of(request).user
    # The gate admits no anonymous caller to these actions.
    assert user is not None
    return user


def _forget(request: Request) -> None:
    cast(Identity, request.app.state.identity).forget()


def _modes(request: Request) -> Mode | None:
    """A key sees keys of its own mode only, a login those of both."""
    caller = caller_of(request)
    return caller.mode if caller.key_id is not None else None


@router.post(
    "/v1/apps", response_model=AppAnswer, status_code=201, responses=refusals(400, 401, 403, 409, 422, 429), summary="Make an app (W-01)"
)
async def create_app(request: Request, response: Response, body: AppRequest, once: Once = None) -> AppAnswer:
    """Takes a login: no key makes apps."""
    services = services_of(request)
    user, now = _user(request), services.clock()

    def work(unit: LibraryUnit) -> App:
        app = apps.create(unit, user, body.name, now)
        unit.audit.add([act(request, now, "app.made", f"app {app.id}")])
        return app

    app = await services.threads.write(work)
    response.headers["Location"] = f"/v1/apps/{app.id}"
    return _app(app)


@router.get("/v1/apps", response_model=AppList, responses=refusals(401, 403, 429), summary="One's apps, oldest first (W-02)")
async def list_apps(request: Request) -> AppList:
    caller = caller_of(request)
    found = await services_of(request).threads.read(lambda unit: apps.of_caller(unit, caller))
    return AppList(apps=[_app(app) for app, _ in found])


@router.get("/v1/apps/{app_id}", response_model=AppAnswer, responses=refusals(401, 403, 404, 429), summary="One app")
async def read_app(request: Request, app_id: AppId) -> AppAnswer:
    caller = caller_of(request)
    return _app(await services_of(request).threads.read(lambda unit: apps.enter(unit, caller, app_id)))


@router.patch(
    "/v1/apps/{app_id}",
    response_model=AppAnswer,
    responses=refusals(400, 401, 403, 404, 422, 429),
    summary="Rename an app, or set its defaults",
)
async def change_app(request: Request, app_id: AppId, body: AppChange) -> AppAnswer:
    services = services_of(request)
    caller, now = caller_of(request), services.clock()

    def work(unit: LibraryUnit) -> App:
        app = apps.enter(unit, caller, app_id, "owner")
        mode = body.mode_defaults.keys if body.mode_defaults is not None else app.key_mode
        unit.apps.change(app.id, body.name if body.name is not None else app.name, mode)
        unit.audit.add([act(request, now, "app.changed", f"app {app.id}")])
        return apps.enter(unit, caller, app_id)

    return _app(await services.threads.write(work))


@router.get("/v1/apps/{app_id}/members", response_model=MemberList, responses=refusals(401, 403, 404, 429), summary="Who belongs to an app")
async def list_members(request: Request, app_id: AppId) -> MemberList:
    caller = caller_of(request)
    found = await services_of(request).threads.read(lambda unit: apps.members(unit, apps.enter(unit, caller, app_id)))
    return MemberList(members=[_member(member, user) for member, user in found])


@router.post(
    "/v1/apps/{app_id}/members",
    response_model=MemberItem,
    status_code=201,
    responses=refusals(400, 401, 403, 404, 409, 422, 429),
    summary="Let an account into an app",
)
async def add_member(request: Request, response: Response, app_id: AppId, body: MemberRequest, once: Once = None) -> MemberItem:
    """A member makes and sees everything in the app; an owner also manages keys, members and settings."""
    services = services_of(request)
    caller, now = caller_of(request), services.clock()

    def work(unit: LibraryUnit) -> tuple[Member, User]:
        app = apps.enter(unit, caller, app_id, "owner")
        member, user = apps.add_member(unit, app, body.email, body.role, now)
        unit.audit.add([act(request, now, "member.added", f"user {user.id} as {member.role}")])
        return member, user

    member, user = await services.threads.write(work)
    _forget(request)
    response.headers["Location"] = f"/v1/apps/{app_id}/members/{user.id}"
    return _member(member, user)


@router.patch(
    "/v1/apps/{app_id}/members/{user_id}",
    response_model=MemberItem,
    responses=refusals(400, 401, 403, 404, 409, 422, 429),
    summary="Change a member's role",
)
async def change_member(request: Request, app_id: AppId, user_id: UserId, body: RoleRequest) -> MemberItem:
    services = services_of(request)
    caller, now = caller_of(request), services.clock()

    def work(unit: LibraryUnit) -> tuple[Member, User]:
        app = apps.enter(unit, caller, app_id, "owner")
        apps.member_of(unit, app, user_id)
        if body.role != "owner":
            apps.check_not_payer(app, user_id)
        unit.apps.set_role(app.id, user_id, body.role)
        unit.audit.add([act(request, now, "member.changed", f"user {user_id} to {body.role}")])
        return apps.member_of(unit, app, user_id)

    changed = await services.threads.write(work)
    _forget(request)
    return _member(*changed)


@router.delete(
    "/v1/apps/{app_id}/members/{user_id}", status_code=204, responses=refusals(401, 403, 404, 409, 429), summary="Take a member out"
)
async def remove_member(request: Request, app_id: AppId, user_id: UserId) -> Response:
    """An owner takes out anybody but the account that pays; everybody may leave."""
    services = services_of(request)
    caller, now = caller_of(request), services.clock()

    def work(unit: LibraryUnit) -> None:
        leaving = caller.key_id is None and caller.user is not None and caller.user.id == user_id
        app = apps.enter(unit, caller, app_id, "member" if leaving else "owner")
        apps.member_of(unit, app, user_id)
        apps.check_not_payer(app, user_id)
        unit.apps.remove_member(app.id, user_id)
        unit.audit.add([act(request, now, "member.removed", f"user {user_id}")])

    await services.threads.write(work)
    _forget(request)
    return Response(status_code=204)


@router.post(
    "/v1/apps/{app_id}/keys",
    response_model=AppKeyAnswer,
    status_code=201,
    responses=refusals(400, 401, 403, 404, 409, 422, 429),
    summary="Make a key (W-03)",
)
async def create_key(
    request: Request, response: Response, app_id: AppId, body: AppKeyRequest | None = None, once: Once = None
) -> AppKeyAnswer:
    """`key` is shown this one time. Unless `scopes` says otherwise a secret key gets all but `full`, a publishable one `worlds:read`."""
    services = services_of(request)
    wanted = body or AppKeyRequest()
    caller, user, now = caller_of(request), _user(request), services.clock()
    check_terms(services.settings, user)

    def work(unit: LibraryUnit) -> tuple[ApiKey, str]:
        app = apps.enter(unit, caller, app_id, "owner")
        mode = wanted.mode or _modes(request) or app.key_mode
        if _modes(request) not in (None, mode):
            raise Problem(403, "other_mode", f"a {caller.mode} key makes {caller.mode} keys only")
        scopes = tuple(wanted.scopes) if wanted.scopes is not None else None
        key, raw = keys.create(unit, app, user, wanted.name, now, kind=wanted.kind, mode=mode, scopes=scopes)
        unit.audit.add([act(request, now, "key.made", f"key {key.id}")])
        return key, raw

    key, raw = await services.threads.write(work)
    response.headers["Location"] = f"/v1/apps/{app_id}/keys/{key.id}"
    return AppKeyAnswer(**_key(key, now).model_dump(), key=raw)


@router.get(
    "/v1/apps/{app_id}/keys",
    response_model=AppKeyList,
    responses=refusals(401, 403, 404, 429),
    summary="An app's keys, newest first (W-04)",
)
async def list_keys(request: Request, app_id: AppId) -> AppKeyList:
    services = services_of(request)
    caller, mode, now = caller_of(request), _modes(request), services.clock()
    await flush(services)
    found = await services.threads.read(lambda unit: unit.keys.of_app(apps.enter(unit, caller, app_id, "owner").id, mode))
    return AppKeyList(keys=[_key(key, now) for key in found])


@router.delete(
    "/v1/apps/{app_id}/keys/{key_id}", status_code=204, responses=refusals(401, 403, 404, 429), summary="Revoke a key for good (W-05)"
)
async def revoke_key(request: Request, app_id: AppId, key_id: KeyId) -> Response:
    services = services_of(request)
    caller, mode, now = caller_of(request), _modes(request), services.clock()

    def work(unit: LibraryUnit) -> None:
        key = keys.find(unit, apps.enter(unit, caller, app_id, "owner").id, mode, key_id)
        unit.keys.revoke(key.id, now)
        unit.audit.add([act(request, now, "key.revoked", f"key {key.id}")])

    await services.threads.write(work)
    _forget(request)
    return Response(status_code=204)


@router.post(
    "/v1/apps/{app_id}/keys/{key_id}/rotate",
    response_model=AppKeyAnswer,
    status_code=201,
    responses=refusals(400, 401, 403, 404, 409, 422, 429),
    summary="Replace a key, with an overlap",
)
async def rotate_key(
    request: Request, response: Response, app_id: AppId, key_id: KeyId, body: RotateRequest | None = None, once: Once = None
) -> AppKeyAnswer:
    """A new key with the old one's name, kind, mode and scopes; the old one goes on for `overlap_seconds`."""
    services = services_of(request)
    caller, user, mode, now = caller_of(request), _user(request), _modes(request), services.clock()
    overlap = (body or RotateRequest()).overlap_seconds

    def work(unit: LibraryUnit) -> tuple[ApiKey, str]:
        app = apps.enter(unit, caller, app_id, "owner")
        old = keys.find(unit, app.id, mode, key_id)
        key, raw = keys.rotate(unit, app, user, old, overlap, now)
        unit.audit.add([act(request, now, "key.rotated", f"key {old.id} to {key.id}")])
        return key, raw

    key, raw = await services.threads.write(work)
    _forget(request)
    response.headers["Location"] = f"/v1/apps/{app_id}/keys/{key.id}"
    return AppKeyAnswer(**_key(key, now).model_dump(), key=raw)
