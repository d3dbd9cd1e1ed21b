"""Requests that a reply may propose: made of what this world has, and each tried before it is offered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.staging import hour_of, shown_name
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.generation.chance import Chance

Works = Callable[[str], bool]
_THINGS: Final = ("a red lamp", "a wooden clock", "a blue kite", "a big mirror", "a globe", "a basket of apples")


def offers(world: World, works: Works, about: Thing | None = None, count: int = 2) -> list[str]:
    """`count` requests that can be done here, about something where it is known."""
    made: list[str] = []
    if _TRYING.get():
        return made
    with trying():
        for one in _candidates(world, about):
            if one not in made and works(one):
                made.append(one)
            if len(made) == count:
                break
    return made


_TRYING: Final[ContextVar[bool]] = ContextVar("trying", default=False)


@contextmanager
def trying() -> Iterator[None]:
    """While requests are tried: those that cannot be done need no proposals of their own."""
    before = _TRYING.set(True)
    try:
        yield
    finally:
        _TRYING.reset(before)


def said(world: World, works: Works, about: Thing | None = None) -> str:
    """The requests as the end of a reply: "Say for example: ... or ...?" """
    some = offers(world, works, about)
    return f"Say for example: {' or '.join(quoted(one) for one in some)}." if some else ""


def quoted(request: str) -> str:
    """A request in quotation marks that it does not hold itself; without any where it holds both."""
    return next((f"{mark}{request}{mark}" for mark in ("'", '"') if mark not in request), request)


def _candidates(world: World, about: Thing | None) -> Iterator[str]:
    chance = Chance(len(str(world.get("id", ""))) + sum(map(ord, str(world.get("name", "")) + (about.name if about else ""))))
    places = [shown_name(world, key) for key in naming.in_order(world, again=False)]
    people = [one.name for one in naming.things(world) if one.kind == "person"]
    thing = chance.pick(_THINGS, "offer")
    hour = "day" if hour_of(world) in ("night", "dusk") else "night"
    name = about.name if about else ""
    if about is not None and about.kind == "place":
        yield f"put {thing} in {name}"
        yield f"make {name} darker"
        yield f"add a library next to {name}"
    elif about is not None and about.kind == "person":
        yield f'{name} should say "Good evening"'
        yield f"{name} should be friendlier"
    elif about is not None and about.kind == "ending":
        yield f"make the ending '{name}' happier"
        yield f"rename the ending '{name}' to Home at last"
    elif about is not None and about.kind == "item":
        for place in reversed(places):
            yield f"move {name} to {place}"
    elif about is not None and about.kind in ("foe", "player"):
        yield f"make {name} a fox"
    far = places[min(len(places) - 1, 2)]
    yield f"put {thing} in {far}"
    yield f"make it {hour}"
    if people:
        yield f"{people[-1]} should be friendlier"
    yield f"add a library next to {places[0]}"
    yield "make it funnier"
    yield f"make {far} darker"
