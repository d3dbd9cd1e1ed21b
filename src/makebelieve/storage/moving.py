"""Moves an install to another database and another blob store: every row and every blob, checked, or nothing.

All rows arrive in one transaction of the target, which commits after they have been read back and compared. Blobs go first; a move
that was cut short is simply started again, and blobs that have arrived already are only compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import orjson
import sqlalchemy as sa

from makebelieve.kit.errors import Problem, invalid
from makebelieve.storage.blobs import Blobs, open_blobs
from makebelieve.storage.database import Database
from makebelieve.storage.tables import metadata

BATCH: Final = 1000
Say = Callable[[str, int], None]
"""Hears of each table or `blobs` with the number copied of it."""


@dataclass(slots=True)
class Moved:
    """What arrived: rows per table, blobs and their bytes."""

    rows: dict[str, int] = field(default_factory=dict)
    blobs: int = 0
    bytes: int = 0


@dataclass(slots=True)
class _Sum:
    """Number and checksum of rows, in any order: databases sort text differently."""

    count: int = 0
    total: int = 0

    def add(self, row: tuple[Any, ...]) -> None:
        plain = [value.hex() if isinstance(value, bytes) else value for value in row]
        self.count += 1
        self.total = (self.total + int.from_bytes(hashlib.sha256(orjson.dumps(plain)).digest())) % (1 << 256)


def move(source: Database, blobs: Blobs, to: str, blobs_to: str | None, endpoint: str | None, say: Say) -> dict[str, int]:
    """Copy every row to the empty database at `to` and, if given, every blob to the store `blobs_to`; rows per table, and `blobs`.

    Raises ValueError for an address that is none, and what `move_rows` and `move_blobs` raise.
    """
    target = Database(to, pool=2, statement_timeout=600.0)
    if target.url == source.url:
        raise invalid("--to", "is the database that the install uses already")
    try:
        target.migrate()
        moved = {"blobs": move_blobs(blobs, open_blobs(blobs_to, endpoint), say)[0]} if blobs_to is not None else {}
        return {**moved, **move_rows(source, target, say)}
    finally:
        target.close()


def move_rows(source: Database, target: Database, say: Say) -> dict[str, int]:
    """Copy every table of `source` (stopped, and of this version) into `target`, which is migrated. Rows per table.

    Raises a 409 Problem when the target holds a row already, and a 500 Problem (nothing is committed) when what arrived differs.
    """

    def arrive(target_unit: Any) -> dict[str, int]:
        there = target_unit.connection
        full = [
            table.name for table in metadata.sorted_tables if there.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first()
        ]
        if full:
            raise Problem(409, "not_empty", f"the target database holds {', '.join(full)} already; give an empty one")
        return source.read(
            lambda source_unit: {table.name: _copy(source_unit.connection, there, table, say) for table in metadata.sorted_tables}
        )

    # Alone in the target as on SQLite; run once, since nobody else is there to collide with.
    return target.write(arrive, isolated=False)


def _copy(here: sa.Connection, there: sa.Connection, table: sa.Table, say: Say) -> int:
    sent = _Sum()
    insert = sa.insert(table).values({column.name: _bind(column, there) for column in table.columns})
    for batch in _rows(here, table):
        for row in batch:
            sent.add(row)
        try:
            there.execute(insert, [{f"b_{column.name}": value for column, value in zip(table.columns, row, strict=True)} for row in batch])
        except sa.exc.DataError as error:
            raise Problem(409, "not_storable", _why_not(table, batch)) from error
        say(table.name, sent.count)
    arrived = _Sum()
    for batch in _rows(there, table):
        for row in batch:
            arrived.add(row)
    if arrived != sent:
        raise Problem(
            500, "not_the_same", f"{table.name}: {arrived.count} rows of {sent.count} came back, or not the same; nothing was moved"
        )
    _continue_numbers(there, table)
    return sent.count


def _why_not(table: sa.Table, batch: list[tuple[Any, ...]]) -> str:
    for row in batch:
        for column, value in zip(table.columns, row, strict=True):
            if isinstance(value, str) and "\x00" in value:
                return f"{table.name}.{column.name} holds a NUL character (row {row[0]!r}), which the target cannot store; mend it first"
    return f"{table.name} holds a value that the target cannot store"


def _rows(connection: sa.Connection, table: sa.Table) -> Iterator[list[tuple[Any, ...]]]:
    # JSON as the text it is stored as: null within it and no value at all stay two things, and nothing is written anew.
    wanted = [_as_text(column, connection) if isinstance(column.type, sa.JSON) else column for column in table.columns]
    result = connection.execute(sa.select(*wanted).execution_options(stream_results=True))
    for batch in result.partitions(BATCH):
        yield [tuple(row) for row in batch]


def _as_text(column: sa.Column[Any], connection: sa.Connection) -> sa.ColumnElement[str]:
    return sa.type_coerce(column, sa.Text) if connection.dialect.name == "sqlite" else sa.cast(column, sa.Text)


def _bind(column: sa.Column[Any], connection: sa.Connection) -> sa.ColumnElement[Any]:
    name = f"b_{column.name}"
    if not isinstance(column.type, sa.JSON):
        return sa.bindparam(name, type_=column.type)
    text = sa.bindparam(name, type_=sa.Text)
    return text if connection.dialect.name == "sqlite" else sa.cast(text, column.type)


def _continue_numbers(connection: sa.Connection, table: sa.Table) -> None:
    """PostgreSQL's own counters know nothing of numbers that came with the rows."""
    number = table.autoincrement_column
    if connection.dialect.name == "sqlite" or number is None:
        return
    sequence = sa.func.pg_get_serial_sequence(table.name, number.name)
    highest = sa.select(sa.func.max(number)).scalar_subquery()
    connection.execute(sa.select(sa.func.setval(sequence, sa.func.coalesce(highest, 1), highest.is_not(None))))


def move_blobs(source: Blobs, target: Blobs, say: Say) -> tuple[int, int]:
    """Copy every blob and read it back; how many, and their bytes.

    Raises a 409 Problem when the target holds something that the source does not, a 500 Problem when a blob came back changed.
    """
    keys = {blob.key for page in source.pages() for blob in page}
    strangers = [blob.key for page in target.pages() for blob in page if blob.key not in keys]
    if strangers:
        raise Problem(
            409,
            "not_empty",
            f"the target blob store holds {len(strangers)} other blobs already (such as {strangers[0]}); give an empty one",
        )
    count = size = 0
    for key in sorted(keys):
        data = source.get(key)
        try:
            target.put(key, data)
        except ValueError as error:
            raise Problem(409, "not_empty", f"the target blob store holds other bytes as {key}; give an empty one") from error
        if target.get(key) != data:
            raise Problem(500, "not_the_same", f"the blob {key} came back changed; nothing was moved")
        count += 1
        size += len(data)
        if count % 100 == 0 or count == len(keys):
            say("blobs", count)
    return count, size
