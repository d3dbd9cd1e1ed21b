"""Wishes about how scenes look and feel: hour, weather, season, mood, style, point of view; and how much is told."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.doctrine import PROMPT_BUDGET, prompt_of
from makebelieve.worlds.edits import light, moods, naming, prose
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.staging import sentences, shown_name
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.values import Look, looks, style_of, view_of
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.english import capital
from makebelieve.worlds.generation.whereabouts import way_of_being

EVERYWHERE: Final = re.compile(
    r"(?:it|it all|all|all of it|this|that|everything|everywhere|everyone|outside|outdoors|things?"
    r"|(?:all|every|each)(?: of)?(?: the)? (?:place|room|scene|location|level|screen)s?"
    r"|(?:the |my |this |our )?(?:whole |entire |full )?(?:world|game|story|thing|place|weather|mood|tone|vibe|atmosphere|adventure|season|time(?: of day)?|hour|light(?:ing)?|setting|sky|style|look|feel(?:ing)?|graphics|pictures?|images?|art|art style|text|texts|writing|day))",
    re.IGNORECASE,
)
_SAYS: Final = {
    "rain": "It now rains", "snow": "It now snows", "fog": "Fog now hangs", "storm": "A storm now blows", "clear": "The sky is now clear",
    "wind": "A wind now blows", "dust": "Dust now hangs", "heat": "It is now hot",
}  # fmt: skip


def at(draft: Draft, key: str) -> str:
    """ "on the pier", "at the win ending"."""
    state = draft.states[key]
    if "ending" in state:
        return f"in the ending '{state['ending'].get('title', key)}'"
    place = draft.builder.place_of.get(key)
    return (
        place.at if place else f"{way_of_being(shown_name(draft.world, key), draft.builder.places[0].entry)} {shown_name(draft.world, key)}"
    )


def scope(draft: Draft, text: str | None) -> list[str] | None:
    """The states that some words mean: all of them, those of one place, an ending, all but some. None where they mean none."""
    text = (text or "").strip()
    if but := re.fullmatch(
        r"(?P<all>.*?),? ?(?:except|besides|other than|save) (?:for |in |at |on |the )*(?P<but>.+)", text, re.IGNORECASE
    ):
        whole, less = scope(draft, but["all"]), scope(draft, but["but"])
        return [one for one in whole if one not in less] if whole and less else None
    if not text or EVERYWHERE.fullmatch(text):
        return list(draft.states)
    if many := re.fullmatch(r"(?:the |all |all the |both )?(?P<kind>[a-z]+ )?endings", text, re.IGNORECASE):
        kind = (many["kind"] or "").strip()
        return (
            naming.ending_ids(draft.world, kind)
            if kind not in ("", "all", "the")
            else [key for key, one in draft.states.items() if "ending" in one]
        )
    if re.fullmatch(r"(?:the )?(?:start|beginning|opening|intro(?:duction)?)", text, re.IGNORECASE):
        return [draft.world["entrance"]["state"]]
    if re.fullmatch(r"(?:the |that )?ending", text, re.IGNORECASE):
        return naming.ending_ids(draft.world, "")
    parts = re.split(r",? and |, ", text)
    made: list[str] = []
    for part in parts:
        bare = re.sub(
            r"^(?:in|at|on|for|inside) ",
            "",
            re.sub(
                r"'s (?:mood|tone|light|weather|feel)$|^(?:the )?(?:mood|tone|light|weather|feel|atmosphere|lighting) (?:of|in|at|on) ",
                "",
                part.strip(),
                flags=re.IGNORECASE,
            ),
        )
        thing = naming.find(draft.world, bare, ("place", "ending"))
        if thing is None:
            return None
        made += naming.same_place(draft.world, thing.id) if thing.kind == "place" else [thing.id]
    return list(dict.fromkeys(made)) or None


def where_said(draft: Draft, keys: list[str]) -> str:
    if len(keys) == len(draft.states):
        return "everywhere"
    some = list(dict.fromkeys(at(draft, one) for one in keys))
    if len(some) > len(draft.states) * 0.6:
        out = list(dict.fromkeys(at(draft, one) for one in draft.states if one not in keys))
        return f"everywhere except {naming.listed(out)}"
    return naming.listed(some) if len(some) <= 4 else f"in {len(some)} places"


def show(draft: Draft, keys: list[str], wanted: list[Look]) -> str:
    """States look or feel as wanted; what was done, in a sentence. Raises Unsure where nothing can be shown."""
    told: list[str] = []
    everywhere = len(keys) == len(draft.states)
    if {"hour", "weather"} <= {one.kind for one in wanted}:
        wanted = sorted(wanted, key=lambda one: one.kind != "hour")  # the light of an hour is told anew by the weather, not the other way
    for number, one in enumerate(wanted):
        if one.kind == "style":
            draft.world["styleTail"] = one.value
            told.append(f"the pictures are now {one.value}")
            continue
        if one.kind == "view":
            told.append(see_from(draft, one.value))
            continue
        done = [key for key in keys if _shown(draft, key, one, keep=number > 0 and wanted[number - 1].kind == "mood")]
        if not done and one.kind == "weather":
            raise Unsure(f"No weather gets in {where_said(draft, keys)}. Shall it show in another place, or do you mean the mood?")
        if not done:
            raise Unsure(f"The text {where_said(draft, keys)} is full. Which place shall I shorten first?")
        if everywhere and one.kind in ("hour", "weather", "season"):
            light.remember(draft.world, **{one.kind: one.value})
        told.append(_said(draft, one, keys if everywhere and one.kind != "weather" else done, done))
    _speak_of(draft, keys)
    return capital("; ".join(told))


def _speak_of(draft: Draft, keys: list[str]) -> None:
    """What "it" and "there" mean after a wish about one place."""
    roots = {naming.same_place(draft.world, key)[0] for key in keys}
    if len(roots) == 1 and "ending" not in draft.states[keys[0]]:
        draft.subject = naming.Thing("place", keys[0], shown_name(draft.world, keys[0]))


def _shown(draft: Draft, key: str, one: Look, *, keep: bool) -> bool:
    builder = draft.builder
    if one.kind == "mood":
        if re.match(r"less (?:scar|spook|creep|dark|frighten|eerie|horr|terrif|grim|gloom|sinister|danger|bleak|threat)", one.said):
            mild = moods.softened(builder, key)
            if mild and "ending" not in builder.states[key]:
                return True
        return moods.set_mood(builder, key, one.value, keep=keep)
    if one.kind == "hour":
        return light.relit(builder, key, hour=one.value)
    if one.kind == "season":
        return light.relit(builder, key, season=one.value)
    if one.value and builder.scenery.era == "far" and builder.place_of[key].air == "inside":
        return False  # sealed rooms between the stars have no weather
    return light.relit(builder, key, weather=one.value)


def _said(draft: Draft, one: Look, keys: list[str], done: list[str]) -> str:
    where = where_said(draft, keys)
    if one.kind == "hour":
        return f"it is now {one.said or one.value} {where}"
    if one.kind == "season":
        return f"it is now {one.value} {where}"
    if one.kind == "weather":
        if not one.value:
            return f"the weather no longer shows {where}"
        open_ = [key for key in done if draft.builder.place_of[key].air == "open"]
        inside = "" if len(open_) == len(done) else ", and shows at the windows of the rooms"
        lead = _SAYS[one.value][:1].lower() + _SAYS[one.value][1:]
        return f"{lead} {'in every outdoor place' + inside if len(done) > 3 and len(done) >= len(draft.states) - 3 else where_said(draft, done)}"
    if one.said.startswith("less ") and one.kind == "mood":
        return f"it is now {one.said} {where}"
    feels = {"cold": "cold", "hot": "hot", "busy": "busy", "empty": "empty"}.get(one.value, one.value)
    return f"the mood is now {feels} {where}"


def see_from(draft: Draft, view: str) -> str:
    """Every scene is filmed, and told, from another point of view."""
    before = str(draft.world.get("metadata", {}).get("pov") or draft.world.get("pov") or "third_person_shoulder")
    old = dict(draft.builder.scenery.seen)
    said = f"the point of view is now {_VIEWS.get(view, view.replace('_', ' '))}"
    if "pov" in draft.world.get("metadata", {}):
        draft.world["metadata"]["pov"] = view
    if "pov" in draft.world:
        draft.world["pov"] = view
    draft._builder = None
    if view not in tables.read("views") or "pov" not in draft.world.get("metadata", {}):
        for key, state in draft.states.items():
            camera = prose.seen_from(state["camera"], view)
            if prose.fitting(state, {"camera": camera}):
                draft.states[key]["camera"] = camera
        return said
    builder = draft.builder
    new = builder.scenery.seen
    swap = (before == "first_person") != (view == "first_person")
    for key, state in draft.states.items():
        place = builder.place_of.get(key)
        if place is None:
            continue
        state["camera"] = builder.scenery.camera(place)
        if "ending" not in state and swap:
            for part in [state, *state.get("variants", [])]:
                told = sentences(part["base"])
                if told and (old["P"].lower() in told[0].lower() or re.match(r"(?:from eye|eye-level|ahead lies)", told[0], re.IGNORECASE)):
                    part["base"] = " ".join([builder.scenery.opening(place), *told[1:]])
    if swap:
        for thing in [*draft.states.values(), *draft.events]:
            for part in [thing, *thing.get("variants", []), *thing.get("phases", [])]:
                if isinstance(part.get("base"), str):
                    part["base"] = _seen_by(part["base"], old, new)
    return said


_VIEWS: Final = {
    "first_person": "first person, through the player's eyes", "third_person_shoulder": "third person, over the shoulder", "third_person_follow": "third person, from behind",
    "top_down": "from above", "side": "from the side", "isometric": "isometric", "fixed": "a fixed camera",
}  # fmt: skip


def _seen_by(text: str, old: dict[str, str], new: dict[str, str]) -> str:
    """A sentence of pixels with another subject: the player, or the view."""
    names = sorted({old["P"], *([old["H"]] if old["H"] != old["P"] else [])}, key=len, reverse=True)
    for name in names:
        text = re.sub(
            rf"(?P<start>^|[.!?] )?\b{re.escape(name)}(?P<v> [a-z]+)?",
            lambda one, name=name: _subject(one, name, new["P"]),  # type: ignore[misc]
            text,
            flags=re.IGNORECASE,
        )
    return text


def _subject(one: re.Match[str], name: str, new: str) -> str:
    verb = one["v"] or ""
    if name == "two hands" and verb:
        verb = f" {third_person(verb.strip())}"
    start = one["start"]
    return f"{start or ''}{capital(new) if start is not None else new}{verb}"


def third_person(verb: str) -> str:
    """A plural verb in the singular: "turn" -> "turns"; what is none stays."""
    if verb in ("of", "and", "in", "on", "at", "to", "with", "from"):
        return verb
    return {"are": "is", "have": "has"}.get(verb, verb + ("es" if re.search(r"(?:sh|ch|x|z|ss|o)$", verb) else "s"))


# --- wishes ----------------------------------------------------------------------------------------------------------------------------------


def feel(draft: Draft, match: re.Match[str]) -> str | None:
    """ "thunderstorm", "at night except the quay", "snow in the harbour": looks, and where."""
    fields = match.groupdict()
    wanted = looks(fields["v"])
    keys = scope(draft, fields.get("t")) if wanted else None
    return show(draft, keys, wanted) if wanted and keys else None


def style(draft: Draft, match: re.Match[str]) -> str | None:
    made = style_of(match["v"])
    return show(draft, list(draft.states), [Look("style", made)]) if made else None


def view(draft: Draft, match: re.Match[str]) -> str | None:
    made = view_of(match["v"])
    return capital(see_from(draft, made)) if made else None


def without(draft: Draft, match: re.Match[str]) -> str | None:
    """No more rain, no fog in the harbour."""
    fields = match.groupdict()
    wanted = looks(fields["v"])
    if not wanted or any(one.kind not in ("weather", "season") for one in wanted):
        return None
    keys = scope(draft, fields.get("t"))
    if keys is None:
        return None
    if wanted[0].kind == "season":
        done = [key for key in keys if light.relit(draft.builder, key, season="")]
    elif len(keys) == len(draft.states):
        kept = "" if wanted[0].value == "clear" else "clear"
        done = [
            key
            for key in keys
            if _shown(draft, key, Look("weather", kept if draft.builder.place_of[key].air == "open" else ""), keep=False)
        ]
        light.remember(draft.world, weather=kept)
    else:
        done = [key for key in keys if light.relit(draft.builder, key, weather="")]
    word = re.sub(r"^(?:the|all|any) ", "", fields["v"].strip().lower())
    return f"There is no {word} any more {'anywhere' if len(keys) == len(draft.states) else where_said(draft, keys)}" if done else None


_KEPT: Final = re.compile(r"\b(?:lock|bars?|closes|gate|door|key|chain|step to be seen|snapped)\b", re.IGNORECASE)


def brief(draft: Draft, match: re.Match[str]) -> str | None:
    """Scenes are told in fewer sentences: where one is, who is there, what bars the way, the light."""
    keys = scope(draft, match.groupdict().get("t"))
    if keys is None:
        return None
    done = 0
    # What a story needs is still told: who is there, what stands in the way, what it is all about, where a barred way leads.
    named = [re.sub(r"^(?:the|an?|his|her|its|their) ", "", one.name.lower()) for one in naming.things(draft.world) if one.kind != "ending" and one.kind != "player"]  # fmt: skip
    for key in keys:
        state = draft.states[key]
        told = sentences(state["base"])
        anchors = {
            word
            for one in draft.events
            if key in one["from"]
            for word in re.findall(r"[a-z]{5,}", str(one.get("anchor", {}).get("label", "")).lower())
        }
        keep = [
            one for at_, one in enumerate(told)
            if at_ == 0 or light.kind_of(one) == "hour" or _KEPT.search(one) or re.search(r"(?<!^)\b[A-Z][a-z]+", one[1:]) or anchors & set(re.findall(r"[a-z]{5,}", one.lower())) or any(name in one.lower() for name in named if name not in shown_name(draft.world, key).lower())
        ]  # fmt: skip
        keep = keep if len(keep) < len(told) else told[: max(1, len(told) * 2 // 3)] if "ending" in state else told
        if len(keep) < len(told):
            state["base"] = " ".join(keep)
            done += 1
        if state.get("narration") and len(sentences(state["narration"])) > 1 and "ending" not in state:
            state["narration"] = sentences(state["narration"])[0]
    if not done:
        raise Unsure("Every scene is told in a sentence or two already. Which place shall say something else?")
    return f"Shortened the text {where_said(draft, keys)}"


def rich(draft: Draft, match: re.Match[str]) -> str | None:
    """Scenes get two sentences more of what stands there."""
    keys = scope(draft, match.groupdict().get("t"))
    if keys is None:
        return None
    done = []
    for key in keys:
        builder, state = draft.builder, draft.states[key]
        place = builder.place_of[key]
        builder.chance._used.update({item: 1 for item in place.entry.items("seen") if _stem(item) in state["base"].lower()})
        fresh = builder.scenery.details(place, 2) if place.entry.items("seen") else []
        fresh = [*fresh, *[one for one in [builder.scenery.prop(place)] if one]]
        for one in fresh[: 2 if len(keys) == 1 else 1]:
            made = f"{state['base'].rstrip()} {one}"
            if one not in state["base"] and len(prompt_of({**state, "base": made})) <= PROMPT_BUDGET:
                state["base"] = made
                done.append(key)
    if not done:
        raise Unsure(f"The text {where_said(draft, keys)} is as long as it may be. What shall it say instead?")
    _speak_of(draft, list(dict.fromkeys(done)))
    return f"Described more of what there is {where_said(draft, list(dict.fromkeys(done)))}"


def _stem(item: str) -> str:
    return re.sub(r"\[.*", "", item).strip().lower()[:24]
