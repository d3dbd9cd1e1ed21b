"""How soon a game can be played over HTTP, and how soon its own sound is there.

    python bench/game_service.py [--rounds 12] [--source DIR]

Starts a server with one warm worker on a spare port and orders games of all moods in turn with `POST /api/v1/generate`, one after the
other, each when the one before has its sound. Per game: milliseconds until the answer (playable), until the sound can be fetched,
processor time of the server and its workers until the answer and until the sound, and bytes of the sound. The baseline is the same
answer without anything but reading: the game fetched once more. `--source`: the `src` of another checkout, to compare with it on the
same machine; what is compared with must have been built.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from harness.served import serve

PROMPTS = (
    "a brave fox jumps over clouds and collects stars",
    "a spooky dungeon full of skeletons and keys",
    "an epic space shooter against an alien fleet",
    "a cozy village where a cat gathers mushrooms",
    "a tense horde of zombies in the rain, survive",
    "a dreamy bird that flaps through crystal caves",
)
EVERY = 0.01
PATIENCE = 60.0
TICK = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """The process and all that it started."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            found += family(int(child))
    return found


def processor_seconds(pid: int) -> float:
    total = 0
    for one in family(pid):
        fields = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICK


class Server:
    """`makebelieve serve` with one worker."""

    def __init__(self, data: str, source: str | None) -> None:
        self.process, self.key, self.base = serve(data, source)

    def fetch(self, method: str, path: str, body: Any = None) -> tuple[int, bytes]:
        data = json.dumps(body).encode() if body is not None else None
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        url = path if path.startswith("http") else self.base + path
        try:
            with urllib.request.urlopen(urllib.request.Request(url, data, headers, method=method)) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()


def measure(server: Server, number: int) -> dict[str, float]:
    prompt = PROMPTS[number % len(PROMPTS)]
    used, started = processor_seconds(server.process.pid), time.perf_counter()
    status, body = server.fetch("POST", "/api/v1/generate", {"prompt": prompt, "seed": 1000 + number})
    assert status in (200, 201), body
    playable = time.perf_counter() - started
    used_playable = processor_seconds(server.process.pid) - used
    game_id = json.loads(body)["game_id"]
    again = time.perf_counter()
    _, data = server.fetch("GET", f"/play/{game_id}/game.json")
    read = time.perf_counter() - again
    sound = json.loads(data)["sound"]
    assert sound is not None, "the game names no sound"
    while True:
        status, data = server.fetch("GET", sound)
        if status == 200:
            break
        assert time.perf_counter() - started < PATIENCE, (status, data)
        time.sleep(EVERY)
    heard = time.perf_counter() - started
    time.sleep(0.1)
    return {
        "playable": playable,
        "sound": heard,
        "cpu playable": used_playable,
        "cpu sound": processor_seconds(server.process.pid) - used,
        "read": read,
        "bytes": len(data),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--source")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(folder, options.source)
        try:
            for number in range(-2, 0):
                measure(server, number)
            # The worker opens the rest of its rooms while it has nothing to do.
            time.sleep(8)
            rows = [measure(server, number) for number in range(options.rounds)]
        finally:
            server.process.terminate()
            server.process.wait(30)
    base = statistics.median(row["read"] for row in rows)
    print(f"{'':<28}{'p50':>10}{'max':>10}{'x read':>10}   load {os.getloadavg()[0]:.1f}")
    for name in ("playable", "sound", "cpu playable", "cpu sound"):
        values = [row[name] for row in rows]
        print(
            f"{name + ', ms':<28}{1000 * statistics.median(values):10.0f}{1000 * max(values):10.0f}{statistics.median(values) / base:10.1f}"
        )
    sizes = [row["bytes"] for row in rows]
    print(f"{'sound, kB':<28}{statistics.median(sizes) / 1000:10.0f}{max(sizes) / 1000:10.0f}")


if __name__ == "__main__":
    main()
