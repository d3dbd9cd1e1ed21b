"""The picture of a world's graph."""

from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.picture import HEIGHT, WIDTH

SVG = "{http://www.w3.org/2000/svg}"


def drawn(world: dict[str, Any]) -> ET.Element:
    return ET.fromstring(worlds.picture(world))


@pytest.mark.parametrize("seed", [None, 1, 2, 3, 4])
def test_every_state_has_a_box_and_no_two_touch(lighthouse: dict[str, Any], seed: int | None) -> None:
    world = lighthouse if seed is None else worlds.generate("a diver looks for a sunken bell", seed)
    root = drawn(world)
    boxes = [(int(box.attrib["x"]), int(box.attrib["y"])) for box in root.iter(f"{SVG}rect") if "x" in box.attrib]
    assert len(boxes) == len(world["scene"]["states"])
    for (x, y), (u, v) in itertools.combinations(boxes, 2):
        assert abs(x - u) >= WIDTH + 40 or abs(y - v) >= HEIGHT + 8
    assert all(0 <= x <= int(root.attrib["width"]) - WIDTH and 0 <= y <= int(root.attrib["height"]) - HEIGHT for x, y in boxes)


def test_the_shortest_way_to_win_is_marked_and_listed(lighthouse: dict[str, Any]) -> None:
    root = drawn(lighthouse)
    listed = [one.text for one in root.iter(f"{SVG}text") if re.match(r"\d+\. ", one.text or "")]
    assert listed == ["1. enter_lighthouse", "2. climb_down", "3. fill_can", "4. climb_up_from_cellar", "5. climb_stair", "6. light_lamp"]
    marked = {one[0].text for one in root.iter(f"{SVG}path") if one.attrib.get("class") == "way win"}
    assert marked == {"enter_lighthouse", "climb_down", "climb_up_from_cellar", "climb_stair", "light_lamp"}


def test_states_out_of_reach_and_names_that_are_no_xml_are_drawn(lighthouse: dict[str, Any]) -> None:
    lighthouse["name"] = "Salt & <Pepper>"
    lighthouse["scene"]["states"]["attic"] = {"base": "x", "camera": {"static": "s", "dynamic": "d"}}
    texts = [one.text for one in drawn(lighthouse).iter(f"{SVG}text")]
    assert "Attic" in texts
    assert "Salt & <Pepper>: the shortest way to win" in texts


def test_a_world_without_entrance_says_so(lighthouse: dict[str, Any]) -> None:
    lighthouse["entrance"]["state"] = "nowhere"
    assert [one.text for one in drawn(lighthouse).iter(f"{SVG}text")] == ["There is no state to start in."]
