"""Shapes of stories that go somewhere: a hub with spokes, a forked road, there and back, downward, and a race."""

from __future__ import annotations

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.advice import consult
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.footing import spot
from makebelieve.worlds.generation.morphology import is_plural


def begin(b: Builder, place: int = 0, *, variant: bool = True) -> str:
    """The entrance: its picture may have another hour, its helper answers questions."""
    key = b.room(b.places[place], variant=variant)
    consult(b, key)
    return key


def hub(b: Builder) -> str:
    """A middle, free ways and a barred one out of it, and a last place that what is found opens."""
    p, items, chance = b.places, b.items, b.chance
    middle = begin(b)
    rooms = [b.room(p[1 + at], later=at // 2) for at in range(4)]
    last = b.room(p[5], later=3)
    b.step(middle, rooms[0])
    b.step(middle, rooms[1])
    b.obtain(rooms[0], items[0])
    b.gate(middle, rooms[2], items[0])
    b.step(rooms[1], rooms[3])
    for room, item in zip((rooms[2], rooms[3]), b.own or items[1:2], strict=False):
        b.obtain(room, item)
    b.hide_secret(rooms[chance.pick((0, 1), "secret place")])
    before = chance.pick((middle, rooms[2]), "last gate")
    if b.own:
        b.lead_on(before, last, b.own)
    else:
        b.gate(before, last, items[1])
    b.show_foe(last)
    b.dare(last, b.mishap(p[5]))
    b.calm(middle)
    b.finish(last, p[5])
    b.note("beginning", f"Everything starts {p[0].at}", [middle])
    b.note("middle", f"The ways lead by {p[1].name}, {p[2].name} and {p[3].name}", rooms)
    b.note("end", f"It is settled {p[5].at}", [last])
    return middle


def quest(b: Builder) -> str:
    """A road that forks into a short way that is barred and a longer one, and joins again before the place where it ends."""
    p, items, chance = b.places, b.items, b.chance
    start = begin(b)
    fork, left = (b.room(p[at], later=1) for at in (1, 2))
    right, right_end = b.room(p[3], later=1), b.room(p[4], later=2)
    court = b.room(p[5], later=3)
    last = b.room(p[6], later=4)
    own = b.own or items[1:2]
    b.step(start, fork)
    b.obtain(start, items[0])
    b.gate(fork, left, items[0])
    b.step(fork, right)
    b.step(right, right_end)
    b.obtain(chance.pick((right, right_end), "first find"), own[0])
    b.step(left, court)
    b.step(right_end, court)
    b.hide_secret(left)
    if len(own) > 1:
        b.obtain(court, own[1])
    b.show_foe(court)
    b.dare(court, b.mishap(p[5]))
    if b.own:
        b.lead_on(court, last, own)
    else:
        b.gate(court, last, own[0])
    b.calm(fork)
    b.finish(last, p[6])
    b.note("beginning", f"It begins {p[0].at}, and the way forks {p[1].at}", [start, fork])
    b.note("middle", f"Two ways lead on, by {p[2].name} or by {p[3].name}", [left, right, right_end])
    b.note("end", f"{p[5].cap} {'come' if is_plural(p[5].name) else 'comes'} last before {p[6].name}", [court, last])
    return start


def loop(b: Builder) -> str:
    """Out by one way, back by another: what was wanted can only be had where it began."""
    p, items = b.places, b.items
    home = begin(b)
    out = [b.room(p[1 + at], later=1) for at in range(2)]
    far = b.room(p[3], later=2)
    way = b.room(p[4], later=3)
    b.step(home, out[0])
    b.step(home, out[1])
    b.obtain(out[0], items[0])
    b.gate(out[1], far, items[0])
    text = tables.read("turns")["home"]
    hold = spot(b.hold(far))
    b.show_foe(far)
    b.event(
        "override", far, b.scenery.narrate(b.scenery.pick(text.items("label"), "turn"), hold=hold).rstrip("."), b.scenery.pixels(b.scenery.pick(text.items("base"), "turn"), hold=hold, start=p[0].name),
        b.scenery.narrate(b.scenery.pick(text.items("tell"), "turn"), start=p[0].name, at=p[0].at), oneShot=True, grants=["the_way_home"],
    )  # fmt: skip
    b.objective("the_way_home", f"See what there is {p[3].at}", far, None)
    if b.own:
        b.obtain(far, b.own[0])
    b.step(
        far, way, back=False, requires=["the_way_home", *(one.flag for one in b.own[:1])],
        hint="You have come all this way. Look around properly before you leave.",
    )  # fmt: skip
    for item in b.own[1:] or ([] if b.own else items[2:3]):
        b.obtain(way, item)
    b.hide_secret(way)
    back = b.room(p[0], later=4, told=f"{p[0].cap}, again. The same, and not the same.")
    if b.own:
        b.lead_on(way, back, b.own[1:] or b.own)
    else:
        b.gate(way, back, items[2])
    b.dare(far, b.mishap(p[3]))
    b.calm(back)
    b.finish(back, p[0])
    b.note("beginning", f"The way leads out from {p[0].name}", [home, *out])
    b.note("middle", f"The way turns back {p[3].at}", [far])
    b.note("end", f"Another road returns to {p[0].name}", [way, back])
    return home


def descent(b: Builder) -> str:
    """Down, layer by layer; each way down but the last closes behind and asks for what was found in its layer."""
    p, items = b.places, b.items
    depth = 3
    layers = [begin(b)] + [b.room(p[at], later=at // 2) for at in range(1, depth + 1)]
    sides = {at: b.room(p[depth + 1 + number], later=at // 2) for number, at in enumerate((0, 1))}
    for at in range(depth):
        if at in sides:
            b.step(layers[at], sides[at])
        item = b.own[at - 1] if at and len(b.own) >= at else items[at]
        b.obtain(sides.get(at, layers[at]), item)
        if item in b.own:
            b.lead_on(layers[at], layers[at + 1], [item], back=at == depth - 1)
        else:
            b.gate(layers[at], layers[at + 1], item, back=at == depth - 1)
    b.hide_secret(layers[2])
    b.show_foe(layers[2])
    b.dare(layers[2], b.mishap(p[2]))
    b.calm(layers[1])
    b.finish(layers[3], p[3])
    b.note("beginning", f"It begins {p[0].at}", layers[:1])
    b.note("middle", f"The way leads on by {p[1].name} and {p[2].name}", [*layers[1:3], *sides.values()])
    b.note("end", f"At the end {'wait' if is_plural(p[3].name) else 'waits'} {p[3].name}", layers[3:])
    return layers[0]


def race(b: Builder) -> str:
    """A start, legs that are run only once with a steady and a reckless line, and a finish that needs a lead."""
    p, items, chance = b.places, b.items, b.chance
    stages = tables.read("stages")
    start = begin(b)
    shed, yard = b.room(p[1]), b.room(p[2])
    legs = [b.room(p[3 + at], later=1 + at // 2) for at in range(4)]
    b.step(start, shed)
    b.step(start, yard)
    items = b.own if len(b.own) > 1 else items
    b.obtain(shed, items[0])
    b.obtain(yard, items[1])
    lost = b.mishap(p[5])
    used, short = b.put_to_use(start)
    short = short or f"You are not ready to start. Find {items[0].phrase} first."
    b.step(start, legs[0], back=False, requires=used or [items[0].flag], hint=short)
    for at in range(3):
        here, there = legs[at], legs[at + 1]
        place = p[4 + at].name
        b.step(
            here, there, back=False,
            label=f"{b.scenery.pick(stages['steady'].items('label'), 'steady')} to {place}",
            base=b.scenery.pixels(b.scenery.pick(stages["steady"].items("base"), "steady")), told=b.scenery.narrate(b.scenery.pick(stages["steady"].items("tell"), "steady")),
        )  # fmt: skip
        needs = (items[1], items[0], items[1])[at]
        b.step(
            here, there, back=False,
            label=f"{b.scenery.pick(stages['risk'].items('label'), 'risk')} to {place}",
            base=b.scenery.pixels(b.scenery.pick(stages["risk"].items("base"), "risk")), told=b.scenery.narrate(b.scenery.pick(stages["risk"].items("tell"), "risk")),
            requires=[needs.flag], hint=f"Madness, unless you had {needs.phrase}.", grants=["lead"],
        )  # fmt: skip
    b.objective("lead", "Take the lead on one of the legs", legs[0], [items[1].flag])
    b.show_foe(legs[1])
    b.dare(legs[1], lost)
    b.hide_secret(chance.pick((shed, yard), "secret place"))
    b.calm(yard)
    b.calm(legs[2])
    if others := b.about(legs[2]):
        b.meet(legs[2], others[0])
    b.event(
        "transition",
        legs[3],
        "Come in with the pack",
        b.scenery.pixels("{P} <P:comes|come> in among elbows and dust, eyes on the backs ahead"),
        "There were simply others in front.",
        to=lost,
    )
    b.finish(legs[3], p[6], requires=["lead"], hint="You would need a lead for that, and you never took one.")
    b.note("beginning", f"It is got ready {p[0].at}", [start, shed, yard])
    b.note("middle", f"The course runs by {p[3].name}, {p[4].name} and {p[5].name}", legs[:3])
    b.note("end", f"The line is drawn {p[6].at}", legs[3:])
    return start
