"""Notes about calls: none lost, none counted twice, whatever fails in between."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from makebelieve.access import activity
from makebelieve.access.activity import MOST_REFUSALS, Activity
from makebelieve.access.audit import Entry
from makebelieve.storage.database import Database

NOW = 1_769_860_800.0
LINE = Entry(NOW, "app_a", None, "key_1", "key", "x", "games:read", "/p", "refused", "missing_scope")


def total(database: Database, subject: str = "app:a") -> int:
    return int(database.read(lambda unit: activity.analytics(unit, subject, 1, NOW))["total_calls"])


def test_counts_of_several_processes_add_up(database: Database) -> None:
    processes = [Activity() for _ in range(4)]

    def serve(notes: Activity) -> None:
        for _ in range(5):
            for _ in range(10):
                notes.note_call("app:a", "games:read", 200, 0.002, NOW)
                notes.note_key("key_1", NOW)
            database.write(notes.take().write)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(serve, processes))
    assert total(database) == 200
    assert total(database, "app:a:test") == 0


def test_what_could_not_be_written_is_written_the_next_time(database: Database) -> None:
    notes = Activity()
    notes.note_call("app:a", "games:read", 200, 0.5, NOW)
    notes.note_refusal(LINE)
    taken = notes.take()
    notes.note_call("app:a", "games:read", 500, 1.5, NOW)
    notes.put_back(taken)
    database.write(notes.take().write)
    assert notes.is_empty
    found = database.read(lambda unit: activity.analytics(unit, "app:a", 1, NOW))
    assert (found["total_calls"], found["error_rate"], found["avg_latency_ms"]) == (2, 0.5, 1000.0)
    assert len(database.read(lambda unit: unit.audit.of_app("app_a", 10, None))) == 1


def test_a_flood_of_refusals_is_bounded(database: Database) -> None:
    from dataclasses import replace

    notes = Activity()
    for number in range(MOST_REFUSALS * 2):
        notes.note_refusal(replace(LINE, resource=f"/p/{number}"))
        notes.note_refusal(replace(LINE, resource="/p/0"))
    database.write(notes.take().write)
    lines = database.read(lambda unit: unit.audit.of_app("app_a", 10_000, None))
    assert len(lines) == MOST_REFUSALS
    assert max(entry.count for _, entry in lines) == MOST_REFUSALS * 2 + 1


def test_old_counts_are_forgotten(database: Database) -> None:
    notes = Activity()
    notes.note_call("app:a", "games:read", 200, 0.0, NOW)
    database.write(notes.take().write)
    database.write(lambda unit: unit.activity.sweep("2026-01-31"))
    assert total(database) == 1
    database.write(lambda unit: unit.activity.sweep("2026-02-01"))
    assert total(database) == 0
