"""Runs of worlds: mint a session, connect to it, play, end it. The server keeps where a run stands; players only say what they choose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from makebelieve.kit.errors import Problem
from makebelieve.kit.ids import new_uuid
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.worlds import shelf
from makebelieve.library.worlds.repository import PlaySession, SessionEvent, World
from makebelieve.metering import caps, ledger
from makebelieve.webhooks import outbox
from makebelieve.worlds import playing
from makebelieve.worlds.playing import Situation, Turn

LONGEST_RUN: Final = 3600
"""Seconds that one run may last, and how long a connect token is good."""
SLICE: Final = 300
"""Seconds of the day's budget that are held for a run at a time; with those used up, as many again."""
SHORTEST_RUN: Final = 60
"""With fewer seconds left of the day's budget nobody is let in."""
SILENCE: Final = 90.0
"""Seconds without a sign of life after which a run is over: a browser that plays says something every 20."""
REAPED_AT_ONCE: Final = 200
MOST_EVENTS: Final = 20_000
"""Choices of one run: far more than a player makes in an hour, fewer than a program would."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """How many runs there may be at once: of one app, and altogether."""

    of_app: int
    of_all: int


def mint(unit: LibraryUnit, app_id: str, world: World, *, player: str | None, origin: str | None, now: float) -> PlaySession:
    """A session that a token will stand for; takes one of the app's sessions of the day. Raises a 402 Problem when none is left."""
    ledger.commit(unit, ledger.reserve(unit, [caps.charge(unit, app_id, "session", now)], now, reason="session"), now)
    session = PlaySession(new_uuid(now), world.id, world.owner, app_id, player, origin, now)
    unit.plays.add(session)
    return session


def connect(
    unit: LibraryUnit,
    session_id: str,
    rooms: Rooms,
    begin: Callable[[World], tuple[str, Situation]],
    now: float,
    *,
    resume: str | None = None,
) -> PlaySession:
    """Let the player in, or in again: a run goes on where it stood. `begin` gives a new run's graph (its blob) and first situation.

    `resume`: an earlier session of the same world and player whose run this one goes on with.
    Raises Problems: 404 (the world is gone), 410 (the session has ended), 402 (no seconds left today), 429 (too many at once).
    """
    session, world = _of_world(unit, session_id)
    if session.ended_at is not None:
        raise Problem(410, "session_ended", "this session has ended; ask for a new token")
    if session.connected_at is not None:
        again = replace(session, seen_at=now)
        unit.plays.update(again)
        return again
    _check_room(unit, session, rooms, now)
    reservation = _hold(unit, session, now)
    earlier = unit.plays.session(resume) if resume is not None else None
    if earlier is not None and (earlier.world_id, earlier.owner, earlier.player) != (session.world_id, session.owner, session.player):
        earlier = None
    if earlier is not None and earlier.graph is not None and earlier.situation is not None:
        graph, situation = earlier.graph, playing.situation_of(earlier.situation)
    else:
        graph, situation = begin(world)
    let_in = replace(
        session,
        reservation=reservation,
        graph=graph,
        situation=situation.as_dict(),
        connected_at=now,
        entered_at=now,
        seen_at=now,
    )
    unit.plays.update(let_in)
    return let_in


def _hold(unit: LibraryUnit, session: PlaySession, now: float) -> str:
    """Hold a slice of the day's seconds, or what is left of them. Raises a 402 Problem when that is next to nothing."""
    meter = partial(caps.charge, unit, session.app_id, "session_seconds", now)
    left = min(SLICE, ledger.left(unit, meter(1)))
    # With too little left, asking for the least that makes sense is refused with the cap's own words.
    held = [meter(max(left, SHORTEST_RUN))]
    return ledger.reserve(unit, held, now, lease=SLICE + 2 * SILENCE, reason="run", on_expiry="commit")


def _check_room(unit: LibraryUnit, session: PlaySession, rooms: Rooms, now: float) -> None:
    for there, most, whose in (
        (unit.plays.live(now - SILENCE, session.owner), rooms.of_app, "of this app"),
        (unit.plays.live(now - SILENCE), rooms.of_all, "of this server"),
    ):
        if there >= most:
            text = f"{most} runs {whose} are under way, which is as many as there may be at once; try again in a while"
            raise Problem(429, "too_many_at_once", text, headers={"Retry-After": "15"})


def playable(unit: LibraryUnit, session_id: str, now: float) -> PlaySession:
    """A run that is under way. Raises a 410 Problem when it is not, or not any more."""
    session = unit.plays.session(session_id)
    if session is None or session.connected_at is None or session.ended_at is not None or now - session.connected_at >= LONGEST_RUN:
        raise Problem(410, "session_ended", "this session is not connected, or has ended; connect again")
    return session


def act(
    unit: LibraryUnit, session_id: str, name: str, make: Callable[[PlaySession], tuple[Situation, dict[str, Any]]], now: float
) -> SessionEvent:
    """Let something happen in a run: `make` gives the situation after it and what is told of it. Stored, and told to webhooks.

    Raises a 410 Problem for a run that is over, and whatever `make` raises; nothing is stored then.
    """
    session = playable(unit, session_id, now)
    assert session.situation is not None
    before = playing.situation_of(session.situation)
    after, told = make(session)
    if after.seq > MOST_EVENTS:
        raise Problem(429, "too_many_choices", f"one run takes at most {MOST_EVENTS} choices")
    event = SessionEvent(after.seq, name, told, now)
    entered = now if after.state != before.state or name == "restart" else session.entered_at
    unit.plays.update(replace(session, situation=after.as_dict(), entered_at=entered, seen_at=now))
    unit.plays.add_event(session.id, event)
    _announce(unit, session, event, before, after)
    return event


def chosen(world: dict[str, Any], event: str, *, by_itself: bool, now: float) -> Callable[[PlaySession], tuple[Situation, dict[str, Any]]]:
    """For `act`: let an event of the world happen, by the player's wish or by itself."""

    def make(session: PlaySession) -> tuple[Situation, dict[str, Any]]:
        before = playing.situation_of(session.situation or {})
        waited = (now - (session.entered_at or now)) * 1000 if by_itself else None
        turn = playing.choose(world, before, event, waited_ms=waited)
        return turn.situation, turn_dict(turn)

    return make


def restarted(world: dict[str, Any]) -> Callable[[PlaySession], tuple[Situation, dict[str, Any]]]:
    """For `act`: begin the run anew. The numbers of its events go on."""

    def make(session: PlaySession) -> tuple[Situation, dict[str, Any]]:
        before = playing.situation_of(session.situation or {})
        return replace(playing.begin(world), seq=before.seq + 1), {}

    return make


def turn_dict(turn: Turn) -> dict[str, Any]:
    return {
        "event": turn.event,
        "kind": turn.kind,
        "granted": list(turn.granted),
        "cutscene": turn.cutscene,
        "narration": turn.narration,
        "completed": list(turn.completed),
        "entered": turn.entered,
        "state": turn.situation.state,
        "ending": turn.situation.ending,
    }


def beat(unit: LibraryUnit, session_id: str, now: float) -> bool:
    """A sign of life; whether the run may go on: when the day's seconds are used up it ends here. Raises a 410 Problem when it is over."""
    session = replace(playable(unit, session_id, now), seen_at=now)
    unit.plays.update(session)
    held = _held(unit, session)
    if session.reservation is None or now - (session.connected_at or now) < session.seconds + held:
        return True
    ledger.commit(unit, session.reservation, now)
    session = replace(session, seconds=session.seconds + held)
    try:
        session = replace(session, reservation=_hold(unit, session, now))
    except Problem:
        unit.plays.update(replace(session, reservation=None, ended_at=now))
        return False
    unit.plays.update(session)
    return True


def _held(unit: LibraryUnit, session: PlaySession) -> int:
    holds = unit.meters.holds(session.reservation) if session.reservation is not None else []
    return sum(hold.amount for hold in holds)


def end(unit: LibraryUnit, session_id: str, now: float) -> int:
    """Settle a run: the seconds it took are charged, what was held beyond them goes back. How many; the same when asked again."""
    session = unit.plays.session(session_id)
    if session is None:
        raise Problem(404, "not_found", "no such session")
    return session.seconds if session.ended_at is not None else _end(unit, session, now)


def reap(unit: LibraryUnit, now: float) -> int:
    """End the runs that have fallen silent, as of their last sign of life; how many (at most 200 a call)."""
    lost = unit.plays.lost(now - SILENCE, REAPED_AT_ONCE)
    for session in lost:
        _end(unit, session, session.seen_at or now)
    return len(lost)


def _end(unit: LibraryUnit, session: PlaySession, at: float) -> int:
    played = round(at - session.connected_at) if session.connected_at is not None else 0
    # Of the slice in hand; those before it are charged already.
    rest = max(0, min(_held(unit, session), played - session.seconds))
    if session.reservation is not None:
        ledger.commit(unit, session.reservation, at, {"session_seconds": rest})
    seconds = session.seconds + rest
    unit.plays.update(replace(session, ended_at=at, seconds=seconds))
    return seconds


def _announce(unit: LibraryUnit, session: PlaySession, event: SessionEvent, before: Situation, after: Situation) -> None:
    if event.name != "choice":
        return
    about = {"sessionId": session.id, "worldId": session.world_id, "playerIdentity": session.player}
    outbox.announce(unit, session.owner, "session.choice", {**about, "seq": event.seq, **event.data}, event.at)
    if after.ending is not None and before.ending is None:
        outbox.announce(unit, session.owner, "session.ending", {**about, "state": after.state, **after.ending}, event.at)


def _of_world(unit: LibraryUnit, session_id: str) -> tuple[PlaySession, World]:
    session = unit.plays.session(session_id)
    world = unit.worlds.world(session.world_id) if session is not None else None
    if session is None or world is None:
        raise Problem(404, "not_found", "the world of this session was deleted")
    return session, world


def graph_of(unit: LibraryUnit, world: World) -> dict[str, Any]:
    """The world as a new run of it plays it."""
    return shelf.full(world, unit.worlds.document(world.id) or {})
