"""Installs as processes: the `makebelieve` command with its settings in the environment and the makers of small_workshop."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx

COMMAND = """
from makebelieve.edge.cli.app import app
from makebelieve.main import House
app(obj=House(workshop="small_workshop:open_body"))
"""


class Running:
    """One process of an install; its log goes to a file."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self.process = process
        self._log = log
        self.base = ""

    def log(self) -> str:
        return self._log.read_text()

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send the signal; the exit status."""
        self.process.send_signal(number)
        return self.process.wait(60)

    def client(self, key: str | None = None) -> httpx.Client:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        # One connection a request: with several API processes any of them may get it.
        return httpx.Client(base_url=self.base, headers={**headers, "Connection": "close"}, timeout=60)


class Install:
    """`settings` become MAKEBELIEVE_ variables; `data` is its folder."""

    def __init__(self, data: Path, **settings: Any) -> None:
        self.data = data
        self._environment = {**os.environ, "MAKEBELIEVE_DATA": str(data), "MAKEBELIEVE_LOG_FORMAT": "json", "MAKEBELIEVE_WORKERS": "1"}
        self._environment |= {f"MAKEBELIEVE_{name.upper()}": str(value) for name, value in settings.items()}
        self._running: list[Running] = []

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        command = [sys.executable, "-c", COMMAND, *arguments]
        return subprocess.run(command, env=self._environment, capture_output=True, text=True, timeout=120, check=False)

    def start(self, *arguments: str) -> Running:
        """Start `serve` (ready when this returns) or `worker`."""
        log = self.data.with_name(f"{self.data.name}-{len(self._running)}.log")
        with log.open("w") as file:
            process = subprocess.Popen(
                [sys.executable, "-c", COMMAND, *arguments], env=self._environment, stdout=subprocess.PIPE, stderr=file, text=True
            )
        running = Running(process, log)
        self._running.append(running)
        if arguments[0] == "serve":
            assert process.stdout is not None
            text = process.stdout.readline()
            while text and "http" not in text:
                text = process.stdout.readline()
            assert text, running.log()
            running.base = re.findall(r"http://[^/\s]+", text)[0]
        return running

    def owner_key(self) -> str:
        """The key that the first start showed."""
        return next(found[0] for running in self._running if (found := re.search(r"sk_live_\w+", running.log())))

    def end(self) -> None:
        for running in self._running:
            if running.process.poll() is None:
                running.process.kill()
                running.process.wait()
            if running.process.stdout is not None:
                running.process.stdout.close()


@contextlib.contextmanager
def install(data: Path, **settings: Any) -> Iterator[Install]:
    opened = Install(data, **settings)
    try:
        yield opened
    finally:
        opened.end()


def until(condition: Callable[[], Any], seconds: float = 60.0) -> Any:
    """What `condition` gives once it is true."""
    end = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.05)
    return value


def children_of(pid: int) -> list[int]:
    """The processes that `pid` has started and that run."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            if int(fields[1]) == pid and fields[0] != "Z":
                found.append(int(path.parent.name))
    return found
