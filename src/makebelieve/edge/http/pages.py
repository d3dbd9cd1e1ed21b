"""The pages people see, their data and their assets."""

from __future__ import annotations

import html
import re
from typing import Annotated, Any, Final, cast

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

from makebelieve.access import browser
from makebelieve.access.callers import Caller, anonymous
from makebelieve.access.gate import owns
from makebelieve.edge.http.auth import adopt_browser
from makebelieve.edge.http.browsers import SANDBOX, SHOWN
from makebelieve.edge.http.games import GameId
from makebelieve.edge.http.identity import COOKIE, Identity, address_of, set_cookie
from makebelieve.edge.http.records import about
from makebelieve.edge.http.schemas import CONFIG_EXAMPLE, GAME_ID, PROOF_EXAMPLE, UNDERSTOOD_EXAMPLE, refusals
from makebelieve.edge.http.services import Services, services_of
from makebelieve.edge.http.web import WebFile, meta_tags, takes_gzip
from makebelieve.games.sizes import CARD_SIZE
from makebelieve.kit.errors import Problem
from makebelieve.library import scoring, shelf
from makebelieve.library.repository import Game, LibraryUnit, Version

router = APIRouter(tags=["pages"])
_ART_TYPES: Final = {"json": "application/json", "png": "image/png", "bin": "application/octet-stream"}
FOREVER: Final = "public, max-age=31536000, immutable"
PAGE_CSP: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        # The player sizes its canvas and animates its HUD with style attributes.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "media-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' data: blob:",
        "worker-src 'self' blob:",
        # The home page shows the game it made in a frame.
        "frame-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)


class PlayData(BaseModel):
    """What the play page boots with."""

    game_id: str = Field(examples=[GAME_ID])
    title: str = Field(examples=["Fox Above the Clouds"])
    config: dict[str, Any] = Field(examples=[CONFIG_EXAMPLE])
    proof: dict[str, Any] = Field(examples=[PROOF_EXAMPLE])
    version: int = Field(examples=[1])
    understood: dict[str, Any] = Field(examples=[UNDERSTOOD_EXAMPLE])
    owner: bool = Field(description="Whether the visitor is the game's owner.", examples=[True])
    shared: bool = Field(examples=[False])
    play_url: str = Field(examples=[f"http://127.0.0.1:8000/play/{GAME_ID}"])
    art: str | None = Field(default=None, description="Where the game's sprites are; null where it has none.", examples=[None])
    sound: str | None = Field(default=None, description="Where the game's music and effects are; null where it has none.", examples=[None])


async def visitor(request: Request) -> Caller:
    """Who looks at a page: like the API's caller, but a credential that fails makes an anonymous visitor, not an error."""
    services = services_of(request)
    try:
        caller = await cast(Identity, request.app.state.identity).caller(request, services)
    except Problem:
        caller = anonymous(address_of(request))
    request.state.caller = caller
    return caller


def html_answer(page: str | None, status: int = 200, policy: str = PAGE_CSP) -> Response:
    if page is None:
        raise Problem(503, "not_built", "the web pages are not built; run `make setup` in a checkout or install a released wheel")
    headers = {"Content-Security-Policy": policy, "Cache-Control": "no-store"}
    return Response(page, status_code=status, media_type="text/html; charset=utf-8", headers=headers)


def _page(services: Services, name: str, head: str, boot: dict[str, Any]) -> str | None:
    page = services.web.page(name, head, boot)
    if page is None:
        return None
    # One title: the page's own stands in for when nothing fills the mark.
    if "<title>" in head:
        before, _, after = page.partition(head)
        page = re.sub(r"<title>.*?</title>\s*", "", before, count=1, flags=re.S) + head + after
    return page.replace('src="/engine.js"', f'src="/engine.js?v={engine_hash(services)}"')


def engine_hash(services: Services) -> str:
    engine = services.web.get("engine.js")
    return engine.digest if engine is not None else ""


@router.api_route("/", methods=["GET", "HEAD"], include_in_schema=False)
async def home(request: Request) -> Response:
    services = services_of(request)
    caller = await visitor(request)
    boot = {
        "user": caller.user.public() if caller.user is not None else None,
        "tier": caller.tier,
        "anonymous": caller.is_anonymous,
        # Who has nowhere to keep games has none to list.
        "keeps": caller.subject is not None,
        "engine_hash": engine_hash(services),
    }
    description = "Say it, play it: a sentence becomes a game that is proven winnable."
    head = meta_tags("Makebelieve", description, f"{services.settings.base_url}/", None)
    return html_answer(_page(services, "home.html", head, boot))


async def _visible(request: Request, game_id: str) -> tuple[Game, Version]:
    caller = await visitor(request)

    def find(unit: LibraryUnit) -> tuple[Game, Version]:
        game = shelf.visible(unit, caller, game_id)
        return game, shelf.version_of(unit, game)

    return await services_of(request).threads.read(find)


async def _play_data(request: Request, game_id: str) -> tuple[PlayData, Game, Version]:
    services = services_of(request)
    game, version = await _visible(request, game_id)
    caller = cast(Caller, request.state.caller)
    config = await services.threads.run(lambda: shelf.read_config(services.blobs, version))
    data = PlayData(
        game_id=game.id,
        title=version.title,
        config=config,
        proof=config["game"].get("proof") or {"status": "not_proven"},
        version=version.version,
        understood=version.details.get("understood") or {},
        owner=owns(caller, game.owner),
        shared=game.shared,
        play_url=f"{services.settings.base_url}/play/{game.id}",
        art=art_url(f"/play/{game.id}", bundle) if (bundle := version.details.get("art", {}).get("bundle")) else None,
        sound=art_url(f"/play/{game.id}", sound) if (sound := version.details.get("art", {}).get("sound")) else None,
    )
    return data, game, version


def art_url(play_url: str, key: str) -> str:
    """Where a blob of a game's art is served."""
    return f"{play_url}/art/{key.rpartition('/')[2]}"


@router.api_route("/play/{game_id}", methods=["GET", "HEAD"], include_in_schema=False)
async def play(request: Request, game_id: GameId) -> Response:
    services = services_of(request)
    try:
        data, game, version = await _play_data(request, game_id)
    except Problem as problem:
        if "text/html" not in request.headers.get("accept", ""):
            raise
        return html_answer(_missing(problem), problem.status)
    proven = data.proof.get("status") == "proven"
    description = f"{data.config['game'].get('description') or game.prompt} {'Proven winnable by a bot.' if proven else ''}".strip()
    card = version.details.get("art", {}).get("card")
    image = art_url(data.play_url, card) if card else f"{data.play_url}/picture.png" if "picture" in version.details else None
    page = _page(
        services, "play.html", meta_tags(data.title, description, data.play_url, image, CARD_SIZE if card else None), data.model_dump()
    )
    # Whoever is known to us here has something to lose to another's game. Strangers keep their storage (best scores, sound).
    caller = cast(Caller, request.state.caller)
    known = caller.user is not None or caller.session is not None
    return html_answer(page, policy=f"{PAGE_CSP}; {SANDBOX}" if known and not data.owner else PAGE_CSP)


def _missing(problem: Problem) -> str:
    text = "There is no such game, or its owner keeps it private." if problem.status == 404 else problem.detail
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        "<title>Makebelieve</title></head>"
        '<body style="font-family:system-ui;background:#14121f;color:#f2efe6;display:grid;place-items:center;height:95vh">'
        f'<main style="text-align:center"><h1>Nothing to play here</h1><p>{html.escape(text)}</p>'
        '<p><a style="color:#ffd166" href="/">Make a game</a></p></main></body></html>'
    )


@router.get("/play/{game_id}/game.json", response_model=PlayData, responses=refusals(404), summary="What the play page boots with")
async def play_json(request: Request, response: Response, game_id: GameId) -> PlayData:
    data, _, _ = await _play_data(request, game_id)
    response.headers["Cache-Control"] = "no-store"
    return data


@router.api_route("/play/{game_id}/picture.png", methods=["GET", "HEAD"], include_in_schema=False)
async def picture(request: Request, game_id: GameId) -> Response:
    """A still of the game being played, taken when it was made."""
    services = services_of(request)
    game, version = await _visible(request, game_id)
    key = version.details.get("picture")
    if key is None:
        raise Problem(404, "not_found", "this game has no picture")
    etag = f'"{key.rpartition("/")[2].partition(".")[0][:16]}"'
    headers = {**SHOWN, "Cache-Control": "public, max-age=300" if game.shared else "private, max-age=300", "ETag": etag}
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    png = await services.threads.run(lambda: services.blobs.get(key))
    return Response(png, media_type="image/png", headers=headers)


@router.api_route("/play/{game_id}/art/{name}", methods=["GET", "HEAD"], include_in_schema=False)
async def art(request: Request, game_id: GameId, name: Annotated[str, Path(pattern=r"^[0-9a-f]{64}\.(json|png|bin)$")]) -> Response:
    """A file of the game's art or sound: 202 while the sound is being made. Its address is a hash that goes only to who may see the game;
    what is there never changes."""
    services = services_of(request)
    key = shelf.art_blob(game_id, name)
    # A page that plays another's game is of no origin, and fetches this like a stranger.
    headers = {**SHOWN, "Access-Control-Allow-Origin": "*"}
    data = await _blob(services, key)
    if data is None and name.endswith(".bin"):
        if await _sound_is_coming(services, game_id, key):
            return Response(status_code=202, headers={**headers, "Cache-Control": "no-store", "Retry-After": "1"})
        # Made between the two looks.
        data = await _blob(services, key)
    if data is None:
        raise Problem(404, "not_found", "no such picture or sound")
    headers["Cache-Control"] = FOREVER
    return Response(data, media_type=_ART_TYPES[name.rpartition(".")[2]], headers=headers)


async def _blob(services: Services, key: str) -> bytes | None:
    def read() -> bytes | None:
        try:
            return services.blobs.get(key)
        except KeyError:
            return None

    return await services.threads.run(read)


async def _sound_is_coming(services: Services, game_id: str, sound: str) -> bool:
    now = services.clock()
    standing = await services.threads.read(lambda unit: scoring.standing(unit, game_id, sound, now))
    if standing == "lost":
        await services.threads.write(lambda unit: scoring.reorder(unit, game_id, sound, now))
        services.bell.ring()
    return standing != "absent"


@router.get("/login/{token}", include_in_schema=False)
async def login_link(request: Request, token: str, next_: Annotated[str | None, Query(alias="next", max_length=500)] = None) -> Response:
    """A one-time link from the terminal: logs this browser in and goes on to `next`."""
    services = services_of(request)
    now = services.clock()
    cookie = request.cookies.get(COOKIE)

    def work(unit: LibraryUnit) -> str | None:
        user = browser.follow_login_link(unit, token, now)
        if user is None or user.disabled_at is not None:
            return None
        unit.audit.add([about(request, user, now, "login.link")])
        return adopt_browser(unit, cookie, user, now)

    secret = await services.threads.write(work)
    response = RedirectResponse(browser.safe_next(next_), status_code=303, headers={"Cache-Control": "no-store"})
    if secret is not None:
        set_cookie(response, request, services, secret)
        cast(Identity, request.app.state.identity).forget()
        return response
    # A used link in a browser that is logged in already is a reload, not an error.
    if (await visitor(request)).user is not None:
        return response
    problem = Problem(410, "link_used", "This login link was used before or has expired. Restart the server for a new one.")
    return html_answer(_missing(problem), 410)


def file_answer(file: WebFile | None, cache: str, request: Request) -> Response:
    if file is None:
        raise Problem(404, "not_found", "there is nothing at this address")
    headers = {"ETag": f'"{file.digest}"', "Cache-Control": cache}
    data = file.data
    if file.gzipped is not None:
        headers["Vary"] = "Accept-Encoding"
        if takes_gzip(request.headers.get("accept-encoding", "")):
            data = file.gzipped
            headers |= {"ETag": f'"{file.digest}-gzip"', "Content-Encoding": "gzip"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        headers.pop("Content-Encoding", None)
        return Response(status_code=304, headers=headers)
    return Response(data, media_type=file.media_type, headers=headers)


@router.api_route("/engine.js", methods=["GET", "HEAD"], include_in_schema=False)
async def engine_js(request: Request, v: str | None = None) -> Response:
    """The simulation core. Asked for by its hash it may be kept for ever; without, it is checked every time."""
    file = services_of(request).web.get("engine.js")
    return file_answer(file, FOREVER if file is not None and v == file.digest else "no-cache", request)


@router.api_route("/assets/{name:path}", methods=["GET", "HEAD"], include_in_schema=False)
async def asset(request: Request, name: str) -> Response:
    # The build puts a hash of the content into these names.
    return file_answer(services_of(request).web.get(f"assets/{name}"), FOREVER, request)


@router.api_route("/favicon.ico", methods=["GET", "HEAD"], include_in_schema=False)
async def favicon(request: Request) -> Response:
    file = services_of(request).web.get("favicon.ico")
    return file_answer(file, "public, max-age=86400", request) if file is not None else Response(status_code=204)
