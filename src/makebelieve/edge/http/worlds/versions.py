"""The version tree of a world (W-27 to W-33)."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from makebelieve import worlds
from makebelieve.edge.http.generate import Once
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.schemas import refusals
from makebelieve.edge.http.services import services_of
from makebelieve.edge.http.worlds.graph import expected_rev
from makebelieve.edge.http.worlds.schemas import (
    CheckedOut,
    CheckoutRequest,
    Deleted,
    Diff,
    IfMatch,
    Node,
    Renamed,
    RenameRequest,
    Snapshot,
    SnapshotRequest,
    Snapshotted,
    VersionId,
    VersionsAnswer,
    WorldId,
)
from makebelieve.edge.http.worlds.worlds import answered
from makebelieve.kit.clock import iso
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.worlds import history, shelf
from makebelieve.library.worlds.repository import Document, WorldVersion

router = APIRouter(route_class=GuardedRoute, tags=["world versions"])


def _node(version: WorldVersion) -> Node:
    return Node(
        id=version.id,
        worldId=version.world_id,
        parentVersionId=version.parent,
        source=version.source,
        title=version.title,
        createdAt=iso(version.created_at),
    )


@router.post(
    "/v1/worlds/{world_id}/versions",
    response_model=Snapshotted,
    responses=refusals(400, 401, 403, 404, 409, 422, 429),
    summary="Keep a snapshot (W-27)",
)
async def snapshot(request: Request, world_id: WorldId, body: SnapshotRequest | None = None, once: Once = None) -> Snapshotted:
    """On HEAD, which moves to it; with an older `parentVersionId` as a branch, and HEAD stays."""
    services = services_of(request)
    caller = caller_of(request)
    wanted = body or SnapshotRequest()
    now = services.clock()
    version = await services.threads.write(
        lambda unit: history.snapshot(unit, caller, world_id, wanted.title, wanted.parentVersionId, wanted.source, now)
    )
    return Snapshotted(versionId=version.id, version=_node(version))


@router.get(
    "/v1/worlds/{world_id}/versions",
    response_model=VersionsAnswer,
    responses=refusals(401, 403, 404, 429),
    summary="The version tree (W-28)",
)
async def list_versions(request: Request, world_id: WorldId) -> VersionsAnswer:
    caller = caller_of(request)

    def find(unit: LibraryUnit) -> tuple[list[WorldVersion], str | None]:
        world = shelf.owned(unit, caller, world_id)
        return unit.worlds.versions(world.id), world.head

    found, head = await services_of(request).threads.read(find)
    return VersionsAnswer(versions=[_node(version) for version in found], head=head)


@router.get(
    "/v1/worlds/{world_id}/versions/{version_id}",
    response_model=Snapshot,
    responses=refusals(401, 403, 404, 429),
    summary="One snapshot (W-29)",
)
async def read_version(request: Request, world_id: WorldId, version_id: VersionId) -> Snapshot:
    services = services_of(request)
    caller = caller_of(request)

    def find(unit: LibraryUnit) -> tuple[WorldVersion, Document]:
        version = history.found(unit, shelf.owned(unit, caller, world_id), version_id)
        return version, unit.worlds.snapshot(version.id) or {}

    version, document = await services.threads.read(find)
    return Snapshot(**_node(version).model_dump(), snapshot=answered(services, document))


@router.patch(
    "/v1/worlds/{world_id}/versions/{version_id}",
    response_model=Renamed,
    responses=refusals(400, 401, 403, 404, 422, 429),
    summary="Rename a version (W-30)",
)
async def rename(request: Request, world_id: WorldId, version_id: VersionId, body: RenameRequest) -> Renamed:
    caller = caller_of(request)

    def work(unit: LibraryUnit) -> None:
        version = history.found(unit, shelf.owned(unit, caller, world_id), version_id)
        unit.worlds.rename_version(version.id, body.title)

    await services_of(request).threads.write(work)
    return Renamed(ok=True, versionId=version_id, title=body.title)


@router.delete(
    "/v1/worlds/{world_id}/versions/{version_id}",
    response_model=Deleted,
    responses=refusals(401, 403, 404, 429),
    summary="Delete a version (W-31)",
)
async def delete_version(request: Request, world_id: WorldId, version_id: VersionId) -> Deleted:
    """Its children become those of its parent, and so does HEAD if it was there; the working graph stays as it is."""
    caller = caller_of(request)

    def work(unit: LibraryUnit) -> None:
        unit.worlds.remove_version(history.found(unit, shelf.owned(unit, caller, world_id), version_id).id)

    await services_of(request).threads.write(work)
    return Deleted(ok=True, deleted=version_id)


@router.get(
    "/v1/worlds/{world_id}/versions/{version_id}/diff/{target_id}",
    response_model=Diff,
    responses=refusals(401, 403, 404, 429),
    summary="What changed between two versions (W-32)",
)
async def diff(request: Request, world_id: WorldId, version_id: VersionId, target_id: VersionId) -> Diff:
    services = services_of(request)
    caller = caller_of(request)
    first, second = await services.threads.read(lambda unit: history.pair(unit, caller, world_id, version_id, target_id))
    found = await services.threads.run(lambda: worlds.diff(first, second))
    return Diff(a=version_id, b=target_id, **found)


@router.post(
    "/v1/worlds/{world_id}/checkout",
    response_model=CheckedOut,
    responses=refusals(400, 401, 403, 404, 409, 422, 429),
    summary="Restore a version (W-33)",
)
async def check_out(request: Request, response: Response, world_id: WorldId, body: CheckoutRequest, if_match: IfMatch = None) -> CheckedOut:
    services = services_of(request)
    caller = caller_of(request)
    expected = expected_rev(if_match, body.expectedRev)
    now = services.clock()
    world, document = await services.threads.write(lambda unit: history.check_out(unit, caller, world_id, body.versionId, expected, now))
    response.headers["ETag"] = f'"{world.rev}"'
    return CheckedOut(world=answered(services, document), rev=world.rev)
