"""What all tables share. Times are UTC seconds since 1970 as floats; JSON columns hold plain JSON; identifiers are text."""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)


def identifier(length: int = 48) -> sa.String:
    return sa.String(length)
