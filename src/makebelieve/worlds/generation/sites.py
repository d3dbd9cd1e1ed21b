"""Where a premise plays: its phrases that are places, and which kind of place each is."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import KIND_OF, Phrase, biome_of, classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.circles import CIRCLES, in_its_house
from makebelieve.worlds.generation.compounds import compound_at, land_of, lands
from makebelieve.worlds.generation.cues import ABOUT, HOURS, WEATHERS
from makebelieve.worlds.generation.draft import Site
from makebelieve.worlds.generation.kinds import COPIES, PARTS, among_stars, is_no_place, kind_of_phrase, no_place, place_kinds
from makebelieve.worlds.generation.names import PLACE_WORDS, is_given, known
from makebelieve.worlds.generation.reading import ANIMATE, HALLS, OWNERS, Reading, animate, before, bottled, lead, name_of, text_of
from makebelieve.worlds.generation.unplaced import (
    DISASTERS,
    SKIES,
    bound_for,
    built_for_play,
    closing,
    is_done,
    is_nook,
    is_not_there,
    is_predicate,
    lies_beyond,
    of_others,
    on_the_rocks,
    shown_at,
    without_thing,
)
from makebelieve.worlds.generation.verbs import purpose_of

_DIRECTIONS: Final = frozenset(("north", "south", "east", "west", "inside", "outside", "left", "right"))
CALENDAR: Final = frozenset(
    (
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april", "june", "july", "august",
        "age", "ages", "century", "era", "epoch", "september", "october", "november", "december", "christmas", "easter", "halloween", "ramadan", "thanksgiving", "hanukkah", "diwali", "eid",
    )
)  # fmt: skip
"""Days, months and ages."""
_WORLDLY: Final = frozenset(("place", "location"))
# Too wide to walk in: a sea god and a border guard are elsewhere.
_WIDE: Final = frozenset(
    ("sky", "space", "sea", "river", "ocean", "cyberpunk", "border", "moon", "sun", "world", "air", "water", "ground", "lake")
)
_ROOKERY: Final = frozenset(("penguin", "seal", "gull", "bat", "heron", "puffin", "otter", "walrus", "albatross"))
_WILDS: Final = frozenset(
    ("sahara", "amazon", "amazonia", "borneo", "antarctica", "arctic", "siberia", "greenland", "lapland", "patagonia", "andes", "himalayas", "rockies",
     "pyrenees", "serengeti")
)  # fmt: skip
_GIANTS: Final = frozenset(("jupiter", "saturn", "uranus", "neptune", "sun", "earth", "venus", "mercury"))
_SURFACES: Final = frozenset(("wall", "walls", "door", "window", "ceiling", "fence", "floor"))
_COUNTRY: Final = frozenset(
    ("mountain_pass", "desert_dunes", "deep_forest", "hillside", "moorland", "snowfield", "steppe", "jungle_temple")
)
"""Land that a house lies in."""
_CITIES: Final = frozenset(("city", "town", "metropolis", "capital"))
"""What a building lies in that is all of it that the story needs."""
_EVENTS: Final = re.compile(
    r"^(?:the )?(?:[A-Z]\w+ )*(?:Fire|War|Plague|Flood|Earthquake|Exhibition|Revolution|Blitz|Uprising) of (?=[A-Z])"
)
"""What befell a city, which is where it is."""
_RIDDING: Final = frozenset(("clear", "rid", "free", "empty", "strip", "cleanse", "rob"))
"""Verbs of which "of" says what is taken away."""
_STOREYS: Final = frozenset(
    ("roof", "rooftop", "cellar", "basement", "attic", "loft", "garden", "courtyard", "kitchen", "tower", "dungeon")
)
"""Parts of a building that are places of their own."""
_OF_IT: Final = frozenset(("platform", "deck", "lock", "steps", "corridor", "bank"))
"""What is told by the place it is of: the platform of the underground, the lock of a canal."""
CLOSED: Final = frozenset(("submarine", "submersible", "spaceship", "spacecraft", "starship"))
"""Vessels that one does not step out of."""
_ABOARD: Final = frozenset(
    ("train", "ship", "submersible", "spacecraft", "starship", "submarine", "ferry", "spaceship", "airship", "steamer", "tram", "zeppelin")
)
"""Vehicles that one works in: "the submarine cook"."""
_OF_TRIPS: Final = frozenset(("ticket", "fare", "ride", "trip", "journey", "set", "model", "timetable", "whistle", "station"))
"""What is told by a vehicle that one is not in: a train ticket."""
VESSELS: Final = frozenset(
    ("barrel", "cask", "crate", "sack", "bucket", "tub", "keg", "basket", "bottle", "jar", "coffin", "cart", "trolley", "hamper")
)  # fmt: skip
"""What holds things and is no place, whatever hides in it: a barrel of herring."""
OF_STREETS: Final = frozenset(
    ("lamp", "light", "lamplight", "sign", "cat", "dog", "food", "musician", "artist", "vendor", "sweeper", "kid", "child", "party", "fighter")
)  # fmt: skip
"""What is of the street wherever it is: street lamps."""
_REALMS: Final = frozenset(("kingdom", "realm", "empire", "universe", "galaxy", "country", "nation", "county", "continent"))
"""What is too wide to stand in, unless its name is said."""
_SUPERLATIVE: Final = re.compile(
    r"\b(?:[a-z]{3,}est|best|worst|most|only) (?:[\w'-]+ ){1,3}in (?:the|all the|this|our) [a-z]+", re.IGNORECASE
)
"""What is the greatest of its sort in a country, wherever it stands."""
_KIN: Final = frozenset(
    ("son", "daughter", "mother", "father", "sister", "brother", "wife", "husband", "widow", "friend", "child",
     "twin", "lover", "disciple", "slave")
)  # fmt: skip


def sites_of(reading: Reading, used: set[int], player: Phrase | None = None) -> list[tuple[Phrase, Site]]:
    """The places a premise names, in its order, each with its phrase. `used`: ids of phrases that are somebody or the goal; `player`: who plays."""
    found: list[tuple[Phrase, Site]] = []
    seen: set[str] = set()
    starry = among_stars(reading)
    for phrase in reading.found:
        if is_done(reading, phrase) or is_nook(phrase, placed=bool(found)):
            continue
        whose = _at_whose(reading, phrase)
        if whose is not None and len(found) < 4:
            seen.add(whose.phrase.lower())
            found.append((phrase, whose))
            continue
        housed = classify(phrase.noun)[0] == "group" and phrase.noun in place_kinds() and phrase.preposition in PLACE_WORDS
        if id(phrase) in used and animate(phrase) and not housed and not compound_at(reading.tokens, phrase.head.index)[0]:
            continue
        if bound_for(reading, phrase) and id(phrase) not in used and classify(phrase.noun)[0] != "place":
            seen.add(text_of(reading, phrase).lower())  # "from Kyoto to Edo", whoever else bears such a name
            found.append((phrase, Site(phrase=text_of(reading, phrase), noun=phrase.noun[:60], proper=True)))
            continue
        if rocks := on_the_rocks(reading, phrase):
            found.append((phrase, Site(phrase="rocks", noun=rocks, kind="rocky_shore")))
            continue
        if phrase is player and is_given(phrase.noun):
            continue  # "the other kids tease Lena": no river
        at = lead(reading, phrase)[0]
        if phrase.noun in ("sea", "ocean") and found and [token.word for token in reading.tokens[at - 2 : at]] == ["bottom", "of"]:
            continue  # "a station at the bottom of the sea"
        if at > 1 and reading.tokens[at - 1].word in ("across", "over", "beyond") and reading.tokens[at - 2].word == "from":
            continue  # "the rich kids from across the river"
        if phrase.noun == "colony" and _ROOKERY & {token.lemma for token in reading.tokens}:
            continue  # penguins are at home with one another
        if phrase.noun in _GIANTS and phrase.preposition not in ("on", "to"):
            continue  # "a station above Jupiter"
        if phrase.noun in _SURFACES and not (phrase.modifiers or phrase.head.word in reading.names) and before(reading, phrase) == "on":
            continue  # "who paints on the walls"
        if (
            found
            and found[-1][0].end == at - 1
            and reading.tokens[at - 1].word in ("in", "near")
            and (
                phrase.noun in lands()
                or (phrase.noun in _CITIES and not phrase.modifiers)
                or kind_of_phrase(reading, phrase, starry=starry) in _COUNTRY
            )
        ):
            continue  # "a hotel in the Alps", "a department store in the city"
        if phrase.noun == "bed" and "hospital" in {token.word for token in phrase.modifiers}:
            if "hospital" not in seen:
                seen.add("hospital")
                found.append((phrase, Site(phrase="hospital", noun="hospital", kind=next(iter(place_kinds().get("hospital", ())), None))))
            continue  # "wakes up in a hospital bed"
        if best_of(reading, phrase):
            continue
        if phrase.noun in _REALMS and id(phrase) not in used and phrase.head.word not in reading.names and len(phrase.modifiers) < 2:
            following = reading.tokens[phrase.end].word if phrase.end < len(reading.tokens) else ""
            if following != "of" and before(reading, phrase) not in ("to", "into"):
                continue  # "the clumsiest knight in the kingdom"
        if phrase.noun in CIRCLES and not in_its_house(phrase):
            continue  # "from a greedy mining company"
        if built_for_play(phrase) or of_others(reading, phrase) or shown_at(reading, phrase):
            continue
        kind = kind_of_phrase(reading, phrase, starry=starry)
        whole = next((one for one in reading.found if one.start == phrase.end + 1), None)
        if (
            phrase.noun in PARTS | _OF_IT
            and whole is not None
            and phrase.end < len(reading.tokens)
            and reading.tokens[phrase.end].word == "of"
            and phrase.noun not in _STOREYS
        ):
            kind = kind_of_phrase(reading, whole, starry=starry) or kind  # "in the walls of our house": a house, no castle
        compound = bool(compound_at(reading.tokens, phrase.head.index)[0])
        numbered = phrase.end < len(reading.tokens) and reading.tokens[phrase.end].tag == "#"  # "on ward nine"
        strange = kind is None and land_of(phrase.noun) is not None
        category = "place" if compound or strange else classify(phrase.noun, tuple(token.word for token in phrase.modifiers))[0]
        governed = phrase.preposition in PLACE_WORDS or (
            phrase.preposition == "of" and before(reading, phrase) == "of" and _out_of(reading, phrase)
        )
        governed = governed or (phrase.noun in _ABOARD and _manned(reading, phrase))
        name = name_of(reading, phrase)
        unknown_name = bool(name) and not known(phrase.noun) and before(reading, phrase) in PLACE_WORDS
        inward = ("into", "in", "to", "at", "through", "across", "from", "on")
        entered = phrase.head.word in reading.names and before(reading, phrase) in inward
        unknown_name = unknown_name or (bool(name) and entered and category not in ANIMATE | {"time"})  # "walks into Perdition"
        if phrase.noun in CALENDAR or is_predicate(reading, phrase):
            continue  # "the floor is lava"
        if found and found[-1][0].end + 1 == phrase.start and found[-1][1].noun in _STOREYS and before(reading, phrase) == "of":
            continue  # "on the roof of the library" one is on the roof
        hint = None if KIND_OF.get(phrase.noun) == "object" or is_no_place(phrase) else biome_of(phrase.noun)
        worldly = (category in _WORLDLY and (kind is not None or hint is not None or governed or bool(name))) or (
            hint is not None and hint[1] >= 0.95 and category not in ANIMATE | {"food"}
        )
        craft = next((token.word for token in phrase.modifiers if token.word in CLOSED), None)
        if name and before(reading, phrase) not in PLACE_WORDS and reading.tokens[phrase.head.index].word in reading.names:
            if (
                craft is not None and phrase.preposition is None and phrase.start <= 2
            ):  # "the submarine Nautilus is stuck": nobody is out in the water
                seen.add(craft)
                found.append((phrase, Site(phrase=craft, noun=craft, kind=next(iter(place_kinds().get(craft, ())), None), vessel=True)))
            continue
        if (
            (phrase.noun in ABOUT and not compound)
            or (phrase.noun in _DIRECTIONS and not name)
            or (phrase.noun in PARTS and not phrase.modifiers and lead(reading, phrase)[1] in OWNERS)
            or (category == "vehicle" and any(purpose_of(verb) == ("restore", "made") for verb in phrase.undergoes))
            or ((category == "container" or phrase.noun in VESSELS) and phrase.noun not in place_kinds())
            or (phrase.preposition in ("after", "before", "since", "during", "until") and category != "place")
            or (
                category in ANIMATE
                and (animate(phrase) or phrase.noun not in HALLS)
                and not ((category == "group" or numbered) and governed and kind and phrase.noun in place_kinds())
            )
            or phrase.noun in DISASTERS
            or (phrase.noun == "moon" and {"full", "new", "half", "every", "blue"} & {token.word for token in phrase.modifiers})
            or (phrase.noun == "moon" and before(reading, phrase) in ("every", "each"))  # "every full moon" is an hour
        ):
            continue
        if not (worldly or unknown_name or (kind and governed and category not in ("time", "food"))):
            continue
        text = text_of(reading, phrase)
        text = re.sub(r"^(?:whole|entire) (?=[a-z])", "", text)
        if text.endswith(("'s", "’s")) and re.search(rf"(?<!at )(?<!in ){re.escape(text)} [a-z]", reading.premise):
            text = text[:-2]  # "the Blue Moon Motel's only guest"
        if _RIDDING & set(phrase.undergoes):
            text = text.split(" of ")[0]  # "clear the runway of geese"
        if text.lower() in seen or phrase.noun in HOURS or (phrase.noun in WEATHERS and not kind):
            continue
        seen.add(text.lower())
        if befell := _EVENTS.match(text):
            text = text[befell.end() :]
        noun, kind = (text.split()[-1].lower(), "old_town") if befell else (phrase.noun, kind)
        meant = without_thing(text, phrase.noun, kind) if not name and not compound else text
        if meant != text and meant.lower() not in seen:
            text, noun = meant, meant.split()[-1].lower()
            seen.add(text)
        proper = bool(name) and text[:1].isupper()
        noun = text.lower() if text.lower() in lands() else noun  # "Wales"
        if proper and kind is None and hint is None and _region(reading, phrase, found):
            continue  # "in a ghost town in Nevada"
        found.append(
            (
                phrase,
                Site(
                    phrase=f"the {text}" if proper and not befell and _with_the(reading, phrase, text) else text,
                    noun=noun[:60],
                    proper=proper,
                    kind=kind,
                ),
            )
        )
    if any(site.kind == "submarine" for _, site in found):  # whoever is in it is not on the bed of the sea
        found = [one for one in found if one[1].noun not in ("floor", "sea", "ocean", "seabed", "bottom", "bed")]
    _beside(reading, found, seen, starry=starry)
    if any(site.noun not in lands() for _, site in found):  # a village in Norway is where one is
        found = [one for one in found if one[1].noun not in lands() or one[1].noun in _WILDS]
    if not found:  # "the last train of the night never stops": a place all the same, where the premise knows no other
        for phrase in reading.found:
            kind = kind_of_phrase(reading, phrase, starry=starry) if phrase.noun in place_kinds() else None
            free = classify(phrase.noun)[0] in ("place", "location", "vehicle", "artifact", "structure")  # the cat's toys are no place
            free = free and not (any(purpose_of(verb) == ("restore", "made") for verb in phrase.undergoes) or bottled(reading, phrase))
            free = (
                free
                and not shown_at(reading, phrase)
                and not closing(reading, phrase)
                and not lies_beyond(reading, phrase)
                and not is_not_there(reading, phrase)
                and phrase.noun not in SKIES
                and not (id(phrase) in used and phrase.determiner in ("a", "an"))
            )
            if kind and free and phrase.noun not in ABOUT | _DIRECTIONS and phrase.noun not in PARTS and not animate(phrase):
                return [(phrase, Site(phrase=text_of(reading, phrase), noun=phrase.noun[:60], kind=kind))]
    return found


def best_of(reading: Reading, phrase: Phrase) -> bool:
    """Whether a realm only says among what something is the greatest: "the largest pumpkin in the county"."""
    return (
        phrase.noun in _REALMS
        and before(reading, phrase) == "in"
        and not phrase.modifiers
        and _SUPERLATIVE.search(reading.premise) is not None
    )


def _manned(reading: Reading, phrase: Phrase) -> bool:
    """ "The crew of a research ship", "the captain of a ferry": they are aboard."""
    tokens, at = reading.tokens, lead(reading, phrase)[0]
    if phrase.noun in CLOSED and (phrase.start <= 2 or {"crew", "aboard", "board"} & {token.word for token in tokens}):
        return phrase.preposition is None  # "a submarine is stuck": nobody is out in the water
    return (
        at > 1
        and tokens[at - 1].word == "of"
        and tokens[at - 2].lemma in ("crew", "captain", "passenger", "cook", "sailor", "steward", "mate")
    )


def _at_whose(reading: Reading, phrase: Phrase) -> Site | None:
    """A place that is only named by whose it is: "at the hairdresser's", "from her grandmother's to the church"."""
    tokens, after = reading.tokens, phrase.end + 1
    if phrase.preposition not in PLACE_WORDS or phrase.end >= len(tokens) or tokens[phrase.end].word != "'s":
        return None
    if classify(phrase.noun)[0] != "person" or (after < len(tokens) and tokens[after].tag not in (".", "I", "M", "C", "S")):
        return None
    kind = next(iter(place_kinds().get(phrase.noun, ())), "house")
    words = [token.word for token in tokens[phrase.start : phrase.end] if token.tag != "D"]
    return Site(phrase=f"{' '.join(words)}'s", noun=phrase.noun[:60], kind=kind)


def _region(reading: Reading, phrase: Phrase, found: list[tuple[Phrase, Site]]) -> bool:
    """Whether a name only says in which part of the world a place lies that was named right before."""
    at = lead(reading, phrase)[0] - 1
    return at > 0 and reading.tokens[at].word in ("in", "of", "near") and any(one.end == at for one, _ in found)


def _out_of(reading: Reading, phrase: Phrase) -> bool:
    at = lead(reading, phrase)[0] - 2
    return at >= 0 and reading.tokens[at].word in ("out", "outside", "inside", "ahead")


def _beside(reading: Reading, found: list[tuple[Phrase, Site]], seen: set[str], *, starry: bool) -> None:
    """Places that a premise names only in passing: "the cathedral organ", "the city's memory", "the librarian of Alexandria"."""
    for phrase in (one for one in reading.found if not shown_at(reading, one) and one.noun not in COPIES):
        plain = (
            () if (found and animate(phrase)) or phrase.noun in VESSELS else reading.tokens[phrase.start : phrase.head.index]
        )  # a keeper may be elsewhere
        for token in plain:
            kinds, begin = compound_at(reading.tokens, token.index)
            joined = " ".join(one.word for one in reading.tokens[begin : token.index + 1]).replace(" 's", "'s")
            if kinds and begin >= phrase.start and not any(joined in one for one in seen) and len(found) < 4:
                seen.add(joined)
                found.append((phrase, Site(phrase=joined, noun=token.lemma, kind=kinds[0])))
                continue
            if (
                token.tag not in ("N", "NS")
                or (classify(token.lemma)[0] != "place" and token.lemma not in _ABOARD)
                or token.lemma in ABOUT
                or token.word in WEATHERS
                or no_place(reading.tokens[token.index - 1].word, token.lemma)  # a bouncy castle
                or len(found) >= 4
            ):
                continue
            kind = next(
                (
                    one
                    for one in place_kinds().get(token.lemma, ())
                    if starry or "starship" not in tables.read_all("places")[one].words("venue")
                ),
                None,
            )
            if (token.lemma == "street" and phrase.noun in OF_STREETS) or (token.lemma in _ABOARD and phrase.noun in _OF_TRIPS):
                continue
            if token.lemma in ("village", "town", "city", "school") and phrase.noun in ("team", "side", "league", "eleven"):
                continue  # a team plays on its pitch
            if kind is None or token.lemma in _WIDE or any(token.lemma in one.split() for one in seen) or token.word in reading.names:
                continue
            seen.add(token.lemma)
            found.append((phrase, Site(phrase=token.lemma, noun=token.lemma, kind=kind)))
        name = name_of(reading, phrase)
        behind = reading.tokens[phrase.start - 1].word if phrase.start else ""
        holder = next((one for one in reading.found if one.end == phrase.start - 1), None)
        if (
            name
            and behind == "of"
            and not any(phrase.head.word in one for one in seen)
            and holder is not None
            and phrase.head.word in reading.names
        ):
            category = classify(phrase.noun)[0]
            works = classify(holder.noun)[0] == "person" and holder.noun not in _KIN
            if category == "place" or (works and not known(phrase.noun)):
                written = next((one for one in name.split()[::-1] if one.lower() == phrase.head.word), name)
                if all(one.lower() in {token.word for token in reading.tokens[phrase.start : phrase.end]} for one in name.split()):
                    written = name  # "Lily Pond"
                written = f"the {written}" if lead(reading, phrase)[1] == "the" else written
                seen.add(name.lower())
                found.append(
                    (phrase, Site(phrase=written, noun=phrase.noun[:60], proper=True, kind=kind_of_phrase(reading, phrase, starry=starry)))
                )


def _with_the(reading: Reading, phrase: Phrase, text: str) -> bool:
    """Whether a place's name is said with its article: "the Blue Moon Motel"."""
    return lead(reading, phrase)[1] == "the" or re.search(rf"\b[Tt]he {re.escape(text)}\b", reading.premise) is not None


def told_longer(site: Site, premise: str) -> Site:
    """A shop as the bookshop that the premise calls it before: "a bookshop owner has to save her shop"."""
    if site.proper or len(site.noun) < 4 or site.phrase != site.noun:
        return site
    longer = re.search(rf"\b([a-z]+{site.noun})\b", premise.lower())
    if longer is None or longer[1] not in place_kinds():
        return site
    return site.model_copy(update={"phrase": longer[1], "noun": longer[1], "kind": place_kinds()[longer[1]][0]})
