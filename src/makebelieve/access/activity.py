"""What is noted of every call without a write for every call: counts per app and day, when a key was last used, who was refused what.

Notes are gathered in memory and written together a few seconds later; a process that is killed loses the last seconds of counts, nothing
that was decided by them.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from makebelieve.access.audit import Entry
from makebelieve.access.repository import AccessUnit
from makebelieve.kit.clock import DAY, day_of

MOST_DAYS: Final = 90
# Notes held at most; beyond that refusals are dropped (they are in the server's log as well).
MOST_REFUSALS: Final = 1_000


@dataclass(slots=True)
class Calls:
    """Calls of one action on one day by one subject ("app:<id>"): how many, how many ended in an error, milliseconds altogether.

    `tokens_in`, `tokens_out`: what language models read and wrote for it. They are noted by the jobs that asked, under an action of
    theirs with no calls of its own.
    """

    total: int = 0
    errors: int = 0
    millis: float = 0.0
    tokens_in: int = 0
    tokens_out: int = 0


COUNTED: Final = ("total", "errors", "millis", "tokens_in", "tokens_out")
"""What Calls counts."""

CallKey = tuple[str, str, str]
"""Subject, day, action."""


class ActivityRepository(Protocol):
    def add_calls(self, calls: dict[CallKey, Calls]) -> None: ...

    def calls(self, subject: str, since: str) -> dict[tuple[str, str], Calls]:
        """By day and action, from the day `since` on."""
        ...

    def touch_keys(self, used: dict[str, float]) -> None:
        """Note when keys were used, if that is later than what is known."""
        ...

    def sweep(self, before: str) -> None:
        """Forget the counts of days before that one."""
        ...


class Activity:
    """The notes of one process. Any thread may add to them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._calls: dict[CallKey, Calls] = {}
        self._used: dict[str, float] = {}
        self._refusals: dict[Entry, tuple[float, int]] = {}

    def note_call(self, subject: str, action: str, status: int, seconds: float, now: float) -> None:
        with self._lock:
            calls = self._calls.setdefault((subject, day_of(now), action), Calls())
            calls.total += 1
            calls.errors += status >= 400
            calls.millis += seconds * 1000

    def note_key(self, key_id: str, now: float) -> None:
        with self._lock:
            self._used[key_id] = now

    def note_refusal(self, entry: Entry) -> None:
        """The same refusal again within a moment is counted, not listed."""
        same = replace(entry, at=0.0, request_id=None)
        with self._lock:
            known = self._refusals.get(same)
            if known is not None:
                self._refusals[same] = (known[0], known[1] + 1)
            elif len(self._refusals) < MOST_REFUSALS:
                self._refusals[same] = (entry.at, 1)

    @property
    def is_empty(self) -> bool:
        return not (self._calls or self._used or self._refusals)

    def take(self) -> Activity:
        """Everything noted so far, to be written; this one starts anew."""
        taken = Activity()
        with self._lock:
            taken._calls, self._calls = self._calls, {}
            taken._used, self._used = self._used, {}
            taken._refusals, self._refusals = self._refusals, {}
        return taken

    def put_back(self, taken: Activity) -> None:
        """What could not be written, to be tried again: counts are added up, so none is lost or doubled."""
        with self._lock:
            for key, calls in taken._calls.items():
                mine = self._calls.setdefault(key, Calls())
                mine.total += calls.total
                mine.errors += calls.errors
                mine.millis += calls.millis
                mine.tokens_in += calls.tokens_in
                mine.tokens_out += calls.tokens_out
            self._used = {**taken._used, **self._used}
            self._refusals = {**taken._refusals, **self._refusals}

    def write(self, unit: AccessUnit) -> None:
        """Store the notes of a `take`."""
        if self._calls:
            unit.activity.add_calls(self._calls)
        if self._used:
            unit.activity.touch_keys(self._used)
        if self._refusals:
            unit.audit.add([replace(entry, at=at, count=count) for entry, (at, count) in self._refusals.items()])


def analytics(unit: AccessUnit, subject: str, days: int, now: float) -> dict[str, Any]:
    """The last `days` UTC days of an app's calls (today included): totals, by action, by day."""
    first = now - (days - 1) * DAY
    known = unit.activity.calls(subject, day_of(first))
    total, errors, millis, read, written = (sum(getattr(calls, name) for calls in known.values()) for name in COUNTED)
    by_action: dict[str, int] = {}
    by_day = {day_of(first + number * DAY): 0 for number in range(days)}
    for (day, action), calls in known.items():
        if not calls.total:
            continue
        by_action[action] = by_action.get(action, 0) + calls.total
        by_day[day] = by_day.get(day, 0) + calls.total
    return {
        "total_calls": total,
        "error_rate": round(errors / total, 4) if total else 0.0,
        "avg_latency_ms": round(millis / total, 1) if total else 0.0,
        "total_tokens_in": read,
        "total_tokens_out": written,
        "calls_by_action": dict(sorted(by_action.items())),
        "daily_calls": [{"date": day, "count": count} for day, count in sorted(by_day.items())],
    }
