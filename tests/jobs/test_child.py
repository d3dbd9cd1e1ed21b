"""The worker process: what it does while there is no job."""

from __future__ import annotations

import socket
import threading
from multiprocessing.connection import Connection
from typing import Any

import orjson

from makebelieve.jobs import child

WARMED: list[str] = []
ENOUGH = threading.Event()


class Warming:
    """A body with three tools, the second of which is broken if `broken`."""

    def __init__(self, broken: bool) -> None:
        self._left = ["a", "b", "c"]
        self._broken = broken

    def warm_next(self) -> bool:
        tool = self._left.pop(0)
        if self._broken and tool == "b":
            ENOUGH.set()
            raise RuntimeError("b does not open")
        WARMED.append(tool)
        if not self._left:
            ENOUGH.set()
        return bool(self._left)

    def __call__(self, kind: str, _payload: dict[str, Any], _stage: child.Stage) -> dict[str, Any]:
        return {"kind": kind, "warmed": list(WARMED)}


def open_warming(argument: dict[str, Any]) -> child.Body:
    return Warming(argument["broken"])


def served(broken: bool) -> dict[str, Any]:
    """The answer to a job that comes when the idle worker has warmed what it can."""
    WARMED.clear()
    ENOUGH.clear()
    ours, theirs = socket.socketpair()
    near, far = Connection(ours.detach()), Connection(theirs.detach())
    thread = threading.Thread(target=child.serve, args=(far, f"{__name__}:open_warming"), daemon=True)
    near.send_bytes(orjson.dumps({"broken": broken}))
    thread.start()
    assert orjson.loads(near.recv_bytes()) == {"ready": True}
    assert ENOUGH.wait(10)
    near.send_bytes(orjson.dumps({"kind": "k", "payload": {}}))
    answer: dict[str, Any] = orjson.loads(near.recv_bytes())
    near.close()
    thread.join(10)
    return answer


def test_an_idle_worker_opens_its_other_tools() -> None:
    assert served(broken=False) == {"result": {"kind": "k", "warmed": ["a", "b", "c"]}}


def test_a_tool_that_does_not_open_stops_no_job() -> None:
    assert served(broken=True) == {"result": {"kind": "k", "warmed": ["a"]}}
