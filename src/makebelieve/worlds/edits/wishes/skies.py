"""Wishes about weather and season that stop, grow, or hold in one scene only."""

from __future__ import annotations

import re

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.values import WEATHER_OF, Look, looks
from makebelieve.worlds.edits.wishes import looks as looking
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.generation.english import capital, sentence

_HEAVIER = {
    "rain": (
        "rain comes down here in sheets, so thick that {part} is half lost behind it",
        "rain hammers on the roof so loud that one hears nothing else by {part}",
    ),
    "storm": ("the gale bends everything here low, {part} most of all", "the storm slams at the walls until {part} <part:shakes>"),
    "snow": ("snow lies knee-deep around {part}, and more is falling", "snow is heaped against the windows beyond {part}"),
    "fog": ("the fog is so thick that {part} shows only as a grey shape", "fog presses white against the windows beyond {part}"),
    "wind": ("a hard wind tears at {part}", "the wind whistles through every crack around {part}"),
}


def over(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the storm should be over when she comes back", "it should stop raining on the pier", "put the fog away"."""
    word = match["w"].lower()
    if word not in WEATHER_OF and not looks(word):
        return None
    where = match.groupdict().get("t")
    keys = place_keys(draft, where)
    if keys is None:
        raise Unsure(f"Where shall the {word} stop: everywhere, or in one place? I find no '{clean(where or '')}' here.")
    everywhere = len(keys) == len(draft.states)
    done = []
    for key in keys:
        open_ = draft.builder.place_of[key].air == "open"
        if looking._shown(draft, key, Look("weather", "clear" if open_ else ""), keep=False):
            done.append(key)
    if everywhere:
        from makebelieve.worlds.edits import light

        light.remember(draft.world, weather="clear")
    kind = WEATHER_OF.get(word, word)
    if not done:
        return None
    looking._speak_of(draft, keys)
    name = {"rain": "rain", "snow": "snow", "fog": "fog", "storm": "storm", "wind": "wind"}.get(kind, word)
    return f"There is no {name} any more {'anywhere' if everywhere else looking.where_said(draft, done)}"


def place_keys(draft: Draft, where: str | None) -> list[str] | None:
    """The states that words mean, also by when one comes there: "when she comes back to the lighthouse at the end"."""
    if not where:
        return list(draft.states)
    bare = clean(where)
    later = bool(re.search(r"\b(?:again|back|later|at the end|second time|last time|return\w*|in the end)\b", bare))
    bare = re.sub(r"^(?:when|once|after|if|as soon as) (?:you|she|he|they|one|the player|[A-Z]\w+) (?:\w+ )?(?:comes?|gets?|returns?|arrives?|goes?|reach(?:es)?)(?: back)?(?: again)?(?: (?:in)?to| at| in| on)? ", "", bare, flags=re.IGNORECASE)  # fmt: skip
    bare = re.sub(
        r"(?:,? (?:at|in) the end|,? again|,? later| the (?:second|last) time| for the last time)$",
        "",
        re.sub(r"^(?:in|on|at|inside|over|from|around) ", "", bare),
    )
    if (keys := looking.scope(draft, bare)) is None:
        return None
    if later and len(keys) > 1 and len(keys) < len(draft.states):
        return [one for one in keys if re.search(r"_(?:later|again)$", one)] or keys
    return keys


def when(draft: Draft, match: re.Match[str]) -> str | None:
    """ "it should be evening when you come back to the lighthouse", "it should snow in the orchard only"."""
    wanted = looks(clean(match["v"]))
    keys = place_keys(draft, re.sub(r"^only |,? only$", "", match["t"].strip()))
    if keys is None or len(keys) == len(draft.states):
        return None
    if not wanted:
        from makebelieve.worlds.edits.wishes import scenes

        frame = scenes._CONDITIONS.get(clean(match["v"]))
        if frame is None:
            return None
        for key in keys:
            scenes._say(draft, key, draft.builder.scenery.parted(frame, draft.builder.place_of[key]))
        return f"It is now {clean(match['v'])} {naming.listed([at(draft, key) for key in keys])}, when one comes back"
    return looking.show(draft, keys, wanted)


def when_back(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the garden should be on fire on the second visit"."""
    text = f"{match['v']}\nwhen you come back to {match['t']} again"
    fitted = re.fullmatch(r"(?P<v>.+)\n(?P<t>.+)", text)
    return when(draft, fitted) if fitted else None


def sun(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the sun should come out in the last scene"."""
    keys = place_keys(draft, match.groupdict().get("t"))
    return looking.show(draft, keys, [Look("weather", "clear")]) if keys else None


def from_to(draft: Draft, match: re.Match[str]) -> str | None:
    """ "let the story begin at dawn and end at night"."""
    first, last = looks(match["a"]), looks(match["b"])
    if not first or not last or {first[0].kind, last[0].kind} != {"hour"}:
        return None
    order = naming.in_order(draft.world)
    ends = [key for key, one in draft.states.items() if "ending" in one]
    late = [*ends, *dict.fromkeys([naming.last_place(draft.world), *[one for one in order if one.endswith("_later")]])]
    told = looking.show(draft, [draft.world["entrance"]["state"]], first)
    return f"{told}; {looking.show(draft, late, last)}"


def heard(draft: Draft, match: re.Match[str]) -> str | None:
    """ "I want to hear the computer counting down in every room": a line more of what is heard."""
    from makebelieve.worlds.edits.wishes import scenes

    where = match.groupdict().get("t")
    keys = place_keys(draft, re.sub(r"^(?:in|at|on) ", "", where)) if where else None
    if where and keys is None:
        return None
    if keys is None:
        raise Unsure(
            f"In which place shall one hear {clean(match['np'])}: {naming.listed([draft.builder.place_of[one].name for one in naming.in_order(draft.world)][:6], 'or')}, or everywhere?"
        )
    what = re.sub(r"^the (?:sound|noise)s? of ", "", clean(match["np"]))
    line = scenes.told_as(draft, keys[0], what) if not re.search(r" (?:in|on|at|from|under|behind|over) ", what) else ""
    line = line or sentence(capital(f"{what} can be heard"))
    for key in keys:
        draft.states[key]["ambient"] = [*draft.states[key].get("ambient", []), line]
    return f"One now hears {looking.where_said(draft, keys)}: {line}"


def more(draft: Draft, match: re.Match[str]) -> str | None:
    """ "more rain everywhere": heavier where it is already, there where it was not."""
    kind = WEATHER_OF.get(match["w"].lower())
    keys = place_keys(draft, match.groupdict().get("t"))
    if kind is None or keys is None:
        return None
    now = draft.world.get("metadata", {}).get("understood", {}).get("weather")
    if (kind != now and not (kind == "rain" and now == "storm")) or kind not in _HEAVIER:
        return looking.show(draft, keys, [Look("weather", kind)])
    done = []
    for key in keys:
        place = draft.builder.place_of[key]
        frame = _HEAVIER[kind][0 if place.air == "open" else 1]
        before = draft.states[key]["base"]
        draft.builder.feature(key, sentence(capital(draft.builder.scenery.parted(frame, place))))
        if draft.states[key]["base"] != before:
            done.append(key)
    return f"There is more {match['w'].lower()} now {looking.where_said(draft, done)}" if done else None


def rather(draft: Draft, match: re.Match[str]) -> str | None:
    """ "no rain, a sunny day": one weather in place of another."""
    gone = looks(match["w"])
    wanted = looks(re.sub(r"\b(?:day|weather|sky|skies|please)\b", "", clean(match["v"])).strip()) or looks(clean(match["v"]))
    if not gone or not wanted or any(one.kind not in ("weather", "season") for one in gone):
        return None
    return looking.show(draft, list(draft.states), wanted)


def season(draft: Draft, match: re.Match[str]) -> str | None:
    """ "set it in winter, snow outside the windows"."""
    first = looks(clean(match["a"]))
    rest = clean(match["v"])
    bare = re.sub(r" (?:outside|on|in front of|behind|at|against|over|falling|everywhere|lying|all around).*$", "", rest)
    second = looks(re.sub(r"^(?:with |some |lots of |deep |a bit of )+", "", bare))
    if not first or not second:
        return None
    return looking.show(draft, list(draft.states), [*first, *[one for one in second if one not in first]])


def hour_as(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the pier at noon should be a nice contrast: white light, no shadows"."""
    from makebelieve.worlds.edits.wishes import scenes

    wanted = looks(match["h"])
    keys = looking.scope(draft, clean(match["t"]))
    if not wanted or not keys or len(keys) > 3 or wanted[0].kind not in ("hour", "season", "weather"):
        return None
    told = looking.show(draft, keys, wanted)
    details = scenes.details_of(match["rest"]) if match.groupdict().get("rest") else []
    if details:
        done = scenes.dress(draft, keys[0], details)
        told += f"; one sees {naming.listed(done)} {at(draft, keys[0])}"
    return told


def style(draft: Draft, match: re.Match[str]) -> str | None:
    """ "change black and white to technicolor": one way of painting for another."""
    from makebelieve.worlds.edits.values import style_of

    new, old = style_of(clean(match["v"])), style_of(clean(match["old"]))
    plain = re.fullmatch(r"(?:the )?(?:style|look|pictures?|art(?: style)?|graphics|images?|colou?rs?)", clean(match["old"]), re.IGNORECASE)
    if new is None or (old is None and not plain):
        return None
    return looking.show(draft, list(draft.states), [Look("style", new)])


def between_people(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make it more romantic between Noor and Tomas": where both are, and in the endings."""
    wanted = looks(match["v"])
    some = [naming.find(draft.world, clean(match[one]), ("person", "player", "foe")) for one in ("a", "b")]
    if not wanted or wanted[0].kind != "mood":
        return None
    if None in some:
        missing = match["a"] if some[0] is None else match["b"]
        raise Unsure(f"There is no {clean(missing)} in this world. Between whom shall it be {match['v']}?")
    other = next(one for one in some if (one is not None and one.kind != "player") or one is some[1])
    assert other is not None
    keys = [key for key, one in draft.states.items() if re.sub(r"^the ", "", other.name) in one["base"]]
    keys += [key for key in naming.ending_ids(draft.world, "") if key not in keys]
    return looking.show(draft, keys, wanted) if keys else None


_COUNT = (
    "six hours",
    "five hours",
    "four hours",
    "three hours",
    "two hours",
    "one hour",
    "half an hour",
    "ten minutes",
    "five minutes",
    "two minutes",
)


def in_each(draft: Draft, match: re.Match[str]) -> str | None:
    """ "each scene should mention how much oxygen is left": told on arrival, less from place to place; a thing is seen everywhere."""
    what = clean(match["v"])
    left = re.fullmatch(
        r"how (?:much|many) (?P<n>[\w' -]+?) (?:is|are|there is|there are|remains?|you have)(?: still)?(?: left| remaining)?", what
    )
    order = naming.in_order(draft.world)
    if left is None:
        if not re.match(r"(?:an?|some|two|three|the) ", what) or len(what.split()) > 7:
            raise Unsure(
                f"What exactly shall every scene say? Say for example: put a clock everywhere, or change the narration of {draft.builder.place_of[order[0]].name} to 'The clock strikes one.'"
            )
        from makebelieve.worlds.edits.wishes.matters import everywhere

        return everywhere(draft, what)
    noun = re.sub(r"^the ", "", left["n"])
    for number, key in enumerate(order):
        amount = _COUNT[min(len(_COUNT) - 1, number * len(_COUNT) // max(1, len(order)))]
        line = f"{capital(noun)} left: {amount}."
        draft.states[key]["narration"] = f"{draft.states[key].get('narration', '').rstrip()} {line}".strip()
    return f"Every place now tells on arrival how much {noun} is left, from {_COUNT[0]} down"
