"""Who is in a world: the player, the helpers, the one in the way; how each is called and looks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.cues import HE, SHE
from makebelieve.worlds.generation.draft import Figure, WorldDraft
from makebelieve.worlds.generation.dress import looks_of
from makebelieve.worlds.generation.english import determined, owned_by_name, pictorial
from makebelieve.worlds.generation.figures import KIN_AS_NAMES, PEOPLE
from makebelieve.worlds.generation.morphology import PRONOUNS, article, plural, plural_verb
from makebelieve.worlds.generation.names import is_title
from makebelieve.worlds.generation.reading import GROUPS

_GENTLE_CATCH: Final = (
    "shakes a kind head and sends {P} home to bed",
    "turns {P} around by the shoulders, back to where the day began",
)


# Nouns that say little without the one before them: a census taker is no taker.
_VAGUE: Final = frozenset(
    ("taker", "sitter", "worker", "officer", "agent", "player", "member", "owner", "holder", "bearer", "minder", "operator", "attendant", "picker",
     "sweep", "jumper", "vacuum", "monger", "caster", "hand", "researcher", "collector", "goer", "leader", "handler", "setter", "fighter")
)  # fmt: skip


_ANYBODY: Final = frozenset(("man", "woman", "boy", "girl", "child", "person", "people", "lady", "kid", "gentleman", "folk"))


_CROWDS: Final = frozenset(("swarm", "horde", "mob", "crowd", "army", "legion", "pack", "flock", "herd", "shoal", "gang", "fleet"))
"""What is many and has no arms of its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody, ready for prose. `full` is said first, `short` after that; both with their determiner."""

    full: str
    short: str
    look: str
    body: str
    pronoun: str = "they"
    plural: bool = False
    role: str = ""
    catch: str = ""
    yields: str = ""
    stated: bool = False
    kinds: frozenset[str] = frozenset()
    """Kinds of places where they are met; none where it may be anywhere."""
    rival: bool = False
    """Whether they only want to win the same."""
    distant: bool = False
    """Whether they are kept from, and only show some way off."""
    absent: bool = False
    """Whether nobody stands in the way: what is lost is lost by oneself."""


NOBODY: Final = Part("what is in the way", "what is in the way", "", "object", absent=True)

SOMEBODY: Final = Part("somebody", "somebody", "", "biped")
"""Who is spoken of where nobody is met."""


LIFELESS: Final = frozenset(("weapon", "food", "gem", "rock", "flame", "ship"))
"""Bodies of things that come to life: none has sleeves, fingers or breath, and all stand and move as objects do."""


def body_entry(body: str) -> tables.Entry:
    table = tables.read("bodies")
    return table.get(body, table["object" if body in LIFELESS else "biped"])


def player(draft: WorldDraft, genre: tables.Entry, chance: Chance) -> Part:
    figure, era = draft.player, draft.age or genre.one("era", "now")
    if figure is None:
        animal = draft.genre == "nature" and not draft.callings
        noun = chance.pick(tuple(draft.callings) or genre.items("hero"), "hero")
        typical = any(noun in entry.items("hero") for entry in (genre, tables.read_all("genres")[draft.genre])) and not draft.callings
        looks = genre.items("look") if animal or (typical and draft.genre != "nature") else looks_of(noun, "", era, draft.genre)
        look = chance.fresh(looks, "look")
        drawn = chance.pick(("she", "he"), "pronoun")
        pronoun = "it" if animal else "she" if SHE & set(noun.split()) else "he" if HE & set(noun.split()) else drawn
        short = re.split(r" (?:with|of|in|on|who|that|from|at|for|out|between|by|to|under|behind) ", noun)[0].split()[-1]
        body = "bird" if noun.endswith("owl") else "quadruped" if animal else "biped"
        if determined(noun) or noun.startswith("somebody "):
            return Part(noun, noun, look, body, pronoun, role=noun)
        return Part(f"the {noun}", f"the {short}", look, body, pronoun, role=noun)
    body = figure.body
    human = body == "biped" and figure.category not in ("creature", "robot")
    looks = looks_of(figure.phrase, figure.name or "", era, draft.genre, draft.premise) if human else body_entry(body).items("look")
    full, short = called(figure.model_copy(update={"owner": None}), draft.premise)  # "the king wants his jester to": here it is the jester
    pronoun = figure.pronoun if not figure.plural else "they"
    return Part(
        full,
        short,
        _look(looks, body, figure.plural or figure.noun in GROUPS, chance),
        body,
        pronoun,
        figure.plural,
        figure.phrase,
        stated=True,
    )


def _look(items: tuple[str, ...], body: str, many: bool, chance: Chance) -> str:
    """How somebody looks, as a phrase behind the name; several have phrases of their own."""
    return chance.fresh(body_entry(body).items("many") or body_entry("biped").items("many") if many else items, "look")


def _briefly(name: str) -> str:
    """A long name as it is said the second time: "Rosa" for "Rosa Delgado-Smith", "Inspector Nakamura" for "Detective Inspector Nakamura"."""
    words = name.split()
    rank = next((at for at in range(len(words) - 2, -1, -1) if is_title(words[at])), None)
    return words[0] if rank is None else f"{words[rank]} {words[-1]}"


def called(figure: Figure, premise: str = "") -> tuple[str, str]:
    """What somebody is called at first and after that."""
    phrase = pictorial(figure.phrase)
    if figure.name and figure.category in ("person", "object", "place", "abstract"):
        name = pictorial(figure.name)
        return name, name if len(name) < 24 or name.startswith("the ") else _briefly(name)
    if figure.name and figure.name.lower().removeprefix("the ") not in phrase.lower():
        return f"{pictorial(figure.name)} the {phrase}", pictorial(figure.name)
    if figure.name:
        return pictorial(figure.name), pictorial(figure.name)
    if phrase in KIN_AS_NAMES and figure.owner in (None, "their") and not figure.plural:
        return phrase.capitalize(), phrase.capitalize()
    words = phrase.split()
    collective = figure.category == "group" and figure.noun in phrase.lower().split()  # "the jury" are many as they are
    collective = collective or (figure.noun in PEOPLE and figure.phrase == figure.noun)
    noun = plural(figure.noun) if figure.plural and not collective else figure.noun
    noun = next((word for word in words if word.lower() == noun), noun)  # "the Andersons"
    full = phrase if len(words) <= 5 else " ".join(words[-2:]) if " of " not in phrase else noun
    own = owned_by_name(full)  # "Miss Petra's class" has its determiner, "the Red Baron's dog" has not
    own = own and re.search(rf"\b[Tt]he {re.escape(full)}", premise) is None
    whose = figure.owner if figure.owner != "their" else None  # said to the player, "their parents" are others'
    owner = f"{whose} " if whose else "" if own else "the "
    double = len(words) > 1 and len(words) <= 5 and (words[-1] in _VAGUE or f"{words[-2]}_{words[-1]}" in ("teddy_bear", "guinea_pig"))
    double = double or (len(words) > 1 and words[-2].endswith(("'s", "s'")) and not own)  # "his brother's team"
    members = figure.plural and not collective and " of " in phrase and words[-1].lower() == noun  # "a group of kids"
    once = "former " if words[0] == "former" and not double else ""  # an ex-husband is no husband
    short = noun if members else " ".join(words[-2:]) if double else f"{once}{_sort(words)}{noun}"
    return f"{owner}{full}", f"{owner or 'the '}{pictorial(short)}"


def _sort(words: list[str]) -> str:
    """What tells one man or child from another, before their noun: "ice cream man", "old man"; empty where the noun says enough."""
    if len(words) < 2 or lemma(words[-1].lower(), "noun") not in _ANYBODY:
        return ""
    at = len(words) - 2
    while at > 0 and not lemma(words[at], "adjective") and not lemma(words[at - 1], "adjective"):
        at -= 1
    return pictorial(" ".join(words[at:-1])) + " "


def allies(draft: WorldDraft, genre: tables.Entry, chance: Chance, here: dict[str, frozenset[str]] | None = None) -> list[Part]:
    """Companions of the premise first, then the rows `here` of those who are about, with their places, then people of the genre: at least five."""
    some: list[Part] = []
    for figure in draft.companions:
        full, short = called(figure, draft.premise)
        human = figure.category == "person"
        era = draft.age or genre.one("era", "now")
        looks = looks_of(figure.phrase, figure.name or "", era, draft.genre) if human else body_entry(figure.body).items("look")
        pronoun: str = figure.pronoun if not figure.plural else "they"
        some.append(
            Part(
                full,
                short,
                _look(looks, figure.body, figure.plural or figure.noun in GROUPS, chance),
                figure.body,
                pronoun,
                figure.plural,
                figure.phrase,
                stated=True,
            )
        )
    about = here or {}
    rows = [*chance.shuffled(tuple(about), "locals"), *chance.shuffled(genre.items("ally"), "allies")]
    named = {figure.noun for figure in (*draft.people, *draft.foes)}
    for row in rows:
        who, role, look = (piece.strip() for piece in row.split("::"))
        if named & {role.lower(), *who.lower().split()}:
            continue  # beside the abbot of the premise there is no Abbot Luke
        name, _, pronoun = who.partition("/")
        name = re.sub(r"^The ", "the ", name)
        some.append(Part(name, name, f"{article(role)} {look}", "biped", pronoun, role=role, kinds=about.get(row, frozenset())))
    return some


def owned(part: Part, pronoun: str) -> Part:
    """Somebody of mine, where I am drawn as a she or a he: "his sister", no "their sister"."""
    their = f"{PRONOUNS[pronoun][2]} "
    return replace(part, full=re.sub(r"^their ", their, part.full), short=re.sub(r"^their ", their, part.short))


def foe(draft: WorldDraft, genre: tables.Entry, chance: Chance) -> Part:
    """The one in the way: of the premise, else of the plot or genre; nobody where these have none."""
    figure = draft.foes[0] if draft.foes else None
    goal = draft.goal
    table = tables.read("foes")
    of_plot = bool(genre.items("foe")) and tables.read_all("genres")[draft.genre].items("foe") != genre.items("foe")
    thing = not goal.person and of_plot  # who stands in the way of stopping a robbery is known to the plot
    if goal.purpose == "defeat" and goal.object and not draft.foes and not thing and (goal.person or goal.telling == "own"):
        noun = goal.object.split()[-1]
        body = "object" if not goal.person else _body_of(noun)
        entry = table.get(body, table["person"])
        name = pictorial(goal.object)
        return _generic(name, name, entry, goal.plural, draft.gentle, chance, body)
    if figure is not None:
        full, short = called(figure, draft.premise)
        key = (
            "crowd"
            if figure.noun in _CROWDS
            else figure.body
            if figure.body in table
            else "person"
            if figure.category in ("person", "group")
            else "object"
        )
        rival = figure.part == "rival"
        entry = table["rival" if rival else key]
        for state in figure.states:  # a guard who sleeps does not pace
            entry = tables.Entry(key, entry.rows | tables.read("foes").get(state, entry).rows)
        made = _generic(full, short, entry, figure.plural, draft.gentle, chance, figure.body)
        return replace(made, rival=rival, distant=figure.kept)
    if not genre.items("foe"):
        return NOBODY
    name, look, catch, yields = (piece.strip() for piece in chance.pick(genre.items("foe"), "foe").split("::"))
    many = plural_verb(look.split()[0]) == look.split()[0]
    own = any(row.startswith(f"{name} ::") for row in tables.read_all("genres")[draft.genre].items("foe"))
    if draft.gentle and own and draft.genre not in ("fairy", "slice", "comedy", "romance", "school"):
        catch = chance.pick(_GENTLE_CATCH, "catch") if not many else "shake their heads and send {P} home to bed"
    return Part(name, name, look, "object", "they" if many else "it", many, catch=catch, yields=yields)


def _body_of(noun: str) -> str:
    from makebelieve.language import classify

    category, body = classify(noun.split()[-1], tuple(noun.split()[:-1]))
    return "person" if category in ("person", "group") or body == "biped" else body


def _generic(full: str, short: str, entry: tables.Entry, many: bool, gentle: bool, chance: Chance, body: str) -> Part:
    catch = chance.pick(entry.items("gentle" if gentle else "catch"), "catch")
    return Part(
        full,
        short,
        chance.pick(entry.items("look"), "foe look"),
        body,
        "they",
        many,
        catch=catch,
        yields=chance.pick(entry.items("yield"), "yield"),
        stated=True,
    )


def same(foe: Part, player: Part) -> bool:
    """Whether the one in the way is called what the player is: "the inspector" before Inspector Lenz."""
    short = re.sub(r"^(?:the|an?) ", "", foe.short.lower())
    return not foe.stated and short in re.findall(r"[a-z]+", f"{player.full} {player.role}".lower())
