"""How much memory a process and everything it started hold, from /proc. Systems without one are not watched."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_PROC: Final = Path("/proc")
_PAGE: Final = os.sysconf("SC_PAGE_SIZE")


def resident_mb(pid: int) -> float | None:
    """Resident MiB of `pid` and its descendants together; None when that cannot be known here (shared pages count more than once)."""
    pages = _resident_pages(pid)
    if pages is None:
        return None
    waiting = [pid]
    while waiting:
        for child in _children(waiting.pop()):
            pages += _resident_pages(child) or 0
            waiting.append(child)
    return pages * _PAGE / 1048576


def _resident_pages(pid: int) -> int | None:
    try:
        return int((_PROC / str(pid) / "statm").read_text().split()[1])
    except (OSError, IndexError, ValueError):
        return None


def _children(pid: int) -> list[int]:
    found: list[int] = []
    try:
        for thread in (_PROC / str(pid) / "task").iterdir():
            found += [int(child) for child in (thread / "children").read_text().split()]
    except (OSError, ValueError):
        # It ended while we looked, or the kernel does not tell.
        return found
    return found
