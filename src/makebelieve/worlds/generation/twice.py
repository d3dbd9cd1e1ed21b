"""One thing, one spot: what a picture has put beside one thing of a place it puts beside no other, and what has still to be found lies about nowhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.places import Place
from makebelieve.worlds.generation.standing import names_of
from makebelieve.worlds.generation.subjects import Subject

_BESIDE: Final = r"(?:right by|close by|close to|close behind|next to|in front of|a few steps from|by|beside|near|before|behind|under)"
_SENTENCE: Final = re.compile(r"(?<=[.!?]) ")
_CLAUSE: Final = re.compile(r"(?:; |, and (?=(?:the|an?|her|his|their|its) ))")
_ONLY_TOLD: Final = re.compile(  # but "close to the baker" is where the baker is
    r"(?<!close )(?<!next )\b(?:of|for|about|from|to|with|at|past|round|around|toward|over|after|on|in|into|like|than|without|as|what|before|behind|through) (?:all )?$"
)
"""Before what is only spoken of, looked at or gone to, and is not said to stand there."""
_NEEDS_A_PLACE: Final = re.compile(
    r"\b(?:is|are|lies?|stands?|hangs?|leans?|stays?|keeps?|sits?|rests?|there|and|waits?|closes?|shows?|halts?|lingers?|has|have|been|put|set|laid)$"
)
"""What says nothing, or too little, without the words for where."""
_TURNED: Final = re.compile(r"(?:is|are|lies?|stands?|hangs?|leans?|waits?|sits?|rests?|rises?|stays?|comes?|goes|look|has|have|there)\b")
_PASSES: Final = re.compile(r"\b(?:go|goes|come|comes|walks?|pass|passes|runs?|steps?|rides?)$")
"""What goes by a thing does not stay by it."""
_PLAIN: Final = re.compile(r"^an? (?:[a-z-]+ ){0,2}[a-z-]+$")
"""Things that are called by their last word."""


def one_spot(b: Builder, draft: WorldDraft, subjects: list[Subject]) -> None:
    """Every picture has who plays, the people and the things of a premise in one spot: later sentences go without another, or go."""
    _found_only_there(b)
    player, goal = b.scenery.player, b.scenery.seen["goal"].lower()
    figures = [*draft.companions, *draft.people, *draft.foes, *([draft.recipient] if draft.recipient else [])]
    groups: list[tuple[str, ...]] = [] if b.scenery.pov == "first_person" else [(player.short, player.full)]
    groups += [(goal,), *((one.phrase, one.told) for one in subjects), (b.foe.short,), *((one.short,) for one in b.allies)]
    groups += [names_of(one, draft, player.pronoun) for one in figures]
    known = dict[str, str]()
    for group in groups:
        names = [name.lower() for name in group if " " in name or name[:1].isupper()]
        mine = next((known[name] for name in names if name in known), names[0] if names else "")
        known |= {name: known.get(name, mine) for name in names}
    hero = player.short.lower() if b.scenery.pov != "first_person" else ""
    things = {known.get(goal, goal)} if not b.person else set()
    things |= {known[one.phrase.lower()] for one in subjects if not one.person and one.phrase.lower() in known}
    in_scenes = dict[str, dict[str, str]]()
    for key, state in sorted(b.states.items(), key=lambda one: "ending" in one[1]):
        place = b.place_of[key]
        before = [spots for room, spots in in_scenes.items() if "ending" in state and b.place_of[room] is place]
        named = Named(known, hero, dict(before[-1]) if before else {})
        state["base"] = named.settled(state["base"], place, opened="ending" not in state)
        if "ending" in state:
            state["base"] = once(state["base"], hero, known)
        in_scenes[key] = {name: part for name, part in named.spots.items() if name in things}
        for variant in state.get("variants", ()):
            variant["base"] = Named(known, hero, dict(in_scenes[key])).settled(variant["base"], place, opened=True)
    for event in b.events:
        key = event["from"][0]
        named = Named(known, hero, dict(in_scenes.get(key, {})))
        for picture in event.get("phases") or (event,):
            picture["base"] = named.settled(picture["base"], b.place_of[key], opened=False)
            named.spots = {name: part for name, part in named.spots.items() if name in things}  # who is about may go
        if event.get("phases"):
            event["base"] = event["phases"][0]["base"]


def once(text: str, hero: str, known: dict[str, str]) -> str:
    """The picture of an ending in which who plays does one thing: who looks away bends down nowhere, and who has come back looks round no more."""
    if not hero:
        return text
    mine, kept, seen = re.compile(rf"(?:the )?{re.escape(hero.removeprefix('the '))}\b(?!['’])", re.IGNORECASE), list[str](), False
    others = {name for name, whose in known.items() if whose != hero}
    for told in _SENTENCE.split(text):
        met = re.sub(r"\b(?:for|of|at) [^.,]+", "", told)  # who is only looked for is not there
        if mine.match(told) and not any(re.search(rf"\b{re.escape(name)}\b", met, re.IGNORECASE) for name in others):
            if seen:
                continue
            seen = True
        kept.append(told)
    if seen:
        aside = re.compile(rf", and {mine.pattern} looks? away(?=\.)", re.IGNORECASE)
        kept = [told if mine.match(told) else aside.sub("", told) for told in kept]
    return " ".join(kept)


def _found_only_there(b: Builder) -> None:
    """What has still to be found or given lies about in no scene."""
    granted = {flag for event in b.events for flag in event.get("grants", ())}
    heads = {
        one.phrase.split()[-1]
        for one in (*b.items, *b.works, *b.own)
        if one.flag in granted and one.size != "word" and _PLAIN.match(one.phrase)
    }
    if not heads:
        return
    lies = re.compile(
        rf"(?:an?|another|one) (?:[a-z-]+ ){{0,3}}(?:{'|'.join(map(re.escape, sorted(heads)))})\b(?! (?:of|keeper|maker)\b)", re.IGNORECASE
    )
    for state in b.states.values():
        for shown in (state, *state.get("variants", ())) if "ending" not in state else ():
            first, *told = _SENTENCE.split(shown["base"])
            shown["base"] = " ".join([first, *(text for text in told if not lies.match(text))])


@dataclass(slots=True)
class Named:
    """Who and what a premise names, by all their names, who of them plays, and where a picture has put them so far."""

    known: dict[str, str]
    hero: str
    spots: dict[str, str] = field(default_factory=dict)

    def settled(self, text: str, place: Place, *, opened: bool) -> str:
        """A picture in which everybody stays where they were put first. `opened`: its first sentence with who plays puts them somewhere."""
        kept: list[str] = []
        where = _parts(tuple(place.parts))
        for told in _SENTENCE.split(text):
            said = told
            for clause in _CLAUSE.split(told):
                who, found = self._placed(clause), where.search(clause)
                if opened and self.hero in who:
                    opened = False
                    self.spots[self.hero] = found["part"].lower() if found else ""
                    continue
                if found is None or not who or _PASSES.search(clause[: found.start()]):
                    continue
                part = found["part"].lower()
                if any(self.spots.get(name, part) != part for name in who):
                    plain = _unplaced(clause, found)
                    said = said.replace(clause, plain, 1) if plain else ""
                    break
                self.spots |= dict.fromkeys(who, part)
            if said:
                kept.append(said)
        return " ".join(kept) or text

    def _placed(self, clause: str) -> set[str]:
        """Whom a clause puts somewhere."""
        found = _names(tuple(self.known)).finditer(clause)
        return {self.known[one[0].lower()] for one in found if not _ONLY_TOLD.search(clause[: one.start()].lower())}


@lru_cache(maxsize=1 << 8)
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})\b(?!['’-])", re.IGNORECASE)


@lru_cache(maxsize=1 << 10)
def _parts(parts: tuple[str, ...]) -> re.Pattern[str]:
    some = "|".join(re.escape(part) for part in sorted(parts, key=len, reverse=True))
    return re.compile(rf"(?P<comma>,)?(?P<gap>^| )(?P<how>{_BESIDE}) (?P<part>{some})(?=[.,;]| )", re.IGNORECASE)


def _unplaced(clause: str, found: re.Match[str]) -> str:
    """The clause without its words for where; "" where it would say nothing."""
    before, after = clause[: found.start()].removesuffix(" from"), clause[found.end() :]
    if not before:
        rest = after.lstrip(", ")
        return "" if _TURNED.match(rest) or not rest else rest[0].upper() + rest[1:]
    if after[:1] == " " and not re.match(r" (?:and|with|in|as|to|for|from|where|while|is|are|stands?|waits?|looks?)\b", after):
        return ""  # "by the steps of the church"
    if _NEEDS_A_PLACE.search(before):
        if after in (".", ""):
            return ""
        if before.endswith(" there"):
            return before + after
        return f"{before} {after[2:]}" if after[:2] == ", " and re.search(r"\b(?:is|are)$", before) else f"{before} there{after}"
    return f"There{after[1:]}" if before == "There" and after[:2] == ", " else before + after  # "There, by the arcade, is the painting"
