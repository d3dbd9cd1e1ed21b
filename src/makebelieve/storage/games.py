"""Games and versions in SQL."""

from __future__ import annotations

import functools
from typing import Any, Final

import sqlalchemy as sa

from makebelieve.library.repository import Game, Version, blobs_named
from makebelieve.storage.dialect import insert_into, rows_by
from makebelieve.storage.tables import games, tallies, versions


def _game(row: Any) -> Game:
    return Game(
        id=row.id,
        owner=row.owner,
        title=row.title,
        genre=row.genre,
        kind=row.kind,
        prompt=row.prompt,
        version=row.version,
        latest=row.latest,
        shared=row.shared,
        proof_status=row.proof_status,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def _version(row: Any) -> Version:
    return Version(row.game_id, row.version, row.origin, row.note, row.parent, row.blob, row.title, row.details, row.created_at)


# Every game that is made runs these, so they are put together once.
_ADD: Final = sa.insert(games)
_ADD_VERSION: Final = sa.insert(versions)


@functools.cache
def _tallied(lite: bool) -> Any:
    change = sa.bindparam("change", type_=tallies.c.total.type)
    put = insert_into(lite, tallies).values(subject=sa.bindparam("who"), name="games", total=change)
    return put.on_conflict_do_update(index_elements=["subject", "name"], set_={"total": tallies.c.total + change})


@functools.cache
def _add_at_once() -> sa.Insert:
    """PostgreSQL's: a game (game_<column>) with its first version (first_<column>) and one more in its owner's tally."""
    first = sa.insert(versions).values({c: sa.bindparam(f"first_{c.name}", type_=c.type) for c in versions.c}).cte("first")
    game = sa.insert(games).values({c: sa.bindparam(f"game_{c.name}", type_=c.type) for c in games.c})
    return game.add_cte(first).add_cte(_tallied(False).cte("tallied"))


def _row(table: sa.Table, kept: Game | Version) -> dict[str, Any]:
    # The columns are called as the fields are.
    return {column.name: getattr(kept, column.name) for column in table.c}


class SqlGames:
    """library.GameRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, game: Game, first: Version) -> None:
        if self._connection.dialect.name == "sqlite":
            self._connection.execute(_ADD, _row(games, game))
            self._insert(first)
            self._tally(game.owner, 1)
            return
        given = {f"game_{name}": value for name, value in _row(games, game).items()}
        given |= {f"first_{name}": value for name, value in _row(versions, first).items()}
        self._connection.execute(_add_at_once(), {**given, "who": game.owner, "change": 1})

    def add_version(self, game: Game, version: Version) -> None:
        self._insert(version)
        self._connection.execute(
            sa.update(games)
            .where(games.c.id == game.id)
            .values(
                title=game.title,
                genre=game.genre,
                kind=game.kind,
                version=game.version,
                latest=game.latest,
                proof_status=game.proof_status,
                updated_at=game.updated_at,
            )
        )

    def _insert(self, version: Version) -> None:
        self._connection.execute(_ADD_VERSION, _row(versions, version))

    def game(self, game_id: str) -> Game | None:
        row = rows_by(self._connection, (games.c.id, game_id)).first()
        return _game(row) if row is not None else None

    def list_of(self, owner: str, limit: int, offset: int) -> list[Game]:
        rows = self._connection.execute(
            sa.select(games)
            .where(games.c.owner == owner)
            .order_by(games.c.created_at.desc(), games.c.id.desc())
            .limit(limit)
            .offset(offset)
        )
        return [_game(row) for row in rows]

    def count_of(self, owner: str) -> int:
        statement = sa.select(tallies.c.total).where(tallies.c.subject == owner, tallies.c.name == "games")
        return int(self._connection.execute(statement).scalar() or 0)

    def version(self, game_id: str, version: int) -> Version | None:
        row = rows_by(self._connection, (versions.c.game_id, game_id), (versions.c.version, version)).first()
        return _version(row) if row is not None else None

    def versions(self, game_id: str, limit: int, offset: int) -> list[Version]:
        rows = self._connection.execute(
            sa.select(versions).where(versions.c.game_id == game_id).order_by(versions.c.version.desc()).limit(limit).offset(offset)
        )
        return [_version(row) for row in rows]

    def blobs_of(self, game_id: str) -> list[str]:
        rows = self._connection.execute(sa.select(versions.c.blob, versions.c.details).where(versions.c.game_id == game_id))
        keys = {key for row in rows for key in (row.blob, *blobs_named(row.details))}
        return sorted(keys)

    def remove(self, game: Game) -> None:
        self._connection.execute(sa.delete(versions).where(versions.c.game_id == game.id))
        if self._connection.execute(sa.delete(games).where(games.c.id == game.id)).rowcount == 1:
            self._tally(game.owner, -1)

    def set_shared(self, game_id: str, shared: bool, now: float) -> None:
        self._connection.execute(sa.update(games).where(games.c.id == game_id).values(shared=shared, updated_at=now))

    def hand_over(self, old_owner: str, new_owner: str) -> int:
        moved = self._connection.execute(sa.update(games).where(games.c.owner == old_owner).values(owner=new_owner)).rowcount
        if moved:
            self._tally(old_owner, -moved)
            self._tally(new_owner, moved)
        return moved

    def _tally(self, owner: str, change: int) -> None:
        self._connection.execute(_tallied(self._connection.dialect.name == "sqlite"), {"who": owner, "change": change})
