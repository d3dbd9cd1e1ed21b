"""How long a sprite takes over HTTP, from the order to its bytes, against the library call in the same run; then many in a row.

    python bench/studio.py [--rounds 40] [--row 200]

Starts a server with one warm worker on a spare port. A round orders a sprite of 64 px, asks until it is completed (every 4 ms, over one
connection that stays open, as a client would that waits), and fetches its picture; another draws the same sprite with the library, in
turn, so that both meet the same load. No prompt and seed comes twice, so nothing is read from a cache. Then animations, a tile and a
pack. Last a row of sprites of other prompts: how many failed, and the resident memory of the server and its worker along the row.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from harness.served import serve
from makebelieve import art
from makebelieve.art.sheets import png_bytes

EVERY: Final = 0.004
"""Seconds between two looks."""
SUBJECTS: Final = ("knight", "wizard", "red fox", "green dragon", "slime", "archer", "grey wolf", "pirate", "skeleton", "robot")
THINGS: Final = ("health potion", "treasure chest", "golden key", "iron sword", "magic scroll")


class Server:
    """`makebelieve serve` with one worker; `call` sends JSON with the owner's key over one connection."""

    def __init__(self, data: str) -> None:
        self.process, self.key, address = serve(data)
        self.line = http.client.HTTPConnection(urlsplit(address).netloc)

    def fetch(self, method: str, path: str, body: Any = None) -> bytes:
        data = json.dumps(body).encode() if body is not None else None
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        self.line.request(method, path, data, headers)
        answer = self.line.getresponse()
        content = answer.read()
        assert answer.status < 300, (answer.status, content)
        return content

    def call(self, method: str, path: str, body: Any = None) -> Any:
        return json.loads(self.fetch(method, path, body))

    def made(self, path: str, body: Any, look: str) -> tuple[Any, float, float]:
        """Order and wait until it has ended: the answer, seconds until it was accepted, and from then until it had ended."""
        start = time.perf_counter()
        answer = self.call("POST", path, body)
        accepted = time.perf_counter()
        while answer["status"] == "pending":
            time.sleep(EVERY)
            answer = self.call("GET", f"{look}/{answer['id']}")
        return answer, accepted - start, time.perf_counter() - accepted

    def file(self, url: str) -> bytes:
        return self.fetch("GET", urlsplit(url).path)

    def memory(self) -> dict[str, float]:
        """Resident MiB of the server and of everything it started."""
        parents = {int(one.name): _parent(one) for one in Path("/proc").iterdir() if one.name.isdigit()}
        own = {self.process.pid}
        while more := {pid for pid, parent in parents.items() if parent in own} - own:
            own |= more
        resident = {pid: _resident(pid) for pid in own}
        return {"server": resident[self.process.pid], "workers": sum(resident.values()) - resident[self.process.pid]}


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0


def _resident(pid: int) -> float:
    try:
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0


def seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def row(name: str, times: list[float], base: float | None = None) -> None:
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    ratio = f"{statistics.median(times) / base:6.1f}" if base else ""
    print(f"{name:<38}{1000 * statistics.median(times):8.1f}{1000 * p95:8.1f} {ratio:>6}   load {os.getloadavg()[0]:.1f}")


def prompt_of(number: int) -> str:
    return f"a {('small', 'old', 'angry', 'royal', 'tall')[number % 5]} {SUBJECTS[number % len(SUBJECTS)]} with a red cape"


def rounds(server: Server, count: int) -> None:
    alone, accepted, waited, blobs, whole = [], [], [], [], []
    for number in range(count):
        prompt, seed = prompt_of(number), 1000 + number
        alone.append(seconds(lambda prompt=prompt, seed=seed: png_bytes(art.sprite(prompt, (64, 64), seed).image)))
        start = time.perf_counter()
        answer, first, second = server.made("/v1/generations", {"prompt": prompt, "seed": seed}, "/v1/generations")
        assert answer["status"] == "completed", answer
        blobs.append(seconds(lambda answer=answer: server.file(answer["resultUrls"][0])))
        whole.append(time.perf_counter() - start)
        accepted.append(first)
        waited.append(second)
    base = statistics.median(alone)
    row("library: a sprite, as PNG", alone, base)
    row("POST /v1/generations ... its bytes", whole, base)
    row("  of that: accepted", accepted)
    row("  of that: until it was completed", waited)
    row("  of that: its bytes", blobs)
    kept = server.call("POST", "/v1/generations/select", {"generationId": answer["id"], "variationIndex": 0})["spriteId"]
    for name, direction in (("one direction", "right"), ("all eight directions", "all")):
        own = [seconds(lambda d=direction, spec=art.read(prompt, seed): art.animation(spec, "walk", d, 8)) for _ in range(8)]
        path = f"/v1/sprites/{kept}/animations"
        times = [sum(server.made(path, {"type": "walk", "direction": direction}, "/v1/animations")[1:]) for _ in range(8)]
        row(f"library: a walk, {name}", own, statistics.median(own))
        row(f"POST ... animations, {name}", times, statistics.median(own))
    own = [seconds(lambda n=n: png_bytes(art.tile("mossy stone", "floor", n).image)) for n in range(12)]
    times = [
        sum(server.made("/v1/tile-packs/generate", {"prompt": "mossy stone", "seed": n}, "/v1/tile-packs/tiles")[1:]) for n in range(12)
    ]
    row("library: a tile, as PNG", own, statistics.median(own))
    row("POST /v1/tile-packs/generate", times, statistics.median(own))


def in_a_row(server: Server, count: int) -> None:
    failed, times = 0, []
    print(f"\n{'sprites in a row':<20}{'failed':>8}{'server MiB':>12}{'workers MiB':>13}")
    for number in range(count + 1):
        if number % max(1, count // 8) == 0:
            memory = server.memory()
            print(f"{number:<20}{failed:>8}{memory['server']:>12.1f}{memory['workers']:>13.1f}")
        if number == count:
            break
        subject = THINGS[number % len(THINGS)] if number % 3 == 0 else prompt_of(number)
        body = {"prompt": subject, "seed": 50_000 + number}
        answer, first, second = server.made("/v1/generations", body, "/v1/generations")
        failed += answer["status"] != "completed"
        times.append(first + second)
    row(f"{count} in a row", times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--row", type=int, default=200)
    wanted = parser.parse_args()
    art.animation("knight", frames=2)
    with tempfile.TemporaryDirectory() as folder:
        server = Server(folder)
        try:
            for number in range(3):
                server.made("/v1/generations", {"prompt": "a knight", "seed": number}, "/v1/generations")
            print(f"{'':<38}{'p50 ms':>8}{'p95':>8} {'ratio':>6}")
            rounds(server, wanted.rounds)
            in_a_row(server, wanted.row)
        finally:
            server.process.terminate()
            server.process.wait(30)


if __name__ == "__main__":
    main()
