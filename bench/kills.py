"""Kill processes of an install (SIGKILL) at every step of a job, over and over, and count broken promises: there must be none.

    python bench/kills.py [--kills 500] [--database sqlite|postgresql] [--seed 0]

Prints what was killed where, what became of the orders, and orders completed a second against the same clients with nobody killed.
PostgreSQL is started for the occasion (Debian's package).
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "doubles"))

import local_servers
from mayhem import Mayhem, Report, schedule

from makebelieve.storage.database import Database

# The processes that are killed, and those that they start, find the doubles too.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (sys.path[0], os.environ.get("PYTHONPATH"))))


def run(kills: int, database: str, seed: int) -> Report:
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="makebelieve-kills-")))
        if database == "sqlite":
            url = f"sqlite:///{folder / 'makebelieve.db'}"
        else:
            server = stack.enter_context(local_servers.running_postgresql())
            url = f"{server}/postgres"
        opened = Database(url)
        opened.migrate()
        opened.close()
        mayhem = Mayhem(folder, url, seed, verbose=kills > 0)
        return mayhem.run(schedule(kills, seed)) if kills else mayhem.rest(20.0)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args()
    calm = run(0, wanted.database, wanted.seed)
    started = time.monotonic()
    report = run(wanted.kills, wanted.database, wanted.seed)
    print(f"\n{wanted.database}: {sum(report.kills.values())} kills in {time.monotonic() - started:.0f} s")
    for point, count in sorted(report.kills.items()):
        print(f"  {point:18} {count}")
    print(f"orders answered: {report.orders}; jobs: {dict(report.jobs)}")
    pace, calm_pace = report.orders / report.seconds, calm.orders / calm.seconds
    print(f"orders a second: {pace:.1f} under fire, {calm_pace:.1f} at rest: {pace / calm_pace:.2f} of it")
    print(f"broken promises: {len(report.violations)}")
    for violation in report.violations:
        print(f"  {violation}")
    return 1 if report.violations or calm.violations else 0


if __name__ == "__main__":
    raise SystemExit(main())
