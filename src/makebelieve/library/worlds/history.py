"""The version tree of a world: save, branch, rename, delete, check out, compare."""

from __future__ import annotations

from dataclasses import replace

from makebelieve.access.callers import Caller
from makebelieve.kit.errors import Problem
from makebelieve.kit.ids import new_id, new_uuid
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.worlds import shelf
from makebelieve.library.worlds.repository import Document, Source, World, WorldVersion


def found(unit: LibraryUnit, world: World, version_id: str) -> WorldVersion:
    """One version of that world. Raises a 404 Problem when there is none."""
    version = unit.worlds.version(world.id, version_id)
    if version is None:
        raise Problem(404, "not_found", "the world has no such version")
    return version


def snapshot(
    unit: LibraryUnit, caller: Caller, world_id: str, title: str | None, parent_id: str | None, source: Source | None, now: float
) -> WorldVersion:
    """Keep the working graph as a version. On HEAD (the default) HEAD moves to it; on an older parent it is a branch and HEAD stays."""
    world, document = shelf.opened(unit, caller, world_id)
    parent = found(unit, world, parent_id).id if parent_id is not None else world.head
    branch = parent != world.head
    version = WorldVersion(new_uuid(now), world.id, parent, source or ("branch" if branch else "save"), title, now)
    unit.worlds.add_version(version, document)
    if not branch:
        unit.worlds.update(replace(world, head=version.id, updated_at=now), None, was=world.rev)
    return version


def check_out(
    unit: LibraryUnit, caller: Caller, world_id: str, version_id: str, expected: str | None, now: float
) -> tuple[World, Document]:
    """Make a version's graph the working one, and the version HEAD. What was not saved is lost, as the caller wished."""
    world = shelf.owned(unit, caller, world_id)
    shelf.check_rev(world, expected)
    version = found(unit, world, version_id)
    document = unit.worlds.snapshot(version.id) or {}
    after = replace(world, rev=new_id("rev", now), head=version.id, name=str(document.get("name") or world.name), updated_at=now)
    # A graph's description goes with it; one that was written by hand stays.
    if (unit.worlds.document(world.id) or {}).get("description") == world.description:
        after = replace(after, description=document.get("description"))
    unit.worlds.update(after, document, was=world.rev)
    return after, shelf.full(after, document)


def pair(unit: LibraryUnit, caller: Caller, world_id: str, a: str, b: str) -> tuple[Document, Document]:
    """The snapshots of two versions. Raises a 404 Problem when one is missing."""
    world = shelf.owned(unit, caller, world_id)
    first, second = (unit.worlds.snapshot(found(unit, world, version_id).id) or {} for version_id in (a, b))
    return first, second
