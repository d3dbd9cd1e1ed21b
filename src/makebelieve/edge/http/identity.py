"""Who sends this request: bearer credentials, browser cookies, client addresses."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from fastapi import Request, Response

from makebelieve.access import apps, browser, tokens
from makebelieve.access.callers import ApiKey, BrowserSession, Caller, Credential, User, anonymous, app_subject, expand
from makebelieve.access.repository import AccessUnit
from makebelieve.access.secrets import digest_of, looks_like_key
from makebelieve.access.tokens import Access, Verified
from makebelieve.edge.http.services import Services
from makebelieve.kit.errors import Problem

COOKIE: Final = "mb_session"
# Which app (and with ":test" which mode) a login acts in.
APP_HEADER: Final = "makebelieve-app"
SAFE: Final = ("GET", "HEAD", "OPTIONS")
# How long a looked-up credential may be reused: a revocation elsewhere is seen within this many seconds.
REUSE: Final = 0.9
MOST_REUSED: Final = 10_000


def address_of(request: Request) -> str:
    """The client's address; IPv6 clients count by their /64, which one customer holds whole."""
    return _counted(request.client.host) if request.client is not None else "unknown"


@lru_cache(maxsize=10_000)
def _counted(host: str) -> str:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


class BadCredential(Problem):
    """401. `key`: the revoked or expired key that was used, if it was one."""

    def __init__(self, detail: str, key: ApiKey | None = None) -> None:
        super().__init__(401, "bad_credential", detail, headers={"WWW-Authenticate": 'Bearer realm="makebelieve", error="invalid_token"'})
        self.key = key


class Identity:
    """Turns requests into callers, remembering look-ups for a moment."""

    def __init__(self, tell_revoked: Callable[[], None] = lambda: None) -> None:
        self._tell_revoked = tell_revoked
        self._known: dict[str, tuple[float, Caller | ApiKey | None]] = {}
        self._verified: dict[str, Verified[Access]] = {}

    def forget(self) -> None:
        """Something was revoked here: look everything up anew, in every process."""
        self.forget_here()
        self._tell_revoked()

    def forget_here(self) -> None:
        """Something was revoked somewhere."""
        self._known.clear()

    async def caller(self, request: Request, services: Services, *, query_token: bool = False) -> Caller:
        """The caller. Raises a 401 Problem for a credential that is unknown, expired or revoked, 403 for a cookie from elsewhere."""
        address = address_of(request)
        wish = request.headers.get(APP_HEADER)
        header = request.headers.get("authorization")
        if header is not None:
            scheme, _, credential = header.partition(" ")
            if scheme.lower() != "bearer" or not credential.strip():
                raise BadCredential("the Authorization header must be `Bearer` and a credential")
            return await self._bearer(credential.strip(), wish, address, services)
        if query_token and (token := request.query_params.get("token")):
            return await self._bearer(token, wish, address, services)
        cookie = request.cookies.get(COOKIE)
        # Pages of other origins act without our cookie, whatever the browser sends along.
        if cookie and ("origin" not in request.headers or from_here(request, services) or request.method not in SAFE):
            caller = await self._look_up("s:" + digest_of(cookie), wish, address, services)
            if isinstance(caller, Caller):
                if request.method not in SAFE and not from_here(request, services):
                    raise Problem(403, "cross_site", "a cookie counts only for requests from this server's own pages")
                return caller
        return anonymous(address)

    async def _bearer(self, credential: str, wish: str | None, address: str, services: Services) -> Caller:
        if looks_like_key(credential):
            caller = await self._look_up("k:" + digest_of(credential), wish, address, services)
            if not isinstance(caller, Caller):
                raise BadCredential("the API key is unknown, expired or revoked", caller)
        else:
            claims = await self._verify(credential, services)
            name = f"t:{claims.user_id}:{claims.key_id or ''}:{claims.epoch}:{','.join(claims.scopes)}"
            caller = await self._look_up(name, wish, address, services)
            if not isinstance(caller, Caller):
                raise BadCredential("the access token was ended, or its account or key is gone", caller)
        if caller.key_id is not None:
            services.activity.note_key(caller.key_id, services.clock())
        return caller

    async def _verify(self, credential: str, services: Services) -> Access:
        # A signature that was good stays good: checking it anew for every request of a client costs more than all the rest.
        name, now = digest_of(credential), services.clock()
        verified = self._verified.get(name)
        kid = verified.signed_by if verified is not None else tokens.kid_of(credential)
        ring = await services.keyrings.ring(kid)
        if verified is None or verified.signed_by not in ring.verifiers:
            verified = tokens.read(ring, credential, Access, now)
        if verified is None or now >= verified.expires_at:
            self._verified.pop(name, None)
            raise BadCredential("the access token is not valid or has expired")
        if len(self._verified) >= MOST_REUSED:
            self._verified.clear()
        self._verified[name] = verified
        return verified.claims

    async def _look_up(self, name: str, wish: str | None, address: str, services: Services) -> Caller | ApiKey | None:
        now = services.clock()
        slot = f"{name}@{address}@{wish or ''}"
        known = self._known.get(slot)
        if known is not None and 0 <= now - known[0] < REUSE:
            return known[1]
        caller = await services.threads.read(lambda unit: _find(unit, name, wish, address, now))
        if len(self._known) >= MOST_REUSED:
            self._known.clear()
        self._known[slot] = (now, caller)
        return caller


def _find(unit: AccessUnit, name: str, wish: str | None, address: str, now: float) -> Caller | ApiKey | None:
    """The caller; for a key that has ended the key; None for a credential that nobody knows."""
    kind, _, rest = name.partition(":")
    if kind == "k":
        return _by_key(unit, unit.keys.by_digest(rest), "key", None, wish, address, now)
    if kind == "t":
        user_id, key_id, epoch, scopes = rest.split(":", 3)
        granted = expand(scopes.split(","))
        if key_id:
            return _by_key(unit, unit.keys.key(key_id), "jwt", granted, wish, address, now)
        user = unit.accounts.user(user_id)
        if user is not None and str(user.epoch) != epoch:
            return None
        return _logged_in(unit, user, Caller("jwt", "anonymous", granted, address), wish)
    session = unit.accounts.session_by_digest(rest)
    if session is None or session.expires_at <= now:
        return None
    if session.user_id is None:
        return anonymous(address, session)
    user = unit.accounts.user(session.user_id)
    return _logged_in(unit, user, Caller("session", "anonymous", expand(("full",)), address, session=session), wish)


def _by_key(
    unit: AccessUnit,
    key: ApiKey | None,
    credential: Credential,
    granted: frozenset[str] | None,
    wish: str | None,
    address: str,
    now: float,
) -> Caller | ApiKey | None:
    if key is None or not key.is_active(now):
        return key
    app = unit.apps.app(key.app_id)
    payer = unit.accounts.user(app.owner_id) if app is not None else None
    if app is None or payer is None or payer.disabled_at is not None:
        return None
    if wish is not None and wish.strip() not in (app.id, app_subject(app.id, key.mode).removeprefix("app:")):
        raise Problem(403, "other_app", "a key acts in its own app and mode only; leave the Makebelieve-App field out")
    scopes = expand(key.scopes) if granted is None else granted & expand(key.scopes)
    return Caller(credential, payer.tier, scopes, address, payer, key_id=key.id, app=app, mode=key.mode, key_kind=key.kind)


def _logged_in(unit: AccessUnit, user: User | None, caller: Caller, wish: str | None) -> Caller | None:
    if user is None or user.disabled_at is not None:
        return None
    app, mode, role = apps.chosen(unit, user, wish)
    payer = user if app.owner_id == user.id else unit.accounts.user(app.owner_id)
    if payer is None or payer.disabled_at is not None:
        return None
    return replace(caller, tier=payer.tier, user=user, app=app, mode=mode, role=role)


def from_here(request: Request, services: Services) -> bool:
    """Whether a browser sent this from one of our own pages (the Origin check against cross-site request forgery)."""
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site") == "same-origin"
    if origin == _origin(services.settings.base_url):
        return True
    return urlsplit(origin).netloc == request.headers.get("host") and urlsplit(origin).scheme == request.url.scheme


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def set_cookie(response: Response, request: Request, services: Services, secret: str) -> None:
    secure = request.url.scheme == "https" or services.settings.base_url.startswith("https:")
    response.set_cookie(COOKIE, secret, max_age=browser.SESSION_LIFETIME, path="/", httponly=True, secure=secure, samesite="lax")


async def start_session(response: Response, request: Request, services: Services, user: User | None) -> BrowserSession:
    """Open a browser session and set its cookie."""
    now = services.clock()
    session, secret = await services.threads.write(lambda unit: browser.open_session(unit, user, now))
    set_cookie(response, request, services, secret)
    return session
