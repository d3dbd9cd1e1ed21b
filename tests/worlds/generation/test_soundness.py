"""Deeds that are no English are refused, and what a premise wants is not read off a wrong word."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.soundness import is_whole
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    "deed",
    [
        "send for once",
        "crash the right",
        "bring in",
        "lose",
        "find out why the old man in bed nine",
        "find out why the body is",
        "find out why the career ended with a bad knee coaches a team",
        "find out why the guest pays with a coin from a country that does",
        "remember how she died is helped by the girl who moved in",
        "rescue the goat from the roof will not come down",
        "realise that the old man in bed nine",
        "kevin the printer",
    ],
)
def test_no_deed(deed: str) -> None:
    assert not is_whole(deed)


@pytest.mark.parametrize(
    "deed",
    [
        "find the man trapped in the well",
        "find out who the stranger is",
        "find out why everything he says comes true",
        "find out which of my pupils is doing it",
        "make the best of being too clumsy",
        "see the tree I planted when I was six",
        "get out of the tower",
        "lay her husband to rest at sea",
        "pretend to be the new headmaster",
        "convince the harbour master to let the ducks moor",
        "cross the mountains with a box neither of them may open",
        "escape",
    ],
)
def test_a_deed(deed: str) -> None:
    assert is_whole(deed)


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        (
            "I teach French at a school where somebody hides the chalk, and I have until Monday to find out which of my pupils does it.",
            "find out which of my pupils does it",
        ),
        ("Rosa comes home to the mill. There she meets a man who claims to be her uncle.", "find out whether the man is really her uncle"),
        ("i got fired right before christmas and now my sister and i are gonna rob the bank", "rob the bank"),
        ("My friend left his parrot with me and never came back. I have until Friday to find it a home.", "find my friend's parrot a home"),
        (
            "A clerk suspects that his boss, a famous banker who never sleeps, is stealing the gold, but he needs proof.",
            "find out whether his boss is stealing the gold",
        ),
        ("A dancer whose career ended with a broken foot coaches a team of firemen.", "coach a team of firemen"),
        ("A hunter falls for the witch she was paid to bring in.", "win the heart of the witch"),
        (
            "The monk who came to our village in the spring never takes off his hood, and my sister has begun to work for him.",
            "find out why the monk never takes off his hood",
        ),
        ("The new guard has been told to keep it a secret from the mayor.", "keep the secret from the mayor"),
        ("A cook mixes up the plates before the banquet. Fix it!", "put things right"),
        ("You inherit an inn, and the guests refuse to leave until somebody solves the murder.", "solve the murder"),
        ("My cousin has been arrested for a burglary and I am the only witness.", "prove the innocence of my cousin"),
        ("The village is about to be swallowed by a giant turnip.", "save the village from a giant turnip"),
        ("My uncle left me his goat, his debts and a key.", "look after my uncle's goat"),
        ("My mum's a pilot and she's taking me to Norway but she won't say what's in the box.", "find out what's in the box"),
        ("A widow who cannot pay for her candles studies by the light of the moon.", "study by the light of the moon"),
        ("A spy who cannot remember whether she loves him is ordered home.", "find out whether she loves him"),
        (
            "My grandmother buried something under the barn and now that it is being sold I need to dig it up.",
            "dig up what my grandmother buried",
        ),
        ("A nun is sent to prove that the miracle of the spring is a fraud.", "prove that the miracle of the spring is a fraud"),
        ("Inspector Bell has two hours to figure out who poisoned the judge.", "figure out who poisoned the judge"),
        ("A sorcerer turns her aunt into a goose and needs to fix it before dawn.", "turn her aunt back"),
        ("A barmaid overhears two men planning to rob the mill.", "stop the men"),
        ("Tom, a cabin boy, discovers that the mate plans to sell the passengers.", "stop the mate"),
        ("A clerk is blackmailed into hiding a stolen map among his books.", "hide a stolen map among his books"),
        ("I am a snowflake and I don't know where I want to land.", "find out where I want to land"),
        ("Two spies don't know that they have been ordered to kill one another.", "kill one another"),
        ("The hoard consists of spoons, and one of them is missing.", "find the missing spoon"),
        ("A cobbler keeps getting orders for shoes with three heels.", "find out the truth about the orders"),
        ("They came to tear down the theatre, but the painter wants to save it.", "save the theatre"),
        (
            "My uncle waters plastic roses every day at six and I want to know why.",
            "find out why my uncle waters plastic roses every day at six",
        ),
        ("An old spy has to decide before the bill comes whether to run.", "decide whether to run"),
        ("My name isn't on the list for the ball.", "get my name on the list"),
        ("My gran went away and left me in charge of her seven geese.", "look after my gran's seven geese"),
        ("The last two men on earth don't like each other very much.", "make peace with each other"),
        ("One of the travellers in the cart has cut the rope.", "find out which of the travellers has cut the rope"),
        ("Two girls in a small town are convinced that the new vicar is a ghost.", "find out whether the new vicar is a ghost"),
        (
            "My uncle wants to sell my late mother's horse and I have got one week to learn to ride so I can take it away.",
            "learn to ride",
        ),
        ("Every time Bo tells a lie, a toad appears.", "find out why the toad appears"),
        ("A painter discovers that her rival in the contest is her brother.", "find out the truth about her rival"),
        ("There's a party upstairs every night, but nobody lives there.", "find out why nobody lives there"),
        ("A ghost ship sails into the bay and the harbour master has to go aboard.", "go aboard the ghost ship"),
        ("The mill is to be sold and the children put on a play to save it.", "save the mill"),
        (
            "A woman on a bus realises that the man opposite her is reading her diary.",
            "find out why the man opposite her is reading her diary",
        ),
        ("Tomorrow school ends, and Mia still hasn't told Ben that she likes him.", "tell Ben that she likes him"),
        ("A page is sent to the city to fetch a book that everyone thinks is cursed.", "fetch a book that everyone thinks is cursed"),
        ("A trainee presses the wrong button on her first day.", "put the mistake right"),
        ("I want to beat my sister at cards just once before she leaves.", "beat my sister at cards"),
        ("A lonely girl befriends the giant everyone else is afraid of.", "befriend the giant"),
        ("A boy cries wolf once too often and now has to face the wolf.", "face the wolf"),
        ("A sailor comes home and finds that his wife has sold his boat to buy a farm.", "settle accounts with his wife"),
    ],
)
def test_what_is_wanted(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


@pytest.mark.parametrize(
    ("premise", "pupils"),
    [
        ("I teach chemistry at a village school.", "the pupils"),
        ("A retired nun has to teach Latin to a class of pirates.", "the class of pirates"),
        ("A mouse wants to teach the alphabet to an owl.", "the owl"),
    ],
)
def test_what_is_taught_is_no_pupil(premise: str, pupils: str) -> None:
    goal = understand_world(premise).goal
    assert (goal.object, goal.person) == (pupils, True)
