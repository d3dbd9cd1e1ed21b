"""What a change did, in sentences for people."""

from __future__ import annotations

import re
from typing import Any

from makebelieve.worlds.edits.naming import listed
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.generation.english import capital


def told(old: World, new: World, differences: dict[str, Any]) -> str:
    """One or a few sentences on what differs between two worlds, from the greatest change to the least."""
    some = [*_top(old, new, differences), *_states(old, new, differences), *_events(old, new, differences)]
    if not some:
        return "Done."
    return ". ".join(capital(one) for one in some[:4]) + (f"; and {len(some) - 4} more changes." if len(some) > 4 else ".")


def _named(world: World, key: str) -> str:
    state = world["scene"]["states"].get(key, {})
    return f"the ending '{state['ending'].get('title') or key}'" if "ending" in state else shown_name(world, key)


def _label(event: dict[str, Any]) -> str:
    return f"'{event.get('label') or event['name'].replace('_', ' ')}'"


def _top(old: World, new: World, differences: dict[str, Any]) -> list[str]:
    made = []
    changed = {*differences["world"]["changed"], *differences["world"]["added"]}
    if "name" in changed:
        made.append(f"renamed the world to '{new['name']}'")
    if "entrance" in changed:
        made.append(f"the player now starts in {_named(new, new['entrance']['state'])}")
    if "description" in changed:
        made.append("changed the description of the world")
    if "missions" in changed:
        titles = [one["title"] for one in new.get("missions", []) if one not in old.get("missions", [])]
        made.append(f"changed the mission {listed([repr(one) for one in titles])}" if titles else "changed the missions")
    if "story" in changed and not made:
        made.append("changed what the story is about")
    return made


def _states(old: World, new: World, differences: dict[str, Any]) -> list[str]:
    part = differences["states"]
    made = []
    if part["added"] and len(part["added"]) == len(part["removed"]):
        made += [f"{_named(old, a)} is now {_named(new, b)}" for a, b in zip(part["removed"], part["added"], strict=True)]
    else:
        made += [f"added {_named(new, one)}" for one in part["added"]]
        made += [f"took out {_named(old, one)}" for one in part["removed"]]
    changed = part["changed"]
    titles = [one for one in changed if old["scene"]["states"][one].get("ending", {}) != new["scene"]["states"][one].get("ending", {})]
    for one in titles:
        ending = new["scene"]["states"][one].get("ending", {})
        made.append(f"the ending is now '{ending.get('title', one)}', and {'wins' if ending.get('kind') == 'win' else 'loses'}")
    fields = {
        re.sub(r"^state\[.*?\]\.|\..*$", "", one["path"].split("].", 1)[-1])
        for one in differences["fields"]
        if one["path"].startswith("state[")
    }
    rest = [one for one in changed if one not in titles]
    if rest and not (part["added"] or part["removed"]):
        what = "the point of view" if fields <= {"camera"} else "what is heard" if fields <= {"ambient"} else "the text"
        everywhere = len(rest) >= len([one for one in new["scene"]["states"].values() if "ending" not in one]) and len(rest) > 3
        made.append(
            f"changed {what} {'everywhere' if everywhere else 'of ' + listed([_named(new, one) for one in rest[:4]])}"
            + (f" and {len(rest) - 4} more" if len(rest) > 4 and not everywhere else "")
        )
    return made


def _events(old: World, new: World, differences: dict[str, Any]) -> list[str]:
    part = differences["events"]
    events = {one["name"]: one for one in new["scene"]["events"]}
    before = {one["name"]: one for one in old["scene"]["events"]}
    made = []
    for name in part["added"]:
        event = events[name]
        here = _named(new, event["from"][0])
        if event["kind"] == "terminal":
            made.append(f"somebody can now be talked to in {here}: {_label(event)}")
        elif event.get("to") in new["scene"]["states"]:
            made.append(f"a way now leads from {here} to {_named(new, event['to'])}")
        elif event.get("grants"):
            made.append(f"the {event['grants'][0].removeprefix('has_').replace('_', ' ')} can now be found in {here}")
        else:
            made.append(f"{_label(event)} can now be chosen in {here}")
    made += [f"took out the choice {_label(before[name])}" for name in part["removed"]]
    for name in part["changed"]:
        a, b = before[name], events[name]
        if a.get("requires") != b.get("requires"):
            need = [one.removeprefix("has_").replace("_", " ") for one in b.get("requires", [])]
            made.append(
                f"{_label(b)} now takes {listed(['the ' + one for one in need])}" if need else f"{_label(b)} is now open to everybody"
            )
        elif a.get("hotkey") != b.get("hotkey"):
            made.append(f"{_label(b)} now has the key {b['hotkey']}" if b.get("hotkey") else f"{_label(b)} has no key any more")
        elif a.get("hidden") != b.get("hidden"):
            made.append(f"{_label(b)} is now {'hidden' if b.get('hidden') else 'shown'}")
        elif a.get("oneShot") != b.get("oneShot"):
            made.append(f"{_label(b)} can now be done {'only once' if b.get('oneShot') else 'again and again'}")
        elif a["from"] != b["from"]:
            made.append(f"{_label(b)} is now offered in {listed([_named(new, one) for one in b['from']])}")
        elif a.get("label") != b.get("label"):
            made.append(f"{_label(a)} is now {_label(b)}")
    return made


def in_words(world: World, reply: str) -> str:
    """A reply without ids: a state by the name of its place or the title of its ending, a flag by its words; examples with names of this world."""
    states = world["scene"]["states"]
    for key in sorted(states, key=len, reverse=True):
        if "_" in key and key in reply:
            name = str(states[key]["ending"].get("title", key)) if "ending" in states[key] else shown_name(world, key)
            reply = re.sub(rf"(?<![\w'\"])'?\b{re.escape(key)}\b'?", f"'{name}'" if "ending" in states[key] else name, reply)
    reply = re.sub(r"(?<![\w./])(?:has_)?[a-z]+(?:_[a-z0-9]+)+(?![\w./])", lambda one: one[0].removeprefix("has_").replace("_", " "), reply)
    if "PLACE" in reply:
        order = [shown_name(world, one) for one in states if "ending" not in states[one] and not re.search(r"_(?:later|again)$", one)]
        reply = reply.replace("the OTHER PLACE", order[0]).replace("the PLACE", order[-1])
    return reply
