"""Questions about a world, answered from it: how one gets somewhere, who somebody is, where a thing is, what can be done and how it ends."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.frames.mentions import Mention, mentions
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.staging import place_of, sentences, shown_name
from makebelieve.worlds.edits.targets import Unsure, World
from makebelieve.worlds.generation.english import capital, sentence
from makebelieve.worlds.graph import compile_graph
from makebelieve.worlds.walk import ways

_START: Final = re.compile(
    r"(?:(?:so|and|but|hey|hi|hmm+|ok|okay|well|um+|oh|wait|please|sorry)[, ]+)*(?P<q>what(?! if\b| about\b| (?:you|one|we|they|i|matters)\b[^?]*\b(?:is|should be)\b(?! (?:it|this|that|there)\b))|whats|what's|who|whos|who's|whose|why(?! not\b| don't\b)|how(?! about\b)|where|wheres|where's|when(?= (?:does|do|is|will|can|did|am)\b)|which|is|are|isn't|aren't|does|do(?= (?:i|you|we|they|people|the|all|both)\b)|did|was|were|has|have(?= (?:you|i|we)\b)|am i|can(?= (?:i|you|we|one|it) (?:save|win|lose|die|fail|continue|play|stop|pause|go back|undo|print|share|download|see|get|find|finish|still)\b)|will|must i|should i)\b",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """Whether a text is a question, with or without its mark."""
    return bool(_START.match(text.strip()))


def answer(world: World, text: str) -> str:
    """The answer to a question, as far as the world has one; "" where it has none."""
    bare = text.strip().rstrip("?!. ")
    low = bare.lower()
    some = mentions(world, bare)
    for reader in (_counted, _saving, _follows, _ends, _way, _where, _why, _who, _doing, _start, _unknown, _about):
        if told := reader(world, low, some):
            return told
    return ""


def _places(world: World) -> list[str]:
    return naming.in_order(world, again=False)


def _endings(world: World) -> list[str]:
    return [
        f"'{one['ending'].get('title', key)}' ({'wins' if one['ending']['kind'] == 'win' else 'loses'})"
        for key, one in world["scene"]["states"].items()
        if "ending" in one
    ]


def _counted(world: World, low: str, some: list[Mention]) -> str:
    if re.search(
        r"\bhow many (?:places?|rooms?|scenes?|locations?|levels?)\b|\b(?:which|what) (?:places|rooms|scenes|locations)\b|\bhow (?:long|big) is\b",
        low,
    ):
        names = [shown_name(world, key) for key in _places(world)]
        return f"There are {len(names)} places: {naming.listed(names)}"
    if re.search(r"\bhow many (?:\w+ )?endings?\b|\b(?:which|what)(?: are| \w+)? (?:the )?endings?\b", low):
        ends = _endings(world)
        return f"There are {len(ends)} endings: {naming.listed(ends)}"
    if re.search(
        r"\bhow many (?:people|persons|characters|npcs)\b|\b(?:which|what) (?:people|characters)\b|\bwho (?:is|are) (?:there|here|in (?:it|this|the (?:game|story|world)))\b|\bwho (?:can|should|could|do|must) (?:i|you|one|we) (?:talk to|speak to|ask)\b|\bwho (?:is|are) (?:the )?(?:best|right|good)?(?: (?:person|people|one))? to (?:ask|talk to|speak to)\b",
        low,
    ):
        people = [one.name for one in naming.things(world) if one.kind == "person"]
        return f"{'One can meet ' + naming.listed(people) if people else 'Nobody can be met here'}"
    if re.search(r"\b(?:what|which|how many) (?:can (?:i|you|one) find|items?|things|objects|finds)\b", low):
        items = [one.name for one in naming.things(world) if one.kind == "item"]
        return f"What can be found: {naming.listed(items)}" if items else "Nothing is carried here; one finds traces and the truth"
    return ""


def _saving(world: World, low: str, some: list[Mention]) -> str:
    if re.search(r"\b(?:save|continue|pause|come back|go on) (?:it |this |the game )?(?:later|tomorrow|another time|and)?\b", low) and re.search(r"\b(?:save|later|pause|tomorrow)\b", low):  # fmt: skip
        return "The page of a world remembers where a run stood, and goes on there after a reload"
    return ""


_IF: Final = re.compile(
    r"\bwhat (?:happens|will happen|would happen|comes|do i get)(?: to me)?,? (?:if|when) (?:i|you|one|we|the player) (?:just |simply |only |try to |choose (?:to )?|click (?:on )?)*(?P<d>.+)"
)


def _follows(world: World, low: str, some: list[Mention]) -> str:
    """Where a choice leads: "what happens if I give up?"."""
    if (match := _IF.search(low)) is None:
        return ""
    wanted = _stems(match["d"])
    for event in world["scene"]["events"]:
        label = referents.label_of(event)
        if not wanted or not (wanted <= _stems(label) or (len(_stems(label)) > 1 and _stems(label) <= wanted)):
            continue
        to = str(referents.leads(world, event) or "")
        place = shown_name(world, event["from"][0])
        if "ending" in world["scene"]["states"].get(to, {}):
            end = world["scene"]["states"][to]["ending"]
            how = "one wins" if end["kind"] == "win" else "one loses"
            return f"'{label}' in {place} leads to the ending '{end.get('title', '')}', and {how}: {end.get('subtitle', '')}".rstrip(" :.")
        if to and to in world["scene"]["states"]:
            return f"'{label}' leads from {place} to {shown_name(world, to)}"
        return f"'{label}' in {place}: {event.get('narration') or event.get('base', '')}".rstrip(".")
    return ""


def _stems(said: str) -> frozenset[str]:
    return frozenset(
        lemma(one, "verb") or one
        for one in re.findall(r"[a-z]+", said.lower())
        if one not in ("the", "a", "an", "my", "your", "up", "it", "him", "her")
    )


def _ends(world: World, low: str, some: list[Mention]) -> str:
    if re.search(
        r"\b(?:is|are) there (?:a|any) (?:way|ways|chance) to (?:lose|fail|die)\b|\bhow (?:do|can|could) (?:i|you|one|we) (?:lose|fail|die)\b|\bwhat (?:happens|will happen|would happen|comes)\b.*\b(?:lose|fail|die|wrong|give up|quit)\b|\b(?:can|could|do) (?:i|you|one|we) (?:ever |even |really )?(?:lose|die|fail)\b",
        low,
    ):
        losing = referents.ending_choices(world, "lose")
        if not losing:
            return "Nobody can lose here"
        event = losing[0]
        to = world["scene"]["states"][str(referents.leads(world, event))]["ending"]
        return f"One can lose: for example by '{referents.label_of(event)}' in {shown_name(world, event['from'][0])}, which ends with '{to.get('title', '')}'"
    if re.search(
        r"\bwhat (?:happens|comes) (?:at|in) the end\b|\bhow (?:does|do|will|can|could) (?:it|the (?:story|game|world)|this) end\b|\b(?:what|which|how many) (?:are the |(?:other )?)endings\b",
        low,
    ):
        return f"There are these endings: {naming.listed(_endings(world))}"
    if re.search(
        r"\bhow\b.*\b(?:win|finish|end it|beat|solve|complete|get to the end)\b|\bcan (?:i|you|one|we|it)\b.*\b(?:win|be won|finish|beat)\b|\bwhat do i (?:have to|need to|must) do\b|\bwhat (?:must|should) i do\b",
        low,
    ):
        steps = [step["text"].rstrip(".") for step in (world.get("missions") or [{"objectives": []}])[0]["objectives"]]
        return f"To win: {'; '.join(steps)}" if steps else _to_end(world)
    return ""


def _to_end(world: World) -> str:
    wins = naming.ending_ids(world, "good")
    return _told_way(world, wins[0], "the good ending") if wins else ""


def _told_way(world: World, key: str, name: str) -> str:
    graph = compile_graph(world)
    if graph is None or key not in graph.states:
        return ""
    number = graph.states.index(key)
    found = ways(graph, 1 << number).get(number)
    if key == world["entrance"]["state"]:
        return f"{capital(name)} is where it starts"
    if not found:
        return f"No way leads to {name}"
    events = {one["name"]: one for one in world["scene"]["events"]}
    labels = [f"'{referents.label_of(events[one])}'" for one in found if one in events]
    start = shown_name(world, world["entrance"]["state"])
    shown = labels if len(labels) <= 8 else [*labels[:4], "...", *labels[-3:]]
    return f"From {start} one gets to {name} by {', then '.join(shown)}"


def _way(world: World, low: str, some: list[Mention]) -> str:
    places = [one.thing for one in some if one.thing.kind == "place"]
    if (
        not places
        or not re.search(r"\b(?:how|way|get|reach|come|enter|open|opens|locked)\b", low)
        or re.search(r"^(?:who|why|what)\b", low)
    ):
        return ""
    if len(places) == 2:
        a, b = places
        direct = [one for one in world["scene"]["events"] if a.id in one["from"] and referents.leads(world, one) == b.id]
        if direct:
            need = (
                f", which takes {naming.listed([_flag(world, one) for one in direct[0]['requires']])}" if direct[0].get("requires") else ""
            )
            return f"Yes: from {a.name} one gets to {b.name} by '{referents.label_of(direct[0])}'{need}"
        return f"No way leads straight from {a.name} to {b.name}. {_told_way(world, b.id, b.name)}"
    return _told_way(world, places[0].id, places[0].name)


def _flag(world: World, flag: str) -> str:
    return naming.item_name(world, flag) if flag.startswith("has_") else flag.replace("_", " ")


def _giver(world: World, thing: Thing) -> dict[str, Any] | None:
    return next((one for one in world["scene"]["events"] if thing.id in one.get("grants", [])), None)


def _where(world: World, low: str, some: list[Mention]) -> str:
    if not re.search(
        r"\bwhere\b|\bwheres\b|\bwho (?:has|have|gives|owns|got|holds|carries)\b|\bhow (?:do|can|does) (?:i|you|one|we) (?:get|find)\b|\bwhich (?:room|place)\b",
        low,
    ):
        return ""
    for one in some:
        thing = one.thing
        if thing.kind == "item" and (event := _giver(world, thing)) is not None:
            giver = event.get("anchor", {}).get("label") if "person" in event.get("anchor", {}).get("aliases", ()) else None
            place = shown_name(world, event["from"][0])
            return f"{capital(thing.name)} comes from {giver} in {place}: '{referents.label_of(event)}'" if giver else f"{capital(thing.name)} is found in {place}: '{referents.label_of(event)}'"  # fmt: skip
        if thing.kind in ("person", "foe", "goal"):
            bare = re.sub(r"^(?:the|an?|his|her|its|their) ", "", thing.name)
            here = [shown_name(world, key) for key in _places(world) if bare.lower() in world["scene"]["states"][key]["base"].lower()]
            if here:
                return f"{capital(thing.name)} can be seen in {naming.listed(here)}"
        if thing.kind == "place":
            return _told_way(world, thing.id, thing.name)
    if found := re.search(
        r"(?:where (?:is|are|can (?:i|you|one) find|do (?:i|you|we) find)|wheres|who (?:has|gives|owns|got)) (?P<np>(?:the |an? |my )?[a-z' -]+)$",
        low,
    ):
        np = re.sub(r"^(?:the|an?|my) ", "", found["np"])
        if re.search(r"\b(?:story|game|world|it|this)\b.*\b(?:set|take place|happen|play)", found["np"]) or np.split()[0] in (
            "story",
            "game",
            "world",
            "we",
            "i",
        ):
            return ""
        seen = [(key, line) for key, line in referents.sighted(world, np) if key in _places(world)]
        if seen:
            return f"In {shown_name(world, seen[0][0])}: {seen[0][1].rstrip('.')}"
        items = [one.name for one in naming.things(world) if one.kind == "item"]
        return f"There is no {np} in this world" + (f". What can be found: {naming.listed(items)}" if items else "")
    return ""


def _why(world: World, low: str, some: list[Mention]) -> str:
    if not re.match(r"(?:so |and |but |hey |hmm )*(?:why|how come)\b", low):
        return ""
    about = some[0].thing.name if some else "that"
    return f"The story does not say why; nothing more is told of {about} than what one reads. If it shall have a reason, say what shall be told"


def _who(world: World, low: str, some: list[Mention]) -> str:
    if not re.search(r"\bwho(?:'s|s)?\b|\bwhat(?:'s|s)? (?:is |are )?(?:an? |the )|\b(?:does|do|did|is|are) ", low):
        return ""
    if re.search(r"\bwho(?:'s|s)?\b.*\b(?:bad (?:guy|one|person)|villain|enemy|foe|baddie|antagonist|evil)\b", low):
        foe = next((one.name for one in naming.things(world) if one.kind == "foe"), None)
        return f"What stands in the player's way is {foe}" if foe else "Nobody is bad here; nobody stands in the player's way"
    for one in some:
        if one.thing.kind == "person":
            event = next(
                (two for two in world["scene"]["events"] if two["kind"] == "terminal" and one.thing.name in two["terminal"]["persona"]),
                None,
            )
            if event is not None:
                facts = len(event["terminal"].get("facts", []))
                asked = (
                    f" Whoever asks in {shown_name(world, event['from'][0])} may hear {'one thing' if facts == 1 else f'{facts} things'}."
                )
                return f"{sentences(event['terminal']['persona'])[0]} {sentences(event['terminal']['persona'])[-1]}{asked}".strip().rstrip(
                    "."
                )
            return f"{capital(one.thing.name)}, {one.thing.about}" if one.thing.about else ""
        if one.thing.kind == "player":
            return f"{capital(one.thing.name)} is who one plays. {world.get('story', {}).get('logline', '')}".strip().rstrip(".")
        if one.thing.kind in ("foe", "goal", "item"):
            bare = re.sub(r"^(?:the|an?|his|her|its|their) ", "", one.thing.name).lower()
            line = next((two for state in world["scene"]["states"].values() for two in sentences(state["base"]) if bare in two.lower()), "")
            what = {"foe": "what stands in the player's way", "goal": "what the story is about", "item": "something that one can get"}[
                one.thing.kind
            ]
            return f"{capital(one.thing.name)} is {what}" + (f": {line.rstrip('.')}" if line else "")
    return ""


def _unknown(world: World, low: str, some: list[Mention]) -> str:
    found = re.match(r"(?:so |and |hey )*(?:what|who)(?:'s|s| is| are) (?:an?|the) (?P<np>[a-z]+(?: [a-z]+)?)$", low)
    if found is None or some or re.search(r"\b(?:goal|story|game|world|point|title|name|mission|aim)\b", found["np"]):
        return ""
    seen = referents.sighted(world, found["np"])
    return f"In {shown_name(world, seen[0][0])}: {seen[0][1].rstrip('.')}" if seen else f"There is no {found['np']} in this world"


def _doing(world: World, low: str, some: list[Mention]) -> str:
    places = [one.thing for one in some if one.thing.kind == "place"]
    if places and re.search(r"\b(?:what|whats|which)\b", low):
        key = places[0].id
        labels = [f"'{referents.label_of(one)}'" for one in world["scene"]["events"] if key in one["from"] and not one.get("hidden")]
        seen = sentences(world["scene"]["states"][key]["base"])[1:3]
        return f"{capital(place_of(world, key).at)} one can choose {naming.listed(labels, 'or')}. What one sees there: {' '.join(seen).rstrip('.')}"
    if found := re.search(r"\bwhat (?:happens|will happen|would happen|comes of it) (?:if|when) (?:i|you|one|we) (?P<did>.+)$", low):
        try:
            event = referents.choice(world, found["did"])
        except Unsure:
            event = None
        if event is not None:
            to = referents.leads(world, event)
            state = world["scene"]["states"].get(to)
            where = ""
            if to is not None and state is not None:
                where = f"the ending '{state['ending'].get('title', to)}'" if "ending" in state else shown_name(world, to)
            return f"'{referents.label_of(event)}' {'leads to ' + where if where else 'changes nothing lasting'}. {event.get('narration', '')}".strip().rstrip(
                "."
            )
    return ""


def _start(world: World, low: str, some: list[Mention]) -> str:
    if re.search(r"\bwhere\b.*\b(?:start|begin|set|take place|happen|play|story)\b", low):
        return f"It starts in {shown_name(world, world['entrance']['state'])}; the other places are {naming.listed([shown_name(world, key) for key in _places(world)[1:]])}"
    return ""


def _about(world: World, low: str, some: list[Mention]) -> str:
    if re.search(r"\b(?:what(?:'s|s)?|which)\b.*\b(?:about|goal|aim|mission|quest|story|point|title|name|called|purpose|game)\b", low):
        if whose := re.search(
            r"\bwhat(?:'s|s| is| are)? (?:(?:the |my |our )?(?P<a>(?!game|story|world|title|name)[a-z]+(?: [a-z]+)?)(?:'s|s'|s) (?:name|called)|the name of (?:the |my |our )?(?P<b>(?!game|story|world)[a-z]+(?: [a-z]+)?)|(?:the |my |our )(?P<c>(?!game|story|world|title)[a-z]+(?: [a-z]+)?) called)",
            low,
        ):
            who = whose["a"] or whose["b"] or whose["c"]
            thing = next((one.thing for one in some if one.thing.kind != "place"), None)
            if thing is not None and naming.proper(thing.name):
                return f"The name is {thing.name}"
            return f"The story gives no name to the {who}. To give one say for example: rename the {who} to Juno"
        if re.search(r"\b(?:title|name|called)\b", low):
            return f"It is called '{world['name']}'"
        line = str(world.get("story", {}).get("logline") or world.get("description") or world["name"])
        return sentence(line).rstrip(".")
    return ""
