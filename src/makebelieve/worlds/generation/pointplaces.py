"""What a premise says of where it plays: "in a kingdom where laughing is forbidden", "a haunted hotel"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from makebelieve.language import classify, tag, tokenise
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.morphology import is_plural
from makebelieve.worlds.generation.pointwords import Point, content, whole

_ENDS: Final = word_set("free save end stop break lift cure restore wake start thaw melt overthrow drain rebuild reopen")
"""Deeds after which a place may not be what it was."""


def points_of_place(draft: WorldDraft) -> Iterator[Point]:
    """What a place is said to be: "in a kingdom where laughing is forbidden", "on an island that only appears at low tide", "a haunted hotel"."""
    goal = draft.goal
    deed = goal.whole or goal.deed or ""
    form = r"(?:\b([A-Za-z]+) )?\b(an?|[Tt]he) ((?:[a-z-]+ ){1,3}?)(where|in which|that|which) ([^.,;!?]+)"
    for match in re.finditer(form, draft.premise):
        noun, prep = match[3].split()[-1], (match[1] or "").lower()
        if prep in _UNSURE or (match[2] == "the" and match[4] in ("where", "in which")):
            continue  # "a deserted town in the desert where the phones still ring"
        if match[4] in ("that", "which") and prep and _HELD.search(draft.premise[: match.start()]):
            continue  # "a door in the cellar that was not there yesterday": the door
        clause = whole(match[5])
        tags = tag(tokenise(clause)) if clause else []
        if not tags or " by " in clause or (classify(noun)[0] not in ("place", "location", "building", "vehicle") and noun not in _PLACES):
            continue
        led = match[4] in ("where", "in which")
        first = tags[0] if tags[0].tag != "R" and tags[0].word not in ("only", "never", "always") else tags[min(1, len(tags) - 1)]
        if (led and not any(token.tag in ("VS", "X", "V") for token in tags)) or (not led and first.tag not in ("VS", "X", "NS", "M")):
            continue
        if any(token.tag == "VD" for token in tags) and not any(token.tag == "X" for token in tags):
            continue  # "where she was born"
        bare = deed.replace(clause, "")
        turns = _ends_it(bare) or bool(content(clause) & content(bare) - content(noun))
        what = f"{match[2].lower()} {match[3]}{match[4]} {clause}"
        led_in, where = prep in _WITHIN, f"{prep} {what}"
        yield Point(
            "behind" if prep == "from" and goal.purpose == "escape" else "seen" if not led_in else "where" if led else "place",
            {
                "x": what,
                "was": re.sub(r"\b(that|which|where .+) (is|are)\b(?= (?:[a-z]+ly )?[a-z]+ing\b)", _was, where),
                "the": f"the {match[3]}{match[4]} {clause}",
                "said": clause if led else f"the {match[3]}{clause}",
            },
            lasts=not turns and (led_in or prep in _ACROSS or goal.purpose in _GOES_THERE),
        )
        return
    for match in re.finditer(r"\b(haunted|abandoned|deserted|cursed|forbidden) ((?:[a-z-]+ )?[a-z]+)\b", draft.premise):
        tags = tag(tokenise(match[0]))
        nouns = [token.word for token in tags[1:] if token.tag in ("N", "NS")]
        if len(nouns) == len(tags) - 1 or (nouns and tags[1].word == nouns[0]):
            name = " ".join(nouns if len(nouns) == len(tags) - 1 else nouns[:1])
            if classify(name.split()[-1])[0] in ("place", "location", "building", "vehicle") or name.split()[-1] in _PLACES:
                kind = "abandoned" if match[1] == "deserted" else match[1]
                healed = _ends_it(deed) or goal.purpose in ("restore", "protect")
                lives = draft.player is not None and _lives(draft.premise, draft.player.phrase, match.start())
                if not is_plural(name) and not (lives and kind == "abandoned"):
                    yield Point(kind, {"x": name}, lasts=not healed)
                    return


_HELD: Final = re.compile(r"\b(?:an?|the|her|his|their|my|our|some|one) (?:[a-z-]+ )?[a-z]+ $")
"""Something that is in a place, of which a clause behind it may be said as well."""
_WITHIN: Final = frozenset(("in", "on", "at", "under", "inside", "aboard"))
_UNSURE: Final = frozenset(("of", "about", "for", "with", "by", "like", "as", "is", "than", "not"))
"""What stands before a place that is only spoken of."""
_ACROSS: Final = frozenset(
    (
        "over",
        "through",
        "across",
        "into",
        "finds",
        "find",
        "discovers",
        "enters",
        "enter",
        "explores",
        "explore",
        "crosses",
        "cross",
        "visits",
    )
)
"""What stands before a place that is gone to."""
_GOES_THERE: Final = frozenset(("explore", "reach", "find", "escape"))


def _lives(premise: str, player: str, at: int) -> bool:
    """Whether a place is where the player is at home: "a robot on an abandoned moon base"."""
    return (
        re.search(rf"\b{re.escape(player)} (?:who lives |living )?(?:in|on|at|of|from) (?:an?|the) $", premise[:at], re.IGNORECASE)
        is not None
    )


def _ends_it(deed: str) -> bool:
    """Whether a place may not be what it was once the deed is done."""
    return bool(content(deed) & _ENDS) or re.search(r"\bback\b", deed) is not None


def _was(match: re.Match[str]) -> str:
    """What went on while the story did: "a ship that was slowly sinking"."""
    return f"{match[1]} {'was' if match[2] == 'is' else 'were'}"


_PLACES: Final = word_set(
    "island planet kingdom town city village world land country ship lake forest house hotel castle school street valley station circus lighthouse hospital pass tunnel mine temple tower river sea planet moon"
)
