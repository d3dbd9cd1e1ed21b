"""What is left to be done by premises that only name something."""

from __future__ import annotations

import re

import pytest

from makebelieve.language import lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("The Tide Pools of Saint Brann", "find out the secret of the tide pools of Saint Brann"),
        ("Princess Ada and the Broken Bridge", "mend the broken bridge"),
        ("Captain Barnacle and the Missing Moonstone", "find the missing moonstone"),
        ("Sister Agnes and the Runaway Goat", "catch the runaway goat"),
        ("Uncle Mordecai's Haunted Piano", "find out who haunts Uncle Mordecai's piano"),
        ("The Abandoned Fairground", "find out what happened to the abandoned fairground"),
        ("Queen of the Pigeons", "find out what the pigeons want"),
        ("The oldest tiger in the menagerie", "get out of the menagerie"),
        ("Room 13", "find out the secret of Room 13"),
        ("The Ghost in the Laundry Room", "find out what the ghost in the laundry room wants"),
        ("The Island Where Nobody Sleeps", "find out why nobody sleeps on the island"),
        ("The Wolf Who Wanted to Sing", "sing"),
        ("Seven Days in the Salt Mine", "get through seven days in the salt mine"),
        ("The Great Sock Robbery", "steal the socks"),
        ("A Song for the Drowned Sailors", "write a song for the drowned sailors"),
        ("Last Train to Harrow Hill", "get to Harrow Hill"),
        ("Inspector Fig and the Vanishing Violins", "find the vanishing violins"),
        ("Two Suns over Marrow Bay", "find out the secret of the suns"),
        ("The Snail Mail Company", "keep the snail mail company going"),
        ("A Teapot for the Queen", "bring a teapot to the queen"),
        ("A translator for animals in a court of law.", "translate the letter that nobody can read"),
        ("A Wolf at the Wedding", "find out what the wolf at the wedding wants"),
        ("The Bridge Builder", "build the bridge"),
        ("Lanterns over Lake Mirren", "find out the secret of the lanterns"),
        ("What if a mountain decided to move to the city?", "find out why the mountain decided to move to the city"),
        ("make a mystery about a missing scarecrow in a village", "find the missing scarecrow"),
        ("tell a story of an umbrella that wants to see the sun", "see the sun"),
        ("Can two enemies survive one night in the same tent?", "survive one night in the same tent"),
        ("the last tree on earth", "protect the last tree"),
        ("space pirates vs space knights", "beat the space knights"),
        ("write me a horror story about a doll that moves when nobody looks", "find out why the doll moves when nobody looks"),
        ("a puzzle game in a lighthouse where the light must never go out", "keep the light from going out"),
        ("A tired robot mopping the floors of a closed hospital", "mop the floors of a closed hospital"),
        ("What if a giant fell asleep across the only road to the market?", "wake the giant"),
        ("An empty swimming pool at night.", "find out the secret of the empty swimming pool"),
    ],
)
def test_a_name_is_a_riddle(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


_PREMISES = """The Orphan and the Iron Horse|Granny's Flying Armchair|The Door in the Old Oak|Hotel for Homeless Ghosts|The Wandering Circus
What if the moon came down to live in a fishing village?|What if gravity took Tuesdays off?
What if a knight was allergic to dragons?
What would happen if the Moon stopped pulling the tides and a harbour pilot was the only one who noticed?
What if all the birds stopped singing?|A plumber discovers that the pipes under the city are singing.
A mapmaker notices that a street in her town does not exist on any map.
A cook finds out that the soup makes people tell the truth.|A girl discovers that her dollhouse is lived in.
A Teapot for the Queen|You are the caretaker of an abandoned theme park.
You're a lollipop lady at the busiest crossing in town.|An ice cream seller in Antarctica.
A train conductor on the overnight sleeper to Warsaw.|You are a stray dog in Istanbul.|A signalman in a lonely railway cabin.
The Ice Palace|The last day of summer at a lake cabin.
A quiet village in the mountains where it has not stopped snowing for three years.|The Witch's New Broom
Rain on the windows of a second-hand bookshop, and nobody comes in.|A bored princess in a very tall tower.|Grandpa's Submarine
A Kite for Zeynep|A game about the loneliness of a radio operator in the Arctic.
make me a world about a fox who delivers newspapers|The Little Tugboat|Two cavers must find air before their tanks are empty.
A boy runs through the night to fetch the midwife from the next village.|Treehouse War
The river has frozen for the first time in living memory. A peddler wants to be the first to cross it.|Snow Day
The Umbrella Repair Shop|A young monk who copies books by candlelight.|The Weather Station at the Top of the World
Mrs. Pringle and the Giant Turnip|The Ferryman of the Black River|The Boy Who Collected Thunder
The Girl Who Sold Umbrellas in the Desert|Goodbye, Mr. Whiskers|A Lighthouse for Ghosts|The Museum of Broken Hearts"""


@pytest.mark.parametrize("premise", re.split(r"[|\n]", _PREMISES))
def test_a_goal_is_of_the_premises_own(premise: str) -> None:
    """No stock goal stands in: a word of the deed is a word of the premise, or of a trade that it names."""
    goal = understand_world(premise).goal
    trades = " ".join(f"{entry.one('deed')} " for entry in tables.read("works").values())
    said, own = (_words(text) for text in (f"{goal.deed or ''} {goal.object or ''}", premise))
    assert goal.stated
    assert said & own or said & _words(trades), (premise, goal.deed)


def _words(text: str) -> set[str]:
    words = set(re.findall(r"[a-z]{3,}", text.lower())) - {"the", "and", "find", "out", "secret", "what", "for", "day", "most"}
    return words | {lemma(word, part) or word for word in words for part in ("noun", "verb")}
