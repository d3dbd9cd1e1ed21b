"""Shapes of stories that go somewhere: a hub with spokes, a forked road, there and back, downward, and a race."""

from __future__ import annotations

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.advice import consult
from makebelieve.worlds.generation.arrivals import arrive
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.crossings import FREE
from makebelieve.worlds.generation.english import listed
from makebelieve.worlds.generation.footing import spot
from makebelieve.worlds.generation.layout import oddness


def begin(b: Builder, place: int = 0, *, variant: bool = True) -> str:
    """The entrance: its picture may have another hour, its helper answers questions."""
    key = b.room(b.places[place], variant=variant)
    consult(b, key)
    return key


def hub(b: Builder) -> str:
    """A middle, free ways and a barred one out of it, and a last place that what is found opens."""
    p, items, chance = b.places, b.items, b.chance
    middle = begin(b)
    aside, barred = b.room(p[1]), b.room(p[2], later=1)
    b.step(middle, aside)
    b.obtain(aside, items[0])
    b.gate(middle, barred, items[0])
    finds = b.own or items[1:2]
    b.obtain(barred, finds[0])
    rooms = [aside, barred]
    if len(finds) > 1 or items[0] is not FREE or b.arriving:
        third = b.room(p[3], later=1)
        rooms.append(third)
        b.step(middle, third)
    for item in finds[1:2]:
        b.obtain(third, item)
    b.end = p[4]
    b.hide_secret(aside if items[0] is FREE else third if len(finds) < 2 else chance.pick((aside, third), "secret place"))
    before = min((chance.pick((middle, barred), "last gate"), middle, barred), key=lambda key: oddness(b.place_of[key], p[4]))
    if b.arriving:
        before = barred if oddness(p[2], p[4]) <= oddness(p[0], p[4]) else middle  # nobody is there from the first scene on
        b.show_foe(before)
        b.dare(before, b.mishap(b.place_of[before]))
        arrive(b, before, p[4], (b.own or [items[1]])[0])
        b.note("beginning", f"It begins {p[0].at}", [middle])
        b.note("middle", f"On the way lie {listed([b.place_of[room].name for room in rooms])}", rooms)
        b.note("end", f"It ends {p[4].at}", [before])
        return middle
    last = b.room(p[4], later=3)
    if b.own:
        b.lead_on(before, last, b.own)
    else:
        b.gate(before, last, items[1])
    b.show_foe(last)
    b.dare(last, b.mishap(p[4]))
    b.finish(last, p[4])
    b.note("beginning", f"It begins {p[0].at}", [middle])
    b.note("middle", f"On the way lie {listed([b.place_of[room].name for room in rooms])}", rooms)
    b.note("end", f"It ends {p[4].at}", [last])
    return middle


def quest(b: Builder) -> str:
    """Two ways, a short one that is barred and a longer one, which meet again before the place where it ends."""
    p, items = b.places, b.items
    start = begin(b)
    left, right = b.room(p[1], later=1), b.room(p[2], later=1)
    court = b.room(p[3], later=3)
    last = court if b.arriving else b.room(p[4], later=4)
    own = b.own or items[1:2]
    b.obtain(start, items[0])
    b.gate(start, left, items[0])
    b.step(start, right)
    b.obtain(right, own[0])
    b.step(left, court)
    b.step(right, court)
    b.end = p[4]
    b.hide_secret(left)
    if len(own) > 1:
        b.obtain(court, own[1])
    b.show_foe(court)
    b.dare(court, b.mishap(p[3]))
    if b.arriving:
        arrive(b, court, p[4], own[0])
    else:
        if b.own:
            b.lead_on(court, last, own)
        else:
            b.gate(court, last, own[0])
        b.finish(last, p[4])
    b.note("beginning", f"It begins {p[0].at}", [start])
    b.note("middle", f"Two ways lead on, by {p[1].name} or by {p[2].name}", [left, right])
    b.note("end", f"By {p[3].name} it goes on to {p[4].name}", list(dict.fromkeys((court, last))))
    return start


def loop(b: Builder) -> str:
    """Out by one way, back by another: what was wanted can only be had where it began."""
    p, items = b.places, b.items
    home = begin(b)
    out = b.room(p[1], later=1)
    far = b.room(p[2], later=2)
    way = b.room(p[3], later=3)
    b.step(home, out)
    b.obtain(out, items[0])
    b.gate(home, far, items[0])
    text = tables.read("turns")["home"]
    hold = spot(b.hold(far))
    b.show_foe(far)
    b.event(
        "override", far, b.scenery.narrate(b.scenery.pick(text.items("label"), "turn"), hold=hold).rstrip("."), b.scenery.pixels(b.scenery.pick(text.items("base"), "turn"), hold=hold, start=p[0].name),
        b.scenery.narrate(b.scenery.pick(text.items("tell"), "turn"), start=p[0].name, at=p[0].at), oneShot=True, grants=["the_way_home"],
    )  # fmt: skip
    b.objective("the_way_home", f"Look round {p[2].at}", far, None)
    if b.own:
        b.obtain(far, b.own[0])
    b.step(
        far, way, back=False, requires=["the_way_home", *(one.flag for one in b.own[:1])],
        hint="You have come all this way. Look around properly before you leave.",
    )  # fmt: skip
    for item in b.own[1:] or ([] if b.own else items[2:3]):
        b.obtain(way, item)
    b.hide_secret(way)
    back = b.room(p[0], later=4, told=f"You are back {p[0].at}, and you know more than before.")
    if b.own:
        b.lead_on(way, back, b.own[1:] or b.own)
    else:
        b.gate(way, back, items[2])
    b.dare(far, b.mishap(p[2]))
    b.finish(back, p[0])
    b.note("beginning", f"The way leads out from {p[0].name}", [home, out])
    b.note("middle", f"The way turns back {p[2].at}", [far])
    b.note("end", f"Another road returns to {p[0].name}", [way, back])
    return home


def descent(b: Builder) -> str:
    """From one place to the next, each asking for what was found in the one before."""
    p, items = b.places, b.items
    depth = 3
    layers = [begin(b)] + [b.room(p[at], later=at // 2) for at in range(1, depth if b.arriving else depth + 1)]
    side = b.room(p[depth + 1])
    b.step(layers[0], side)
    for at in range(depth):
        item = b.own[at - 1] if at and len(b.own) >= at else items[at]
        b.obtain(layers[at] if at else side, item)
        if at + 1 == len(layers):
            last_item = item
        elif item in b.own:
            b.lead_on(layers[at], layers[at + 1], [item])
        else:
            b.gate(layers[at], layers[at + 1], item)
    b.end = p[3]
    b.hide_secret(side if items[0] is FREE else layers[2])
    b.show_foe(layers[2])
    b.dare(layers[2], b.mishap(p[2]))
    if b.arriving:
        arrive(b, layers[2], p[3], last_item)
    else:
        b.finish(layers[3], p[3])
    b.note("beginning", f"It begins {p[0].at}", layers[:1])
    b.note("middle", f"The way leads on by {p[1].name} and {p[2].name}", [*layers[1:3], side])
    b.note("end", f"It ends {p[3].at}", layers[-1:])
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
    b.end = p[6]
    b.hide_secret(chance.pick((shed, yard), "secret place"))
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
    b.note("beginning", f"It begins {p[0].at}", [start, shed, yard])
    b.note("middle", f"The course runs by {p[3].name}, {p[4].name} and {p[5].name}", legs[:3])
    b.note("end", f"It ends {p[6].at}", legs[3:])
    return start
