"""Small disks for tests: a tmpfs of its own where this user may mount one, else the operating system's answers played by hand."""

from __future__ import annotations

import contextlib
import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


class CannotMount(Exception):
    """This user may not mount file systems."""


@contextlib.contextmanager
def small_disk(at: Path, kilobytes: int = 256) -> Iterator[Path]:
    """A file system of its own at `at`. Raises CannotMount."""
    at.mkdir(parents=True)
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(at)], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotMount("mounting needs root") from error
    try:
        yield at
    finally:
        subprocess.run(["umount", "-l", str(at)], check=True)


def make_read_only(disk: Path, *, yes: bool) -> None:
    """Remount a small disk."""
    subprocess.run(["mount", "-o", f"remount,{'ro' if yes else 'rw'}", str(disk)], check=True)


class Device:
    """A folder on a device that can be filled up and freed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / ".ballast"

    def fill(self) -> None:
        with self._ballast.open("wb", buffering=0) as file:
            for size in (4096, 1):
                with contextlib.suppress(OSError):
                    while True:
                        file.write(b"x" * size)

    def free(self) -> None:
        self._ballast.unlink()


class PlayedDevice:
    """The same where nothing can be mounted: what makes a blob lasting says that the disk is full, as it does on file systems that
    give out space late."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch

    def fill(self) -> None:
        def full(_descriptor: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        self._monkeypatch.setattr("makebelieve.storage.blobs.os.fsync", full)

    def free(self) -> None:
        self._monkeypatch.undo()
