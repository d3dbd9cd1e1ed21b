"""Lists of somebody who has a million things, against the same lists of somebody who has a thousand.

    python bench/lists.py [--rows 1000000] [--postgresql]

Rows are filled in by SQL. A call is timed in CPU and wall time of many turns, alternating between the two sizes so that other work on
the machine meets both alike; what counts is the ratio. --postgresql starts a PostgreSQL of its own (Debian's package) as well.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import sqlalchemy as sa

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "doubles"))
import local_servers

from makebelieve.storage.database import Database, SqlUnit

FEW = 1_000
# One row in ten thousand has failed, one is of a rare kind: what a filter looks for.
RARE = 10_000


def fill(database: Database, owner: str, rows: int) -> None:
    """Games and jobs of one owner, newest last."""
    numbers = (
        f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<{rows}) "
        if database.is_sqlite
        else f"WITH n(i) AS (SELECT generate_series(1,{rows})) "
    )
    number = "printf('%09d', i)" if database.is_sqlite else "lpad(i::text, 9, '0')"
    false = "0" if database.is_sqlite else "false"
    statements = (
        "INSERT INTO games (id, owner, title, genre, kind, prompt, version, latest, shared, proof_status, created_at, updated_at) "
        f"{numbers} SELECT 'game_{owner}' || {number}, '{owner}', 'A title of some length', 'platformer', 'platformer', "
        f"'a tiny red fox jumps across the clouds and collects ten stars', 1, 1, {false}, 'proven', 1700000000 + i, 1700000000 + i FROM n",
        "INSERT INTO jobs (id, kind, owner, key, target, payload, state, priority, run_at, token, attempts, created_at, finished_at, "
        "result) "
        f"{numbers} SELECT 'job_{owner}' || {number}, "
        f"CASE WHEN i % {RARE} = 8 THEN 'import' ELSE 'generate' END, '{owner}', '{owner}', "
        f"'game_{owner}' || {number}, '{{\"prompt\": \"a tiny red fox\"}}', CASE WHEN i % {RARE} = 7 THEN 'failed' ELSE 'done' END, "
        "0, 0, 1, 1, 1700000000 + i, 1700000001 + i, '{\"version\": 1}' FROM n",
        f"INSERT INTO tallies (subject, name, total) VALUES ('{owner}', 'games', {rows})",
    )
    for statement in statements:
        database.write(lambda unit, text=statement: unit.connection.execute(sa.text(text)))  # type: ignore[misc]  # bound per turn


Call = Callable[[SqlUnit, str], Any]


def jobs(unit: SqlUnit, owner: str, **wanted: Any) -> Any:
    return unit.jobs.list_jobs(**{"owner": owner, "state": None, "kind": None, "before": None, "limit": 20, **wanted})


CALLS: dict[str, Call] = {
    "games, first page": lambda unit, owner: unit.games.list_of(owner, 20, 0),
    "games, at offset 900": lambda unit, owner: unit.games.list_of(owner, 20, 900),
    "games, how many": lambda unit, owner: unit.games.count_of(owner),
    "jobs, first page": lambda unit, owner: jobs(unit, owner),
    "jobs, after a cursor": lambda unit, owner: jobs(unit, owner, before=f"job_{owner}000000500"),
    "jobs that failed (rare)": lambda unit, owner: jobs(unit, owner, state="failed"),
    "jobs of a rare kind": lambda unit, owner: jobs(unit, owner, kind="import"),
    "jobs, newest of a game": lambda unit, owner: unit.jobs.latest_for(f"game_{owner}000000500"),
    "is a job waiting": lambda unit, _owner: unit.jobs.waiting(1.8e9),
    "depths of the queue": lambda unit, _owner: unit.jobs.depths(1.8e9),
}


def once(database: Database, call: Call, owner: str) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    database.read(lambda unit: call(unit, owner))
    return (time.perf_counter() - wall) * 1e6, (time.process_time() - cpu) * 1e6


def compare(few: Database, many: Database, turns: int) -> bool:
    print(f"{'':28}{'few, us':>10}{'many, us':>10}{'ratio':>8}{'CPU ratio':>11}")
    good = True
    for name, call in CALLS.items():
        once(few, call, "few")
        once(many, call, "many")
        times: list[tuple[tuple[float, float], tuple[float, float]]] = []
        # A call that is far too slow shows it in a few turns.
        end = time.monotonic() + 10
        while len(times) < turns and (time.monotonic() < end or len(times) < 3):
            times.append((once(few, call, "few"), once(many, call, "many")))
        (few_wall, few_cpu), (many_wall, many_cpu) = (
            (statistics.median(pair[side][0] for pair in times), statistics.median(pair[side][1] for pair in times)) for side in (0, 1)
        )
        good &= many_wall <= 2 * few_wall
        print(f"{name:28}{few_wall:10.0f}{many_wall:10.0f}{many_wall / few_wall:8.2f}{many_cpu / max(few_cpu, 1):11.2f}")
    return good


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--turns", type=int, default=200)
    parser.add_argument("--postgresql", action="store_true", help="on PostgreSQL too")
    options = parser.parse_args()
    good = True
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        pairs = [("SQLite", f"sqlite:///{folder}/few.db", f"sqlite:///{folder}/many.db")]
        if options.postgresql:
            server = stack.enter_context(local_servers.running_postgresql())
            admin = sa.create_engine(f"{server}/postgres".replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
            with admin.connect() as connection:
                for name in ("few", "many"):
                    connection.execute(sa.text(f"CREATE DATABASE {name}"))
            pairs.append(("PostgreSQL", f"{server}/few", f"{server}/many"))
        for name, few_url, many_url in pairs:
            few, many = Database(few_url), Database(many_url, statement_timeout=600)
            for database, owner, rows in ((few, "few", FEW), (many, "many", options.rows)):
                database.migrate()
                fill(database, owner, rows)
                database.write(lambda unit: unit.connection.execute(sa.text("ANALYZE")))
            print(f"{name}: {FEW:,} and {options.rows:,} games and as many jobs of one owner")
            good &= compare(few, many, options.turns)
            few.close()
            many.close()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
