"""Rows for every table there is, made from its columns alone: a table added later is covered without anybody thinking of it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from makebelieve.storage.tables import metadata

ODD = "Zoë 🦊 \"quoted\" 'n' \\ back\u2028line\ttab"


def fill(connection: sa.Connection, rows: int) -> dict[str, int]:
    """Put `rows` rows into every table; how many each then has."""
    made: dict[sa.Column[Any], list[Any]] = {}
    for table in metadata.sorted_tables:
        for number in range(rows):
            values = {column: _value(column, number, made) for column in table.columns}
            connection.execute(sa.insert(table).values({column.name: value for column, value in values.items()}))
            for column, value in values.items():
                made.setdefault(column, []).append(value)
    return {table.name: rows for table in metadata.sorted_tables}


def _value(column: sa.Column[Any], number: int, made: dict[sa.Column[Any], list[Any]]) -> Any:
    for key in column.foreign_keys:
        if key.column.table is not column.table:
            return made[key.column][number]
        return made[key.column][number - 1] if number else None
    unique = column.primary_key or column.unique
    if column.nullable and number % 3 == 0:
        return sa.null()
    kind = column.type
    if isinstance(kind, sa.JSON):
        # Null within JSON is another thing than no value.
        return (None if column.nullable else []) if number % 3 == 1 else {"n": number, "text": ODD + "\x00", "list": [1.5, None, True]}
    if isinstance(kind, sa.LargeBinary):
        return bytes([number % 256, 0, 255])
    if isinstance(kind, sa.Boolean):
        return number % 2 == 0
    if isinstance(kind, sa.Float):
        return 1_769_860_800.123456 + number / 7
    if isinstance(kind, sa.Integer):
        # SQLAlchemy's BigInteger is an Integer too; only that one may be this large.
        return number + (2**40 if isinstance(kind, sa.BigInteger) else 1)
    text = f"{number}-{column.table.name}" if unique else f"{number} {ODD}"
    return text[: kind.length] if isinstance(kind, sa.String) and kind.length else text


def dump(connection: sa.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the tables, JSON as text, sorted in Python so that databases compare."""
    found = {}
    for table in metadata.sorted_tables:
        columns = [sa.cast(column, sa.Text) if isinstance(column.type, sa.JSON) else column for column in table.columns]
        found[table.name] = sorted((tuple(row) for row in connection.execute(sa.select(*columns))), key=repr)
    return found
