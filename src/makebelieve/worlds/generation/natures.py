"""What somebody's body can do and what sort of thing is wanted, as marks of frames: no cat waves both arms, and nobody lifts a lighthouse."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from makebelieve.language import KIND_OF, classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.cast import LIFELESS, Part, body_entry
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.english import determined
from makebelieve.worlds.generation.kinds import place_kinds
from makebelieve.worlds.generation.states import barred

_HANDY: Final = frozenset(("biped", "robot", "ghost", "person"))
_LIMBS: Final = frozenset(("biped", "robot", "ghost", "person", "quadruped", "dragon", "frog", "waddler"))
# Bodies of the tables that are finer than those of the language.
_FINER: Final[dict[str, tuple[str, ...]]] = {
    "octopus": ("octopus", "squid", "cuttlefish", "kraken", "jellyfish"),
    "crab": ("crab", "lobster", "shrimp", "crayfish", "prawn"),
    "frog": ("frog", "toad", "newt", "salamander"),
    "snail": ("snail", "slug"),
    "waddler": ("penguin", "goose", "duck", "hen", "chicken", "rooster", "turkey", "ostrich", "emu", "duckling", "gosling", "dodo", "swan"),
}
_BODY_OF: Final = {noun: body for body, nouns in _FINER.items() for noun in nouns}
_ANIMATE: Final = frozenset(("person", "group", "robot"))
# Made by words rather than hands: none of them stands on a shelf.
_IDEAS: Final = frozenset(("hazard", "abstract", "act", "event", "time", "feeling", "attribute", "state", "cognition"))
EVENTS: Final = frozenset(
    (
        "party",
        "wedding",
        "dinner",
        "meeting",
        "trial",
        "reception",
        "parade",
        "festival",
        "fair",
        "ball",
        "off",
        "concert",
        "match",
        "contest",
        "race",
    )
)
"""Nouns of gatherings, which the language takes for groups of people."""
_NAMED: Final = re.compile(r"(?:the )?[A-Z][\w'’]*(?: (?:of )?[A-Z][\w'’]*)*$")
"""A name; where it is nobody's it is a place's: Glastonbury, the North Pole."""
_PLACES: Final = frozenset(("place", "location", "vehicle", "rock"))
_SMALL: Final = frozenset(
    (
        "leak", "crack", "crown", "tiara", "ice", "ring", "key", "map", "recipe", "letter", "book", "diary", "medicine", "potion", "cure", "song", "melody", "gem",
        "jewel", "stone", "medal", "trophy", "cup", "seed", "egg", "formula", "scroll", "shell", "compass", "photograph", "message",
        "will", "contract", "flare", "memory", "negative", "half", "core", "radio", "lens", "vermeer", "serpent", "eagle", "nightingale", "password", "code", "cake", "bread", "pie", "starter", "cheese",
        "package", "painting", "tapestry", "chain", "candle", "torch", "brick", "sugar", "coffee", "blueprint", "pipe", "grail", "ransom", "stew", "rake", "armour", "armor", "battery", "fossil", "idol", "wood",
        "slice", "piece", "bunch", "bouquet", "ember", "spark", "handful", "loaf", "tyre", "tire",
    )
)  # fmt: skip
_UNSEEN: Final = frozenset(
    ("song", "melody", "tune", "lullaby", "rhyme", "joke", "story", "secret", "answer", "laugh", "smile", "dream", "sound", "hour", "day", "time",
     "idea", "out", "way", "signal", "shadow")
)  # fmt: skip
"""What may be looked for and shows behind nothing: it is heard, told or thought of."""
_HEAVY: Final = frozenset(
    (
        "piano", "organ", "statue", "machine", "engine", "tree", "bell", "boat", "car", "carriage", "telescope", "clock", "robot", "rocket",
        "generator", "carousel", "computer", "printer", "photocopier", "elevator", "lift", "pumpkin", "pumpkins", "cannon", "altar",
        "throne", "fountain", "shadow", "sun", "cloud", "freezer", "fridge", "oven", "van", "bus", "truck", "lorry", "wagon", "cart", "tractor", "press", "sofa", "moon", "star", "well", "wheel", "loom", "stage", "wall", "roof", "dam", "garden", "orchestra", "reactor",
        "crate", "barrel", "cask", "boulder", "ladder", "wheelbarrow", "canoe", "raft", "sled", "sledge", "stretcher", "wheelchair", "coffin", "bust", "bicycle", "bike", "scooter", "satellite",
    )
)  # fmt: skip

_WORN: Final = re.compile(
    r"\b(?:wrists?|shoulders?|sleeves?|arms?|hands?|hats?|coats?|collar|shoes?|pockets?|boots?|lapels?|ankles?|knees?|elbows?|chest|feet|jumper)\b[^,;]*\{P\}"
    r"|\{P\}[^,;]*\b(?:wrists?|shoulders?|sleeves?|arms?|hands?|hats?|coats?|collar|shoes?|pockets?|boots?|lapels?|ankles?|elbows?)\b",
    re.IGNORECASE,
)
_CATCHES: Final = {
    "foe_person": ("steps across the only way out, and there {P} must stop", "step across the only way out, and there {P} must stop"),
    "foe_beast": ("cuts off the way in front of {P} and comes slowly closer", "cut off the way in front of {P} and come slowly closer"),
    "foe_thing": ("shuts off the last way out in front of {P}", "shut off the last way out in front of {P}"),
}

_OUT: Final = re.compile(
    r"\b(?:hedge|fence|wire|grass|field|horizon|cliff|avenue|road|overpass|ridge|hill|street|lamps?|bowsprit|corral|sky|roots|river|trees|bank|rocks|"
    r"rock|warships|hull|bridge|pine|sails|trough|drift|kerb)\b"
)
_IN: Final = re.compile(
    r"\b(?:hall|wallpaper|corridor|floorboards|floor|throne|stairs?|doorway|door|doors|walls?|window|screens|case|ceiling|exit|fire|shutters|desk|chair|bench|"
    r"bar|classroom|banister|cupboard|tile|platform|bannister|table|pillar)\b"
)
_LOOKS: Final = {
    "foe_person": ("{foe} <foe:stands|stand> beyond {part}, in plain sight", "close to {part} <foe:waits|wait> {foe}, watching the way"),
    "foe_beast": ("{foe} <foe:lies|lie> across the way by {part}, eyes open", "close to {part} <foe:waits|wait> {foe}, quite still"),
    "foe_thing": ("{foe} <foe:gathers|gather> beyond {part}", "over {part} <foe:looms|loom> {foe}"),
}


def out_of_place(text: str, air: str) -> bool:
    """Whether words about a foe speak of surroundings that a place with this air lacks."""
    return bool((_IN if air in ("open", "sea") else _OUT).search(text)) or (air == "sea" and bool(_OUT.search(text)))


def looks_of_foe(part: Part) -> tuple[str, ...]:
    """Frames of how a foe shows in any place, beside {part} of it."""
    return _LOOKS[mark_of_foe(part)]


def catch_anywhere(part: Part) -> str:
    """How a foe catches {P}, wherever that is."""
    return _CATCHES[mark_of_foe(part)][part.plural]


_MADE: Final = re.compile(
    r"\b(?:(?:teddy|toy|stuffed|plush|cuddly|wind-up|clockwork|wooden|rubber|plastic|knitted|porcelain|china|cardboard|origami|lego|chocolate|marzipan) "
    r"(?:bears?|rabbits?|bunny|bunnies|ducks?|dogs?|cats?|elephants?|lions?|tigers?|horses?|pony|ponies|mouse|mice|monkeys?|owls?|dinosaurs?|dragons?|"
    r"giraffes?|penguins?|birds?|cranes?|soldiers?|dolls?|figures?|animals?|robots?|unicorns?|frogs?|fish|pigs?|lambs?|sheep)|teddy|teddies|dolls?)\b"
)


_NAMED_BEHIND: Final = re.compile(
    r"((?:^|\s)(?!(?:the|an?|his|her|their|its|my|our|your|of|and|for|in|on|at|from|to|with)\b)[a-z]+)(?: [A-Z][\w'’-]*)+$"
)
"""A name at the end of a phrase, behind the noun that it is the name of."""


def head_of(phrase: str) -> str:
    """The noun that says what a phrase is: "the stolen crown of Spain" -> "crown", "her dog Biscuit" -> "dog"."""
    phrase = _NAMED_BEHIND.sub(r"\1", phrase, count=1)
    core = re.split(
        r" (?:of|about|in|at|on|from|for|with|who|that|behind|below|under|beneath|to|next|opposite|upstairs|downstairs|across|down)(?: |$)",
        phrase.lower(),
    )[0]
    for whole in core.split()[-1:]:
        if whole in KIND_OF or whole.removesuffix("s") in KIND_OF:
            return whole if whole in KIND_OF else whole.removesuffix("s")  # "her mother-in-law" is no law
    words = re.findall(r"[a-z]+", core)
    last = words[-1] if words else ""
    return last if last in _SMALL | _HEAVY else lemma(last, "noun") or last


def kind_named(phrase: str) -> str | None:
    """The kind of a compound where it is another than that of its last word: "food" of "the collapsed gingerbread house"."""
    head = head_of(phrase)
    words = re.findall(r"[a-z]+", phrase.lower().partition(" of ")[0])
    at = next((n for n in range(len(words) - 1, 0, -1) if head in (words[n], lemma(words[n], "noun"))), 0)
    return KIND_OF.get(f"{words[at - 1]}_{head}") if at else None


def is_made(phrase: str) -> bool:
    """Whether a phrase names somebody who is made by others, of whatever: a toy, a snowman, a scarecrow."""
    return is_toy(phrase) or phrase.lower().split()[-1] in ("snowman", "snowmen", "scarecrow", "gingerbread", "statue", "dummy", "robot")


def is_toy(phrase: str) -> bool:
    """Whether a phrase names a beast or somebody that is only made: "her teddy bear", "a rubber duck"."""
    return _MADE.search(phrase.lower()) is not None


def is_heavy(noun: str) -> bool:
    """Whether a thing stands where it is, unless it is wheeled or hoisted."""
    return noun in _HEAVY or (noun not in _SMALL and classify(noun)[0] in ("vehicle", "furniture", "rock", "celestial", "place"))


def is_name(phrase: str) -> bool:
    """Whether a phrase is a proper name: it begins with a capital, and no determiner stands before it."""
    return phrase[:1].isupper() and not determined(phrase)


_OF_NO_BODY: Final = frozenset(
    ("debt", "debts", "love", "hope", "peace", "happiness", "courage", "freedom", "faith", "luck", "silence", "trust", "forgiveness", "justice",
     "revenge", "fame", "respect", "honour", "honor", "glory", "friendship", "meaning", "sleep", "patience", "calm", "joy", "laughter", "news",
     "tax", "taxes", "vote", "votes", "sin", "sins", "blame", "kindness", "wisdom", "inspiration", "time")
)  # fmt: skip


def of_no_body(phrase: str) -> bool:
    """Whether what is wanted is nothing that lies anywhere: "the old debts", "hope"; its head noun stands before "of" or "for"."""
    words = re.split(r" (?:of|for|from|in) ", phrase.lower())[0].split()
    return bool(words) and words[-1] in _OF_NO_BODY


def embodied(part: Part, chance: Chance) -> Part:
    """The part with the body its noun has in the tables, where that is finer than the language's."""
    if part.pronoun == "they" and not part.plural and part.body not in _HANDY:
        part = replace(part, pronoun="it")
    body = _BODY_OF.get(head_of(part.role))
    if body is None or part.body in _HANDY:
        return part
    entry = body_entry(body)
    looks = (part.plural and entry.items("many")) or entry.items("look")
    return replace(part, body=body, look=chance.fresh(looks, "look"))


def has_hands(part: Part) -> bool:
    """Whether somebody has hands, shoulders and sleeves."""
    if part.body not in _HANDY:
        return False
    return part.stated or classify(head_of(part.role))[0] not in ("creature", "plant")


def marks_of_player(part: Part) -> frozenset[str]:
    marks = {"hands"} if has_hands(part) else {"beast"}
    if part.body not in LIFELESS | {"robot", "ghost", "object", "vehicle", "plant"}:
        marks.add("breath")
    if part.body != "ghost":
        marks.add("solid")
    if part.body in _LIMBS:
        marks.add("limbs")
    if part.body in ("quadruped", "dragon"):
        marks.add("paws")
    return frozenset(marks)


def mark_of_ally(part: Part) -> str:
    return "ally_hands" if has_hands(part) else "ally_beast"


_HERDS: Final = frozenset(("swarm", "pack", "flock", "herd", "shoal", "colony"))


def mark_of_foe(part: Part) -> str:
    """foe_person, foe_beast or foe_thing: whether the one in the way can be talked to, only faced, or neither; foe_none for nobody."""
    if part.absent:
        return "foe_none"
    noun = head_of(part.short)
    category, body = classify(noun)
    if noun in _HERDS:
        return "foe_beast"  # nobody talks to a swarm
    if is_name(part.short) or category in _ANIMATE or part.body == "biped" or (part.stated and part.body in ("robot", "ghost")):
        return "foe_person"
    if category in ("creature", "plant") or part.body not in ("object", "flame", "rock", "vehicle"):
        return "foe_beast"
    capped = len(part.short.split()) == 2 and part.short.split()[1][:1].isupper() and category != "device"
    return "foe_person" if body == "biped" or capped else "foe_thing"


def fair(part: Part, player: Part) -> Part:
    """The foe, its catch one that fits the body of the player: a mouse is not taken by both wrists."""
    if has_hands(player) or not _WORN.search(part.catch):
        return part
    return replace(part, catch=catch_anywhere(part))


def mark_of_goal(goal: Goal, phrase: str) -> str:
    """goal_person, goal_small (a hand lifts it), goal_heavy (it stands), goal_place (one walks into it) or goal_idea (only spoken of)."""
    noun = head_of(phrase)
    if is_toy(phrase):
        return "goal_small"
    if goal.person:
        return "goal_person"
    if goal.purpose == "reach":
        return "goal_place"
    if noun == "ball" and goal.purpose in ("find", "deliver", "restore"):
        return "goal_small"
    if noun in EVENTS or (goal.purpose == "find" and noun in _UNSEEN):
        return "goal_idea"
    if _NAMED.match(phrase):
        return "goal_place"
    if noun in _SMALL:
        return "goal_small"
    named = kind_named(phrase)
    if noun in _HEAVY and named is None:
        return "goal_heavy"
    category = named or classify(noun)[0]
    if (
        noun in place_kinds()
        and category not in ("object", "device", "clothing", "person", "creature", "robot")
        and named in (None, "place")
    ):
        return "goal_place"
    if category == "creature" and noun in tables.read("senses"):
        return "goal_small"  # a royal seal: a beast would have been somebody by now
    if category in _ANIMATE or category == "creature":
        return "goal_person"
    if category == "celestial":
        return "goal_heavy"
    return "goal_place" if category in _PLACES else "goal_idea" if category in _IDEAS else "goal_small"


def marks_of_goal(goal: Goal, phrase: str) -> frozenset[str]:
    """`mark_of_goal`, with goal_hands where it is somebody who has hands, and goal_beast where it is somebody who has none; of a thing, whether
    it is opened (v_open), shut (v_shut), lit (v_light) or repaired (v_mend)."""
    mark = mark_of_goal(goal, phrase)
    if mark != "goal_person":
        verb = (goal.verb or "").partition("_")[0]
        return frozenset((mark, next((name for name, verbs in _TURNS.items() if verb in verbs), "v_other")))
    beastly = classify(head_of(phrase))[0] == "creature" and not is_name(phrase)
    if barred(goal.states, "talk"):  # whoever sleeps neither waves nor answers
        roused = goal.purpose not in ("deliver", "protect", "reach", "rescue") or (goal.verb or "").partition("_")[0] in _ROUSING
        return frozenset((mark, "goal_still", *(() if roused else ("goal_carried",))))
    return frozenset((mark, "goal_beast" if beastly else "goal_hands"))


_TURNS: Final = {
    "v_shut": frozenset(("shut", "close", "lock", "bar", "bolt", "seal", "barricade", "block")),
    "v_open": frozenset(("open", "unlock", "reopen", "unseal", "force", "unblock")),
    "v_light": frozenset(("light", "relight", "rekindle", "kindle")),
    "v_mend": frozenset(("mend", "repair", "fix", "restore", "rebuild", "patch", "reassemble", "renovate", "glue", "rewire", "put")),
}
_ROUSING: Final = frozenset(("wake", "awaken", "heal", "cure", "revive", "unfreeze", "thaw", "resuscitate", "save", "rescue", "free"))
"""Verbs after which whoever slept is awake."""
_OVERCOME: Final[tuple[tuple[re.Pattern[str], frozenset[str]], ...]] = (
    (re.compile(r"\b(?:undelivered|unsent|unread|unopened|unsigned|unpaid|unsolved|unwritten|unsung|unposted|forgotten) "), frozenset()),
    (
        re.compile(r"\b(?:lost|missing|stolen|vanished|hidden|buried|runaway|escaped|stray|kidnapped|captured|imprisoned|trapped|stranded|caged|stuck) "),
        frozenset(("find", "rescue", "steal", "defeat", "deliver", "restore", "unite", "do")),
    ),
    (
        re.compile(r"\b(?:broken|cracked|damaged|faulty|failing|leaking|torn|wrecked|jammed|unfinished|half-finished|half-built|incomplete|ruined|neglected) "),
        frozenset(("restore", "do")),
    ),
    (re.compile(r"\b(?:sleeping|frozen|cursed|enchanted|bewitched|petrified|wounded|injured|sick|dying|failing|homesick) "), frozenset(("rescue", "restore", "do"))),
)  # fmt: skip
"""What is said of a thing before the deed and holds no longer after it, and the purposes of which that is true; of any where none are named."""


def overcome(goal: Goal, phrase: str) -> str:
    """How what is wanted is called once the deed is done: "the undelivered letter" is "the letter", "a stolen owl" is "an owl"."""
    for words, purposes in _OVERCOME:
        if not purposes or goal.purpose in purposes:
            phrase = words.sub("", phrase, count=1)
    return re.sub(r"^(a|an) (?=\w)", lambda match: "an " if phrase[match.end()] in "aeiou" else "a ", phrase)
