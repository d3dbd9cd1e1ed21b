"""What an install costs while nobody uses it: seconds from the start to the first answer, CPU of an idle server with two workers, memory.

    python bench/footprint.py [--seconds N] [--starts N]

The baseline of the same run is a bare FastAPI application under uvicorn with one route: the same framework and server, nothing behind it.
The start is that of an install that has been started before (schema made, word table and byte code compiled); its CPU seconds are
steadier than its wall time where other work runs beside. An idle server is measured once its workers are warm.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

BARE = """
import sys
import fastapi, uvicorn
app = fastapi.FastAPI()
@app.get("/health")
async def health() -> dict[str, str]:
    return {"status": "ok"}
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="error")
"""
TICKS = os.sysconf("SC_CLK_TCK")


def spare_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def tree(root: int) -> list[int]:
    """The process and everything it has started."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    found, grew = {root}, True
    while grew:
        more = {pid for pid, parent in parents.items() if parent in found} - found
        found |= more
        grew = bool(more)
    return sorted(found)


def cpu_seconds(pids: list[int]) -> float:
    total = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def megabytes(pids: list[int]) -> float:
    """Proportional set size: memory that processes share counts once."""
    total = 0
    for pid in pids:
        found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
        total += int(found[1]) if found else 0
    return total / 1024


def await_answer(url: str) -> None:
    """Ask until the answer is 200, for two minutes at most."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        with contextlib.suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(url, timeout=5).close()
            return
        time.sleep(0.005)
    raise SystemExit(f"{url} does not answer")


@contextlib.contextmanager
def running(command: list[str], port: int, environment: dict[str, str], path: str = "/health") -> Iterator[tuple[int, float]]:
    """Process id, and seconds until `path` answered 200."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        await_answer(f"http://127.0.0.1:{port}{path}")
        yield process.pid, time.perf_counter() - began
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def measure(
    name: str, command: list[str], port: int, environment: dict[str, str], starts: int, seconds: float, *, ready: bool = True
) -> tuple[float, float, float]:
    """Median CPU seconds of the server process until the first answer, idle CPU in % of one core, MiB; prints the wall time too."""
    times, spent = [], []
    for turn in range(starts):
        with running(command, port, environment) as (pid, took):
            times.append(took)
            spent.append(cpu_seconds([pid]))
            if turn < starts - 1:
                continue
            if ready:
                await_answer(f"http://127.0.0.1:{port}/ready")
            time.sleep(3)  # what the start has left to do
            pids = tree(pid)
            before, at = cpu_seconds(pids), time.perf_counter()
            time.sleep(seconds)
            idle = (cpu_seconds(pids) - before) / (time.perf_counter() - at) * 100
            memory = megabytes(pids)
    print(f"{name:34}{statistics.median(times):10.2f}{statistics.median(spent):13.2f}{idle:12.2f}{memory:10.0f}{len(pids):8}")
    return statistics.median(spent), idle, memory


def main(starts: int, seconds: float) -> None:
    print(f"{'':34}{'start s':>10}{'its CPU s':>13}{'idle CPU %':>12}{'MiB':>10}{'procs':>8}")
    port = spare_port()
    # Installs keep their byte code; some shells and images of containers forbid it to be written.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    bare = measure("bare FastAPI, uvicorn", [sys.executable, "-c", BARE, str(port)], port, dict(os.environ), starts, seconds, ready=False)
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "MAKEBELIEVE_DATA": folder, "MAKEBELIEVE_LOG_LEVEL": "error"}
        port = spare_port()
        command = [str(Path(sys.executable).parent / "makebelieve"), "serve", "--port", str(port)]
        with running([*command, "--workers", "0"], port, environment):
            """The first start, which is not measured."""
        alone = measure("makebelieve serve, no workers", [*command, "--workers", "0"], port, environment, starts, seconds)
        with running([*command, "--workers", "2"], port, environment, "/ready") as (_, warm):
            """The workers warm up beside the first answers."""
        two = measure("makebelieve serve, 2 workers", [*command, "--workers", "2"], port, environment, starts, seconds)
    print(f"{'the first of 2 workers is warm':34}{warm:10.2f}")
    for name, ours in (("no workers", alone), ("2 workers", two)):
        print(
            f"{name}: start {ours[0] / bare[0]:.1f} x bare, memory {ours[2] / bare[2]:.1f} x bare, idle CPU {ours[1] - bare[1]:+.2f} points"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--starts", type=int, default=5, help="starts per row")
    parser.add_argument("--seconds", type=float, default=20.0, help="seconds of doing nothing")
    given = parser.parse_args()
    main(given.starts, given.seconds)
