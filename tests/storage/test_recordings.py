"""Recordings in both databases, and the sweep of references."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from makebelieve.library.music.repository import Recording
from makebelieve.storage.blobs import open_blobs
from makebelieve.storage.database import Database
from makebelieve.storage.sweeping import ORPHAN_AGE, sweep_orphans


def ordered(number: int, medium: Any = "music", **asked: Any) -> Recording:
    return Recording(f"mus_{number}", medium, "app:a", f"job_{number}", {"seed": number, **asked}, float(number), {})


def test_ordered_completed_listed_removed(database: Database) -> None:
    for number in range(3):
        database.write(lambda unit, number=number: unit.recordings.add(ordered(number)))  # type: ignore[misc]  # bound per turn
    database.write(lambda unit: unit.recordings.add(ordered(3, "sound")))
    made = {"files": {"flac": "a.flac"}, "duration": 1.5}
    assert database.write(lambda unit: unit.recordings.complete("mus_1", made, 9.0))
    assert not database.write(lambda unit: unit.recordings.complete("mus_x", made, 9.0))
    assert database.write(lambda unit: unit.recordings.add_file("mus_1", "wav", "a.wav"))
    assert not database.write(lambda unit: unit.recordings.add_file("mus_x", "wav", "a.wav"))

    found = database.read(lambda unit: unit.recordings.recording("mus_1"))
    assert found is not None
    assert (found.completed_at, found.files, found.made["duration"], found.asked) == (
        9.0,
        {"flac": "a.flac", "wav": "a.wav"},
        1.5,
        {"seed": 1},
    )
    rows = database.read(lambda unit: unit.recordings.list_of("app:a", "music", 2, 0))
    assert [row.id for row in rows] == ["mus_2", "mus_1"]
    assert [row.id for row in database.read(lambda unit: unit.recordings.list_of("app:a", "music", 2, 2))] == ["mus_0"]
    assert database.read(lambda unit: unit.recordings.list_of("app:b", "music", 9, 0)) == []
    assert database.read(lambda unit: unit.recordings.count_of("app:a", "music")) == 3
    database.write(lambda unit: unit.recordings.remove(rows[0]))
    # Once more changes nothing, not even the count.
    database.write(lambda unit: unit.recordings.remove(rows[0]))
    assert database.read(lambda unit: unit.recordings.recording("mus_2")) is None
    assert database.read(lambda unit: (unit.recordings.count_of("app:a", "music"), unit.recordings.count_of("app:a", "sound"))) == (2, 1)


def test_a_reference_stays_until_its_track_is_made(database: Database, tmp_path: Path) -> None:
    blobs = open_blobs(str(tmp_path / "blobs"))
    for number in range(2):
        key = f"references/mus_{number}/a.audio"
        blobs.put(key, b"audio")
        database.write(lambda unit, n=number, key=key: unit.recordings.add(ordered(n, reference_blob=key)))  # type: ignore[misc]
    database.write(lambda unit: unit.recordings.complete("mus_0", {"files": {}}, 9.0))
    assert sweep_orphans(database, blobs, time.time()) == 0
    assert sweep_orphans(database, blobs, time.time() + ORPHAN_AGE + 60) == 1
    assert [blob.key for page in blobs.pages() for blob in page] == ["references/mus_1/a.audio"]
