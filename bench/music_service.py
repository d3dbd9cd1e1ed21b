"""How long a track takes over HTTP, against the library call in the same run.

    python bench/music_service.py [--rounds 12]

Starts a server with one warm worker on a spare port, orders 30 s tracks of all presets in turn, with every file of a plain order (FLAC,
MIDI, waveform, piano roll, manifest, report), and polls until each is completed; a webhook would come as soon. The baseline composes
the same tracks in this process and writes FLAC and MIDI. Then the same for sound effects, and for the further formats of a track.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
import urllib.request
from collections.abc import Callable
from typing import Any

from harness.served import serve
from makebelieve import music

EVERY = 0.01
"""Seconds between two looks."""


class Server:
    """`makebelieve serve` with one worker; `call` sends JSON with the owner's key."""

    def __init__(self, data: str) -> None:
        self.process, self.key, self.base = serve(data)

    def call(self, method: str, path: str, body: Any = None) -> Any:
        data = json.dumps(body).encode() if body is not None else None
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        with urllib.request.urlopen(urllib.request.Request(self.base + path, data, headers, method=method)) as answer:
            return json.loads(answer.read())

    def made(self, path: str, body: Any) -> Any:
        """Order and wait until it is there."""
        answer = self.call("POST", path, body)
        while answer["status"] == "pending":
            time.sleep(EVERY)
            answer = self.call("GET", f"{path}/{answer['id']}")
        assert answer["status"] == "completed", answer
        return answer


def seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def library(preset: str, seed: int) -> None:
    track = music.track(preset=preset, duration=30, seed=seed)
    assert track.flac()
    assert track.midi


def row(name: str, times: list[float], base: float | None) -> None:
    ratio = f"{statistics.median(times) / base:6.2f}" if base else ""
    print(f"{name:<34}{1000 * statistics.median(times):8.0f}{1000 * max(times):8.0f} {ratio}   load {os.getloadavg()[0]:.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=12)
    rounds = parser.parse_args().rounds
    presets = [music.PRESETS[number % len(music.PRESETS)] for number in range(rounds)]
    library(presets[0], 99)
    with tempfile.TemporaryDirectory() as folder:
        server = Server(folder)
        try:
            server.made("/v1/music", {"presetSlug": presets[0], "duration": 30, "seed": 99})
            print(f"{'':<34}{'p50 ms':>8}{'max':>8} {'ratio':>6}")
            alone, over, stems = [], [], []
            for number, preset in enumerate(presets):
                wanted = {"presetSlug": preset, "duration": 30, "seed": number}
                # in turn, so that both meet the same load
                alone.append(seconds(lambda preset=preset, number=number: library(preset, number)))
                over.append(seconds(lambda wanted=wanted: server.made("/v1/music", wanted)))
                stems.append(seconds(lambda wanted=wanted: server.made("/v1/music", {**wanted, "stems": True})))
            base = statistics.median(alone)
            row("library: track, FLAC, MIDI", alone, base)
            row("POST /v1/music", over, base)
            row("POST /v1/music with stems", stems, base)
            effects = [seconds(lambda n=n: music.effect("laser", seed=n).wav()) for n in range(rounds)]
            row("library: effect, WAV", effects, statistics.median(effects))
            ordered = [seconds(lambda n=n: server.made("/v1/sounds", {"family": "laser", "seed": n})) for n in range(rounds)]
            row("POST /v1/sounds", ordered, statistics.median(effects))
            for form in ("wav", "ogg", "mp3", "layers"):
                tracks = [server.made("/v1/music", {"presetSlug": presets[0], "duration": 30, "seed": n}) for n in range(3)]
                times = [seconds(lambda t=t, form=form: server.call("GET", f"/v1/music/{t['id']}/download?format={form}")) for t in tracks]
                row(f"GET …/download?format={form}", times, base)
        finally:
            server.process.terminate()
            server.process.wait(30)


if __name__ == "__main__":
    main()
