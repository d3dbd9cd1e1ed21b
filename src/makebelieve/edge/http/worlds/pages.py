"""The pages that play worlds: one for the world's owner and those it is shown to, one for frames on other sites, and the embed scripts."""

from __future__ import annotations

import html
import re
from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Query, Request, Response

from makebelieve.access import tokens
from makebelieve.access.callers import Mode
from makebelieve.access.gate import owns
from makebelieve.access.tokens import Session
from makebelieve.edge.http.pages import FOREVER, PAGE_CSP, file_answer, html_answer, visitor
from makebelieve.edge.http.services import Services, services_of
from makebelieve.edge.http.web import meta_tags
from makebelieve.edge.http.worlds.gallery import picture_answer
from makebelieve.edge.http.worlds.sessions import elsewhere, verified_session
from makebelieve.kit.errors import Problem
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.uploads import PATH
from makebelieve.library.worlds import gate, scenery, sessions, shelf
from makebelieve.library.worlds.repository import Document, PlaySession, World

router = APIRouter(tags=["world pages"])
LIFETIME: Final = 3600
FRAMED: Final = re.compile(r"frame-ancestors [^;]*")
Key = Annotated[str, Path(max_length=120)]


@router.api_route("/worlds/{key}", methods=["GET", "HEAD"], include_in_schema=False)
async def world_page(request: Request, key: Key) -> Response:
    """A world by its id or slug, to its owner, and to everybody if it is unlisted or public. Takes one of its app's sessions of the day."""
    services = services_of(request)
    try:
        boot, world = await _boot(request, services, key)
    except Problem as problem:
        if "text/html" not in request.headers.get("accept", ""):
            raise
        return html_answer(_page(services, "Makebelieve", {"refused": _told(problem)}, None), problem.status)
    return html_answer(_page(services, world.name, boot, world))


async def _boot(request: Request, services: Services, key: str) -> tuple[dict[str, Any], World]:
    caller = await visitor(request)

    def find(unit: LibraryUnit) -> tuple[World, Document]:
        world = shelf.visible(unit, caller, key)
        return world, sessions.graph_of(unit, world)

    world, document = await services.threads.read(find)
    if request.method == "HEAD":
        return {}, world
    await services.threads.run(lambda: gate.check_playable(document))
    now = services.clock()
    app_id, mode = _app_of(world.owner)

    def mint(unit: LibraryUnit) -> PlaySession:
        return sessions.mint(unit, app_id, world, player=caller.user.id if caller.user is not None else None, origin=None, now=now)

    session = await services.threads.write(mint)
    claims = Session(app_id, mode, world.id, world.slug, session.player)
    minted = tokens.mint(await services.keyrings.ring(), claims, now, LIFETIME, session.id)
    tools = {"worldId": world.id, "slug": world.slug, "user": caller.user is not None, "owner": owns(caller, world.owner)}
    # A run that this browser was in goes on only in the graph that it began in.
    tools["rev"] = world.rev
    return {"token": minted.text, "tools": tools, "first": first_picture(document)}, world


def first_picture(document: Document) -> str | None:
    """The path of the picture that is shown first, if it is one of ours: browsers may fetch it while the scripts still load."""
    entrance = document["entrance"]["state"]
    shown = (document.get(scenery.KEY) or {}).get(entrance) or {}
    if shown.get("of") != scenery.token_of(document["scene"]["states"][entrance]):
        return None
    source = shown.get("src")
    return source if isinstance(source, str) and source.startswith(PATH) else None


def _told(problem: Problem) -> dict[str, Any]:
    """A refusal, as the page shows it and tells the page above it."""
    return {"code": problem.code, "message": problem.detail, "status": problem.status}


def _app_of(owner: str) -> tuple[str, Mode]:
    """The app and the mode of an owner string (access.callers.app_subject)."""
    _, app_id, *mode = owner.split(":")
    return app_id, "test" if mode else "live"


def _page(services: Services, title: str, boot: dict[str, Any], world: World | None) -> str | None:
    base = services.settings.base_url
    cover = None if world is None or world.cover is None else f"{base}{world.cover}" if world.cover.startswith("/") else world.cover
    address = f"{base}/worlds/{world.slug}" if world is not None else base
    head = meta_tags(title, (world.description if world is not None else None) or "A world to play.", address, cover)
    first = boot.pop("first", None)
    if first is not None:
        head += f'<link rel="preload" as="image" crossorigin="anonymous" href="{html.escape(first)}" />'
    page = services.web.page("world.html", head, boot)
    return re.sub(r"<title>Makebelieve</title>\s*", "", page, count=1) if page is not None else None


@router.api_route("/worlds/{key}/graph.svg", methods=["GET", "HEAD"], include_in_schema=False)
async def page_picture(request: Request, key: Key) -> Response:
    """The same for the world's page: to its owner, and to everybody if it is unlisted or public."""
    services = services_of(request)
    caller = await visitor(request)

    def find(unit: LibraryUnit) -> Document:
        world = shelf.visible(unit, caller, key)
        return shelf.full(world, unit.worlds.document(world.id) or {})

    return await picture_answer(request, services, await services.threads.read(find))


@router.api_route("/embed.html", methods=["GET", "HEAD"], include_in_schema=False)
async def embed(
    request: Request,
    token: Annotated[str, Query(max_length=4096)] = "",
    origin: Annotated[str | None, Query(max_length=300, pattern=r"^https?://[^/\s?#@]+$")] = None,
) -> Response:
    """For a frame on another site. A token that is bound to an origin is shown there alone; elsewhere the page holds a refusal."""
    services = services_of(request)
    bound, refusal = None, None
    try:
        bound = (await verified_session(services, token)).claims.origin
        if bound is not None and origin not in (None, bound):
            raise elsewhere(bound, origin)
    except Problem as problem:
        refusal = problem
    if refusal is None:
        boot: dict[str, Any] = {"token": token, "origin": bound or origin}
        # One that is bound to nothing may be framed by whoever was given it.
        ancestors = bound or "*"
    else:
        boot = {"token": None, "origin": origin, "refused": _told(refusal)}
        # Only the page that asks learns why, in the frame that it shows.
        ancestors = origin or "'none'"
    policy = FRAMED.sub(f"frame-ancestors {ancestors}", PAGE_CSP)
    answer = html_answer(_page(services, "World", boot, None), 200 if refusal is None else refusal.status, policy=policy)
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


@router.api_route("/embed.js", methods=["GET", "HEAD"], include_in_schema=False)
async def embed_module(request: Request) -> Response:
    return _script(request, "embed.js")


@router.api_route("/embed.global.js", methods=["GET", "HEAD"], include_in_schema=False)
async def embed_script(request: Request) -> Response:
    return _script(request, "embed.global.js")


def _script(request: Request, name: str) -> Response:
    """For any site."""
    answer = file_answer(services_of(request).web.get(name), "public, max-age=3600", request)
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


@router.api_route("/world-assets/{name:path}", methods=["GET", "HEAD"], include_in_schema=False)
async def asset(request: Request, name: str) -> Response:
    # The build puts a hash of the content into these names.
    return file_answer(services_of(request).web.get(f"world-assets/{name}"), FOREVER, request)
