"""/v1/sessions: a token for a player, the way in, and the end (W-34 to W-36). The way in and the end take the token, no API key."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from typing import Final

import orjson
from fastapi import APIRouter, Request

from makebelieve.access import tokens
from makebelieve.access.tokens import Connect, Session, Verified
from makebelieve.edge.http.generate import Once, wait_for
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.identity import from_here
from makebelieve.edge.http.schemas import refusals
from makebelieve.edge.http.services import Services, services_of
from makebelieve.edge.http.worlds.schemas import Connected, ConnectRequest, Ended, SessionRequest, TokenAnswer, TokenRequest
from makebelieve.edge.http.worlds.worlds import answered
from makebelieve.kit.errors import Problem, Unavailable
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.worlds import gate, making, sessions, shelf
from makebelieve.library.worlds.repository import Document, PlaySession, World
from makebelieve.library.worlds.sessions import LONGEST_RUN, Rooms
from makebelieve.worlds import playing
from makebelieve.worlds.playing import Situation

router = APIRouter(route_class=GuardedRoute, tags=["sessions"])
SETTLE_EVERY: Final = 30.0
PAINT_WITHIN: Final = 4.0
"""Seconds that a player waits for pictures at most."""
_CHALLENGE: Final = {"WWW-Authenticate": 'Bearer realm="makebelieve"'}


@router.post(
    "/v1/sessions/token",
    response_model=TokenAnswer,
    status_code=201,
    responses=refusals(400, 401, 402, 403, 404, 409, 422, 429, 503),
    summary="A token for a player's browser (W-34)",
)
async def mint(request: Request, body: TokenRequest, once: Once = None) -> TokenAnswer:
    """Bound to one world, one player and, if you wish, one page origin. Takes one of the day's sessions."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    _, document = await services.threads.read(lambda unit: shelf.opened(unit, caller, body.worldId))
    await services.threads.run(lambda: gate.check_playable(document))

    def work(unit: LibraryUnit) -> tuple[World, PlaySession]:
        world = shelf.owned(unit, caller, body.worldId)
        return world, sessions.mint(unit, caller.app_id or "", world, player=body.playerIdentity, origin=body.origin, now=now)

    world, session = await services.threads.write(work)
    claims = Session(session.app_id, caller.mode, world.id, world.slug, body.playerIdentity, body.origin)
    minted = tokens.mint(await services.keyrings.ring(), claims, now, body.ttlSeconds, session.id)
    return TokenAnswer(token=minted.text, expiresIn=body.ttlSeconds, worldId=world.id, slug=world.slug, jti=session.id)


def bearer(request: Request, given: str | None) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    found = token.strip() if scheme.lower() == "bearer" else given
    if not found:
        raise Problem(401, "not_authenticated", "this call needs a session token: as Bearer, or as `token` in the body", headers=_CHALLENGE)
    return found


def _refused() -> Problem:
    return Problem(401, "not_authenticated", "the token is unknown, of another kind, or has expired", headers=_CHALLENGE)


def _expired() -> Problem:
    return Problem(401, "token_expired", "the session token has expired: mint another", headers=_CHALLENGE)


async def verified_session(services: Services, text: str) -> Verified[Session]:
    """What a session token says. Raises a 401 Problem for one that is not valid, with a code of its own for one that was."""
    ring = await services.keyrings.ring(tokens.kid_of(text))
    now = services.clock()
    found = tokens.read(ring, text, Session, now)
    if found is None:
        raise _refused() if tokens.read(ring, text, Session, now, expired=True) is None else _expired()
    return found


async def session_token(services: Services, request: Request, given: str | None) -> Verified[Session]:
    """The session token that a request brings. Raises a 401 Problem without a valid one."""
    return await verified_session(services, bearer(request, given))


async def connect_token(services: Services, text: str) -> Verified[Connect]:
    """What a connect token says. Raises a 401 Problem for one that is not valid."""
    ring = await services.keyrings.ring(tokens.kid_of(text))
    found = tokens.read(ring, text, Connect, services.clock())
    if found is None:
        raise _refused()
    return found


def elsewhere(bound: str, shown: str) -> Problem:
    """The refusal of a token that is bound to one origin and shown on another."""
    return Problem(403, "origin_not_allowed", f"this token is for pages of {bound}, not of {shown[:200]}")


def _check_origin(services: Services, request: Request, bound: str | None, embedder: str | None) -> None:
    """Browsers say which page calls: of a token bound to an origin, its frame of ours or a page of that origin. Raises a 403 Problem.

    Our frame says who shows it: one that was opened with no valid token may be on any page, and is given another token by it.
    """
    calling = request.headers.get("origin")
    if bound is None or calling is None or calling == bound:
        return
    if not from_here(request, services):
        raise elsewhere(bound, calling)
    if embedder is not None and embedder != bound:
        raise elsewhere(bound, embedder)


@router.post(
    "/v1/sessions/connect",
    response_model=Connected,
    responses=refusals(400, 401, 402, 403, 404, 410, 422, 429, 503),
    summary="Swap the session token for a connect token (W-35)",
)
async def connect(request: Request, body: ConnectRequest | None = None) -> Connected:
    """Called by the browser. With the same token again, or with `resume`, a run goes on where it stood."""
    services = services_of(request)
    given = body or ConnectRequest()
    verified = await session_token(services, request, given.token)
    _check_origin(services, request, verified.claims.origin, given.embedOrigin)
    now = services.clock()
    world, document = await _painted(services, verified.claims)
    rooms = Rooms(services.settings.world_sessions_per_app, services.settings.world_sessions)
    graph = f"worlds/{world.id}/{hashlib.sha256(orjson.dumps(document)).hexdigest()}.json"
    # Before the transaction that names it; one that nothing names is swept.
    await services.threads.run(lambda: services.blobs.put(graph, orjson.dumps(document)))

    def begin(_world: World) -> tuple[str, Situation]:
        return graph, playing.begin(document)

    session = await services.threads.write(lambda unit: sessions.connect(unit, verified.id, rooms, begin, now, resume=given.resume))
    claims = verified.claims
    ticket = Connect(claims.app_id, claims.mode, claims.world_id, session.id, claims.player)
    ends = int((session.connected_at or now) + LONGEST_RUN)
    minted = tokens.mint(await services.keyrings.ring(), ticket, now, max(1, ends - int(now)))
    played = await services.threads.run(lambda: graph_of(services, session))
    return Connected(
        reactorJwt=minted.text,
        expiresIn=minted.expires_at - int(now),
        expiresAt=minted.expires_at,
        world=answered(services, played),
        sessionId=session.id,
        situation=told(played, session),
    )


async def _painted(services: Services, claims: Session) -> tuple[World, Document]:
    """The world, with the pictures made that it lacked. They are waited for a little: a run begins without those that are late."""
    now = services.clock()
    world, document = await services.threads.read(lambda unit: _playable(unit, claims))
    job = await services.threads.write(lambda unit: making.order_paint(unit, world, now)) if making.lacking(document) else None
    if job is None:
        return world, document
    services.bell.ring()
    await wait_for(services, job, PAINT_WITHIN)
    return await services.threads.read(lambda unit: _playable(unit, claims))


async def keep_settling(services: Services) -> None:
    """End the runs whose players have gone without a word, every SETTLE_EVERY seconds until the server closes."""
    while not services.closing.is_set():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(services.closing.wait(), SETTLE_EVERY)
            return
        with contextlib.suppress(Unavailable):
            now = services.clock()
            if await services.threads.read(lambda unit, now=now: unit.plays.lost(now - sessions.SILENCE, 1)):  # type: ignore[misc]  # bound per turn
                await services.threads.write(lambda unit, now=now: sessions.reap(unit, now))  # type: ignore[misc]


def _playable(unit: LibraryUnit, claims: Session) -> tuple[World, Document]:
    world = unit.worlds.world(claims.world_id)
    if world is None:
        raise Problem(404, "not_found", "the world of this session was deleted")
    return world, sessions.graph_of(unit, world)


def graph_of(services: Services, session: PlaySession) -> Document:
    """The world as this run plays it. Blocking."""
    document: Document = orjson.loads(services.blobs.get(session.graph or ""))
    return document


def told(document: Document, session: PlaySession) -> dict[str, object]:
    """Where a run stands, with what can be chosen and how the missions are (spec/world-play.md)."""
    situation = playing.situation_of(session.situation or {})
    return {
        **situation.as_dict(),
        "choices": [
            {
                "name": one.name,
                "kind": one.kind,
                "label": one.label,
                "hotkey": one.hotkey,
                "hidden": one.hidden,
                "locked": one.locked,
                "hint": one.hint,
            }
            for one in playing.choices(document, situation)
        ],
        "missions": playing.progress(document, situation),
    }


@router.post("/v1/sessions/end", response_model=Ended, responses=refusals(400, 401, 404, 422, 429, 503), summary="Settle on close (W-36)")
async def end(request: Request, body: SessionRequest | None = None) -> Ended:
    """What was held of the app's seconds beyond those that were played goes back. The session token may have expired meanwhile."""
    services = services_of(request)
    text = bearer(request, body.token if body is not None else None)
    ring = await services.keyrings.ring(tokens.kid_of(text))
    now = services.clock()
    session = tokens.read(ring, text, Session, now, expired=True)
    ticket = tokens.read(ring, text, Connect, now, expired=True) if session is None else None
    session_id = session.id if session is not None else ticket.claims.session if ticket is not None else None
    if session_id is None:
        raise _refused()
    seconds = await services.threads.write(lambda unit: sessions.end(unit, session_id, now))
    return Ended(ok=True, seconds=seconds)
