"""What every engine host can do, whatever runtime is behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Protocol

HostName = Literal["node", "mini-racer", "quickjs"]


class EngineError(Exception):
    """The core refused a request. `code` is bad_config, bad_json, unknown_op or failed; `path` the field of the config."""

    def __init__(self, code: str, message: str, path: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.path = path


class EngineTimeout(Exception):
    """The call ran past its time limit; the host was stopped and the next call starts a fresh one."""


class EngineDied(Exception):
    """The host ended (memory limit, crash, killed) while it served a call; the next call starts a fresh one."""


class EngineUnavailable(Exception):
    """No host can run the core here, or its bundle is not built. The message says how to mend it."""


class Engine(Protocol):
    """Batch calls into the core. Calls of several threads wait for one another; cheap to hold, costly to open (about 0.1 s)."""

    @property
    def host(self) -> HostName: ...

    def call(self, op: str, /, *, timeout: float | None = None, **arguments: Any) -> dict[str, Any]:
        """Run one operation of web/engine/src/protocol.ts; `timeout` in seconds (default: the host's).

        Raises EngineError, EngineTimeout or EngineDied.
        """
        ...

    def call_many(
        self, requests: Sequence[tuple[str, Mapping[str, Any]]], *, timeout: float | None = None
    ) -> list[dict[str, Any] | EngineError]:
        """Run several operations in one exchange; `timeout` in seconds covers them all.

        A refused request gives its EngineError in the list, in its place; raises EngineTimeout or EngineDied for the whole.
        """
        ...

    def close(self) -> None: ...
