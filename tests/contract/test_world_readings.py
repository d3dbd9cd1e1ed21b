"""POST /v1/worlds/readings: how a premise would be taken, before anything is made."""

from __future__ import annotations

from typing import Any

import pytest
from small_service import Service


def test_a_reading_says_what_was_understood_and_what_is_a_guess(service: Service) -> None:
    answer = service.client.post("/v1/worlds/readings", json={"premise": "perhaps a keeper", "seed": 7}, headers=service.owner)
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert set(found) == {"sentence", "guessed", "understood", "seed"}
    # The weather is a guess as well, and nothing that a story cannot be right without.
    assert (found["sentence"], found["guessed"], found["seed"]) == ("Somebody has to perhaps a keeper.", ["goal"], 7)
    assert found["understood"]["assumed"] == ["weather", "goal"]


def test_a_reading_makes_nothing_and_takes_no_generation(service: Service) -> None:
    before = service.client.get("/v1/usage", headers=service.owner).json()
    for number in range(3):
        answer = service.client.post("/v1/worlds/readings", json={"premise": f"a keeper and {number} lamps"}, headers=service.owner)
        assert (answer.status_code, answer.json()["guessed"]) == (200, [])
    assert service.client.get("/v1/usage", headers=service.owner).json() == before
    assert service.client.get("/v1/worlds", headers=service.owner).json()["worlds"] == []


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "premise"),
        ({"premise": "ab"}, "premise"),
        ({"premise": "x" * 2001}, "premise"),
        ({"premise": "a fox", "pov": "sideways"}, "pov"),
        ({"premise": "a fox", "seed": -1}, "seed"),
    ],
)
def test_bad_input_names_the_field(service: Service, body: dict[str, Any], field: str) -> None:
    answer = service.client.post("/v1/worlds/readings", json=body, headers=service.owner)
    assert answer.status_code in (400, 422)
    assert field in answer.text


def test_a_reading_needs_a_key(service: Service) -> None:
    assert service.client.post("/v1/worlds/readings", json={"premise": "a fox"}).status_code == 401


def test_a_reading_that_takes_too_long_is_not_waited_for(open_service: Any) -> None:
    service = open_service(sync_wait=0.1)
    answer = service.client.post("/v1/worlds/readings", json={"premise": "a keeper sleep:2"}, headers=service.owner)
    assert (answer.status_code, answer.json()["code"], answer.headers["Retry-After"]) == (504, "took_too_long", "5")
