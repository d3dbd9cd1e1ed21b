"""The runtimes that can run the core, and the choice among them."""

from __future__ import annotations

import functools
import importlib.util
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from makebelieve.engine.bundle import bundle_path
from makebelieve.engine.process import ProcessEngine
from makebelieve.engine.protocol import EngineUnavailable, HostName

HostChoice = Literal["auto", "node", "mini-racer", "quickjs"]
HOSTS: tuple[HostName, ...] = get_args(HostName)
"""Best first: node composes and proves about twice as fast as mini-racer, and 15 to 50 times as fast as quickjs."""
OLDEST_NODE = 18
DRIVERS = Path(__file__).parent / "drivers"


@dataclass(frozen=True, slots=True)
class HostStatus:
    """Whether a host can be used here: its version, or why not and how to mend it."""

    host: HostName
    usable: bool
    detail: str


@functools.cache
def _node_status(executable: str | None) -> HostStatus:
    if executable is None:
        return HostStatus("node", False, f"no `node` on the PATH; install Node.js {OLDEST_NODE} or newer")
    try:
        answer = subprocess.run([executable, "--version"], capture_output=True, text=True, timeout=20, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired) as error:
        return HostStatus("node", False, f"{executable} does not run: {error}")
    version = answer.stdout.strip()
    major = version.removeprefix("v").partition(".")[0]
    if not major.isdigit() or int(major) < OLDEST_NODE:
        return HostStatus("node", False, f"{executable} is {version or 'of unknown version'}; Node.js {OLDEST_NODE} or newer is needed")
    return HostStatus("node", True, f"Node.js {version}")


def host_status(host: HostName) -> HostStatus:
    """Whether `host` can be used here, without starting the core."""
    if host == "node":
        return _node_status(shutil.which("node"))
    module, package = ("py_mini_racer", "mini-racer") if host == "mini-racer" else ("quickjs", "quickjs-ng")
    if importlib.util.find_spec(module) is None:
        return HostStatus(host, False, f"the Python package {package} is not installed; run `pip install {package}`")
    return HostStatus(host, True, f"Python package {package}")


def choose_host(host: HostChoice = "auto") -> HostName:
    """`host` itself, or for "auto" the best one that is usable.

    Raises EngineUnavailable with what would mend it, ValueError for an unknown name.
    """
    if host != "auto" and host not in HOSTS:
        raise ValueError(f"host: '{host}' is unknown; allowed: auto, {', '.join(HOSTS)}")
    statuses = [host_status(name) for name in (HOSTS if host == "auto" else (host,))]
    for status in statuses:
        if status.usable:
            return status.host
    raise EngineUnavailable("; ".join(f"{status.host}: {status.detail}" for status in statuses))


def open_engine(
    host: HostChoice = "auto", *, timeout: float = 60.0, memory_mb: int = 512, bundle: str | Path | None = None
) -> ProcessEngine:
    """Start a host with the core loaded, in a child process.

    `timeout`: seconds one call may take (> 0) unless it says otherwise. `memory_mb`: what the core may use (64 or more), the
    runtime's own needs aside. `bundle`: another JavaScript file than the built core. "auto" takes node if present, else mini-racer,
    else quickjs. Raises EngineUnavailable when no host starts or the bundle is not built, ValueError for a limit out of range.
    """
    if not timeout > 0:
        raise ValueError(f"timeout: {timeout} s; must be more than 0")
    if memory_mb < 64:
        raise ValueError(f"memory_mb: {memory_mb}; must be 64 or more")
    path = str(bundle_path(bundle))
    name = choose_host(host)
    if name == "node":
        command = [shutil.which("node") or "node", f"--max-old-space-size={memory_mb}", str(DRIVERS / "node.cjs"), path]
    else:
        # -P: the driver's folder stays off the module path.
        command = [sys.executable, "-P", str(DRIVERS / "embedded.py"), name, path, str(memory_mb)]
    return ProcessEngine(name, command, timeout=timeout, memory_mb=memory_mb)
