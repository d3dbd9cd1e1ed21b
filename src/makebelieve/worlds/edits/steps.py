"""One clause of an instruction, by the first reader that knows what it asks for; the surest are asked first."""

from __future__ import annotations

import re
from typing import Any

from makebelieve.worlds.difference import diff
from makebelieve.worlds.edits.drafts import Draft, Ops, applied
from makebelieve.worlds.edits.everyday import reading as everyday
from makebelieve.worlds.edits.frames import reading
from makebelieve.worlds.edits.meaning import readings
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.reader import read
from makebelieve.worlds.edits.replies import told
from makebelieve.worlds.edits.sanity import readable, sane
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import Meant, Unsure
from makebelieve.worlds.edits.wishes import table


def step(
    made: dict[str, Any], clause: str, salt: str, subject: Thing | None, *, narrow: bool
) -> tuple[dict[str, Any], Ops, str, Thing | None] | None:
    """One clause done: the world after it, its operations, what was done, and what "it" means after it. Raises Unsure."""
    unsure: Unsure | None = None
    for reader in (_plainly, _surely, _meant, table.read, _guessed, _else):
        try:
            wish = reader(made, clause, salt, subject)
        except Meant:
            raise
        except Unsure as asked:
            unsure = unsure or asked
            continue
        if wish is not None and readable(wish[1]):
            draft, sentence_ = wish
            ops = draft.settle()
            return draft.world, ops, sentence_, draft.subject
    try:
        plain = read(made, table.spoken_of(clause, subject)) if narrow and unsure is None else []
    except Unsure as asked:
        # Of the older readers, a list of all there is helps nobody.
        unsure = None if re.match(r"There is no (?:place|place or event) '", str(asked)) and len(clause.split()) > 5 else asked
        plain = []
    if unsure is not None:
        raise unsure
    if not plain or re.search(r"\b(?:instead of|rather than|easier to)\b", clause):
        return None
    after, why = applied(made, plain)
    if why:
        raise Unsure(f"That cannot be done: {why}.")
    if not sane(made, after, clause):
        return None
    new = next((one["id"] for one in plain if one["op"] == "add_state"), None) or next(
        (one["to"] for one in plain if one["op"] == "rename_state"), None
    )
    return after, plain, told(made, after, diff(made, after)), Thing("place", new, shown_name(after, new)) if new else None


def _plainly(made: dict[str, Any], clause: str, salt: str, subject: Thing | None) -> tuple[Draft, str] | None:
    return everyday.read(made, clause, salt, subject, parts=1)


def _surely(made: dict[str, Any], clause: str, salt: str, subject: Thing | None) -> tuple[Draft, str] | None:
    try:
        return reading.read(made, clause, salt, subject, sure=True, parts=1)
    except Unsure:
        return None


def _meant(made: dict[str, Any], clause: str, salt: str, subject: Thing | None) -> tuple[Draft, str] | None:
    return readings.read(made, table.spoken_of(clause, subject), salt, subject, least=readings.SURE)


def _guessed(made: dict[str, Any], clause: str, salt: str, subject: Thing | None) -> tuple[Draft, str] | None:
    return readings.read(made, table.spoken_of(clause, subject), salt, subject, least=0.0, below=readings.SURE)


def _else(made: dict[str, Any], clause: str, salt: str, subject: Thing | None) -> tuple[Draft, str] | None:
    try:
        return reading.read(made, clause, salt, subject, parts=2)
    except Unsure:
        return None
