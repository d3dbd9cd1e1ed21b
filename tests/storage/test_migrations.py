"""What a migration does to the rows of an installation that is in use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from makebelieve.storage import database as database_module
from makebelieve.storage.database import Database


def upgrade(database: Database, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(database_module.__file__).parent / "migrations"))
    with database._free_writer.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'm.db'}"
    make: Callable[..., str] = request.getfixturevalue("make_postgresql")
    return make(empty=True)


def test_what_accounts_owned_becomes_their_apps_and_their_keys_go_on(empty: str) -> None:
    database = Database(empty)
    upgrade(database, "0001")
    rows = (
        "INSERT INTO users VALUES ('user_a', 'a@x', 'A', NULL, 'pro', false, true, NULL, 5.0)",
        "INSERT INTO api_keys VALUES ('key_1', 'user_a', 'sk_live_abcdef', 'd1', 'k', '[\"read\"]', 6.0, NULL)",
        "INSERT INTO games VALUES ('game_1', 'user:user_a', 't', 'g', 'k', 'p', 1, 1, false, 'proven', 7.0, 7.0)",
        "INSERT INTO games VALUES ('game_2', 'session:ses_1', 't', 'g', 'k', 'p', 1, 1, false, 'proven', 7.0, 7.0)",
        "INSERT INTO tallies VALUES ('user:user_a', 'games', 1)",
        "INSERT INTO counters VALUES ('user:user_a', 'generations', '2026-01-31', 1, 0)",
        "INSERT INTO idempotency VALUES ('user:user_a', 'POST /x', 'k', 'f', 't', 200, '{}', NULL, 1.0, 2.0)",
    )
    database.write(lambda unit: [unit.connection.execute(sa.text(row)) for row in rows])
    upgrade(database, "head")

    key = database.read(lambda unit: unit.keys.by_digest("d1"))
    assert key is not None
    assert (key.app_id, key.mode, key.kind, key.made_by, key.scopes, key.is_active(7.0)) == (
        "app_a",
        "live",
        "secret",
        "user_a",
        ("read",),
        True,
    )
    assert database.read(lambda unit: [(app.id, app.owner_id, role) for app, role in unit.apps.of_user("user_a")]) == [
        ("app_a", "user_a", "owner")
    ]
    assert database.read(lambda unit: [game.id for game in unit.games.list_of("app:app_a", 9, 0)]) == ["game_1"]
    assert database.read(lambda unit: unit.games.count_of("app:app_a")) == 1
    assert database.read(lambda unit: unit.games.list_of("session:ses_1", 9, 0)[0].id) == "game_2"
    # Who pays stays who paid.
    assert database.read(lambda unit: unit.meters.usage("user:user_a", "2026-01-31")) == {"generations": (1, 0)}
    assert database.read(lambda unit: unit.connection.execute(sa.text("SELECT subject FROM idempotency")).scalar()) == "app:app_a"
    user = database.read(lambda unit: unit.accounts.user("user_a"))
    assert user is not None
    assert (user.epoch, user.disabled_at) == (0, None)
    database.close()
