"""The orphan sweep: takes what nothing names and is old, and nothing else."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from makebelieve.library.repository import Game, Version
from makebelieve.storage.blobs import Blobs, open_blobs
from makebelieve.storage.database import Database
from makebelieve.storage.sweeping import ORPHAN_AGE, Sweeper, sweep_orphans


@pytest.fixture(params=["folder", "s3"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    if request.param == "folder":
        return open_blobs(str(tmp_path / "blobs"))
    where: dict[str, Any] = request.getfixturevalue("s3")
    return open_blobs(where["blobs"], where["blobs_endpoint"])


def keep_game(database: Database, number: int) -> None:
    game_id = f"game_{number}"
    game = Game(game_id, "user_a", "T", "platformer", "platformer", "a fox", 1, 1, False, "proven", 0.0, 0.0)
    details = {"picture": f"games/{game_id}/picture.png", "art": {"bundle": f"games/{game_id}/art/0a.json"}}
    version = Version(game_id, 1, "generated", "", None, f"games/{game_id}/config.json", "T", details, 0.0)
    database.write(lambda unit: unit.games.add(game, version))


def keys(blobs: Blobs) -> set[str]:
    return {blob.key for page in blobs.pages() for blob in page}


def test_what_nothing_names_goes_once_it_is_old(database: Database, blobs: Blobs) -> None:
    named = set()
    for number in range(3):
        keep_game(database, number)
        named |= {f"games/game_{number}/config.json", f"games/game_{number}/picture.png", f"games/game_{number}/art/0a.json"}
    orphans = {"games/game_0/attempt.json", "games/game_9/config.json", "games/game_0/art/0b.json"}
    # Rooms that the sweep does not know, and what is no thing's blob, are left alone.
    strange = {"later/thing_1/x.bin", "games/loose"}
    for key in named | orphans | strange:
        blobs.put(key, key.encode())
    assert sweep_orphans(database, blobs, time.time()) == 0
    assert keys(blobs) == named | orphans | strange
    assert sweep_orphans(database, blobs, time.time() + ORPHAN_AGE + 60) == len(orphans)
    assert keys(blobs) == named | strange


def test_a_blob_written_again_is_young_again(tmp_path: Path, migrated: Path) -> None:
    import os
    import shutil

    shutil.copy(migrated, tmp_path / "m.db")
    database = Database(f"sqlite:///{tmp_path / 'm.db'}")
    blobs = open_blobs(str(tmp_path / "blobs"))
    blobs.put("games/game_1/a.json", b"one")
    os.utime(tmp_path / "blobs" / "games" / "game_1" / "a.json", (1.0, 1.0))
    # A second attempt at the job puts the same bytes, and will name them soon.
    blobs.put("games/game_1/a.json", b"one")
    assert sweep_orphans(database, blobs, time.time()) == 0
    database.close()


def test_a_sweeper_stops_at_once(database: Database, tmp_path: Path) -> None:
    sweeper = Sweeper(database, open_blobs(str(tmp_path / "blobs")), time.time)
    sweeper.start()
    sweeper.stop()
    assert not sweeper._thread.is_alive()
