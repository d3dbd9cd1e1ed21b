"""A server under load that does not wait for it: what it answers, how late, how much memory it takes, and what it does at ten times that.

    python bench/load.py [--seconds 60] [--reads 150] [--generations 0.5] [--connections 200] [--makers real|small]

Open loop: requests leave when their time has come, whether or not the answers to earlier ones are there, and each is timed from the
moment it should have left. One run has four parts: idle (20 reads/s), load, ten times the reads, and idle again. What counts is
compared within the run: the 99th percentile under load with that of idle, memory in the middle and at the end with that at the start.
The generator has a process of its own; on two cores it takes part of what the server could have.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SERVE = """
import sys
from makebelieve.main import House
house = House(workshop=sys.argv[1])
house.serve("127.0.0.1", 0, path="/", on_ready=lambda link: print("READY", link, flush=True))
"""
MAKERS = {"real": "makebelieve.workrooms:open_body", "small": "small_workshop:open_body"}
PROMPTS = ("a tiny red fox jumps across the clouds", "a knight looks for keys in a dungeon", "collect the gems before the bats get you")


@dataclass
class Part:
    """What one part of the run saw: status (0: the connection broke) and milliseconds of each read, statuses of the generations."""

    name: str
    statuses: Counter[int] = field(default_factory=Counter)
    made: Counter[int] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    good: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    without_retry: int = 0
    cpu: float = 0.0
    seconds: float = 0.0

    def at(self, share: float) -> float:
        """Milliseconds within which that share of the good answers came."""
        times = sorted(self.good)
        return times[min(len(times) - 1, int(share * len(times)))] if times else float("nan")


class Connection:
    """One kept connection, opened again when the server closes it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, request: bytes) -> tuple[int, bytes, bytes]:
        """Status, head and body; a status of 0 when the connection broke."""
        try:
            if self._streams is None:
                self._streams = await asyncio.open_connection("127.0.0.1", self._port)
            reader, writer = self._streams
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
            body = await reader.readexactly(int(length[1])) if length else b""
            if b"connection: close" in head.lower():
                self.close()
            return int(head[9:12]), head, body
        except (OSError, asyncio.IncompleteReadError, ValueError):
            self.close()
            return 0, b"", b""

    def close(self) -> None:
        if self._streams is not None:
            self._streams[1].close()
        self._streams = None


class Load:
    """Requests at given rates over a fixed number of connections."""

    def __init__(self, port: int, key: str, connections: int, pid: int) -> None:
        self._fields = f"Host: 127.0.0.1:{port}\r\nAuthorization: Bearer {key}\r\n"
        self._idle: asyncio.Queue[Connection] = asyncio.Queue()
        for _ in range(connections):
            self._idle.put_nowait(Connection(port))
        self._pid = pid
        self.reads: list[bytes] = []

    def get(self, path: str) -> bytes:
        return f"GET {path} HTTP/1.1\r\n{self._fields}\r\n".encode()

    def post(self, path: str, body: Any, extra: str = "") -> bytes:
        data = json.dumps(body)
        head = f"POST {path} HTTP/1.1\r\n{self._fields}Content-Type: application/json\r\nContent-Length: {len(data)}\r\n{extra}\r\n"
        return (head + data).encode()

    async def ask(self, request: bytes) -> tuple[int, bytes, bytes]:
        connection = await self._idle.get()
        try:
            return await connection.ask(request)
        finally:
            self._idle.put_nowait(connection)

    async def _read(self, part: Part, due: float) -> None:
        status, head, _ = await self.ask(random.choice(self.reads))
        took = (time.perf_counter() - due) * 1000
        part.statuses[status] += 1
        part.times.append(took)
        if status == 200:
            part.good.append(took)
        elif status in (429, 503) and b"retry-after" not in head.lower():
            part.without_retry += 1

    async def _make(self, part: Part) -> None:
        body = {"prompt": random.choice(PROMPTS), "seed": random.randrange(1 << 30)}
        part.made[(await self.ask(self.post("/api/v1/generate", body, "Prefer: respond-async\r\n")))[0]] += 1

    async def run(self, name: str, reads: float, generations: float, seconds: float) -> Part:
        """Poisson arrivals: as many independent people come."""
        part = Part(name, seconds=seconds)
        began = time.perf_counter()
        spent = cpu_of(self._pid)
        tasks: set[asyncio.Task[None]] = set()

        async def arrive(rate: float, one: Any) -> None:
            due = began
            while rate > 0:
                due += random.expovariate(rate)
                if due >= began + seconds:
                    return
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                task = asyncio.ensure_future(one(due))
                tasks.add(task)
                task.add_done_callback(tasks.discard)

        async def watch() -> None:
            while True:
                part.memory.append(memory_of(self._pid))
                await asyncio.sleep(max(0.5, seconds / 60))

        watcher = asyncio.ensure_future(watch())
        await asyncio.gather(arrive(reads, lambda due: self._read(part, due)), arrive(generations, lambda _due: self._make(part)))
        while tasks:
            await asyncio.wait(list(tasks))
        watcher.cancel()
        part.cpu = cpu_of(self._pid) - spent
        return part


def memory_of(pid: int) -> float:
    """Resident MiB of a process, without those it has started."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def cpu_of(pid: int) -> float:
    """Seconds of CPU time that it has had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def report(part: Part) -> None:
    statuses = ", ".join(f"{status or 'broken'}: {count}" for status, count in sorted(part.statuses.items()))
    made = ", ".join(f"{status or 'broken'}: {count}" for status, count in sorted(part.made.items()))
    asked = sum(part.statuses.values())
    print(
        f"{part.name:14} {asked / part.seconds:7.0f}/s  p50 {part.at(0.5):7.1f} ms  p99 {part.at(0.99):7.1f} ms  "
        f"server CPU {part.cpu / part.seconds * 100:4.0f} %  reads {{{statuses}}}" + (f"  generations {{{made}}}" if made else "")
    )


async def measure(options: argparse.Namespace, port: int, key: str, pid: int) -> bool:
    load = Load(port, key, options.connections, pid)
    first = json.loads((await load.ask(load.post("/api/v1/generate", {"prompt": PROMPTS[0], "seed": 1})))[2])
    load.reads = [
        load.get(path) for path in ("/api/v1/games", f"/api/v1/generate/{first['game_id']}/status", "/api/v1/usage", "/api/v1/auth/me")
    ]
    await load.run("warm-up", 50, 0, 3)
    idle = await load.run("idle", 20, 0, 10)
    report(idle)
    loaded = await load.run("load", options.reads, options.generations, options.seconds)
    report(loaded)
    over = await load.run("ten times", options.reads * 10, options.generations, options.over)
    report(over)
    await asyncio.sleep(2)
    after = await load.run("idle again", 20, 0, 10)
    report(after)
    third = max(1, len(loaded.memory) // 3)
    start, middle, end = (
        statistics.median(part) for part in (loaded.memory[:third], loaded.memory[third:-third] or loaded.memory, loaded.memory[-third:])
    )
    print(f"memory of the API process under load, MiB: {start:.0f} at the start, {middle:.0f} in the middle, {end:.0f} at the end")
    failed = sum(
        count
        for part in (idle, loaded)
        for counts in (part.statuses, part.made)
        for status, count in counts.items()
        if status >= 500 or not status
    )
    shed = over.statuses[503] + over.statuses[429]
    broken = sum(count for status, count in over.statuses.items() if status not in (200, 429, 503))
    checks = {
        "no 5xx under load": failed == 0,
        "p99 under load within 100 ms of idle": loaded.at(0.99) <= idle.at(0.99) + 100,
        "memory flat (end within 10 % of the middle)": end <= middle * 1.1,
        f"ten times: every answer good or shed ({shed} shed)": broken == 0 and over.without_retry == 0,
        "recovered": set(after.statuses) == {200} and after.at(0.5) <= idle.at(0.5) * 2 + 5,
    }
    for name, held in checks.items():
        print(f"{'yes' if held else 'NO '}  {name}")
    return all(checks.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--over", type=float, default=10.0, help="seconds at ten times the reads")
    parser.add_argument("--reads", type=float, default=150.0, help="reads a second")
    parser.add_argument("--generations", type=float, default=0.5, help="generations a second")
    parser.add_argument("--connections", type=int, default=200)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--makers", choices=sorted(MAKERS), default="real", help="small: makers that do nothing, to see the service alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        doubles = Path(__file__).parents[1] / "tests" / "doubles"
        environment = {
            **os.environ,
            "PYTHONPATH": str(doubles),
            "MAKEBELIEVE_DATA": f"{folder}/data",
            "MAKEBELIEVE_WORKERS": str(options.workers),
            "MAKEBELIEVE_REQUESTS_PER_MINUTE": "1000000",
            "MAKEBELIEVE_LOG_LEVEL": "warning",
        }
        with Path(f"{folder}/log").open("w") as log:
            server = subprocess.Popen(
                [sys.executable, "-c", SERVE, MAKERS[options.makers]], env=environment, stdout=subprocess.PIPE, stderr=log, text=True
            )
        try:
            assert server.stdout is not None
            link = next((line for line in server.stdout if line.startswith("READY")), "")
            told = Path(f"{folder}/log").read_text()
            assert link, told
            port = int(re.findall(r"http://[^/]+:(\d+)", link)[0])
            key = re.findall(r"sk_live_\w+", told)[0]
            print(f"load average of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; makers: {options.makers}")
            good = asyncio.run(measure(options, port, key, server.pid))
            print(f"load average after: {os.getloadavg()[0]:.1f}")
        finally:
            server.terminate()
            server.wait(60)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
