"""The names of what can happen. A receiver may subscribe to every one of them, also to those that this version does not send yet."""

from __future__ import annotations

from typing import Final

from makebelieve.kit.errors import invalid

EVERYTHING: Final = "*"
SENT: Final = (
    *("game.completed", "game.failed", "music.completed", "music.failed", "sound.completed", "sound.failed"),
    *(f"{what}.{end}" for what in ("generation", "animation", "tile") for end in ("completed", "failed")),
    *("batch.completed", "batch.failed"),
    "world.generation.succeeded",
    "world.generation.failed",
    "session.choice",
    "session.ending",
)
"""What this version sends; an endpoint registered without a list gets these."""
KNOWN: Final = (
    *SENT,
    "session.ended",
)


def chosen(events: list[str] | None) -> tuple[str, ...]:
    """The subscription that a list means. Raises a 422 Problem for names that are none."""
    if events is None:
        return SENT
    if not events:
        raise invalid("events", "must name at least one event; leave it out for all of them", (EVERYTHING, *KNOWN))
    for index, name in enumerate(events):
        if name != EVERYTHING and name not in KNOWN:
            raise invalid(f"events.{index}", "is not an event", (EVERYTHING, *KNOWN))
    return (EVERYTHING,) if EVERYTHING in events else tuple(dict.fromkeys(events))
