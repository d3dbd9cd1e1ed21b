"""Wishes about hidden choices and secret ways: easier to notice, offered, concealed."""

from __future__ import annotations

import re
from typing import Any

from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.generation.english import sentence

Event = dict[str, Any]


def secret(draft: Draft, match: re.Match[str]) -> str | None:
    """ "let the secret be easier to notice": told in the picture more plainly; "show it as a choice": offered."""
    hidden = referents.secrets(draft.world)
    if not hidden:
        raise Unsure("Nothing is hidden here; every choice is offered. What else shall be easier?")
    event = hidden[0]
    hold = str(event.get("anchor", {}).get("label", "")) or "something here"
    key = event["from"][0]
    if re.search(r"\b(?:offer|button|choice|visible|shown?|not (?:be )?(?:hidden|secret)|open)", match["v"], re.IGNORECASE):
        event.pop("hidden")
        return f"'{referents.label_of(event)}' is now offered {at(draft, key)}"
    line = sentence(f"the {hold} stands out from all else, lit from one side, with something pale showing at its edge")
    draft.builder.feature(key, line)
    event["anchor"] = {**event.get("anchor", {"label": hold}), "minProximity": 0.4}
    talks = [one for one in draft.events if one["kind"] == "terminal"]
    if talks:
        talks[0]["terminal"].setdefault("facts", []).insert(
            0, {"text": sentence(f"somebody ought to look closely at the {hold} {at(draft, key)}")}
        )
    return f"The secret is now easier to notice: the {hold} stands out {at(draft, key)}" + (
        f", and {naming_of(talks[0])} hints at it" if talks else ""
    )


def naming_of(event: Event) -> str:
    return str(event["terminal"]["persona"].split(",")[0].split(".")[0])


def way_hidden(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the way to Capua should be secret": found by pointing at what hides it."""
    place = naming.find(draft.world, clean(match["t"]), ("place",))
    if place is None:
        return None
    doors = [
        one
        for one in draft.events
        if referents.leads(draft.world, one) == place.id and not referents._BACK.match(referents.label_of(one)) and not one.get("hidden")
    ]
    if from_ := match.groupdict().get("a"):
        start = naming.find(draft.world, from_, ("place",))
        doors = [one for one in doors if start and start.id in one["from"]]
    if not doors:
        raise Unsure(f"The way to {place.name} is hidden already. What else shall be secret?")
    builder = draft.builder
    for one in doors:
        part = builder.scenery.part(builder.place_of[one["from"][0]])
        one["hidden"] = True
        one["anchor"] = {"label": re.sub(r"^(?:the|an?) ", "", part), "minProximity": 0.15}
        builder.feature(one["from"][0], sentence(f"a thin draught comes from behind {part}"))
    return f"The way to {place.name} is now secret: it is not offered but found by pointing at what hides it {naming.listed([at(draft, one['from'][0]) for one in doors])}"


def shown_way(draft: Draft, match: re.Match[str]) -> str | None:
    """A hidden choice is offered from now on."""
    found = list(referents.secrets(draft.world))
    if not found:
        return None
    named = referents.choice(draft.world, clean(match["c"]))
    words = set(naming.words(clean(match["c"])))
    near = [one for one in found if words & set(naming.words(str(one.get("anchor", {}).get("label", ""))))]
    named = near[0] if near else named
    event = named if named is not None and named.get("hidden") else found[0] if re.search(r"\bsecret|hidden", match["c"]) else None
    if event is None:
        return None
    event.pop("hidden")
    return f"'{referents.label_of(event)}' is now offered {at(draft, event['from'][0])}"
