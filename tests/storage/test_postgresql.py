"""What only PostgreSQL does: writers side by side, time-outs, connections that are cut."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import sqlalchemy as sa

from makebelieve.access import accounts
from makebelieve.access.callers import User
from makebelieve.kit.errors import Problem, Unavailable
from makebelieve.storage.database import HEAD, Database
from makebelieve.storage.tables import users

MakeUrl = Callable[..., str]


@pytest.fixture
def database(make_postgresql: MakeUrl) -> Iterator[Database]:
    database = Database(make_postgresql())
    yield database
    database.close()


def user(name: str, display_name: str = "A") -> User:
    return User(f"user_{name}", f"{name}@x", display_name, "free", False, True, None, 0.0)


def count(unit: Any) -> int:
    return int(unit.connection.execute(sa.select(sa.func.count()).select_from(users)).scalar_one())


def test_writers_that_look_before_they_write_are_as_if_alone(database: Database) -> None:
    """Eight at once add a user each while there are fewer than three: a rule that READ COMMITTED breaks."""
    start = threading.Barrier(8)

    def add(number: int) -> None:
        start.wait(30)

        def work(unit: Any) -> None:
            if count(unit) < 3:
                unit.accounts.add_user(user(str(number)), None)

        database.write(work)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(8)))
    assert database.read(count) == 3


def test_the_owner_is_made_once_by_servers_that_start_together(database: Database) -> None:
    start = threading.Barrier(4)

    def first_start(_: int) -> str | None:
        start.wait(30)
        return database.write(lambda unit: accounts.ensure_owner(unit, 0.0))[1]

    with ThreadPoolExecutor(4) as pool:
        keys = [key for key in pool.map(first_start, range(4)) if key is not None]
    assert len(keys) == 1
    assert database.read(count) == 1


def test_two_that_wait_for_each_other_both_get_through(database: Database) -> None:
    for name in ("a", "b"):
        database.write(lambda unit, name=name: unit.accounts.add_user(user(name), None))
    meet = threading.Barrier(2)

    def rename(order: tuple[str, str]) -> int:
        tries = 0

        def work(unit: Any) -> None:
            nonlocal tries
            tries += 1
            for position, name in enumerate(order):
                unit.connection.execute(sa.update(users).where(users.c.id == f"user_{name}").values(display_name=order[0]))
                if position == 0 and tries == 1:
                    meet.wait(30)

        database.write(work, isolated=False)
        return tries

    with ThreadPoolExecutor(2) as pool:
        tries = list(pool.map(rename, [("a", "b"), ("b", "a")]))
    assert sorted(tries) == [1, 2]


def test_reads_see_one_moment_and_cannot_write(database: Database) -> None:
    def look(unit: Any) -> tuple[int, int]:
        before = count(unit)
        database.write(lambda other: other.accounts.add_user(user("late"), None))
        return before, count(unit)

    assert database.read(look) == (0, 0)
    with pytest.raises(sa.exc.InternalError, match="read-only"):
        database.read(lambda unit: unit.accounts.add_user(user("x"), None))


def test_a_statement_that_takes_too_long_is_ended(make_postgresql: MakeUrl) -> None:
    database = Database(make_postgresql(), statement_timeout=0.3)
    with pytest.raises(Unavailable, match="statement timeout"):
        database.read(lambda unit: unit.connection.execute(sa.text("SELECT pg_sleep(20)")))
    database.ping()
    database.close()


def cut_connections(unit: Any) -> None:
    unit.connection.execute(
        sa.text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
    )


def test_a_connection_that_was_cut_is_replaced_without_anybody_noticing(database: Database, postgresql_server: str) -> None:
    other = Database(database.url.render_as_string(hide_password=False))
    database.ping()
    other.write(cut_connections, isolated=False)
    database.write(lambda unit: unit.accounts.add_user(user("a"), None))
    assert database.read(count) == 1
    other.close()


def test_a_connection_cut_again_and_again_is_an_outage_that_leaves_nothing(database: Database) -> None:
    other = Database(database.url.render_as_string(hide_password=False))

    def work(unit: Any) -> None:
        unit.accounts.add_user(user("a"), None)
        other.write(cut_connections, isolated=False)

    with pytest.raises(Unavailable):
        database.write(work)
    assert other.read(count) == 0
    other.close()


def test_a_server_that_is_not_there_is_an_outage() -> None:
    database = Database("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(Unavailable, match="database"):
        database.ping()
    with pytest.raises(Unavailable):
        database.migrate()


def test_processes_that_start_together_migrate_once(make_postgresql: MakeUrl) -> None:
    url = make_postgresql(empty=True)
    databases = [Database(url) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda database: database.migrate(), databases))
    assert [database.revision() for database in databases] == [HEAD] * 3
    for database in databases:
        database.close()


def test_text_that_it_cannot_hold_is_the_callers_mistake(database: Database) -> None:
    with pytest.raises(Problem) as caught:
        database.write(lambda unit: unit.accounts.add_user(user("a", "nul\x00"), None))
    assert caught.value.status == 422


def test_the_label_keeps_the_password_to_itself() -> None:
    assert Database("postgresql://me:secret@db/games").label == "postgresql+psycopg://me:***@db/games"


@pytest.mark.parametrize("url", ["mysql://x/y", "not a url", "postgresql+asyncpg://x/y"])
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(ValueError, match="allowed"):
        Database(url)
