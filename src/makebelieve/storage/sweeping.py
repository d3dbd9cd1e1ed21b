"""Removes blobs that nothing names: left by jobs that were killed between writing a blob and the commit that names it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Final

import sqlalchemy as sa

from makebelieve.kit.clock import DAY, Clock
from makebelieve.library.repository import blobs_named
from makebelieve.storage.blobs import Blobs, LocalBlobs, Stored
from makebelieve.storage.database import Database
from makebelieve.storage.tables import play_sessions, recordings, uploads, versions

log = logging.getLogger("makebelieve.storage")

ORPHAN_AGE: Final = float(DAY)
"""Seconds a blob may be without a name: far longer than the longest job, so that no blob of one at work is taken."""
FIRST_SWEEP: Final = 600.0
SWEEP_EVERY: Final = 6 * 3600.0

Names = Callable[[sa.Connection, list[str]], Iterable[str]]


def _named_by_games(connection: sa.Connection, game_ids: list[str]) -> Iterable[str]:
    rows = connection.execute(sa.select(versions.c.blob, versions.c.details).where(versions.c.game_id.in_(game_ids)))
    return (key for row in rows for key in (row.blob, *blobs_named(row.details)))


def _named_by_uploads(connection: sa.Connection, things: list[str]) -> Iterable[str]:
    rows = connection.execute(sa.select(uploads.c.thing, uploads.c.name).where(uploads.c.thing.in_(things)))
    return (f"uploads/{row.thing}/{row.name}" for row in rows)


def _named_by_recordings(connection: sa.Connection, ids: list[str]) -> Iterable[str]:
    """References that a recording still has to be made by."""
    rows = connection.execute(sa.select(recordings.c.asked).where(recordings.c.id.in_(ids), recordings.c.completed_at.is_(None)))
    return (row.asked["reference_blob"] for row in rows if row.asked.get("reference_blob"))


def _named_by_runs(connection: sa.Connection, world_ids: list[str]) -> Iterable[str]:
    graphs = sa.select(play_sessions.c.graph).where(play_sessions.c.world_id.in_(world_ids), play_sessions.c.graph.is_not(None))
    return (str(key) for key in connection.execute(graphs.distinct()).scalars())


NAMED: Final[dict[str, Names]] = {
    "games": _named_by_games,
    "uploads": _named_by_uploads,
    "references": _named_by_recordings,
    "worlds": _named_by_runs,
}
"""Per room (a key's first segment): which keys its tables name for things (second segments). Other rooms are never swept."""


def sweep_orphans(database: Database, blobs: Blobs, now: float, age: float = ORPHAN_AGE) -> int:
    """Delete what was last written more than `age` seconds before `now` and is named by nothing; how many. Safe beside running jobs."""
    swept = 0
    for page in blobs.pages():
        old = sorted((blob.key for blob in page if _may_go(blob, now - age)), key=_room)
        for room, keys in groupby(old, key=_room):
            candidates = list(keys)
            things = sorted({key.split("/")[1] for key in candidates})
            named = set(database.read(lambda unit, room=room, things=things: list(NAMED[room](unit.connection, things))))  # type: ignore[misc]  # bound per turn
            orphans = [key for key in candidates if key not in named]
            blobs.delete(orphans)
            swept += len(orphans)
    if isinstance(blobs, LocalBlobs):
        blobs.sweep_unfinished(now - age)
    return swept


def _room(key: str) -> str:
    return key.split("/")[0]


def _may_go(blob: Stored, before: float) -> bool:
    return blob.written_at < before and blob.key.count("/") >= 2 and _room(blob.key) in NAMED


class Sweeper:
    """A thread that sweeps ten minutes after the start and every six hours from then on."""

    def __init__(self, database: Database, blobs: Blobs, clock: Clock) -> None:
        self._database = database
        self._blobs = blobs
        self._clock = clock
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="blob-sweep", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join(10.0)

    def _run(self) -> None:
        pause = FIRST_SWEEP
        while not self._stopping.wait(pause):
            pause = SWEEP_EVERY
            try:
                swept = sweep_orphans(self._database, self._blobs, self._clock())
            except Exception:
                log.exception("sweeping blobs failed")
            else:
                log.info("swept blobs that nothing names", extra={"count": swept})
