"""How many requests one process works on at once: beyond that it refuses at once, which costs little, rather than serve everybody late."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import Final

from makebelieve.kit.errors import Problem

log = logging.getLogger("makebelieve.http")

# What must answer under any load: those who ask decide by it whether the process lives.
ALWAYS: Final = frozenset({"/health", "/ready", "/metrics"})
SAY_EVERY: Final = 5.0
FORBEARANCE: Final = 1.0
"""Seconds that all places may be taken before anybody is refused: what came in a burst, or while the process stood still, is worked off.
Only a queue that stands is of harm (Nichols and Jacobson, "Controlling queue delay", 2012). It stands until half of the places are free:
one free place for a moment is no end of an overload."""
BURST: Final = 10
"""Times the places: beyond that even a burst is refused."""


def overloaded() -> Problem:
    """What a request without a place is answered: 503."""
    detail = "the server has more requests at once than it can answer in time; nothing was done, try again"
    return Problem(503, "overloaded", detail, headers={"Retry-After": "1"})


class Place:
    """One request's place among those at once. `leave` gives it up early: a request that only waits takes nobody's time."""

    __slots__ = ("_admission", "_held", "refused")

    def __init__(self, admission: Admission, *, held: bool, refused: bool = False) -> None:
        self._admission = admission
        self._held = held
        self.refused = refused
        """Whether there was none."""

    def leave(self) -> None:
        """Give the place up; again does nothing."""
        if self._held:
            self._held = False
            self._admission.left()


here: ContextVar[Place | None] = ContextVar("place", default=None)
"""The place of the request in hand."""


def step_aside() -> None:
    """The request in hand will only wait from now on."""
    place = here.get()
    if place is not None:
        place.leave()


class Admission:
    """Counts the requests that are worked on; belongs to one event loop. `most`: how many may be for longer. `now`: seconds, monotonic."""

    def __init__(self, most: int, now: Callable[[], float] = time.monotonic) -> None:
        self.most = most
        self.busy = 0
        self._now = now
        self._full_since: float | None = None
        self._refused = 0
        self._said_at = -SAY_EVERY

    def enter(self, path: str) -> Place:
        """A place, to be left in the end; `refused` when too many have been taken for too long."""
        if path in ALWAYS:
            return Place(self, held=False)
        if self.busy >= self.most:
            now = self._now()
            if self._full_since is None:
                self._full_since = now
            if now - self._full_since >= FORBEARANCE or self.busy >= self.most * BURST:
                self._note_refusal(now)
                return Place(self, held=False, refused=True)
        self.busy += 1
        if self.busy == self.most and self._full_since is None:
            self._full_since = self._now()
        return Place(self, held=True)

    def left(self) -> None:
        """A place is free again."""
        self.busy -= 1
        if self.busy <= self.most // 2:
            self._full_since = None

    def _note_refusal(self, now: float) -> None:
        self._refused += 1
        if now - self._said_at >= SAY_EVERY:
            # A line for each would cost more than the refusals do.
            log.warning("overloaded: requests are refused", extra={"refused": self._refused, "at_once": self.most})
            self._said_at, self._refused = now, 0
