"""What a premise asks is answered: the clue, whoever is asked and both ways of winning tell the same."""

from __future__ import annotations

import re

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.answers import Answer, answer_of, asked_of, word_asked
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.english import fill, sentence
from makebelieve.worlds.generation.understand import understand_world

_NEGATION = re.compile(r"\b(?:no|not|never|without|none|nothing|kill\w*)\b")
_NOW = frozenset(("now",))


def answered(deed: str, seed: int = 0, premise: str = "", genre: str = "") -> str:
    found = answer_of(Goal(purpose="solve", deed=deed), deed, _NOW, Chance(seed), premise, genre)
    assert found is not None, deed
    return found.of("Ada Finch").told


@pytest.mark.parametrize("title", sorted(tables.read("answers")))
def test_a_block_is_whole(title: str) -> None:
    entry = tables.read("answers")[title]
    assert entry.words("asks") <= {"who", "what", "why", "where", "how", "whether", "if", "truth"}
    assert entry.items("answer")
    for row in entry.items("answer"):
        sign, lead, told, *owned = (piece.strip() for piece in re.sub(r"^\([^)]*\) ", "", row).split("::"))
        assert re.match(r"an? ", sign), row
        assert _NEGATION.search(sign) is None, row
        slots = {"they": "they", "them": "them", "their": "their", "X": "the crew", "who": "Ada Finch"}
        for text in (lead, told, *owned):
            shown = fill(text, slots, frozenset(("they", "then")))
            assert not re.search(r"[{}<>|]", shown), shown
        assert sentence(lead) == lead, row
        said = [told] if entry.items("by") else owned
        assert all(sentence(text) == text for text in said), row  # somebody's own words are whole sentences
        assert bool(said) is ("{who}" in row), row


@pytest.mark.parametrize("title", sorted(tables.read("answers")))
def test_what_is_known_before_is_a_fact_and_no_advice(title: str) -> None:
    advice = re.compile(
        r"(?:^|[.!] )(?:Ask|Look|Listen|Think|Watch|Follow|Count|Find|Wait|Go|Compare|Dig|Read|Stir|Feel|Lay|Put|Do not|Begin)\b"
    )
    for row in tables.read("answers")[title].items("answer"):
        assert advice.search(row.split("::")[1].strip()) is None, row


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        (
            "find out why the other robots are forgetting their names",
            r"It is Ada Finch's doing that the other robots are forgetting their names\. ",
        ),
        ("find out why the bell rings when nobody is there", r"It is Ada Finch's doing that the bell rings when nobody is there\. "),
        ("investigate what happened to the crew of the Aurora", r"The crew of the Aurora [a-z]+ "),
        ("find out where the tunnel leads", r"The tunnel leads to "),
        ("find out where the footsteps come from", r"The footsteps come from Ada Finch, who is up "),
        ("find out what is in the locked box", r"It is an? "),
        ("find out who is knocking in the wall", r"It is Ada Finch who is knocking in the wall\. "),
        ("find out who the stranger is", r"The stranger is an old friend of Ada Finch's"),
        ("find out what the sea monster wants", r"The sea monster (?:only )?wants "),
        ("find out whether the king is an impostor", r"It is true\. The king is an impostor\."),
        ("investigate the disappearance of the lighthouse keeper", r"The lighthouse keeper "),
        ("find out why the lights went out", r"It was Ada Finch's doing that the lights went out\. "),
        ("find out what is behind the red curtain", r"It is (?:an? |the )"),
        ("find out what is making the soup glow", r"It is a "),
        (
            "find out why the scarecrow comes a little closer every night",
            r"It is Ada Finch's doing that the scarecrow comes a little closer every night\. ",
        ),
    ],
)
def test_an_answer_is_said_in_the_words_of_the_question(deed: str, told: str) -> None:
    for seed in range(4):
        assert re.match(told, answered(deed, seed)), answered(deed, seed)


@pytest.mark.parametrize(
    ("deed", "genre", "said"),
    [
        ("find out why the gate stands open every morning", "slice", r"noticed|bet|nobody to talk to"),
        ("find out why the fountain has turned to glass", "fairy", r"wished"),
        ("find out why every clone dreams of the same door", "scifi", r"switch|setting"),
        ("find out why the portraits turn their heads", "horror", r"old book|Something else heard me"),
        ("find out why nobody in the village remembers the winter", "slice", r"I wished for it on my birthday"),
    ],
)
def test_whatever_happens_was_somebodys_doing_who_says_so(deed: str, genre: str, said: str) -> None:
    for seed in range(4):
        told = answered(deed, seed, deed, genre)
        assert re.match(r"It (?:is|was) Ada Finch's doing that ", told), told
        assert deed.partition(" why ")[2] in told
        assert re.search(said, told), told
        assert told.endswith('," says Ada Finch.'), told


def test_where_nobody_can_be_met_it_is_seen_and_shown() -> None:
    deed = "find out why the gate stands open every morning"
    found = answer_of(Goal(purpose="solve", deed=deed), deed, _NOW, Chance(0), peopled=False)
    assert found is not None
    assert not found.somebodys
    assert found.told == "You have seen it with your own eyes: the gate stands open every morning. You can show it to whoever asks."
    assert found.ending("You know the answer now.") == found.told


@pytest.mark.parametrize(
    "premise",
    [
        "A milkman wants to know why the statue on the bridge wears a different hat every morning.",
        "A bus driver must find out why the fountain in the square turns red every Monday.",
        "The night nurse must find out who keeps moving the wheelchairs.",
    ],
)
@pytest.mark.parametrize("seed", [0, 1])
def test_whoever_did_it_is_met_and_is_not_asked_at_the_start(premise: str, seed: int) -> None:
    world = worlds.generate(premise, seed=seed)
    states, events = world["scene"]["states"], world["scene"]["events"]
    won = next(one["narration"] for one in states.values() if one.get("ending", {}).get("kind") == "win")
    name = re.search(r'," says ((?:(?:Dr|Mrs?|Ms)\. )?[^".]+)\.', won)
    assert name, won
    shown = " ".join([state["base"] for state in states.values()])
    assert name[1] in shown, (name[1], won)
    asked = [event["terminal"]["persona"] for event in events if event["kind"] == "terminal"]
    assert not any(one.startswith(name[1]) for one in asked), asked


def test_nothing_is_answered_where_nothing_is_asked() -> None:
    assert word_asked("find the lost crown") == ""
    assert answer_of(Goal(purpose="find", deed="find the lost crown"), "find the lost crown", _NOW, Chance(0)) is None


@pytest.mark.parametrize(
    "premise",
    [
        "Find out why the villagers have stopped dreaming",
        "A sailor finds an old map and wants to find out where it leads",
        "I hear footsteps in the attic every night. I live alone.",
        "A reporter investigates what happened to the crew of a ship that was found empty.",
    ],
)
@pytest.mark.parametrize("seed", [0, 1])
def test_the_clue_points_and_the_endings_tell_the_same(premise: str, seed: int) -> None:
    world = worlds.generate(premise, seed=seed)
    won = [state["narration"] for state in world["scene"]["states"].values() if state.get("ending", {}).get("kind") == "win"]
    clue = next(event["narration"] for event in world["scene"]["events"] if event.get("grants") == ["truth"])
    answer = re.match(r"(?:\b(?:Mrs?|Ms|Dr)\.|[^.])+\.", won[0])
    assert answer
    assert all(text.startswith(answer[0]) for text in won), won
    facts = [fact["text"] for event in world["scene"]["events"] if event["kind"] == "terminal" for fact in event["terminal"]["facts"]]
    assert not any(answer[0] in text for text in (clue, *facts))  # neither the clue nor whoever is asked at the start tells it


@pytest.mark.parametrize("title", sorted(tables.read("answers")))
def test_a_sign_names_nobody_before_the_end(title: str) -> None:
    for row in tables.read("answers")[title].items("answer"):
        if "{who}" not in row and not tables.read("answers")[title].items("by"):
            continue
        sign, lead, told, *owned = (piece.strip() for piece in re.sub(r"^\([^)]*\) ", "", row).split("::"))
        found = Answer(sign, lead, "It was {who}.", owned[0] if owned else told).of("Ada Finch")
        assert "Ada" not in found.secret, found.secret
        assert not re.search(r"[{}]", found.sign), found.sign
        assert "Whose name begins with F?" in found.pointer
        assert "Ada Finch" in found.told


@pytest.mark.parametrize(
    "premise",
    [
        "Who has been feeding the stray tiger in the old cinema?",
        "The gravedigger wants to know who leaves flowers on the grave every Sunday.",
        "I want to know why the lift stops between floors.",
    ],
)
@pytest.mark.parametrize("seed", range(3))
def test_whoever_did_it_stands_in_the_ending_that_names_them(premise: str, seed: int) -> None:
    states = worlds.generate(premise, seed=seed)["scene"]["states"]
    won = [state for state in states.values() if state.get("ending", {}).get("kind") == "win"]
    for state in won:
        name = re.search(r'," says ((?:(?:Dr|Mrs?|Ms)\. )?[^".]+)\.', state["narration"])
        assert name, state["narration"]
        assert name[1] in state["base"], (name[1], state["base"])


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        (
            "An old sailor's treasure was never found. His granddaughter wants to find out where he hid it.",
            "find out where the old sailor hid the treasure",
        ),
        ("An archaeologist finds a locked box in a tomb and wants to know what is in it.", "find out what is in the locked box"),
        (
            "A girl disappeared from the village ten years ago, and a policewoman wants to know what happened to her.",
            "find out what happened to the girl",
        ),
        ("A teacher is found dead in the library.", "find out who killed the teacher"),
        ("Find out who the stranger is", "find out who the stranger is"),
        ("Six strangers are locked in a cellar. One of them is the kidnapper.", "find out who the kidnapper is"),
        ("A killer is loose on the ferry and the storm has cut us off", "find out who the killer is"),
        (
            "Somebody leaves flowers on the grave every Sunday and a gravedigger wants to know who.",
            "find out who leaves flowers on the grave every Sunday",
        ),
    ],
)
def test_a_question_names_what_it_asks_of(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


def test_the_dead_stand_in_no_scene() -> None:
    world = worlds.generate("The mayor has been found dead in the greenhouse and everybody at the party is a suspect. I am the detective.")
    for state in world["scene"]["states"].values():
        assert "mayor" not in state["base"], state["base"]


@pytest.mark.parametrize(
    ("premise", "deed", "place"),
    [
        ("A submarine is stuck on the sea floor and the crew has air for one day.", "repair the engine of the submarine", "submarine"),
        ("A girl on the Titanic wants to save her father", "save her father", "the Titanic"),
        (
            "The ghost of a bride haunts the hotel and the new maid has to help her find peace",
            "help the ghost of a bride find peace",
            "hotel",
        ),
        ("A ghost hunter spends the night in a haunted castle by mistake", "get through the night in a haunted castle", "haunted castle"),
        ("You wake up in a hospital bed and everyone is a zombie. Find your daughter.", "find your daughter", "hospital"),
        ("My sister disappeared at the fair and nobody saw where she went", "bring my sister back", "fair"),
    ],
)
def test_deeds_and_places_of_dark_premises(premise: str, deed: str, place: str) -> None:
    draft = understand_world(premise)
    assert draft.goal.deed == deed
    assert [site.phrase for site in draft.places] == [place]


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("A submarine captain hears a knocking from the outside of the hull, find out what it is", "find out what the knocking is"),
        ("Sole survivor of a plane crash in the mountains with a wolf pack around", "stay alive until help comes"),
        ("A courtroom drama where a young prosecutor realises the accused is innocent", "prove that the accused is innocent"),
        ("The volcano is about to erupt and the island's only boat has no engine", "stop the volcano from erupting"),
        ("A plague doctor in a walled city has to find where the sickness comes from", "find out where the sickness comes from"),
        ("The last robot on Earth is looking for somebody to talk to", "find somebody to talk to"),
        ("The thunderstorm has frightened the horses of the riding school", "calm the horses of the riding school"),
    ],
)
def test_what_is_wanted_where_something_befalls(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


def test_who_one_is_oneself_is_no_question_of_suspects() -> None:
    assert word_asked("find out who she was") == "self"
    assert answered("find out who you were").startswith("You were ")


def test_dolls_are_asked_nothing() -> None:
    world = worlds.generate("A family moves into an old house where the dolls move at night", seed=2)
    labels = [event["label"] for event in world["scene"]["events"]]
    assert not any(re.search(r"(?:Ask|Pour|Greet) the dolls", label) for label in labels), labels


@pytest.mark.parametrize(
    ("premise", "scene"),
    [
        ("An inspector must find out who killed the opera singer", "theatre"),
        ("A page must find out who murdered the king", "throne room"),
        ("A detective has one night to find out who poisoned the professor", "laboratory"),
    ],
)
def test_it_happened_where_the_victim_was(premise: str, scene: str) -> None:
    beats = [beat["summary"] for beat in worlds.generate(premise, seed=4)["story"]["beats"]]
    assert scene in beats[0], beats
    assert scene in beats[-1], beats


_EMPTY = re.compile(
    r"\b(?:a promise made|good reason|somebody who is no longer|somebody whom|an old wrong|a mistake made|nobody was to (?:see|know of)"
    r"|something that happened)\b"
)


def test_an_answer_names_what_it_was() -> None:
    """No motive without its matter: not "a promise made to somebody", but what was promised, taken or lost."""
    for title, entry in tables.read("answers").items():
        for row in entry.items("answer"):
            assert not _EMPTY.search(row.split("::", 2)[2]), (title, row)
    for motive in tables.read("stages")["suspect"].items("motive"):
        assert not re.search(r"\b(?:something|an old quarrel|a secret)\b", motive), motive


@pytest.mark.parametrize(
    "premise",
    [
        "Who put salt in the sugar at the wedding? The pastry cook has to find out.",
        "Find out who broke the church window.",
        "Who let the cows out? The farmer's daughter wants to know.",
    ],
)
def test_whoever_did_harm_is_somebody_who_was_met(premise: str) -> None:
    world = worlds.generate(premise, seed=2)
    events, states = world["scene"]["events"], world["scene"]["states"]
    won = next(one["ending"]["subtitle"] for one in states.values() if one.get("ending", {}).get("kind") == "win")
    name = re.match(r"It was (.+?) who ", won.replace("Mrs.", "Mrs").replace("Mr.", "Mr"))
    assert name, won
    asked = " ".join(event["label"] for event in events if event["kind"] == "terminal").replace("Mrs.", "Mrs").replace("Mr.", "Mr")
    assert name[1].split(" of ")[0] in asked, (name[1], asked)


@pytest.mark.parametrize("seed", range(3))
def test_what_clears_somebody_is_what_the_others_say(seed: int) -> None:
    world = worlds.generate("Find out who broke the church window.", seed=seed)
    events = world["scene"]["events"]
    said = {fact["text"] for event in events if event["kind"] == "terminal" for fact in event["terminal"]["facts"]}
    cleared = [event["narration"] for event in events if set(event.get("grants", ())) & {"clue_3", "clue_4"}]
    assert len(cleared) == 2
    for told in cleared:
        assert any(fact.rstrip(".") in told for fact in said if fact.endswith("when it happened.")), (told, said)


@pytest.mark.parametrize(
    ("premise", "said"),
    [
        ("My grandmother left me a key and I do not know what it opens.", "opens"),
        (
            "A widow gets a clock, and the note inside is in her dead husband's hand. She wants to find out who sent it.",
            "left with me long ago",
        ),
    ],
)
def test_the_answer_is_of_the_premise(premise: str, said: str) -> None:
    states = worlds.generate(premise)["scene"]["states"].values()
    assert any(said in state["narration"] for state in states if state.get("ending", {}).get("kind") == "win")


@pytest.mark.parametrize(
    ("deed", "whom"),
    [
        ("find out why the chimney whistles at dawn", "the chimney"),
        ("find out why your uncle's donkey keeps following the postman", "your uncle's donkey"),
        ("find out why the ducks on the canal are blue", "the ducks on the canal"),
        ("find out why the sailors always yawn", ""),
    ],
)
def test_a_question_is_asked_of_its_subject_alone(deed: str, whom: str) -> None:
    assert asked_of(deed) == whom


@pytest.mark.parametrize(
    ("deed", "premise", "told"),
    [
        ("find out why the same sailor drowns every evening", "the same sailor drowns every evening off the pier", r"I wished for"),
        ("find out why the puppets whisper", "", r"noticed|bet|nobody to talk to"),
        ("find out why the canal is green", "", r"small weed of that colour"),
        ("find out why the lake is warm", "", r"hot spring"),
        ("find out why the baker never ages", "", r"I wished for it"),
        ("find out what makes the soup glow", "", r"shines|I tried something out"),
        ("find out why the goose was elected king", "", r"I taught it"),
        ("find out why my aunt is afraid of geese", "", r"because she once (?:had a bad fright|got hurt)"),
        ("find out why the tulips grow in the gutter", "", r"I plant and water them"),
        ("find out why the swans turned green", "", r"washed out my brushes"),
        ("find out why the swifts have not come back", "", r"because they found a quieter place"),
        ("find out why the dog barks at the cellar", "", r"something larger has come to live close by"),
        ("find out why the cats follow the postman", "", r"I gave them something good to eat"),
        ("find out why the two bakers do not speak to each other", "", r"each of the two"),
        ("find out how the cow got onto the barn", "", r"to win a bet"),
        ("find out who painted over the sign", "", r"nobody to talk to|dare|thank you|something kind"),
        ("find out why the organist never leaves the loft", "the organist never leaves the loft", r"would not leave before that"),
        ("find out why the tide stays out", "", r"bank of sand"),
        ("investigate mysterious disappearances at the opera", "", r"hidden door"),
        (
            "find out who in the garrison is sending signals to the enemy",
            "find out who in the garrison is sending signals to the enemy",
            r"^It is Ada Finch who is sending signals to the enemy\. .They have my brother",
        ),
        ("find out what my uncle is building in the barn", "", r"It is a surprise"),
        ("find out why the gate will not open", "", r"I borrowed one thing"),
        ("find out why Grandma's rocking chair rocks at night", "", r"noticed|bet|nobody to talk to"),
        ("find out why everyone in the village walks backwards", "", r"I told a story|It was a bet"),
        ("find out why the lift stops between floors", "", r"one part was left over"),
    ],
)
def test_an_answer_is_of_the_world_of_its_question(deed: str, premise: str, told: str) -> None:
    for seed in range(3):
        assert re.search(told, answered(deed, seed, premise)), answered(deed, seed, premise)


@pytest.mark.parametrize("genre", ["fairy", "horror", "scifi", "slice"])
def test_the_secret_of_a_place_is_one_of_its_genre(genre: str) -> None:
    deed = "find out the secret of the valley"
    found = answer_of(Goal(purpose="solve", deed=deed), deed, _NOW, Chance(5), deed, genre)
    assert found is not None
    assert "on the same day" not in found.lead
    assert (genre == "slice") is any(found.sign in row for row in tables.read("answers")["truth_place"].items("answer"))
