"""/api/v1/developer: API keys and the developer terms."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import APIRouter, Path, Request, Response

from makebelieve.access import keys
from makebelieve.access.callers import ApiKey, App, User
from makebelieve.edge.http.generate import Once
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.identity import Identity
from makebelieve.edge.http.records import act
from makebelieve.edge.http.schemas import KeyAnswer, KeyItem, KeyRequest, NdaAnswer, refusals
from makebelieve.edge.http.services import services_of
from makebelieve.kit.clock import iso
from makebelieve.kit.errors import Problem
from makebelieve.library.repository import LibraryUnit
from makebelieve.settings import Settings

router = APIRouter(route_class=GuardedRoute, tags=["developer"])


def _item(key: ApiKey, now: float) -> dict[str, object]:
    return {
        "id": key.id,
        "key_prefix": key.prefix,
        "label": key.label,
        "scopes": list(key.scopes),
        "is_active": key.is_active(now),
        "created_at": iso(key.created_at),
        "revoked_at": iso(key.revoked_at) if key.revoked_at is not None else None,
    }


def check_terms(settings: Settings, user: User) -> None:
    """Raises a 403 Problem when the operator wants something of the account before it makes keys."""
    if settings.require_nda and user.nda_accepted_at is None:
        raise Problem(403, "nda_needed", "accept the developer terms first: POST /api/v1/developer/nda")
    if settings.require_approval and not user.approved:
        raise Problem(403, "not_approved", "an operator has to approve the account before it may make keys")


def _tenant(request: Request) -> tuple[App, User]:
    caller = caller_of(request)
    # The gate admits no anonymous caller to these actions.
    assert caller.app is not None
    assert caller.user is not None
    return caller.app, caller.user


@router.post(
    "/api/v1/developer/keys",
    response_model=KeyAnswer,
    status_code=201,
    responses=refusals(401, 403, 409, 422, 429),
    summary="Make an API key",
)
async def create_key(request: Request, response: Response, body: KeyRequest, once: Once = None) -> KeyAnswer:
    """The key is in the answer and nowhere else: only its digest is kept."""
    services = services_of(request)
    app, user = _tenant(request)
    mode = caller_of(request).mode
    check_terms(services.settings, user)
    now = services.clock()

    def work(unit: LibraryUnit) -> tuple[ApiKey, str]:
        key, raw = keys.create(unit, app, user, body.label, now, mode=mode, scopes=tuple(body.scopes))
        unit.audit.add([act(request, now, "key.made", f"key {key.id}")])
        return key, raw

    key, raw = await services.threads.write(work)
    response.headers["Location"] = f"/api/v1/developer/keys/{key.id}"
    return KeyAnswer.model_validate({**_item(key, now), "raw_key": raw})


@router.get(
    "/api/v1/developer/keys", response_model=list[KeyItem], responses=refusals(401, 403, 429), summary="One's keys, active and revoked"
)
async def list_keys(request: Request) -> list[KeyItem]:
    services = services_of(request)
    app, _ = _tenant(request)
    mode, now = caller_of(request).mode, services.clock()
    found = await services.threads.read(lambda unit: unit.keys.of_app(app.id, mode))
    return [KeyItem.model_validate(_item(key, now)) for key in found]


@router.delete("/api/v1/developer/keys/{key_id}", status_code=204, responses=refusals(401, 403, 404, 429), summary="Revoke a key for good")
async def revoke_key(
    request: Request, key_id: Annotated[str, Path(max_length=64, examples=["019a7f72-44f8-7d0a-b5a3-5c19e2f00c41"])]
) -> Response:
    services = services_of(request)
    app, _ = _tenant(request)
    mode, now = caller_of(request).mode, services.clock()

    def work(unit: LibraryUnit) -> None:
        unit.keys.revoke(keys.find(unit, app.id, mode, key_id).id, now)
        unit.audit.add([act(request, now, "key.revoked", f"key {key_id}")])

    await services.threads.write(work)
    cast(Identity, request.app.state.identity).forget()
    return Response(status_code=204)


@router.post("/api/v1/developer/nda", response_model=NdaAnswer, responses=refusals(401, 403, 429), summary="Accept the developer terms")
async def accept_nda(request: Request) -> NdaAnswer:
    """Needed before keys can be made where the operator asks for it."""
    services = services_of(request)
    _, user = _tenant(request)
    now = services.clock()

    def work(unit: LibraryUnit) -> None:
        unit.accounts.accept_nda(user.id, now)
        unit.audit.add([act(request, now, "nda.accepted", f"user {user.id}")])

    await services.threads.write(work)
    cast(Identity, request.app.state.identity).forget()
    return NdaAnswer(nda_accepted=True)
