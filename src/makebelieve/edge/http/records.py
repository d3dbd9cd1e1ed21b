"""What the edge writes down about calls: lines of the audit log, and the notes that are stored a moment later."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import Final

from fastapi import Request

from makebelieve.access import audit
from makebelieve.access.audit import Entry
from makebelieve.access.callers import Caller, User
from makebelieve.access.gate import Refusal
from makebelieve.edge.http.identity import BadCredential, address_of
from makebelieve.edge.http.services import Services
from makebelieve.kit.errors import Problem
from makebelieve.metering import idempotency

log = logging.getLogger("makebelieve.http")
# Seconds between two writings of the notes.
EVERY: Final = 2.0


def act(request: Request, now: float, action: str, resource: str | None = None) -> Entry:
    """A line about what the caller of this request does, to be added in the transaction that does it."""
    return audit.by_caller(request.state.caller, now, action, resource, request_id=request.state.request_id)


def about(request: Request, user: User, now: float, action: str, refused: str | None = None) -> Entry:
    """A line about an account that this request logs in, or fails to (`refused`: why)."""
    outcome: audit.Outcome = "allowed" if refused is None else "refused"
    return audit.by_account(
        user,
        now,
        action,
        address_of(request),
        outcome=outcome,
        reason=refused or "allowed",
        request_id=request.state.request_id,
    )


def note_refusal(request: Request, services: Services, action: str, problem: Problem) -> None:
    """Keep a refusal of a caller that belongs to an app; strangers' are in the server's log alone, or they could fill the disk."""
    caller: Caller = request.state.caller
    now, request_id = services.clock(), request.state.request_id
    if isinstance(problem, BadCredential) and problem.key is not None:
        key = problem.key
        reason = "key_revoked" if key.revoked_at is not None else "key_expired"
        services.activity.note_refusal(
            Entry(now, key.app_id, None, key.id, "key", caller.address, action, request.url.path, "refused", reason, request_id)
        )
    elif isinstance(problem, Refusal) and caller.app_id is not None and problem.decision.reason != "not_found":
        services.activity.note_refusal(
            audit.by_caller(caller, now, action, request.url.path, outcome="refused", reason=problem.decision.reason, request_id=request_id)
        )


async def flush(services: Services) -> None:
    """Store the notes made so far. What cannot be stored now is kept for the next time."""
    notes = services.activity.take()
    if notes.is_empty:
        return
    try:
        await services.threads.write(notes.write)
    except Exception:
        log.exception("the notes about calls could not be written; they are kept for the next try")
        services.activity.put_back(notes)


async def keep_flushing(services: Services) -> None:
    """Until the server begins to stop, and once then."""
    while not services.closing.is_set():
        try:
            await asyncio.wait_for(services.closing.wait(), EVERY)
        except TimeoutError:
            await flush(services)
    await flush(services)


async def keep_vouching(services: Services) -> None:
    """Say, as long as this server lives, that the requests with an Idempotency-Key that it works on are not abandoned."""
    while True:
        await asyncio.sleep(idempotency.ABANDONED / idempotency.BEATS)
        now = services.clock()
        claims = services.in_hand.lasting(now)
        if not claims:
            continue
        try:
            await services.threads.write(partial(idempotency.vouch, claims=claims, now=now))
        except Exception:
            log.exception("requests with an Idempotency-Key could not be vouched for")
