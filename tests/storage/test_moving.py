"""Moving an install: SQLite to PostgreSQL and back, folder to S3 and back, losing nothing."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from full_tables import dump, fill

from makebelieve.kit.errors import Problem, Unavailable
from makebelieve.storage import moving
from makebelieve.storage.blobs import Blobs, open_blobs
from makebelieve.storage.database import Database
from makebelieve.storage.moving import move_blobs, move_rows
from makebelieve.storage.tables import metadata, users


def quiet(_what: str, _count: int) -> None:
    pass


@pytest.fixture
def source(tmp_path: Path, migrated: Path) -> Database:
    shutil.copy(migrated, tmp_path / "source.db")
    return Database(f"sqlite:///{tmp_path / 'source.db'}")


def everything(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    return database.read(lambda unit: dump(unit.connection))


def test_there_and_back_again_every_row_is_the_same(source: Database, make_postgresql: Callable[..., str], tmp_path: Path) -> None:
    counts = source.write(lambda unit: fill(unit.connection, 7))
    before = everything(source)
    assert set(counts) == set(metadata.tables)
    there, back = Database(make_postgresql(empty=True)), Database(f"sqlite:///{tmp_path / 'back.db'}")
    there.migrate()
    back.migrate()
    heard: list[tuple[str, int]] = []
    assert move_rows(source, there, lambda what, count: heard.append((what, count))) == counts
    assert sorted(heard) == sorted(counts.items())
    assert everything(there) == before
    assert move_rows(there, back, quiet) == counts
    assert everything(back) == before
    assert everything(source) == before
    for database in (source, there, back):
        database.close()


def test_batches_join_up(source: Database, make_postgresql: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moving, "BATCH", 3)
    source.write(lambda unit: fill(unit.connection, 8))
    target = Database(make_postgresql())
    move_rows(source, target, quiet)
    assert everything(target) == everything(source)
    target.close()


@pytest.mark.parametrize("table", sorted(metadata.tables))
def test_a_target_that_holds_anything_is_refused(source: Database, tmp_path: Path, migrated: Path, table: str) -> None:
    shutil.copy(migrated, tmp_path / "target.db")
    target = Database(f"sqlite:///{tmp_path / 'target.db'}")
    target.write(lambda unit: fill(unit.connection, 1))
    connection = sqlite3.connect(tmp_path / "target.db")
    # Some tables only grow, which triggers see to.
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    for other in metadata.tables:
        if other != table:
            connection.execute(f"DELETE FROM {other}")
    connection.commit()
    connection.close()
    with pytest.raises(Problem) as caught:
        move_rows(source, target, quiet)
    assert caught.value.code == "not_empty"
    assert f"holds {table} already" in caught.value.detail
    target.close()


def test_what_does_not_come_back_the_same_is_not_kept(source: Database, make_postgresql: Callable[..., str]) -> None:
    source.write(lambda unit: fill(unit.connection, 4))
    target = Database(make_postgresql())
    target.write(
        lambda unit: unit.connection.execute(
            sa.text(
                "CREATE FUNCTION garble() RETURNS trigger AS $$ BEGIN NEW.display_name := 'x'; RETURN NEW; END $$ LANGUAGE plpgsql;"
                "CREATE TRIGGER garble BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION garble()"
            )
        )
    )
    with pytest.raises(Problem) as caught:
        move_rows(source, target, quiet)
    assert caught.value.code == "not_the_same"
    assert target.read(lambda unit: unit.connection.execute(sa.select(sa.func.count()).select_from(users)).scalar()) == 0
    target.close()


def test_a_move_that_breaks_off_leaves_nothing_and_may_be_tried_again(source: Database, make_postgresql: Callable[..., str]) -> None:
    source.write(lambda unit: fill(unit.connection, 4))
    target = Database(make_postgresql())

    def stumble(what: str, _count: int) -> None:
        if what == "versions":
            raise Unavailable("database", "gone")

    with pytest.raises(Unavailable):
        move_rows(source, target, stumble)
    assert all(rows == [] for rows in everything(target).values())
    move_rows(source, target, quiet)
    assert everything(target) == everything(source)
    target.close()


def test_text_that_postgresql_cannot_hold_is_named(source: Database, make_postgresql: Callable[..., str]) -> None:
    source.write(lambda unit: fill(unit.connection, 2))
    source.write(lambda unit: unit.connection.execute(sa.update(users).values(display_name="nul\x00")))
    target = Database(make_postgresql())
    with pytest.raises(Problem, match=r"users.*NUL"):
        move_rows(source, target, quiet)
    assert all(rows == [] for rows in everything(target).values())
    target.close()


# --- blobs


@pytest.fixture
def folder(tmp_path: Path) -> Blobs:
    blobs = open_blobs(str(tmp_path / "from"))
    for number in range(5):
        blobs.put(f"games/game_{number}/{number}.json", bytes([number]) * 1000 * number)
    return blobs


@pytest.fixture
def bucket(s3: dict[str, Any]) -> Blobs:
    return open_blobs(s3["blobs"], s3["blobs_endpoint"])


def contents(blobs: Blobs) -> dict[str, bytes]:
    return {blob.key: blobs.get(blob.key) for page in blobs.pages() for blob in page}


def test_blobs_go_to_s3_and_back(folder: Blobs, bucket: Blobs, tmp_path: Path) -> None:
    assert move_blobs(folder, bucket, quiet) == (5, 10_000)
    assert contents(bucket) == contents(folder)
    back = open_blobs(str(tmp_path / "back"))
    assert move_blobs(bucket, back, quiet) == (5, 10_000)
    assert contents(back) == contents(folder)


def test_a_move_of_blobs_goes_on_where_it_broke_off(folder: Blobs, bucket: Blobs) -> None:
    bucket.put("games/game_1/1.json", folder.get("games/game_1/1.json"))
    assert move_blobs(folder, bucket, quiet) == (5, 10_000)
    assert contents(bucket) == contents(folder)


@pytest.mark.parametrize(("key", "data"), [("games/other/x.json", b"x"), ("games/game_1/1.json", b"other bytes")])
def test_a_store_with_other_blobs_is_refused(folder: Blobs, bucket: Blobs, key: str, data: bytes) -> None:
    bucket.put(key, data)
    with pytest.raises(Problem) as caught:
        move_blobs(folder, bucket, quiet)
    assert caught.value.code == "not_empty"
    assert bucket.get(key) == data


def test_a_blob_that_comes_back_changed_stops_the_move(folder: Blobs, bucket: Blobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bucket, "get", lambda key: b"changed")
    with pytest.raises(Problem) as caught:
        move_blobs(folder, bucket, quiet)
    assert caught.value.code == "not_the_same"
