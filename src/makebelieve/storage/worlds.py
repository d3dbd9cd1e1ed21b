"""Worlds and their versions in SQL."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from makebelieve.library.worlds.repository import Document, World, WorldVersion
from makebelieve.storage.tables import play_events, play_sessions, world_graphs, world_versions, worlds


def _world(row: Any) -> World:
    return World(**{name: getattr(row, name) for name in World.__dataclass_fields__})


_NODE = [world_versions.c[name] for name in WorldVersion.__dataclass_fields__]


class SqlWorlds:
    """library.worlds.WorldRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, world: World, document: Document) -> None:
        self._connection.execute(sa.insert(worlds).values(asdict(world)))
        self._connection.execute(sa.insert(world_graphs).values(world_id=world.id, document=document))

    def world(self, world_id: str) -> World | None:
        row = self._connection.execute(sa.select(worlds).where(worlds.c.id == world_id)).first()
        return _world(row) if row is not None else None

    def by_slug(self, slug: str) -> World | None:
        row = self._connection.execute(sa.select(worlds).where(worlds.c.slug == slug)).first()
        return _world(row) if row is not None else None

    def document(self, world_id: str) -> Document | None:
        found: Document | None = self._connection.execute(
            sa.select(world_graphs.c.document).where(world_graphs.c.world_id == world_id)
        ).scalar()
        return found

    def update(self, world: World, document: Document | None, *, was: str) -> bool:
        changed = self._connection.execute(
            sa.update(worlds).where(worlds.c.id == world.id, worlds.c.rev == was).values(asdict(world))
        ).rowcount
        if changed and document is not None:
            self._connection.execute(sa.update(world_graphs).where(world_graphs.c.world_id == world.id).values(document=document))
        return bool(changed)

    def list_of(self, owner: str, before: tuple[float, str] | None, limit: int) -> list[World]:
        return self._page(sa.select(worlds).where(worlds.c.owner == owner), before, limit)

    def public(self, before: tuple[float, str] | None, limit: int) -> list[World]:
        return self._page(sa.select(worlds).where(sa.text("visibility = 'public'")), before, limit)

    def _page(self, statement: sa.Select[Any], before: tuple[float, str] | None, limit: int) -> list[World]:
        if before is not None:
            statement = statement.where(sa.tuple_(worlds.c.created_at, worlds.c.id) < sa.tuple_(*map(sa.literal, before)))
        rows = self._connection.execute(statement.order_by(worlds.c.created_at.desc(), worlds.c.id.desc()).limit(limit))
        return [_world(row) for row in rows]

    def remove(self, world_id: str) -> None:
        of_world = sa.select(play_sessions.c.id).where(play_sessions.c.world_id == world_id)
        self._connection.execute(sa.delete(play_events).where(play_events.c.session_id.in_(of_world)))
        for table in (play_sessions, world_versions, world_graphs):
            self._connection.execute(sa.delete(table).where(table.c.world_id == world_id))
        self._connection.execute(sa.delete(worlds).where(worlds.c.id == world_id))

    def add_version(self, version: WorldVersion, document: Document) -> None:
        self._connection.execute(sa.insert(world_versions).values(**asdict(version), document=document))

    def version(self, world_id: str, version_id: str) -> WorldVersion | None:
        statement = sa.select(*_NODE).where(world_versions.c.id == version_id, world_versions.c.world_id == world_id)
        row = self._connection.execute(statement).first()
        return WorldVersion(*row) if row is not None else None

    def snapshot(self, version_id: str) -> Document | None:
        found: Document | None = self._connection.execute(
            sa.select(world_versions.c.document).where(world_versions.c.id == version_id)
        ).scalar()
        return found

    def versions(self, world_id: str) -> list[WorldVersion]:
        statement = sa.select(*_NODE).where(world_versions.c.world_id == world_id)
        rows = self._connection.execute(statement.order_by(world_versions.c.created_at, world_versions.c.id))
        return [WorldVersion(*row) for row in rows]

    def rename_version(self, version_id: str, title: str | None) -> None:
        self._connection.execute(sa.update(world_versions).where(world_versions.c.id == version_id).values(title=title))

    def remove_version(self, version_id: str) -> None:
        parent = sa.select(world_versions.c.parent).where(world_versions.c.id == version_id).scalar_subquery()
        found = self._connection.execute(sa.select(parent)).scalar()
        self._connection.execute(sa.update(world_versions).where(world_versions.c.parent == version_id).values(parent=found))
        self._connection.execute(sa.update(worlds).where(worlds.c.head == version_id).values(head=found))
        self._connection.execute(sa.delete(world_versions).where(world_versions.c.id == version_id))
