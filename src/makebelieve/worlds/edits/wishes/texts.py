"""Wishes about single texts: the words of a choice, of a step, of a mission, a hint, a sentence that is quoted."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.edits import naming, referents, renaming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.generation.english import capital, sentence

_QUOTED: Final = re.compile(r"^[\"'“‘](?P<q>.+)[\"'”’][.!]?$", re.DOTALL)


def _plain(text: str) -> str:
    found = _QUOTED.match(text.strip())
    return (found["q"] if found else clean(text)).strip()


def label(draft: Draft, match: re.Match[str]) -> str | None:
    """A choice is worded otherwise."""
    what, new = match["c"].strip(), _plain(match["v"])
    if not new or len(new) > 120 or (naming.find(draft.world, clean(what), ("place", "person", "item"), loose=False) and not re.search(r"\b(?:choice|option|button|label)\b|[\"']", what)):  # fmt: skip
        return None
    event = referents.choice(draft.world, what)
    if event is None:
        return None
    old = referents.label_of(event)
    event["label"] = capital(new)
    return f"'{old}' is now '{capital(new)}'"


def step(draft: Draft, match: re.Match[str]) -> str | None:
    """A step of a mission is worded otherwise."""
    found = referents.objective(draft.world, match["o"])
    new = _plain(match["v"])
    if found is None or not new:
        return None
    old = found.get("text", "")
    found["text"] = sentence(capital(new))
    return f"The step '{old.rstrip('.')}' now reads: {found['text']}"


def step_without_place(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the objective 'Find a lamp in the temple' should not tell where"."""
    found = referents.objective(draft.world, match["o"])
    if found is None:
        return None
    old = str(found.get("text", ""))
    made = old
    for one in naming.things(draft.world):
        if one.kind == "place":
            bare = re.sub(r"^the ", "", one.name)
            made = re.sub(rf" (?:in|at|on|inside|from|under|by) (?:the )?{re.escape(bare)}", "", made, flags=re.IGNORECASE)
    if made == old:
        raise Unsure(f"The step '{old.rstrip('.')}' names no place. Which step shall be worded otherwise?")
    found["text"] = sentence(made.rstrip(". "))
    return f"The step '{old.rstrip('.')}' now reads: {found['text']}"


def mission_title(draft: Draft, match: re.Match[str]) -> str | None:
    found = referents.mission(draft.world, match["m"])
    new = _plain(match["v"])
    if found is None or not new or re.fullmatch(r"(?:(?:more|less|much|a bit) )*(?:[a-z]+(?:er|ier)|difficult|interesting|hard|easy)", new):
        return None  # "harder" is how a mission shall be, and no title
    old, found["title"] = found["title"], capital(new)
    return f"The mission '{old}' is now titled '{capital(new)}'"


def hint(draft: Draft, match: re.Match[str]) -> str | None:
    """What is told where a way is barred."""
    event = referents.gate(draft.world, match["g"]) or referents.choice(draft.world, match["g"])
    new = _plain(match["v"])
    if event is None or not new or not event.get("requires"):
        return None
    event["lockedHint"] = sentence(capital(new))
    return f"The hint at '{referents.label_of(event)}' now reads: {event['lockedHint']}"


def quoted(draft: Draft, match: re.Match[str]) -> str | None:
    """A sentence or words that are quoted give way to others, wherever they stand."""
    old, new = _plain(match["old"]), _plain(match["new"])
    if len(old) < 2 or not new:
        return None
    labels = [one for one in draft.events if str(one.get("label", "")).lower() == old.lower()]
    if labels:
        for one in labels:
            one["label"] = capital(new)
        return f"'{old}' is now '{capital(new)}'"
    steps = [
        one
        for mission in draft.world.get("missions", [])
        for one in mission["objectives"]
        if one.get("text", "").lower().rstrip(".") == old.lower().rstrip(".")
    ]
    if steps:
        steps[0]["text"] = sentence(capital(new))
        return f"The step '{old.rstrip('.')}' now reads: {steps[0]['text']}"
    ends = [one for one in draft.states.values() if one.get("ending", {}).get("title", "").lower() == old.lower()]
    if ends:
        if re.match(r"(?:something|anything)\b", new, re.IGNORECASE):
            return None
        ends[0]["ending"]["title"] = capital(new)
        return f"The ending '{old}' is now titled '{capital(new)}'"
    pattern = re.compile(
        rf"(?<!\w){re.escape(old.rstrip('.'))}(?!\w)" + (r"\.?" if old.endswith(".") or new.endswith(".") else ""), re.IGNORECASE
    )
    times = 0

    def change(text: str) -> str:
        nonlocal times
        found = pattern.search(text)
        if found is None:
            return text
        times += 1
        return pattern.sub(lambda one: capital(new) if one[0][:1].isupper() or (one.start() == 0 and len(new.split()) > 3) else new, text)

    made = renaming.told_everywhere(draft.world, change)
    if not times:
        raise Unsure(f"'{old}' stands nowhere in this world's texts. Which words shall be otherwise? Quote them as they stand.")
    draft.world = made
    return f"'{old}' now reads '{new}'" + (f" in {times} places" if times > 1 else "")


def narration(draft: Draft, match: re.Match[str]) -> str | None:
    """ "when you arrive in the cellar it should say ..."."""
    place = naming.find(draft.world, clean(match["t"]), ("place",))
    new = _plain(match["v"])
    if place is None or len(new.split()) < 2:
        return None
    draft.states[place.id]["narration"] = sentence(capital(new))
    return f"On arrival {at(draft, place.id)} it now says: {sentence(capital(new))}"


def first_sentence(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the first sentence should be ...": what is told when the story begins."""
    key = draft.world["entrance"]["state"]
    new = sentence(capital(_plain(match["v"])))
    told = str(draft.states[key].get("narration", ""))
    rest = re.split(r"(?<=[.!?]) ", told, maxsplit=1)[1:]
    draft.states[key]["narration"] = " ".join([new, *rest]) if not re.search(r"\b(?:text|whole|intro)", match[0]) else new
    return f"The story now begins with: {new}"


def said_when(draft: Draft, match: re.Match[str]) -> str | None:
    """ "when you take the lamp it should say ...": the text told with a choice."""
    event = referents.choice(draft.world, match["c"])
    if event is None and (
        item := re.fullmatch(r"(?:you |the player )?(?:find|take|pick up|get) (?P<np>.+)", clean(match["c"]), re.IGNORECASE)
    ):
        thing = naming.find(draft.world, item["np"], ("item",))
        event = next((one for one in draft.events if thing and thing.id in one.get("grants", [])), None)
    if event is None:
        return None
    event["narration"] = sentence(capital(_plain(match["v"])))
    return f"'{referents.label_of(event)}' now tells: {event['narration']}"


def softer(draft: Draft, match: re.Match[str]) -> str | None:
    """ "change 'Not today' to something less harsh": which words are asked, with a proposal."""
    what = _plain(match["old"])
    ends = [one for one in naming.things(draft.world) if one.kind == "ending" and one.name.lower() == what.lower()]
    event = next((one for one in draft.events if str(one.get("label", "")).lower() == what.lower()), None)
    how = clean(match["how"])
    if ends:
        from makebelieve.worlds.edits.values import looks
        from makebelieve.worlds.edits.wishes.looks import show

        if re.match(r"(?:less |more )?(?:harsh|gentler|kind|kinder|nicer|friendlier|softer|sweeter|mild|milder|gentle|nice|positive|encouraging|mean|cruel|scary|sad)", re.sub(r"^(?:less|not so|more|a bit|much) ", "", how)):  # fmt: skip
            lose = ends[0].about == "lose"
            state = draft.states[ends[0].id]
            show(draft, [ends[0].id], looks("cosy") or [])
            state["ending"]["title"] = "Almost there" if lose else "All is well"
            state["ending"]["subtitle"] = "Next time it will work. Come, try once more." if lose else "You did it, and everybody is glad."
            state["narration"] = state["ending"]["subtitle"]
            return f"The ending '{what}' is now titled '{state['ending']['title']}' and says: {state['ending']['subtitle']}"
        raise Unsure(
            f"What shall the ending '{what}' be called instead of {how}? Say for example: rename the ending '{what}' to Almost there."
        )
    if event is not None:
        raise Unsure(f"How shall the choice '{what}' be worded instead? Say for example: change '{what}' to 'Take a careful step'.")
    return None


def label_exact(draft: Draft, match: re.Match[str]) -> str | None:
    """A choice by its very words: "rename Search the ice machine to ..."."""
    old = _plain(match["c"])
    event = next((one for one in draft.events if str(one.get("label", "")).lower() == old.lower()), None)
    if event is None:
        return None
    before = referents.label_of(event)
    event["label"] = capital(_plain(match["v"]))
    return f"'{before}' is now '{event['label']}'"


def label_of(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make 'Float along' 'Drift along'"."""
    return label_exact(draft, match)


def by(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the letter of apology is from Father Dunne": added where the thing is told."""
    what, how, who = clean(match["np"]), match["p"], clean(match["w"])
    if naming.find(draft.world, what, ("place", "person", "foe", "player", "ending"), loose=False):
        return None
    thing = naming.find(draft.world, who)
    said = set(naming.words(what))
    name = thing.name if thing is not None else who
    verb = {"from": "is signed by", "by": "is by", "signed by": "is signed by", "written by": "is in the hand of"}.get(how, f"is {how}")
    found = None
    for event in draft.events:
        told = f"{event.get('base', '')} {event.get('narration', '')}"
        if said and said <= set(naming.words(told)):
            found = event
            break
    if found is None:
        return None
    for part in ("base", "narration"):
        if verb == "is signed by" and re.search(r"\bunsigned\b", str(found.get(part, ""))):
            found[part] = re.sub(r"(?:, )?(?:unsent )?(?:and )?unsigned\b", f", signed by {name}", str(found[part]))
    bare = re.sub(r"^(?:the|an?|that) ", "", what, flags=re.IGNORECASE)
    found["narration"] = f"{str(found.get('narration', '')).rstrip()} The {bare} {verb} {name}.".strip()
    return f"Where one finds it, it now says: the {bare} {verb} {name}"


def goal(draft: Draft, match: re.Match[str]) -> str | None:
    missions = draft.world.get("missions", [])
    new = clean(match["v"])
    if not missions or not new:
        return None
    missions[0]["title"] = capital(new)
    if missions[0]["objectives"]:
        missions[0]["objectives"][-1]["text"] = sentence(capital(new))
    if draft.world.get("story"):
        who = draft.world.get("metadata", {}).get("understood", {}).get("player") or "the player"
        first, _, rest = new.partition(" ")
        draft.world["story"]["logline"] = sentence(f"{who} {'have' if naming.many(who) else 'has'} to {first.lower()} {rest}")
    return f"The goal is now: {capital(new)}"
