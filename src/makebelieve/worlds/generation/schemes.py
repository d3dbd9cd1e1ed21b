"""Shapes of stories that are worked out: a heist, an escape, a courtship, a siege, days of survival, and a piece of work."""

from __future__ import annotations

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.arrivals import arrive
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.cast import Part
from makebelieve.worlds.generation.crossings import FREE
from makebelieve.worlds.generation.english import capital, slug
from makebelieve.worlds.generation.items import in_turn
from makebelieve.worlds.generation.journeys import begin
from makebelieve.worlds.generation.layout import oddness
from makebelieve.worlds.generation.places import bare


def heist(b: Builder) -> str:
    """Plan, three errands, then inward door by door, and out with it."""
    p, items, chance, finds = b.places, b.items, b.chance, b.own if len(b.own) > 1 else []
    base = begin(b)
    errands = [b.room(p[1 + at], later=at // 2) for at in range(3)]
    outer, inner, vault = (b.room(p[4 + at], later=3) for at in range(3))
    away = b.room(p[7], later=4)
    for at, room in enumerate(errands):
        b.step(base, room)
        b.obtain(room, finds[0] if finds and at == 2 else items[at])
    b.step(errands[0], errands[1])
    b.gate(base, outer, items[0], also=[items[1].flag, finds[0].flag if finds else items[2].flag], back=False)
    b.gate(outer, inner, items[1])
    if finds:
        b.obtain(outer, finds[1])
        b.lead_on(inner, vault, finds)
    else:
        b.gate(inner, vault, items[2])
    b.show_foe(inner)
    lost = b.mishap(p[5])
    b.dare(inner, lost)
    alarm = tables.read("stages")["alarm"].items("label")
    b.dare(outer, lost, b.scenery.pick(alarm, "alarm"))
    b.end = p[7]
    b.hide_secret(vault)
    turn = tables.read("turns")["take"]
    words = b.words()
    b.feature(vault, b.scenery.parted(b.scenery.pick(b.goal_rows("hint"), "hint of goal"), b.place_of[vault], **words))
    label = b.scenery.label(b.scenery.pick(b.goal_row.items("act"), "act"), **words)
    shown, told = b.scenery.pick(turn.items("base"), "take"), b.scenery.pick(turn.items("tell"), "take")
    own = b.unused("take")
    if own:
        shown, told = (piece.strip() for piece in b.scenery.pick(own, "take of plot").split("::"))
    shown = b.scenery.parted(shown, b.place_of[vault], **words)
    b.event("override", vault, label, shown, b.scenery.narrate(told, **words), oneShot=True, grants=["loot"])
    b.objective("loot", b.scenery.label(b.goal_row.one("last"), **words), vault, None)
    b.step(vault, away, back=False, requires=["loot"], hint="You did not come all this way to leave with empty hands.")
    b.dare(
        away,
        lost,
        chance.pick(("Stop to admire the view", "Go back for one thing more", "Sit down and count it"), "dawdle"),
    )
    b.finish(away, p[7], act=b.scenery.pick(turn.items("leave"), "leave"), show=False)
    b.objectives[-1].text = b.scenery.label("Get away with {goal}")
    b.note("beginning", f"A plan is drawn up {p[0].at}", [base])
    b.note("middle", f"There is something to fetch from {p[1].name}, {p[2].name} and {p[3].name}", errands)
    b.note("end", f"In through {p[4].name}, out by {p[7].name}", [outer, inner, vault, away])
    return base


def escape(b: Builder) -> str:
    """Out of a locked place: each room holds what opens another, and a loud way out is always the wrong one."""
    p, items, chance = b.places, b.items, b.chance
    cell = begin(b)
    hall, one, two, three = (b.room(p[1 + at], later=at // 2) for at in range(4))
    b.find(cell, items[0])
    b.gate(cell, hall, items[0])
    b.step(hall, one)
    if chance.happens(0.5, "through"):
        b.step(one, two)
    else:
        b.step(hall, two)
    b.obtain(one, items[1])
    b.gate(hall, three, items[1])
    b.obtain(three, items[2])
    for item in b.own[:1]:
        b.obtain(two, item)
    out = min((chance.pick((two, three), "way out"), two, three), key=lambda key: oddness(b.place_of[key], p[5]))
    also = [one.flag for one in b.own[:1]]
    yard = out if b.arriving else b.room(p[5], later=3)
    if not b.arriving:
        b.gate(out, yard, items[2], also=also)
    b.end = p[5]
    b.hide_secret(two)
    lost = b.mishap(p[0])
    b.show_foe(hall)
    b.dare(hall, lost)
    b.dare(yard, lost, b.scenery.pick(tables.read("stages")["alarm"].items("label"), "alarm"))
    if b.arriving:
        arrive(b, out, p[5], items[2], also=also)
    else:
        b.finish(yard, p[5])
    b.note("beginning", f"It begins {p[0].at}", [cell])
    b.note("middle", f"All ways lead by {p[1].name}", [hall, one, two, three])
    b.note("end", f"Past {p[5].name} lies the way out", [yard])
    return cell


def _givers(b: Builder, keys: list[str]) -> list[Part]:
    """One helper for each of the states, at home there where it can be."""
    chosen: list[Part] = []
    for key in keys:
        free = [one for one in (*b.about(key), *b.allies[1:]) if one not in chosen and one.short not in b.met]
        chosen.append(free[0])
    return chosen


def court(b: Builder) -> str:
    """Favours first, then an evening, then plain words; the wrong ones end it."""
    p, items, chance = b.places, b.items, b.chance
    lobby = begin(b)
    rounds = [b.room(p[1 + at], later=at // 2) for at in range(3)]
    evening = b.room(p[4], later=3)
    alone = b.room(p[5], later=4)
    free, own = _givers(b, [rounds[0], rounds[1], rounds[2]]), b.own or items[2:3]
    b.step(lobby, rounds[0])
    b.step(rounds[0], rounds[2])
    b.gift(rounds[0], free[0], items[0])
    b.gate(lobby, rounds[1], items[0])
    b.gift(rounds[1], free[1], items[1])
    b.gift(
        rounds[2],
        free[2],
        own[0],
        requires=None if items[0] is FREE else [items[0].flag],
        hint=None if items[0] is FREE else f"{capital(free[2].short)} smiles politely. Something in your hands might break the ice.",
    )
    b.gate(lobby, evening, items[1])
    for item in own[1:]:
        b.find(evening, item)
    if b.own:
        b.lead_on(evening, alone, own)
    else:
        b.gate(evening, alone, items[2])
    b.end = p[5]
    b.hide_secret(chance.pick((rounds[1], evening), "secret place"))
    b.show_foe(evening)
    lost = b.ending("lose", p[5])
    turn = tables.read("turns")["words"]
    words = b.words()
    for key, part in ((evening, "loud"), (alone, "proud")):
        b.event(
            "transition",
            key,
            b.scenery.pick(turn.items(part), part),
            b.scenery.pixels(b.scenery.pick(turn.items("base"), "wrong words"), **words),
            b.scenery.narrate(b.scenery.pick(turn.items("tell"), "wrong words"), **words),
            to=lost,
        )
    b.finish(alone, p[5])
    b.note("beginning", f"The first visits are made {p[0].at}", [lobby, *rounds[:2]])
    b.note("middle", f"The way leads on to {p[4].name}", [*rounds[2:], evening])
    b.note("end", f"It ends {p[5].at}", [alone])
    return lobby


def siege(b: Builder) -> str:
    """A place to hold: three defences gathered around it, then two waves that each ask for one of them."""
    p, items, chance = b.places, b.items, b.chance
    turn = tables.read("turns")["defend"]
    heart = begin(b)
    around = [b.room(p[1 + at], later=at // 2) for at in range(3)]
    first = b.room(p[4], later=3)
    last = b.room(p[0], later=4, told=f"{p[0].cap} at the worst hour. Everybody looks at you.")
    lost = b.mishap(p[0])
    for at in range(2):
        b.step(heart, around[at])
    b.step(around[0], around[2])
    for room, item in zip(around, items, strict=False):
        b.obtain(room, item)
    ready: list[str] = []
    for item in items[:3]:
        flag = f"ready_{slug(bare(item.phrase), 24)}"
        ready.append(flag)
        label, base, told = b.used(item, "apply", heart, turn, ("label", "base", "tell"))
        b.event(
            "override", heart, label, base, told, oneShot=True, requires=[item.flag], lockedHint=item.wanting, grants=[flag],
        )  # fmt: skip
    words = b.words()
    b.objective(ready[0], "Put the first defence in place", heart, [items[0].flag])
    b.step(
        heart, first, back=False, label=chance.pick(("Bar the doors and wait for them", "Take your places", "Blow out the lamps and listen"), "wait label"), base=b.scenery.pixels(b.scenery.pick(turn.items("wait"), "wait"), **words),
        told="There is no more time to get ready. There never is.", requires=[ready[0]], hint="With nothing prepared, it would be over before it began.",
    )  # fmt: skip
    b.show_foe(first)
    b.dare(first, lost)
    for flag, item in zip(ready[:2], items[:2], strict=True):
        label, base, told = b.used(item, "hold", first, turn, ("hold", "held", "heldtell"))
        b.step(first, last, back=False, label=label, base=base, told=told, requires=[flag], hint="That was never made ready.")
    b.hide_secret(chance.pick((around[1], around[2]), "secret place"))
    b.event(
        "transition",
        last,
        chance.pick(("Give the order to fall back", "Open the gate and talk", "Send everybody home"), "give up"),
        b.scenery.pixels("lamps go out one after another, and a line of backs moves away"),
        "You save who can be saved. It is not enough.",
        to=lost,
    )
    b.finish(last, p[0], requires=[ready[2]], hint=items[2].wanting)
    b.note("beginning", f"It begins {p[0].at}", [heart])
    b.note("middle", f"Everything useful is brought in from {p[1].name} and {p[2].name}", around)
    b.note("end", f"They come by {p[4].name}", [first, last])
    return heart


def survival(b: Builder) -> str:
    """Days and nights: what is gathered by day decides the night, and each night goes only one way."""
    p, items = b.places, b.items
    turn = tables.read("turns")["night"]
    day = tables.read("stages")["day"]
    b.passing = True
    camp = begin(b)
    near = [b.room(p[1 + at]) for at in range(2)]
    dark = b.room(p[0], later=3, told=b.scenery.pick(day.items("dusk"), "dusk"))
    second = b.room(p[3], later=4, told=b.scenery.pick(day.items("dawn"), "dawn"))
    far = b.room(p[4], later=4)
    dark_again = b.room(p[3], later=5, told=b.scenery.pick(day.items("dusk"), "dusk"))
    height = b.room(p[5], later=6, told=b.scenery.pick(day.items("dawn"), "dawn"))
    lost = b.ending("lose", p[0])
    b.step(camp, near[0])
    b.step(camp, near[1])
    b.obtain(near[0], items[0])
    b.obtain(near[1], items[1])
    b.gate(second, far, items[1])
    b.obtain(far, items[2])
    for evening, night, morning, item in ((camp, dark, second, items[0]), (second, dark_again, height, items[2])):
        words = b.words() | {"item": item.phrase, "Item": item.the}
        b.step(
            evening, night, back=False, label=b.scenery.pick(turn.items("label"), "night label"), base=b.scenery.pixels(b.scenery.pick(turn.items("base"), "night"), **words),
            told=b.scenery.narrate(b.scenery.pick(turn.items("tell"), "night tell"), **words), requires=[items[1].flag] if night == dark else [items[2].flag],
            hint="Not yet. There are hours of light left, and too little to show for them.",
        )  # fmt: skip
        label, base, told = b.used(item, "endure", night, turn, ("endure", "endured", "enduredtell"))
        hint = item.wanting
        b.step(night, morning, back=False, label=label, base=base, told=told, requires=[item.flag], hint=hint)
        b.event(
            "transition",
            night,
            b.scenery.pick(turn.items("give"), "give"),
            b.scenery.pixels(b.scenery.pick(turn.items("given"), "given"), **words),
            "You only mean to close your eyes for a minute.",
            to=lost,
        )
    b.end = p[5]
    b.hide_secret(far)
    b.show_foe(dark)
    b.finish(height, p[5])
    b.note("beginning", f"The first day is spent {p[0].at}", [camp, *near])
    b.note("middle", f"One night passes, and it goes on {p[3].at}", [dark, second, far, dark_again])
    b.note("end", f"It ends {p[5].at}", [height])
    return camp


def work(b: Builder) -> str:
    """Something done in one place: what it takes is gathered around, each thing does its part there, and then comes the doing itself."""
    p, chance, stage = b.places, b.chance, tables.read("stages")["work"]
    items, b.away = sorted(b.works[: b.asks], key=in_turn), True
    home = begin(b)
    entrance = home
    if b.elsewhere:  # the way there comes first
        p = p[1:]
        home = b.room(p[0])
        b.step(entrance, home)
    if b.goal_row.items("setup"):
        b.feature(home, b.by(b.scenery.pick(b.goal_row.items("setup"), "setup"), p[0], **b.words()))
    around = [b.room(p[1 + at], later=at // 2) for at in range(3)]
    last = b.room(
        p[0], later=3, told=b.scenery.narrate(b.scenery.pick(b.goal_row.items("ready") or stage.items("ready"), "ready"), **b.words())
    )
    b.step(home, around[0])
    b.step(home, around[1])
    bar = next((item for item in b.items[:1] if item.row.items("block") and item not in items), None)
    if bar is not None:
        b.obtain(around[0], bar)
        b.gate(around[1], around[2], bar)
    else:
        b.step(around[1], around[2])
    for room, item in zip(around, items, strict=False):
        b.obtain(room, item)
    done: list[str] = []
    for item in items:
        label, base, told = b.used(item, "apply", home, tables.read("turns")["defend"], ("label", "base", "tell"))
        done.append(f"used_{item.flag.removeprefix('has_')}")
        hint = b.scenery.narrate(
            b.scenery.pick(item.row.items("lack") or stage.items("lack"), "lack", None, item.depth),
            item=item.phrase,
            Itemcap=capital(item.phrase),
        )
        b.event("override", home, label, base, told, oneShot=True, requires=[item.flag], lockedHint=hint, grants=[done[-1]])
        b.objective(done[-1], label, home, [item.flag])
    label, base, told = b.triple(b.goal_row.items("start") or stage.items("start"), "start", home)
    short = b.scenery.narrate(b.scenery.pick(b.goal_row.items("unready") or stage.items("unready"), "unready"), **b.words())
    b.step(home, last, back=False, label=label, base=base, told=told, requires=done, hint=short)
    b.wait_longer(last, home)
    b.end = p[0]
    b.hide_secret(around[2] if len(items) < len(around) else chance.pick(around, "secret place"))
    b.show_foe(last)
    b.dare(last, b.mishap(p[0]))
    b.finish(last, p[0])
    b.note("beginning", f"It begins {b.places[0].at}", [entrance])
    b.note("middle", f"What it takes is found around {p[1].name}, {p[2].name} and {p[3].name}", around)
    b.note("end", f"It ends {p[0].at}", [last])
    return entrance
