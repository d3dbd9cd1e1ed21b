"""What somebody says at a moment: "the wizard should say "Who dares?" when the knight comes in"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.everyday.people import PRONOUN, home_of, known
from makebelieve.worlds.edits.everyday.spots import spot
from makebelieve.worlds.edits.frames.mentions import mentions
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Meant
from makebelieve.worlds.edits.wishes import conversations, talks
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.generation.english import capital

_SAYS: Final = re.compile(
    r"(?:(?:when|once|as soon as|whenever|every time|each time|after|if) (?P<c1>[^\",]+?),? )?(?:I want |make |let |have |please let )?(?P<who>[\w.' -]+?) (?:to |should |must |could |can |shall |always )*(?:says?|shouts?|whispers?|yells?|calls out|asks?|cry|cries)(?: loudly| quietly| always)?:? "
    r"(?P<q>\"[^\"]+\"|(?<= )'[^']+(?:'\w[^']*)*')(?:,? (?:(?:when|once|as soon as|whenever|every time|each time|after|if|while) (?P<c>.+)|(?P<p>at the (?:very )?(?:end|start|beginning)|in the (?:good|bad|losing|winning) ending)))?",
    re.IGNORECASE,
)
_ARRIVES: Final = re.compile(
    r"(?P<who>.+?) (?:first |finally )?(?:come|comes|came|go|goes|walk|walks|step|steps|enter|enters|arrive|arrives|get|gets|reach|reaches|is|are|appear|appears|visit|visits|see|sees|meet|meets)\b ?(?:(?:in|into|inside|to|at|up to|near|through the door of|him|her|them)\b ?)*(?P<t>.*)",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(r".+? (?:talks? to|speaks? (?:to|with)|asks?|greets?|addresses|address)\b.*", re.IGNORECASE)
_TAKEN: Final = re.compile(
    r".+? (?:finds?|takes?|picks? up|gets?|grabs?|steals?) (?P<np>(?:the|an?|his|her|their|your|some) .+)", re.IGNORECASE
)
_ENDS: Final = re.compile(r".+? (?P<how>wins?|loses?|fails?|succeeds?)(?: the game)?|it (?P<over>ends|is over)", re.IGNORECASE)
_LEAVES: Final = re.compile(r".+? (?:leaves?|goes? (?:away|out)|walks? (?:away|out))(?: (?:the )?(?P<t>.*))?", re.IGNORECASE)


_JOKES: Final = re.compile(
    r"(?:please )?(?:(?:make|let|have) (?P<w>[\w.' -]+?) |(?P<w2>[\w.' -]+?) (?:should|could|must) (?:always |also )?)(?:tell|tells|make|makes|crack|cracks)(?: (?:us|me|you|the player|some|a few|bad|silly|funny|terrible|lots of|more|stupid|good|dad))* jokes?(?: (?:all the time|when asked|when (?:I|you|one) (?:talk|speak|ask)s?(?: to (?:him|her|it|them))?))?",
    re.IGNORECASE,
)
_TOLD: Final = (
    "What is brown and sticky? A stick.",
    "Why did the bicycle fall over? It was two-tired.",
    "What do you call a bear without teeth? A gummy bear.",
    "What has four wheels and flies? A dustcart.",
    "What gets wetter the more it dries? A towel.",
)


def read(draft: Draft, text: str) -> str | None:
    if match := _JOKES.fullmatch(text):
        return _jokes(draft, match["w"] or match["w2"])
    match = _SAYS.fullmatch(text)
    if match is None:
        return None
    moment = (match["c"] or match["c1"] or "").strip(" ,.")
    where = (match["p"] or "").lower()
    if not moment and not where:
        return None
    line = match["q"].strip()[1:-1].strip()
    line = line if line.endswith((".", "!", "?", "…")) else f"{line}."
    who = None
    if match["c1"] and not re.search(
        r", ?" + re.escape(match["who"]), text
    ):  # "when I come in the ogre should say": who speaks begins where somebody is named
        words = f"{match['c1']} {match['who']}".split()
        for size in range(1, min(5, len(words) - 1)):
            named = " ".join(words[-size:])
            if (
                re.match(r"(?:the|my|her|his|their) |[A-Z]", named)
                and (size > 1 or named[:1].isupper())
                and (who := known(draft.world, named)) is not None
            ):
                moment = " ".join(words[:-size])
                if (
                    size + 1 < len(words)
                    and known(draft.world, f"{words[-size - 1]} {named}") is not None
                    and words[-size - 1][:1].isupper()
                ):
                    continue
                break
        if who is None:
            return None
    who = who or _speaker(draft, match["who"], line, moment)
    if who is None:
        return None
    if where:
        return _at_edge(draft, who, line, where)
    if _ASKED.fullmatch(moment):
        fitted = re.fullmatch(r"(?P<t>.+)\n(?P<v>.+)", f'{who.name}\n"{line}"')
        return talks.says(draft, fitted) if fitted and who.kind == "person" else None
    if ends := _ENDS.fullmatch(moment):
        kind = "" if ends["over"] else "losing" if ends["how"].lower().startswith(("lose", "fail")) else "winning"
        return _at_endings(draft, who, line, kind)
    if who.kind == "goal" and re.fullmatch(
        r".+? (?:finds?|gets?|frees?|rescues?|saves?|meets?|catch(?:es)?|sees?) (?:it|them|him|her)(?: again| back)?", moment, re.IGNORECASE
    ):
        return _at_endings(draft, who, line, "winning")
    if (found := _TAKEN.fullmatch(moment)) and (told := _with_find(draft, who, line, found["np"])):
        return told
    if leaves := _LEAVES.fullmatch(moment):
        return _on_leaving(draft, who, line, leaves["t"] or "")
    if arrives := _ARRIVES.fullmatch(moment):
        return _on_arrival(draft, who, line, arrives["t"])
    return None


def _jokes(draft: Draft, who: str) -> str | None:
    """Whoever talks to somebody hears a joke first, and can hear more."""
    thing = draft.subject if re.fullmatch(PRONOUN, who, re.IGNORECASE) else known(draft.world, who)
    if thing is None or thing.kind not in ("person", "foe"):
        return None
    event = conversations.talk_begun(draft, thing)
    first, second = (draft.builder.chance.fresh(_TOLD, "joke") for _ in range(2))
    conversations.put_manner(event, thing, "Tells a joke with every answer.")
    event["terminal"]["greeting"] = event["narration"] = (
        f'"{first}" {capital(thing.name)} {"wait" if naming.many(thing.name) else "waits"} for you to laugh.'
    )
    event["terminal"].setdefault("facts", []).append({"text": second})
    draft.subject = thing
    return f"{capital(thing.name)} now {'tell' if naming.many(thing.name) else 'tells'} jokes: one for a greeting, and more when asked"


def _speaker(draft: Draft, phrase: str, line: str, moment: str) -> Thing | None:
    bare = phrase.strip()
    if bare.lower() == "it":
        return None  # the text, not somebody
    if re.fullmatch(PRONOUN, bare, re.IGNORECASE):
        if draft.subject is not None and draft.subject.kind in ("person", "foe"):
            return draft.subject
        named = [one.thing for one in mentions(draft.world, moment) if one.thing.kind in ("person", "foe")]
        if len(named) == 1:
            return named[0]
        people = [one.name for one in naming.things(draft.world) if one.kind in ("person", "foe")]
        if len(people) < 2:
            return None
        raise Meant(
            f'Who shall say that: {naming.listed(people, "or")}? Say for example: {people[0]} should say "{line}" when {moment or "I come in"}.'
        )
    return known(draft.world, re.sub(r"^(?:that|maybe|perhaps) ", "", bare))


def _said(who: Thing, line: str) -> str:
    return f'{capital(who.name)} {"say" if naming.many(who.name) else "says"}: "{line}"'


def _told(who: Thing, line: str) -> str:
    return f'{capital(who.name)} now {"say" if naming.many(who.name) else "says"} "{line}"'


def _on_arrival(draft: Draft, who: Thing, line: str, where: str) -> str | None:
    """Said as soon as the player is where somebody is: the words stand in what that place tells."""
    found = spot(draft.world, where) if where and not re.fullmatch(PRONOUN + "|there|here", where, re.IGNORECASE) else None
    if where and found is None and known(draft.world, where) is None and not re.fullmatch(PRONOUN + "|there|here", where, re.IGNORECASE):
        return None
    key = found.key if found is not None else home_of(draft.world, who)
    if key is None or "ending" in draft.states[key]:
        return None
    state = draft.states[key]
    state["narration"] = f"{str(state.get('narration', '')).strip()} {_said(who, line)}".strip()
    draft.subject = who if who.kind in ("person", "foe") else draft.subject
    return f"{_told(who, line)} as soon as one comes to {draft.builder.place_of[key].name}"


def _on_leaving(draft: Draft, who: Thing, line: str, where: str) -> str | None:
    found = spot(draft.world, where) if where else None
    key = found.key if found is not None else home_of(draft.world, who)
    some = [
        one
        for one in draft.events
        if key in one["from"] and one["kind"] == "transition" and draft.states.get(one.get("to", ""), {}).get("ending") is None
    ]
    if not some:
        return None
    for one in some:
        one["narration"] = f"{_said(who, line)} {str(one.get('narration', '')).strip()}".strip()
    return f"{_told(who, line)} when one leaves {draft.builder.place_of[str(key)].name}"


def _with_find(draft: Draft, who: Thing, line: str, phrase: str) -> str | None:
    item = naming.find(draft.world, phrase, ("item",))
    event = next((one for one in draft.events if item is not None and item.id in one.get("grants", [])), None)
    if event is None or item is None:
        return None
    event["narration"] = f"{str(event.get('narration', '')).strip()} {_said(who, line)}".strip()
    return f"{_told(who, line)} when one gets {item.name} {at(draft, event['from'][0])}"


def _at_edge(draft: Draft, who: Thing, line: str, where: str) -> str | None:
    if "start" in where or "beginning" in where:
        key = str(draft.world["entrance"]["state"])
        draft.states[key]["narration"] = f"{str(draft.states[key].get('narration', '')).strip()} {_said(who, line)}".strip()
        return f"{_told(who, line)} at the start"
    kind = re.search(r"(good|bad|losing|winning) ending", where)
    return _at_endings(draft, who, line, kind[1] if kind else "")


def _at_endings(draft: Draft, who: Thing, line: str, kind: str) -> str | None:
    keys = naming.ending_ids(draft.world, "" if kind in ("winning", "good") else kind)
    draft.say_at_endings(keys, _said(who, line))
    names = [f"'{draft.states[one]['ending'].get('title', one)}'" for one in keys]
    return f"{_told(who, line)} in the {'ending' if len(keys) == 1 else 'endings'} {naming.listed(names)}" if keys else None
