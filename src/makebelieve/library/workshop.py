"""What a worker process runs: a body that gives each kind of job to the room that does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from makebelieve.jobs.child import Body, Stage
from makebelieve.jobs.queue import TOKENS
from makebelieve.kit.tokens import TokenMeter


@dataclass(frozen=True, slots=True)
class Room:
    """The kinds of job that share tools, and what opens those: slow, once, warm from then on."""

    kinds: tuple[str, ...]
    open: Callable[[], Body]


class Workshop:
    """A jobs.child.Body over several rooms. The first `at_once` are open when the worker says that it is ready; the others open while it
    has nothing to do, or with their first job. What the rooms' language models note in `meter` is told as the stage TOKENS, however the job
    ends."""

    def __init__(self, rooms: Sequence[Room], meter: TokenMeter | None = None, at_once: int = 1) -> None:
        self._rooms = tuple(rooms)
        self._meter = meter or TokenMeter()
        self._open: dict[Room, Body] = {}
        for _ in range(at_once):
            self.warm_next()

    def warm_next(self) -> bool:
        """Open one more room; whether there are others left."""
        closed = [room for room in self._rooms if room not in self._open]
        if closed:
            self._body(closed[0])
        return len(closed) > 1

    def __call__(self, kind: str, payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
        room = next((room for room in self._rooms if kind in room.kinds), None)
        if room is None:
            raise ValueError(f"no job of kind '{kind}'")
        body = self._body(room)
        self._meter.take()
        try:
            return body(kind, payload, stage)
        finally:
            if tokens := self._meter.take():
                stage(TOKENS, asdict(tokens))

    def _body(self, room: Room) -> Body:
        if room not in self._open:
            self._open[room] = room.open()
        return self._open[room]
