"""What is hidden where: "hide a map under the hollow oak", "a rusty key: hidden in the farmyard", "the secret should be in the orchard"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.everyday.spots import Spot, spot
from makebelieve.worlds.edits.nouns import taken
from makebelieve.worlds.edits.staging import sentences, shown_name
from makebelieve.worlds.edits.targets import Meant, Unsure, slug
from makebelieve.worlds.edits.wishes import finds, inventory
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import NOT_THINGS, clean, is_living, is_place
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.english import capital, sentence
from makebelieve.worlds.generation.items import Item

_HIDE: Final = re.compile(
    r"(?:please )?(?:hide|bury|tuck|conceal) (?P<np>.+?) (?P<p>under(?:neath)?|beneath|behind|inside|in|into|at|on|beside|between|next to) (?P<t>.+)"
    r"|(?:add|put|there (?:is|should be|should also be)(?: also)?|I want|place|have) (?P<np3>(?:an?|some|another) [^:]+?),? (?:(?:that|which) is )?(?:hidden|tucked away|buried|to be found|to find) (?P<p3>under(?:neath)?|beneath|behind|inside|in|at|on|beside|between|next to) (?P<t3>.+)"
    r"|(?P<np2>(?!add |put |there |I |place |have |let |make )[^:]+?)(?: ?[:-] ?|,? (?:should|could|must) be |,? )(?:hidden|tucked away|buried|to be found|found) (?P<p2>under(?:neath)?|beneath|behind|inside|in|at|on|beside|between|next to) (?P<t2>.+)",
    re.IGNORECASE,
)
_SECRET: Final = re.compile(
    r"(?:(?:please )?(?:move|put|hide|place|lay|bring|shift|have) |I (?:want|would like) )?(?:the |my |that |this )?(?:hidden |big |best )?(?:secret|hidden (?:thing|truth|clue|find))(?: thing)?(?: (?:to|should|could|must))?(?: be)?(?: (?:moved|hidden|found|kept|put|somewhere))?(?: (?:to|in|into|at|inside|over to|on|under|behind)) (?P<t>.+)",
    re.IGNORECASE,
)
_MOVE: Final = re.compile(
    r"(?:please )?(?:move|put|bring|take|shift|relocate|carry) (?P<np>(?:the|that|this|my) (?:existing|old|present|current|other|same) .+?|(?:the|that|this|my) .+?) (?:over )?(?:to|into|in|inside|at|on) (?P<t>.+)",
    re.IGNORECASE,
)
_STAYS: Final = re.compile(r"\b(?:existing|present|current|same|already there) ", re.IGNORECASE)


def read(draft: Draft, text: str) -> str | None:
    if match := _SECRET.fullmatch(text):
        return _secret(draft, match["t"])
    if match := _HIDE.fullmatch(text):
        for end in ("", "2", "3"):
            if match[f"np{end}"]:
                return _hidden(draft, match[f"np{end}"], match[f"p{end}"].lower(), match[f"t{end}"])
    if (match := _MOVE.fullmatch(text)) and _STAYS.search(match["np"]):
        return _moved(draft, _STAYS.sub("", match["np"]), match["t"])
    return None


def _moved(draft: Draft, phrase: str, where: str) -> str | None:
    """What is there already is found elsewhere; where nothing of the name is there, what could be meant is asked."""
    place = spot(draft.world, where)
    item = naming.find(draft.world, phrase, ("item",))
    if place is None:
        return None
    if item is None:
        some = [one.name for one in naming.things(draft.world) if one.kind == "item"]
        if not some:
            return None
        raise Meant(
            f"There is no such thing as {phrase} here yet, so nothing was changed. To be found are {naming.listed(some)}. Say for example: move {some[0]} to {place.name}, or: hide {re.sub('^the ', 'a ', phrase)} in {place.name}."
        )
    reach = finds.first_places(draft, item)
    if place.key not in reach:
        raise Meant(finds._behind(draft, item, naming.Thing("place", place.key, place.name)))
    return inventory.move_item(draft, item, naming.Thing("place", place.key, place.name))


def _hidden(draft: Draft, phrase: str, how: str, where: str) -> str | None:
    """Something new lies hidden in a place, or in, under or behind a thing that is seen there; what is there already is moved."""
    what = clean(phrase)
    what = what[:1].lower() + what[1:] if re.match(r"(?:An?|The|Some) ", what) else what
    found = spot(draft.world, where)
    if (
        found is None
        and re.fullmatch(r"(?:the|a) [a-z]+(?: [a-z]+)?", where.strip())
        and is_place(where)
        and not is_living(what)
        and not NOT_THINGS.search(what)
    ):
        start = shown_name(draft.world, str(draft.world["entrance"]["state"]))
        new = re.sub(r"^(?:the|a) ", "", where.strip())
        raise Meant(
            f"There is no {new} in this world. Where shall {what} be hidden? Say for example: hide {what} in {start}, or: add a {new} next to {start}."
        )
    if found is None or NOT_THINGS.search(what) or is_living(what) or is_place(what):
        return None
    item = naming.find(draft.world, what, ("item",), loose=False) if not re.match(r"(?:an?|some|another) ", what) else None
    if item is None and re.match(r"(?:the|my|that|this) ", what):
        return None
    if item is not None:
        return None  # `finds.hidden` moves what is there
    inventory.not_the_goal(draft, what, naming.Thing("place", found.key, found.name))
    new = taken(re.sub(r"^another ", "a ", what))
    bare = re.sub(r"^(?:an?|the|some) ", "", new)
    flag = f"has_{slug(bare)[:32].rstrip('_')}"
    if any(flag in one.get("grants", []) for one in draft.events):
        flag = f"{flag}_2"
    if not found.part:
        inventory.lay(draft, found.key, new)
        return f"{capital(new)} can now be found {at(draft, found.key)}; one has to look {_inside(draft)} for it"
    _lies(draft, found, new, flag, how)
    return f"{capital(new)} can now be found {how} {found.part} {at(draft, found.key)}"


def _inside(draft: Draft) -> str:
    label = str(draft.events[-1].get("anchor", {}).get("label", ""))
    return f"at the {label}" if label else "about"


def _lies(draft: Draft, found: Spot, new: str, flag: str, how: str) -> None:
    builder = draft.builder
    builder.holds[found.key] = [found.part]
    builder.find(found.key, Item("key", new, flag), aim=False)
    event = draft.events[-1]
    if how not in ("in", "inside", "into"):
        event["label"] = f"Look {how} {found.part}"
        event["base"] = builder.scenery.pixels(f"{how} {found.part} there lies {new}, and a hand closes around it")
        event["narration"] = f"{capital(new)}, {how} {found.part}. Who would have thought it?"
    draft.name(event, f"take_{slug(re.sub(r'^(?:an?|the|some) ', '', new))[:40]}")


def _secret(draft: Draft, where: str) -> str | None:
    """The secret is noticed in another place: what holds it, the glint that points at it, and the step that asks for it go along."""
    some = referents.secrets(draft.world)
    if not some:
        raise Meant(
            f"This world has no secret yet, so nothing was changed. Say for example: hide an old letter in {shown_name(draft.world, draft.world['entrance']['state'])}."
        )
    found = spot(draft.world, where)
    if found is None:
        return None
    event = some[0]
    if found.key in event["from"]:
        raise Unsure(f"The secret is {at(draft, found.key)} already.")
    old, before = str(event.get("anchor", {}).get("label", "")), event["from"][0]
    builder = draft.builder
    hold = found.part or (builder.hold(found.key) if builder.holds.get(found.key) else builder.scenery.part(builder.place_of[found.key]))
    bare = re.sub(r"^(?:the|an?) ", "", hold)
    for field in ("base", "narration"):
        if event.get(field) and old:
            event[field] = re.sub(rf"\b(?:the|an?) {re.escape(old)}\b", hold, str(event[field]), flags=re.IGNORECASE)
    event["label"] = capital(builder.beat(found.key, "lore", "label", "lore", hold=hold))
    event["anchor"] = {**event.get("anchor", {"minProximity": 0.15}), "label": bare}
    event["from"] = [found.key]
    event.pop("hotkey", None)
    for shown in (draft.states[before], *draft.states[before].get("variants", [])):
        rest = [one for one in sentences(shown["base"]) if not _glint(one, old)]
        shown["base"] = " ".join(rest) or shown["base"]
    builder.feature(
        found.key, builder.scenery.pixels(builder.scenery.pick(tables.read("stages")["glint"].items("base"), "glint"), hold=hold)
    )
    for mission in draft.world.get("missions", []):
        for step in mission["objectives"]:
            if step.get("grants", step["id"]) in event.get("grants", []):
                step["location"] = found.key
    return sentence(f"The secret is now {at(draft, found.key)}, at {hold if hold.startswith('the ') else 'the ' + bare}").rstrip(".")


def _glint(line: str, hold: str) -> bool:
    """Whether a sentence only points at the hiding place."""
    frames = tables.read("stages")["glint"].items("base")
    for frame in frames:
        pattern = re.sub(r"\\\{hold\\\}|\\\{the_hold\\\}", rf"(?:the |an? )?{re.escape(hold)}", re.escape(frame))
        pattern = re.sub(r"\\<.*?\\>|\\\[.*?\\\]|\\\{.*?\\\}", ".+?", pattern)
        if hold and re.fullmatch(rf"{pattern}\.?", line, re.IGNORECASE):
            return True
    return False
