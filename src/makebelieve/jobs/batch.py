"""Batches: many creating requests as one job. Each item is a job of its own in the same queue, so it is leased, fenced, retried,
charged and refunded like any other; the batch counts how they end, and ends with the last of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol, TypeVar

from makebelieve.access.callers import Caller
from makebelieve.jobs.announcing import WEBHOOK_URL
from makebelieve.jobs.executor import problem_dict
from makebelieve.jobs.repository import BATCH, BatchItem, Job, JobsUnit
from makebelieve.kit.errors import Problem
from makebelieve.kit.ids import new_id
from makebelieve.kit.origin import origin

Unit = TypeVar("Unit", bound=JobsUnit, contravariant=True)
MOST: Final = 1000
"""Items of one batch."""
PRIORITY: Final = 10
"""Behind what somebody waits for."""


class Draft(Protocol[Unit]):
    """Makes the job of one item and reserves what it costs, without queueing it. Raises Problem."""

    def __call__(self, unit: Unit, caller: Caller, now: float) -> Job: ...


@dataclass(frozen=True, slots=True)
class Request:
    """One item as it was asked for: what will make a job of it, or why it is refused before anything is reserved."""

    path: str
    draft: Draft[Any] | None
    problem: Problem | None = None


def order(unit: JobsUnit, caller: Caller, requests: Sequence[Request], now: float, *, at_once: int, webhook_url: str | None) -> Job:
    """Queue every request that can be; the others are items that failed at once.

    `at_once`: items of this account that run at the same time. Raises the items' Problem when not one of them could be queued.
    """
    batch_id = new_id("job", now)
    items: list[BatchItem] = []
    children: list[Job] = []
    refusals: list[Problem] = []
    for position, request in enumerate(requests):
        try:
            if request.draft is None:
                raise request.problem or Problem(400, "invalid", "the item cannot be done")
            drafted = request.draft(unit, caller, now)
        except Problem as problem:
            refusals.append(problem)
            items.append(BatchItem(position, request.path, None, problem_dict(problem)))
            continue
        children.append(replace(drafted, key=f"batch:{caller.meter}", parent=batch_id, priority=PRIORITY, origin=origin()))
        items.append(BatchItem(position, request.path, drafted.id, None))
    if not children:
        first = refusals[0]
        errors = tuple(replace(error, path=f"items.0.{error.path}") for error in first.errors)
        raise Problem(first.status, first.code, f"no item could be queued; the first: {first.detail}", errors, first.headers)
    batch = Job(
        id=batch_id,
        kind=BATCH,
        owner=caller.subject or "",
        # It has no slot: what runs is its items.
        key=batch_id,
        target=batch_id,
        payload={WEBHOOK_URL: webhook_url} if webhook_url is not None else {},
        reservation=None,
        state="running",
        token=0,
        attempts=0,
        created_at=now,
        progress=len(refusals) / len(items),
        origin=origin(),
    )
    unit.jobs.add_batch(batch, items, children, cap=at_once)
    return batch
