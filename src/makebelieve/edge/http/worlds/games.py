"""A world played as a game: its main places become levels of the games engine, drawn and proven like any other game."""

from __future__ import annotations

import secrets
from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import Field

from makebelieve.access.gate import admit
from makebelieve.edge.http.answers import game_answer
from makebelieve.edge.http.generate import Once, Prefer, accepted_answer, wait_for_game, wants_async
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.scalars import Whole
from makebelieve.edge.http.schemas import Accepted, GameAnswer, refusals
from makebelieve.edge.http.services import services_of
from makebelieve.edge.http.worlds.schemas import Closed, WorldId
from makebelieve.language.kinds import Kind
from makebelieve.library import making
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.worlds import shelf as worlds
from makebelieve.library.worlds.as_game import plan_game
from makebelieve.library.worlds.repository import Document

router = APIRouter(route_class=GuardedRoute, tags=["worlds"])


class PlayRequest(Closed):
    kind: Kind | None = Field(default=None, description="Of the game; by default what fits the world's story.", examples=[None])
    seed: Annotated[Whole, Field(ge=0, le=2_147_483_647)] | None = Field(
        default=None, description="Same world, same seed: same game.", examples=[7]
    )


class WorldGame(GameAnswer):
    notes: list[str] = Field(description="What of the world the game leaves out.", examples=[["questions that one types are left out"]])


@router.post(
    "/v1/worlds/{world_id}/games",
    response_model=WorldGame,
    status_code=201,
    responses={202: {"model": Accepted, "description": "Accepted; follow it."}, **refusals(400, 401, 403, 404, 409, 422, 429, 503, 504)},
    summary="Play a world as a game",
)
async def play_as_game(
    request: Request, response: Response, world_id: WorldId, body: PlayRequest | None = None, prefer: Prefer = None, once: Once = None
) -> WorldGame | Response:
    """Three to five of its places, in the order of the way to win, become levels; its cast the figures, its endings the last words.

    Of one's own world, or of another's that is unlisted or public. Needs the scope `generate` as well, and takes one of the day's
    generations of games. A world that is told by talking, or has too few places, is refused with the reason (422 `does_not_fit`).
    """
    services = services_of(request)
    caller = caller_of(request)
    admit(caller, "games:generate", allow_anonymous=False)
    given = body or PlayRequest()

    def find(unit: LibraryUnit) -> Document:
        world = worlds.visible(unit, caller, world_id)
        return worlds.full(world, unit.worlds.document(world.id) or {})

    document = await services.threads.read(find)
    plan = await services.threads.run(lambda: plan_game(document, given.kind))
    seed = given.seed if given.seed is not None else secrets.randbelow(2**31)
    now = services.clock()
    job = await services.threads.order(lambda unit: making.order_story(unit, caller, now, draft=plan.draft, story=plan.story, seed=seed))
    services.bell.ring()
    done = await wait_for_game(services, job, 0.0 if wants_async(False, prefer) else services.settings.sync_wait)
    if not done.job.finished:
        return accepted_answer(services, done.job, response)
    game, version, config = done.found()
    response.headers["Location"] = f"/api/v1/games/{game.id}"
    made = game_answer(services.settings.base_url, game, version, config)
    return WorldGame(**made.model_dump(), notes=list(plan.notes))
