"""Where somebody is found: a baker in a bakery, a king in a throne room, a penguin in the snow."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from makebelieve.language import Phrase, classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.bounds import leaves
from makebelieve.worlds.generation.compounds import lands
from makebelieve.worlds.generation.draft import Figure, Site, WorldDraft
from makebelieve.worlds.generation.english import slug
from makebelieve.worlds.generation.goals import Wanted
from makebelieve.worlds.generation.nations import kinds_strange_to
from makebelieve.worlds.generation.places import Place, made_place, of_age, of_its_time, plain_name
from makebelieve.worlds.generation.reading import Reading, animate
from makebelieve.worlds.generation.realms import ONLY, SEA_BORN, off_earth
from makebelieve.worlds.generation.sizes import tiny
from makebelieve.worlds.generation.tellings import trade_in
from makebelieve.worlds.generation.unplaced import LOOKS
from makebelieve.worlds.generation.venues import addressed, venue_of
from makebelieve.worlds.generation.wholes import parts_of

_BARE: Final = re.compile(r"^the ")
_OF_ANY_AGE: Final = frozenset(("throne_room", "castle_gate", "wizard_tower", "monastery", "manor", "forge", "mill"))
"""Where there is a king there is a throne, in whatever age."""


_LIVED_IN: Final = _OF_ANY_AGE - {"forge"} | {"farm", "lamp_room", "meadow", "cabin_wild", "house", "cavern", "toy_room"}
"""Where people are at home as well as at work; a nurse who goes home goes to no hospital."""


_OF_THE_TINY: Final = frozenset(("flower_bed", "hedge_bottom", "garden_pond", "anthill", "mouse_hole"))
"""Where only those are who are no bigger than a fist."""
_TANKS: Final = frozenset(("aquarium", "pool", "tank", "bathtub", "bath", "submarine", "zoo"))
_NOT_OF_EARTH: Final = frozenset(("alien", "aliens", "martian", "extraterrestrial", "extraterrestrials"))
_EVERY_DAY: Final = frozenset(("slice", "comedy", "school", "romance", "fairy", "modern"))
_FAMILY: Final = frozenset(
    ("dad", "daddy", "mum", "mom", "mummy", "mommy", "mother", "father", "parent", "parents", "child", "children", "kid", "kids", "boy", "girl",
     "brother", "sister", "brothers", "sisters", "siblings", "twins", "twin", "son", "daughter", "grandson", "granddaughter", "grandchild", "grandma",
     "grandpa", "grandmother", "grandfather", "granny", "nan", "uncle", "aunt", "auntie", "babysitter", "toddler", "husband", "wife", "family")
)  # fmt: skip
_IN_LITTLE: Final = re.compile(
    r"\b(?:lives?|living|dwells?|hides?|hiding|stuck|trapped|sleeps?) (?:alone )?(?:in|inside) (?:an? |the |her |his |their |my |our )?(?:[a-z]+ )?"
    r"(kettle|teapot|jar|teacup|cup|sugar bowl|jug|bottle|biscuit tin|fridge|oven|toaster|matchbox|shoebox|shoe|slipper|drawer|sock|jewellery box|pocket|"
    r"music box|pencil case|handbag|suitcase)\b",
    re.IGNORECASE,
)
_OF_BEDROOMS: Final = frozenset(
    ("shoebox", "shoe", "slipper", "drawer", "sock", "jewellery box", "pocket", "music box", "pencil case", "handbag", "suitcase")
)
_ROYAL: Final = re.compile(r"\b(?:castle|palace|king|queen|prince|princess|royal|throne|knights?)\b", re.IGNORECASE)
_ABROAD: Final = {
    "monastery": "temple",
    "chapel": "temple",
    "castle_gate": "throne_room",
    "castle_kitchen": "home_kitchen",
    "country_village": "village_green",
}
"""What stands for a place of old Europe among other peoples."""
_SERVED: Final = re.compile(
    r"\b(?:works?|working|doing [a-z]+|job|servant|cook|butler|accountant|maid|secretary|assistant|apprentice|tailor|barber|dentist|nanny) "
    r"(?:for|of|to) (?:an? |the |his |her |their |my )((?:[a-z-]+ )??[a-z]+)\b"
)
"""Whom somebody works for: "doing taxes for a dragon"."""


@cache
def _homes() -> dict[str, tables.Entry]:
    """Noun -> the row of the table of homes where such people, or creatures, belong."""
    return {word: entry for entry in tables.read("homes").values() for word in entry.words("people")}


def kind_of_home(entry: tables.Entry) -> str:
    """The kind of place of a row of the table of homes."""
    return entry.one("kind", entry.title)


def home_among(phrase: str) -> tables.Entry | None:
    """The row of homes that a phrase about somebody tells, its last words first: "the miller's daughter" -> mill."""
    words = re.findall(r"[a-z]+", re.sub(r"['’]s\b", "", phrase.lower()))
    if len(words) > 1 and classify(words[-1])[0] == "creature":  # "the circus elephant"
        kept = next((tables.read("homes")[word] for word in words[:-1] if word in tables.read("homes")), None)
        if kept is not None:
            return kept
    if len(words) > 1:  # "two old ladies", "the lunch lady": of no manor
        words = [word for word in words if word not in ("lady", "ladies")]
    if words[-1:] != ["coach"]:
        words = [word for word in words if word != "coach"]  # a coach driver trains no team
    if "polar" in words and words[-1] in ("bear", "bears", "cub", "cubs", "fox"):
        return tables.read("homes")["snowfield"]
    if "teddy" in words:  # of no wood
        return tables.read("homes")["toy_room"]
    if "viking" in words:  # cook or not
        return tables.read("homes")["viking_hall"]
    words = [word if word in _homes() else lemma(word, "noun") or word for word in words]  # "a family of ants"
    return next((_homes()[word] for word in reversed(words) if word in _homes()), None)


def _name(entry: tables.Entry, kind: str) -> str:
    return (entry.one("name") if kind == kind_of_home(entry) else "") or plain_name(kind)


def site_of_home(phrase: str, genre: str, era: str | None) -> Site | None:
    """Where somebody is met who is spoken to, if that is known and stood in the age of the story."""
    entry = home_among(phrase)
    kind = _in_age(entry, genre, era) if entry is not None else None
    if entry is None or kind is None:
        return None
    name = _BARE.sub("", _name(entry, kind))
    return Site(phrase=name, noun=name.rpartition(" ")[2], kind=kind)


_IN_THE_SKY: Final = re.compile(r"\b(?:northern lights|aurora|comet|eclipse|meteors?|shooting stars?|milky way|stars|sunrise|full moon)\b")
_FELT_OUTSIDE: Final = re.compile(r"\bfeel the (?:[a-z]+ )?(?:sun|wind|rain|snow|breeze)\b")
_OPENED: Final = frozenset(("open", "found", "set_up", "start_up"))


def scene_of_deed(
    reading: Reading,
    wanted: Wanted,
    player: Figure | None,
    receiver: Phrase | None,
    places: list[tuple[Phrase, Site]],
    genre: str,
    era: str | None,
) -> Site | None:
    """Where the deed of a premise is done: as it says, else where somebody is met whom it is done or said to, if it names no place at all;
    whoever wants to get home ends where they belong."""
    if (wanted.goal.object == "home" or (wanted.goal.verb or "").endswith("_home")) and player is not None:
        if _NOT_OF_EARTH & set(player.phrase.lower().split()):
            return Site(phrase="home planet", noun="planet", kind="alien_plain")
        own = site_of_home(player.phrase, genre, era) if player.category != "person" or _lives_there(player.phrase) else None
        wild = player.category == "creature" and player.noun not in ("cat", "dog", "kitten", "puppy", "hamster", "parrot", "goldfish")
        return own or (None if wild else Site(phrase="house", noun="house", kind="house"))
    if not places and (trade := trade_in(reading.premise)) is not None:  # a vampire who works as a dentist does it where dentists do
        return site_of_home(trade, genre, era) or site_of_home(trade, "slice", "now")
    if wanted.goal.verb in _OPENED:  # a tea shop is opened in its own rooms, whichever village it lies in
        for phrase, site in places:
            if phrase is wanted.target:
                return site
    venue = venue_of(reading, wanted)
    if (
        venue is not None
        and venue[1].noun in lands()
        and wanted.goal.purpose == "deliver"
        and receiver is not None
        and receiver.noun in _FAMILY
    ):
        return Site(phrase=f"{receiver.noun}'s house", noun="house", kind="house")  # "across Italy to bring their grandfather his medals"
    if venue is not None:
        kind = next((site.kind for phrase, site in places if phrase is venue[0] and venue[1].noun == phrase.noun), venue[1].kind)
        return venue[1].model_copy(update={"kind": kind})
    looks = (wanted.goal.verb or "").partition("_")[0] in LOOKS and _IN_THE_SKY.search(wanted.goal.deed or "")
    if looks or _FELT_OUTSIDE.search(wanted.goal.deed or ""):
        roof = next((site for _, site in places if site.kind == "rooftop"), None)
        return roof or Site(phrase="hill", noun="hill", kind="hillside")  # from an attic nobody sees the northern lights
    if wanted.goal.purpose == "deliver" and " out of " in (wanted.goal.deed or ""):
        return None  # who is smuggled out is not at home in the end
    if wanted.goal.made:
        return None  # what is cooked for a teacher is not cooked in the classroom
    spoken_to = receiver or addressed(reading, wanted)
    at = wanted.aim.at if wanted.aim is not None else 0
    if spoken_to is None or not animate(spoken_to):
        return None
    home = site_of_home(spoken_to.text, genre, era)
    if home is not None and home.kind in _OF_THE_TINY and tiny(player) is None:  # no child goes in among the stems
        home = Site(phrase="pond", noun="pond", kind="lake_shore") if home.kind == "garden_pond" else None
    if home is not None and home.kind == "reef" and (player is None or not SEA_BORN & set(player.phrase.lower().split())):
        # who walks on land meets a whale where the land ends, and in no house
        before = [site for phrase, site in places if phrase.start < at]
        on_land = all(tables.read_all("places")[site.kind].one("air") == "inside" for site in before if site.kind)
        return (
            Site(phrase="beach", noun="beach", kind="island_beach")
            if on_land and not _TANKS & {word for site in before for word in site.phrase.split()}
            else None
        )
    if wanted.goal.purpose == "defeat" and (home is None or home.kind not in _LIVED_IN or places):
        return None  # a dragon is slain in its lair, a thief wherever
    within = {kind for phrase, site in places if phrase.start < at for kind in parts_of(site.kind)}
    if home is not None and home.kind == "house" and classify(spoken_to.noun)[0] == "creature":
        home = None  # a pet is where those are who have it
    stays = any(phrase.start < at and not leaves(reading.premise, site.phrase) for phrase, site in places)
    if home is None or (home.kind not in within and stays):
        return None
    return home


def _lives_there(phrase: str) -> bool:
    entry = home_among(phrase)
    return entry is not None and kind_of_home(entry) in _LIVED_IN


def _home_of(draft: WorldDraft) -> tables.Entry | None:
    """The row of homes of a draft's player; of whoever is only somebody's neighbour, child or sister, a house."""
    if draft.player is not None:
        noun = "" if draft.player.noun in ("lady", "ladies") and " " in draft.player.phrase else draft.player.noun
        return home_among(draft.player.phrase) or home_among(noun)
    if draft.relation is None:
        return None
    return home_among(draft.relation) or tables.read("homes")["house"]


def belongs_to(draft: WorldDraft, kind: str) -> bool:
    """Whether the player of a draft belongs in a kind of place: a nurse in a hospital, whose story so begins there."""
    entry = _home_of(draft)
    return entry is not None and kind_of_home(entry) == kind


def at_family(draft: WorldDraft) -> bool:
    """Whether who plays is told by the family alone, in a story of every day: a dad, somebody's little sister. They are at home."""
    if draft.genre not in _EVERY_DAY or (draft.player is not None and draft.player.category != "person"):
        return False
    said = draft.player.phrase if draft.player is not None else draft.relation or ""
    words = said.lower().split()
    return bool(words) and words[-1] in _FAMILY and not of_trade(said)


def of_trade(phrase: str) -> bool:
    """Whether a phrase about somebody tells a place of work: the miller's daughter."""
    entry = home_among(phrase)
    return entry is not None and kind_of_home(entry) not in tables.read("settings")["land"].words("of") | {"house", "mouse_hole"}


def served(draft: WorldDraft, taken: set[str]) -> list[Place]:
    """Where somebody lives for whom the player works: an accountant of a dragon's is in its cavern."""
    found = _SERVED.search(draft.premise.lower())
    site = site_of_home(found[1], draft.genre, draft.age) if found is not None else None
    if site is None or site.kind is None or site.kind not in _LIVED_IN | {"haunted_hall", "attic"}:
        return []
    return [replace(made_place(f"the {site.phrase}", site.kind, taken, stated=True), home=True)]


def kept_small(draft: WorldDraft, taken: set[str]) -> list[Place]:
    """Where those are who live in something on a table: in a teapot, a sugar bowl, a matchbox."""
    found = _IN_LITTLE.search(draft.premise)
    if found is None or draft.places:
        return []
    kind = "bedroom" if found[1].lower() in _OF_BEDROOMS else "home_kitchen"
    stood = kind if of_age(kind, draft.genre, draft.age) or draft.genre == "nature" else "old_kitchen"
    return [replace(made_place(plain_name(stood), stood, taken, stated=True), home=True)]


def _kept_in(player: Figure) -> tables.Entry | None:
    """The row of homes that the first words of a beast's phrase name: a circus lion lives in a circus."""
    words = re.findall(r"[a-z]+", player.phrase.lower())[:-1]
    return (
        next((tables.read("homes")[word] for word in words if word in tables.read("homes")), None)
        if player.category == "creature"
        else None
    )


def kept_at(draft: WorldDraft, taken: set[str]) -> list[Place]:
    """Where a beast is kept by its own phrase, "a circus lion": its story begins there, whatever is done in it."""
    return dwelling_of(draft, taken, frozenset()) if draft.player is not None and _kept_in(draft.player) is not None else []


def dwelling_of(draft: WorldDraft, taken: set[str], besides: frozenset[str]) -> list[Place]:
    """Where the player of a draft belongs, one place at most, unless that is one of the kinds `besides`."""
    kept = _kept_in(draft.player) if draft.player is not None else None
    entry = kept or _home_of(draft)
    kind = None if entry is None else kind_of_home(entry) if kept else _in_age(entry, draft.genre, draft.age)
    if entry is None or kind is None or kind in besides:
        return []
    if draft.player is not None and "toy" in draft.player.phrase.lower().split() and kind not in ("toy_room", "nursery"):
        return []  # a toy soldier lies in no trench
    if kind == "castle_gate" and draft.player is not None and draft.player.noun in ("guard", "guards", "herald", "page"):
        era = draft.age or tables.read_all("genres")[draft.genre].one("era", "now")
        if era != "old" and not _ROYAL.search(draft.premise):
            return []  # who guards a museum by night stands at no gate
    if off_earth(draft.premise) and not tables.read_all("places")[kind].words("venue") & ONLY.keys():
        return []  # no bounty hunter walks out of a wood into a space station
    kind = _ABROAD.get(kind, kind) if kind in kinds_strange_to(draft.premise) else kind
    name = _name(entry, kind)
    if any(slug(_BARE.sub("", name), 40) == slug(_BARE.sub("", site.phrase), 40) for site in draft.places):
        return []
    return [replace(made_place(name, kind, taken, stated=True), home=True)]


def _in_age(entry: tables.Entry, genre: str, era: str | None) -> str | None:
    """The kind of place of a row, or what stood in its stead in the age of the story."""
    kind = kind_of_home(entry)
    if kind == "house" and era is None and genre in ("nature", "sea"):
        return kind  # a tortoise in its box, among wild beasts' tales
    if kind in _OF_ANY_AGE or kind in tables.read("settings")["land"].words("of") or of_age(kind, genre, era):
        return kind
    name = _BARE.sub("", _name(entry, kind))
    return of_its_time(Site(phrase=name, noun=name.rpartition(" ")[2], kind=kind), genre, era)
