"""POST /api/v1/generate and /api/v1/iterate: order the work, wait for it a while, answer with the game or with where to follow it."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response

from makebelieve.access.callers import Caller
from makebelieve.edge.http.admission import step_aside
from makebelieve.edge.http.answers import accepted, game_answer, iterate_answer
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.identity import start_session
from makebelieve.edge.http.schemas import Accepted, GameAnswer, GenerateRequest, ImportRequest, IterateAnswer, IterateRequest, refusals
from makebelieve.edge.http.services import Services, services_of
from makebelieve.jobs.executor import problem_of
from makebelieve.jobs.repository import Job
from makebelieve.kit.errors import Problem, Unavailable
from makebelieve.library import making, shelf
from makebelieve.library.repository import Game, LibraryUnit, Version

router = APIRouter(route_class=GuardedRoute, tags=["generate"])
Prefer = Annotated[str | None, Header(description="`respond-async`: answer 202 at once.", examples=["respond-async"])]
Once = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        max_length=255,
        description="Send again with the same key: same answer, nothing made twice.",
        examples=["7c9e6679"],
    ),
]
# How often a waiting call looks into the database even if nobody told it to: the worker may be on another machine.
LOOK_AGAIN = 0.5


@router.post(
    "/api/v1/generate",
    response_model=GameAnswer,
    responses={202: {"model": Accepted, "description": "Accepted; follow it."}, **refusals(401, 403, 409, 413, 422, 429, 504)},
    summary="Make a game from a sentence",
)
async def generate(
    request: Request, response: Response, body: GenerateRequest, prefer: Prefer = None, once: Once = None
) -> GameAnswer | Response:
    """A playable game, proven winnable by a bot, and saved. Waits up to 25 s; longer work goes on and is answered with 202."""
    services = services_of(request)
    caller = caller_of(request)
    if caller.subject is None:
        session = await start_session(response, request, services, None)
        caller = Caller("session", caller.tier, caller.scopes, caller.address, session=session)
    now = services.clock()
    job = await services.threads.order(
        lambda unit: making.order_game(
            unit,
            caller,
            now,
            prompt=body.prompt,
            seed=body.seed if body.seed is not None else secrets.randbelow(2**31),
            preferences=body.preferences,
            allow_unproven=body.allow_unproven,
        ),
        # Each of its statements checks and changes in one.
        isolated=False,
    )
    services.bell.ring()
    made = await wait_for_game(services, job, 0.0 if wants_async(body.async_, prefer) else services.settings.sync_wait)
    if not made.job.finished:
        return accepted_answer(services, made.job, response)
    game, version, config = made.found()
    response.headers["Location"] = f"/api/v1/games/{game.id}"
    return game_answer(services.settings.base_url, game, version, config)


@router.post(
    "/api/v1/iterate",
    response_model=IterateAnswer,
    responses={202: {"model": Accepted, "description": "Accepted; follow it."}, **refusals(401, 403, 404, 409, 413, 422, 429, 504)},
    summary="Change a game with a sentence",
)
async def iterate(
    request: Request, response: Response, body: IterateRequest, prefer: Prefer = None, once: Once = None
) -> IterateAnswer | Response:
    """The changed game as a new version, proven again, with a receipt.

    "undo that" and "redo" move in the game's history. A wish that cannot be met is refused (`applied` false, with the reason) and
    changes nothing.
    """
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    job = await services.threads.order(
        lambda unit: making.order_edit(
            unit,
            caller,
            now,
            game_id=body.game_id,
            message=body.message,
            config=body.current_config,
            allow_unproven=body.allow_unproven,
        )
    )
    services.bell.ring()
    made = await wait_for_game(services, job, 0.0 if wants_async(body.async_, prefer) else services.settings.sync_wait)
    if not made.job.finished:
        return accepted_answer(services, made.job, response)
    game, version, config = made.found()
    return iterate_answer(services.settings.base_url, game, version, config, made.job.result or {})


@router.post(
    "/api/v1/games",
    response_model=GameAnswer,
    status_code=201,
    responses={202: {"model": Accepted, "description": "Accepted; follow it."}, **refusals(401, 403, 409, 413, 422, 429, 504)},
    tags=["games"],
    summary="Keep a .raku file as a game",
)
async def import_game(
    request: Request, response: Response, body: ImportRequest, prefer: Prefer = None, once: Once = None
) -> GameAnswer | Response:
    """Files of other makers are mended where they can be; levels they lack are built; the game is proven. Counts as an iteration."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    job = await services.threads.order(lambda unit: making.order_import(unit, caller, now, config=body.raku_config))
    services.bell.ring()
    made = await wait_for_game(services, job, 0.0 if wants_async(body.async_, prefer) else services.settings.sync_wait)
    if not made.job.finished:
        return accepted_answer(services, made.job, response)
    game, version, config = made.found()
    response.headers["Location"] = f"/api/v1/games/{game.id}"
    return game_answer(services.settings.base_url, game, version, config)


def wants_async(asked: bool, prefer: str | None) -> bool:
    """Whether the caller would rather not wait (RFC 7240)."""
    preferences = [part.split(";")[0].strip().lower() for part in (prefer or "").split(",")]
    return asked or "respond-async" in preferences


@dataclass(frozen=True, slots=True)
class Made:
    """A job, and once it is done the version of a game that came of it, with its config."""

    job: Job
    game: Game | None = None
    version: Version | None = None
    config: dict[str, Any] | None = None

    def found(self) -> tuple[Game, Version, dict[str, Any]]:
        """What was made. Raises the Problem that the job failed with."""
        if self.job.state in ("failed", "cancelled"):
            raise problem_of(self.job.error or {"status": 500, "code": "failed", "detail": "making this failed"})
        if self.game is None or self.version is None or self.config is None:
            raise Problem(404, "not_found", "the game was deleted meanwhile")
        return self.game, self.version, self.config


async def wait_for(services: Services, job: Job, seconds: float) -> Job:
    """The job as it stands when it is finished, or after `seconds`, or when the server begins to stop. `job`: as it was a moment ago."""

    def find(unit: LibraryUnit) -> Job:
        return unit.jobs.job(job.id) or job

    return await _wait(services, job, seconds, lambda: services.threads.look_up(find, lambda now: now))


async def wait_for_game(services: Services, job: Job, seconds: float) -> Made:
    """The same with the game that was made, if one was."""
    seen = Made(job)

    def find(unit: LibraryUnit) -> Made:
        now = unit.jobs.job(job.id) or job
        if now.state != "done":
            return Made(now)
        return Made(now, unit.games.game(now.target), unit.games.version(now.target, int((now.result or {})["version"])))

    def read(made: Made) -> Made:
        return replace(made, config=shelf.read_config(services.blobs, made.version)) if made.version is not None else made

    async def look() -> Job:
        nonlocal seen
        seen = await services.threads.look_up(find, read)
        return seen.job

    if job.finished:
        # Ordered by an earlier request with the same Idempotency-Key.
        await look()
    await _wait(services, job, seconds, look)
    return seen


async def _wait(services: Services, job: Job, seconds: float, look: Callable[[], Awaitable[Job]]) -> Job:
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    now = job
    if seconds > 0:
        step_aside()
    with services.notices.watch(job.id, ends_only=True) as moved:
        while not now.finished and (left := end - loop.time()) > 0 and not services.closing.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(min(left, LOOK_AGAIN)):
                    await moved.wait()
            moved.clear()
            # While the database is away the job is as it was: it has been ordered, and the caller is told so.
            with contextlib.suppress(Unavailable):
                now = await look()
    return now


def accepted_answer(services: Services, job: Job, response: Response) -> Response:
    """202, with where to follow the job."""
    answer = Response(accepted(services.settings.base_url, job).model_dump_json(), status_code=202, media_type="application/json")
    for name, value in response.headers.items():
        if name in ("set-cookie", "location"):
            answer.headers.append(name, value)
    answer.headers["Location"] = accepted(services.settings.base_url, job).status_url
    answer.headers["Preference-Applied"] = "respond-async"
    return answer
