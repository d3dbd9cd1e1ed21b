"""Wishes that no world can have, and what can be done in their stead."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify
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


def tense(draft: Draft, match: re.Match[str]) -> str | None:
    raise Unsure("The texts of a world stay in the present tense; I cannot put all of them into another. I can tell it in the first or third person, or put single texts into your own words. Shall it be told otherwise? Say for example: third person.")  # fmt: skip


def clock(draft: Draft, match: re.Match[str]) -> str | None:
    place = draft.builder.place_of[naming.last_place(draft.world)]
    raise Unsure(
        f"No time passes by itself in a world, so nobody can be too slow. A choice can lose, though. Say for example: add a losing ending {place.at} if you wait for the morning."
    )


def brief(draft: Draft, match: re.Match[str]) -> str | None:
    """ "less reading": every scene is told in fewer sentences."""
    from makebelieve.worlds.edits.wishes.looks import brief as shorter

    fitted = re.fullmatch(r"(?P<all>.*)", "")
    return shorter(draft, fitted) if fitted else None


def which_places(draft: Draft, match: re.Match[str]) -> str | None:
    names = [one.name for one in naming.things(draft.world) if one.kind == "place" and not one.id.endswith("_later")]
    raise Unsure(f"Which shall go: {naming.listed(names, 'or')}? Say for example: take out {names[-1]}.")


def which_ending(draft: Draft, match: re.Match[str]) -> str | None:
    """Endings have no order: they are named."""
    ends = [one for one in naming.things(draft.world) if one.kind == "ending"]
    if len(ends) < 2:
        return None
    names = [f"'{one.name}' ({'wins' if one.about == 'win' else 'loses'})" for one in ends]
    raise Unsure(
        f"Endings come in no order. Which do you mean: {naming.listed(names, 'or')}? Say for example: take out the ending '{ends[-1].name}', or make the ending '{ends[0].name}' happier."
    )


def one_of_people(draft: Draft, match: re.Match[str]) -> str | None:
    some = [one.name for one in naming.things(draft.world) if one.kind in ("person", "foe")]
    if not some:
        return None
    new = re.sub(r"^(?:named|called) ", "", match["v"].strip())
    raise Unsure(f"Who shall be {new}: {naming.listed(some, 'or')}? Say for example: {some[0]} should be {new}.")


def all_people(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make the people ruder": each of those who can be met."""
    from makebelieve.worlds.edits.wishes.demeanour import is_like

    some = [one.name for one in naming.things(draft.world) if one.kind == "person"]
    told = []
    for name in some:
        fitted = re.fullmatch(r"(?P<t>.+) should (?P<v>be .+)", f"{name} should be {match['v']}")
        if fitted and (one := is_like(draft, fitted)):
            told.append(one)
    draft.subject = None
    return ". ".join(told) or None


def kept(draft: Draft, match: re.Match[str]) -> str | None:
    raise Unsure("Whatever is found stays with the player to the end already, also after it was used. What else shall be otherwise?")


def something_with(draft: Draft, match: re.Match[str]) -> str | None:
    what = match["v"].strip().strip("\"'“”")
    raise Unsure(
        f"What shall be something with '{what}': the name of the world, which is '{draft.world['name']}' now, or what else? Say it whole, for example: call the world The {what[:1].upper()}{what[1:]}."
    )


def back_from_all(draft: Draft, match: re.Match[str]) -> str | None:
    place = naming.find(draft.world, match["t"], ("place",))
    if place is None:
        return None
    far = [key for key in naming.in_order(draft.world) if key != place.id and not any(key in one["from"] and one.get("to") == place.id for one in draft.events)]  # fmt: skip
    if not far:
        raise Unsure(f"One can go back to {place.name} from everywhere already. What else shall be otherwise?")
    from makebelieve.worlds.edits.wishes.ways import passage

    told = []
    for key in far:
        if key.endswith("_later") or key not in draft.builder.place_of:
            continue
        fitted = re.fullmatch(r"(?P<np>go) from (?P<a>.+) to (?P<b>.+)", f"go from {draft.builder.place_of[key].name} to {place.name}")
        if fitted and (one := passage(draft, fitted)):
            told.append(one)
    return ". ".join(told) or None


def two_choices(draft: Draft, match: re.Match[str]) -> str | None:
    """ "a choice at the start whether to run or to hide": two choices."""
    from makebelieve.worlds.edits.wishes.endings import deed

    told = []
    for verb in (match["a"], match["b"]):
        fitted = re.fullmatch(r"(?P<v>.+)\|(?P<t>.+)", f"{verb}|{match['t']}")
        one = deed(draft, fitted) if fitted else None
        if one is None:
            return None
        told.append(one)
    return ". ".join(told)


def soften(draft: Draft, match: re.Match[str]) -> str | None:
    """ "soften the losing ending"."""
    from makebelieve.worlds.edits.wishes.finales import feel_of

    thing = naming.find(draft.world, match["k"], ("ending",))
    fitted = re.fullmatch(r"(?P<k>.+)\|(?P<v>.+)", f"the ending '{thing.name}'|gentle") if thing else None
    return feel_of(draft, fitted) if fitted else None


def swap_names(draft: Draft, match: re.Match[str]) -> str | None:
    """ "swap the names of the mill and the orchard"."""
    fields = match.groupdict()
    if fields.get("n"):
        kinds = ("place",) if fields["w"] in ("places", "rooms") else ("person",)
        some = [one for one in naming.things(draft.world) if one.kind in kinds and not one.id.endswith("_later")]
        if kinds == ("place",):
            some = [one for key in naming.in_order(draft.world) for one in some if one.id == key]
        some = some[-2:] if fields["n"] == "last two" else some[:2]
    else:
        some = [one for side in ("a", "b") if (one := naming.find(draft.world, fields[side], ("place", "person", "item")))]
    if len(some) < 2 or some[0].kind != some[1].kind:
        return None
    one, other = some
    if one.kind == "place":
        raise Unsure(f"What is in {one.name} belongs there, so that another name alone would tell untruths. Shall one start in {other.name}, or shall one of them get a new name? Say for example: start in {other.name}, or rename {one.name} to the old mill.")  # fmt: skip
    draft.call(one, "Xqzv")
    draft.call(naming.Thing(other.kind, other.id, other.name, other.about), one.name)
    draft.call(naming.Thing(one.kind, one.id, "Xqzv", one.about), other.name)
    draft.subject = None
    return f"{one.name[:1].upper()}{one.name[1:]} and {other.name} have swapped names"


def something(draft: Draft, match: re.Match[str]) -> str | None:
    """ "put something strange on the sleeping deck": a mood where it is one, else the question what."""
    from makebelieve.worlds.edits.values import looks
    from makebelieve.worlds.edits.wishes.looks import show

    place = naming.find(draft.world, match["t"], ("place",))
    if place is None:
        return None
    wanted = looks(match["how"]) if match["how"] else None
    if wanted and all(one.kind == "mood" for one in wanted):
        return show(draft, [place.id], wanted)
    here = draft.builder.place_of[place.id]
    raise Unsure(f"What exactly shall there be {here.at}? Say for example: put a music box {here.at}, or add a talking cat {here.at}.")


def earlier(draft: Draft, match: re.Match[str]) -> str | None:
    place = naming.find(draft.world, match["t"], ("place",))
    if place is None:
        return None
    start = draft.builder.place_of[naming.in_order(draft.world)[0]].name
    raise Unsure(
        f"From where shall one get to {place.name}? Say for example: add a way from {start} to {place.name}, or start in {place.name}."
    )


def has_name(draft: Draft, match: re.Match[str]) -> str | None:
    thing = naming.find(draft.world, match["t"])
    noun = re.search(r"[a-z]+$", match["t"])
    if thing is None and noun and classify(noun[0])[0] in ("creature", "person") and naming.sightings(draft.world, noun[0]):
        raise Unsure(f"How shall the {noun[0]} be called? Say for example: call the {noun[0]} Pico.")
    if thing is None:
        return None
    example = "Ada" if thing.kind in ("person", "foe", "player") else "the Blue Anchor"
    raise Unsure(f"How shall {thing.name} be called? Say for example: rename {thing.name} to {example}.")


def ordered(draft: Draft, match: re.Match[str]) -> str | None:
    place = naming.find(draft.world, match["t"], ("place",))
    if place is None:
        return None
    last = draft.builder.place_of[naming.last_place(draft.world)].name
    if last == place.name:
        raise Unsure(f"The story ends from {place.name} already. What else shall be otherwise?")
    raise Unsure(
        f"The end comes from {last}, and what happens there belongs there. Shall {place.name} get an ending of its own? Say for example: add a winning ending from {place.name}, or add a way from {place.name} to {last}."
    )


def gives_code(draft: Draft, match: re.Match[str]) -> str | None:
    """ "Noor should give you the code for the airlock": what somebody gives opens a place."""
    place = naming.find(draft.world, match["t"], ("place",), loose=False)
    person = naming.find(draft.world, match["who"], ("person",))
    if place is None or person is None:
        return None
    raise Unsure(
        f"Shall {place.name} be locked, so that {match['np']} opens it? Say it in two steps: first lock {place.name} with {match['np']}, then {person.name} should give you {match['np']}."
    )


def less(draft: Draft, match: re.Match[str]) -> str | None:
    """What stands in the way cannot lose its danger by a word: what can be done is told."""
    foe = naming.find(draft.world, match["t"], ("foe",))
    if foe is None:
        return None
    raise Unsure(
        f"How shall {foe.name} be {match['how'].removeprefix('more ')}? I can take out the ending in which one loses to {'them' if naming.many(foe.name) else 'it'}, soften it, or let something milder stand there. Say for example: remove the losing ending, soften the losing ending, or make {foe.name} a grumpy goose."
    )


def trait(draft: Draft, match: re.Match[str]) -> str | None:
    """ "Pip should be bigger and braver": what the player is like shows in nothing a world has."""
    thing = naming.find(draft.world, match["t"], ("player",), loose=False)
    if thing is None:
        return None
    raise Unsure(
        f"What {thing.name} is like ({match['v']}) is told nowhere by itself; how shall one see it? Say for example: {thing.name} should be a bear, or change the first sentence to '{thing.name.split(',')[0][:1].upper()}{thing.name.split(',')[0][1:]} has never been afraid.'"
    )


def before(draft: Draft, match: re.Match[str]) -> str | None:
    """ "put the ballroom before the kitchen": the order of places is that of the ways."""
    a, b = (naming.find(draft.world, match[one], ("place",)) for one in ("a", "b"))
    if a is None or b is None or a.id == b.id:
        return None
    first, then = (a, b) if match["p"].lower() == "before" else (b, a)
    if any(first.id in one["from"] and one.get("to") == then.id for one in draft.events):
        raise Unsure(f"One gets from {first.name} to {then.name} already. Which other way shall go? Say for example: remove the way from {then.name} to {first.name}.")  # fmt: skip
    raise Unsure(f"Places come in the order of the ways between them. Shall one get from {first.name} to {then.name}? Say: add a way from {first.name} to {then.name}.")  # fmt: skip
