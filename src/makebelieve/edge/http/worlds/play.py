"""The play channel: choices over a WebSocket, or by POST with a stream of events beside it (spec/world-play.md).

The server decides what can be chosen and what comes of it; a player only says which event.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from functools import partial
from typing import Annotated, Any, Final

import orjson
from fastapi import APIRouter, Header, Query, Request, WebSocket, WebSocketDisconnect
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from makebelieve.edge.http.guard import GuardedRoute
from makebelieve.edge.http.scalars import Flag
from makebelieve.edge.http.schemas import Body, refusals
from makebelieve.edge.http.services import Services, services_of
from makebelieve.edge.http.values import flaw
from makebelieve.edge.http.worlds.sessions import bearer, connect_token, graph_of, told
from makebelieve.kit.errors import Problem, Unavailable, invalid
from makebelieve.kit.seeds import derive_seed
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.worlds import sessions
from makebelieve.library.worlds.repository import Document, PlaySession, SessionEvent
from makebelieve.worlds import console, playing

router = APIRouter(route_class=GuardedRoute, tags=["sessions"])
LONGEST_MESSAGE: Final = 4096
"""Characters of one message of a player."""
LONGEST_LINE: Final = 500
"""Characters typed at a console."""
FIRST_WORD: Final = 10.0
"""Seconds in which a WebSocket must say who it is."""
SILENT: Final = 65.0
"""Seconds without a message after which a WebSocket is closed."""
MOST_A_SECOND: Final = 20
KEEP_ALIVE: Final = 15.0
LOOK_AGAIN: Final = 2.0


class ChoiceRequest(Body):
    event: str = Field(min_length=1, max_length=200, description="Name of the event.", examples=["enter_house"])
    auto: Flag = Field(default=False, description="It fires by itself: its `autoAfterMs` has passed.")


class SayRequest(Body):
    event: str = Field(min_length=1, max_length=200, description="Name of the terminal event.", examples=["ask_keeper"])
    text: str = Field(min_length=1, max_length=LONGEST_LINE, examples=["Where is the key?"])


class Moment(BaseModel):
    """What happened, and where the run stands now."""

    happened: dict[str, Any] | None = Field(examples=[{"event": "enter_house", "entered": "house"}])
    situation: dict[str, Any] = Field(examples=[{"state": "house", "seq": 1}])


class Run:
    """One player's run as this process serves it."""

    def __init__(self, services: Services, session_id: str, document: Document) -> None:
        self.services = services
        self.session_id = session_id
        self.document = document

    async def situation(self) -> dict[str, Any]:
        now = self.services.clock()
        session = await self.services.threads.read(lambda unit: sessions.playable(unit, self.session_id, now))
        return dict(told(self.document, session))

    async def beat(self) -> None:
        now = self.services.clock()
        if not await self.services.threads.write(lambda unit: sessions.beat(unit, self.session_id, now)):
            raise Problem(410, "seconds_used_up", "the day's seconds of play are used up; the run has ended")

    async def choose(self, event: str, *, by_itself: bool) -> Moment:
        now = self.services.clock()
        return await self._act("choice", sessions.chosen(self.document, event, by_itself=by_itself, now=now), now)

    async def restart(self) -> Moment:
        return await self._act("restart", sessions.restarted(self.document), self.services.clock())

    async def say(self, event: str, text: str) -> Moment:
        return await self._act("said", partial(self._said, event, text), self.services.clock())

    def _said(self, name: str, text: str, session: PlaySession) -> tuple[playing.Situation, dict[str, Any]]:
        before = playing.situation_of(session.situation or {})
        event: dict[str, Any] = next((one for one in self.document["scene"]["events"] if one["name"] == name), {})
        if event.get("kind") != "terminal" or "terminal" not in event:
            raise Problem(409, "not_here", f"'{name}' is no console")
        turn = playing.choose(self.document, before, name)
        seed = derive_seed(turn.situation.seq, session.id)
        line = console.reply(self.document, turn.situation, event, text, seed)
        return turn.situation, {**sessions.turn_dict(turn), "text": text, "reply": line}

    async def _act(self, name: str, make: Any, now: float) -> Moment:
        def work(unit: LibraryUnit) -> tuple[SessionEvent, PlaySession]:
            event = sessions.act(unit, self.session_id, name, make, now)
            return event, sessions.playable(unit, self.session_id, now)

        event, session = await self.services.threads.write(work)
        self.services.notices.publish(self.session_id, ended=True)
        self.services.notices.publish_announced()
        return Moment(happened=shown(event), situation=dict(told(self.document, session)))


def shown(event: SessionEvent) -> dict[str, Any]:
    return {"type": event.name, "seq": event.seq, **event.data}


async def _run(services: Services, token: str) -> Run:
    """The run that a connect token is for. Raises 401 and 410 Problems."""
    ticket = await connect_token(services, token)
    now = services.clock()
    session = await services.threads.read(lambda unit: sessions.playable(unit, ticket.claims.session, now))
    return Run(services, session.id, await services.threads.run(lambda: graph_of(services, session)))


@router.get("/v1/sessions/situation", response_model=Moment, responses=refusals(401, 410, 429), summary="Where the run stands")
async def situation(request: Request) -> Moment:
    """With the connect token as Bearer, like the other calls of the play channel."""
    run = await _run(services_of(request), bearer(request, None))
    return Moment(happened=None, situation=await run.situation())


@router.post("/v1/sessions/choices", response_model=Moment, responses=refusals(400, 401, 409, 410, 422, 429, 503), summary="Choose")
async def choose(request: Request, body: ChoiceRequest) -> Moment:
    run = await _run(services_of(request), bearer(request, None))
    return await run.choose(body.event, by_itself=body.auto)


@router.post("/v1/sessions/say", response_model=Moment, responses=refusals(400, 401, 409, 410, 422, 429, 503), summary="Type at a console")
async def say(request: Request, body: SayRequest) -> Moment:
    run = await _run(services_of(request), bearer(request, None))
    return await run.say(body.event, body.text)


@router.post("/v1/sessions/restart", response_model=Moment, responses=refusals(401, 410, 429, 503), summary="Begin the run anew")
async def restart(request: Request) -> Moment:
    return await (await _run(services_of(request), bearer(request, None))).restart()


@router.post("/v1/sessions/heartbeat", response_model=Moment, responses=refusals(401, 410, 429, 503), summary="A sign of life")
async def heartbeat(request: Request) -> Moment:
    """Every 20 seconds or so; after 90 without one the run is settled."""
    run = await _run(services_of(request), bearer(request, None))
    await run.beat()
    return Moment(happened=None, situation=await run.situation())


@router.get(
    "/v1/sessions/events",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "Events `choice`, `said`, `restart`, each numbered.",
            "content": {
                "text/event-stream": {"schema": {"type": "string"}, "example": 'id: 1\nevent: choice\ndata: {"event":"enter_house"}\n\n'}
            },
        },
        **refusals(401, 410, 429),
    },
    summary="What happens in the run, as server-sent events",
)
async def events(
    request: Request,
    token: Annotated[str | None, Query(max_length=4096, description="The connect token: an event stream cannot send headers.")] = None,
    last_event_id: Annotated[str | None, Header(description="Sent by browsers when they reconnect.")] = None,
) -> StreamingResponse:
    services = services_of(request)
    run = await _run(services, bearer(request, token))
    after = int(last_event_id) if last_event_id is not None and last_event_id.isascii() and last_event_id.isdigit() else 0
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_stream(run, min(after, 1_000_000)), media_type="text/event-stream", headers=headers)


async def _stream(run: Run, after: int) -> AsyncIterator[bytes]:
    services = run.services
    loop = asyncio.get_running_loop()
    spoken = loop.time()
    with services.notices.watch(run.session_id) as moved:
        while not services.closing.is_set():
            moved.clear()
            found = await services.threads.read(partial(_look, run.session_id, after))
            for event in found[0]:
                after = event.seq
                spoken = loop.time()
                yield f"id: {event.seq}\nevent: {event.name}\ndata: ".encode() + orjson.dumps(shown(event)) + b"\n\n"
            if found[1]:
                yield b"event: end\ndata: {}\n\n"
                return
            if loop.time() - spoken >= KEEP_ALIVE:
                spoken = loop.time()
                yield b": still here\n\n"
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(moved.wait(), LOOK_AGAIN)


def _look(session_id: str, after: int, unit: LibraryUnit) -> tuple[list[SessionEvent], bool]:
    session = unit.plays.session(session_id)
    return unit.plays.events(session_id, after, 200), session is None or session.ended_at is not None


@router.websocket("/v1/sessions/play")
async def play(socket: WebSocket) -> None:
    """The first message says who it is: {"type": "hello", "token": CONNECT TOKEN}."""
    services: Services = socket.app.state.services
    await socket.accept()
    try:
        run = await _greeted(services, socket)
        await _send(socket, {"type": "situation", "situation": await run.situation()})
        await _serve(run, socket)
    except Problem as problem:
        await _close(socket, problem)
    except Unavailable:
        await _close(socket, Problem(503, "unavailable", "the server cannot reach its database now; connect again in a while"))
    except (WebSocketDisconnect, RuntimeError):
        # Gone. The run waits for it to come back.
        return


async def _greeted(services: Services, socket: WebSocket) -> Run:
    try:
        hello = await asyncio.wait_for(_receive(socket), FIRST_WORD)
    except TimeoutError as error:
        raise Problem(408, "silent", f"nothing was said in {FIRST_WORD:g} s") from error
    if hello.get("type") != "hello" or not isinstance(hello.get("token"), str):
        raise Problem(401, "not_authenticated", 'the first message must be {"type": "hello", "token": …}')
    return await _run(services, hello["token"])


async def _serve(run: Run, socket: WebSocket) -> None:
    loop = asyncio.get_running_loop()
    second, count = loop.time(), 0
    while not run.services.closing.is_set():
        try:
            message = await asyncio.wait_for(_receive(socket), SILENT)
        except TimeoutError as error:
            raise Problem(408, "silent", f"nothing was said in {SILENT:g} s") from error
        count = count + 1 if loop.time() - second < 1 else 1
        second = second if count > 1 else loop.time()
        if count > MOST_A_SECOND:
            raise Problem(429, "rate_limited", f"at most {MOST_A_SECOND} messages a second")
        try:
            answer = await _answer(run, message)
        except Problem as problem:
            if problem.status == 410:
                raise
            answer = {"type": "refused", "code": problem.code, "detail": problem.detail, "errors": [_field(e) for e in problem.errors]}
        await _send(socket, {**answer, **({"id": message["id"]} if isinstance(message.get("id"), str | int) else {})})
    raise Problem(503, "closing", "the server is restarting; connect again")


def _field(error: Any) -> dict[str, Any]:
    return {"path": error.path, "message": error.message, "allowed": list(error.allowed)}


async def _answer(run: Run, message: dict[str, Any]) -> dict[str, Any]:
    if (found := flaw(message)) is not None:
        raise invalid(*found)
    match message:
        case {"type": "choose", "event": str(name)}:
            moment = await run.choose(name[:200], by_itself=message.get("auto") is True)
        case {"type": "say", "event": str(name), "text": str(text)} if text.strip():
            moment = await run.say(name[:200], text.strip()[:LONGEST_LINE])
        case {"type": "restart"}:
            moment = await run.restart()
        case {"type": "ping"}:
            await run.beat()
            return {"type": "pong"}
        case _:
            raise Problem(422, "invalid", "type: must be choose (with event), say (with event and text), restart or ping")
    return {"type": "turn", **moment.model_dump()}


async def _receive(socket: WebSocket) -> dict[str, Any]:
    frame = await socket.receive()
    if frame["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(frame["code"], frame.get("reason"))
    # A frame of bytes is not what players send.
    text = frame.get("text") or ""
    if len(text) > LONGEST_MESSAGE:
        raise Problem(413, "too_large", f"a message has at most {LONGEST_MESSAGE} characters")
    try:
        message = orjson.loads(text)
    except ValueError:
        message = None
    return message if isinstance(message, dict) else {}


async def _send(socket: WebSocket, message: dict[str, Any]) -> None:
    await socket.send_text(orjson.dumps(message).decode())


async def _close(socket: WebSocket, problem: Problem) -> None:
    with contextlib.suppress(RuntimeError, WebSocketDisconnect):
        await _send(socket, {"type": "closed", "code": problem.code, "status": problem.status, "detail": problem.detail})
        await socket.close(code=4000 + problem.status, reason=problem.code)
