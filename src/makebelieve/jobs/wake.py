"""Word between the processes of one machine: named pipes in a folder, one per process that listens.

A message is a hint to look into the database, never the truth itself: one that is lost costs the time until the next look.
"""

from __future__ import annotations

import contextlib
import errno
import os
import select
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

# POSIX promises that writes up to this many bytes do not interleave.
MAX_MESSAGE = 512


class Wire(Protocol):
    """Carries short messages (a line of text) to every other process that serves the same database."""

    def send(self, message: str) -> None: ...

    def listen(self, on_message: Callable[[str], None]) -> None:
        """Call back, from a thread of its own, for every message of the others until closed."""
        ...

    def close(self) -> None: ...


class NoWire:
    """For tests and for installs whose processes do not hear each other; they look for themselves now and then."""

    def send(self, message: str) -> None:
        pass

    def listen(self, on_message: Callable[[str], None]) -> None:
        pass

    def close(self) -> None:
        pass


class Pipes:
    """A Wire over named pipes in `folder`. Any path length, no ports, and nobody but the folder's owner can write."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = folder / f"{os.getpid()}-{os.urandom(4).hex()}"
        self._reader: int | None = None
        self._stop: tuple[int, int] | None = None
        self._thread: threading.Thread | None = None

    def send(self, message: str) -> None:
        line = message.encode() + b"\n"
        if len(line) > MAX_MESSAGE:
            raise ValueError("the message is too long for a pipe")
        try:
            others = [path for path in self._folder.iterdir() if path.name != self._own.name]
        except FileNotFoundError:
            return
        for path in others:
            self._write(path, line)

    def _write(self, path: Path, line: bytes) -> None:
        try:
            pipe = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            # Nobody reads: its process is gone without having cleared up.
            if error.errno == errno.ENXIO:
                with contextlib.suppress(OSError):
                    if stat.S_ISFIFO(path.stat().st_mode):
                        path.unlink()
            return
        try:
            if stat.S_ISFIFO(os.fstat(pipe).st_mode):
                # A full pipe has woken its reader already.
                with contextlib.suppress(OSError):
                    os.write(pipe, line)
        finally:
            os.close(pipe)

    def listen(self, on_message: Callable[[str], None]) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.mkfifo(self._own, 0o600)
        # Open for both, so that it stays open when the last writer leaves.
        self._reader = os.open(self._own, os.O_RDWR | os.O_NONBLOCK)
        self._stop = os.pipe()
        self._thread = threading.Thread(target=self._read, args=(self._reader, self._stop[0], on_message), name="wake", daemon=True)
        self._thread.start()

    def _read(self, reader: int, stop: int, on_message: Callable[[str], None]) -> None:
        rest = b""
        poller = select.poll()
        poller.register(reader, select.POLLIN)
        poller.register(stop, select.POLLIN)
        while True:
            if any(fd == stop for fd, _ in poller.poll()):
                return
            try:
                rest += os.read(reader, 65536)
            except BlockingIOError:
                continue
            *lines, rest = rest.split(b"\n")
            # The same hint twice in one reading is one hint.
            for line in dict.fromkeys(lines):
                on_message(line.decode(errors="replace"))

    def close(self) -> None:
        if self._stop is None:
            return
        os.write(self._stop[1], b".")
        if self._thread is not None:
            self._thread.join(5.0)
        with contextlib.suppress(OSError):
            self._own.unlink()
        for descriptor in (self._reader, *self._stop):
            if descriptor is not None:
                os.close(descriptor)
        self._stop = self._reader = None
