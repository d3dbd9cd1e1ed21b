"""What a piece of work belongs to: the request that asked for it. Carried into threads, into jobs, and so to other machines."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Origin:
    """`request`: the X-Request-Id. `traceparent`: where it stands in a trace (W3C Trace Context), if it is traced."""

    request: str
    traceparent: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {"request": self.request, **({"traceparent": self.traceparent} if self.traceparent else {})}

    @classmethod
    def from_json(cls, stored: dict[str, Any] | None) -> Origin | None:
        return cls(str(stored["request"]), stored.get("traceparent")) if stored else None


_current: ContextVar[Origin | None] = ContextVar("origin", default=None)


def origin() -> Origin | None:
    """The request that the running code works for."""
    return _current.get()


@contextlib.contextmanager
def working_for(wanted: Origin | None) -> Iterator[None]:
    before = _current.set(wanted)
    try:
        yield
    finally:
        _current.reset(before)


class Span(Protocol):
    """One stretch of work in a trace."""

    @property
    def traceparent(self) -> str | None: ...

    def note(self, name: str | None = None, *, failed: bool = False, **attributes: str | int | float) -> None:
        """Call it `name` from now on, say that it failed, add attributes."""
        ...


class Tracer(Protocol):
    def span(self, name: str, parent: str | None, **attributes: str | int | float) -> AbstractContextManager[Span]:
        """Measure the block; `parent` is a traceparent, one that is no such thing is ignored."""
        ...


class Untraced:
    """Nobody looks at traces: a Tracer and a Span that do nothing but pass the caller's traceparent on."""

    def __init__(self, traceparent: str | None = None) -> None:
        self.traceparent = traceparent

    @contextlib.contextmanager
    def span(self, name: str, parent: str | None, **attributes: str | int | float) -> Iterator[Span]:
        yield self

    def note(self, name: str | None = None, *, failed: bool = False, **attributes: str | int | float) -> None:
        pass
