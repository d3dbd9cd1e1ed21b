"""Result files: named by their things, swept once nothing names them."""

from __future__ import annotations

import time
from pathlib import Path

from makebelieve.library import uploads
from makebelieve.storage.blobs import open_blobs
from makebelieve.storage.database import Database
from makebelieve.storage.sweeping import ORPHAN_AGE, sweep_orphans

ONE, OTHER = "gen_01k9zq4h7v8e5m2c3d6f7g8h9j", "anim_01k9zq4h7v8e5m2c3d6f7g8h9j"


def test_files_live_as_long_as_their_thing(database: Database, tmp_path: Path) -> None:
    blobs = open_blobs(str(tmp_path / "blobs"))
    names = {thing: list(uploads.store(blobs, thing, {("v1", "png"): b"1", ("v2", "png"): b"2"}).values()) for thing in (ONE, OTHER)}
    orphan = uploads.store(blobs, ONE, {("v3", "png"): b"3"})["v3"]

    def there() -> set[str]:
        return {blob.key.rpartition("/")[2] for page in blobs.pages() for blob in page}

    for thing in (ONE, OTHER, ONE):
        # Once more changes nothing.
        database.write(lambda unit, thing=thing: unit.uploads.add(thing, names[thing], 1.0))  # type: ignore[misc]  # bound per turn
    assert sweep_orphans(database, blobs, time.time() + ORPHAN_AGE + 60) == 1
    assert orphan not in there()
    assert there() == {*names[ONE], *names[OTHER]}
    gone = database.write(lambda unit: unit.uploads.remove([ONE]))
    assert gone == sorted(names[ONE])
    uploads.remove(blobs, gone)
    assert there() == set(names[OTHER])
    assert database.write(lambda unit: unit.uploads.remove([ONE, OTHER])) == sorted(names[OTHER])
