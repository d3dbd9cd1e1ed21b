"""What word between processes costs on PostgreSQL: hints of a process that is alone, and of one that another hears.

    python bench/wire.py [--hints 3000]

Starts a PostgreSQL of its own (Debian's package). Printed are the notifications that the server took and carried, as a listener that is
none of the install counts them, and the processor time that a hint took this process, which also holds when the machine is busy.
"""

from __future__ import annotations

import argparse
import sys
import threading
import time
from pathlib import Path

import psycopg

from makebelieve.storage.engines import engine_url
from makebelieve.storage.wire import CHANNEL, PostgresqlWire

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "doubles"))
import local_servers


def measured(url: str, hints: int, *, heard: bool) -> tuple[int, float]:
    """Notifications that the server carried, and processor milliseconds a hint."""
    with psycopg.connect(url, autocommit=True) as counting:
        counting.execute(f"LISTEN {CHANNEL}")
        wire, other = PostgresqlWire(engine_url(url)), PostgresqlWire(engine_url(url))
        wire.listen(lambda _message: None)
        arrived = threading.Event()
        if heard:
            other.listen(lambda message: arrived.set() if message == "last" else None)
        wire.send("begin")
        time.sleep(1.0)
        began = time.process_time()
        for number in range(hints):
            wire.send(f"moved job_{number}")
            time.sleep(0.001)
        wire.send("last")
        arrived.wait(20.0 if heard else 1.0)
        took = time.process_time() - began
        carried = sum(1 for _ in counting.notifies(timeout=1.0))
        wire.close()
        other.close()
    return carried, 1000 * took / hints


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--hints", type=int, default=3000)
    hints = parser.parse_args().hints
    with local_servers.running_postgresql() as server:
        found = {heard: measured(f"{server}/postgres", hints, heard=heard) for heard in (False, True)}
    for heard, who in ((False, "alone"), (True, "another process hears")):
        carried, took = found[heard]
        print(
            f"{who}: {hints} hints, {carried} notifications carried, {took:.3f} ms of processor time a hint ({took / found[True][1]:.2f})"
        )


if __name__ == "__main__":
    main()
