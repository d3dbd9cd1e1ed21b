"""/api/v1/games: what one has kept."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Header, Path, Query, Request, Response
from fastapi.responses import JSONResponse

from makebelieve.edge.http.answers import game_answer, game_item, version_item
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.schemas import GameAnswer, GameList, ShareAnswer, ShareRequest, VersionList, refusals
from makebelieve.edge.http.services import services_of
from makebelieve.kit.errors import Problem
from makebelieve.library import shelf
from makebelieve.library.repository import Game, LibraryUnit, Version

router = APIRouter(route_class=GuardedRoute, tags=["games"])
GameId = Annotated[str, Path(max_length=64, examples=["game_01k9zq4h7v8e5m2c3d6f7g8h9j"])]
Number = Annotated[int, Path(ge=1, le=1_000_000, examples=[1])]
Limit = Annotated[int, Query(ge=1, le=100)]
Offset = Annotated[int, Query(ge=0, le=shelf.DEEPEST)]
Format = Annotated[Literal["standard", "runtime"], Query(alias="format", description="standard: a .raku 1.0 config; runtime: expanded.")]
IfMatch = Annotated[str | None, Header(description="The ETag you hold; 409 when the game has moved on.", examples=['"3"'])]


def etag(game: Game) -> str:
    return f'"{game.version}"'


def check_match(game: Game, if_match: str | None) -> None:
    """Raises a 409 Problem when the caller acts on a state that is not the current one."""
    if if_match is None or if_match.strip() == "*":
        return
    if etag(game) not in [tag.strip().removeprefix("W/") for tag in if_match.split(",")]:
        raise Problem(409, "stale", f"the game is at version {game.version} now; read it again")


@router.get("/api/v1/games", response_model=GameList, responses=refusals(401, 403, 422, 429), summary="One's games, newest first")
async def list_games(request: Request, limit: Limit = 20, offset: Offset = 0) -> GameList:
    services = services_of(request)
    owner = caller_of(request).subject or ""
    shelf.check_depth(limit, offset)
    games, total = await services.threads.read(lambda unit: (unit.games.list_of(owner, limit, offset), unit.games.count_of(owner)))
    return GameList(items=[game_item(services.settings.base_url, game) for game in games], total=total, limit=limit, offset=offset)


@router.get(
    "/api/v1/games/{game_id}", response_model=GameAnswer, responses=refusals(401, 403, 404, 422, 429), summary="One game with its config"
)
async def read_game(request: Request, response: Response, game_id: GameId, format_: Format = "standard") -> GameAnswer | Response:
    """The newest state with everything known about it; `format=runtime` gives the expanded runtime form of the config alone."""
    services = services_of(request)
    caller = caller_of(request)

    def find(unit: LibraryUnit) -> tuple[Game, Version]:
        game = shelf.owned(unit, caller, game_id)
        return game, shelf.version_of(unit, game)

    game, version = await services.threads.read(find)
    config = await services.threads.run(lambda: shelf.read_config(services.blobs, version))
    if format_ == "runtime":
        expanded = await services.threads.run(lambda: shelf.runtime_form(game, version, config))
        return JSONResponse(expanded, headers={"ETag": f'"{game.version}-runtime"'})
    response.headers["ETag"] = etag(game)
    return game_answer(services.settings.base_url, game, version, config)


@router.delete("/api/v1/games/{game_id}", status_code=204, responses=refusals(401, 403, 404, 409, 429), summary="Remove a game for good")
async def delete_game(request: Request, game_id: GameId, if_match: IfMatch = None) -> Response:
    services = services_of(request)
    caller = caller_of(request)

    def work(unit: LibraryUnit) -> list[str]:
        game = shelf.owned(unit, caller, game_id)
        check_match(game, if_match)
        return shelf.remove(unit, game)

    blobs = await services.threads.write(work)
    await services.threads.run(lambda: services.blobs.delete(blobs))
    return Response(status_code=204)


@router.get(
    "/api/v1/games/{game_id}/versions",
    response_model=VersionList,
    responses=refusals(401, 403, 404, 422, 429),
    summary="A game's versions, newest first",
)
async def list_versions(request: Request, game_id: GameId, limit: Limit = 20, offset: Offset = 0) -> VersionList:
    services = services_of(request)
    caller = caller_of(request)
    shelf.check_depth(limit, offset)

    def find(unit: LibraryUnit) -> tuple[Game, list[Version]]:
        game = shelf.owned(unit, caller, game_id)
        return game, unit.games.versions(game.id, limit, offset)

    game, versions = await services.threads.read(find)
    return VersionList(items=[version_item(game, version) for version in versions], total=game.latest, limit=limit, offset=offset)


@router.get(
    "/api/v1/games/{game_id}/versions/{version}",
    response_model=GameAnswer,
    responses=refusals(401, 403, 404, 422, 429),
    summary="A game as it was",
)
async def read_version(request: Request, game_id: GameId, version: Number) -> GameAnswer:
    services = services_of(request)
    caller = caller_of(request)

    def find(unit: LibraryUnit) -> tuple[Game, Version]:
        game = shelf.owned(unit, caller, game_id)
        return game, shelf.version_of(unit, game, version)

    game, found = await services.threads.read(find)
    config = await services.threads.run(lambda: shelf.read_config(services.blobs, found))
    return game_answer(services.settings.base_url, game, found, config)


@router.post(
    "/api/v1/games/{game_id}/versions/{version}/restore",
    response_model=GameAnswer,
    status_code=201,
    responses=refusals(401, 403, 404, 409, 422, 429),
    summary="Make an older version the current one",
)
async def restore_version(request: Request, response: Response, game_id: GameId, version: Number, if_match: IfMatch = None) -> GameAnswer:
    """The older state becomes a new version on top; nothing is lost."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()

    def work(unit: LibraryUnit) -> tuple[Game, Version]:
        game = shelf.owned(unit, caller, game_id)
        check_match(game, if_match)
        restored = shelf.restore(unit, game, version, now)
        return shelf.owned(unit, caller, game_id), restored

    game, restored = await services.threads.write(work)
    config = await services.threads.run(lambda: shelf.read_config(services.blobs, restored))
    response.headers["Location"] = f"/api/v1/games/{game.id}/versions/{restored.version}"
    response.headers["ETag"] = etag(game)
    return game_answer(services.settings.base_url, game, restored, config)


@router.post(
    "/api/v1/games/{game_id}/share",
    response_model=ShareAnswer,
    responses=refusals(401, 403, 404, 422, 429),
    summary="Let others play it, or stop that",
)
async def share_game(request: Request, game_id: GameId, body: ShareRequest | None = None) -> ShareAnswer:
    services = services_of(request)
    caller = caller_of(request)
    shared = body.shared if body is not None else True
    now = services.clock()

    def work(unit: LibraryUnit) -> Game:
        game = shelf.owned(unit, caller, game_id)
        unit.games.set_shared(game.id, shared, now)
        return game

    game = await services.threads.write(work)
    return ShareAnswer(game_id=game.id, shared=shared, play_url=f"{services.settings.base_url}/play/{game.id}")
