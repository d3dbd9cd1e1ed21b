"""What surrounds every answer: request id, security and rate-limit fields, one log record, a bound on bodies, and no traceback ever."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from makebelieve.edge.http.admission import Admission, here, overloaded
from makebelieve.edge.http.browsers import protect
from makebelieve.edge.http.identity import address_of
from makebelieve.edge.http.policy import POLICIES
from makebelieve.edge.http.problems import problem_response
from makebelieve.edge.metrics import Observer
from makebelieve.kit.clock import Clock
from makebelieve.kit.errors import Problem
from makebelieve.kit.ids import new_id
from makebelieve.kit.origin import Origin, Tracer, working_for
from makebelieve.metering.rates import RateLimiter, fields

log = logging.getLogger("makebelieve.http")

_REQUEST_ID: Final = re.compile(r"[A-Za-z0-9_.\-]{1,64}")


_PACKED: Final = Problem(415, "packed", "this server takes bodies as they are: leave Content-Encoding out")
_LOGIN = "/login/"
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def _loggable(path: str) -> str:
    """The path as logs may keep it: a login link's token stays out of them."""
    return f"{_LOGIN}…" if path.startswith(_LOGIN) else path


def _route(scope: Scope) -> str:
    """The pattern that the path matched; paths that match none are one, so that nobody can fill the metrics with names."""
    return str(getattr(scope.get("route"), "path", "none"))


def _packed(scope: Scope) -> bool:
    """Whether the body is compressed: what a few bytes become is not for whoever sends them to say."""
    return any(name == b"content-encoding" and value.strip().lower() not in (b"", b"identity") for name, value in scope["headers"])


class Envelope:
    """Outermost ASGI layer."""

    def __init__(
        self,
        app: ASGIApp,
        clock: Clock,
        limiter: RateLimiter,
        observer: Observer,
        tracer: Tracer,
        *,
        requests_per_minute: int,
        max_body_bytes: int,
        requests_at_once: int,
        https: bool = False,
    ) -> None:
        self._app = app
        self._observer = observer
        self._tracer = tracer
        self._https = https
        self._clock = clock
        self._limiter = limiter
        self._requests_per_minute = requests_per_minute
        self._max_body_bytes = max_body_bytes
        self._admission = Admission(requests_at_once)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"x-request-id"), "")
        request_id = given if _REQUEST_ID.fullmatch(given) else new_id("req", self._clock())
        state = scope.setdefault("state", {})
        state["request_id"] = request_id
        started = time.perf_counter()
        status = 0

        async def send_wrapped(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                # What follows is between this answer and its reader's line.
                place.leave()
                message["headers"] = self._addressed(message.get("headers", ()), scope, state)
            await send(message)

        received = 0
        policy = POLICIES.get((scope["method"], scope["path"]))
        most = max(self._max_body_bytes, policy.largest_body if policy is not None else 0)

        async def receive_bounded() -> Message:
            nonlocal received
            message = await receive()
            if message["type"] == "http.request":
                received += len(message.get("body", b""))
                if received > most:
                    raise HTTPException(413)
            return message

        place = self._admission.enter(scope["path"])
        method = scope["method"] if scope["method"] in _METHODS else "other"
        parent = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"traceparent"), None)
        with self._tracer.span(method, parent, request_id=request_id) as span, working_for(Origin(request_id, span.traceparent)):
            acting = here.set(place)
            try:
                if place.refused:
                    await problem_response(overloaded(), request_id)(scope, receive, send_wrapped)
                elif _packed(scope):
                    await problem_response(_PACKED, request_id)(scope, receive, send_wrapped)
                else:
                    await self._app(scope, receive_bounded, send_wrapped)
            except Exception:
                log.exception("unhandled", extra={"path": _loggable(scope["path"])})
                if status == 500:
                    return
                if status:
                    # The answer has begun; only breaking the connection tells the client that it is not whole.
                    raise
                problem = Problem(500, "internal", "something went wrong here; the server's log has more under this request_id")
                answer = problem_response(problem, request_id)
                await answer(scope, receive, send_wrapped)
            finally:
                place.leave()
                here.reset(acting)
                seconds = time.perf_counter() - started
                route = _route(scope)
                self._observer.request(method, route, status, seconds)
                span.note(f"{method} {route}", failed=status >= 500, http_route=route, http_response_status_code=status)
                caller = state.get("caller")
                # A line for each refusal would cost more than the refusals do; admission tells how many there were.
                log.log(
                    logging.DEBUG if place.refused else logging.INFO,
                    "request",
                    extra={
                        "method": scope["method"],
                        "path": _loggable(scope["path"]),
                        "status": status,
                        "ms": round(seconds * 1000, 1),
                        "caller": caller.bucket if caller is not None else None,
                    },
                )

    def _addressed(self, headers: Iterable[tuple[bytes, bytes]], scope: Scope, state: dict[str, Any]) -> list[tuple[bytes, bytes]]:
        """An answer's fields with those that every answer has; what the endpoint said for itself stays."""
        wanted = protect(headers, scope["path"], https=self._https)
        said = {name for name, _ in wanted}
        wanted.append((b"x-request-id", state["request_id"].encode()))
        verdict, now = state.get("verdict"), self._clock()
        if verdict is None:
            # Not a call of the API: it counts for nothing, but the address may see how it stands.
            address = address_of(Request(scope))
            verdict = self._limiter.look(f"addr:{address}", self._requests_per_minute, now)
            verdict = replace(verdict, allowed=True)
        elif b"cache-control" not in said:
            wanted.append((b"cache-control", b"no-store"))
        for name, value in fields(verdict, now).items():
            raw = name.lower().encode()
            if raw not in said:
                wanted.append((raw, value.encode()))
        return wanted
