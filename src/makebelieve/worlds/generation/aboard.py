"""The vessel that a premise plays aboard of: a ship that is sailed, a plane that has to land, a train that does not stop."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from makebelieve.language import Phrase
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.draft import Site, WorldDraft
from makebelieve.worlds.generation.goals import Wanted
from makebelieve.worlds.generation.kinds import kind_of_phrase, place_kinds
from makebelieve.worlds.generation.reading import OWNERS, Reading, bottled, lead, text_of

_ABOARD: Final = word_set("on aboard in inside onto off over beneath below")
_MANNED: Final = word_set(
    "crew captain pilot cook passenger sailor steward mate master commander helmsman navigator bosun engineer driver conductor guard skipper stoker"
)
_STEERED: Final = word_set(
    "paddle row ride_out sail fly steer pilot captain navigate land command drive crash-land board capsize sink attack storm save bring crew"
)
_HELMED: Final = word_set("paddle row sail fly steer pilot captain navigate")
"""Those of them that are read as nouns, and are none before a vessel: a storm is."""
_GOES: Final = word_set("sail fly sink drift lose strike hit run carry cross head burn approach leave fall catch crash leak shake be")
_SOUGHT: Final = word_set(
    "build buy find steal repair mend fix make catch win sell paint raise salvage reach sink launch draw design rent borrow finish restore"
    " lose win_back get_back fold race meet miss hear follow board rob derail hijack wait"
)
_SAILED: Final = word_set("sail voyage cruise")
_GREAT: Final = word_set(
    "captain pirate admiral crew sailor merchant expedition navy privateer corsair prince princess king queen cargo passenger galleon buccaneer treasure"
)
"""Words that tell of a ship where somebody sails and no word tells of what."""
_PEOPLED: Final = word_set("passenger steward stewardess crew sailor captain deckhand lifeboat lifejacket")
_LEFT_IN: Final = word_set("leave forget lose drop")
"""What was left in a train is where nobody of the story is yet."""
_ENDS_OF: Final = word_set("back front rear end top middle deck cabin hold roof aisle floor corner crew")
_RIDDEN: Final = word_set("take ride drive")
_WHEELED: Final = word_set("train tram bus minibus")
_INLAND: Final = word_set("river lake canal stream swamp marsh jungle lagoon rapids amazon nile")


_STARSHIP: Final = {
    "engine": "engine_room", "engines": "engine_room", "reactor": "engine_room", "bridge": "starship_bridge", "cockpit": "starship_bridge",
    "kitchen": "crew_mess", "galley": "crew_mess", "mess": "crew_mess", "hold": "cargo_bay", "cargo": "cargo_bay", "greenhouse": "hydroponics",
}  # fmt: skip
"""What the rooms of a ship between the stars are called by."""


@cache
def _nouns() -> dict[str, str]:
    """Noun -> the title of its row."""
    return {word: title for title, entry in tables.read("vessels").items() for word in entry.words("nouns")}


def _decks() -> frozenset[str]:
    """The kinds of place that are aboard of something."""
    rows = tables.read("crossings")
    return rows["aboard"].words("kinds") | rows["hull"].words("kinds")


def vessel_of(reading: Reading, player: Phrase | None, wanted: Wanted, places: list[tuple[Phrase, Site]]) -> Site | None:
    """The vessel that a premise plays aboard of, None where it plays on land: where the vessel is only seen, built, waited for or sought."""
    for phrase in reading.found:
        title = _nouns().get(_joined(phrase)) or _nouns().get(phrase.noun)
        if title is None or phrase.plural or phrase is player or _sought(wanted, phrase) or _in_little(reading, phrase):
            continue
        if _within(reading, phrase, wanted) or _manned(reading, phrase) or _kept(reading, phrase):
            named = next((site for one, site in places if one is phrase), None)
            kind = (named.kind if named is not None else None) or kind_of_phrase(reading, phrase, starry=False)
            site = named or Site(phrase=text_of(reading, phrase), noun=phrase.noun[:60])
            told = kind is not None and _joined(phrase) not in _nouns() and kind in _decks()  # a fishing trawler is no fishing village
            return site.model_copy(update={"kind": kind if told else title, "vessel": True})
    target = wanted.target  # "the airship's engine" is mended aboard of it
    first = target.start if target is not None else 0
    for token in reading.tokens[first : target.end] if target is not None else ():
        behind = reading.tokens[token.index + 1].word if token.index + 1 < len(reading.tokens) else ""
        if behind == "'s" and token.word in _nouns() and not any(phrase.start < first for phrase, _ in places):
            return Site(phrase=token.word, noun=token.word, kind=_nouns()[token.word], vessel=True)
    return _by_trade(reading, player, wanted, places)


def _joined(phrase: Phrase) -> str:
    last = phrase.modifiers[-1].word if phrase.modifiers else ""
    return f"{last}_{phrase.noun}"


def _sought(wanted: Wanted, phrase: Phrase) -> bool:
    """Whether the deed is to come by the vessel: nobody is aboard of it yet."""
    goal = wanted.goal
    base = (goal.verb or "").partition("_")[0]
    done = {verb.partition("_")[0] for verb in phrase.undergoes} - {"board"}  # pirates board our ship
    return (wanted.target is phrase and (base in _SOUGHT or goal.made)) or bool(_SOUGHT & done)


def _in_little(reading: Reading, phrase: Phrase) -> bool:
    """Whether a ship is a toy, or another's than those of the story."""
    words = {token.word for token in phrase.modifiers}
    return bool(words & {"toy", "model", "paper", "ghost", "space", "alien", "enemy", "sunken", "wrecked"}) or bottled(reading, phrase)


def _within(reading: Reading, phrase: Phrase, wanted: Wanted) -> bool:
    """Whether somebody is said to be on it, "a cook on a pirate ship", or has to be: "steal the ledger from a floating casino"."""
    tokens, at = reading.tokens, lead(reading, phrase)[0] - 1
    while at >= 0 and tokens[at].tag in ("D", "#", "A"):
        at -= 1
    if at >= 0 and {token.lemma for token in tokens[max(0, at - 5) : at]} & _LEFT_IN:
        return False
    if at > 0 and tokens[at].word == "of" and tokens[at - 1].lemma in _ENDS_OF:
        return True  # "the boy at the back of the bus"
    if at > 0 and phrase.noun in _WHEELED and tokens[at].lemma in _RIDDEN and tokens[at].tag[:1] == "V":
        return True  # "takes the last tram home"
    if at < 0 and phrase.end < len(tokens) and tokens[phrase.end].word in (",", "to", "from", "through"):
        return True  # "A night train to Vienna, a missing violin"
    if phrase.noun == "boat" and not any(token.lemma in _SAILED | {"row"} for token in reading.tokens):
        return at >= 0 and tokens[at].word in ("on", "aboard")  # a map is found in a boat
    if at > 0 and tokens[at].word in ("on", "by", "in") and tokens[at - 1].lemma in ("come", "arrive", "coming", "arriving"):
        return False  # "that bandits are coming on the noon train"
    aboard = _ABOARD - {"off", "over", "below"} | ({"from"} if wanted.goal.purpose in ("steal", "escape") else set())
    return at >= 0 and tokens[at].word in aboard


def _manned(reading: Reading, phrase: Phrase) -> bool:
    """Whether it has a crew in the premise: "the captain of a zeppelin"."""
    tokens, at = reading.tokens, lead(reading, phrase)[0]
    return at > 1 and tokens[at - 1].word in ("of", "on", "aboard") and tokens[at - 2].lemma in _MANNED


def _kept(reading: Reading, phrase: Phrase) -> bool:
    """Whether it is steered, or belongs to those it carries: "sails her ship", "our plane is losing height"."""
    steered = any(verb.partition("_")[0] in _STEERED for verb in phrase.undergoes)
    before = reading.tokens[max(0, phrase.start - 3) : phrase.start]
    steered = steered or any(
        token.lemma in _STEERED and (token.tag[:1] == "V" or (token.tag == "N" and token.lemma in _HELMED)) for token in before[-2:]
    )
    owned = lead(reading, phrase)[1] in OWNERS
    gone = any(verb.partition("_")[0] in _GOES for verb in phrase.acts)
    words = {token.lemma for token in reading.tokens}
    if gone and phrase.preposition is None and words & _PEOPLED:
        return True  # "a ferry is sinking and a steward must get the passengers into the boats"
    return steered or (owned and (gone or phrase.acts != [] or any(token.lemma in _SAILED for token in reading.tokens)))


_BY_HAND: Final = frozenset(("row", "paddle", "punt", "swim", "walk", "cycle", "ride", "drive", "hike", "ski", "skate"))
"""How somebody goes who is aboard of no ship."""


def _by_trade(reading: Reading, player: Phrase | None, wanted: Wanted, places: list[tuple[Phrase, Site]]) -> Site | None:
    """The vessel that is told by who plays, where the premise names no place but one to go to: a ship's cook, a stewardess, who sails west."""
    at = wanted.aim.at if wanted.aim is not None else 0
    if player is None or any((one.start < at or wanted.aim is None) and site.noun not in _nouns() for one, site in places):
        return None
    if wanted.target is not None and wanted.target.noun in _nouns() and wanted.goal.purpose in ("find", "steal"):
        return None  # a captain who looks for her old ship is not aboard of it
    told = {token.lemma for token in reading.tokens}
    if (wanted.goal.verb or "").partition("_")[0] in _BY_HAND:
        return None  # a ferry captain who rows to the island is in a rowing boat
    words = [token.word for token in reading.tokens[lead(reading, player)[0] : player.end - 1] if token.word != "'s"]
    if set(words) & {"retired", "former", "old-time", "ex", "would-be", "future"}:
        return None
    for title, entry in tables.read("vessels").items():
        said = next((word for word in words if word in entry.words("nouns") and word != "old"), None)
        crew = player.noun in entry.words("crew") or any(f"{word}_{player.noun}" in entry.words("crew") for word in words)
        boat = "ship_deck" if told & _GREAT and not told & {"alone", "solo", "viking"} else "boat_deck"
        sails = title == boat and not wanted.goal.made and any(verb.partition("_")[0] in _SAILED for verb in player.acts)
        if said or crew or sails:
            name = said or ("longship" if sails and "viking" in told else entry.one("name"))
            noun = name.replace("_", " ")
            before = words[words.index(said) - 1] if said in words[1:] else ""
            longer = next(iter(place_kinds().get(f"{before}_{said}", ())), None)  # a container ship has no quarterdeck
            if longer is not None:
                return Site(phrase=f"{before} {said}", noun=noun, kind=longer, vessel=True)
            return Site(phrase=noun, noun=noun.rpartition(" ")[2], kind=title, vessel=True)
    return None


def boarded(draft: WorldDraft) -> Site | None:
    """The vessel among the places of a draft."""
    return next((site for site in draft.places if site.vessel), None)


def _row(site: Site) -> tables.Entry:
    title = _nouns().get(site.phrase.replace(" ", "_")) or _nouns().get(site.noun) or site.kind or ""
    return tables.read("vessels").get(title, tables.read("vessels")["ship_deck"])


def ways_ashore(site: Site) -> tuple[str, ...]:
    """How one leaves a vessel for a place on land."""
    return _row(site).items("ashore")


def room_of(vessel: Site, site: Site) -> Site:
    """A place of the premise as the room of the vessel that it is: the engine room of an airship."""
    rooms = _STARSHIP if vessel.kind == "space_station" else dict(item.partition("=")[::2] for item in sorted(_row(vessel).words("rooms")))
    kind = next((rooms[word] for word in reversed(re.findall(r"[a-z]+", site.phrase.lower())) if word in rooms), None)
    return site.model_copy(update={"kind": kind}) if kind is not None else site


def away_from(site: Site) -> tuple[str, tuple[str, ...]] | None:
    """Where one is who has escaped from a vessel, and how one gets there."""
    row = _row(site)
    return (row.one("away"), row.items("go")) if row.one("away") else None


def landings_of(site: Site, draft: WorldDraft) -> tuple[str, ...]:
    """The kinds of places where a vessel lands that has no rooms to go through; none of any other."""
    inland = bool(_INLAND & set(re.findall(r"[a-z]+", draft.premise.lower()))) and _row(site).items("inland")
    return tuple(_row(site).one("inland" if inland else "landings").split())


def wheeled(draft: WorldDraft) -> tuple[str, ...]:
    """The kinds of places that a vehicle which is the hero gets to; none for anybody with legs."""
    if draft.player is None or draft.player.category in ("person", "creature", "robot", "group"):
        return ()
    rows = tables.read("vehicles").values()
    return next((tuple(entry.one("kinds").split()) for entry in rows if draft.player.noun in entry.words("nouns")), ())
