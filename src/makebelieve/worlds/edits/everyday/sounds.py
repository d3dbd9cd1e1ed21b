"""What is heard: "make the music sadder" gives each scene other sounds; what no sentence can change is asked back."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.everyday.spots import spot
from makebelieve.worlds.edits.moods import mood_of, moods
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import Meant

_SOUND: Final = r"(?:background |game )?(?:music|sounds?|soundtrack|sound ?track|songs?|ambience|audio|score|sound effects)"
_MOOD: Final = re.compile(
    rf"(?:please )?(?:(?:make|turn|change|let|have|set) (?:the |all (?:the )?)?{_SOUND}(?: (?:in|at|on) (?P<t>[\w' -]+?))?(?: (?:be|sound|to|into|to be|to something))*(?: (?:a bit|a little|a lot|much|way|more|very|really))* (?P<v>[a-z-]+)"
    rf"|(?:the )?{_SOUND}(?: (?:in|at|on) (?P<t2>[\w' -]+?))? (?:should|could|must|needs to)(?: (?:be|sound))+(?: (?:a bit|a little|a lot|much|way|more|very|really))* (?P<v2>[a-z-]+)"
    rf"|(?:(?:add|play|put in|use|have|give (?:me|us|it)|I (?:want|would like)|there should be|with|let there be) )?(?:some |a )?(?:a bit |much |more |very )*(?P<v3>[a-z-]+) {_SOUND}(?: (?:in|at|on) (?P<t3>(?!the background)[\w' -]+?))?(?: (?:everywhere|please|in the background))*)",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    rf"(?:please )?(?:add|change|remove|delete|no|turn off|stop|mute|switch off|play|put in|use|have|give (?:me|us|it)|I (?:want|would like)|there should be|with|without|let there be|can (?:we|you|I|there) (?:have|be|add|change)|make)(?: (?:the|some|any|other|more|another|different|better|nicer|new|good|cool|a))* {_SOUND}(?: (?:in the background|please|by .+|like .+|from .+|instead|louder|quieter|better|different))*"
    rf"|(?:the )?{_SOUND} (?:should|could|must) be (?:different|better|louder|quieter|off|nicer|changed)",
    re.IGNORECASE,
)


def read(draft: Draft, text: str) -> str | None:
    if match := _MOOD.fullmatch(text):
        mood = mood_of((match["v"] or match["v2"] or match["v3"]).lower())
        if mood is not None:
            return _heard(draft, mood, match["t"] or match["t2"] or match["t3"])
    if _OTHER.fullmatch(text):
        start = shown_name(draft.world, str(draft.world["entrance"]["state"]))
        raise Meant(
            "What plays under a scene is a quiet chord that follows its hour and weather; it can be muted in the player, and no piece of music can be chosen."
            f" What is heard can be told otherwise. Say for example: make the sounds sadder, or: one should hear bells in the distance in {start}. Which shall it be?"
        )
    return None


def _heard(draft: Draft, mood: str, where: str | None) -> str | None:
    """Each scene has one sound of the mood; sounds of another mood go."""
    found = spot(draft.world, where) if where else None
    if where and found is None:
        return None
    keys = naming.same_place(draft.world, found.key) if found else list(draft.states)
    own = {re.sub(r"^\([a-z_/ ]+\)\s+", "", one) for rows in moods().values() for one in rows["heard"]}
    for key in keys:
        state, place = draft.states[key], draft.builder.place_of[key]
        kept = [one for one in state.get("ambient", []) if one not in own]
        state["ambient"] = [*kept, draft.builder.scenery.pick(moods()[mood]["heard"], "heard", place)]
    here = f" in {found.name}" if found else " in every scene"
    return f"What is heard{here} is {mood} now; the quiet chord under it follows the hour and the weather"
