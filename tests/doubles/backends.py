"""Fixtures for what an install may stand on: SQLite or PostgreSQL, Redis, S3. A plugin that tests/conftest.py loads.

`database` and `database_url` run a test on SQLite and again on PostgreSQL. Where a server cannot be installed its tests are skipped
with the reason, except on continuous integration (CI is set), where they fail.
"""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import local_servers
import pytest

if TYPE_CHECKING:
    from makebelieve.storage.database import Database

T = TypeVar("T")
_numbers = itertools.count(1)
DATABASES = ("sqlite", "postgresql")


def _enter(stack: ExitStack, server: AbstractContextManager[T]) -> T:
    try:
        return stack.enter_context(server)
    except local_servers.Missing as missing:
        if os.environ.get("CI"):
            pytest.fail(f"{missing} (tests may only be skipped where CI is not set)")
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of this test process's PostgreSQL, without a database's name."""
    with ExitStack() as stack:
        yield _enter(stack, local_servers.running_postgresql())


def _administer(server: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[arg-type]  # names are made here, not given


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: str) -> str:
    """A database with the newest schema, to be copied."""
    from makebelieve.storage.database import Database

    _administer(postgresql_server, "CREATE DATABASE template_of_tests")
    database = Database(f"{postgresql_server}/template_of_tests")
    database.migrate()
    database.close()
    return "template_of_tests"


@pytest.fixture
def make_postgresql(request: pytest.FixtureRequest) -> Iterator[Callable[..., str]]:
    """Makes PostgreSQL databases, migrated (or with nothing in them: `empty=True`); their URLs."""
    server: str = request.getfixturevalue("postgresql_server")
    made: list[str] = []

    def make(*, empty: bool = False) -> str:
        name = f"test_{next(_numbers)}"
        template = "template0" if empty else request.getfixturevalue("postgresql_template")
        _administer(server, f"CREATE DATABASE {name} TEMPLATE {template}")
        made.append(name)
        return f"{server}/{name}"

    yield make
    for name in made:
        _administer(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path, migrated: Path) -> str:
    """The URL of an empty, migrated database, in turn on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        path = tmp_path / "makebelieve.db"
        shutil.copy(migrated, path)
        return f"sqlite:///{path}"
    make: Callable[..., str] = request.getfixturevalue("make_postgresql")
    return make()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An empty, migrated database, opened; in turn on SQLite and on PostgreSQL."""
    from makebelieve.storage.database import Database

    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture(scope="session")
def redis_server() -> Iterator[str]:
    """The URL of this test process's Redis."""
    with ExitStack() as stack:
        yield _enter(stack, local_servers.running_redis())


@pytest.fixture
def redis_url(redis_server: str) -> str:
    """The URL of a Redis with nothing in it."""
    import redis

    with redis.Redis.from_url(redis_server) as connection:
        connection.flushall()
    return redis_server


@pytest.fixture(scope="session")
def s3_server() -> Iterator[tuple[str, dict[str, str]]]:
    """moto's S3 server: its address, and the variables that name its credentials."""
    with local_servers.running_s3() as server:
        yield server


@pytest.fixture
def s3(s3_server: tuple[str, dict[str, str]], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """An empty bucket of it, as settings (`blobs`, `blobs_endpoint`); the credentials are in the environment."""
    endpoint, keys = s3_server
    for name, value in keys.items():
        monkeypatch.setenv(name, value)
    bucket = f"bucket-{os.getpid()}-{next(_numbers)}"
    local_servers.make_bucket(endpoint, bucket)
    return {"blobs": f"s3://{bucket}/kept", "blobs_endpoint": endpoint}
