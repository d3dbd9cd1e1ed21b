"""Wishes that no world can have, and what can be done in their stead."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes import dialogue

_CANNOT: Final[tuple[tuple[str, str], ...]] = (
    (r"multi-?player|(?:two|2|three|four|several|more) players?|co-?op|together with (?:my )?friends|online mode|for two (?:people|players)|pvp", "A world is played by one person at a time; I cannot make it one for several players. Shall the player be two people who go together? Say for example: rename the player to Tim and Lola"),
    (r"music|song(?! of)|soundtrack|theme tune|score by|sound effects?|sounds? of (?:the )?(?:game|menu)|voice(?:s|[- ]?(?:over|acting)s?)?|spoken (?:text|voice)|narrator'?s? voice|read aloud|audio", "I change what a world tells, shows and asks, not its music or recorded sound. Shall something be heard in a place? Say for example: let a fiddler play in {place}"),
    (r"(?:a )?(?:countdown|timer|time limit|clock counting|real[- ]?time|stop ?watch|seconds left)(?! feeling)", "A world has no running clock. Shall a place speak of the time that is left? Say for example: in {place} a clock should show five minutes to twelve"),
    (r"(?:the |a )?(?:score|points?|high ?scores?|leader ?boards?|experience points|xp|level[- ]?ups?|coins? counter|achievements?|health bar|lives|hit points|hp|inventory(?: screen)?|save (?:game|points?|slots?)|mini-?map|(?:skill|tech) tree|shop menu|skins?|loot boxes?)", "A world is told in places and choices; it keeps no score, lives, saves or inventory screen. Shall something be won or lost by a choice? Say for example: add a losing ending in {place} where the lamp goes out"),
    (r"(?:3d|vr|virtual reality|a movie|a film|a video|an? app|playable on .+|a (?:shooter|platformer|racing game|jump and run|rpg|mmo|strategy game|fighting game|card game|board game))", "A world stays one of places and choices; I cannot make another sort of game of it. Shall the pictures look otherwise? Say for example: comic style, or first person"),
    (r"(?:random(?:ly)? (?:\w+ )?(?:events?|encounters?|each time)|procedural(?:ly)?|different every time|dice(?: rolls?)?|chance of|\d+ ?% chance)", "Nothing in a world is left to chance: the same choice always leads to the same place, so that it can be proven to be winnable. Shall there be one choice more? Say for example: add a choice to throw the dice in {place}"),
    (r"(?:fonts?|text size|bigger letters|(?:bigger|smaller|larger|rounder|other) (?:buttons?|text boxes?|fonts?|letters?)|menus?|settings menu|colou?rs? of the buttons?|user interface|ui|layout)", "Letters, buttons and menus belong to the player that shows the world, not to the world. Shall the texts themselves be shorter or worded otherwise? Say for example: make the texts shorter"),
)  # fmt: skip


def cannot(draft: Draft, match: re.Match[str]) -> str | None:
    """What a world does not have is said, with what it has in its stead."""
    what = match["v"].strip().lower()
    for pattern, answer in _CANNOT:
        if re.fullmatch(rf"(?:an? |the |some |more |any |with |in |into |have |full |epic |cool |nice |background |dramatic |scary |better |different )*(?:{pattern})(?: (?:by|from|like|for|with|in|of|that|when|on|to|where|at|so) .+| mode| support| system| please| everywhere| game)?", what):  # fmt: skip
            place = draft.builder.place_of[naming.in_order(draft.world)[0]]
            said = answer.replace("in {place}", place.at).replace("{place}", place.name)
            raise Unsure(f"{said}.")
    return None


def restyle(draft: Draft, match: re.Match[str]) -> str | None:
    """A way of writing: what can be done with texts as a whole is told."""
    from makebelieve.worlds.edits.values import looks

    how = match["v"].strip().lower()
    if wanted := looks(re.sub(r"^(?:an? |the )?", "", how)):
        from makebelieve.worlds.edits.wishes.looks import show

        if all(one.kind == "mood" for one in wanted):
            return show(draft, list(draft.states), wanted)
    place = draft.builder.place_of[naming.in_order(draft.world)[0]]
    raise Unsure(
        f"I cannot write all texts anew in another manner ({how}), so nothing was changed. I can make them shorter or longer, set a mood, or put single texts into your own words. "
        f"Say for example: make the texts shorter, make it cold, or change the narration of {place.name} to 'Day 3. Nobody came.'"
    )


def title_like(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make the title scarier": the words are asked, with proposals."""
    place = draft.builder.place_of[naming.in_order(draft.world)[-1]].name
    bare = re.sub(r"^the ", "", place)
    raise Unsure(
        f"It is called '{draft.world['name']}' now. How shall it be called? Say for example: call it What Waits in the {bare.title()}, or call it The Last {bare.title()}."
    )


def vague(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make this choice more interesting": which one, and how."""
    what = match["t"].strip()
    order = naming.in_order(draft.world)
    from makebelieve.worlds.edits.referents import label_of

    some = [label_of(one) for one in draft.events if order[0] in one["from"] and not one.get("hidden")][:3]
    if re.search(r"choice|option|button", what):
        raise Unsure(f"Which choice do you mean by '{what}', and how shall it be? Say for example: change '{some[0]}' to 'Run for it', or when you choose '{some[0]}' you should end up in {draft.builder.place_of[order[-1]].name}.")  # fmt: skip
    raise Unsure(f"What do you mean by '{what}', and how exactly shall it be? Name a place, person, thing or choice, and say what shall be different: for example make {draft.builder.place_of[order[0]].name} darker, or rename something.")  # fmt: skip


def remembered(draft: Draft, match: re.Match[str]) -> str | None:
    return dialogue.undo(draft, match)
