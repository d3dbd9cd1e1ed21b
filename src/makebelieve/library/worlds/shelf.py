"""Worlds as their apps see them: list, read, change, fork, delete; and the one way in which a graph is written."""

from __future__ import annotations

import re
import secrets
import unicodedata
import uuid
from dataclasses import replace
from datetime import datetime
from typing import Any, Final, get_args

from makebelieve.access.callers import Caller
from makebelieve.access.gate import own, owns
from makebelieve.kit.clock import iso
from makebelieve.kit.errors import Problem, invalid
from makebelieve.kit.ids import ALPHABET, encode_id, new_id, new_uuid
from makebelieve.library import uploads
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.worlds.repository import Document, Source, Visibility, World, WorldVersion

SCHEMA_VERSION: Final = "1.0"
VISIBILITIES: Final[tuple[Visibility, ...]] = get_args(Visibility)
LONGEST_NAME: Final = 120
LONGEST_DESCRIPTION: Final = 2000
LONGEST_COVER: Final = 2000


def thing_of(world_id: str) -> str:
    """The id under which a world's pictures are kept among the uploads: the same bits in the uploads' alphabet."""
    bits = uuid.UUID(world_id).int
    return encode_id("world", bits >> 80, bits & ((1 << 80) - 1))


def owned(unit: LibraryUnit, caller: Caller, world_id: str) -> World:
    """The caller's world. Raises a 404 Problem when there is none or it is another app's."""
    world = unit.worlds.world(world_id)
    own(caller, world.owner if world is not None else None, "world")
    assert world is not None
    return world


def opened(unit: LibraryUnit, caller: Caller, world_id: str) -> tuple[World, Document]:
    """The caller's world with its graph. Raises a 404 Problem as `owned` does."""
    world = owned(unit, caller, world_id)
    return world, full(world, unit.worlds.document(world.id) or {})


def visible(unit: LibraryUnit, caller: Caller, key: str) -> World:
    """The world of that id or slug, if it is the caller's or is shown to others. Raises a 404 Problem for any other."""
    world = unit.worlds.world(key) or unit.worlds.by_slug(key)
    if world is None or not (world.visibility != "private" or owns(caller, world.owner)):
        raise Problem(404, "not_found", "no such world, or its owner keeps it private")
    return world


def full(world: World, document: Document) -> Document:
    """The world as it is answered: what its row says wins over what was stored with the graph."""
    about: dict[str, Any] = {"id": world.id, "name": world.name}
    rest = {name: value for name, value in document.items() if name not in ("id", "name", "description", "cover", "schemaVersion")}
    if world.description is not None:
        about["description"] = world.description
    return {**about, "cover": world.cover, "schemaVersion": SCHEMA_VERSION, **rest}


def add(unit: LibraryUnit, world_id: str, owner: str, document: Document, now: float, *, source: Source, title: str) -> World:
    """Keep a new world, with a first version that says how it came about."""
    name = str(document.get("name") or "A world")[:LONGEST_NAME]
    # To the millisecond, as lists tell it: their cursors are times.
    now = round(now, 3)
    version = WorldVersion(new_uuid(now), world_id, None, source, title, now)
    world = World(
        id=world_id,
        owner=owner,
        slug=new_slug(name),
        name=name,
        description=document.get("description"),
        cover=document.get("cover"),
        visibility="private",
        rev=new_id("rev", now),
        head=version.id,
        created_at=now,
        updated_at=now,
    )
    unit.worlds.add(world, document)
    unit.worlds.add_version(version, full(world, document))
    return world


def new_slug(name: str) -> str:
    """Words of the name and six characters that make it one of a kind: "the-kings-harbour-4k2x9p"."""
    plain = unicodedata.normalize("NFKD", re.sub("['’]", "", name)).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return "-".join(filter(None, (words, "".join(secrets.choice(ALPHABET) for _ in range(6)))))


def stale(world: World) -> Problem:
    return Problem(409, "stale", f"the world is at {world.rev} now; read it again", members={"rev": world.rev})


def check_rev(world: World, expected: str | None) -> None:
    """Raises a 409 Problem when the caller acts on a graph that is not the current one."""
    if expected is not None and expected != world.rev:
        raise stale(world)


def store_graph(unit: LibraryUnit, world: World, document: Document, now: float, *, ai: str | None = None) -> World:
    """Store a graph in place of the one at `world.rev`. Raises a 409 Problem when the world has moved on.

    `ai`: the instruction it came from: the result is then a version of its own, so that it can be taken back.
    """
    after = replace(world, rev=new_id("rev", now), name=str(document.get("name") or world.name)[:LONGEST_NAME], updated_at=now)
    told = document.get("description")
    # What was described by hand stays, until a graph tells it otherwise than the one before.
    if isinstance(told, str) and told != world.description and told != (unit.worlds.document(world.id) or {}).get("description"):
        after = replace(after, description=told)
    if ai is not None:
        version = WorldVersion(new_uuid(now), world.id, world.head, "ai", ai[:200], now)
        unit.worlds.add_version(version, full(after, document))
        after = replace(after, head=version.id)
    if not unit.worlds.update(after, document, was=world.rev):
        raise stale(world)
    return after


def describe(unit: LibraryUnit, caller: Caller, world_id: str, changes: dict[str, Any], now: float) -> World:
    """Change `name`, `description`, `cover`, `visibility`; what is not in `changes` stays. Raises 404 and 422 Problems."""
    world = owned(unit, caller, world_id)
    if "name" in changes and not str(changes["name"] or "").strip():
        raise invalid("name", f"must be 1 to {LONGEST_NAME} characters")
    if changes.get("visibility") is not None and changes["visibility"] not in VISIBILITIES:
        raise invalid("visibility", "is none of the known ones", VISIBILITIES)
    kept = {name: value for name, value in changes.items() if name in ("description", "cover") or value is not None}
    after = replace(world, **kept, updated_at=now)
    unit.worlds.update(after, None, was=world.rev)
    return after


def fork(unit: LibraryUnit, caller: Caller, world_id: str, now: float) -> World:
    """A copy of one's own world or of another's that is public or unlisted: graph and metadata, not its versions.

    Raises a 404 Problem for any other.
    """
    source = unit.worlds.world(world_id)
    if source is None or not (owns(caller, source.owner) or source.visibility != "private"):
        raise Problem(404, "not_found", "no such world")
    document = full(source, unit.worlds.document(source.id) or {})
    return add(unit, new_uuid(now), caller.subject or "", document, now, source="import", title=f"Fork of {source.name}"[:200])


def remove(unit: LibraryUnit, caller: Caller, world_id: str) -> list[str]:
    """Delete a world for good; the keys of the blobs that it and its sessions leave behind."""
    world = owned(unit, caller, world_id)
    names = unit.uploads.remove([thing_of(world.id)])
    blobs = [*unit.plays.graphs_of(world.id), *(key for name in names if (key := uploads.key_of(name)) is not None)]
    unit.worlds.remove(world.id)
    unit.jobs.drop_for(world.id)
    return blobs


def cursor_of(world: World) -> str:
    """The place of a world in the list: its `created_at`, and its id for those of the same millisecond."""
    return f"{iso(world.created_at)}~{world.id}"


def place_of(cursor: str) -> tuple[float, str]:
    """What `cursor_of` says of a world; a bare time stands for all worlds of that millisecond. Raises a 422 Problem for anything else."""
    time, _, world_id = cursor.partition("~")
    try:
        return datetime.fromisoformat(time).timestamp(), world_id
    except ValueError as error:
        raise invalid("cursor", "is none that this list has given") from error
