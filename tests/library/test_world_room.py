"""The worlds' room: real worlds with real pictures, and edits in prose."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from makebelieve import worlds
from makebelieve.jobs.child import Body
from makebelieve.jobs.repository import Job
from makebelieve.kit.errors import Problem
from makebelieve.library.worlds import cast, making, scenery
from makebelieve.library.worlds.room import open_world_room
from makebelieve.storage.blobs import LocalBlobs


@pytest.fixture(scope="module")
def room() -> Body:
    return open_world_room()


def ask(room: Body, kind: str, **payload: Any) -> dict[str, Any]:
    return room(kind, payload, lambda _name, _data: None)


def made(room: Body, **more: Any) -> dict[str, Any]:
    given = {"premise": "a fox looks for her stolen lantern at night", "seed": 7, "pov": "side", "frame": None, "name": None, **more}
    return ask(room, making.GENERATE, **given)


def test_every_state_has_its_picture(room: Body) -> None:
    found = made(room)
    states = found["world"]["scene"]["states"]
    assert set(found["scenes"]) == set(states)
    for name, text in found["scenes"].items():
        picture = Image.open(io.BytesIO(base64.b64decode(text)))
        assert picture.height == 270 * found["scenery"][name]["layers"]
    assert sum(len(text) for text in found["scenes"].values()) < 2_000_000
    painted = {name: {**one, "src": "/x.png"} for name, one in found["scenery"].items()}
    assert scenery.unpainted(scenery.merged(found["world"], painted)) == []
    assert {one["time"] for one in found["scenery"].values()} >= {"night"}


def test_the_same_order_gives_the_same_bytes(room: Body) -> None:
    assert made(room) == made(room)


def test_a_frame_becomes_the_entrance(room: Body) -> None:
    out = io.BytesIO()
    Image.new("RGB", (40, 24), (200, 80, 40)).save(out, "PNG")
    found = made(room, premise="", frame=base64.b64encode(out.getvalue()).decode(), name="Red")
    assert found["world"]["name"] == "Red"
    assert Image.open(io.BytesIO(base64.b64decode(found["entrance"]))).getpixel((5, 5)) == (200, 80, 40)


def test_a_reading_is_that_of_the_world_of_its_seed(room: Body) -> None:
    wanted = {"premise": "My sister is cross with me.", "seed": 11, "pov": "side"}
    read = ask(room, making.READ, **wanted)
    world = ask(room, making.GENERATE, **wanted, name=None, frame=None)["world"]
    assert read == {"understood": world["metadata"]["understood"], "provider": "embedded", "seed": 11}


def test_a_story_that_came_along_is_played_as_it_is_or_refused(room: Body) -> None:
    story = json.loads((Path(__file__).parents[1] / "worlds" / "stories" / "thesis.json").read_text("utf-8"))
    wanted = {"premise": story["sentence"], "seed": 11, "pov": "side", "name": None, "frame": None}
    found = ask(room, making.GENERATE, **wanted, story=story)
    assert (found["world"]["name"], found["world"]["metadata"]["provider"]) == (story["title"], "client")
    assert set(found["scenery"]) == set(found["world"]["scene"]["states"])
    story["ways"] = story["ways"][:1] * 3
    with pytest.raises(Problem, match="the story makes no sound world") as refused:
        ask(room, making.GENERATE, **wanted, story=story)
    assert {one.path for one in refused.value.errors} == {"story"}


def test_an_opening_frame_has_its_size_style_and_the_lent_hour(room: Body) -> None:
    dark = io.BytesIO()
    Image.effect_noise((64, 36), 20).point(lambda value: value // 6).save(dark, "PNG")
    wanted = {"prompt": "a stone quay", "pov": "third_person_shoulder", "mood": None, "style": "pixel", "seed": 7, "frame": None}
    plain = ask(room, making.FRAME, **wanted)
    lent = ask(room, making.FRAME, **{**wanted, "frame": base64.b64encode(dark.getvalue()).decode()})
    picture = Image.open(io.BytesIO(base64.b64decode(plain["picture"])))
    assert (picture.size, plain["style"], plain["hour"], plain["notes"]) == ((960, 540), "pixel", "day", [])
    assert lent["hour"] == "night"
    assert ask(room, making.FRAME, **wanted) == plain


def test_what_cannot_be_painted_is_said(room: Body) -> None:
    wanted = {"prompt": "a quay at night", "pov": "top_down", "mood": "zebra", "style": "vector", "seed": 7, "frame": None}
    made = ask(room, making.FRAME, **wanted)
    assert made["hour"] == "night"
    assert [note.split(":")[0] for note in made["notes"]] == ["pov top_down", "mood 'zebra'"]


def test_only_what_changed_is_painted_anew(room: Body) -> None:
    found = made(room)
    painted = {name: {**one, "src": "/x.png"} for name, one in found["scenery"].items()}
    world = scenery.merged(found["world"], painted)
    first = next(iter(world["scene"]["states"]))
    after = worlds.apply_ops(world, [{"op": "update_state", "id": first, "patch": {"base": "A snowy square."}}]).world
    assert scenery.unpainted(after) == [first]
    assert set(ask(room, making.PAINT, world=after, seed=7)["scenes"]) == {first}
    assert first not in scenery.merged(after, {})[scenery.KEY]


@pytest.mark.slow
def test_an_edit_leaves_those_it_does_not_concern_as_they_were_drawn(room: Body) -> None:
    found = made(room)
    world = {**found["world"], scenery.HERO: {**found["figure"][0], "src": "/x.png"}}
    edited = worlds.edit(world, "make it snow").world
    again = ask(room, making.PAINT, world=edited, seed=9)
    assert found["people"]
    assert again["people"] == found["people"]
    assert again["objects"] == found["objects"]


@pytest.mark.slow
def test_another_player_gets_another_figure(room: Body, tmp_path: Path) -> None:
    found = made(room)
    world = {**found["world"], scenery.HERO: {**found["figure"][0], "src": "/x.png"}}
    assert ask(room, making.PAINT, world=world, seed=9)["figure"] is None
    edited = worlds.edit(world, "let me play as a vampire").world
    about, picture = ask(room, making.PAINT, world=edited, seed=9)["figure"]
    assert (about["look"], about["seed"]) == ("female vampire", 7)
    assert picture not in (None, found["figure"][1])
    assert not making.lacking({**scenery.merged(edited, ask(room, making.PAINT, world=edited, seed=9)["scenery"]), scenery.HERO: about})
    result = {**ask(room, making.PAINT, world=edited, seed=9), "scenes": {}, "people": {}, "objects": {}, "cast": {}, "things": {}}
    job = Job("j", making.PAINT, "o", "k", "01998e2c-4e1b-7d43-9a6f-3c2b1a0f9e8d", {}, None, "queued", 0, 0, 0.0)
    stored = making.WorldPaintJobs(LocalBlobs(tmp_path)).prepare(job, result)
    assert stored["figures"][scenery.HERO]["look"] == "female vampire"
    assert stored["figures"][scenery.HERO]["src"].endswith(stored["names"][-1])
    assert [file.read_bytes() for file in tmp_path.rglob("*.png")] == [base64.b64decode(picture)]
    # Where nobody is named any more the figure stays, and is not tried again.
    nobody = {name: value for name, value in world.items() if name != "subject"}
    kept, nothing = ask(room, making.PAINT, world=nobody, seed=9)["figure"]
    assert (kept["src"], nothing) == ("/x.png", None)
    assert not cast.another_player({**nobody, scenery.HERO: kept})


def test_an_edit_in_prose_goes_through_the_maker(room: Body) -> None:
    world = made(room)["world"]
    title = next(iter(world["scene"]["states"]))
    found = ask(room, making.EDIT, world=world, instruction=f"rename the place {title} to Old Oak", rev="r", objects=[])
    assert set(found) == {"world", "reply", "applied", "diagnostics"}
    assert found["reply"]
