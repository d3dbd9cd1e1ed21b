"""/api/v1/auth: accounts and tokens."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, cast

from fastapi import APIRouter, Request, Response

from makebelieve.access import accounts, browser, passwords
from makebelieve.access.callers import User, app_subject
from makebelieve.access.secrets import digest_of, looks_like_key
from makebelieve.access.tokens import SWAPPED_LIFETIME, Minted
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.identity import COOKIE, Identity, address_of, from_here, set_cookie
from makebelieve.edge.http.records import about, act
from makebelieve.edge.http.schemas import (
    LoginRequest,
    LogoutRequest,
    PasswordRequest,
    RefreshRequest,
    RegisterRequest,
    SignInAnswer,
    TokenAnswer,
    TokenRequest,
    UserAnswer,
    refusals,
)
from makebelieve.edge.http.services import Services, services_of
from makebelieve.kit.errors import Problem
from makebelieve.library import shelf
from makebelieve.library.repository import LibraryUnit
from makebelieve.metering import credits, ledger

LOGINS_A_MINUTE: Final = 10
"""Tries of one account's password in any minute, wherever they come from and whatever comes of them."""

router = APIRouter(route_class=GuardedRoute, tags=["auth"])


def _answer(signed_in: accounts.SignIn) -> SignInAnswer:
    return SignInAnswer(
        access_token=signed_in.access_token,
        refresh_token=signed_in.refresh_token,
        expires_in=signed_in.expires_in,
        user=UserAnswer.model_validate(signed_in.user.public()),
    )


async def _count_try(services: Services, email: str) -> None:
    """Raises a 429 Problem when an account's password was tried too often just now. One that does not exist is counted as well."""
    verdict = await services.limiter.hit(f"login:{digest_of(email)}", LOGINS_A_MINUTE, services.clock())
    if not verdict.allowed:
        wait = max(1, verdict.reset)
        detail = f"at most {verdict.limit} tries of a password a minute; try again in {wait} s"
        raise Problem(429, "too_many_logins", detail, headers={"Retry-After": str(wait)})


def adopt_browser(unit: LibraryUnit, cookie: str | None, user: User, now: float) -> str | None:
    """Log a browser in: what it made becomes the user's default app's, and it gets a new session (the old secret must not carry over).

    Returns the secret for the cookie.
    """
    old = unit.accounts.session_by_digest(digest_of(cookie)) if cookie else None
    if old is not None:
        if old.user_id is None:
            shelf.claim(unit, old.id, app_subject(user.default_app, "live"))
        unit.accounts.end_session(old.id)
    _, secret = browser.open_session(unit, user, now)
    return secret


async def _sign_in(request: Request, response: Response, services: Services, user: User, action: str) -> SignInAnswer:
    now = services.clock()
    ring = await services.keyrings.ring()
    cookie = request.cookies.get(COOKIE)
    # Programs get tokens only; one of our own pages gets a cookie session as well.
    from_browser = from_here(request, services)

    def work(unit: LibraryUnit) -> tuple[accounts.SignIn, str | None]:
        secret = adopt_browser(unit, cookie, user, now) if from_browser else None
        unit.audit.add([about(request, user, now, action)])
        return accounts.sign_in(unit, ring, user, now), secret

    signed_in, secret = await services.threads.write(work)
    if secret is not None:
        set_cookie(response, request, services, secret)
        cast(Identity, request.app.state.identity).forget()
    return _answer(signed_in)


@router.post(
    "/api/v1/auth/register",
    response_model=SignInAnswer,
    status_code=201,
    responses=refusals(403, 409, 422, 429),
    summary="Make an account",
)
async def register(request: Request, response: Response, body: RegisterRequest) -> SignInAnswer:
    services = services_of(request)
    if not services.settings.registration:
        raise Problem(403, "registration_closed", "this server takes no new accounts")
    email = accounts.normal_email(body.email)
    passwords.check_password(body.password)
    hashed = await services.threads.run(lambda: passwords.hash_password(body.password))
    now = services.clock()
    settings = services.settings
    name, approved = body.display_name or email.partition("@")[0][:100], not settings.require_approval

    def work(unit: LibraryUnit) -> User:
        user = accounts.register(unit, email, name, hashed, settings.default_tier, now, approved=approved)
        if settings.starting_credits:
            ledger.grant(unit, credits.account_of(user), settings.starting_credits, now, "for a new account")
        return user

    return await _sign_in(request, response, services, await services.threads.write(work), "register")


@router.post("/api/v1/auth/login", response_model=SignInAnswer, responses=refusals(401, 422, 429), summary="Log in")
async def login(request: Request, response: Response, body: LoginRequest) -> SignInAnswer:
    services = services_of(request)
    email = body.email.strip().lower()
    await _count_try(services, email)
    found = await services.threads.read(lambda unit: unit.accounts.user_by_email(email))
    encoded = found[1] if found is not None else None
    right = await services.threads.run(lambda: passwords.verify_password(body.password, encoded))
    if not right or found is None or found[0].disabled_at is not None:
        if found is not None:
            services.activity.note_refusal(about(request, found[0], services.clock(), "login", "disabled" if right else "wrong_password"))
        raise Problem(401, "bad_login", "email address or password is wrong")
    user = found[0]
    if encoded is not None and passwords.outdated(encoded):
        hashed = await services.threads.run(lambda: passwords.hash_password(body.password))
        await services.threads.write(lambda unit: unit.accounts.set_password_hash(user.id, hashed))
    return await _sign_in(request, response, services, user, "login")


@router.post(
    "/api/v1/auth/refresh", response_model=SignInAnswer, responses=refusals(401, 422, 429), summary="Swap a refresh token for new tokens"
)
async def refresh(request: Request, body: RefreshRequest) -> SignInAnswer:
    """Each refresh token works once; using one a second time ends all tokens that came from it."""
    services = services_of(request)
    now, ring, address = services.clock(), await services.keyrings.ring(), address_of(request)
    result = await services.threads.write(lambda unit: accounts.refresh(unit, ring, body.refresh_token, now, address))
    if isinstance(result, Problem):
        raise result
    return _answer(result)


@router.post(
    "/api/v1/auth/token", response_model=TokenAnswer, responses=refusals(401, 422, 429), summary="Swap an API key for a 24 h token"
)
async def token(request: Request, body: TokenRequest) -> TokenAnswer:
    services = services_of(request)
    if not looks_like_key(body.api_key):
        raise Problem(401, "bad_key", "the API key is unknown or revoked")
    now, ring = services.clock(), await services.keyrings.ring()

    def work(unit: LibraryUnit) -> Minted:
        minted, key, user = accounts.swap_key(unit, ring, body.api_key, now)
        entry = replace(about(request, user, now, "token.minted"), app_id=key.app_id, key_id=key.id, resource=f"token {minted.id}")
        unit.audit.add([entry])
        return minted

    minted = await services.threads.write(work)
    return TokenAnswer(access_token=minted.text, expires_in=SWAPPED_LIFETIME)


@router.post("/api/v1/auth/logout", status_code=204, responses=refusals(422, 429), summary="End this browser's session and a refresh token")
async def logout(request: Request, body: LogoutRequest | None = None) -> Response:
    services = services_of(request)
    cookie = request.cookies.get(COOKIE) if from_here(request, services) else None
    refresh_token = body.refresh_token if body is not None else None
    now = services.clock()

    def work(unit: LibraryUnit) -> None:
        if cookie and (session := unit.accounts.session_by_digest(digest_of(cookie))) is not None:
            unit.accounts.end_session(session.id)
        if refresh_token and (used := unit.accounts.use_refresh_token(digest_of(refresh_token), now)) is not None:
            unit.accounts.revoke_refresh_family(used[0], now)

    await services.threads.write(work)
    cast(Identity, request.app.state.identity).forget()
    response = Response(status_code=204)
    if cookie:
        response.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax")
    return response


@router.post(
    "/api/v1/auth/logout-all",
    status_code=204,
    responses=refusals(401, 403, 429),
    summary="End every login of the account",
)
async def logout_all(request: Request) -> Response:
    """Access tokens, refresh tokens, browser sessions and login links of the account, everywhere, at once. API keys go on."""
    services = services_of(request)
    user = caller_of(request).user
    assert user is not None
    now = services.clock()

    def work(unit: LibraryUnit) -> None:
        accounts.end_logins(unit, user, now)
        unit.audit.add([act(request, now, "logout.all", f"user {user.id}")])

    await services.threads.write(work)
    cast(Identity, request.app.state.identity).forget()
    response = Response(status_code=204)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax")
    return response


@router.post("/api/v1/auth/password", response_model=SignInAnswer, responses=refusals(401, 403, 422, 429), summary="Change the password")
async def change_password(request: Request, response: Response, body: PasswordRequest) -> SignInAnswer:
    """Ends every login of the account, this one too, and gives new tokens. An account without a password needs no old one."""
    services = services_of(request)
    user = caller_of(request).user
    assert user is not None
    passwords.check_password(body.new_password)
    await _count_try(services, user.email)
    found = await services.threads.read(lambda unit: unit.accounts.user_by_email(user.email))
    encoded = found[1] if found is not None else None
    if encoded is not None and not await services.threads.run(lambda: passwords.verify_password(body.current_password or "", encoded)):
        services.activity.note_refusal(about(request, user, services.clock(), "password.changed", "wrong_password"))
        raise Problem(403, "wrong_password", "the current password is wrong")
    hashed = await services.threads.run(lambda: passwords.hash_password(body.new_password))
    now = services.clock()

    def work(unit: LibraryUnit) -> User:
        unit.audit.add([act(request, now, "password.changed", f"user {user.id}")])
        return accounts.set_password(unit, user, hashed, now)

    changed = await services.threads.write(work)
    cast(Identity, request.app.state.identity).forget()
    return await _sign_in(request, response, services, changed, "login")


@router.get(
    "/api/v1/auth/me", response_model=UserAnswer, responses=refusals(401, 403, 404, 429), summary="The account behind the credential"
)
async def me(request: Request) -> UserAnswer:
    user = caller_of(request).user
    if user is None:
        raise Problem(404, "no_account", "this browser is not logged in")
    return UserAnswer.model_validate(user.public())
