"""What the studio does on order and for its owners. Functions of one unit of work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from makebelieve.access.callers import Caller
from makebelieve.access.gate import own
from makebelieve.jobs import queue
from makebelieve.jobs.announcing import WEBHOOK_URL
from makebelieve.jobs.queue import BASE_URL
from makebelieve.jobs.repository import Job
from makebelieve.kit.errors import Problem, invalid
from makebelieve.kit.ids import new_id
from makebelieve.library.repository import LibraryUnit
from makebelieve.library.standing import standing
from makebelieve.library.studio.repository import Creation, Kind
from makebelieve.metering import credits, orders
from makebelieve.metering.credits import Work
from makebelieve.metering.ledger import reserve

LOCK: Final = ("artStyle", "resolution", "viewAngle", "palette", "artDirection", "outline", "light")
"""What a project fixes for everything that is made in it."""
_PREFIX: Final[dict[Kind, str]] = {"project": "prj", "generation": "gen", "sprite": "spr", "animation": "anim", "tile": "tile"}


def owned(unit: LibraryUnit, caller: Caller, kind: Kind, creation_id: str) -> Creation:
    """The caller's. Raises a 404 Problem when there is none or it is another's."""
    found = unit.creations.creation(creation_id)
    own(caller, found.owner if found is not None and found.kind == kind else None, kind)
    assert found is not None
    return found


def locked(unit: LibraryUnit, caller: Caller, project_id: str | None) -> dict[str, Any]:
    """The style of a project, {} without one. Raises a 404 Problem."""
    return {} if project_id is None else {name: owned(unit, caller, "project", project_id).asked.get(name) for name in LOCK}


def work_of(asked: Mapping[str, Any]) -> dict[Work, int]:
    """What a generation costs."""
    items, chained, variants = len(asked["items"]), len(asked["chain"]), asked["variants"]
    pictures: dict[Work, int] = {"pack_item": items * variants} if items else {"sprite": variants}
    return {**pictures, "animation": chained}


def order(
    unit: LibraryUnit,
    caller: Caller,
    now: float,
    kind: Kind,
    asked: dict[str, Any],
    work: dict[Work, int],
    *,
    parent: str | None = None,
    name: str = "",
    base_url: str,
    webhook_url: str | None = None,
    job_kind: str | None = None,
    batch: bool = False,
) -> Job:
    """Keep a pending thing and queue its job, whose `target` is its id; an item of a batch is left unqueued.

    Raises 402 without credits, 429 with too many under way.
    """
    if caller.subject is None:
        raise Problem(401, "not_authenticated", "this call needs a credential")
    charges = [credits.charge(unit, caller.meter, credits.price(work))] if batch else orders.of_studio(unit, caller, work)
    job_kind = job_kind or kind
    job_id, target = new_id("job", now), new_id("anim_processed" if job_kind == "sheet" else _PREFIX[kind], now)
    payload = {**asked, "id": target, BASE_URL: base_url, **({WEBHOOK_URL: webhook_url} if webhook_url is not None else {})}
    reservation = reserve(unit, charges, now, job=job_id, reason=job_kind)
    job = Job(job_id, job_kind, caller.subject, caller.bucket, target, payload, reservation, "queued", 0, 0, now)
    unit.creations.add(Creation(target, kind, job.owner, parent, job.id, name[:200], asked, {}, now))
    if not batch:
        queue.enqueue(unit, job, orders.PER_KEY)
    return job


def keep(
    unit: LibraryUnit, caller: Caller, now: float, kind: Kind, name: str, asked: dict[str, Any], parent: str | None = None
) -> Creation:
    """Something that no job has to make."""
    kept = Creation(new_id(_PREFIX[kind], now), kind, caller.subject or "", parent, None, name[:200], asked, {}, now, now)
    unit.creations.add(kept)
    return kept


def select(unit: LibraryUnit, caller: Caller, now: float, generation_id: str, index: int) -> Creation:
    """Keep one picture of a generation as a sprite. Raises 404, 409 while it is not made, 400 for an index it does not have."""
    found = owned(unit, caller, "generation", generation_id)
    if found.completed_at is None:
        job = unit.jobs.job(found.job or "")
        raise Problem(409, "not_completed", standing(None, job).error or "it is not made yet; wait until its status is completed")
    chosen = found.made["pictures"]
    if not 0 <= index < len(chosen):
        raise invalid("variationIndex", f"is not there; the generation has {len(chosen)}", tuple(str(n) for n in range(len(chosen))))
    return _sprite(unit, found, chosen[index], found.owner, now)


def _sprite(unit: LibraryUnit, generation: Creation, picture: Mapping[str, Any], owner: str, now: float) -> Creation:
    style = {name: generation.asked["style"].get(name) for name in LOCK}
    asked = {"prompt": picture["prompt"], "spec": picture["spec"], "style": style, "generation": generation.id, "image": picture["file"]}
    if "maker" in picture:
        asked["maker"] = picture["maker"]
    kept = Creation(new_id("spr", now), "sprite", owner, generation.parent, None, str(picture["prompt"])[:200], asked, {}, now, now)
    unit.creations.add(kept)
    return kept


def complete_generation(unit: LibraryUnit, job: Job, result: dict[str, Any], now: float) -> tuple[str | None, list[Creation]]:
    """Keep what a generation made; with chained animations also its sprite and these. Raises 404 when it was deleted meanwhile."""
    found = unit.creations.creation(job.target)
    if found is None or (found.parent is not None and unit.creations.creation(found.parent) is None):
        raise Problem(404, "not_found", "it was deleted meanwhile; nothing was charged")
    animations: list[Creation] = []
    sprite_id = None
    if result["animations"]:
        sprite = _sprite(unit, found, result["pictures"][0], found.owner, now)
        sprite_id = sprite.id
        for made in result["animations"]:
            # A millisecond apart, so that lists keep the order of the wish.
            at = now + 0.001 * len(animations)
            one = Creation(
                new_id("anim", at), "animation", found.owner, sprite.id, job.id, made["asked"]["type"], made["asked"], made["made"], at, now
            )
            unit.creations.add(one)
            animations.append(one)
    kept = {**result, "animations": [one.id for one in animations], "sprite": sprite_id}
    unit.creations.complete(found.id, kept, now)
    return sprite_id, animations


def remove(unit: LibraryUnit, creation: Creation, now: float) -> tuple[list[str], list[str]]:
    """Remove it with all that belongs to it, ending jobs under way: names of files to delete, and jobs that were closed."""
    names: list[str] = []
    closed: list[str] = []
    below: dict[Kind, tuple[Kind, ...]] = {"project": ("sprite", "generation", "tile"), "sprite": ("animation",)}
    for kind in below.get(creation.kind, ()):
        while found := unit.creations.list_of(kind, 500, 0, owner=creation.owner, parent=creation.id):
            for one in found:
                more, ended = remove(unit, one, now)
                names += more
                closed += ended
    job = unit.jobs.job(creation.job) if creation.job is not None and creation.completed_at is None else None
    if job is not None:
        closed += queue.cancel(unit, job, now)
    unit.creations.remove(creation)
    return names + unit.uploads.remove([creation.id]), closed


def change(unit: LibraryUnit, creation: Creation, name: str | None, lock: Mapping[str, Any]) -> Creation:
    changed = replace(creation, name=name[:200] if name is not None else creation.name, asked={**creation.asked, **lock})
    unit.creations.change(changed.id, changed.name, changed.asked)
    return changed
