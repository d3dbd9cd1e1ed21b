"""The last trouble told is what is played, unless something else must be done in so many words."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed", "hero"),
    [
        # gone, after what somebody does anyway
        ("We went camping with the choir and on the way home we noticed that Ida was not with us anymore.", "find Ida", None),
        (
            "You are the caretaker of a small castle. One morning the golden throne is gone and there are scratches on the floor.",
            "find the golden throne",
            "caretaker of a small castle",
        ),
        (
            "A young knight is supposed to guard the queen's ring, but he falls asleep and when he wakes up it has disappeared.",
            "find the queen's ring",
            "young knight",
        ),
        (
            "It is the first day of term. Somebody has painted the windows black and the headmaster is nowhere to be seen.",
            "find the headmaster",
            None,
        ),
        (
            "Every winter a fisherman goes missing from the island.",
            "find out why a fisherman goes missing from the island every winter",
            None,
        ),
        ("The Night the Cats Left", "bring the cats back", None),
        # held, taken
        (
            "I was minding my cousin's twins when one of them locked herself in the bathroom.",
            "rescue one of my cousin's twins from the bathroom",
            None,
        ),
        ("I am a drummer and our singer was kidnapped an hour before the concert.", "rescue my singer", "drummer"),
        # ill, and what alone can help
        ("The giant who guards our bridge is sick and only the berry that grows in the cold cave can cure him.", "cure the giant", None),
        # harm
        (
            "you play as a dog who lives in a butcher's shop and the rats are eating all the sausages",
            "stop the rats from eating all the sausages",
            "dog",
        ),
        (
            "A retired spy who has moved to a quiet village to keep chickens finds out that someone is poisoning the wells.",
            "find out who is poisoning the wells",
            "retired spy",
        ),
        ("You are a child who can talk to birds. The birds say that the wood is going to be cut down tomorrow.", "save the wood", "child"),
        ("I found my aunt's cookbook in the cellar and the best page has been torn out.", "find the best page", None),
        ("We are a film crew of three and our camera broke an hour before the shoot.", "fix my camera", "film crew"),
        ("The driver has fainted and there are sixty people on board.", "help the driver", None),
        ("The school cook found a hatch under the kitchen and hasn't been seen since.", "find the school cook", None),
        ("A clown is going to give her last show, but the dog she relies on has run away.", "find the dog", "clown"),
        ("Our train has broken down in the middle of the forest and the driver has walked off to get help.", "fix my train", None),
        ("Five cousins rent a boat on the lake and wake up to find that one of them has vanished.", "find the missing cousin", "cousins"),
        (
            "I bought a windmill from a man I never met, and every night somebody stops the sails.",
            "find out who stops the sails every night",
            None,
        ),
        ("We are four brothers and our father went to buy salt a month ago.", "find my father", "brothers"),
        (
            "You are the last keeper of the hill and the lamp that keeps the wolves away is burning low.",
            "keep the lamp burning",
            "last keeper of the hill",
        ),
        ("the robots want to swap their rocket for my skateboard", "keep my skateboard", None),
        # what must be done goes before it
        ("A baker whose oven has been stolen must bake a cake for the queen.", "bake a cake for the queen", "baker"),
        (
            "My gran says there is a treasure under the old barn but the barn is going to be pulled down on Friday.",
            "find the treasure",
            None,
        ),
    ],
)
def test_the_last_trouble_is_played(premise: str, deed: str, hero: str | None) -> None:
    draft = understand_world(premise)
    assert (draft.goal.deed, draft.player and (draft.player.name or draft.player.phrase)) == (deed, hero)


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("You are a postman in a small town. One of your letters begins to hum.", "find out why one of my letters begins to hum"),
        ("You are the only child in the valley who can still hear the sea.", "find out why nobody else can hear the sea"),
        ("A maid on an airship overhears the officers say that there is not enough fuel.", "warn everybody"),
        ("Two cooks must share one kitchen and one question: who salted the king's soup?", "find out who salted the king's soup"),
        ("Mum says the noise in the cellar is only the pipes, but I have felt it breathe.", "find out the truth about the noise"),
        ("I woke up and I was tiny, and my dog was looking at me.", "turn back into myself"),
        ("You play a spider who lives in the roof of an old opera and dreams of becoming a singer.", "become a singer"),
        ("Because of a printing mistake a witch is sent to enchant a carrot instead of a parrot.", "enchant a carrot instead of a parrot"),
        ("The oldest camel in the caravan cannot keep up, and the hot season is coming.", "keep up"),
        ("Everything that Otto paints comes true, and yesterday he painted a monster.", "stop the monster"),
        ("An old sailor who can no longer walk asks his grandson to take him out to sea one last time.", "get out to sea one last time"),
        ("A farmer's goat has learned to sing and won't stop singing.", "get their goat to stop singing"),
        ("I'm the new boy at a school for giants and I don't have any strength.", "make do without strength"),
        ("A glass blower has promised the queen a crown by Easter.", "give the queen a crown"),
        (
            "A painter who dwells in a tower finds out that her neighbour cannot see colours.",
            "find out why her neighbour cannot see colours",
        ),
    ],
)
def test_what_is_told_is_asked_or_done_in_its_own_words(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


@pytest.mark.parametrize(
    ("premise", "deed", "hero"),
    [
        ("A diver has found the sunken palace, but her cook has stolen the only lamp.", "get the only lamp back", "diver"),
        ("Every Monday an old woman feeds the ducks by the lake, and this Monday she isn't there.", "find the old woman", None),
        ("We run a tiny bookshop and the big one across the square wants to buy us out.", "keep the tiny bookshop going", None),
        (
            "The baron's son has run away with the circus and his mother sends the youngest groom to bring him home.",
            "find the baron's son",
            "youngest groom",
        ),
        ("A shy magician is hired to make the tower vanish and has to do it this time.", "make the tower vanish", "shy magician"),
    ],
)
def test_who_is_gone_is_looked_for_by_others(premise: str, deed: str, hero: str | None) -> None:
    draft = understand_world(premise)
    assert (draft.goal.deed, draft.player and (draft.player.name or draft.player.phrase)) == (deed, hero)
