"""The way into every endpoint: who is it, how often, may it, and was this asked before."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, Final, cast

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.routing import Match
from starlette.types import Scope

from makebelieve.access.callers import Caller, anonymous
from makebelieve.access.gate import admit
from makebelieve.access.sealing import seal, unseal
from makebelieve.edge.http.dispatch import direct_handler
from makebelieve.edge.http.identity import Identity, address_of
from makebelieve.edge.http.multipart import boundary_of
from makebelieve.edge.http.policy import POLICIES, Policy
from makebelieve.edge.http.records import note_refusal
from makebelieve.edge.http.services import Services, answering, services_of
from makebelieve.edge.http.values import refuse_flawed
from makebelieve.kit.errors import Problem, Unavailable
from makebelieve.metering import idempotency
from makebelieve.metering.repository import StoredAnswer

log = logging.getLogger("makebelieve.http")

Handler = Callable[[Request], Coroutine[Any, Any, Response]]
PLAYERS: Final = 20
"""How many times the requests a minute an address may play with."""
# Answers that a later try may not get again; they leave the key free.
PASSING = frozenset({401, 402, 403, 408, 409, 425, 429})


class GuardedRoute(APIRoute):
    """An endpoint behind the gate. A route that the policy table does not know cannot even be built."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        # Most routes that are asked differ before their first parameter, which is seen without a regular expression.
        if not scope.get("root_path") and not scope["path"].startswith(self.path.partition("{")[0]):
            return Match.NONE, {}
        return super().matches(scope)

    def get_route_handler(self) -> Handler:
        inner = direct_handler(self) or super().get_route_handler()
        # Some read their body themselves, and only describe it.
        has_body = self.body_field is not None or "requestBody" in (self.openapi_extra or {})
        policies = {method: POLICIES[method, self.path] for method in self.methods or ()}

        async def handler(request: Request) -> Response:
            policy = policies[request.method]
            services = services_of(request)
            started, status = time.perf_counter(), 500
            request.state.caller = anonymous(address_of(request))
            try:
                caller = await _admit(request, services, policy)
                await refuse_flawed(request, has_body=has_body)
                key = request.headers.get("idempotency-key") if policy.creates else None
                response = await (inner(request) if key is None else _once(request, services, caller, key, inner))
                status = response.status_code
                return response
            except Problem as problem:
                status = problem.status
                note_refusal(request, services, policy.action, problem)
                raise
            except RequestValidationError:
                status = 422
                raise
            finally:
                caller = caller_of(request)
                if caller.app_id is not None:
                    seconds = time.perf_counter() - started
                    services.activity.note_call(caller.subject or "", policy.action, status, seconds, services.clock())

        return handler


def caller_of(request: Request) -> Caller:
    """The caller that the guard let in."""
    return cast(Caller, request.state.caller)


async def _admit(request: Request, services: Services, policy: Policy) -> Caller:
    identity = cast(Identity, request.app.state.identity)
    problem: Problem | None = None
    if policy.action in ("public", "play"):
        # A stale credential must not keep anybody from logging in; a player's token is the call's own to read.
        caller = anonymous(address_of(request))
    else:
        try:
            caller = await identity.caller(request, services, query_token=policy.credential_in_query)
        except Problem as error:
            problem, caller = error, anonymous(address_of(request))
    request.state.caller = caller
    bucket, limit = caller.bucket, services.settings.requests_per_minute
    if policy.action == "play":
        # Players choose faster than programs ask, and a class of them may sit behind one address.
        bucket, limit = f"play:{bucket}", limit * PLAYERS
    verdict = await services.limiter.hit(bucket, limit, services.clock())
    request.state.verdict = verdict
    if policy.creates and not verdict.exact:
        # What costs something waits until every process can be asked; all else goes on under this process's own count.
        raise Unavailable("redis", "the limits of creating calls cannot be checked")
    if not verdict.allowed:
        raise Problem(429, "rate_limited", f"at most {verdict.limit} requests a minute; try again in {max(1, verdict.reset)} s")
    if problem is not None:
        raise problem
    admit(caller, policy.action, allow_anonymous=services.settings.allow_anonymous)
    return caller


async def _once(request: Request, services: Services, caller: Caller, raw_key: str, inner: Handler) -> Response:
    key = idempotency.normal_key(raw_key)
    body = await request.body()
    route = f"{request.method} {request.url.path}"
    now = services.clock()
    subject = caller.subject or caller.meter
    asked = body + b"?" + request.url.query.encode() if request.url.query else body
    if (boundary := boundary_of(request.headers.get("content-type", ""))) is not None:
        # A client draws another one for each try.
        asked = asked.replace(boundary, b"")
    begun = await services.threads.write(lambda unit: idempotency.begin(unit, subject, route, key, asked, now))
    if isinstance(begun, StoredAnswer):
        headers = {**begun.headers, "Idempotency-Replayed": "true"}
        kept_body = unseal(services.sealing, begun.body)
        if kept_body is None:
            raise Problem(409, "idempotency_lost", "the answer kept for this Idempotency-Key cannot be read any more; use a new key")
        return Response(kept_body, status_code=begun.status or 200, headers=headers)
    claim = begun
    try:
        with answering(claim), services.in_hand.answering(claim, now):
            response = await inner(request)
    except BaseException as error:
        refused = isinstance(error, Problem | RequestValidationError)
        with suppress(Unavailable):
            await services.threads.write(lambda unit: idempotency.forget(unit, claim, refused=refused))
        raise
    if response.status_code >= 500 or response.status_code in PASSING:
        await services.threads.write(lambda unit: idempotency.forget(unit, claim, refused=True))
    else:
        kept = {name: value for name, value in response.headers.items() if name in ("content-type", "location", "etag")}
        # Sealed, because answers may hold what the database must not: a new API key is shown in one.
        data = seal(services.sealing, bytes(response.body))
        try:
            await services.threads.write(lambda unit: idempotency.keep(unit, claim, response.status_code, kept, data))
        except Unavailable as error:
            # It is done all the same. A retry will follow the job, or be told that the answer is lost.
            log.error("an answer could not be kept for replay", extra={"reason": error.reason})
    return response
