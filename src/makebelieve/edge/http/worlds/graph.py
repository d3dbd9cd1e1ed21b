"""Reading, writing and checking the graph of a world (W-13 to W-26)."""

from __future__ import annotations

from typing import Any, Final

import orjson
from fastapi import APIRouter, Request, Response

from makebelieve import worlds
from makebelieve.edge.http.generate import Once, wait_for
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.schemas import refusals
from makebelieve.edge.http.services import services_of
from makebelieve.edge.http.worlds.schemas import (
    STATE,
    CheckRequest,
    Edited,
    EditRequest,
    EntranceRequest,
    EventName,
    EventRequest,
    EventWritten,
    IfMatch,
    Linted,
    LintRequest,
    OpsRequest,
    OpsWritten,
    PatchRequest,
    Scene,
    StateId,
    StateRequest,
    StateWritten,
    Validated,
    WorldId,
    Written,
)
from makebelieve.edge.http.worlds.worlds import accepted, answered, missing
from makebelieve.jobs.executor import problem_of
from makebelieve.kit.errors import Problem, invalid
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.worlds import gate, making, shelf
from makebelieve.library.worlds.repository import Document, World

router = APIRouter(route_class=GuardedRoute, tags=["world graphs"])
TRIES: Final = 5
Op = dict[str, Any]


def expected_rev(if_match: str | None, expected: str | None) -> str | None:
    """The rev that the caller holds, from the header or the body. Raises a 422 Problem when they differ."""
    tag = None if if_match is None or if_match.strip() == "*" else if_match.strip().removeprefix("W/").strip('"')
    if tag is not None and expected is not None and tag != expected:
        raise invalid("expectedRev", "differs from If-Match")
    return expected if expected is not None else tag


async def _write(
    request: Request, response: Response, world_id: str, ops: list[Op], expected: str | None, model: type[Written], **more: Any
) -> Any:
    """Apply operations to the graph and store it, if the gate lets it pass.

    Without `expected` it is tried again when others wrote meanwhile.
    """
    services = services_of(request)
    caller = caller_of(request)
    for tried in range(TRIES):
        before, document = await services.threads.read(lambda unit: shelf.opened(unit, caller, world_id))
        shelf.check_rev(before, expected)
        changed = await services.threads.run(lambda document=document: gate.changed(document, ops))  # type: ignore[misc]  # bound per turn
        now = services.clock()

        def store(unit: LibraryUnit, before: World = before, changed: gate.Changed = changed, now: float = now) -> World:
            shelf.owned(unit, caller, world_id)
            return shelf.store_graph(unit, before, changed.document, now)

        try:
            after = await services.threads.write(store)
        except Problem as problem:
            if problem.code == "stale" and expected is None and tried < TRIES - 1:
                continue
            raise
        response.headers["ETag"] = f'"{after.rev}"'
        world = answered(services, shelf.full(after, changed.document))
        findings = [found.as_dict() for found in changed.advice]
        named = {name: value(changed) for name, value in more.items()}
        return model(world=world, diagnostics=findings, rev=after.rev, schemaVersion=shelf.SCHEMA_VERSION, **named)
    raise AssertionError("unreachable: the last try returns or raises")


@router.get("/v1/worlds/{world_id}/scene", response_model=Scene, responses=refusals(401, 403, 404, 429), summary="The graph (W-13)")
async def scene(request: Request, response: Response, world_id: WorldId) -> Scene:
    world, document = await _opened(request, world_id)
    response.headers["ETag"] = f'"{world.rev}"'
    return Scene(states=document["scene"]["states"], events=document["scene"]["events"], rev=world.rev)


async def _opened(request: Request, world_id: str) -> tuple[World, Document]:
    caller = caller_of(request)
    return await services_of(request).threads.read(lambda unit: shelf.opened(unit, caller, world_id))


@router.get(
    "/v1/worlds/{world_id}/states",
    responses={200: {"content": {"application/json": {"example": {"quay": STATE}}}}, **refusals(401, 403, 404, 429)},
    summary="Its states by id (W-14)",
)
async def states(request: Request, world_id: WorldId) -> Response:
    world, document = await _opened(request, world_id)
    return Response(orjson.dumps(document["scene"]["states"]), media_type="application/json", headers={"ETag": f'"{world.rev}"'})


@router.get(
    "/v1/worlds/{world_id}/events",
    responses={200: {"content": {"application/json": {"example": []}}}, **refusals(401, 403, 404, 429)},
    summary="Its events (W-15)",
)
async def events(request: Request, world_id: WorldId) -> Response:
    world, document = await _opened(request, world_id)
    return Response(orjson.dumps(document["scene"]["events"]), media_type="application/json", headers={"ETag": f'"{world.rev}"'})


def _made(changed: gate.Changed) -> str:
    """The id or name of what an operation made."""
    receipt = changed.receipts[0]
    return str(receipt.get("id", receipt.get("name")))


_WRITING: Final = refusals(400, 401, 403, 404, 409, 413, 422, 429)


def _own(body: Any) -> dict[str, Any]:
    """What the caller sent, under the wire's names, without what is about the call."""
    sent: dict[str, Any] = body.model_dump(by_alias=True, exclude_unset=True)
    sent.pop("expectedRev", None)
    return sent


@router.post("/v1/worlds/{world_id}/states", response_model=StateWritten, status_code=201, responses=_WRITING, summary="Add a state (W-16)")
async def add_state(
    request: Request, response: Response, world_id: WorldId, body: StateRequest, if_match: IfMatch = None, once: Once = None
) -> StateWritten:
    ops = [{**_own(body), "op": "add_state"}]
    expected = expected_rev(if_match, body.expectedRev)
    found: StateWritten = await _write(request, response, world_id, ops, expected, StateWritten, stateId=_made)
    response.headers["Location"] = f"/v1/worlds/{world_id}/states"
    return found


@router.patch("/v1/worlds/{world_id}/states/{state_id}", response_model=Written, responses=_WRITING, summary="Change a state (W-17)")
async def update_state(
    request: Request, response: Response, world_id: WorldId, state_id: StateId, body: PatchRequest, if_match: IfMatch = None
) -> Written:
    ops = [{"op": "update_state", "id": state_id, "patch": _own(body)}]
    found: Written = await _write(request, response, world_id, ops, expected_rev(if_match, body.expectedRev), Written)
    return found


@router.delete("/v1/worlds/{world_id}/states/{state_id}", response_model=Written, responses=_WRITING, summary="Remove a state (W-18)")
async def delete_state(request: Request, response: Response, world_id: WorldId, state_id: StateId, if_match: IfMatch = None) -> Written:
    """400 when it is the entrance, or an event or cutscene still names it."""
    found: Written = await _write(
        request, response, world_id, [{"op": "delete_state", "id": state_id}], expected_rev(if_match, None), Written
    )
    return found


@router.post(
    "/v1/worlds/{world_id}/events", response_model=EventWritten, status_code=201, responses=_WRITING, summary="Add an event (W-19)"
)
async def add_event(
    request: Request, response: Response, world_id: WorldId, body: EventRequest, if_match: IfMatch = None, once: Once = None
) -> EventWritten:
    ops = [{**_own(body), "op": "add_event"}]
    expected = expected_rev(if_match, body.expectedRev)
    found: EventWritten = await _write(request, response, world_id, ops, expected, EventWritten, eventName=_made)
    response.headers["Location"] = f"/v1/worlds/{world_id}/events"
    return found


@router.patch("/v1/worlds/{world_id}/events/{event_name}", response_model=Written, responses=_WRITING, summary="Change an event (W-20)")
async def update_event(
    request: Request, response: Response, world_id: WorldId, event_name: EventName, body: PatchRequest, if_match: IfMatch = None
) -> Written:
    ops = [{"op": "update_event", "name": event_name, "patch": _own(body)}]
    found: Written = await _write(request, response, world_id, ops, expected_rev(if_match, body.expectedRev), Written)
    return found


@router.delete("/v1/worlds/{world_id}/events/{event_name}", response_model=Written, responses=_WRITING, summary="Remove an event (W-21)")
async def delete_event(request: Request, response: Response, world_id: WorldId, event_name: EventName, if_match: IfMatch = None) -> Written:
    ops = [{"op": "delete_event", "name": event_name}]
    found: Written = await _write(request, response, world_id, ops, expected_rev(if_match, None), Written)
    return found


@router.patch("/v1/worlds/{world_id}/entrance", response_model=Written, responses=_WRITING, summary="Set the entrance (W-22)")
async def set_entrance(request: Request, response: Response, world_id: WorldId, body: EntranceRequest, if_match: IfMatch = None) -> Written:
    ops = [{**_own(body), "op": "set_entrance"}]
    found: Written = await _write(request, response, world_id, ops, expected_rev(if_match, body.expectedRev), Written)
    return found


@router.post("/v1/worlds/{world_id}/ops", response_model=OpsWritten, responses=_WRITING, summary="A batch of operations (W-23)")
async def apply_ops(
    request: Request, response: Response, world_id: WorldId, body: OpsRequest, if_match: IfMatch = None, once: Once = None
) -> OpsWritten:
    """In order, all or nothing; the result is checked once."""
    expected = expected_rev(if_match, body.expectedRev)
    found: OpsWritten = await _write(request, response, world_id, body.ops, expected, OpsWritten, applyErrors=lambda _made: [])
    return found


@router.post(
    "/v1/worlds/{world_id}/validate",
    response_model=Validated,
    responses=refusals(400, 401, 403, 404, 413, 422, 429),
    summary="Run the gate (W-24)",
)
async def validate(request: Request, world_id: WorldId, body: CheckRequest | None = None) -> Validated:
    """Everything that generation and minting sessions ask for, the ways through the graph included. Writes nothing; always 200."""
    document = await _checked_document(request, world_id, body.world if body is not None else None)
    found = await services_of(request).threads.run(lambda: worlds.check(document))
    stored = body is None or body.world is None
    shown = answered(services_of(request), document) if stored else document
    return Validated(ok=all(one.severity != "error" for one in found), world=shown, diagnostics=[one.as_dict() for one in found])


@router.post(
    "/v1/worlds/{world_id}/lint", response_model=Linted, responses=refusals(400, 401, 403, 404, 413, 422, 429), summary="Advice (W-25)"
)
async def lint(request: Request, world_id: WorldId, body: LintRequest | None = None) -> Linted:
    given = (body.world if body.world is not None else body.data) if body is not None else None
    document = await _checked_document(request, world_id, given)
    found = await services_of(request).threads.run(lambda: worlds.lint(document))
    return Linted(**found)


async def _checked_document(request: Request, world_id: str, given: Document | None) -> Document:
    _, stored = await _opened(request, world_id)
    if given is None:
        return stored
    gate.check_size(given)
    return given


@router.post(
    "/v1/worlds/{world_id}/edit",
    response_model=Edited,
    responses=refusals(400, 401, 402, 403, 404, 409, 422, 429, 503, 504),
    summary="Change it with a sentence (W-26)",
)
async def edit(
    request: Request, response: Response, world_id: WorldId, body: EditRequest, if_match: IfMatch = None, once: Once = None
) -> Edited | Response:
    """Takes one of the day's edits, given back when nothing was changed: a question comes in `reply`, with the world as it was."""
    services = services_of(request)
    caller = caller_of(request)
    instruction = body.instruction or body.message
    if instruction is None:
        raise missing("instruction", "its other name message")
    expected = expected_rev(if_match, body.expectedRev)
    now = services.clock()
    job = await services.threads.order(
        lambda unit: making.order_edit(
            unit, caller, now, world_id=world_id, instruction=instruction, expected=expected, objects=body.verifiedObjects or []
        )
    )
    services.bell.ring()
    done = await wait_for(services, job, services.settings.sync_wait)
    if not done.finished:
        return accepted(done)
    if done.state != "done":
        raise problem_of(done.error or {"status": 500, "code": "failed", "detail": "the edit failed"})
    world, document = await services.threads.read(lambda unit: shelf.opened(unit, caller, world_id))
    response.headers["ETag"] = f'"{world.rev}"'
    said = done.result or {}
    return Edited(world=answered(services, document), diagnostics=said["diagnostics"], reply=said["reply"])
