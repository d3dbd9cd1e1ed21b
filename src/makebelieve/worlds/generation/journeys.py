"""Shapes of stories that go somewhere: a hub with spokes, a forked road, there and back, downward, and a race."""

from __future__ import annotations

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.footing import spot
from makebelieve.worlds.generation.morphology import is_plural


def begin(b: Builder, place: int = 0, *, variant: bool = True) -> str:
    """The entrance: its picture may have another hour, its helper answers questions."""
    key = b.room(b.places[place], variant=variant)
    ally = b.allies[0]
    b.talk(key, ally, b.facts())
    return key


def hub(b: Builder) -> str:
    """A middle, free and barred ways out of it, a deep end, and a last place that two finds open."""
    p, items, chance = b.places, b.items, b.chance
    spokes = 4 + chance.below(2, "spokes")
    middle = begin(b)
    rooms = [b.room(p[1 + at], later=at // 2) for at in range(spokes)]
    deep = b.room(p[1 + spokes], later=2)
    last = b.room(p[7], later=3)
    b.step(middle, rooms[0])
    b.step(middle, rooms[1])
    b.obtain(rooms[0], items[0])
    b.gate(middle, rooms[2], items[0])
    b.obtain(rooms[chance.pick((1, 2), "second find")], items[1])
    b.gate(chance.pick((middle, rooms[1]), "second gate"), rooms[3], items[1])
    if spokes == 5:
        b.step(rooms[1], rooms[4])
        b.calm(rooms[4])
    b.step(rooms[3], deep)
    own = b.own or items[2:4]
    b.obtain(deep, own[0])
    b.obtain(rooms[3], own[1])
    b.hide_secret(rooms[4] if spokes == 5 else rooms[chance.pick((0, 1, 2), "secret place")])
    before = chance.pick((middle, rooms[2]), "last gate")
    if b.own:
        b.lead_on(before, last, own)
    else:
        b.gate(before, last, items[2], also=[items[3].flag])
    b.show_foe(last)
    lost = b.mishap(p[7])
    b.dare(last, lost)
    b.calm(middle)
    b.calm(rooms[0])
    b.finish(last, p[7])
    b.note("beginning", f"Everything starts {p[0].at}", [middle])
    b.note("middle", f"The ways open one by one, from {p[1].name} to {p[1 + spokes].name}", [*rooms, deep])
    b.note("end", f"It is settled {p[7].at}", [last])
    return middle


def quest(b: Builder) -> str:
    """A road that forks into two hard ways, joins again before a stronghold, and ends inside it."""
    p, items, chance = b.places, b.items, b.chance
    start = begin(b)
    fork = b.room(p[1], later=1)
    left, left_end = b.room(p[2], later=1), b.room(p[3], later=2)
    right, right_end = b.room(p[4], later=1), b.room(p[5], later=2)
    camp = b.room(p[6], later=3)
    court = b.room(p[7], later=3)
    last = b.room(p[8], later=4)
    b.step(start, fork)
    b.obtain(start, items[0])
    b.gate(fork, left, items[0])
    b.step(fork, right)
    b.step(left, left_end)
    b.step(right, right_end)
    b.find(left_end, items[1], aim=False)
    b.obtain(right_end, items[2], aim=False)
    b.step(
        left_end,
        camp,
        back=False,
        requires=[items[1].flag],
        hint=f"Further on you will want {items[1].need}, and there is no way back from here. Look around {p[3].at} first.",
    )
    b.step(
        right_end,
        camp,
        back=False,
        requires=[items[2].flag],
        hint=f"Further on you will want {items[2].need}, and there is no way back from here. Try everything {p[5].at} first.",
    )
    b.gate(camp, court, items[1])
    b.gate(camp, court, items[2], back=False, aside=True)
    b.hide_secret(chance.pick((camp, fork), "secret place"))
    own = b.own
    if own:
        b.obtain(camp, own[0])
    b.obtain(court, own[1] if own else items[3])
    b.show_foe(court)
    lost = b.mishap(p[7])
    b.dare(court, lost)
    if own:
        b.lead_on(court, last, own)
    else:
        b.gate(court, last, items[3])
    b.calm(fork)
    b.calm(camp)
    if chance.happens(0.6, "side room"):
        side = b.room(p[9], later=3)
        b.step(court, side)
        b.calm(side)
    b.finish(last, p[8])
    b.note("beginning", f"It begins {p[0].at}, and the way forks {p[1].at}", [start, fork])
    b.note("middle", f"Two ways lead on, by {p[2].name} or by {p[4].name}", [left, left_end, right, right_end, camp])
    b.note("end", f"{p[7].cap} {'come' if is_plural(p[7].name) else 'comes'} last before {p[8].name}", [court, last])
    return start


def loop(b: Builder) -> str:
    """Out by one way, back by another, home again at a later hour: what was wanted can only be had where it began."""
    p, items, chance = b.places, b.items, b.chance
    home = begin(b)
    out = [b.room(p[1 + at], later=1) for at in range(3)]
    far = b.room(p[4], later=2)
    ways = [b.room(p[5 + at], later=3) for at in range(2)]
    b.step(home, out[0])
    b.step(home, out[1])
    b.step(out[0], out[1])
    b.obtain(out[0], items[0])
    b.gate(out[1], out[2], items[0])
    b.obtain(out[2], items[1])
    b.gate(out[2], far, items[1])
    text = tables.read("turns")["home"]
    hold = spot(b.hold(far))
    b.show_foe(far)
    b.event(
        "override", far, b.scenery.narrate(b.scenery.pick(text.items("label"), "turn"), hold=hold).rstrip("."), b.scenery.pixels(b.scenery.pick(text.items("base"), "turn"), hold=hold, start=p[0].name),
        b.scenery.narrate(b.scenery.pick(text.items("tell"), "turn"), start=p[0].name, at=p[0].at), oneShot=True, grants=["the_way_home"],
    )  # fmt: skip
    b.objective("the_way_home", f"See what there is {p[4].at}", far, None)
    own = b.own
    if own:
        b.obtain(far, own[0])
    b.step(
        far, ways[0], back=False, requires=["the_way_home", *(one.flag for one in own[:1])],
        hint="You have come all this way. Look around properly before you leave.",
    )  # fmt: skip
    b.obtain(ways[0], own[1] if own else items[2])
    if own:
        b.lead_on(ways[0], ways[1], own[1:])
    else:
        b.gate(ways[0], ways[1], items[2])
    b.hide_secret(chance.pick((out[0], ways[0], ways[1]), "secret place"))
    back = b.room(p[0], later=4, told=f"{p[0].cap}, again. The same, and not the same.")
    b.step(ways[1], back, back=False)
    lost = b.mishap(p[4])
    b.dare(far, lost)
    b.calm(out[1])
    b.calm(ways[1])
    b.calm(back)
    b.finish(back, p[0])
    b.note("beginning", f"The way leads out from {p[0].name}", [home, *out])
    b.note("middle", f"{p[4].cap} {'hold' if is_plural(p[4].name) else 'holds'} an answer, though not the expected one", [far])
    b.note("end", f"Another road returns to {p[0].name}", [*ways, back])
    return home


def descent(b: Builder) -> str:
    """Down, layer by layer; each way down closes behind and asks for what was found in its layer."""
    p, items, chance = b.places, b.items, b.chance
    depth, own = 4, b.own
    layers = [begin(b)] + [b.room(p[at], later=at // 2) for at in range(1, depth + 1)]
    sides: list[str] = []
    for at in range(depth):
        side = at in (0, 2) or chance.happens(0.4, "side")
        holder = layers[at]
        if side:
            room = b.room(p[depth + 1 + len(sides)], later=at // 2)
            b.step(layers[at], room)
            sides.append(room)
            holder = room
        item = own[at // 2] if own and at % 2 else items[at]
        b.obtain(holder, item)
        if item in own:
            b.lead_on(layers[at], layers[at + 1], [item], back=False)
        else:
            b.gate(layers[at], layers[at + 1], item, back=False)
    b.hide_secret(chance.pick((layers[1], layers[2], layers[3]), "secret place"))
    b.show_foe(layers[3])
    lost = b.mishap(p[3])
    b.dare(layers[3], lost)
    for key in (layers[1], *sides[:2]):
        b.calm(key)
    b.dare(layers[4], lost)
    b.finish(layers[4], p[4])
    b.note("beginning", f"It begins {p[0].at}", layers[:1])
    b.note("middle", f"The way leads on by {p[1].name} and {p[2].name}, and there is no turning back", [*layers[1:4], *sides])
    b.note("end", f"At the end {'wait' if is_plural(p[4].name) else 'waits'} {p[4].name}", layers[4:])
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
    items = b.own or items
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
    b.meet(legs[2], b.allies[1])
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
